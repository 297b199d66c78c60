"""Facts at any moment, for any day: corrections and withdrawals against a plain model."""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.dossier.makers import HIER, ON, Team, dossier_for, later, team
from tests.dossier.withdrawing import approve, proposal

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.diary import DiaryError, record
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import Dossier

FACT = "kennisgeving_op"
STEP = 10  # minutes between two lines
LONGEST = 7

Step = tuple[str, int, int]  # what is done, how many days before ON, and to which line
STEPS = st.tuples(
    st.sampled_from(["tell", "mend", "take back", "withdraw"]),
    st.integers(0, 9),
    st.integers(0, LONGEST),
)


@dataclass
class Told:
    """One line as the model keeps it: when it was recorded, its day, and what it put right."""

    nummer: int
    minute: int
    day: date | None  # None: it only takes another back
    herstelt: int | None = None


@dataclass
class Model:
    """What a diary says, in the plainest way."""

    lines: list[Told] = field(default_factory=list)
    gone: set[int] = field(default_factory=set)  # withdrawn: at every moment as if never told

    def known(self, on: date, minute: int) -> date | None:
        """The fact on a day as it was known at a moment."""
        recorded = [line for line in self.lines if line.minute <= minute]
        mended = {line.herstelt for line in recorded}
        count = [
            (line.day, line.nummer)
            for line in recorded
            if line.day and line.day <= on and line.nummer not in mended | self.gone
        ]
        return max(count)[0] if count else None


class UndoError(Exception):
    """Ends an example."""


@pytest.fixture
def people(db: None) -> Team:
    return team(HIER, Rol.KLANTMANAGER, Rol.FG)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12)
@given(
    st.lists(STEPS, min_size=2, max_size=LONGEST),
    st.lists(st.tuples(st.integers(0, 10), st.integers(0, (LONGEST + 1) * STEP)), min_size=6),
)
def test_what_is_known_at_a_moment_is_what_the_lines_said_then(
    people: Team, steps: list[Step], moments: list[tuple[int, int]]
) -> None:
    with suppress(UndoError), transaction.atomic():
        dossier, model = dossier_for(people[Rol.KLANTMANAGER]), Model()
        for place, step in enumerate(steps, start=1):
            _do(people, dossier, model, (place * STEP, step))
        with as_actor(people[Rol.KLANTMANAGER]):
            for days, minute in moments:
                on = ON - timedelta(days=days)
                known = facts_of([dossier.pk], on=on, known_at=later(minute)).facts.row()
                assert known.get(FACT) == model.known(on, minute), (on, minute, model)
            now = facts_of([dossier.pk], on=ON).facts.row()
            assert now.get(FACT) == model.known(ON, 10_000)
        raise UndoError


def _do(people: Team, dossier: Dossier, model: Model, when: tuple[int, Step]) -> None:
    """One step; what the diary refuses (a line that was put right already) did not happen."""
    minute, (what, days, line) = when
    target = model.lines[line % len(model.lines)].nummer if model.lines else None
    with suppress(DiaryError), transaction.atomic():
        if what == "withdraw" and target is not None:
            made = proposal(people, dossier, target, minute)
            approve(people, made, minute + 1)
            model.gone |= set(made.nummers)
        else:
            _tell(people, dossier, model, (minute, what, days, target))


def _tell(
    people: Team, dossier: Dossier, model: Model, how: tuple[int, str, int, int | None]
) -> None:
    minute, what, days, target = how
    only = what == "take back" and target is not None
    day = ON - timedelta(days=days)
    soort = "herstel" if only else "kennisgeving_ontvangen"
    told = {"reden": "vergist"} if only else {}
    herstelt = target if what in {"mend", "take back"} else None
    with as_actor(people[Rol.KLANTMANAGER]):
        made = record(dossier.pk, soort, told, on=day, at=later(minute), herstelt=herstelt)
    model.lines.append(Told(made.nummer, minute, None if only else day, herstelt))
