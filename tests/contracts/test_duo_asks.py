"""The client is held to our table of DUO's APIs, and the table to DUO's own files."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator
from dataclasses import is_dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from tests.contracts.drawn import drawn
from tests.contracts.duo_files import DuoFiles, Exchange, content
from tests.contracts.duo_table import (
    BRON,
    DIGITS,
    DOEL,
    Ask,
    Tell,
    asks,
    filled,
    request_headers,
    tells,
    without,
)
from tests.contracts.lines import answer_headers, call, came, client

from meedoen.adapters.duo_wire import words
from meedoen.ports.duo import Answer, Duo
from meedoen.ports.duo_errors import OnbegrepenError

ASKS = asks()
BERICHT = "6f1d9f3e-3c0a-4f3e-9d55-0d7d3a1f9a01"


def asked(ask: Ask, body: bytes) -> tuple[Answer[Any], httpx.Request]:
    """What the client makes of an answer, and what it sent to get it."""
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return came(200, answer_headers(ask), body)

    told = call(client(answer), ask)
    return told, seen[0]


def days_of(told: Any) -> set[date]:
    """Every day anywhere in an answer of the port."""
    if isinstance(told, date):
        return {told}
    if isinstance(told, tuple):
        return set().union(*map(days_of, told)) if told else set()
    inner = vars(told).values() if is_dataclass(told) else ()
    return set().union(*map(days_of, inner)) if inner else set()


def at(content: dict[str, Any], field: str) -> Any:
    for name in field.split("."):
        content = content[name]
    return content


def test_the_table_has_every_question_of_the_port() -> None:
    questions = {name for name, _ in inspect.getmembers(Duo, inspect.isfunction) if name[0] != "_"}
    assert {ask.name for ask in ASKS} == questions


@pytest.mark.parametrize("ask", ASKS, ids=lambda ask: ask.name)
def test_the_request_is_as_the_table_says(ask: Ask) -> None:
    told, request = asked(ask, ask.body())
    assert (request.method, request.url.path) == ("GET", "/v1" + filled(ask.path))
    assert (request.headers["bron"], request.headers["doel"]) == (BRON, DOEL)
    assert UUID(request.headers["berichtId"]).version == 4
    assert request.headers["accept"] == "application/json"
    assert request.headers["accept-encoding"] == "identity"
    assert not request.content
    assert (str(told.bericht_id), told.api_version) == (request.headers["berichtId"], ask.version)


@pytest.mark.parametrize("ask", ASKS, ids=lambda ask: ask.name)
def test_every_field_of_the_table_is_read_and_no_other(ask: Ask) -> None:
    full, _ = asked(ask, ask.body())
    assert full.extra == ()
    for field in (*ask.needs, *ask.may):
        at(ask.content(), field)
    more, _ = asked(ask, ask.body({**ask.content(), "nieuwVeld": {"a": [1, 2.5]}}))
    assert more.content == full.content
    assert more.extra == (("[0].nieuwVeld" if ask.is_list else "nieuwVeld", '{"a": [1, "2.5"]}'),)


@pytest.mark.parametrize("ask", ASKS, ids=lambda ask: ask.name)
def test_what_may_be_left_out_may_and_what_is_needed_is(ask: Ask) -> None:
    full, _ = asked(ask, ask.body())
    for field in ask.may:
        fewer, _ = asked(ask, ask.body(without(ask.content(), field)))
        assert fewer.content != full.content, f"{field} tells nothing"
    for field in ask.needs:
        with pytest.raises(OnbegrepenError, match=r"missing") as caught:
            asked(ask, ask.body(without(ask.content(), field)))
        assert field.rpartition(".")[2] in caught.value.why
    if ask.is_list:
        none, _ = asked(ask, b"[]")
        assert none.content == ()


@pytest.mark.parametrize("ask", ASKS, ids=lambda ask: ask.name)
def test_each_end_day_is_taken_as_the_table_says(ask: Ask) -> None:
    days = days_of(asked(ask, ask.body())[0].content)
    for field in ask.last_day:
        assert date.fromisoformat(at(ask.content(), field)) + timedelta(days=1) in days
    for field in ask.first_day_after:
        assert date.fromisoformat(at(ask.content(), field)) in days
    ends = {name for name in (*ask.needs, *ask.may) if "eind" in name and "Eindgesprek" not in name}
    assert ends <= {*ask.last_day, *ask.first_day_after}


def test_a_new_number_for_every_request() -> None:
    numbers: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        numbers.append(request.headers["berichtId"])
        return came(200, answer_headers(ASKS[0]), ASKS[0].body())

    duo = client(answer)
    told = [call(duo, ASKS[0]) for _ in range(3)]
    assert [str(each.bericht_id) for each in told] == numbers
    assert len(set(numbers)) == 3


# -- DUO's own files, where they are ------------------------------------------------------------


@pytest.mark.parametrize("ask", ASKS, ids=lambda ask: ask.name)
def test_requests_and_answers_fit_the_files_of_duo(ask: Ask, duo_files: DuoFiles) -> None:
    for body in canned(ask):
        _, request = asked(ask, body)
        exchange = Exchange(
            method=request.method,
            path=request.url.path.removeprefix("/v1"),
            request_headers=dict(request.headers),
            status=200,
            response_headers=answer_headers(ask),
            response_body=body,
        )
        duo_files.check(ask.api, exchange)


@pytest.mark.parametrize("ask", ASKS, ids=lambda ask: ask.name)
def test_the_fields_of_the_table_are_those_of_the_files(ask: Ask, duo_files: DuoFiles) -> None:
    described = content(duo_files.folder / f"{ask.api}.openapi.yml")
    assert described["info"]["version"] == ask.version
    responses = described["paths"][ask.path]["get"]["responses"]
    schema = responses["200"]["content"]["application/json"]["schema"]
    if ask.is_list:
        schema = schema["items"]
    fields = dict(described_fields(schema, described["components"]["schemas"]))
    assert {name for name, needed in fields.items() if needed} == set(ask.needs)
    assert {name for name, needed in fields.items() if not needed} == set(ask.may)
    duo_files.checked += 1


@pytest.mark.parametrize("tell", tells(), ids=lambda tell: f"{tell.method} {tell.path}")
def test_messages_of_the_table_fit_the_files(tell: Tell, duo_files: DuoFiles) -> None:
    described = content(duo_files.folder / f"{tell.api}.openapi.yml")
    responses = described["paths"][tell.path][tell.method.lower()]["responses"]
    assert [code for code in responses if code.startswith("2")] == [str(tell.success)]
    assert ("content" in responses["403"]) == tell.reasons
    accepted = b'{"id": 12, "contactpersoongegevens": %s}' % tell.body.encode()
    exchange = Exchange(
        method=tell.method,
        path=filled(tell.path),
        request_headers={**request_headers(BERICHT), "content-type": "application/json"},
        request_body=tell.body.encode(),
        status=tell.success,
        response_headers={"API-Version": "1.0.0", "content-type": "application/json"},
        response_body=accepted if tell.path == "/contactpersonen" else b"",
    )
    duo_files.check(tell.api, exchange)


def test_the_table_has_every_operation_of_the_files(duo_files: DuoFiles) -> None:
    named = {("GET", ask.path) for ask in ASKS} | {(tell.method, tell.path) for tell in tells()}
    there = {
        (method.upper(), path)
        for file in duo_files.folder.glob("*.openapi.yml")
        for path, operations in content(file)["paths"].items()
        for method in operations
    }
    assert there - {("POST", "/notificaties")} == named
    duo_files.checked += 1


def test_we_know_every_word_of_the_files(duo_files: DuoFiles) -> None:
    tables = [value for name, value in vars(words).items() if name.isupper()]
    ours = {word for table in tables for word in table}
    read = {ask.api for ask in ASKS}
    theirs = {
        word
        for api in read
        for name, schema in described_schemas(duo_files, api)
        if not name.endswith("Description") and name != "InburgeringJaNeeType"
        for word in schema.get("enum", ())
    }
    assert theirs == ours
    duo_files.checked += 1


@pytest.mark.parametrize("ask", ASKS, ids=lambda ask: ask.name)
def test_whatever_fits_the_files_of_duo_can_be_read(ask: Ask, duo_files: DuoFiles) -> None:
    """Also what nobody thought of: answers drawn from DUO's own description."""
    described = content(duo_files.folder / f"{ask.api}.openapi.yml")
    responses = described["paths"][ask.path]["get"]["responses"]
    schema = responses["200"]["content"]["application/json"]["schema"]
    told = drawn(schema, described["components"]["schemas"])

    @settings(max_examples=20, suppress_health_check=list(HealthCheck))
    @given(told)
    def read(answer: Any) -> None:
        assert asked(ask, json.dumps(answer).encode())[0].extra == ()

    read()
    duo_files.checked += 1


