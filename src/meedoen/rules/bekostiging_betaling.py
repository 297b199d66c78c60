"""Wet, artikel 40 tot en met 41; Besluit, artikel 10.8: when the grant is told and paid.

Money is in whole cents. What the Minister fixed is a fact here. The version day is 1 January of
year t, or the day of the event that the rule names.
"""

from meedoen.rules.calendar import (
    add_days,
    add_months,
    add_weeks,
    day_before,
    first_of_month,
    first_of_year,
    subtract_months,
    working_day,
)
from meedoen.rules.column import Column, Kind, constant
from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding, largest, minus, share_of
from meedoen.rules.parameters import Law

A_YEAR = constant(12, Kind.MONTHS)
ONE, TWELVE = constant(1, Kind.COUNT), constant(12, Kind.COUNT)
NOTHING = constant(0, Kind.CENTS)


def telt_als_besteding(f: Facts, law: Law) -> Finding:
    """Wet, artikel 40, eerste lid: voorzieningen wel, kosten van uitvoering niet (R11.06)."""
    p = law.in_force(_begin(f))
    return Finding(
        "deze kosten mogen uit de uitkering",
        "Wi 40:1",
        p.listed("kosten_uit_de_uitkering", f.kostensoort),
    )


def uiterste_bekendmaking_voorlopig(f: Facts, law: Law) -> Finding:
    """Wet, artikel 40, derde lid: drie maanden voor het jaar (R11.07).

    Counted back from 1 January: 1 October. A term that is counted back does not move (Atw 1:2).
    """
    maanden = law.in_force(_begin(f)).bekendmaking_voorlopig_voor_jaar
    return Finding(
        "laatste dag om de voorlopige uitkering bekend te maken",
        "Wi 40:3",
        subtract_months(_begin(f), maanden),
        (_jaar(f), Finding("ten minste zo lang ervoor", "Wi 40:3", maanden)),
    )


def uiterste_bekendmaking_herziening(f: Facts, law: Law) -> Finding:
    """Wet, artikel 40a, tweede lid: vier weken na de herziening in het jaar (R11.22, R11.07).

    Unknown for a revision before 21 October 2025: the act did not know one.
    """
    weken = law.in_force(f.totaalbedrag_herzien_op).bekendmaking_herziening_binnen
    return Finding(
        "laatste dag om de wijziging van de uitkering bekend te maken",
        "Wi 40a:2",
        working_day(add_weeks(f.totaalbedrag_herzien_op, weken), law.rest),
        (
            Finding("het landelijke bedrag is herzien", "Wi 40a:1", f.totaalbedrag_herzien_op),
            Finding("termijn", "Wi 40a:2", weken),
        ),
    )


def uiterste_bekendmaking_definitief(f: Facts, law: Law) -> Finding:
    """Wet, artikel 41, vierde lid: zes maanden na het jaar (R11.07)."""
    maanden = law.in_force(_begin(f)).bekendmaking_definitief_binnen
    return Finding(
        "laatste dag om de definitieve uitkering bekend te maken",
        "Wi 41:4",
        day_before(add_months(add_months(_begin(f), A_YEAR), maanden)),
        (_jaar(f), Finding("maanden na het jaar", "Wi 41:4", maanden)),
    )


def maandbedrag(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 10.8, eerste lid: elke maand een twaalfde deel (R11.08).

    Rounded half up to the cent; over the year that can differ a few cents from the grant.
    """
    return Finding(
        "een twaalfde deel van de uitkering",
        "Bi 10.8:1",
        share_of(f.vastgestelde_uitkering, ONE, TWELVE),
    )


def betaaldag(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 10.8, eerste lid: op of rond de vijftiende van de maand (R11.08)."""
    dagen = law.in_force(f.betaalmaand_op).betaaldag_in_maand
    return Finding(
        "op of rond deze dag komt het geld",
        "Bi 10.8:1",
        add_days(day_before(first_of_month(f.betaalmaand_op)), dagen),
        (
            Finding("dag in de maand van betaling", "Bi 10.8:1", f.betaalmaand_op),
            Finding("dag van de maand", "Bi 10.8:1", dagen),
        ),
    )


def nabetaling(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 10.8, tweede lid: hoger vastgesteld, dan betaalt het Rijk na (R11.08)."""
    return _verschil("het Rijk betaalt dit na", f.definitieve_uitkering, f.vastgestelde_uitkering)


def terugbetaling(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 10.8, tweede lid: lager vastgesteld, dan vordert het Rijk terug (R11.08)."""
    return _verschil(
        "het Rijk vordert dit terug",
        f.vastgestelde_uitkering,
        f.definitieve_uitkering,
    )


def _begin(f: Facts) -> Column:
    return first_of_year(f.uitvoeringsjaar_op)


def _jaar(f: Facts) -> Finding:
    return Finding("uitvoeringsjaar", "Wi 40:1", f.uitvoeringsjaar_op)


def _verschil(text: str, hoger: Column, lager: Column) -> Finding:
    return Finding(text, "Bi 10.8:2", largest(minus(hoger, lager), NOTHING))
