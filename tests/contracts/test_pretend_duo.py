"""The pretend DUO is held to our table, to DUO's own files, and asked by our client."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx
from tests.contracts.duo_files import DuoFiles, Exchange
from tests.contracts.duo_table import asks, tells
from tests.pretend_duo.invented import BSN, DAY, HERE, NOW, SCHOOL, THERE, Town, asiel, with_plan

from meedoen.adapters.breaker import Breaker
from meedoen.adapters.duo_line import Address, DuoLine, Patience, Surroundings
from meedoen.adapters.duo_rest import DuoRest
from meedoen.adapters.pretend_duo.apis import Operation, operations
from meedoen.adapters.pretend_duo.journal import Journal
from meedoen.adapters.pretend_duo.kuren import Kuren
from meedoen.adapters.pretend_duo.notices import Sender, Targets
from meedoen.adapters.pretend_duo.oins import DUO, oin_of
from meedoen.adapters.pretend_duo.population import draw, setting
from meedoen.adapters.pretend_duo.world import Happening, World
from meedoen.ports.duo_errors import NietBekendError
from meedoen.ports.identity import Bsn

# A later text than the files: nothing there describes it (README: [22-6]).
LATER = "/uren/instellingen/"
FREE = {"[].omschrijving", "[].id", "[].naam", ".verlengingsgrondomschrijving"}
YEARS = (0, 450, 900)  # days between the moments at which everybody is asked everything


def test_it_offers_what_our_table_says_and_nothing_else() -> None:
    ours = {(o.method, _braces(o.path)): (o.api, o.success) for o in operations()}
    asked = {("GET", ask.path): (ask.api, 200) for ask in asks()}
    told = {(tell.method, tell.path): (tell.api, tell.success) for tell in tells()}
    assert {key: row for key, row in ours.items() if LATER not in key[1]} == asked | told
    versions = {_braces(o.path): o.version for o in operations() if o.method == "GET"}
    assert {ask.path: ask.version for ask in asks() if ask.api != "GevolgdeUren"} == {
        path: version for path, version in versions.items() if not path.endswith("/uren")
    }
    reasons = {(o.method, _braces(o.path)): o.says_why for o in operations()}
    assert not [t for t in tells() if reasons[t.method, t.path] != t.reasons]


def _braces(path: str) -> str:
    return path.replace("<nummer>", "{id}").replace("<", "{").replace(">", "}")


def whole_population() -> Town:
    people = draw(28, seed=5, day=DAY, gemeenten=(HERE, THERE))
    return Town(World(people, setting(), DAY))


def test_every_answer_of_the_whole_population_fits_the_files_of_duo(duo_files: DuoFiles) -> None:
    place = whole_population()
    seen: set[str] = set()
    for days in YEARS:
        place.world.step(days)
        for operation, exchange in _questions(place):
            content = json.loads(exchange.response_body or "null")
            new = {f"{operation.path} {exchange.status} {word}" for word in _words(content)} - seen
            if new:
                duo_files.check(operation.api, exchange)
            seen |= new
    assert {200, 403, 404} == {int(word.split()[1]) for word in seen}
    assert "/personen/<bsn>/ontheffingen 200 [].GedeeltelijkeOntheffing.grond MED" in seen


def _questions(place: Town) -> Iterator[tuple[Operation, Exchange]]:
    reading = [o for o in operations() if o.method == "GET"]
    for operation in reading:
        for person in place.world.people if "<bsn>" in operation.path else place.world.people[:1]:
            path = operation.path.replace("<bsn>", person.bsn)
            yield operation, exchange(place, "GET", path)


def _words(content: Any, where: str = "") -> Iterator[str]:
    """Each field with its kind, or with its word where it is one of a list of words."""
    if isinstance(content, list):
        yield f"{where}[]"
        for row in content:
            yield from _words(row, f"{where}[]")
    elif isinstance(content, dict):
        for name, value in content.items():
            yield from _words(value, f"{where}.{name}")
    else:
        is_word = isinstance(content, str) and where not in FREE and not content[:1].isdigit()
        yield f"{where} {content if is_word else type(content).__name__}"


def exchange(
    place: Town, method: str, path: str, body: Any = None, gemeente: int = HERE
) -> Exchange:
    """One request and its answer, as they went over the wire."""
    headers = {"bron": oin_of(gemeente), "doel": DUO, "berichtId": str(uuid4())}
    answer = place.call(method, path, body, gemeente=gemeente, berichtId=headers["berichtId"])
    return Exchange(
        method=method,
        path=path.format(bsn=BSN),
        request_headers=headers,
        status=answer.status_code,
        response_headers={name.lower(): value for name, value in answer.headers.items()},
        response_body=answer.data,
        request_body=b"" if body is None else json.dumps(body).encode(),
    )


@dataclass(frozen=True)
class Told:
    """Something that a municipality tells, and what becomes of it."""

    api: str
    code: int
    method: str
    path: str
    body: Any = None


def _ago(days: int) -> str:
    return (DAY - timedelta(days=days)).isoformat()


CONTACT = {"naam": "A. Voorbeeld", "email": "a@example.org", "telefoonnummer": "0201234567"}
OFFER = {"datumInburgeringsaanbod": _ago(9), "indicatorAlfabetiseringsonderwijs": "NVT"}
AANBOD = f"/personen/{{bsn}}/Inburgeringsaanbod/{SCHOOL}"
TOLD = [
    Told("PIP", 403, "POST", "/personen/{bsn}/PIP", {"dagtekeningPip": _ago(99), "leerroute": "B"}),
    Told("PIP", 201, "POST", "/personen/{bsn}/PIP", {"dagtekeningPip": _ago(9), "leerroute": "B"}),
    Told("PIP", 403, "DELETE", "/personen/{bsn}/PIP"),
    Told("Contactpersoon", 201, "POST", "/contactpersonen", CONTACT),
    Told("Contactpersoon", 403, "POST", "/contactpersonen", CONTACT | {"email": "geen adres"}),
    Told("Contactpersoon", 200, "PUT", "/contactpersonen/1", CONTACT),
    Told("Contactpersoon", 404, "PUT", "/contactpersonen/9", CONTACT),
    Told("Contactpersoon", 201, "POST", "/contactpersonen/1/personen/{bsn}"),
    Told("Contactpersoon", 200, "DELETE", "/contactpersonen/1/personen/{bsn}"),
    Told("Contactpersoon", 200, "DELETE", "/contactpersonen/1"),
    Told("Inburgeringsaanbod", 201, "POST", AANBOD, OFFER),
    Told("Inburgeringsaanbod", 403, "POST", AANBOD, OFFER | {"datumInburgeringsaanbod": _ago(99)}),
    Told("Inburgeringsaanbod", 204, "DELETE", AANBOD),
    Told("Inburgeringsaanbod", 404, "DELETE", AANBOD),
    Told("MAP-PVT-Zroute", 200, "PUT", "/personen/{bsn}/map", {"datumEindgesprekMap": _ago(1)}),
    Told("MAP-PVT-Zroute", 403, "PUT", "/personen/{bsn}/pvt", {"verwijtbaar": "Ja"}),
    Told("MAP-PVT-Zroute", 200, "PUT", "/personen/{bsn}/zroute", {"datumAfrondingZroute": _ago(0)}),
    Told("MAP-PVT-Zroute", 403, "PUT", "/personen/{bsn}/map", {}),
    Told("GevolgdeUren", 200, "PUT", "/personen/{bsn}/uren/bredeintake/taallesknm", {"uren": 9}),
    Told("GevolgdeUren", 200, "PUT", "/personen/{bsn}/uren/participatieactiviteiten", {"uren": 0}),
    Told("GevolgdeUren", 200, "PUT", "/personen/{bsn}/uren/participatietaalles", {"uren": 9}),
    Told("GevolgdeUren", 200, "GET", "/personen/{bsn}/uren"),
]


def test_what_is_told_and_its_answers_fit_the_files_of_duo(duo_files: DuoFiles) -> None:
    place = with_plan()
    for told in TOLD:
        found = exchange(place, told.method, told.path, told.body)
        assert found.status == told.code, (told, found.response_body)
        duo_files.check(told.api, found)
    elsewhere = exchange(place, "PUT", "/personen/{bsn}/map", {}, gemeente=THERE)
    # without a list of reasons, whatever the file says of a 403: README, trap 4
    assert (elsewhere.status, elsewhere.response_body) == (403, b"")
    lbt = asiel((5, "lbt_aanmelding", {}))
    for code in (200, 404):
        found = exchange(lbt, "DELETE", "/personen/{bsn}/lbt/examennummer")
        assert found.status == code
        duo_files.check("Leerbaarheidstoets", found)


def test_a_notice_fits_the_file_of_duo(duo_files: DuoFiles) -> None:
    for bsn in (BSN, ""):
        request = _sent(Happening(HERE, "SS101", 9_998_000_001, DAY, bsn))
        headers = {"api-version": "1.8.0"}
        came = Exchange("POST", "/notificaties", dict(request.headers), 201, headers)
        body = request.content
        duo_files.check("Notificatie", Exchange(**{**vars(came), "request_body": body}))


def _sent(happening: Happening) -> httpx.Request:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(201, headers={"API-Version": "1.8.0"})

    client = httpx.Client(transport=httpx.MockTransport(answer))
    sender = Sender(Targets("https://ons.example"), Journal(lambda: NOW), Kuren(), client=client)
    sender.tell(happening)
    sender.send(sender.waiting.pop())
    return seen[0]


def test_our_client_understands_every_answer_of_the_whole_population() -> None:
    place, got = whole_population(), Counter[str]()
    duo = our_client(place)
    for days in YEARS:
        place.world.step(days)
        for person in place.world.people:
            if place.world.find(person.bsn) is None or not place.world.may_see(HERE, person):
                continue
            for ask in asks():
                try:
                    told = getattr(duo, ask.name)(*[Bsn(person.bsn)] * ("{bsn}" in ask.path))
                except NietBekendError:
                    continue
                assert not told.extra, ask.name
                got[ask.name] += 1
    place.call("PUT", "/personen/{bsn}/uren/participatietaalles", {"uren": 9})
    unasked = {ask.name for ask in asks()} - set(got)
    assert unasked <= {"map_eindgesprek", "pvt_ondertekening"}  # only municipalities tell those
    assert not place.journal.remarks


def our_client(place: Town) -> DuoRest:
    around = Surroundings(clock=lambda: 0.0, sleep=lambda _: None, new_id=uuid4)
    address = Address("http://duo.example/v1", oin_of(HERE), DUO)
    transport = httpx.WSGITransport(app=place.app)
    return DuoRest(
        DuoLine(address, transport, Breaker(around.clock), around=around, patience=Patience())
    )
