"""The gate and the log: every address says what for, whoever is shown is kept; no line, no page."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from tests.apps.filled import filled_dossier, safe_dossier
from tests.apps.full_town import FAMILY, full_town
from tests.apps.test_crawl import Address, addresses
from tests.apps.visitor import visitor
from tests.database import Connection
from tests.dossier.makers import HIER, ON, Team, dossier_for, later, team
from tests.logboek.looked import Reader
from tests.logboek.test_scenario import HEALTH, special_soort

from meedoen.accounts.actor import Actor
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.config.logs import configure
from meedoen.dossier.actions.diary import record
from meedoen.dossier.models import Dossier, Persoon
from meedoen.law.verwerkingen import verwerkingen

KM, FG = Rol.KLANTMANAGER, Rol.FG
TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
# Screens that show nobody of the dossiers.
WITHOUT = (
    "meedoen.api.notificaties",  # keeps what comes in; the worker looks, and writes its own line
    "meedoen.berichten.views.connection",  # whether notices come in, and a number of ours
    "meedoen.berichten.contact_views.o",  # how officials are reached, and what DUO was told of it
    "meedoen.berichten.contact_views.step_of_official",
    "meedoen.accounts.",
    "meedoen.config.",
    "meedoen.dossier.views.letter_texts",
    "meedoen.dossier.views.letter_sender",
    "meedoen.werkplek.agenda_views",
    "meedoen.intake.views.spreiding_keuze",
    "meedoen.intake.views.vragen",
    "allauth.",
)


def test_every_view_has_a_verwerking_of_the_register() -> None:
    for each in addresses():
        named = getattr(each.view, "verwerking", None)
        if named is None:
            name = f"{each.view.__module__}.{each.view.__name__}"
            assert name.startswith(WITHOUT), each.route
        else:
            assert named in verwerkingen().named, each.route
            assert each.view.doel, each.route


@pytest.mark.parametrize(
    "rol",
    [
        *(KM, Rol.KWALITEITSMEDEWERKER, FG),
        pytest.param(Rol.TEAMLEIDER, marks=pytest.mark.deep),
        pytest.param(Rol.BELEID, marks=pytest.mark.deep),
    ],
)
def test_whoever_is_on_a_page_is_in_the_log_and_nobody_else(db: None, rol: Rol) -> None:
    people, values = full_town(HIER)
    filled_dossier(people[KM])
    safe_dossier(people[KM])
    dossier_for(people[KM], "Omar Haddad")
    named = _people(people)
    log = Reader(people[FG], list(named))
    client = visitor(people[rol])
    for address in (*_pages(values), *_searches()):
        log.new()
        place, typed = address
        answer = client.post(place, typed) if typed else client.get(place)
        rows = log.new()
        if not rows:
            assert _shows_nobody(answer, named), place
            continue
        log.last = rows[0].pk - 1
        got = log.look()
        if "Content-Disposition" not in answer and answer.status_code != 302:
            _same_people(answer.content.decode(), got.shown, named, place)


def _pages(values: dict[str, Any]) -> list[tuple[str, dict[str, str]]]:
    found = [each.path(values) for each in addresses() if not _moves_on(each)]
    return [(path, {}) for path in [*found, "/dossiers/?van=alle", "/?groep=onbekend"]]


def _moves_on(address: Address) -> bool:
    return "static" in address.route or "uitloggen" in address.route


def _searches() -> list[tuple[str, dict[str, str]]]:
    return [("/dossiers/zoek/", {"q": text}) for text in ("Tesfay", FAMILY[HIER], "Omar", "X")]


def _people(people: Team) -> dict[int, set[str]]:
    """Of each person the words that stand for nobody else: the name, the number of the dossier."""
    with as_actor(people[Rol.TEAMLEIDER]):
        rows = Persoon.objects.values_list("pk", "voornamen", "geslachtsnaam", "dossier__nummer")
        return {pk: {f"{first} {last}", number} for pk, first, last, number in rows}


def _shows_nobody(answer: Any, named: dict[int, set[str]]) -> bool:
    text = answer.content.decode(errors="replace")
    return not any(word in text for words in named.values() for word in words)


def _same_people(text: str, shown: Any, named: dict[int, set[str]], place: str) -> None:
    there = {pk for pk, words in named.items() if any(word in text for word in words)}
    # the work list has the first letter of a family name only
    short = {pk for pk, words in named.items() if any(_short(word) in text for word in words)}
    assert there <= set(shown) <= there | short, place


def _short(name: str) -> str:
    first, _, last = name.partition(" ")
    return f"{first} {last[:1]}." if last else name


def test_a_trace_from_outside_goes_on_in_both_logs(
    db: None, capsys: pytest.CaptureFixture[str]
) -> None:
    people = team(HIER)
    dossier_for(people[KM])
    client = visitor(people[KM])
    configure({"level": "INFO"})
    client.get("/dossiers/", headers={"traceparent": TRACEPARENT})
    client.get("/dossiers/")
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    rows = Reader(people[FG], []).new()
    assert [bytes(row.trace_id).hex() for row in rows] == [
        *[first["trace_id"]] * 2,
        *[second["trace_id"]] * 2,
    ]
    assert first["trace_id"] == TRACEPARENT[3:35]
    assert bytes(rows[0].parent_span_id or b"").hex() == TRACEPARENT[36:52]
    assert rows[2].parent_span_id is None


# --- without a line no answer ---


@pytest.fixture
def closed_log(committed_db: str, superuser: Connection) -> tuple[Team, Dossier]:
    """A town whose log takes no lines any more."""
    people = team(HIER)
    dossier = dossier_for(people[KM])
    superuser.execute("REVOKE ALL ON logboek_logregel FROM meedoen_web")
    superuser.commit()
    return people, dossier


def _client(actor: Actor) -> Client:
    client = visitor(actor)
    client.raise_request_exception = False
    return client


def test_without_a_line_nobody_is_shown(closed_log: tuple[Team, Dossier]) -> None:
    people, dossier = closed_log
    answer = _client(people[KM]).get(f"/dossiers/{dossier.pk}/")
    assert answer.status_code == 500
    assert "Selam" not in answer.content.decode()


def test_without_a_line_nothing_is_written(closed_log: tuple[Team, Dossier]) -> None:
    people, dossier = closed_log
    note = {"hoe": "telefoon", "notitie": "Belde."}
    assert _client(people[KM]).post(f"/dossiers/{dossier.pk}/contact/", note).status_code == 500
    with as_actor(people[KM]):
        assert Dossier.objects.get(pk=dossier.pk).laatste_nummer == dossier.laatste_nummer


@override_settings(LOGBOEK_VERPLICHT=False)
def test_an_installation_may_show_people_all_the_same(
    closed_log: tuple[Team, Dossier], capsys: pytest.CaptureFixture[str]
) -> None:
    people, dossier = closed_log
    configure({"level": "INFO"})
    answer = _client(people[KM]).get(f"/dossiers/{dossier.pk}/")
    assert "Selam" in answer.content.decode()
    assert "look not written" in capsys.readouterr().out


@override_settings(LOGBOEK_VERPLICHT=False)
def test_special_categories_are_never_shown_without_a_line(
    closed_log: tuple[Team, Dossier],
) -> None:
    people, dossier = closed_log
    soort, text = special_soort()
    with as_actor(people[KM]):
        record(dossier.pk, soort, {text: HEALTH}, on=ON, at=later(5))
    client = _client(people[KM])
    assert client.get(f"/dossiers/{dossier.pk}/").status_code == 200
    answer = client.get(f"/dossiers/{dossier.pk}/tijdlijn/")
    assert answer.status_code == 500
    assert HEALTH not in answer.content.decode()


def test_the_line_is_one_question_to_the_database(db: None) -> None:
    people = team(HIER)
    for number in range(3):
        dossier_for(people[KM], f"Omar Haddad{number}")
    client = visitor(people[KM])
    with CaptureQueriesContext(connection) as asked:
        client.get("/dossiers/")
    assert sum("INSERT INTO logboek" in each["sql"] for each in asked) == 1
