"""Whatever the order, repetition and delay of notices: the dossier ends where DUO is."""

from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any

import pytest
from django.db import transaction
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.berichten import fake_duo as say
from tests.berichten.fake_duo import FakeDuo
from tests.berichten.scene import facts, known, scope, soorten, tell
from tests.dossier.makers import ELDERS

from meedoen.berichten import vertaling
from meedoen.berichten.uitkomst import Toestand
from meedoen.ports.duo_words import Omvang, Oordeel, RedenGeenPlicht
from meedoen.ports.period import Period
from meedoen.rules.choices import Doelgroep

__all__ = ["scope"]
pytestmark = pytest.mark.usefixtures("scope")

Step = tuple[str, dict[str, Any]]
LEZEN = say.examen("lezen", "gezakt", date(2026, 5, 1), "B1")
SPREKEN = say.examen("spreken", "geslaagd", date(2026, 6, 1), "B1")
AWAY = Period(date(2026, 8, 1), date(2027, 2, 1))
GRANTED = (
    say.vrijstelling(Omvang.TIJDELIJK, Oordeel.TOEGEKEND, AWAY.van or date.min, period=AWAY),
)
ASKED = date(2026, 7, 1)

# What can happen to somebody, in the order in which it does: a code, and what DUO answers since.
LIFE: tuple[Step, ...] = (
    ("SS101", {"plicht": say.plicht(), "doelgroep": say.doelgroep(Doelgroep.ASIELSTATUSHOUDER)}),
    ("SS131", {"toets": (say.toets(900, date(2026, 4, 1)),)}),
    ("SS121", {"pip": say.pip(ELDERS, date(2026, 4, 30))}),
    ("SS102", {"termijn": say.termijn(date(2029, 5, 2), changed=date(2026, 5, 2))}),
    ("SS199", {"examen": (LEZEN,)}),
    ("SS199", {"examen": (LEZEN, SPREKEN)}),
    ("SS124", {"doelgroep": say.doelgroep(Doelgroep.GEZINS_OF_OVERIGE_MIGRANT, ASKED)}),
    ("SS112", {"verlenging": (say.verlenging(ASKED, Oordeel.IN_BEHANDELING),)}),
    ("SS104", {
        "verlenging": (say.verlenging(ASKED, Oordeel.TOEGEKEND, date(2026, 7, 20)),),
        "termijn": say.termijn(date(2029, 11, 2), grond="4B", changed=date(2026, 7, 20)),
    }),
    ("SS198", {
        "boete": (say.boete(date(2026, 7, 28)),),
        "termijn": say.termijn(date(2027, 7, 28), changed=date(2026, 7, 28)),
    }),
    ("SS109", {
        "plicht": say.ended(RedenGeenPlicht.TIJDELIJKE_VRIJSTELLING, date(2026, 7, 31)),
        "vrijstelling": GRANTED,
    }),
    ("SS130", {"plicht": say.plicht()}),
    ("SS110", {"plicht": say.ended(RedenGeenPlicht.OVERIG, date(2026, 9, 1))}),
    ("SS106", {"plicht": say.ended(RedenGeenPlicht.VOLDAAN, date(2026, 9, 1))}),
)  # fmt: skip


def in_order(story: list[Step]) -> list[tuple[int, int]]:
    """Every notice once, before DUO knows anything newer: (so far DUO is, which notice)."""
    return [(place, place) for place in range(len(story))]


def shaken(story: list[Step], rng: Random) -> list[tuple[int, int]]:
    """Every notice at least once, some again, each after what it tells of and in any order."""
    last = len(story) - 1
    places = [*range(len(story)), *rng.choices(range(len(story)), k=rng.randrange(4))]
    return sorted(((rng.randint(place, last), place) for place in places), key=lambda s: s[0])


# a life takes a second: a fifth of what is usual, and none is made shorter when it fails
FEW = int(getattr(settings.default, "max_examples", 50)) // 5


class KilledError(Exception):
    """The worker died."""


def live(
    story: list[Step], sent: list[tuple[int, int]], killed: Callable[[], bool]
) -> tuple[dict[str, Any], list[str]]:
    """What the dossier says in the end, and the lines that happen once; nothing stays behind."""
    with transaction.atomic():
        dossier = known()
        for number, (so_far, place) in enumerate(sent):
            answers: dict[str, Any] = {}
            for _code, since in story[: so_far + 1]:
                answers |= since
            _until_done(story[place][0], FakeDuo(answers), number, killed)
        found = facts(dossier.pk)
        once = [each for each in soorten(dossier.pk) if each in ONCE]
        transaction.set_rollback(True)
    return found, sorted(once)


ONCE = {"examenuitslag_ontvangen", "verlenging_beslist", "boete_duo_opgelegd", "aanvraag_afgewezen"}


def _until_done(code: str, duo: FakeDuo, number: int, killed: Callable[[], bool]) -> None:
    while True:
        try:
            with transaction.atomic():
                outcome = tell(code, duo, number=number)
                if killed():
                    raise KilledError
        except KilledError:
            continue
        assert outcome.toestand is Toestand.VERWERKT, (code, outcome)
        return


@settings(max_examples=FEW, phases=[Phase.explicit, Phase.generate])
@given(
    chosen=st.sets(st.integers(1, len(LIFE) - 1), min_size=2, max_size=6),
    seed=st.integers(0, 10**6),
)
def test_any_order_leads_to_the_same_dossier(chosen: set[int], seed: int) -> None:
    rng = Random(seed)
    story = [LIFE[place] for place in sorted({0, *chosen})]
    plain = live(story, in_order(story), lambda: False)
    assert live(story, shaken(story, rng), lambda: rng.random() < 0.2) == plain


def test_the_property_sees_what_goes_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were it not looked at with every answer about the duty, an old exemption would stay."""
    story = [step for step in LIFE if step[0] in {"SS101", "SS109", "SS110"}]
    late = [(0, 0), (2, 1), (2, 2)]
    assert live(story, late, lambda: False) == live(story, in_order(story), lambda: False)
    monkeypatch.setattr(vertaling, "exempt_no_more", lambda _duty, _zaak: iter(()))
    assert live(story, late, lambda: False) != live(story, in_order(story), lambda: False)
