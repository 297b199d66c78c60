"""Participatiewet, artikel 19 tot en met 24 en 52: the bijstand of a month, and the advance.

The college decides on bijstand; what is computed here is a check beside a decision, or a forecast.
Cents are rounded half up (`percent_rounded`, `share_of`); only a minimum is rounded up.
"""

from meedoen.rules.bijstandsnorm import toepasselijke_norm
from meedoen.rules.calendar import add_weeks, working_day
from meedoen.rules.column import Kind, constant
from meedoen.rules.facts import Facts
from meedoen.rules.logic import (
    Finding,
    any_of,
    fork,
    largest,
    minus,
    not_so,
    percent_rounded,
    same,
    share_up,
)
from meedoen.rules.once import once
from meedoen.rules.parameters import Law

HUNDRED = constant(100, Kind.PERCENT)


@once
def bijstand_in_maand(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 19, tweede lid: de norm min het inkomen, niet onder nul (R10.08).

    With the holiday allowance in it, before a lowering, of the month asked for.
    """
    norm = toepasselijke_norm(f, law)
    inkomen = Finding("inkomen dat meetelt", "Pw 19:2", f.inkomen_in_maand)
    return Finding(
        "bijstand in deze maand, met vakantietoeslag",
        "Pw 19:2",
        largest(minus(norm.value, inkomen.value), constant(0, Kind.CENTS)),
        (norm, inkomen),
    )


@once
def berekende_bijstand(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 19, derde lid: zonder de gespaarde vakantietoeslag (R10.08)."""
    p = law.in_force(f.bijstandsmaand)
    alles = bijstand_in_maand(f, law)
    toeslag = Finding("deel dat vakantietoeslag is", "Pw 19:3", p.vakantietoeslag_bijstand)
    zonder = Finding(
        "bijstand zonder vakantietoeslag",
        "Pw 19:3",
        percent_rounded(alles.value, minus(HUNDRED, toeslag.value)),
        (alles, toeslag),
    )
    return fork(
        Finding(
            "lezing: elke maand blijft de vakantietoeslag staan",
            "Pw 19:3",
            p.vakantietoeslag_blijft_staan,
        ),
        zonder,
        alles,
        text="bijstand die in deze maand wordt betaald, berekend",
        basis="Pw 19:3",
    )


@once
def uit_te_betalen_bijstand(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 19: wat in de maand is betaald, of anders de raming (R10.08).

    Where the college decided on an amount, that amount counts, not ours.
    """
    return fork(
        Finding("er is een besluit met een bedrag", "Pw 19:2", f.besluit_noemt_bedrag),
        Finding("bedrag in het besluit", "Pw 19:2", f.bedrag_in_besluit),
        berekende_bijstand(f, law),
        text="bijstand om uit te betalen",
        basis="Pw 19:2",
    )


def besluit_klopt_met_norm(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 19: het besluit en de berekening zijn gelijk (R10.08, R10.10).

    A difference is no mistake yet: a lowering (Pw 18) or an exempt part of the income explains it.
    """
    zelf = berekende_bijstand(f, law)
    return any_of(
        not_so(
            Finding("er is een besluit met een bedrag", "Pw 19:2", f.besluit_noemt_bedrag),
            text="er is geen besluit om na te rekenen",
            basis="Pw 19:2",
        ),
        Finding(
            "het bedrag is gelijk aan het berekende",
            "Pw 19:2",
            same(f.bedrag_in_besluit, zelf.value),
            (zelf,),
        ),
        text="het besluit klopt met de norm",
        basis="Pw 19:2",
    )


def uiterste_dag_voorschot(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 52: een voorschot binnen vier weken na de aanvraag (R10.09; Atw)."""
    weken = law.in_force(f.bijstand_aangevraagd_op).voorschot_binnen
    return Finding(
        "voorschot uiterlijk",
        "Pw 52",
        working_day(add_weeks(f.bijstand_aangevraagd_op, weken), law.rest),
        (
            Finding("aanvraag om bijstand", "Pw 52", f.bijstand_aangevraagd_op),
            Finding("binnen", "Pw 52", weken),
        ),
    )


def voorschot_minstens(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 52: ten minste negentig procent van de bijstand (R10.09).

    The percentage of the day of the application. A minimum, so cents are rounded up.
    """
    procent = law.in_force(f.bijstand_aangevraagd_op).voorschot_minstens
    alles = bijstand_in_maand(f, law)
    return Finding(
        "voorschot ten minste",
        "Pw 52",
        share_up(alles.value, procent, HUNDRED),
        (alles, Finding("deel van de bijstand", "Pw 52", procent)),
    )
