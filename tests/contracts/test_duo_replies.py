"""What may come back instead of a good answer, and what the caller gets to know of it."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.contracts.duo_table import Ask, asks
from tests.contracts.lines import answer_headers, call, came, client

from meedoen.ports.duo import Answer, Duo
from meedoen.ports.duo_errors import (
    AfgewezenError,
    DuoError,
    FoutVerzoekError,
    GeenToegangError,
    NietBekendError,
    OnbegrepenError,
)

ASK = {ask.name: ask for ask in asks()}
PVT = ASK["pvt_ondertekening"]
GOOD = answer_headers(PVT)
DAY = PVT.body()


def told(answer: httpx.Response) -> Answer[Any]:
    """Ask, and get this answer."""
    return call(client(lambda _: answer), PVT)


def version(value: str) -> dict[str, str]:
    return {**GOOD, "API-Version": value}


TEXTS = b'[{"fouttekst": "Dit kan niet."}, {"fouttekst": "Dat ook niet."}]'
REFUSED = {
    "400: our request does not fit": (400, GOOD, b"", FoutVerzoekError),
    "401": (401, GOOD, b"", GeenToegangError),
    "403 without a body: certificate, OIN or scope": (403, GOOD, b"", GeenToegangError),
    "403 with an empty list": (403, GOOD, b"[]", GeenToegangError),
    "403 with a page of a proxy": (403, {"content-type": "text/html"}, b"<p>", GeenToegangError),
    "403 with something else": (403, GOOD, b'{"fouttekst": "x"}', GeenToegangError),
    "403 with reasons": (403, GOOD, TEXTS, AfgewezenError),
    "404 of DUO": (404, GOOD, b"", NietBekendError),
    "404 of any web server": (404, {"content-type": "text/html"}, b"<p>", OnbegrepenError),
    "a redirect": (302, {"location": "https://duo.example/v1/x"}, b"", OnbegrepenError),
    "204": (204, GOOD, b"", OnbegrepenError),
    "406": (406, GOOD, b"", OnbegrepenError),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_refusal_says_what_can_be_done_and_is_not_asked_again(name: str) -> None:
    status, headers, body, kind = REFUSED[name]
    with pytest.raises(DuoError) as caught:
        told(came(status, headers, body))
    assert type(caught.value) is kind
    assert (caught.value.status, caught.value.question) == (status, PVT.path)
    if isinstance(caught.value, AfgewezenError):
        assert caught.value.foutteksten == ("Dit kan niet.", "Dat ook niet.")
    if isinstance(caught.value, OnbegrepenError):
        assert caught.value.raw == body


def nested(depth: int) -> bytes:
    return b'{"x":' * depth + b"1" + b"}" * depth


STRANGE = {
    "an error page with 200": ({**GOOD, "content-type": "text/html"}, b"<h1>Storing</h1>"),
    "JSON by another name": ({**GOOD, "content-type": "text/plain"}, DAY),
    "no word on what it is": ({"API-Version": "1.0.0"}, DAY),
    "letters of another kind": ({**GOOD, "content-type": "application/json;charset=latin1"}, DAY),
    "the next major version": (version("2.0.0"), DAY),
    "the version before all": (version("0.9.0"), DAY),
    "packed": ({**GOOD, "content-encoding": "gzip"}, DAY),
    "nothing": (GOOD, b""),
    "no UTF-8": (GOOD, b'{"datumOndertekeningPvt": "\xff"}'),
    "cut halfway": (GOOD, DAY[:-3]),
    "more behind it": (GOOD, DAY + b"}"),
    "a name twice": (GOOD, DAY[:-1] + b', "datumOndertekeningPvt": "2024-06-13"}'),
    "no number": (GOOD, DAY[:-1] + b', "x": NaN}'),
    "a number without end": (GOOD, DAY[:-1] + b', "x": ' + b"9" * 5000 + b"}"),
    "deeper than a stack": (GOOD, nested(100_000)),
    "a list where one is told": (GOOD, b"[" + DAY + b"]"),
    "another object": (GOOD, b'{"datum": "2024-06-12"}'),
    "null for a day": (GOOD, b'{"datumOndertekeningPvt": null}'),
    "a moment for a day": (GOOD, b'{"datumOndertekeningPvt": "2024-06-12T00:00:00"}'),
    "a day as people write it": (GOOD, b'{"datumOndertekeningPvt": "12-06-2024"}'),
    "a day of no calendar": (GOOD, b'{"datumOndertekeningPvt": "2024-02-30"}'),
    "a number for a day": (GOOD, b'{"datumOndertekeningPvt": 20240612}'),
}


@pytest.mark.parametrize("name", STRANGE)
def test_what_does_not_fit_is_kept_whole_and_not_guessed(name: str) -> None:
    headers, body = STRANGE[name]
    with pytest.raises(OnbegrepenError) as caught:
        told(came(200, headers, body))
    assert caught.value.raw == body
    assert caught.value.why
    assert "2024" not in caught.value.why


UNFIT: dict[str, tuple[str, dict[str, Any]]] = {
    "a whole number as text": ("gratis_pogingen", {"gratisPogingenTegoed": "2"}),
    "half an attempt": ("gratis_pogingen", {"gratisPogingenTegoed": 2.5}),
    "fewer than none": ("gratis_pogingen", {"gratisPogingenTegoed": -1}),
    "yes as a number": ("inburgeringsplicht", {"indicatorInburgeringsplicht": 1}),
    "yes as text": ("inburgeringsplicht", {"indicatorInburgeringsplicht": "true"}),
    "a score with a point": ("toetsresultaten", {"behaaldeScore": "12.50"}),
    "a score with one decimal": ("toetsresultaten", {"behaaldeScore": "12,5"}),
    "a score as a number": ("toetsresultaten", {"behaaldeScore": 12.5}),
    "an amount as text": ("boetes", {"bedrag": "340"}),
    "an amount as yes": ("boetes", {"bedrag": True}),
    "less than a cent": ("boetes", {"bedrag": 340.005}),
    "the code of a municipality as a number": ("pip", {"gemeentecode": 363}),
    "a code of three digits": ("pip", {"gemeentecode": "363"}),
    "digits of another script": ("pip", {"gemeentecode": "٠٣٦٣"}),
    "a sign that no database holds": ("examennummer", {"examennummer": "12\0"}),
    "half a sign": ("examennummer", {"examennummer": "12\ud800"}),
    "a word that is a number": ("pip", {"pip": {"dagtekeningPip": "2024-03-15", "leerroute": 1}}),
}


@pytest.mark.parametrize("name", UNFIT)
def test_each_field_is_of_its_kind(name: str) -> None:
    ask, change = ASK[UNFIT[name][0]], UNFIT[name][1]
    body = ask.body({**ask.content(), **change})
    with pytest.raises(OnbegrepenError) as caught:
        call(client(lambda _: came(200, answer_headers(ask), body)), ask)
    (field,) = change
    assert field in caught.value.why
    assert caught.value.raw == body


def test_one_bad_line_says_which() -> None:
    ask = ASK["boetes"]
    body = json.dumps([ask.content(), {**ask.content(), "datum": "gisteren"}]).encode()
    with pytest.raises(OnbegrepenError, match=r"\[1\]\.datum") as caught:
        call(client(lambda _: came(200, answer_headers(ask), body)), ask)
    assert "gisteren" not in str(caught.value)


FINE: dict[str, tuple[dict[str, str], bytes]] = {
    "as it should be": (GOOD, DAY),
    "with the kind of letters": ({**GOOD, "content-type": "Application/JSON; charset=UTF-8"}, DAY),
    "with a mark before it": (GOOD, b"\xef\xbb\xbf" + DAY),
    "a newer minor version": (version("1.9.12"), DAY),
    "no version at all": ({"content-type": "application/json"}, DAY),
    "a version that is none": (version("een"), DAY),
}


@pytest.mark.parametrize("name", FINE)
def test_what_means_the_same_is_taken(name: str) -> None:
    headers, body = FINE[name]
    found = told(came(200, headers, body))
    assert found.content.isoformat() == "2024-06-12"
    assert (found.api_version, found.raw) == (headers.get("API-Version"), body)


def raw_of(duo: Duo, ask: Ask) -> bytes:
    """What was kept of an answer, whether it could be read or not."""
    try:
        return call(duo, ask).raw
    except OnbegrepenError as error:
        return error.raw


TEXT = st.text(max_size=6)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=4,
)


@given(
    body=st.binary(max_size=60) | JSON.map(json.dumps).map(str.encode), ask=st.sampled_from(asks())
)
def test_whatever_comes_is_an_answer_or_kept(body: bytes, ask: Any) -> None:
    duo = client(lambda _: came(200, answer_headers(ask), body))
    assert raw_of(duo, ask) == body


@given(st.data())
def test_a_full_answer_with_one_thing_changed_is_an_answer_or_kept(data: st.DataObject) -> None:
    ask = data.draw(st.sampled_from(asks()))
    field = data.draw(st.sampled_from([*ask.content(), "nieuw"]))
    body = ask.body({**ask.content(), field: data.draw(JSON)})
    duo = client(lambda _: came(200, answer_headers(ask), body))
    assert raw_of(duo, ask) == body
