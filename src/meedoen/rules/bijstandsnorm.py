"""Participatiewet, artikel 20 tot en met 24: the norm of a household in a month.

Net per calendar month, with the holiday allowance in it. A half-year that was not published or not
found is unknown. Cents are rounded half up (`percent_rounded`, `share_of`).
"""

from meedoen.rules.choices_geld import Huishouden
from meedoen.rules.column import Column, Kind, constant
from meedoen.rules.facts import Facts
from meedoen.rules.logic import (
    Finding,
    all_of,
    at_least,
    by_word,
    fork,
    one_of,
    percent_rounded,
    share_of,
    sum_of,
    times,
    total,
)
from meedoen.rules.once import once
from meedoen.rules.parameters import Law

ONE, TWO = constant(1, Kind.COUNT), constant(2, Kind.COUNT)
HUNDRED = constant(100, Kind.PERCENT)
# young couples have a norm of their own, and so has who lives in an institution
GEHUWD = tuple(word for word in Huishouden if word.name.startswith("GEHUWDEN"))
KAN_KOSTEN_DELEN = (
    Huishouden.ALLEENSTAANDE,
    Huishouden.GEHUWDEN,
    Huishouden.ALLEENSTAANDE_AOW,
    Huishouden.GEHUWDEN_AOW,
    Huishouden.GEHUWDEN_EEN_JONG,
    Huishouden.GEHUWDEN_EEN_JONG_MET_KIND,
)


