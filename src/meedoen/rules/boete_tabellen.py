"""Regeling, artikel 7.1 tot en met 7.3, bijlage 6a, 6b en 6c: the tables of DUO's fines.

Ask with the facts as they are on the day after the term; that day chooses the tables.
"""

from dataclasses import dataclass

from meedoen.rules.choices import Doelgroep, Leerroute
from meedoen.rules.choices_handhaving import Afronding, Examenpogingen, Participatierij
from meedoen.rules.column import Kind, constant
from meedoen.rules.facts import Facts
from meedoen.rules.logic import (
    Finding,
    by_word,
    fork,
    minus,
    percent_of,
    percentage,
    percentage_up,
    sum_of,
)
from meedoen.rules.once import once
from meedoen.rules.overtreding_duo import boete_duo_vanaf
from meedoen.rules.parameters import Law, Parameters


@once
def urenpercentage(f: Facts, law: Law) -> Finding:
    """Regeling, bijlage 6a, tabel 1: gevolgde uren als deel van de uren in het PIP (R09.14)."""
    gevolgd = Finding("cursusuren met keurmerk", "Ri 7.1:1a", f.cursusuren)
    alle = Finding("alle uren in het PIP", "Ri bijlage 6a", f.uren_in_pip)
    return _heel_percentage(gevolgd, alle, _tabellen(f, law))


@once
def aanwezigheidspercentage(f: Facts, law: Law) -> Finding:
    """Regeling, bijlage 6b, tabel 3: bij welk deel van de lessen iemand was (R09.14)."""
    aanwezig = Finding("lessen waar iemand was", "Ri 7.2:1a", f.lessen_aanwezig)
    alle = Finding("alle lessen", "Ri 7.2:1a", f.lessen_gegeven)
    return _heel_percentage(aanwezig, alle, _tabellen(f, law))


@once
def boete_b1_route(f: Facts, law: Law) -> Finding:
    """Regeling, bijlage 6a, tabel 1 en 2: voor de matiging (R09.14, R09.15)."""
    tabellen = _tabellen(f, law)
    uren = Finding("cursusuren met keurmerk", "Ri 7.1:1a", f.cursusuren)
    return by_word(
        Finding("doelgroep", "Bi 1.1", f.doelgroep),
        {
            Doelgroep.ASIELSTATUSHOUDER: tabellen.naar_pogingen(
                f, "boete_b1_asiel", urenpercentage(f, law)
            ),
            Doelgroep.GEZINS_OF_OVERIGE_MIGRANT: tabellen.naar_pogingen(
                f, "boete_b1_migrant", uren
            ),
        },
        text="boete bij de B1-route, voor de matiging",
        basis="Ri bijlage 6a",
    )


@once
def boete_onderwijsroute(f: Facts, law: Law) -> Finding:
    """Regeling, bijlage 6b, tabel 3: voor de matiging (R09.14)."""
    aanwezig = aanwezigheidspercentage(f, law)
    return _tabellen(f, law).naar_pogingen(f, "boete_onderwijsroute", aanwezig)


@once
def boete_zelfredzaamheidsroute(f: Facts, law: Law) -> Finding:
    """Regeling, bijlage 6c, tabel 4 en 5: naar uren, ook die van voor het PIP (R09.17, R09.18)."""
    tabellen = _tabellen(f, law)
    uren = sum_of(
        Finding("cursusuren met keurmerk", "Ri 7.3:1a", f.cursusuren),
        Finding("cursusuren in de brede intake", "Ri bijlage 6c", f.cursusuren_in_intake),
        text="alle cursusuren",
        basis="Ri bijlage 6c",
    )
    return by_word(
        Finding("doelgroep", "Bi 1.1", f.doelgroep),
        {
            Doelgroep.ASIELSTATUSHOUDER: _naar_rij(f, tabellen, uren),
            Doelgroep.GEZINS_OF_OVERIGE_MIGRANT: tabellen.zoek_op(
                "boete_zelfredzaamheidsroute_migrant", uren
            ),
        },
        text="boete bij de zelfredzaamheidsroute",
        basis="Ri bijlage 6c",
    )


@once
def behaalde_onderdelen(f: Facts, law: Law) -> Finding:
    """Regeling, bijlage 6a en 6b: de behaalde taalonderdelen, en KNM telt als een (R09.16)."""
    een, nul = constant(1, Kind.COUNT), constant(0, Kind.COUNT)
    return sum_of(
        Finding("taalonderdelen behaald", "Ri 7.1:1c", f.taalexamens_behaald),
        fork(
            Finding("haalde KNM", "Ri 7.1:1c", f.knm_behaald),
            Finding("KNM telt als een", "Ri 7.1:1c", een),
            Finding("KNM telt niet", "Ri 7.1:1c", nul),
            text="KNM",
            basis="Ri 7.1:1c",
        ),
        text="examenonderdelen behaald",
        basis="Ri 7.1:1c",
    )


