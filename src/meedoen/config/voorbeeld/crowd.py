"""The crowd: ordinary dossiers beside the hand-written ones, always the same ones.

61 % asylum (CBS, cohort 2023); two a week for years, and many homes in the last months, so that a
work list has something to show.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from meedoen.config.voorbeeld.accounts import LEFT, LEFT_ON, VOORBEELDSTAD
from meedoen.config.voorbeeld.arrival import asylum, family
from meedoen.config.voorbeeld.course import (
    NEW_FLAT_OPENS,
    WEEK,
    Course,
    intake,
    plan_day,
)
from meedoen.config.voorbeeld.crowd_plan import choose_route, fix_plan
from meedoen.config.voorbeeld.days import FIRST_DAY, days_after, last_day, working_day
from meedoen.config.voorbeeld.life import Happening, Life, in_order
from meedoen.config.voorbeeld.numbers import Numbers, address
from meedoen.config.voorbeeld.people import (
    MARRIES,
    YEAR,
    Somebody,
    new_person,
    partner_of,
    somebody,
)
from meedoen.config.voorbeeld.trajectory import follow
from meedoen.rules.choices import Doelgroep

SEED = 2034
VOORBEELDSTAD_SIZE, BRIEFDORP_SIZE = 400, 20
REFUGEES = 0.61
COUPLES = 0.12  # of the refugees, how many come with a partner who must inburgeren too
LEAVES = 0.04  # moves abroad after a while
BUSY_SINCE, BUSY = date(2026, 5, 4), 0.32  # a third of all dossiers opens in the last months
UNASSIGNED_SINCE = date(2026, 11, 9)
# A new flat: whoever waits then gets a home in the same days, so their PIP is due together.
IN_NEW_FLAT, FLAT_MANAGER, OF_FLAT = 0.65, "j.dewit", 0.65
MOVING_DAYS = (0, 0, 1, 2, 3, 3, 4, 7, 8)
WAITING_SINCE, WAITING_UNTIL = date(2026, 4, 13), date(2026, 8, 10)

# Dossiers go evenly to these; J. de Wit gets fewer, because the new flat is hers.
KLANTMANAGERS = ("f.ozkan", "m.bakker", "r.jansen", "l.deboer", "k.yildiz", "j.dewit")
EVENLY = (18, 18, 18, 18, 18, 8)
LAST_OF_LEFT, SHARE_OF_LEFT = date(2025, 4, 1), 0.12
IN_BRIEFDORP, SIGNS_IN_BRIEFDORP = "w.postma", "h.dijkstra"
SIGNS = "s.ramdin"


@dataclass(frozen=True)
class Start:
    """Where a life begins. `housed`: when somebody with asylum gets a home."""

    key: str
    gemeente: int
    who: Somebody
    opened: date
    housed: date
    home: dict[str, str]
    klantmanager: str  # the key of an official; empty: nobody yet


def crowd(numbers: Numbers, gemeente: int, size: int) -> list[Life]:
    """So many lives of a municipality, in the order in which they begin."""
    # a demo needs no secrets, it needs the same town every time
    rng = Random(SEED * 10_000 + gemeente)  # noqa: S311  # nosec B311
    lives: list[Life] = []
    days = sorted(_opening(rng) for _ in range(size))
    while len(lives) < size:
        start = _start(
            rng, f"{gemeente}-{len(lives) + 1:03d}", gemeente=gemeente, opened=days[len(lives)]
        )
        lives.append(_life(rng, numbers, start))
        married = _comes_married(rng, start)
        if married and len(lives) < size:
            key = f"{gemeente}-{len(lives) + 1:03d}"
            other = replace(start, key=key, who=partner_of(rng, start.who))
            lives.append(_married(_life(rng, numbers, other), lives[-1]))
    return lives


def _comes_married(rng: Random, start: Start) -> bool:
    adult = (start.opened - start.who.born).days >= MARRIES * YEAR
    refugee = start.who.group is Doelgroep.ASIELSTATUSHOUDER
    return refugee and rng.random() < COUPLES and adult


def _opening(rng: Random) -> date:
    lately = rng.random() < BUSY
    first, last = (BUSY_SINCE, last_day()) if lately else (FIRST_DAY, BUSY_SINCE)
    return working_day(days_after(first, rng.randint(0, (last - first).days - 4)))


def _start(rng: Random, key: str, *, gemeente: int, opened: date) -> Start:
    refugee = rng.random() < REFUGEES
    group = Doelgroep.ASIELSTATUSHOUDER if refugee else Doelgroep.GEZINS_OF_OVERIGE_MIGRANT
    in_flat = refugee and WAITING_SINCE <= opened < WAITING_UNTIL and rng.random() < IN_NEW_FLAT
    housed = _housed(rng, opened, in_flat=in_flat)
    who = somebody(rng, group, opened)
    home = address(rng, gemeente)
    by = _klantmanager(rng, opened) if gemeente == VOORBEELDSTAD else IN_BRIEFDORP
    if in_flat and by in KLANTMANAGERS and rng.random() < OF_FLAT:
        by = FLAT_MANAGER
    return Start(key, gemeente, who, opened, housed, home, by)


def _housed(rng: Random, opened: date, *, in_flat: bool) -> date:
    """When somebody with asylum gets a home: after months, or when the new flat opens."""
    if in_flat:
        return working_day(days_after(NEW_FLAT_OPENS, rng.choice(MOVING_DAYS)))
    return working_day(days_after(opened, round(rng.uniform(7, 22) * WEEK)))


def _life(rng: Random, numbers: Numbers, start: Start) -> Life:
    person, by = new_person(rng, start.who, numbers), start.klantmanager
    signs = SIGNS if start.gemeente == VOORBEELDSTAD else SIGNS_IN_BRIEFDORP
    own = Random(f"{SEED} {start.key}")  # noqa: S311  # nosec B311
    who = start.who
    course = Course(rng, who.group, who.born, start.gemeente, by or signs, signs, own)
    _through(course, start)
    if by == LEFT.key:
        _handed_over(course, rng.choice(KLANTMANAGERS))
    opening = Happening(start.opened, "dossier", {}, course.by, start.opened)
    told = [opening, *in_order(start.opened, _until_the_end(course.told))]
    return Life(start.key, start.gemeente, person, by, start.opened, course.by, tuple(told))


def _klantmanager(rng: Random, opened: date) -> str:
    """Whose dossier it becomes; the newest have nobody yet."""
    if opened < LAST_OF_LEFT and rng.random() < SHARE_OF_LEFT:
        return LEFT.key
    if opened >= UNASSIGNED_SINCE:
        return ""
    return rng.choices(KLANTMANAGERS, EVENLY)[0]


def _through(course: Course, start: Start) -> None:
    """Arrival, intake, plan and what follows; a few leave the country."""
    if course.is_refugee:
        clock = asylum(course, start.opened, start.home, housed=start.housed)
    else:
        clock = family(course, start.opened, start.home)
    plan = plan_day(course, clock)
    intake(course, clock, plan)
    chosen = choose_route(course, plan)
    fix_plan(course, plan, chosen)
    follow(course, plan, chosen.route)
    if course.chance(LEAVES):
        gone = course.later(clock, 200, 900)
        course.tell(gone, "uitgeschreven", lag=5)


def _until_the_end(told: Iterable[Happening]) -> list[Happening]:
    """In order of the day, and nothing after somebody was done or gone."""
    ordered = sorted(told, key=lambda each: each.on)
    for place, each in enumerate(ordered):
        if each.what in {"voldaan", "uitgeschreven"}:
            kept = [later for later in ordered[place + 1 :] if later.what in CLOSING]
            return [*ordered[: place + 1], *kept]
    return ordered


CLOSING = {"certificaat_overhandigd", "overgedragen"}


def _handed_over(course: Course, to: str) -> None:
    """Whoever left gave her dossiers, through the teamleider, to a colleague; he goes on."""
    course.tell(days_after(LEFT_ON, -1), "overgedragen", {"naar": to}, by=course.signs)
    course.told = [
        replace(each, by=to) if each.by == LEFT.key and each.recorded_on >= LEFT_ON else each
        for each in course.told
    ]


def _married(life: Life, other: Life) -> Life:
    """The same life, that begins with the family; the other one is opened before it that day."""
    told = {"rol": "partner", "met": other.key, "rol_ander": "partner"}
    joined = Happening(life.opened, "gezin", told, life.opened_by, life.opened)
    return replace(life, happenings=(life.happenings[0], joined, *life.happenings[1:]))
