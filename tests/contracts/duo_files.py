"""Holds exchanges beside DUO's own files, where those are: they are DUO's and not part of Meedoen.

They are looked for in `../shared/duo-m2m` beside the project, or where MEEDOEN_DUO_M2M says.
Use: the fixture `duo_files` of tests/contracts/conftest.py; `duo_files.check(Exchange(...))`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from openapi_core import OpenAPI
from openapi_core.testing import MockRequest, MockResponse
from tests.architecture.source import ROOT

HOST = "https://duo.example"
BASE = "/v1"


@dataclass(frozen=True)
class Exchange:
    """One request and its answer as they went over the wire; `path` without the base path /v1."""

    method: str
    path: str
    request_headers: Mapping[str, str]
    status: int
    response_headers: Mapping[str, str]
    response_body: bytes = b""
    request_body: bytes = b""


@dataclass
class DuoFiles:
    """DUO's files, each read when it is first needed; counts what it held beside them."""

    folder: Path
    checked: int = field(default=0, init=False)

    def check(self, api: str, exchange: Exchange) -> None:
        """Assert that request and answer fit DUO's file `api`.openapi.yml."""
        faults = self.faults(api, exchange)
        assert not faults, f"{exchange.method} {exchange.path}: " + "; ".join(faults)

    def faults(self, api: str, exchange: Exchange) -> list[str]:
        """What does not fit; also a status or a body that the file does not name."""
        self.checked += 1
        described = description(self.folder / f"{api}.openapi.yml")
        request = MockRequest(
            HOST,
            exchange.method.lower(),
            BASE + exchange.path,
            headers=dict(exchange.request_headers),
            data=exchange.request_body or None,
        )
        response = MockResponse(
            exchange.response_body,
            status_code=exchange.status,
            headers={name.lower(): value for name, value in exchange.response_headers.items()},
            content_type=exchange.response_headers.get("content-type", "").partition(";")[0],
        )
        errors = [
            *described.iter_apicall_request_errors(request),
            *described.iter_apicall_response_errors(request, response),
        ]
        return [_told(error) for error in errors]


def found() -> Path | None:
    """The folder with DUO's files, or None where it is not."""
    named = os.environ.get("MEEDOEN_DUO_M2M")
    folder = Path(named) if named else ROOT.parent / "shared" / "duo-m2m"
    return folder if list(folder.glob("*.openapi.yml")) else None


@cache
def content(path: Path) -> dict[str, Any]:
    """One file, with the address that DUO leaves out, and patterns that Python can read."""
    text = path.read_text("utf-8").replace(r"\\p{L}", "A-Za-zÀ-ɏ").replace(r"\\p{Pd}", "–-")
    loaded: dict[str, Any] = yaml.load(text, Loader=_loader())  # noqa: S506 (CSafeLoader)
    return {**loaded, "servers": [{"url": HOST + BASE}]}


@cache
def description(path: Path) -> OpenAPI:
    """One file, ready to hold exchanges beside."""
    return OpenAPI.from_dict(content(path))


def _loader() -> Any:
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _told(error: BaseException) -> str:
    return " < ".join(f"{type(each).__name__}: {each}" for each in _causes(error))


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        yield from getattr(error, "schema_errors", ())
        error = error.__cause__
