"""Regeling, artikel 6.1, 6.8 en 6.9: what somebody can pay, and how much DUO lends.

No article says how to round: cents are rounded half up (`percent_rounded`). The belastbaar
minimumloon stands in no text of this law, so it is a fact that DUO tells.
"""

from meedoen.rules.column import Column, Kind, constant
from meedoen.rules.facts import Facts
from meedoen.rules.lening import lening_mogelijk
from meedoen.rules.logic import (
    Finding,
    all_of,
    at_least,
    before,
    fork,
    largest,
    minus,
    not_so,
    percent_rounded,
    share_up,
    sum_of,
    times,
)
from meedoen.rules.once import once
from meedoen.rules.parameters import Law, Parameters

HUNDRED = constant(100, Kind.PERCENT)
NOTHING = constant(0, Kind.CENTS)


def draagkrachtvrije_voet(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 6.8, derde lid: het inkomen waarvan niets wordt gevraagd (R01.24)."""
    return voet_volgens(f, law.in_force(f.lening_gevraagd_op))


def terugval_in_inkomen(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 6.9: ten minste vijftien procent minder inkomen (R01.24).

    On request, of the income of the debtor alone; ordinary ups and downs do not count.
    """
    return terugval_volgens(f, law.in_force(f.lening_gevraagd_op))


def draagkrachtinkomen(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 6.8, tweede lid: inkomen van debiteur en partner samen (R01.24)."""
    return inkomen_volgens(f, law.in_force(f.lening_gevraagd_op))


@once
def draagkracht(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 6.8, vierde lid: twaalf procent van het inkomen boven de voet (R01.24).

    Per year, with the numbers of the day on which the loan was asked.
    """
    return draagkracht_volgens(f, law.in_force(f.lening_gevraagd_op))


def hoogte_lening(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 6.1: het hoogste bedrag min twee keer de draagkracht (R01.23)."""
    p = law.in_force(f.lening_gevraagd_op)
    kan_betalen = draagkracht(f, law)
    keer = Finding("zo vaak gaat de draagkracht eraf", "Ri 6.1:1", p.draagkracht_gaat_af)
    hoogstens = Finding("hoogste bedrag", "Bi 6.2:1", p.lening_hoogstens)
    over = Finding(
        "hoogste bedrag min draagkracht",
        "Ri 6.1:1",
        largest(minus(hoogstens.value, times(keer.value, kan_betalen.value)), NOTHING),
        (hoogstens, keer, kan_betalen),
    )
    return fork(
        Finding(
            "dat is te weinig voor een lening",
            "Ri 6.1:2",
            before(over.value, p.lening_nihil_onder),
            (over,),
        ),
        Finding("de lening wordt op nul gesteld", "Ri 6.1:2", NOTHING),
        over,
        text="hoogte van de lening",
        basis="Ri 6.1",
    )


def lening(f: Facts, law: Law) -> Finding:
    """Wet, artikel 20; Regeling, artikel 6.1: wat iemand op deze dag kan lenen (R01.22, R01.23)."""
    return fork(
        lening_mogelijk(f, law),
        hoogte_lening(f, law),
        Finding("geen lening", "Wi 20:1", NOTHING),
        text="lening",
        basis="Wi 20:1",
    )


def voet_volgens(f: Facts, p: Parameters) -> Finding:
    """The draagkrachtvrije voet with the numbers of one day."""
    met_partner = _deel_van_minimumloon(f, p.draagkrachtvrije_voet_met_partner, "Ri 6.8:3a")
    korting = _deel_van_minimumloon(f, p.draagkrachtvrije_voet_ouderenkorting, "Ri 6.8:3b")
    overige = _deel_van_minimumloon(f, p.draagkrachtvrije_voet_zonder_partner, "Ri 6.8:3c")
    return fork(
        _heeft_partner(f),
        met_partner,
        fork(
            Finding("heeft ouderenkorting", "Ri 6.8:3b", f.alleenstaande_ouderenkorting),
            korting,
            overige,
            text="voet zonder partner",
            basis="Ri 6.8:3",
        ),
        text="draagkrachtvrije voet",
        basis="Ri 6.8:3",
    )


def terugval_volgens(f: Facts, p: Parameters) -> Finding:
    """Whether the income of another year counts, with the numbers of one day."""
    daling = minus(f.toetsingsinkomen, f.toetsingsinkomen_ander_jaar)
    grens = share_up(f.toetsingsinkomen, p.terugval_minstens, HUNDRED)
    return all_of(
        Finding("vroeg om een ander jaar", "Ri 6.9:1", f.ander_jaar_gevraagd),
        Finding(
            "het inkomen is lager",
            "Ri 6.9:2",
            before(f.toetsingsinkomen_ander_jaar, f.toetsingsinkomen),
        ),
        Finding("de daling is groot genoeg", "Ri 6.9:2", at_least(daling, grens)),
        not_so(
            Finding("het is een gewone schommeling", "Ri 6.9:2", f.terugval_is_gewoon),
            text="het is geen gewone schommeling",
            basis="Ri 6.9:2",
        ),
        text="er is terugval in inkomen",
        basis="Ri 6.9",
    )


def eigen_inkomen_volgens(f: Facts, p: Parameters) -> Finding:
    """The income of the debtor in the year that counts, with the numbers of one day."""
    return fork(
        terugval_volgens(f, p),
        Finding("inkomen in het latere jaar", "Ri 6.9:1", f.toetsingsinkomen_ander_jaar),
        Finding("inkomen in het tweede jaar ervoor", "Ri 6.8:2", f.toetsingsinkomen),
        text="eigen inkomen",
        basis="Ri 6.8:2",
    )


def inkomen_volgens(f: Facts, p: Parameters) -> Finding:
    """The income of debtor and partner in the year that counts, with the numbers of one day."""
    partner = fork(
        terugval_volgens(f, p),
        Finding("partner, latere jaar", "Ri 6.9:1", f.toetsingsinkomen_partner_ander_jaar),
        Finding("partner, tweede jaar ervoor", "Ri 6.8:2", f.toetsingsinkomen_partner),
        text="inkomen van de partner",
        basis="Ri 6.8:2",
    )
    return sum_of(
        eigen_inkomen_volgens(f, p),
        fork(
            _heeft_partner(f),
            partner,
            Finding("geen partner", "Ri 6.8:2", NOTHING),
            text="inkomen van een partner",
            basis="Ri 6.8:2",
        ),
        text="draagkrachtinkomen",
        basis="Ri 6.8:2",
    )


def draagkracht_volgens(f: Facts, p: Parameters) -> Finding:
    """What somebody can pay in a year, with the numbers of one day."""
    inkomen, voet = inkomen_volgens(f, p), voet_volgens(f, p)
    erboven = Finding(
        "inkomen boven de voet",
        "Ri 6.8:3",
        largest(minus(inkomen.value, voet.value), NOTHING),
        (inkomen, voet),
    )
    deel = Finding("deel van het inkomen boven de voet", "Ri 6.8:4", p.draagkracht_deel)
    return Finding(
        "draagkracht per jaar",
        "Ri 6.8:4",
        percent_rounded(erboven.value, deel.value),
        (erboven, deel),
    )


def _deel_van_minimumloon(f: Facts, procent: Column, basis: str) -> Finding:
    return Finding(
        "deel van het belastbaar minimumloon",
        basis,
        percent_rounded(f.belastbaar_minimumloon, procent),
    )


def _heeft_partner(f: Facts) -> Finding:
    return Finding("heeft een partner", "Ri 6.8:3a", f.heeft_partner)
