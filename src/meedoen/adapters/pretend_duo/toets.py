"""The conformance report: sends notices, good and bad, and judges the answers.

What is well-formed must be answered 201, however strange its content: a notice that is refused is
lost. What does not fit DUO's description is a 400, what comes from or is meant for another a 403.
"""

import json
import re
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx

from meedoen.adapters.pretend_duo.oins import DUO, oin_of
from meedoen.adapters.pretend_duo.world import Happening, World

WITHIN = 2000  # milliseconds: our own norm (DUO-01)
SEMVER = re.compile(r"\d+\.\d+\.\d+([-+].*)?")
STRANGER = "00000001999991111999"
BIG = 1_000_000  # bytes


@dataclass(frozen=True)
class Trial:
    """One request, and the answers that are right."""

    name: str
    good: tuple[int, ...]
    content: bytes
    headers: dict[str, str]
    method: str = "POST"


@dataclass(frozen=True)
class Verdict:
    """What came back, and what is wrong with it; nothing wrong is good."""

    name: str
    good: tuple[int, ...]
    code: int
    milliseconds: int
    faults: list[str] = field(default_factory=list)

    def plain(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self) | {"goed": not self.faults}

    def line(self) -> str:
        """For people."""
        verdict = "FOUT: " + "; ".join(self.faults) if self.faults else "goed"
        return f"{self.name:44} {self.code or 'geen':>5} {self.milliseconds:>6} ms  {verdict}"


def judge(
    client: httpx.Client, url: str, about: Happening, *, at: datetime, proxy: dict[str, str]
) -> Iterator[Verdict]:
    """Send every trial to {url}/notificaties, one after another; `proxy`: headers that go along."""
    address = f"{url.rstrip('/')}/notificaties"
    for trial in trials(about, at):
        yield _send(client, address, replace(trial, headers=trial.headers | proxy))


def somebody(world: World, gemeente: int) -> Happening:
    """A person of this municipality whom DUO knows. Errors: ValueError when there is none."""
    with world.lock:
        for persoon in world.people:
            if persoon.gemeente == gemeente and persoon.is_bekend:
                return Happening(gemeente, "SS101", persoon.vnummer, world.day, persoon.bsn)
    raise ValueError(f"gemeente {gemeente} heeft op deze dag nog niemand")


def trials(about: Happening, at: datetime) -> Iterator[Trial]:
    """Notices about one person: first as they should be, then strange, then wrong."""
    body = {
        "registratieDatumTijd": at.isoformat(timespec="seconds"),
        "gebeurtenisId": about.code,
        "bsn": about.bsn,
        "vNummer": about.vnummer,
    }
    first = _trial("een gewone notificatie", (201,), body, about=about)
    yield first
    yield replace(first, name="dezelfde nog een keer (zelfde berichtId)")
    yield from _strange(body, about, at)
    yield from _misshapen(body, about)
    yield from _from_others(body, about)


def _strange(body: dict[str, Any], about: Happening, at: datetime) -> Iterator[Trial]:
    later = (at + timedelta(days=400)).isoformat(timespec="seconds")
    without = {name: value for name, value in body.items() if name != "bsn"}
    for name, content in (
        ("een onbekende gebeurtenis", body | {"gebeurtenisId": "XX999"}),
        ("alleen een V-nummer", without),
        ("een BSN dat de elfproef niet doorstaat", body | {"bsn": "999999999"}),
        ("een dag in de toekomst", body | {"registratieDatumTijd": later}),
        ("een veld dat niemand kent", body | {"nieuwVeld": {"a": 1}}),
    ):
        yield _trial(name, (201,), content, about=about)


def _misshapen(body: dict[str, Any], about: Happening) -> Iterator[Trial]:
    for name, content in (
        ("zonder registratieDatumTijd", _without(body, "registratieDatumTijd")),
        ("zonder gebeurtenisId", _without(body, "gebeurtenisId")),
        ("een gebeurtenisId in kleine letters", body | {"gebeurtenisId": "ss101"}),
        ("een BSN van acht cijfers", body | {"bsn": "99995000"}),
        ("een V-nummer als tekst", body | {"vNummer": "9998000001"}),
    ):
        yield _trial(name, (400,), content, about=about)
    good = _trial("", (400,), body, about=about)
    for name, raw in (
        ("JSON die halverwege ophoudt", good.content[:-5]),
        ("geen UTF-8", b'{"gebeurtenisId": "\xff"}'),
        ("een lijst in plaats van een object", b"[]"),
    ):
        yield replace(good, name=name, content=raw, headers=_headers(about))
    large = json.dumps(body | {"vulling": "x" * BIG}).encode()
    yield replace(good, name="een inhoud van 1 MB", content=large, good=(400, 413))
    for header in ("bron", "doel", "berichtId"):
        yield replace(good, name=f"zonder {header}", headers=_without(_headers(about), header))
    wrong = good.headers | {"berichtId": "geen-uuid"}
    yield replace(good, name="een berichtId dat geen uuid is", headers=wrong)
    yield replace(good, name="GET in plaats van POST", method="GET", content=b"", good=(405,))


def _from_others(body: dict[str, Any], about: Happening) -> Iterator[Trial]:
    good = _trial("", (401, 403), body, about=about)
    stranger = _headers(about) | {"bron": STRANGER}
    yield replace(good, name="bron is een ander dan DUO", headers=stranger)
    elsewhere = _headers(about) | {"doel": STRANGER}
    yield replace(good, name="doel is een gemeente die u niet bent", headers=elsewhere)


def _without(fields: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if key != name}


def _trial(name: str, good: tuple[int, ...], body: dict[str, Any], *, about: Happening) -> Trial:
    return Trial(name, good, json.dumps(body).encode(), _headers(about))


def _headers(about: Happening) -> dict[str, str]:
    return {
        "bron": DUO,
        "doel": oin_of(about.gemeente),
        "berichtId": str(uuid4()),
        "Content-Type": "application/json",
    }


def _send(client: httpx.Client, address: str, trial: Trial) -> Verdict:
    began = time.monotonic()
    try:
        answer = client.request(trial.method, address, content=trial.content, headers=trial.headers)
    except httpx.HTTPError as error:
        elapsed = round((time.monotonic() - began) * 1000)
        why = [f"geen antwoord ({type(error).__name__})"]
        return Verdict(trial.name, trial.good, 0, elapsed, why)
    elapsed = round((time.monotonic() - began) * 1000)
    return Verdict(
        trial.name, trial.good, answer.status_code, elapsed, _faults(trial, answer, elapsed)
    )


def _faults(trial: Trial, answer: httpx.Response, elapsed: int) -> list[str]:
    faults = []
    if answer.status_code not in trial.good:
        wanted = " of ".join(map(str, trial.good))
        faults.append(f"{answer.status_code} in plaats van {wanted}")
    if not SEMVER.fullmatch(answer.headers.get("API-Version", "")):
        faults.append("API-Version ontbreekt of is geen versie")
    if elapsed > WITHIN:
        faults.append(f"duurde langer dan {WITHIN // 1000} seconden")
    return faults
