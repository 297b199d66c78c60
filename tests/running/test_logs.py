"""Lines of JSON that an operator can use and that hold nothing about anybody."""

import json
import logging
import traceback
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
import structlog
from django.test import Client, override_settings
from tests.running.crashes import NAME

from meedoen.config.logs import configure

BSN = "999990019"


Lines = list[dict[str, Any]]


@pytest.fixture
def logged(capsys: pytest.CaptureFixture[str]) -> Callable[[], AbstractContextManager[Lines]]:
    """Every line that is logged meanwhile, read as JSON."""

    @contextmanager
    def record() -> Iterator[Lines]:
        lines: Lines = []
        configure({"level": "INFO"})  # here, so that it points at the output of this test
        yield lines
        out = capsys.readouterr().out
        assert NAME not in out
        assert BSN not in out
        lines += [json.loads(line) for line in out.splitlines()]

    return record


def test_a_request_is_one_line_without_what_was_asked(logged: Any) -> None:
    with logged() as lines:
        answer = Client().get(f"/.well-known/security.txt?bsn={BSN}", HTTP_REFERER=f"/?q={NAME}")
    (line,) = lines
    assert line.keys() >= {"timestamp", "level", "event", "request_id", "source", "ms"}
    assert (line["event"], line["method"], line["status"]) == ("request", "GET", 200)
    assert line["request_id"] == answer["X-Request-Id"]


def test_every_request_has_a_number_of_its_own(logged: Any) -> None:
    with logged() as lines:
        for _ in range(2):
            Client().get("/_healthz/livez/")
    first, second = lines
    assert first["request_id"] != second["request_id"]


@override_settings(ROOT_URLCONF="tests.running.crashes")
def test_an_error_is_logged_with_kind_and_place_and_not_with_what_was_typed(logged: Any) -> None:
    with logged() as lines:
        Client(raise_request_exception=False).post("/wrong/", {"naam": NAME, "bsn": BSN})
    error, request = lines
    assert (error["error"], error["level"], request["status"]) == ("ValueError", "error", 500)
    assert error["places"][-1].endswith(" wrong")
    assert error["request_id"] == request["request_id"]


@override_settings(ROOT_URLCONF="tests.running.crashes")
def test_of_an_error_in_the_database_the_row_is_not_told(logged: Any, db: None) -> None:
    with logged() as lines:
        Client(raise_request_exception=False).get("/twice/")
    assert (lines[0]["error"], lines[0]["sqlstate"]) == ("IntegrityError", "23505")


def test_an_address_that_is_not_ours_is_not_repeated(logged: Any) -> None:
    with logged() as lines:
        Client(raise_request_exception=False).get(f"/{NAME}/{BSN}/")
        Client(raise_request_exception=False).get("/", HTTP_HOST=f"{NAME}.example.org")
    assert [line["status"] for line in lines] == [404, 400]


def test_our_own_lines_and_those_of_a_library_look_alike(logged: Any) -> None:
    with logged() as lines:
        try:
            raise KeyError(NAME)
        except KeyError:
            structlog.get_logger("meedoen.test").exception("mislukt", nummer=7)
            logging.getLogger("bibliotheek").exception("mislukt")
    ours, other = lines
    assert ours["nummer"] == 7
    for name in ("event", "error", "level"):
        assert ours[name] == other[name]


def test_an_error_that_a_library_writes_out_is_cut_down(logged: Any) -> None:
    """What granian does when Django itself breaks."""
    with logged() as lines:
        try:
            raise ValueError(f"{NAME}\n{BSN}")
        except ValueError:
            logging.getLogger("_granian.utils").error(f"It broke\n{traceback.format_exc()}")
    assert (lines[0]["event"], lines[0]["error"]) == ("It broke", "ValueError")
    assert lines[0]["places"][0].endswith(" test_an_error_that_a_library_writes_out_is_cut_down")
