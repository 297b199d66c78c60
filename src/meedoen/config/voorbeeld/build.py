"""Fills an empty database with the municipalities of the demo, day by day, as its officials.

Nothing is written but through the actions of the product: what an official may not do, or what no
law allows, cannot be in the demo either.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import NamedTuple

from django.db import connection
from django.utils import timezone

from meedoen.accounts.actions import set_demo_day
from meedoen.accounts.actor import Actor
from meedoen.accounts.scope import as_actor
from meedoen.config.settings import DEMO_TODAY
from meedoen.config.voorbeeld.accounts import BRIEFDORP, VOORBEELDSTAD
from meedoen.config.voorbeeld.contacten import tell_contacts
from meedoen.config.voorbeeld.crowd import BRIEFDORP_SIZE, VOORBEELDSTAD_SIZE, crowd
from meedoen.config.voorbeeld.happenings import Archive, happen
from meedoen.config.voorbeeld.life import Happening, Life
from meedoen.config.voorbeeld.numbers import Numbers
from meedoen.config.voorbeeld.office import look_back, open_offices
from meedoen.config.voorbeeld.story_file import read_stories
from meedoen.logboek.actions import write_look
from meedoen.logboek.looks import Look, Vorm

OnProgress = Callable[[int, int, str], None]

OPENS, HOURS = time(8, 45), timedelta(hours=8)
PACE = timedelta(minutes=9)  # between two things that are written down on a quiet day
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
)  # fmt: skip


class Step(NamedTuple):
    """One thing to write down, and when."""

    at: datetime
    life: Life
    happening: Happening


def fill(on_progress: OnProgress) -> None:
    """Everything of the demo, in an empty and migrated database, and then its day is set.

    `on_progress` hears how many things of how many are written, and of which month.
    """
    numbers = Numbers()
    lives = list(read_stories(numbers))
    lives += crowd(numbers, VOORBEELDSTAD, VOORBEELDSTAD_SIZE - len(lives))
    lives += crowd(numbers, BRIEFDORP, BRIEFDORP_SIZE)
    live(lives, on_progress)
    set_demo_day(DEMO_TODAY, at=timezone.now())


def live(lives: Iterable[Life], on_progress: OnProgress) -> Archive:
    """Let everything happen in the order of its moment, as the officials who did it."""
    steps = steps_of(lives)
    archive = Archive(open_offices())
    with connection.cursor() as cursor:
        # nothing can get lost: who stops halfway starts afresh, and the last commit waits for all
        cursor.execute("SET synchronous_commit TO off")
    done, used = 0, dict[str, date]()
    for (_, _, by), turn in groupby(steps, key=_turn):
        group = list(turn)
        with as_actor(archive.staff[by]) as actor:
            for step in group:
                happen(archive, step.life, step.happening, at=step.at)
                done += 1
            write_look(_look(archive, actor, group))
        used[by] = day = group[-1].at.date()
        on_progress(done, len(steps), f"{MONTHS[day.month - 1]} {day.year}")
    look_back(archive.staff, used)
    tell_contacts(archive)
    with connection.cursor() as cursor:
        cursor.execute("RESET synchronous_commit")
    return archive


def _look(archive: Archive, actor: Actor, steps: list[Step]) -> Look:
    """Who wrote in these dossiers had them before him."""
    first = steps[0]
    look = Look(
        actor,
        first.life.gemeente,
        "dossiervoering",
        "vastleggen wat er gebeurde",
        first.at,
        vorm=Vorm.OPDRACHT,
    )
    look.show(*(archive.people[step.life.key] for step in steps))
    return look


def steps_of(lives: Iterable[Life]) -> list[Step]:
    """All that happens, in order; per day the officials take turns."""
    placed = sorted(_placed(lives), key=lambda each: each[0])
    steps: list[Step] = []
    for day, of_day in groupby(placed, key=lambda each: each[0][0]):
        every = [(life, happening) for _, life, happening in of_day]
        pace = min(PACE, HOURS / len(every))
        opens = datetime.combine(day, OPENS, timezone.get_default_timezone())
        steps += [Step(opens + place * pace, *each) for place, each in enumerate(every)]
    return steps


Place = tuple[date, int, str, int, int]


def _placed(lives: Iterable[Life]) -> Iterator[tuple[Place, Life, Happening]]:
    """Where in the order each happening stands: day, turn of that day, official, life, place.

    Within a life nothing changes places: a next official on the same day gets a next turn.
    """
    for number, life in enumerate(lives):
        turn, before = Counter[date](), ("", life.opened)
        for place, each in enumerate(life.happenings):
            if before != (each.by, each.recorded_on):
                turn[each.recorded_on] += 1
            before = (each.by, each.recorded_on)
            yield (each.recorded_on, turn[each.recorded_on], each.by, number, place), life, each


def _turn(step: Step) -> tuple[date, int, str]:
    return step.at.date(), step.life.gemeente, step.happening.by
