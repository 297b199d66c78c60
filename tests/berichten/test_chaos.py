"""Many people at once, notices late, twice and in any order, and a worker that is killed."""

import json
import os
from itertools import islice
from random import Random

import pytest
from django.db import transaction
from stdnum.nl import bsn as elfproef
from tests.berichten.fake_duo import FakeDuo
from tests.berichten.scene import facts, known, scope, soorten, tell
from tests.berichten.test_convergence import LIFE, KilledError, Step, shaken

from meedoen.berichten.uitkomst import Toestand
from meedoen.dossier.models import Inhoud

__all__ = ["scope"]
pytestmark = pytest.mark.usefixtures("scope")

DEEP = os.environ.get("MEEDOEN_HYPOTHESIS") == "deep"
NOTICES = 10_000 if DEEP else 150
OF_ONE = 5  # notices at least


class Somebody:
    """One life, and the dossier of it; DUO knows so much of it as was lived so far."""

    def __init__(self, bsn: str, rng: Random) -> None:
        chosen = sorted({0, *rng.sample(range(1, len(LIFE)), k=OF_ONE - 1)})
        self.bsn, self.story = bsn, [LIFE[place] for place in chosen]
        self.dossier = known(bsn).pk

    def answers(self, so_far: int) -> FakeDuo:
        """What DUO answers then."""
        found: dict[str, object] = {}
        lived: list[Step] = self.story[: so_far + 1]
        for _code, since in lived:
            found |= since
        return FakeDuo(found)

    def told(self, so_far: int, place: int, number: int) -> None:
        """A notice, processed."""
        outcome = tell(self.story[place][0], self.answers(so_far), bsn=self.bsn, number=number)
        assert (outcome.toestand, outcome.dossier) == (Toestand.VERWERKT, self.dossier)


def test_nothing_is_lost_and_nothing_is_there_twice() -> None:
    rng = Random(2021)
    numbers = (str(each) for each in range(999_900_000, 999_999_999))
    valid = filter(elfproef.is_valid, numbers)
    people = [Somebody(bsn, rng) for bsn in islice(valid, NOTICES // OF_ONE)]
    waiting = [(so_far, who, place) for who in people for so_far, place in shaken(who.story, rng)]
    waiting.sort(key=lambda each: (each[0], rng.random()))
    assert len(waiting) >= NOTICES
    for number, (so_far, who, place) in enumerate(waiting):
        while not _survived(who, (so_far, place, number), rng):
            continue
    for who in people:
        _is_where_duo_is(who)


def _survived(who: Somebody, notice: tuple[int, int, int], rng: Random) -> bool:
    """False: the worker died after all was written, and before it was kept."""
    try:
        with transaction.atomic():
            who.told(*notice)
            if rng.random() < 0.1:
                raise KilledError
    except KilledError:
        return False
    return True


def _is_where_duo_is(who: Somebody) -> None:
    """Every notice once more, now that DUO knows all, tells nothing new; each once is once."""
    before = facts(who.dossier), soorten(who.dossier)
    for place in range(len(who.story)):
        who.told(len(who.story) - 1, place, -1)
    assert (facts(who.dossier), soorten(who.dossier)) == before
    rows = Inhoud.objects.filter(dossier=who.dossier).values_list("gebeurtenis__soort", "bytes")
    told = [(soort, json.loads(bytes(content)).get("details", {})) for soort, content in rows]
    once = [(soort, details["kenmerk"]) for soort, details in told if "kenmerk" in details]
    assert len(once) == len(set(once))