@once
def boete_volgens_tabel(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 7.1, 7.2 en 7.3: de boete uit de tabel, na matiging (R09.14-R09.18).

    For the zelfredzaamheidsroute the annex knows no mitigation.
    """
    tabellen, behaald = _tabellen(f, law), behaalde_onderdelen(f, law)
    b1 = tabellen.zoek_op("matiging_b1", behaald)
    onderwijs = tabellen.zoek_op("matiging_onderwijsroute", behaald)
    return by_word(
        Finding("leerroute", "Wi 15:1a", f.leerroute),
        {
            Leerroute.B1_ROUTE: _gematigd(boete_b1_route(f, law), b1),
            Leerroute.ONDERWIJSROUTE: _gematigd(boete_onderwijsroute(f, law), onderwijs),
            Leerroute.ZELFREDZAAMHEIDSROUTE: boete_zelfredzaamheidsroute(f, law),
        },
        text="boete volgens de tabel",
        basis="Bi 7.2:2",
    )


@dataclass(frozen=True)
class _Tabellen:
    """The tables as they were on the day after the term, with that day as a reason."""

    vanaf: Finding
    getallen: Parameters

    def zoek_op(self, tabel: str, inzet: Finding) -> Finding:
        """What a table says, with the effort and the day that led there."""
        number = self.getallen.law.number(tabel)
        value = self.getallen.look_up(tabel, inzet.value)
        return Finding(number.meaning, number.article, value, (inzet, self.vanaf))

    def naar_pogingen(self, f: Facts, tabel: str, inzet: Finding) -> Finding:
        """The row of a table by how often the exam was taken, the column by the effort."""
        return by_word(
            Finding("hoe vaak het examen is afgelegd", inzet.basis, f.examenpogingen),
            {
                Examenpogingen.NIET_ALLES: self.zoek_op(f"{tabel}_niet_alles_afgelegd", inzet),
                Examenpogingen.ALLES_EEN_KEER: self.zoek_op(f"{tabel}_alles_een_keer", inzet),
                Examenpogingen.REST_TWEE_KEER: self.zoek_op(f"{tabel}_rest_twee_keer", inzet),
            },
            text="boete naar inzet en examenpogingen",
            basis=inzet.basis,
        )


def _tabellen(f: Facts, law: Law) -> _Tabellen:
    vanaf = boete_duo_vanaf(f, law)
    return _Tabellen(vanaf, law.in_force(vanaf.value))


def _naar_rij(f: Facts, tabellen: _Tabellen, uren: Finding) -> Finding:
    tabel = "boete_zelfredzaamheidsroute"
    participatie = sum_of(
        Finding("participatie-uren", "Ri 7.3:1b", f.participatie_uren),
        Finding(
            "participatie-uren van voor het PIP", "Ri bijlage 6c", f.participatie_uren_voor_pip
        ),
        text="alle participatie-uren",
        basis="Ri bijlage 6c",
    )
    return by_word(
        tabellen.zoek_op("participatierij", participatie),
        {
            Participatierij.LAAGSTE: tabellen.zoek_op(f"{tabel}_laagste_rij", uren),
            Participatierij.MIDDELSTE: tabellen.zoek_op(f"{tabel}_middelste_rij", uren),
            Participatierij.HOOGSTE: tabellen.zoek_op(f"{tabel}_hoogste_rij", uren),
        },
        text="tabel 4",
        basis="Ri bijlage 6c",
    )


def _gematigd(boete: Finding, matiging: Finding) -> Finding:
    alles = constant(100, Kind.PERCENT)
    rest = Finding("deel dat overblijft", matiging.basis, minus(alles, matiging.value), (matiging,))
    return Finding(
        "boete na matiging",
        matiging.basis,
        percent_of(boete.value, rest.value),
        (boete, rest),
    )


def _heel_percentage(deel: Finding, geheel: Finding, tabellen: _Tabellen) -> Finding:
    delen = (deel, geheel)
    lezing = tabellen.getallen.afronding_urenpercentage
    keuze = Finding("lezing van de afronding", "Ri bijlage 6a", lezing, (tabellen.vanaf,))
    beneden, boven = percentage(deel.value, geheel.value), percentage_up(deel.value, geheel.value)
    return by_word(
        keuze,
        {
            Afronding.NAAR_BENEDEN: Finding("naar beneden", geheel.basis, beneden, delen),
            Afronding.NAAR_BOVEN: Finding("naar boven", geheel.basis, boven, delen),
        },
        text="percentage",
        basis=geheel.basis,
    )
