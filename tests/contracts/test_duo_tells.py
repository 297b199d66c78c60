"""What we tell DUO: the request is as table and files have it; every answer means one thing."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from tests.contracts.duo_files import DuoFiles, Exchange
from tests.contracts.duo_table import BRON, DIGITS, DOEL, Tell, filled, tells
from tests.contracts.lines import Handler, came
from tests.pretend_duo.invented import BSN, DAY, HERE, Town, asiel, with_plan

from meedoen.adapters.breaker import Breaker
from meedoen.adapters.duo_exchange import NoLine
from meedoen.adapters.duo_line import Address, DuoLine, Patience, Surroundings
from meedoen.adapters.duo_tells import DuoTells
from meedoen.adapters.pretend_duo.oins import DUO, oin_of
from meedoen.ports.duo_errors import (
    AfgewezenError,
    DuoError,
    FoutVerzoekError,
    GeenToegangError,
    NietBekendError,
    NietBereikbaarError,
    OnbekendeUitkomstError,
)
from meedoen.ports.duo_telling import Contactgegevens, DuoTelling, PipMelding
from meedoen.ports.duo_words import Alfabetisering
from meedoen.ports.identity import Bsn
from meedoen.rules.choices import Leerroute, Niveau

WHO, NUMBER = Bsn(DIGITS), UUID("6f1d9f3e-3c0a-4f3e-9d55-0d7d3a1f9a01")
CONTACT = Contactgegevens("A. Voorbeeld", "a@example.org", "0201234567")
PLAN = PipMelding(date(2024, 3, 15), Leerroute.B1_ROUTE)
VERSION = {"API-Version": "1.2.0", "content-type": "application/json"}
TOOK_CONTACT = b'{"id": 12, "contactpersoongegevens": {}}'


@dataclass(frozen=True)
class Telling:
    """A message of the port, and which line of the table it is."""

    method: str
    path: str
    tell: Callable[[DuoTelling], Any]

    def of_table(self) -> Tell:
        return next(t for t in tells() if (t.method, t.path) == (self.method, self.path))


TELLINGS = [
    Telling("POST", "/personen/{bsn}/PIP", lambda duo: duo.tell_pip(WHO, PLAN, NUMBER)),
    Telling("DELETE", "/personen/{bsn}/PIP", lambda duo: duo.withdraw_pip(WHO, NUMBER)),
    Telling("POST", "/contactpersonen", lambda duo: duo.add_contactpersoon(CONTACT, NUMBER)),
    Telling(
        "PUT", "/contactpersonen/{id}", lambda duo: duo.change_contactpersoon(12, CONTACT, NUMBER)
    ),
    Telling("DELETE", "/contactpersonen/{id}", lambda duo: duo.remove_contactpersoon(12, NUMBER)),
    Telling(
        "POST", "/contactpersonen/{id}/personen/{bsn}", lambda duo: duo.couple(12, WHO, NUMBER)
    ),
    Telling(
        "DELETE", "/contactpersonen/{id}/personen/{bsn}", lambda duo: duo.uncouple(12, WHO, NUMBER)
    ),
]
NAMES = [f"{telling.method} {telling.path}" for telling in TELLINGS]
each_telling = pytest.mark.parametrize("telling", TELLINGS, ids=NAMES)


def teller(answer: Handler, waits: list[float] | None = None) -> DuoTells:
    pauses = waits if waits is not None else []
    return over("https://duo.example/v1", httpx.MockTransport(answer), pauses)


def over(
    url: str, transport: httpx.BaseTransport, pauses: list[float], bron: str = BRON
) -> DuoTells:
    around = Surroundings(lambda: 0.0, pauses.append, uuid4)
    address = Address(url, bron, DOEL if bron == BRON else DUO)
    patience = Patience()
    return DuoTells(
        DuoLine(address, transport, Breaker(around.clock), around=around, patience=patience)
    )


def at_town(place: Town) -> DuoTells:
    return over("http://duo.example/v1", httpx.WSGITransport(app=place.app), [], oin_of(HERE))


def sent(telling: Telling, answer: httpx.Response | None = None) -> httpx.Request:
    """The request, which DUO takes."""
    seen: list[httpx.Request] = []

    def take(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        body = TOOK_CONTACT if telling.path == "/contactpersonen" else b""
        return answer or came(telling.of_table().success, VERSION, body)

    telling.tell(teller(take))
    return seen[0]


@each_telling
def test_the_request_is_as_the_table_says(telling: Telling) -> None:
    request = sent(telling)
    assert (request.method, request.url.path) == (telling.method, "/v1" + filled(telling.path))
    assert (request.headers["bron"], request.headers["doel"]) == (BRON, DOEL)
    assert request.headers["berichtId"] == str(NUMBER)
    wanted = telling.of_table().body
    assert (json.loads(request.content) if wanted else request.content) == (
        json.loads(wanted) if wanted else b""
    )
    assert request.headers.get("content-type") == ("application/json" if wanted else None)


@each_telling
def test_requests_and_answers_fit_the_files_of_duo(telling: Telling, duo_files: DuoFiles) -> None:
    told, request = telling.of_table(), sent(telling)
    taken = b'{"id": 12, "contactpersoongegevens": %s}' % request.content
    exchange = Exchange(
        method=request.method,
        path=request.url.path.removeprefix("/v1"),
        request_headers=dict(request.headers),
        request_body=request.content,
        status=told.success,
        response_headers=VERSION,
        response_body=taken if telling.path == "/contactpersonen" else b"",
    )
    duo_files.check(told.api, exchange)


def test_every_field_of_a_pip_goes_in_duos_words(duo_files: DuoFiles) -> None:
    full = PipMelding(
        date(2024, 3, 15), Leerroute.B1_ROUTE, Niveau.B1, 600, True, Alfabetisering.ANALFABEET
    )
    telling = Telling("POST", "/personen/{bsn}/PIP", lambda duo: duo.tell_pip(WHO, full, NUMBER))
    request = sent(telling)
    assert json.loads(request.content) == {
        "dagtekeningPip": "2024-03-15",
        "leerroute": "B",
        "niveau": "B1",
        "geschatteIntensiteitB1Route": 600,
        "indicatorMagOpleidingAfmaken": True,
        "indicatorAlfabetiseringsonderwijs": "A",
    }
    exchange = Exchange(
        "POST", filled(telling.path), dict(request.headers), 201, VERSION, b"", request.content
    )
    duo_files.check("PIP", exchange)


REASONS = b'[{"fouttekst": "Niveau A2 kan niet."}, {"fouttekst": "Nog iets."}]'
MEANS: list[tuple[int, bytes, type[DuoError]]] = [
    (400, b"", FoutVerzoekError),
    (401, b"", GeenToegangError),
    (403, b"", GeenToegangError),
    (403, b"[]", GeenToegangError),
    (403, REASONS, AfgewezenError),
    (404, b"", NietBekendError),
    (408, b"", OnbekendeUitkomstError),
    (429, b"", NietBereikbaarError),
    (500, b"", OnbekendeUitkomstError),
    (503, b"", OnbekendeUitkomstError),
    (302, b"", OnbekendeUitkomstError),
]


@each_telling
@pytest.mark.parametrize(("status", "body", "error"), MEANS)
def test_what_an_answer_means(
    telling: Telling, status: int, body: bytes, error: type[DuoError]
) -> None:
    asked: list[int] = []

    def answer(_: httpx.Request) -> httpx.Response:
        asked.append(1)
        return came(status, VERSION, body)

    with pytest.raises(error) as caught:
        telling.tell(teller(answer))
    assert type(caught.value) is error
    assert (caught.value.bericht_id, len(asked)) == (NUMBER, 1)
    assert DIGITS not in repr(caught.value) + str(caught.value)
    if isinstance(caught.value, AfgewezenError):
        assert caught.value.foutteksten == ("Niveau A2 kan niet.", "Nog iets.")


@each_telling
@pytest.mark.parametrize(
    "headers",
    [{}, {"API-Version": "2.0.0"}, VERSION | {"content-type": "text/html"}],
    ids=["nobody", "another major version", "a page"],
)
def test_a_good_status_of_something_else_confirms_nothing(
    telling: Telling, headers: dict[str, str]
) -> None:
    success = telling.of_table().success
    with pytest.raises(OnbekendeUitkomstError):
        telling.tell(teller(lambda _: came(success, headers, b"<p>Storing</p>")))


@pytest.mark.parametrize("body", [b"", b"{}", b'{"id": "x"}', b'{"contactpersoongegevens": {}}'])
def test_a_contactpersoon_without_a_number_is_not_known(body: bytes) -> None:
    with pytest.raises(OnbekendeUitkomstError):
        teller(lambda _: came(201, VERSION, body)).add_contactpersoon(CONTACT, NUMBER)


def test_what_surely_did_not_go_is_tried_again_with_pauses_and_the_same_number() -> None:
    numbers: list[str] = []
    waits: list[float] = []

    def answer(request: httpx.Request) -> httpx.Response:
        numbers.append(request.headers["berichtId"])
        if len(numbers) < 3:
            raise httpx.ConnectError("x")
        return came(201, VERSION)

    teller(answer, waits).tell_pip(WHO, PLAN, NUMBER)
    assert numbers == [str(NUMBER)] * 3
    assert len(set(waits)) == 2
    with pytest.raises(NietBereikbaarError):
        teller(raises(httpx.ConnectTimeout("x"))).tell_pip(WHO, PLAN, NUMBER)
    with pytest.raises(NietBereikbaarError) as caught:
        DuoTells(NoLine("no OIN", uuid4)).tell_pip(WHO, PLAN, NUMBER)
    assert (caught.value.why, caught.value.bericht_id) == ("no OIN", NUMBER)


@pytest.mark.parametrize("error", [httpx.ReadTimeout, httpx.WriteError, httpx.RemoteProtocolError])
def test_what_may_have_gone_is_never_sent_again_here(error: type[httpx.HTTPError]) -> None:
    asked: list[int] = []

    def answer(_: httpx.Request) -> httpx.Response:
        asked.append(1)
        raise error("x")

    with pytest.raises(OnbekendeUitkomstError):
        teller(answer).tell_pip(WHO, PLAN, NUMBER)
    assert len(asked) == 1


def raises(error: Exception) -> Handler:
    def answer(_: httpx.Request) -> httpx.Response:
        raise error

    return answer


def test_the_pretend_duo_takes_what_we_tell_and_says_why_not() -> None:
    place, who = asiel(), Bsn(BSN)
    duo = at_town(place)
    day = DAY - timedelta(days=9)
    with pytest.raises(AfgewezenError) as caught:
        duo.tell_pip(who, PipMelding(day, Leerroute.B1_ROUTE, Niveau.A2), uuid4())
    assert caught.value.foutteksten == (
        "In het eerste PIP kan de B1-route niet met niveau A2 beginnen.",
    )
    duo.tell_pip(who, PipMelding(day, Leerroute.B1_ROUTE, intensiteit_uren=500), uuid4())
    assert place.person.pips[-1].dagtekening == day
    nummer = duo.add_contactpersoon(CONTACT, uuid4())
    duo.change_contactpersoon(nummer, CONTACT, uuid4())
    duo.couple(nummer, who, uuid4())
    assert place.person.contactpersoon == nummer
    duo.uncouple(nummer, who, uuid4())
    duo.remove_contactpersoon(nummer, uuid4())
    with pytest.raises(NietBekendError):
        duo.couple(nummer, who, uuid4())
    assert not place.journal.remarks
    with pytest.raises(AfgewezenError, match="403"):
        at_town(with_plan()).withdraw_pip(who, uuid4())
