"""Wet, artikel 4: the five grounds of exemption. DUO decides; this is a check beside it."""

from meedoen.rules.calendar import add_weeks
from meedoen.rules.choices import Diploma
from meedoen.rules.column import Kind, constant
from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding, all_of, any_of, at_least, at_most, by_word, not_so
from meedoen.rules.once import once
from meedoen.rules.parameters import Law


def vrijstelling(f: Facts, law: Law) -> Finding:
    """Wet, artikel 4, eerste lid: vrijstelling van de hele plicht op een van vijf gronden."""
    return any_of(
        lang_leerplichtig_geweest(f, law),
        heeft_vrijstellend_diploma(f, law),
        Finding("is nu leerplichtig of kwalificatieplichtig", "Wi 4:1c", f.nu_leerplichtig),
        volgt_vrijstellende_opleiding(f, law),
        al_voldoende_ingeburgerd(f, law),
        text="heeft recht op vrijstelling",
        basis="Wi 4:1",
    )


def tijdelijk_vrijgesteld(f: Facts, law: Law) -> Finding:
    """Wet, artikel 4: wie volgens DUO nu een tijd niet hoeft in te burgeren (R01.10).

    Received from DUO, no check of ours. Whose last day nobody told, of that one it stays open.
    """
    voorbij = Finding(
        "die tijd is voorbij",
        "Wi 4:1",
        at_least(f.today, f.tijdelijk_vrijgesteld_tot),
        (Finding("moet weer inburgeren vanaf", "Wi 4:1", f.tijdelijk_vrijgesteld_tot),),
    )
    return all_of(
        Finding(
            "de tijdelijke vrijstelling is begonnen",
            "Wi 4:1",
            at_most(f.tijdelijk_vrijgesteld_van, f.today),
        ),
        not_so(voorbij, text="die tijd is nog niet voorbij", basis="Wi 4:1"),
        text="hoeft nu tijdelijk niet in te burgeren",
        basis="Wi 4:1",
    )


@once
def lang_leerplichtig_geweest(f: Facts, law: Law) -> Finding:
    """Wet, artikel 4, eerste lid, onder a: acht jaar leerplicht, blijkt uit de BRP (R01.10)."""
    p = law.in_force(f.today)
    return Finding(
        "was lang genoeg leerplichtig of kwalificatieplichtig",
        "Wi 4:1a",
        at_least(f.leerplichtige_jaren, p.leerplichtige_jaren_voor_vrijstelling),
    )


@once
def heeft_vrijstellend_diploma(f: Facts, law: Law) -> Finding:
    """Wet, artikel 4, eerste lid, onder b; Regeling, artikel 2.1: diploma's (R01.11)."""
    p = law.in_force(f.today)
    return all_of(
        Finding(
            "het diploma staat in de lijst", "Ri 2.1", p.listed("vrijstellende_diplomas", f.diploma)
        ),
        _extra_eis(f),
        text="heeft een diploma dat vrijstelling geeft",
        basis="Wi 4:1b",
    )


@once
def volgt_vrijstellende_opleiding(f: Facts, law: Law) -> Finding:
    """Wet, artikel 4, eerste lid, onder d; Regeling, artikel 2.2: zolang iemand staat ingeschreven.

    Only the kind of diploma counts here: a mark for Dutch cannot be there yet.
    """
    p = law.in_force(f.today)
    return all_of(
        Finding(
            "de opleiding leidt tot een diploma dat vrijstelling geeft",
            "Ri 2.2",
            p.listed("vrijstellende_opleidingen", f.opleiding_leidt_tot),
        ),
        Finding("staat bij die opleiding ingeschreven", "Ri 2.2", f.ingeschreven_bij_opleiding),
        text="volgt een opleiding die vrijstelling geeft",
        basis="Wi 4:1d",
    )


def al_voldoende_ingeburgerd(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 2.3: aantoonbaar voldoende ingeburgerd, drie eisen samen (R01.12)."""
    p = law.in_force(f.vrijstelling_gevraagd_op)
    return all_of(
        Finding(
            "staat lang genoeg zonder onderbreking in de BRP",
            "Bi 2.3:a",
            at_least(f.jaren_ingeschreven, p.jaren_ingeschreven_voor_vrijstelling),
        ),
        Finding(
            "werkte lang genoeg, betaald of als vrijwilliger",
            "Bi 2.3:b",
            at_least(f.jaren_werk, p.jaren_werk_voor_vrijstelling),
        ),
        Finding("spreekt en verstaat Nederlands op B1", "Bi 2.3:c", f.mondeling_op_b1),
        text="is aantoonbaar voldoende ingeburgerd",
        basis="Wi 4:1e",
    )


def uiterste_dag_beslissing_vrijstelling(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 2.3, tweede lid: DUO beslist binnen acht weken (R01.12, R01.13).

    A term of a ministerial regulation: the Algemene termijnenwet does not lengthen it.
    """
    weken = law.in_force(f.vrijstelling_gevraagd_op).beslistermijn_vrijstelling
    return Finding(
        "DUO beslist uiterlijk",
        "Ri 2.3:2",
        add_weeks(f.vrijstelling_gevraagd_op, weken),
        (
            Finding("aanvraag ontvangen", "Ri 2.3:1", f.vrijstelling_gevraagd_op),
            Finding("termijn", "Ri 2.3:2", weken),
        ),
    )


def kosten_aanvraag_vrijstelling(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 2.3:3: wat een aanvraag volgens artikel 4:1e kost (R01.12)."""
    p = law.in_force(f.vrijstelling_gevraagd_op)
    return Finding(
        "kosten van de aanvraag om aan te tonen dat iemand al is ingeburgerd",
        "Ri 2.3:3",
        p.kosten_aanvraag_vrijstelling,
        (Finding("aanvraag ontvangen", "Ri 2.3:1", f.vrijstelling_gevraagd_op),),
    )


def _extra_eis(f: Facts) -> Finding:
    genoeg = Finding("geen extra eis", "Ri 2.1", constant(True, Kind.ANSWER))
    cijfer = Finding(
        "haalde een voldoende voor Nederlands", "Ri 2.1:d", f.voldoende_voor_nederlands
    )
    return by_word(
        Finding("soort diploma", "Ri 2.1", f.diploma),
        {
            Diploma.WI2021: genoeg,
            Diploma.WI2013: Finding(
                "alle taalonderdelen op ten minste B1", "Ri 2.1:b", f.taalonderdelen_op_b1
            ),
            Diploma.NEDERLANDSTALIG: genoeg,
            Diploma.BUITEN_NEDERLAND: cijfer,
            Diploma.BES: genoeg,
            Diploma.INTERNATIONALE_SCHOOL: all_of(
                Finding("Nederlands op ten minste B1", "Ri 2.1:f", f.nederlands_gevolgd_op_b1),
                Finding("haalde een voldoende", "Ri 2.1:f", f.voldoende_voor_nederlands),
                text="Nederlands op B1 en voldoende",
                basis="Ri 2.1:f",
            ),
        },
        text="voldoet aan de eis die bij dit diploma hoort",
        basis="Ri 2.1",
    )
