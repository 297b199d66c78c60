"""Notices that somebody must inburgeren, for tests: a right one, and what can be wrong with it."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any

EXAMPLE = Path(__file__).with_name("bericht.json")
REMOVED = object()


def content(**changes: Any) -> bytes:
    """The example with other values; REMOVED takes a field away."""
    told = json.loads(EXAMPLE.read_text("utf-8")) | changes
    return json.dumps(
        {name: value for name, value in told.items() if value is not REMOVED}
    ).encode()


def as_file(raw: bytes) -> BytesIO:
    """A file as a browser sends it."""
    file = BytesIO(raw)
    file.name = "bericht.json"
    return file
