"""The WSGI application itself: a notice goes past the signals of Django, a page does not."""

import json
from typing import Any

import pytest
from django.core.signals import request_finished, request_started
from django.test import RequestFactory
from tests.berichten.sender import duo_is_known, known_by_oin
from tests.berichten.wire import PROXY, headers, notice

from meedoen.config.wsgi import make

pytestmark = pytest.mark.usefixtures("db")
Told = tuple[str, dict[str, str], bytes]


def _answer(environ: dict[str, Any]) -> Told:
    """Status, headers and body, as a server gets them."""
    began: list[Any] = []
    body = b"".join(make()(environ, lambda *told: began.append(told)))
    status, names = began[0]
    return status, dict(names), body


def _post(path: str) -> dict[str, Any]:
    body = json.dumps(notice())
    more: dict[str, Any] = {"REMOTE_ADDR": PROXY, "headers": headers()}
    asked = RequestFactory().post(path, body, content_type="application/json", **more)
    return asked.environ


@pytest.fixture
def signals() -> Any:
    """How often Django said that a request began or ended; what it does then is left out."""
    heard: list[str] = []

    def hear(signal: Any, **_rest: Any) -> None:
        heard.append("began" if signal is request_started else "ended")

    before = [(each, each.receivers) for each in (request_started, request_finished)]
    for each, _receivers in before:
        each.receivers = []
        each.sender_receivers_cache.clear()
        each.connect(hear, weak=False)
    yield heard
    for each, receivers in before:
        each.receivers = receivers
        each.sender_receivers_cache.clear()


def test_a_notice_is_kept_without_the_signals_of_django(signals: list[str]) -> None:
    known_by_oin()
    with duo_is_known:
        status, told, body = _answer(_post("/v1/notificaties"))
    assert (status, body, told["API-Version"]) == ("201 Created", b"", "1.8.0")
    assert told["X-Request-Id"]
    assert signals == []


def test_what_is_refused_is_told_the_same_way(signals: list[str]) -> None:
    status, told, body = _answer(_post("/v1/iets"))
    assert (status, told["Content-Type"]) == ("404 Not Found", "application/json")
    assert "fouttekst" in json.loads(body)
    assert signals == []


def test_a_page_goes_the_way_of_django(signals: list[str]) -> None:
    status, _told, _body = _answer(RequestFactory().get("/_healthz/live").environ)
    assert status.startswith(("200", "404"))
    assert signals == ["began"]
