"""Logs as JSON on standard output: one line per request and per error, nothing about people.

No query string, no body, no address of a person: a path of ours holds numbers of rows only. Of an
error only its kind and its place are kept: its text and its variables can hold what somebody typed.
"""

import logging
import logging.config
import re
import sys
import time
import traceback
import uuid
from collections.abc import Callable, Mapping
from typing import Any

import structlog
from django.http import HttpRequest, HttpResponseBase

from meedoen.logboek.trace import trace_of

Event = dict[str, Any]
_PLACE = re.compile(r'^  File "(.+)", line (\d+), in (.+)$', re.MULTILINE)
_KIND = re.compile(r"^[\w.]+", re.MULTILINE)


def configure(settings: Mapping[str, Any]) -> None:
    """Point structlog and the logging of all others at lines of JSON (LOGGING_CONFIG calls this).

    `settings` is LOGGING: its `level` says from which level on.
    """
    structlog.configure(
        # a line that nobody will see need not be made first
        processors=[
            structlog.stdlib.filter_by_level,
            *_shared(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    logging.raiseExceptions = False  # a line that cannot be written would be shown as it is
    logging.config.dictConfig(as_json(settings.get("level", "INFO")))


def as_json(level: str) -> dict[str, Any]:
    """The configuration of Python's own logging; granian gets the same."""
    formatter = {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": [*_shared(), _without_arguments],
        "processors": [
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
    }
    out = {"class": "logging.StreamHandler", "formatter": "json", "stream": "ext://sys.stdout"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": formatter},
        "handlers": {"out": out},
        "root": {"handlers": ["out"], "level": level},
        "loggers": {
            # Who logged in and who was refused is always told, but in the demo (refusals.py).
            "meedoen.security": {"level": "INFO" if level != "ERROR" else level},
            "django": {"level": level, "handlers": []},  # its own would mail the whole request
            "procrastinate.blueprints": {"level": "WARNING"},
            "procrastinate.periodic": {"level": "WARNING"},
            "_granian": {"level": level},
            "granian.access": {"level": "ERROR"},
            "django.server": {"level": "ERROR"},
            "django.request": {"level": "ERROR"},
            # A wrong host is what somebody sent, up to and including a name.
            "django.security.DisallowedHost": {"level": "CRITICAL"},
        },
    }


def _shared() -> list[Any]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="timestamp"),
        _only_kind_and_place,
    ]


def _without_arguments(_: Any, __: str, event: Event) -> Event:
    """Django gives the whole request to its loggers, granian the whole error as text."""
    for name in ("request", "positional_args"):
        event.pop(name, None)
    event["event"], found, trace = event["event"].partition("\nTraceback (most recent call last)")
    if found:
        places = list(_PLACE.finditer(trace))
        kinds = _KIND.findall(trace, places[-1].end() if places else 0)
        event["error"] = kinds[0] if kinds else ""  # the first: its text may have more lines
        event["places"] = [f"{_short(each[1])}:{each[2]} {each[3]}" for each in places]
    return event


def _only_kind_and_place(_: Any, __: str, event: Event) -> Event:
    event.pop("stack_info", None)
    error = _error_of(event.pop("exc_info", None))
    if error is not None:
        frames = traceback.extract_tb(error.__traceback__)
        event["error"] = type(error).__qualname__
        event["places"] = [f"{_short(f.filename)}:{f.lineno} {f.name}" for f in frames]
        if (code := getattr(error.__cause__ or error, "sqlstate", None)) is not None:
            event["sqlstate"] = code
    return event


def _error_of(exc_info: Any) -> BaseException | None:
    if isinstance(exc_info, BaseException):
        return exc_info
    return (exc_info if isinstance(exc_info, tuple) else sys.exc_info())[1] if exc_info else None


def _short(path: str) -> str:
    """From the package on: where it is installed is nobody's business."""
    return path.rpartition("/site-packages/")[2].rpartition("/src/")[2]


class RequestLog:
    """Middleware: a number for every request, given back in a header, and one line when it ends."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.log = structlog.get_logger("meedoen.request")

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, and write the line."""
        began, number = time.perf_counter(), uuid.uuid4().hex
        structlog.contextvars.clear_contextvars()
        request.trace = trace = trace_of(request.META.get("HTTP_TRACEPARENT"))  # type: ignore[attr-defined]
        structlog.contextvars.bind_contextvars(
            request_id=number, trace_id=trace.trace_id.hex(), source="web"
        )
        response = self.get_response(request)
        response["X-Request-Id"] = number
        self.log.info(
            "request",
            method=request.method,
            view=getattr(request.resolver_match, "view_name", None),
            status=response.status_code,
            ms=round((time.perf_counter() - began) * 1000),
        )
        return response
