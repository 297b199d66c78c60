"""Besluit, artikel 7.1, derde en vierde lid: the fine of Wi 23, when repeated and by blame."""

from meedoen.rules.calendar import add_months
from meedoen.rules.choices_handhaving import Boetebedrag, Verhoging, Verwijtbaarheid, Volgorde
from meedoen.rules.facts import Facts
from meedoen.rules.logic import (
    Finding,
    all_of,
    at_most,
    before,
    by_word,
    earliest,
    equals,
    fork,
    minus,
    percent_of,
    sum_of,
)
from meedoen.rules.once import once
from meedoen.rules.parameters import Law


@once
def herhaling(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 7.1, derde lid: binnen twaalf maanden na een eerdere overtreding (R09.03).

    From constatation to constatation; the fine for the earlier one must be irrevocable.
    """
    maanden = law.in_force(f.overtreding_geconstateerd_op).herhaling_binnen
    tot = add_months(f.eerdere_overtreding_geconstateerd_op, maanden)
    eerder = Finding(
        "eerdere overtreding geconstateerd", "Bi 7.1:3", f.eerdere_overtreding_geconstateerd_op
    )
    nu = Finding("overtreding geconstateerd", "Bi 7.1:3", f.overtreding_geconstateerd_op)
    return all_of(
        Finding("er is een eerdere overtreding van Wi 23", "Bi 7.1:3", f.eerdere_overtreding),
        Finding("die was eerder", "Bi 7.1:3", before(eerder.value, nu.value), (eerder, nu)),
        Finding(
            "die was hoogstens twaalf maanden eerder",
            "Bi 7.1:3",
            at_most(nu.value, tot),
            (eerder, nu, Finding("binnen", "Bi 7.1:3", maanden)),
        ),
        Finding("die boete is onherroepelijk", "Bi 7.1:3", f.eerdere_boete_onherroepelijk),
        text="het is een herhaling",
        basis="Bi 7.1:3",
    )


@once
def boete_met_verhoging(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 7.1, tweede en derde lid: 50 euro, bij herhaling hoger (R09.02, R09.03)."""
    p = law.in_force(f.overtreding_geconstateerd_op)
    return fork(
        herhaling(f, law),
        earliest(
            _verhoogd(f, law),
            Finding("hoogste bedrag", "Bi 7.1:3", p.boete_traject_hoogstens),
            text="verhoogde boete, met een grens",
            basis="Bi 7.1:3",
        ),
        _eerste_keer(f, law),
        text="boete met de verhoging",
        basis="Bi 7.1:3",
    )


@once
def deel_naar_verwijtbaarheid(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 7.1, vierde lid: 100, 75, 50 of 25 procent (R09.04)."""
    p = law.in_force(f.overtreding_geconstateerd_op)
    return by_word(
        Finding("mate van verwijtbaarheid", "Bi 7.1:4", f.mate_van_verwijtbaarheid),
        {
            Verwijtbaarheid.OPZET: Finding("bij opzet", "Bi 7.1:4a", p.boete_bij_opzet),
            Verwijtbaarheid.GROVE_SCHULD: Finding(
                "bij grove schuld", "Bi 7.1:4b", p.boete_bij_grove_schuld
            ),
            Verwijtbaarheid.GEEN_OPZET_OF_GROVE_SCHULD: Finding(
                "zonder opzet of grove schuld", "Bi 7.1:4c", p.boete_zonder_opzet_of_grove_schuld
            ),
            Verwijtbaarheid.VERMINDERD: Finding(
                "bij verminderde verwijtbaarheid",
                "Bi 7.1:4d",
                p.boete_bij_verminderde_verwijtbaarheid,
            ),
        },
        text="deel van de boete",
        basis="Bi 7.1:4",
    )


@once
def boete_naar_verwijtbaarheid(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 7.1, derde en vierde lid: de boete voor deze overtreding (R09.03, R09.04).

    What comes first, increase or blame, is a reading. Where the amount imposed last time is what
    increases (another reading), the blame is in that amount already.
    """
    verhoogd = boete_met_verhoging(f, law)
    keuze = law.in_force(f.overtreding_geconstateerd_op).boetebedrag_bij_herhaling
    return fork(
        all_of(
            herhaling(f, law),
            Finding(
                "lezing: het opgelegde bedrag gaat omhoog",
                "Bi 7.1:3",
                equals(keuze, Boetebedrag.OPGELEGD),
            ),
            text="de verwijtbaarheid zit al in het vorige bedrag",
            basis="Bi 7.1:3",
        ),
        verhoogd,
        _in_volgorde(f, law, verhoogd),
        text="boete naar verwijtbaarheid",
        basis="Bi 7.1:4",
    )


def _eerste_keer(f: Facts, law: Law) -> Finding:
    bedrag = law.in_force(f.overtreding_geconstateerd_op).boete_traject
    return Finding("boete, de eerste keer", "Bi 7.1:2", bedrag)


def _verhoogd(f: Facts, law: Law) -> Finding:
    keuze = law.in_force(f.overtreding_geconstateerd_op).boetebedrag_bij_herhaling
    norm = Finding(
        "vorige boete, zonder de verwijtbaarheid", "Bi 7.1:3", f.eerdere_boete_voor_verwijtbaarheid
    )
    opgelegd = Finding("vorige boete, zoals opgelegd", "Bi 7.1:3", f.eerdere_boete_opgelegd)
    return by_word(
        Finding("lezing van «het boetebedrag»", "Bi 7.1:3", keuze),
        {
            Boetebedrag.NORM: _met_procent(f, law, norm),
            Boetebedrag.OPGELEGD: _met_procent(f, law, opgelegd),
        },
        text="verhoogde boete",
        basis="Bi 7.1:3",
    )


def _met_procent(f: Facts, law: Law, vorige: Finding) -> Finding:
    p = law.in_force(f.overtreding_geconstateerd_op)
    procent = Finding("verhoging", "Bi 7.1:3", p.verhoging_bij_herhaling)
    return by_word(
        Finding("lezing van «steeds verhoogd»", "Bi 7.1:3", p.wijze_van_verhoging),
        {
            Verhoging.VERDUBBELEN: sum_of(
                vorige,
                _deel(vorige, procent, "verhoging over de vorige boete"),
                text="de boete verdubbelt",
                basis="Bi 7.1:3",
            ),
            Verhoging.OPTELLEN: sum_of(
                vorige,
                _deel(_eerste_keer(f, law), procent, "verhoging, steeds gelijk"),
                text="er komt steeds hetzelfde bij",
                basis="Bi 7.1:3",
            ),
        },
        text="vorige boete met de verhoging",
        basis="Bi 7.1:3",
    )


def _in_volgorde(f: Facts, law: Law, verhoogd: Finding) -> Finding:
    deel, eerste = deel_naar_verwijtbaarheid(f, law), _eerste_keer(f, law)
    verhoging = Finding(
        "alleen de verhoging", "Bi 7.1:3", minus(verhoogd.value, eerste.value), (verhoogd, eerste)
    )
    keuze = law.in_force(f.overtreding_geconstateerd_op).volgorde_van_verwijtbaarheid
    return by_word(
        Finding("lezing van de volgorde", "Bi 7.1:4", keuze),
        {
            Volgorde.NA_VERHOGING: _deel(verhoogd, deel, "deel van de verhoogde boete"),
            Volgorde.VOOR_VERHOGING: sum_of(
                _deel(eerste, deel, "deel van de eerste boete"),
                verhoging,
                text="dat deel, en dan de verhoging",
                basis="Bi 7.1:4",
            ),
        },
        text="boete met verhoging en verwijtbaarheid",
        basis="Bi 7.1:4",
    )


def _deel(bedrag: Finding, procent: Finding, text: str) -> Finding:
    value = percent_of(bedrag.value, procent.value)
    return Finding(text, procent.basis, value, (bedrag, procent))