@once
def bijstandsnorm(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 20 tot en met 23: de norm zonder kostendelers (R10.10)."""
    p = law.in_force(f.bijstandsmaand)
    jong = "Pw 20"
    return by_word(
        Finding("huishouden", "Pw 20", f.huishouden),
        {
            Huishouden.ALLEENSTAANDE_JONG: _norm(p.bijstandsnorm_alleenstaande_jong, jong),
            Huishouden.GEHUWDEN_JONG: _norm(p.bijstandsnorm_gehuwden_jong, jong),
            Huishouden.GEHUWDEN_EEN_JONG: _norm(p.bijstandsnorm_gehuwden_een_jong, jong),
            Huishouden.GEHUWDEN_JONG_MET_KIND: _norm(p.bijstandsnorm_gehuwden_jong_met_kind, jong),
            Huishouden.GEHUWDEN_EEN_JONG_MET_KIND: _norm(
                p.bijstandsnorm_gehuwden_een_jong_met_kind, jong
            ),
            Huishouden.ALLEENSTAANDE: _norm(p.bijstandsnorm_alleenstaande, "Pw 21"),
            Huishouden.GEHUWDEN: _norm(p.bijstandsnorm_gehuwden, "Pw 21"),
            Huishouden.ALLEENSTAANDE_AOW: _norm(p.bijstandsnorm_alleenstaande_aow, "Pw 22"),
            Huishouden.GEHUWDEN_AOW: _norm(p.bijstandsnorm_gehuwden_aow, "Pw 22"),
            Huishouden.ALLEENSTAANDE_INRICHTING: _met_verhoging(
                p.bijstandsnorm_alleenstaande_inrichting, p.verhoging_alleenstaande_inrichting
            ),
            Huishouden.GEHUWDEN_INRICHTING: _met_verhoging(
                p.bijstandsnorm_gehuwden_inrichting, p.verhoging_gehuwden_inrichting
            ),
        },
        text="bijstandsnorm",
        basis="Pw 20",
    )


@once
def deelt_kosten(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 19a en 22a: woont met iemand die kosten deelt (R10.11).

    Not who is younger than 21 (with the partner), and not in an institution.
    """
    return all_of(
        Finding(
            "voor dit huishouden kunnen kostendelers meetellen",
            "Pw 22a",
            one_of(f.huishouden, *KAN_KOSTEN_DELEN),
        ),
        _heeft_kostendelers(f),
        text="deelt de kosten van de woning",
        basis="Pw 22a",
    )


@once
def kostendelersnorm(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 22a: de norm per persoon als kosten worden gedeeld (R10.11).

    (40% + A x 30%) / A of the norm of a couple of that age. A counts the others who share, the
    person and the partner. Where one partner is younger than 21 there is no answer.
    """
    p = law.in_force(f.bijstandsmaand)
    alleen = total(f.kostendelende_medebewoners, ONE)
    samen = total(f.kostendelende_medebewoners, TWO)
    tot_aow, met_aow = p.bijstandsnorm_gehuwden, p.bijstandsnorm_gehuwden_aow
    return by_word(
        Finding("huishouden", "Pw 22a", f.huishouden),
        {
            Huishouden.ALLEENSTAANDE: _deel(f, law, norm=tot_aow, personen=alleen),
            Huishouden.GEHUWDEN: _deel(f, law, norm=tot_aow, personen=samen),
            Huishouden.ALLEENSTAANDE_AOW: _deel(f, law, norm=met_aow, personen=alleen),
            Huishouden.GEHUWDEN_AOW: _deel(f, law, norm=met_aow, personen=samen),
        },
        text="kostendelersnorm per persoon",
        basis="Pw 22a",
    )


@once
def norm_partner_zonder_recht(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 24: de helft als de partner geen recht heeft (R10.12).

    For couples of 21 or older; who shares costs with others has the kostendelersnorm instead.
    """
    p = law.in_force(f.bijstandsmaand)
    deel = p.deel_norm_partner_zonder_recht
    return fork(
        _heeft_kostendelers(f),
        kostendelersnorm(f, law),
        by_word(
            Finding("huishouden", "Pw 24", f.huishouden),
            {
                Huishouden.GEHUWDEN: _helft(p.bijstandsnorm_gehuwden, deel),
                Huishouden.GEHUWDEN_AOW: _helft(p.bijstandsnorm_gehuwden_aow, deel),
            },
            text="norm zonder kostendelers",
            basis="Pw 24",
        ),
        text="norm als de partner geen recht heeft",
        basis="Pw 24",
    )


@once
def toepasselijke_norm(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 20 tot en met 24: de norm die voor dit huishouden geldt (R10.10)."""
    partner_zonder_recht = all_of(
        Finding("is gehuwd of woont samen", "Pw 24", one_of(f.huishouden, *GEHUWD)),
        Finding("de partner heeft geen recht op bijstand", "Pw 24", f.partner_zonder_recht),
        text="een van de partners heeft geen recht",
        basis="Pw 24",
    )
    return fork(
        partner_zonder_recht,
        norm_partner_zonder_recht(f, law),
        fork(
            deelt_kosten(f, law),
            _voor_het_huishouden(f, kostendelersnorm(f, law)),
            bijstandsnorm(f, law),
            text="norm voor het hele huishouden",
            basis="Pw 22a",
        ),
        text="norm die geldt",
        basis="Pw 20",
    )


def _voor_het_huishouden(f: Facts, per_persoon: Finding) -> Finding:
    for_two = sum_of(per_persoon, per_persoon, text="voor allebei samen", basis="Pw 22a")
    return fork(
        Finding("is gehuwd of woont samen", "Pw 22a", one_of(f.huishouden, *GEHUWD)),
        for_two,
        per_persoon,
        text="kostendelersnorm van het huishouden",
        basis="Pw 22a",
    )


def _deel(f: Facts, law: Law, *, norm: Column, personen: Column) -> Finding:
    p = law.in_force(f.bijstandsmaand)
    deel = total(p.kostendelers_vast_deel, times(personen, p.kostendelers_deel_per_persoon))
    return Finding(
        "deel van de norm voor gehuwden",
        "Pw 22a",
        share_of(norm, deel, times(personen, HUNDRED)),
        (
            Finding("norm voor gehuwden", "Pw 22a", norm),
            Finding("hoeveel personen meetellen", "Pw 22a", personen),
        ),
    )


def _heeft_kostendelers(f: Facts) -> Finding:
    return Finding(
        "woont met een of meer kostendelers",
        "Pw 19a",
        at_least(f.kostendelende_medebewoners, ONE),
    )


def _norm(bedrag: Column, basis: str) -> Finding:
    return Finding("norm", basis, bedrag)


def _helft(bedrag: Column, deel: Column) -> Finding:
    return Finding(
        "deel van de norm voor gehuwden",
        "Pw 24",
        percent_rounded(bedrag, deel),
        (Finding("norm voor gehuwden", "Pw 24", bedrag), Finding("deel", "Pw 24", deel)),
    )


def _met_verhoging(bedrag: Column, verhoging: Column) -> Finding:
    return sum_of(
        Finding("norm", "Pw 23", bedrag),
        Finding("verhoging", "Pw 23", verhoging),
        text="norm in een inrichting",
        basis="Pw 23",
    )
