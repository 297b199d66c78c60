"""Misbehaviour on command: what a client must survive, and when it happens."""

import json
import re
from collections.abc import Iterable
from random import Random
from typing import Any

NAMES = {
    "traag": "Elk antwoord en elke notificatie komt later: zoveel seconden.",
    "storing": "Een antwoord is 503, zonder inhoud.",
    "kwijt": "Een notificatie wordt nooit verstuurd.",
    "dubbel": "Een notificatie komt twee keer, met hetzelfde berichtId.",
    "door-elkaar": "Notificaties komen in een andere volgorde.",
    "fout": "Gegevens kloppen niet: onbekende woorden, getallen als tekst, verkeerde datums.",
    "oud": "API-Version noemt een oudere versie.",
    "foutpagina": "Een antwoord is 200 met een webpagina.",
    "afgebroken": "Een antwoord houdt halverwege op.",
}
LIKELY, SLOW = 1.0, 3.0
LONGEST_DETOUR = 5.0  # seconds
OLD_VERSION = "0.9.0"
ERROR_PAGE = "<!doctype html><title>Storing</title><p>Er is iets misgegaan.</p>"
DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)


class Kuren:
    """Which misbehaviour is on, and how much of it: a share of 0 to 1, for `traag` seconds."""

    def __init__(self, *given: str, seed: int = 0) -> None:
        self.on: dict[str, float] = {}
        # it misbehaves and keeps no secret
        self.rng = Random(seed)  # noqa: S311  # nosec B311
        for text in given:
            self.set(text)

    def set(self, text: str) -> None:
        """`naam` or `naam=aandeel`; a share of 0 puts it off. Errors: ValueError."""
        name, _, amount = text.partition("=")
        if name not in NAMES:
            raise ValueError(f"Onbekende kuur «{name}». Kies uit: {', '.join(NAMES)}.")
        most = 600.0 if name == "traag" else 1.0
        value = float(amount) if amount else SLOW if name == "traag" else LIKELY
        if not 0 <= value <= most:
            raise ValueError(f"«{name}» gaat van 0 tot {most:g}.")
        self.on[name] = value
        if not value:
            del self.on[name]

    def happens(self, name: str) -> bool:
        """Whether it strikes this time."""
        return self.rng.random() < self.on.get(name, 0)

    @property
    def delay(self) -> float:
        """Seconds to wait."""
        return self.on.get("traag", 0.0)

    @property
    def detour(self) -> float:
        """Seconds that a notice lies about, so that others pass it; mostly none."""
        return self.rng.random() * LONGEST_DETOUR if self.happens("door-elkaar") else 0.0


def spoil(value: Any) -> Any:
    """The same answer with what no client expects: words, numbers and dates that do not fit."""
    if isinstance(value, dict):
        return {name: spoil(part) for name, part in value.items()}
    if isinstance(value, list):
        return [spoil(part) for part in value]
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int | float):
        return str(value)
    if found := DATE.fullmatch(str(value)):
        return "-".join(reversed(found.groups()))
    return f"{value} (nieuw)"


def spoil_notice(notice: dict[str, Any], rng: Random) -> bytes:
    """The body of a notice with one fault, drawn."""
    variants: Iterable[bytes] = (
        json.dumps(notice | {"gebeurtenisId": "XX999"}).encode(),
        json.dumps(notice | {"bsn": "999999999"}).encode(),
        json.dumps(notice | {"vNummer": str(notice.get("vNummer", ""))}).encode(),
        json.dumps({k: v for k, v in notice.items() if k not in {"bsn", "vNummer"}}).encode(),
        json.dumps(notice | {"registratieDatumTijd": "gisteren"}).encode(),
        json.dumps(notice).encode()[:-4],
    )
    return rng.choice(list(variants))
