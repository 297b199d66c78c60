"""Besluit, artikel 9.9; selectielijst gemeenten: until when data are kept.

A last day counts: at its end the data must be gone. Where the two rules differ, a municipality
chooses; both days stay visible, and until the choice is made the first one closes the data.
"""

from collections.abc import Mapping

from meedoen.rules.calendar import add_months
from meedoen.rules.choices_gegevens import Bewaarregel, SoortGegevens
from meedoen.rules.column import Column
from meedoen.rules.facts import Facts
from meedoen.rules.logic import (
    Finding,
    all_of,
    any_of,
    before,
    by_word,
    earliest,
    fork,
    not_so,
    one_of,
    same,
)
from meedoen.rules.once import once
from meedoen.rules.parameters import Law

# what only the Besluit names; every other kind is a dossier of the selectielijst as well
ALLEEN_BESLUIT = (
    SoortGegevens.GEWONE_GEGEVENS,
    SoortGegevens.BASISGEGEVENS,
    SoortGegevens.LENINGGEGEVENS,
)


@once
def laatste_dag_volgens_besluit(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 9.9: vijf of vijftig jaar (R14.16, R14.17, R14.18).

    At death the data go (first paragraph under b); the second and third deviate only from a.
    """
    plicht = law.in_force(f.plicht_geeindigd_op)
    lening = law.in_force(f.lening_afgedaan_op)
    gewoon = _later("Bi 9.9:1a", f.plicht_geeindigd_op, plicht.bewaartermijn_gewone_gegevens)
    termijnen = dict.fromkeys(SoortGegevens, gewoon) | {
        SoortGegevens.BASISGEGEVENS: _later(
            "Bi 9.9:2", f.plicht_geeindigd_op, plicht.bewaartermijn_basisgegevens
        ),
        SoortGegevens.LENINGGEGEVENS: _later(
            "Bi 9.9:3", f.lening_afgedaan_op, lening.bewaartermijn_leninggegevens
        ),
    }
    na_termijn = _naar_soort(f, termijnen, text="laatste dag na de termijn", basis="Bi 9.9")
    return fork(
        weg_bij_overlijden(f, law),
        earliest(
            Finding("dag van overlijden", "Bi 9.9:1b", f.overleden_op),
            na_termijn,
            text="het overlijden, of de termijn als die eerder voorbij was",
            basis="Bi 9.9:1",
        ),
        na_termijn,
        text="laatste dag volgens het besluit",
        basis="Bi 9.9",
    )


@once
def weg_bij_overlijden(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 9.9:1, onder b: wie is overleden, van die gaan de gegevens weg (R14.16)."""
    alles = law.in_force(f.overleden_op).overlijden_gaat_voor_langere_termijn
    langer = one_of(f.soort_gegevens, SoortGegevens.BASISGEGEVENS, SoortGegevens.LENINGGEGEVENS)
    return all_of(
        Finding("is overleden", "Bi 9.9:1b", f.overleden),
        any_of(
            not_so(
                Finding("het tweede of derde lid geldt", "Bi 9.9", langer),
                text="het eerste lid geldt",
                basis="Bi 9.9:1",
            ),
            Finding("onderdeel b geldt ook bij die leden", "Bi 9.9:1b", alles),
            text="bij overlijden gaan deze gegevens weg",
            basis="Bi 9.9:1b",
        ),
        text="de gegevens gaan weg om het overlijden",
        basis="Bi 9.9:1b",
    )


@once
def laatste_dag_volgens_selectielijst(f: Facts, law: Law) -> Finding:
    """Selectielijst gemeenten, volgens de editie van 2017: traject tien, boete zeven jaar (R14.16).

    Counted from the end of the case. Unknown for kinds that the list does not name.
    """
    p = law.in_force(f.zaak_geeindigd_op)
    zaak = f.zaak_geeindigd_op
    soort = SoortGegevens
    termijnen = {
        soort.TRAJECTDOSSIER: _later("Sel 8:verstrekt", zaak, p.bewaartermijn_traject),
        soort.GEWEIGERDE_VOORZIENING: _later("Sel 8:geweigerd", zaak, p.bewaartermijn_geweigerd),
        soort.AFGEBROKEN_VOORZIENING: _later("Sel 8:afgebroken", zaak, p.bewaartermijn_afgebroken),
        soort.HUISVESTINGSDOSSIER: _later("Sel 8:huisvesting", zaak, p.bewaartermijn_huisvesting),
        soort.BOETEDOSSIER: _later("Sel 12:boete", zaak, p.bewaartermijn_boete),
        soort.GESCHIL: _later("Sel 13", zaak, p.bewaartermijn_geschil),
        soort.INNING: _later("Sel 18:geind", zaak, p.bewaartermijn_inning),
    }
    return _naar_soort(f, termijnen, text="laatste dag volgens de selectielijst", basis="Sel 8")


def laatste_dag(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 9.9, of de lijst die de gemeente kiest (R14.16, R14.17, R14.18).

    Unknown for a dossier on which the two differ, until the municipality has chosen.
    """
    besluit = laatste_dag_volgens_besluit(f, law)
    selectielijst = laatste_dag_volgens_selectielijst(f, law)
    keuze = law.in_force(f.plicht_geeindigd_op).bewaarregel_bij_strijd
    return fork(
        regels_verschillen(f, law),
        by_word(
            Finding("keuze van de gemeente", "Bi 9.9:1", keuze),
            {Bewaarregel.BESLUIT: besluit, Bewaarregel.SELECTIELIJST: selectielijst},
            text="volgens de gekozen regel",
            basis="Bi 9.9:1",
        ),
        besluit,
        text="laatste dag om te bewaren",
        basis="Bi 9.9:1",
    )


def regels_verschillen(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 9.9, naast de selectielijst: er is een keuze nodig (R14.16)."""
    besluit = laatste_dag_volgens_besluit(f, law)
    selectielijst = laatste_dag_volgens_selectielijst(f, law)
    return all_of(
        _ook_in_selectielijst(f),
        not_so(
            Finding(
                "beide regels geven dezelfde dag",
                "Bi 9.9:1",
                same(besluit.value, selectielijst.value),
                (besluit, selectielijst),
            ),
            text="de regels geven een andere dag",
            basis="Bi 9.9:1",
        ),
        text="het besluit en de selectielijst verschillen",
        basis="Bi 9.9:1",
    )


def eerste_laatste_dag(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 9.9, of de selectielijst: de vroegste van de twee dagen (R14.16)."""
    besluit = laatste_dag_volgens_besluit(f, law)
    return fork(
        _ook_in_selectielijst(f),
        earliest(
            besluit,
            laatste_dag_volgens_selectielijst(f, law),
            text="de vroegste van de twee",
            basis="Bi 9.9:1",
        ),
        besluit,
        text="eerste dag waarna de gegevens dicht gaan",
        basis="Bi 9.9:1",
    )


def gegevens_gesloten(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 9.9: na de vroegste dag ziet alleen de archiefrol ze nog (R14.16)."""
    grens = eerste_laatste_dag(f, law)
    return Finding("de gegevens zijn dicht", "Bi 9.9:1", before(grens.value, f.today), (grens,))


def _ook_in_selectielijst(f: Facts) -> Finding:
    dossiers = [soort for soort in SoortGegevens if soort not in ALLEEN_BESLUIT]
    return Finding("staat ook in de selectielijst", "Sel 8", one_of(f.soort_gegevens, *dossiers))


def _naar_soort(
    f: Facts, termijnen: Mapping[SoortGegevens, Finding], *, text: str, basis: str
) -> Finding:
    soort = Finding("soort gegevens", "Bi 9.9", f.soort_gegevens)
    return by_word(soort, termijnen, text=text, basis=basis)


def _later(basis: str, vanaf: Column, maanden: Column) -> Finding:
    return Finding("zoveel maanden later", basis, add_months(vanaf, maanden))
