"""Wet, artikel 42 en 42a; Besluit, artikel 10.5 tot en met 10.7: account, reserve, claim back.

Money is in whole cents. What the Minister fixed is a fact here. The version day is 1 January of
year t, but for the reserve 31 December: only then is known what is left.
"""

from meedoen.rules.calendar import add_days, add_months, day_before, first_of_year, working_day
from meedoen.rules.column import Column, Kind, constant
from meedoen.rules.facts import Facts
from meedoen.rules.logic import (
    Finding,
    all_of,
    any_of,
    at_most,
    before,
    earliest,
    fork,
    largest,
    minus,
    not_so,
    percent_of,
    same,
    sum_of,
)
from meedoen.rules.once import once
from meedoen.rules.parameters import Law

A_YEAR = constant(12, Kind.MONTHS)
NOTHING = constant(0, Kind.CENTS)


@once
def niet_besteed(f: Facts, law: Law) -> Finding:
    """Wet, artikel 42, tweede lid: wat van de uitkering over is (R11.14, R11.16)."""
    return _verschil(
        "niet besteed", "Wi 42:2", hoger=f.definitieve_uitkering, lager=f.besteed_bedrag
    )


def doorgeschoven_lasten(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 10.6: wat meer is besteed, telt in het volgende jaar (R11.15)."""
    return _verschil(
        "telt als last van het volgende jaar",
        "Bi 10.6",
        hoger=f.besteed_bedrag,
        lager=f.definitieve_uitkering,
    )


def te_reserveren_hoogstens(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 10.5: hoeveel het college mag meenemen naar het volgende jaar (R11.14).

    The text of 31 December of year t. Over 2026 and later the formula is not known to us.
    """
    over = niet_besteed(f, law)
    procent = law.in_force(day_before(add_months(_begin(f), A_YEAR))).reserveringsruimte
    ruimte = Finding("reserveringsruimte", "Bi 10.5", percent_of(f.definitieve_uitkering, procent))
    return fork(
        Finding("er is niets over", "Bi 10.5", same(over.value, NOTHING), (over,)),
        Finding("niets om te reserveren", "Bi 10.5", NOTHING),
        earliest(over, ruimte, text="wat over is, tot de reserveringsruimte", basis="Bi 10.5"),
        text="hoogstens te reserveren",
        basis="Bi 10.5",
    )


def aanlevering_verantwoording(f: Facts, law: Law) -> Finding:
    """Financiële-verhoudingswet, artikel 17a, volgens praktijk: 15 juli na het jaar (R11.16)."""
    p = law.in_force(_begin(f))
    half_juli = add_days(
        add_months(_volgend_jaar(f), p.aanlevering_verantwoording_maanden),
        p.aanlevering_verantwoording_dagen,
    )
    return Finding(
        "laatste dag om de verantwoording te sturen",
        "Fvw 17a",
        day_before(half_juli),
        (
            _jaar(f),
            Finding("maanden na het jaar", "Fvw 17a", p.aanlevering_verantwoording_maanden),
            Finding("dagen daarna", "Fvw 17a", p.aanlevering_verantwoording_dagen),
        ),
    )


@once
def uiterste_ontvangst_verantwoording(f: Facts, law: Law) -> Finding:
    """Wet, artikel 42, derde lid: achttien maanden na het jaar (R11.17)."""
    maanden = law.in_force(_begin(f)).verantwoording_binnen
    return _na_het_jaar(
        f, "laatste dag waarop de verantwoording binnen kan zijn", maanden=maanden, basis="Wi 42:3"
    )


@once
def verantwoording_te_laat(f: Facts, law: Law) -> Finding:
    """Wet, artikel 42, derde lid: niet volledig ontvangen in achttien maanden (R11.17)."""
    grens = uiterste_ontvangst_verantwoording(f, law)
    return fork(
        Finding("de volledige verantwoording is er", "Wi 42:3", f.verantwoording_ontvangen),
        Finding(
            "die kwam na de laatste dag",
            "Wi 42:3",
            before(grens.value, f.verantwoording_ontvangen_op),
            (grens,),
        ),
        Finding("de laatste dag is voorbij", "Wi 42:3", before(grens.value, f.today), (grens,)),
        text="de verantwoording is te laat",
        basis="Wi 42:3",
    )


def terugvordering(f: Facts, law: Law) -> Finding:
    """Wet, artikel 42, tweede en derde lid: wat de minister terugvordert (R11.16, R11.17).

    What is reserved within its room stays; what was spent wrongly or uncertainly comes back.
    """
    reserve = earliest(
        Finding("reserveert", "Bi 10.5", f.gereserveerd_bedrag),
        te_reserveren_hoogstens(f, law),
        text="blijft bij de gemeente",
        basis="Bi 10.5",
    )
    over = niet_besteed(f, law)
    deel = sum_of(
        Finding(
            "niet besteed en niet gereserveerd",
            "Wi 42:2",
            minus(over.value, reserve.value),
            (over, reserve),
        ),
        Finding("fout of onzeker besteed", "Wi 42:2", f.fout_of_onzeker_besteed),
        text="terug, met verantwoording",
        basis="Wi 42:2",
    )
    alles = fork(
        Finding("dat is zeer onbillijk", "Wi 42:3", f.terugvordering_onbillijk),
        Finding("lager bedrag van de minister", "Wi 42:3", f.lagere_terugvordering),
        Finding("de hele uitkering", "Wi 42:3", f.definitieve_uitkering),
        text="terug, zonder verantwoording",
        basis="Wi 42:3",
    )
    return fork(
        verantwoording_te_laat(f, law),
        alles,
        deel,
        text="de minister vordert terug",
        basis="Wi 42:2",
    )


def uiterste_mededeling_terugvordering(f: Facts, law: Law) -> Finding:
    """Wet, artikel 42, tweede en derde lid: een jaar, of drie maanden (R11.16, R11.17)."""
    p = law.in_force(_begin(f))
    grens = uiterste_ontvangst_verantwoording(f, law)
    einde = add_months(
        add_months(_volgend_jaar(f), p.verantwoording_binnen), p.mededeling_zonder_verantwoording
    )
    return fork(
        verantwoording_te_laat(f, law),
        Finding(
            "drie maanden na de achttien maanden",
            "Wi 42:3",
            working_day(day_before(einde), law.rest),
            (grens,),
        ),
        Finding(
            "een jaar na de ontvangst",
            "Wi 42:2",
            add_months(f.verantwoording_ontvangen_op, p.mededeling_met_verantwoording),
        ),
        text="laatste dag om de terugvordering mee te delen",
        basis="Wi 42:2",
    )


def gegevens_tellen_mee(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 10.7, eerste lid: bekend op 30 september, of later gevraagd (R11.16)."""
    maanden = law.in_force(_begin(f)).peildag_terugvordering
    peildag = _na_het_jaar(f, "peildag voor de terugvordering", maanden=maanden, basis="Bi 10.7:1")
    return any_of(
        Finding(
            "bekend op de peildag",
            "Bi 10.7:1",
            at_most(f.gegevens_bekend_op, peildag.value),
            (peildag,),
        ),
        Finding("de minister vroeg er zelf om", "Bi 10.7:1", f.gegevens_op_verzoek),
        text="deze gegevens tellen mee bij de terugvordering",
        basis="Bi 10.7:1",
    )


def terugvordering_onderwijsroute_mogelijk(f: Facts, law: Law) -> Finding:
    """Wet, artikel 42a, derde lid: de aparte uitkering voor de onderwijsroute (R11.23)."""
    p = law.in_force(f.uitkering_onderwijsroute_op)
    return all_of(
        Finding(
            "de wet kent deze uitkering", "Wi 42a:1", p.aparte_uitkering_onderwijsroute_bestaat
        ),
        not_so(
            Finding("goed besteed", "Wi 42a:3", f.uitkering_onderwijsroute_verantwoord),
            text="uit de verantwoording blijkt niet dat zij goed is besteed",
            basis="Wi 42a:3",
        ),
        text="de minister kan de aparte uitkering terugvorderen",
        basis="Wi 42a:3",
    )


def _begin(f: Facts) -> Column:
    return first_of_year(f.uitvoeringsjaar_op)


def _volgend_jaar(f: Facts) -> Column:
    return add_months(_begin(f), A_YEAR)


def _jaar(f: Facts) -> Finding:
    return Finding("uitvoeringsjaar", "Wi 40:1", f.uitvoeringsjaar_op)


def _na_het_jaar(f: Facts, text: str, *, maanden: Column, basis: str) -> Finding:
    return Finding(
        text,
        basis,
        day_before(add_months(_volgend_jaar(f), maanden)),
        (_jaar(f), Finding("maanden na het jaar", basis, maanden)),
    )


def _verschil(text: str, basis: str, *, hoger: Column, lager: Column) -> Finding:
    return Finding(text, basis, largest(minus(hoger, lager), NOTHING))
