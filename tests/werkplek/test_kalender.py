"""The week calendar: which week, which rest days, what stands on which day, and for whom."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.apps.browsing import few_queries, get
from tests.apps.visitor import visitor
from tests.dossier.makers import HIER, ON, Team, dossier_for, later, team

from meedoen.accounts.actor import Actor
from meedoen.accounts.models import Gemeente
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.appointments import make_appointment
from meedoen.dossier.models import Afspraak, Dossier
from meedoen.werkplek.filter import WerkFilter
from meedoen.werkplek.kalender import Kalender, Week, WeekError, calendar_of, rest_days_of

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "monday"),
    [
        ("", date(2026, 11, 23)),
        ("2026-W48", date(2026, 11, 23)),
        ("2026-W53", date(2026, 12, 28)),  # 2026 has 53 weeks
        ("2027-W01", date(2027, 1, 4)),
        ("2022-W01", date(2022, 1, 3)),
    ],
)
def test_a_week_begins_on_its_monday(text: str, monday: date) -> None:
    week = Week.read(text, today=TODAY)
    assert week.monday == monday
    assert str(Week.read(str(week), today=TODAY)) == str(week)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2027-W53", "heeft geen week 53"),
        ("2026-W00", "heeft geen week 0"),
        ("2021-W52", "tussen 2022 en 2119"),
        ("9999-W52", "tussen 2022 en 2119"),
        ("0000-W00", "tussen 2022 en 2119"),
        ("2026-11-23", "Schrijf een week zo"),
        ("2026-W4", "Schrijf een week zo"),
        ("٢٠٢٦-W48", "Schrijf een week zo"),
        ("2026-W48\n", "Schrijf een week zo"),
    ],
)
def test_a_week_that_is_not_there_is_refused(text: str, words: str) -> None:
    with pytest.raises(WeekError, match=words):
        Week.read(text, today=TODAY)


@given(st.dates(date(2022, 1, 3), date(2119, 12, 24)))
def test_weeks_follow_each_other_and_lose_no_day(day: date) -> None:
    week = Week.read("", today=day)
    after = week.beside(1)
    assert day in week.days
    assert after is None or after.monday == week.days[6] + timedelta(days=1)
    assert after is None or after.beside(-1) == week


def test_the_calendar_ends_where_its_years_do() -> None:
    assert Week.read("2119-W52", today=TODAY).beside(1) is None
    assert Week.read("2022-W01", today=TODAY).beside(-1) is None


@pytest.mark.parametrize(
    ("week", "hours"),
    [("2026-W13", 167), ("2026-W43", 169), ("2026-W48", 168)],
)
def test_the_week_in_which_the_clock_changes_has_all_its_hours(week: str, hours: int) -> None:
    first, last = Week.read(week, today=TODAY).moments
    assert last.astimezone(UTC) - first.astimezone(UTC) == timedelta(hours=hours)


def test_rest_days_have_their_name() -> None:
    easter = Week.read("2026-W14", today=TODAY)
    assert rest_days_of("wi2021", easter.days) == {date(2026, 4, 3): "Goede Vrijdag"}
    christmas = Week.read("2026-W53", today=TODAY)
    assert rest_days_of("wi2021", christmas.days) == {date(2027, 1, 1): "Nieuwjaarsdag"}
    assert not rest_days_of("wi2021", Week.read("2026-W48", today=TODAY).days)


@pytest.fixture
def people(db: None) -> Team:
    return team(HIER, Rol.KLANTMANAGER, Rol.TEAMLEIDER, Rol.INKOMENSCONSULENT)


def visit(actor: Actor, dossier: Dossier, begins: datetime, onderwerp: str = "intake") -> Afspraak:
    told: dict[str, Any] = {
        "onderwerp": onderwerp,
        "begint_at": begins,
        "eindigt_at": begins + timedelta(hours=1),
        "plaats": "Geheimlaan 1",
        "tolk": "geen",
    }
    with as_actor(actor):
        return make_appointment(dossier.pk, told, on=ON, at=later(5))


def _calendar(actor: Actor, week: str, **chosen: Any) -> Kalender:
    with as_actor(actor):
        gemeente = Gemeente.objects.get(pk=HIER)
        choice = WerkFilter(**chosen)
        at = Week.read(week, today=ON)
        return calendar_of(actor, gemeente, at, on=ON, chosen=choice)


def test_an_appointment_stands_on_its_day_on_our_clock(people: Team) -> None:
    actor = people[Rol.KLANTMANAGER]
    dossier = dossier_for(actor)
    visit(actor, dossier, datetime(2026, 10, 24, 22, 30, tzinfo=UTC))  # half past midnight here
    visit(actor, dossier, datetime(2026, 10, 25, 1, 30, tzinfo=UTC))  # the hour that comes twice
    visit(actor, dossier, datetime(2026, 10, 25, 23, 0, tzinfo=UTC))  # Monday
    found = _calendar(actor, "2026-W43")
    assert [len(day.visits) for day in found.days] == [0, 0, 0, 0, 0, 0, 2]
    assert [f"{each.begins:%H:%M}" for each in found.days[6].visits] == ["00:30", "02:30"]
    assert found.persons == {dossier.persoon_id}


def test_only_what_is_in_sight_and_chosen_and_not_called_off(people: Team) -> None:
    actor, chief = people[Rol.KLANTMANAGER], people[Rol.TEAMLEIDER]
    mine, theirs = dossier_for(actor), dossier_for(chief, "Omar Haddad")
    begins = datetime(2026, 10, 1, 9, tzinfo=UTC)
    visit(actor, mine, begins)
    visit(chief, theirs, begins)
    off = visit(actor, mine, begins)
    Afspraak.objects.filter(pk=off.pk)
    with as_actor(actor):
        Afspraak.objects.filter(pk=off.pk).update(uitkomst=Afspraak.Uitkomst.AFGEZEGD)
    assert _calendar(actor, "2026-W40").total == 1
    assert _calendar(chief, "2026-W40").total == 2
    assert _calendar(chief, "2026-W40", whose=str(actor.official)).total == 1
    assert _calendar(chief, "2026-W40", signaal="pip").total == 0
    assert _calendar(people[Rol.INKOMENSCONSULENT], "2026-W40").total == 0


def test_the_page_shows_the_week_within_the_budget_and_says_what_is_wrong(people: Team) -> None:
    actor = people[Rol.KLANTMANAGER]
    for number in range(8):
        dossier = dossier_for(actor, f"Vrouw N{number}")
        visit(actor, dossier, datetime(2026, 10, 1, 6 + number, tzinfo=UTC), f"gesprek {number}")
    client = visitor(actor)
    with few_queries():
        page = get(client, "/kalender/?week=2026-W40")
    assert "gesprek 7" in page
    assert "Geheimlaan" not in page
    assert "Week 40" in page
    assert "?week=2026-W41" in page
    assert "heeft geen week 53" in get(client, "/kalender/?week=2027-W53", status=400)
    assert "Vrouw" not in get(client, "/kalender/?week=2026-W40&van=999", status=400)
    assert "Goede Vrijdag" in get(client, "/kalender/?week=2026-W14")
