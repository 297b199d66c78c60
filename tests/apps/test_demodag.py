"""The day of the demo: on, never back, for everybody in it; and its clock never runs backwards."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import psycopg
import pytest
from django.db import connection, connections
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.apps.browsing import day, get, post
from tests.apps.visitor import visitor
from tests.database import AsRole
from tests.dossier.makers import HIER, ON, Team, dossier_for, later, team

from meedoen.accounts import clock
from meedoen.accounts.actions import AccountError, move_demo_day, set_demo_day
from meedoen.accounts.models import Demodag
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.diary import record
from meedoen.rules.choices import Doelgroep, Verblijfsrecht

ADDRESS = "/demodag/"
BEGAN = date(2026, 11, 2)
SET_AT = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)  # on the clock of the machine
WEEK = timedelta(weeks=1)
STOOD = "Ga naar een andere dag"


@pytest.fixture
def demo(committed_db: str) -> Iterator[None]:
    set_demo_day(BEGAN, at=SET_AT)
    with override_settings(DEMO=True):
        yield


@pytest.fixture
def people(demo: None) -> Team:
    return team(HIER, Rol.KLANTMANAGER, Rol.BEHEERDER)


@pytest.fixture
def worker(people: Team) -> Client:
    return visitor(people[Rol.KLANTMANAGER])


def _stands_on() -> date:
    return Demodag.objects.get().dag


def _with_a_plan_to_make(people: Team) -> None:
    """A dossier whose PIP must be there on 23 November 2026: ten weeks after the housing."""
    actor = people[Rol.KLANTMANAGER]
    dossier = dossier_for(actor)
    kind: dict[str, Any] = {
        "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
        "verblijfsrecht": Verblijfsrecht.ASIEL,
        "plicht_begon_op": date(2026, 5, 11),
    }
    with as_actor(actor):
        told: list[tuple[str, dict[str, Any], date]] = [
            ("kennisgeving_ontvangen", kind, date(2026, 5, 11)),
            ("ingeschreven", {"gehuisvest": True}, ON),
        ]
        for soort, facts, on in told:
            record(dossier.pk, soort, facts, on=on, at=later(5))


def test_the_work_list_shows_the_day_to_which_the_demo_went(people: Team, worker: Client) -> None:
    _with_a_plan_to_make(people)
    page = get(worker, "/")
    assert "Het is hier 2 november 2026" in page
    assert "nog 21 dagen" in page
    for left in ("nog 14 dagen", "nog 7 dagen", "vandaag", "7 dagen te laat"):
        to = _stands_on() + WEEK
        answer = worker.post(ADDRESS, day("naar", to), follow=True)
        assert answer.redirect_chain == [("/", 302)]
        page = answer.content.decode()
        assert f"Het is in de demo nu {to.day} november 2026." in page
        assert f"Het is hier {to.day} november 2026" in page
        assert f"{left}</span>" in page
    assert "nog 21 dagen" not in page


def test_the_banner_offers_a_day_and_two_jumps_on_every_page(people: Team, worker: Client) -> None:
    for client, place in ((worker, "/"), (visitor(people[Rol.BEHEERDER]), "/begin/")):
        with CaptureQueriesContext(connection) as asked:
            page = get(client, place)
        assert sum("accounts_demodag" in each["sql"] for each in asked) == 1  # asked once a page
        assert page.count(f"<summary>{STOOD}</summary>") == 1
        assert page.count(f'action="{ADDRESS}"') == 3
        assert "Een week later (9 nov 2026)" in page
        assert "Vier weken later (30 nov 2026)" in page
        assert 'name="naar_dag" value="9"' in page


def test_whoever_has_no_cases_goes_on_too(people: Team) -> None:
    client = visitor(people[Rol.BEHEERDER])
    answer = client.post(ADDRESS, day("naar", BEGAN + WEEK))
    assert answer["Location"] == "/begin/"
    assert _stands_on() == BEGAN + WEEK


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (day("naar", BEGAN), "Kies een dag na 2 november 2026."),
        (day("naar", BEGAN - timedelta(days=1)), "Kies een dag na 2 november 2026."),
        (day("naar", date(2027, 11, 3)), "Kies een dag binnen een jaar na 2 november 2026."),
        (
            {"naar_dag": "31", "naar_maand": "februari", "naar_jaar": "2027"},
            "31 2 2027 bestaat niet",
        ),
        (
            {"naar_dag": "31", "naar_maand": "herfst", "naar_jaar": "2026"},
            "Schrijf de dag in cijfers.",
        ),
        ({"naar_dag": "7", "naar_maand": "", "naar_jaar": "2026"}, "Vul ook de maand in."),
        ({}, "Vul de dag in."),
    ],
)
def test_what_cannot_be_is_told_with_what_was_typed(
    worker: Client, typed: dict[str, str], told: str
) -> None:
    page = post(worker, ADDRESS, status=400, **typed)
    assert "<title>Fout:" in page
    assert told in page
    assert "In de demo is het nu 2 november 2026." in page
    main = page.partition("<main")[2]
    for name, text in typed.items():
        if text:
            assert f'name="{name}" value="{text}"' in main
    assert _stands_on() == BEGAN


def test_no_id_stands_twice_on_the_page_with_an_error(worker: Client) -> None:
    page = post(worker, ADDRESS, status=400)
    ids = [part.partition('"')[0] for part in page.split(' id="')[1:]]
    assert len(ids) == len(set(ids)), ids


def test_outside_the_demo_there_is_no_such_page(people: Team, worker: Client) -> None:
    with override_settings(DEMO=False):
        assert worker.post(ADDRESS, day("naar", BEGAN + WEEK)).status_code == 404
        assert STOOD not in get(worker, "/")
        with pytest.raises(AccountError, match="Alleen een demo"):
            move_demo_day(BEGAN + WEEK, at=timezone.now())
    assert _stands_on() == BEGAN


def test_a_stranger_moves_nothing(people: Team) -> None:
    assert Client().post(ADDRESS, day("naar", BEGAN + WEEK))["Location"] == "/inloggen/"
    assert STOOD not in get(Client(), "/inloggen/")
    assert _stands_on() == BEGAN


def test_whoever_chose_no_role_yet_moves_nothing(people: Team, worker: Client) -> None:
    session = worker.session
    del session["functie"]
    session.save()
    assert worker.post(ADDRESS, day("naar", BEGAN + WEEK))["Location"] == "/rol/"
    assert _stands_on() == BEGAN


def test_only_a_form_of_ours_moves_it(people: Team, worker: Client) -> None:
    assert worker.get(ADDRESS).status_code == 405
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = worker.cookies
    assert strict.post(ADDRESS, day("naar", BEGAN + WEEK)).status_code == 403
    assert _stands_on() == BEGAN


def test_a_jump_that_is_sent_twice_goes_once(worker: Client) -> None:
    typed = day("naar", BEGAN + WEEK)
    post(worker, ADDRESS, **typed)
    page = post(worker, ADDRESS, status=400, **typed)
    assert "Kies een dag na 9 november 2026." in page
    assert _stands_on() == BEGAN + WEEK


@pytest.mark.parametrize(
    ("begin", "last"),
    [
        (date(2026, 11, 2), date(2027, 11, 2)),
        (date(2028, 2, 29), date(2029, 2, 28)),
        (date(2027, 3, 1), date(2028, 3, 1)),
    ],
)
def test_a_year_is_as_far_as_it_goes(demo: None, begin: date, last: date) -> None:
    if begin != BEGAN:
        set_demo_day(begin, at=SET_AT)
    with pytest.raises(AccountError, match="binnen een jaar"):
        move_demo_day(last + timedelta(days=1), at=SET_AT)
    move_demo_day(last, at=SET_AT)
    assert _stands_on() == last


def test_the_owner_does_not_begin_the_same_day_again(demo: None) -> None:
    with pytest.raises(AccountError, match="alleen vooruit"):
        set_demo_day(BEGAN, at=SET_AT + WEEK)
    assert Demodag.objects.get().gezet_at == SET_AT


def test_the_web_may_change_the_row_but_not_add_or_remove_it(demo: None, as_role: AsRole) -> None:
    with as_role("meedoen_web") as web:
        assert web.execute("UPDATE accounts_demodag SET dag = dag").rowcount == 1
        for refused in (
            "DELETE FROM accounts_demodag",
            "INSERT INTO accounts_demodag VALUES (1, '2026-11-02', now())",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                web.execute(refused)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Puts the clock of the machine on so long after the demo was set."""

    def stands(after: timedelta) -> datetime:
        monkeypatch.setattr(timezone, "now", lambda: SET_AT + after)
        return SET_AT + after

    return stands


