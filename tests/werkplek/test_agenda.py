"""The calendar without names: what a program reads, for whom, how long, and what it never says."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils.timezone import localdate, now
from icalendar import Calendar
from tests.apps.browsing import few_queries, get, post
from tests.apps.visitor import visitor
from tests.dossier.makers import HIER, Team, dossier_for, team
from tests.werkplek.test_kalender import visit

from meedoen.accounts.agenda.actions import PER_HOUR
from meedoen.accounts.models import Medewerker, Rolverlening
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.accounts.work_tables import Agendasleutel
from meedoen.dossier.actions.diary import record
from meedoen.logboek.models import Logregel
from meedoen.rules.choices import Doelgroep, Verblijfsrecht

SECRET = ("Selam", "Tesfay", "Geheimlaan", "bespreking", "PIP")


@pytest.fixture
def people(db: None) -> Team:
    return team(HIER, Rol.KLANTMANAGER, Rol.TEAMLEIDER, Rol.FG)


def _address(client: Client) -> str:
    post(client, "/agenda/", stap="maak")
    page = get(client, "/agenda/")
    found = page.partition('value="http')[2].partition('"')[0]
    assert found.endswith(".ics")
    assert 'value="http' not in get(client, "/agenda/")  # shown once
    return "/agenda/" + found.rpartition("/")[2]


def _read(address: str) -> tuple[str, Any]:
    answer = Client().get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "no-store" in answer["Cache-Control"]
    return answer.content.decode(), Calendar.from_ical(answer.content)


def _soon(hour: int) -> datetime:
    return datetime.combine(localdate() + timedelta(days=3), datetime.min.time(), UTC).replace(
        hour=hour
    )


def test_a_program_reads_times_and_links_and_no_word_about_anybody(people: Team) -> None:
    actor, chief = people[Rol.KLANTMANAGER], people[Rol.TEAMLEIDER]
    dossier, theirs = dossier_for(actor, "Selam Tesfay"), dossier_for(chief, "Omar Haddad")
    made = visit(actor, dossier, _soon(9), "bespreking van de gezondheid")
    visit(chief, theirs, _soon(10))
    _with_a_last_day(actor, dossier.pk)
    address = _address(visitor(actor))
    with few_queries():
        text, calendar = _read(address)
    visits = [each for each in calendar.walk("VEVENT") if each["summary"] == "Afspraak"]
    (event,) = visits
    assert event.decoded("dtstart") == made.begint_at
    assert event.decoded("dtend") == made.eindigt_at
    assert event["url"].endswith(f"/dossiers/{dossier.pk}/afspraken/{made.pk}/")
    (term,) = (each for each in calendar.walk("VEVENT") if each["summary"] == "Termijn")
    assert isinstance(term.decoded("dtstart"), date)
    assert term.decoded("dtend") - term.decoded("dtstart") == timedelta(days=1)
    plain = text.replace("\r\n ", "")
    assert not [word for word in SECRET if word in plain]
    assert dossier.nummer not in plain
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def _with_a_last_day(actor: Any, pk: int) -> None:
    """Housed four weeks ago: the plan must come within ten weeks of that."""
    on = localdate() - timedelta(days=28)
    told = {
        "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
        "verblijfsrecht": Verblijfsrecht.ASIEL,
        "plicht_begon_op": on,
    }
    with as_actor(actor):
        record(pk, "kennisgeving_ontvangen", told, on=on, at=now())
        record(pk, "ingeschreven", {"gehuisvest": True}, on=on, at=now())


def test_its_uids_stay_the_same_and_are_not_guessed(people: Team) -> None:
    actor = people[Rol.KLANTMANAGER]
    dossier = dossier_for(actor)
    visit(actor, dossier, _soon(9))
    address = _address(visitor(actor))
    first, second = (
        {str(each["uid"]) for each in _read(address)[1].walk("VEVENT")} for _ in range(2)
    )
    assert first == second
    assert all(len(each.partition("@")[0]) == 32 for each in first)


def test_an_hour_in_summer_and_in_winter_is_the_hour_on_the_clock(people: Team) -> None:
    actor, zone = people[Rol.KLANTMANAGER], ZoneInfo("Europe/Amsterdam")
    dossier = dossier_for(actor)
    days = [localdate() + timedelta(days=each) for each in (2, 100, 170)]
    for day in days:
        visit(actor, dossier, datetime(day.year, day.month, day.day, 14, tzinfo=zone))
    _, calendar = _read(_address(visitor(actor)))
    starts = [e.decoded("dtstart") for e in calendar.walk("VEVENT") if e["summary"] == "Afspraak"]
    assert [each.astimezone(zone).hour for each in starts] == [14, 14, 14]
    assert [each.astimezone(zone).date() for each in starts] == days


def test_each_reading_is_a_line_of_the_log_without_persons(people: Team) -> None:
    actor = people[Rol.KLANTMANAGER]
    dossier_for(actor)
    _read(_address(visitor(actor)))
    with as_actor(people[Rol.FG]):
        line = Logregel.objects.get(naam="agenda zonder namen")
    assert line.betrokkene is None
    assert (line.medewerker_id, line.vorm) == (actor.official, "antwoord")


@pytest.mark.parametrize(
    "end", ["replaced", "stopped", "role", "account", "unused", "other", "part"]
)
def test_an_address_that_does_not_work_is_not_there(people: Team, end: str) -> None:
    actor = people[Rol.KLANTMANAGER]
    client = visitor(actor)
    address = _address(client)
    _read(address)
    held, row = Rolverlening.objects.filter(medewerker=actor.official), Agendasleutel.objects
    wrong = address
    if end == "replaced":
        _read(_address(client))
    elif end == "stopped":
        post(client, "/agenda/", stap="stop")
        assert "geen adres" in get(client, "/agenda/")
    elif end == "role":
        held.update(tot=localdate())
    elif end == "account":
        Medewerker.objects.filter(pk=actor.official).update(is_active=False)
    elif end == "unused":
        row.update(gebruikt_op=localdate() - timedelta(days=60))
    else:
        wrong = {"other": "/agenda/x.ics", "part": address[:-5] + ".ics"}[end]
    assert Client().get(wrong).status_code == 404


def test_reading_keeps_it_alive_and_too_often_is_told(people: Team) -> None:
    address = _address(visitor(people[Rol.KLANTMANAGER]))
    Agendasleutel.objects.update(gebruikt_op=localdate() - timedelta(days=59))
    _read(address)
    assert Agendasleutel.objects.get().gebruikt_op == localdate()
    Agendasleutel.objects.update(keren=PER_HOUR - 1)
    _read(address)
    answer = Client().get(address)
    assert (answer.status_code, answer["Retry-After"]) == (429, "3600")
    Agendasleutel.objects.update(uur_at=now() - timedelta(hours=1))
    _read(address)


def test_the_key_itself_is_kept_nowhere(people: Team, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    address = _address(visitor(people[Rol.KLANTMANAGER]))
    _read(address)
    sleutel = address.removeprefix("/agenda/").removesuffix(".ics")
    assert sleutel.encode() not in bytes(Agendasleutel.objects.get().sleutel_hash)
    assert sleutel not in caplog.text
    assert Client().post(address).status_code == 405
