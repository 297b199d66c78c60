"""From settings to a client of DUO: what is missing makes messages wait, and breaks nothing."""

from __future__ import annotations

import socket
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import trustme
from django.test import override_settings
from tests.contracts.duo_table import BRON, DIGITS, DOEL, asks
from tests.contracts.lines import answer_headers, came, client
from tests.contracts.strange_server import http, strange_server
from tests.contracts.test_duo_faults import server_side
from tests.running.test_refusals import TODAY, Chosen

from meedoen.accounts.oin import queries
from meedoen.adapters.duo_line import Address
from meedoen.config import duo
from meedoen.config.duo_verbinding import certificate_lines, fault_of
from meedoen.config.refusals import refusals
from meedoen.ports.duo_errors import NietBereikbaarError
from meedoen.ports.identity import Bsn

HERE = 9999
BODY = b'{"datumOndertekeningPvt": "2024-06-12"}'
ANSWER = http(BODY, "Content-Type: application/json", "API-Version: 1.0.0")


@pytest.fixture(autouse=True)
def _known_oin(monkeypatch: pytest.MonkeyPatch) -> None:
    """The table of numbers is held elsewhere (tests/apps); here one municipality has one."""

    def oin_of(gemeente: int, *, on: date) -> str | None:
        assert on.year >= 2026
        return BRON if gemeente == HERE else None

    monkeypatch.setattr(queries, "oin_of", oin_of)


def why(gemeente: int, **settings: Any) -> str:
    whole = {"DUO_URL": "https://duo.example/v1", "DUO_CA": None, "DUO_CERTIFICATES": None}
    with override_settings(**{**whole, "DUO_OIN": DOEL, **settings}):
        client = duo.duo_of(gemeente)
    with pytest.raises(NietBereikbaarError) as caught:
        client.pvt_ondertekening(Bsn(DIGITS))
    return caught.value.why


def test_what_is_missing_is_said_by_every_question(tmp_path: Path) -> None:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "gezag.pem"))
    empty = tmp_path / "leeg.pem"
    empty.write_text("")
    assert why(HERE, DUO_URL="") == "DUO_URL is not set"
    assert why(1) == "municipality 0001 has no OIN"
    certificates = {"DUO_CA": tmp_path / "gezag.pem", "DUO_CERTIFICATES": tmp_path}
    assert why(HERE, **certificates) == "certificate of 9999: FileNotFoundError"
    assert why(HERE, DUO_CA=empty) == "certificate of 9999: SSLError"


def test_each_municipality_shows_its_own_number_and_certificate(tmp_path: Path) -> None:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "gezag.pem"))
    folder = tmp_path / "9999"
    folder.mkdir()

    def renew(name: str) -> None:
        own = authority.issue_cert(name)
        own.cert_chain_pems[0].write_to_path(str(folder / duo.CERTIFICATE))
        own.private_key_pem.write_to_path(str(folder / duo.KEY))

    shown: list[Any] = []

    def script(_: int, connection: socket.socket) -> None:
        shown.append(connection.getpeercert()["subjectAltName"])  # type: ignore[attr-defined]
        connection.sendall(ANSWER)

    own = server_side(authority.issue_cert("127.0.0.1"), authority)
    with strange_server(script, own) as server:
        chosen = {"DUO_URL": server.url, "DUO_CA": tmp_path / "gezag.pem"}
        with override_settings(**chosen, DUO_CERTIFICATES=tmp_path, DUO_OIN=DOEL):
            for name in ("een.example", "twee.example"):
                renew(name)
                told = duo.duo_of(HERE).pvt_ondertekening(Bsn(DIGITS))
                assert told.content == date(2024, 6, 12)
    assert shown == [(("DNS", "een.example"),), (("DNS", "twee.example"),)]
    assert f"\r\nbron: {BRON}\r\ndoel: {DOEL}\r\n".encode() in server.requests[0]


def test_one_line_per_municipality_is_kept() -> None:
    with override_settings(DUO_URL="http://127.0.0.1:9/v1", DUO_OIN=DOEL, DEMO=True):
        address = Address("http://127.0.0.1:9/v1", BRON, DOEL)
        assert duo._line(address, None, ()) is duo._line(address, None, ())


def test_only_the_demo_asks_without_tls(tmp_path: Path) -> None:
    plain = {"DUO_URL": "http://127.0.0.1:9/v1", "DUO_CERTIFICATES": None, "DUO_CA": tmp_path}
    assert duo.files_of(SimpleNamespace(**plain, DEMO=True), HERE) is None
    assert duo.files_of(SimpleNamespace(**plain, DEMO=False), HERE) is not None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DUO_URL", "http://duo.example/v1"),
        ("DUO_OIN", ""),
        ("DUO_CA", None),
        ("DUO_CA", Path("/nergens/gezag.pem")),
        ("DUO_CERTIFICATES", Path("/nergens")),
    ],
)
def test_half_a_line_to_duo_is_refused_at_the_start(name: str, value: Any, tmp_path: Path) -> None:
    (tmp_path / "gezag.pem").touch()
    whole = {
        "DUO_URL": "https://duo.example/v1",
        "DUO_OIN": DOEL,
        "DUO_CA": tmp_path / "gezag.pem",
        "DUO_CERTIFICATES": tmp_path,
    }
    assert refusals(Chosen(**whole), today=TODAY) == []
    (line,) = refusals(Chosen(**{**whole, name: value}), today=TODAY)
    assert line.startswith(f"{name}: ")
    assert " / " in line


def test_the_command_says_what_to_look_at(tmp_path: Path) -> None:
    ask = next(ask for ask in asks() if ask.name == "verlengingsgronden")
    good = answer_headers(ask)
    said = {
        "goed": fault_of(client(lambda _: came(200, good, ask.body()))),
        "403": fault_of(client(lambda _: came(403, good))),
        "503": fault_of(client(lambda _: came(503, good))),
        "pagina": fault_of(client(lambda _: came(200, {"content-type": "text/html"}, b"<p>"))),
        "400": fault_of(client(lambda _: came(400, good))),
    }
    assert said == {
        "goed": None,
        "403": "DUO weigert. Klopt het certificaat, en kent DUO het OIN van de gemeente?",
        "503": "DUO antwoordt niet: status 503.",
        "pagina": "Wat er antwoordt, lijkt niet op DUO (no JSON by its own account). "
        "Kijk naar DUO_URL.",
        "400": "DUO antwoordt met status 400. Kijk naar DUO_URL en DUO_OIN.",
    }


def test_the_command_says_until_when_the_certificate_holds(tmp_path: Path) -> None:
    (tmp_path / "9999").mkdir()
    last = datetime(2027, 3, 1, 12, tzinfo=UTC)
    own = trustme.CA().issue_cert("gemeente.example", not_after=last)
    own.cert_chain_pems[0].write_to_path(str(tmp_path / "9999" / duo.CERTIFICATE))
    settings = SimpleNamespace(DUO_URL="https://d/v1", DUO_CERTIFICATES=tmp_path, DUO_CA=tmp_path)
    early, late = (
        list(certificate_lines(settings, HERE, now=last - timedelta(days=before, hours=1)))
        for before in (42, 41)
    )
    assert early == ["Certificaat van gemeente 9999: geldig tot 01-03-2027 (42 dagen)."]
    assert late[1:] == ["Vraag nu een nieuw certificaat aan."]
    assert list(certificate_lines(settings, 1, now=last)) == []
