"""Regeling, artikel 6.5, 6.8 en 6.10 tot en met 6.12: the amount per month, and paying too late.

Interest is in the debt that DUO tells. Cents are rounded half up (`share_of`).
"""

from meedoen.rules.calendar import add_weeks
from meedoen.rules.column import Kind, constant
from meedoen.rules.draagkracht import draagkracht_volgens, eigen_inkomen_volgens, inkomen_volgens
from meedoen.rules.facts import Facts
from meedoen.rules.logic import (
    Finding,
    all_of,
    any_of,
    at_least,
    before,
    earliest,
    fork,
    latest,
    not_so,
    share_of,
    smallest,
)
from meedoen.rules.parameters import Law

ONE_MONTH, A_YEAR = constant(1, Kind.MONTHS), constant(12, Kind.MONTHS)


def termijnbedrag(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 6.5; Besluit, artikel 6.12: wat iemand per maand betaalt (R01.27).

    Lower on request when the draagkracht is lower; nothing when that is under 180 euro a year.
    """
    p = law.in_force(f.draagkracht_gevraagd_op)
    gewoon, per_jaar = termijnbedrag_zonder_draagkracht(f, law), draagkracht_volgens(f, p)
    minstens = Finding("ten minste", "Ri 6.5:2", p.termijnbedrag_minstens)
    debiteur = draagkracht_debiteur(f, law)
    per_maand = share_of(debiteur.value, ONE_MONTH, A_YEAR)
    naar_draagkracht = latest(
        minstens,
        earliest(
            gewoon,
            Finding("draagkracht per maand", "Bi 6.12:2", per_maand, (debiteur,)),
            text="het laagste van de twee",
            basis="Bi 6.12:2",
        ),
        text="naar draagkracht, ten minste 15 euro",
        basis="Ri 6.5:2",
    )
    return fork(
        Finding("vroeg om zijn draagkracht", "Bi 6.10", f.draagkracht_gevraagd),
        fork(
            Finding(
                "de draagkracht is te laag",
                "Ri 6.5:2",
                before(per_jaar.value, p.termijnbedrag_nihil_onder),
                (per_jaar,),
            ),
            Finding("niets te betalen", "Ri 6.5:2", constant(0, Kind.CENTS)),
            naar_draagkracht,
            text="termijnbedrag naar draagkracht",
            basis="Bi 6.12:2",
        ),
        gewoon,
        text="termijnbedrag per maand",
        basis="Ri 6.5",
    )


def termijnbedrag_zonder_draagkracht(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 6.5: de schuld met rente, verdeeld over de maanden (R01.27)."""
    p = law.in_force(f.lening_verstrekt_op)
    duur = smallest(f.duur_terugbetaling, p.terugbetaling_hoogstens)
    return latest(
        Finding("ten minste", "Ri 6.5:2", p.termijnbedrag_minstens),
        Finding(
            "schuld met rente, per maand",
            "Ri 6.5:1",
            share_of(f.schuld_met_rente, ONE_MONTH, duur),
        ),
        text="termijnbedrag zonder draagkracht",
        basis="Ri 6.5:1",
    )


def draagkracht_debiteur(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 6.8 en 6.10: de draagkracht per jaar, van twee partners een deel (R01.24).

    Where both pay a loan back, each bears the share of the own income.
    """
    p = law.in_force(f.draagkracht_gevraagd_op)
    alles = draagkracht_volgens(f, p)
    eigen, samen = eigen_inkomen_volgens(f, p), inkomen_volgens(f, p)
    return fork(
        all_of(
            Finding("heeft een partner", "Ri 6.10", f.heeft_partner),
            Finding("die betaalt ook een lening terug", "Ri 6.10", f.partner_is_debiteur),
            text="beide partners zijn debiteur",
            basis="Ri 6.10",
        ),
        Finding(
            "deel naar het eigen inkomen",
            "Ri 6.10:b",
            share_of(alles.value, eigen.value, samen.value),
            (alles, eigen, samen),
        ),
        alles,
        text="draagkracht van de debiteur",
        basis="Ri 6.8:4",
    )


def in_verzuim(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 6.11: twee weken na de vervaldatum nog niet ontvangen (R01.28).

    A term of a ministerial regulation: the Algemene termijnenwet does not lengthen it.
    """
    weken = law.in_force(f.vervaldag_termijnbedrag).verzuim_na
    grens = Finding(
        "laatste dag om te betalen", "Ri 6.11", add_weeks(f.vervaldag_termijnbedrag, weken)
    )
    return all_of(
        not_so(
            Finding("het termijnbedrag is ontvangen", "Ri 6.11", f.termijnbedrag_ontvangen),
            text="het termijnbedrag is niet ontvangen",
            basis="Ri 6.11",
        ),
        Finding("die dag is voorbij", "Ri 6.11", before(grens.value, f.today), (grens,)),
        text="is in verzuim",
        basis="Ri 6.11",
    )


def deurwaarder_mogelijk(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 6.12: wanneer een achterstand naar de deurwaarder kan (R01.28)."""
    p = law.in_force(f.today)
    return all_of(
        Finding("er is een dwangbevel", "Wi 21:4", f.dwangbevel_uitgevaardigd),
        any_of(
            Finding(
                "de achterstand is groot genoeg",
                "Ri 6.12:a",
                at_least(f.achterstand, p.deurwaarder_vanaf),
            ),
            Finding(
                "de oude achterstand is groot genoeg",
                "Ri 6.12:b",
                at_least(f.achterstand_van_zes_maanden, p.deurwaarder_oude_achterstand_vanaf),
            ),
            text="een van de twee grenzen is bereikt",
            basis="Ri 6.12",
        ),
        text="DUO kan de achterstand overdragen aan een deurwaarder",
        basis="Ri 6.12",
    )
