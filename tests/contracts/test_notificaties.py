"""Our own end point beside the file of DUO: what fits is accepted, the rest breaks nothing."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from tests.berichten.wire import PROXY, headers
from tests.contracts.duo_files import DuoFiles, Exchange
from tests.database import set_up

set_up()  # the other tests of this folder need no Django

API = "Notificatie"
DOCUMENTED = {201, 400, 401, 403}
FEW = settings(suppress_health_check=list(HealthCheck), max_examples=25, deadline=None)
Send = Callable[[bytes, dict[str, str]], Exchange]


@pytest.fixture
def send(db: None) -> Iterator[Send]:
    from django.test import Client
    from tests.berichten.sender import duo_is_known, known_by_oin

    def one(body: bytes, head: dict[str, str]) -> Exchange:
        answer = Client().post(
            "/v1/notificaties",
            body,
            content_type="application/json",
            headers=head,
            REMOTE_ADDR=PROXY,
        )
        told = {name.lower(): value for name, value in answer.items()}
        sent = {"content-type": "application/json", **head}
        return Exchange(
            "POST", "/notificaties", sent, answer.status_code, told, answer.content, body
        )

    known_by_oin()
    with duo_is_known:
        yield one


def generated(files: DuoFiles, mode: str) -> Any:
    """Cases that fit the file ("positive"), or do not."""
    import schemathesis
    from schemathesis.generation import GenerationMode

    found = schemathesis.openapi.from_path(files.folder / f"{API}.openapi.yml")
    return found["/notificaties"]["POST"].as_strategy(generation_mode=GenerationMode(mode))


def raw(case: Any) -> bytes:
    return json.dumps(case.body).encode() if isinstance(case.body, dict | list | str) else b""


def test_all_that_fits_is_accepted_and_both_sides_fit_the_file(
    duo_files: DuoFiles, send: Send
) -> None:
    @FEW
    @given(generated(duo_files, "positive"))
    def fits(case: Any) -> None:
        exchange = send(raw(case), headers())
        assert exchange.status == 201, exchange
        duo_files.check(API, exchange)

    fits()


def test_what_does_not_fit_is_refused_in_the_words_of_the_file_and_breaks_nothing(
    duo_files: DuoFiles, send: Send
) -> None:
    @FEW
    @given(generated(duo_files, "negative"))
    def does_not_fit(case: Any) -> None:
        odd = {name: value for name, value in (case.headers or {}).items() if _sendable(value)}
        for head in (headers(), headers() | odd):
            exchange = send(raw(case), head)
            assert exchange.status in DOCUMENTED, exchange
            assert exchange.response_headers["api-version"] == "1.8.0"

    does_not_fit()


def _sendable(value: Any) -> bool:
    return isinstance(value, str) and value.isascii() and value.isprintable()