def test_the_clock_of_the_demo_never_runs_back(demo: None, machine: Any) -> None:
    seen = []
    for hours in (0, 1, 15, 16, 40, 700):  # it is 23:59:59 until somebody moves on
        machine(timedelta(hours=hours))
        seen.append(clock.now())
        _restart()
        seen.append(clock.now())
    for step in range(1, 4):
        at = machine(timedelta(hours=700, seconds=step))
        move_demo_day(BEGAN + step * WEEK, at=at)
        seen.append(clock.now())
        _restart()
        seen.append(clock.now())
    assert seen == sorted(seen)
    assert {timezone.localdate(each) for each in seen} == {BEGAN + n * WEEK for n in range(4)}


def test_a_new_day_begins_at_half_past_eight_and_goes_on(demo: None, machine: Any) -> None:
    at = machine(timedelta(days=30))
    move_demo_day(BEGAN + WEEK, at=at)
    opens = datetime(2026, 11, 9, 7, 30, tzinfo=UTC)
    assert clock.now() == opens
    machine(timedelta(days=30, minutes=20))
    assert clock.now() == opens + timedelta(minutes=20)


def test_a_machine_whose_clock_is_put_back_brings_no_earlier_day(demo: None, machine: Any) -> None:
    machine(timedelta(hours=-20))
    assert clock.now() == datetime(2026, 11, 2, 7, 30, tzinfo=UTC)


def test_outside_the_demo_the_clock_is_that_of_the_machine(demo: None, machine: Any) -> None:
    at = machine(timedelta(hours=3))
    with override_settings(DEMO=False):
        assert clock.now() == at


def test_a_diary_goes_on_after_the_day_moved(people: Team, machine: Any) -> None:
    actor = people[Rol.KLANTMANAGER]
    dossier = dossier_for(actor)
    at = machine(timedelta(days=3))  # the last second of the demo's day
    with as_actor(actor):
        first = record(dossier.pk, "ingeschreven", {"gehuisvest": True}, on=BEGAN, at=clock.now())
    move_demo_day(BEGAN + WEEK, at=at)
    with as_actor(actor):
        second = record(dossier.pk, "overleden", {}, on=BEGAN + WEEK, at=clock.now())
    assert first.vastgelegd_at < second.vastgelegd_at


def _restart() -> None:
    """What a new process has: no connection, and nothing remembered."""
    connections.close_all()