def test_the_harness_sees_what_does_not_fit(duo_files: DuoFiles) -> None:
    good = Exchange(
        method="GET",
        path=f"/personen/{DIGITS}/map",
        request_headers=request_headers(BERICHT),
        status=200,
        response_headers={"API-Version": "1.0.0", "content-type": "application/json"},
        response_body=b'{"datumEindgesprekMap": "2025-11-03"}',
    )
    wrong: list[dict[str, Any]] = [
        {"path": "/personen/12/map"},
        {"path": f"/personen/{DIGITS}/maps"},
        {"request_headers": {"bron": BRON, "doel": DOEL}},
        {"request_headers": {**good.request_headers, "bron": "1"}},
        {"response_body": b'{"datumEindgesprekMap": "3-11-2025"}'},
        {"response_body": b"{}"},
        {"response_headers": {"content-type": "application/json"}},
        {"response_headers": {"API-Version": "een", "content-type": "application/json"}},
        {"status": 418},
    ]
    assert duo_files.faults("MAP-PVT-Zroute", good) == []
    blind = [
        change
        for change in wrong
        if not duo_files.faults("MAP-PVT-Zroute", Exchange(**{**vars(good), **change}))
    ]
    assert blind == []


def described_schemas(duo_files: DuoFiles, api: str) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from content(duo_files.folder / f"{api}.openapi.yml")["components"]["schemas"].items()


def canned(ask: Ask) -> Iterator[bytes]:
    """The full answer, one with nothing that may be left out, and an empty list."""
    bare = ask.content()
    for field in ask.may:
        if "." not in field or field.partition(".")[0] in bare:
            bare = without(bare, field)
    yield from dict.fromkeys([ask.body(), ask.body(bare)])
    if ask.is_list:
        yield b"[]"


def described_fields(
    schema: dict[str, Any], schemas: dict[str, Any], place: str = ""
) -> Iterator[tuple[str, bool]]:
    """Every field of a schema of DUO with its place, and whether it must be there."""
    schema = schemas[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    for name, inner in schema.get("properties", {}).items():
        yield place + name, name in schema.get("required", ())
        yield from described_fields(inner, schemas, f"{place}{name}.")
