"""Our own table of DUO's APIs (duo.toml): what client and pretend DUO are held to, always."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

TABLE = Path(__file__).with_name("duo.toml")
# OINs and people of nobody: the municipality 9999 and the DUO of the invented world.
BRON = "00000001999999999000"
DOEL = "00000001999990000000"
DIGITS = "999990019"


@dataclass(frozen=True)
class Ask:
    """One question of the table; `full` is an object of an answer with every field in it."""

    name: str
    api: str
    version: str
    path: str
    is_list: bool
    needs: tuple[str, ...]
    may: tuple[str, ...]
    last_day: tuple[str, ...]
    first_day_after: tuple[str, ...]
    full: str

    def body(self, changed: dict[str, Any] | None = None) -> bytes:
        """An answer: the full one, or this one."""
        content = self.content() if changed is None else changed
        return json.dumps([content] if self.is_list else content).encode()

    def content(self) -> dict[str, Any]:
        """The full object, each time a new one."""
        content: dict[str, Any] = json.loads(self.full)
        return content


@dataclass(frozen=True)
class Tell:
    """One way to tell DUO something; `body` is what goes with it, as JSON text."""

    api: str
    method: str
    path: str
    success: int
    reasons: bool
    body: str = ""


@cache
def table() -> dict[str, Any]:
    """The whole file."""
    return tomllib.loads(TABLE.read_text("utf-8"))


def asks() -> list[Ask]:
    """Every question."""
    return [_ask(row) for row in table()["ask"]]


def tells() -> list[Tell]:
    """Every message to DUO."""
    return [Tell(**row) for row in table()["tell"]]


def filled(path: str) -> str:
    """A path of the table with an invented person, school and contactpersoon in it."""
    for name, value in (("bsn", DIGITS), ("instellingsnummer", "9900000001"), ("id", "12")):
        path = path.replace("{" + name + "}", value)
    return path


def request_headers(bericht_id: str) -> dict[str, str]:
    """What DUO must see with every request."""
    return {"bron": BRON, "doel": DOEL, "berichtId": bericht_id}


def without(content: dict[str, Any], field: str) -> dict[str, Any]:
    """The object but for one field, which may stand deeper: `pip.niveau`."""
    head, _, deeper = field.partition(".")
    if not deeper:
        return {name: value for name, value in content.items() if name != head}
    return {**content, head: without(content[head], deeper)}


def _ask(row: dict[str, Any]) -> Ask:
    lists = ("needs", "may", "last_day", "first_day_after")
    fields: dict[str, Any] = {name: tuple(row.get(name, ())) for name in lists}
    texts = {name: row[name] for name in ("name", "api", "version", "path", "full")}
    return Ask(**texts, **fields, is_list=row.get("list", False))
