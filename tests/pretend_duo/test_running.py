"""The pretend DUO on real sockets: two-way TLS, notices, its page, and the conformance report."""

import json
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from tests.pretend_duo.invented import DAY, HERE, NOW, THERE

from meedoen.adapters.pretend_duo.certificates import files_of, usable, write_all
from meedoen.adapters.pretend_duo.notices import Targets
from meedoen.adapters.pretend_duo.oins import DUO, oin_of
from meedoen.adapters.pretend_duo.running import Plan, Running, running
from meedoen.adapters.pretend_duo.toets import judge, somebody

# certificates are held beside the real clock
NOW_REALLY = datetime.now(UTC)


def headers(gemeente: int = HERE) -> dict[str, str]:
    return {"bron": oin_of(gemeente), "doel": DUO, "berichtId": str(uuid4())}


class Municipality(BaseHTTPRequestHandler):
    """A receiver as DUO describes it, and no more: the report must find it good."""

    got: list[dict[str, Any]]
    came: Event

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        code = self._code(raw)
        if code == 201:
            self.got.append(json.loads(raw))
            self.came.set()
        self.send_response(code)
        self.send_header("API-Version", "1.8.0")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_GET(self) -> None:
        self.send_response(405)
        self.send_header("API-Version", "1.8.0")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _code(self, raw: bytes) -> int:
        try:
            UUID(self.headers["berichtId"])
            body = json.loads(raw)
            assert len(raw) < 65_536
            assert isinstance(body["registratieDatumTijd"], str)
            assert body["gebeurtenisId"].isupper()
            assert isinstance(body["vNummer"], int)
            assert len(body.get("bsn", "999999999")) == 9
            assert self.headers["bron"]
            assert self.headers["doel"]
        except (AssertionError, AttributeError, KeyError, TypeError, ValueError):
            return 400
        own = (self.headers["bron"], self.headers["doel"]) == (DUO, oin_of(HERE))
        return 201 if own else 403

    def log_message(self, *args: Any) -> None:
        pass


@contextmanager
def municipality() -> Iterator[tuple[str, type[Municipality]]]:
    class Ours(Municipality):
        came = Event()

    Ours.got = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Ours)
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", Ours
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def duo(**changes: Any) -> Iterator[Running]:
    plan = Plan(day=DAY, address=("127.0.0.1", 0), panel_port=0, people=14, **changes)
    with running(plan, lambda: NOW) as found:
        yield found


def test_the_page_steps_the_clock_and_lets_duo_send() -> None:
    with municipality() as (url, ours), duo(targets=Targets(each={HERE: url})) as found:
        page = httpx.Client(base_url=found.panel_url, follow_redirects=True)
        assert "Laat DUO iets sturen" in page.post("/stuur").text
        assert ours.came.wait(5)
        assert ours.got[0]["gebeurtenisId"] in found.world.setting.omschrijvingen
        page.post("/dag", data={"dagen": "3"})
        assert found.world.day == DAY + timedelta(days=3)
        page.post("/kuur", data={"kuur": "storing", "aandeel": "1"})
        assert found.kuren.on == {"storing": 1.0}
        stand = page.get("/stand.json").json()
        assert (stand["dag"], stand["kuren"]) == ("2026-03-05", {"storing": 1.0})
        for path, data, code in (
            ("/dag", {"dagen": "-1"}, 400),
            ("/dag", {"dagen": "veel"}, 400),
            ("/kuur", {"kuur": "boos"}, 400),
            ("/stuur", {"vnummer": "1"}, 404),
            ("/iets", {}, 404),
        ):
            assert page.post(path, data=data).status_code == code, path
        assert page.post("/dag", headers={"Origin": "http://elders.example"}).status_code == 403
        assert page.get("/niets").status_code == 404
        assert "default-src 'none'" in page.get("/stijl.css").headers["Content-Security-Policy"]


def test_the_report_judges_a_receiver() -> None:
    with municipality() as (url, _), duo() as found:
        about = somebody(found.world, HERE)
        verdicts = list(judge(found.sender.client, url, about, at=NOW, proxy={}))
        assert not [verdict.line() for verdict in verdicts if verdict.faults]
        assert len({verdict.name for verdict in verdicts}) == len(verdicts) > 20
        # DUO itself is no receiver: everything but the version is wrong
        wrong = list(judge(found.sender.client, found.url, about, at=NOW, proxy={}))
        assert [v.name for v in wrong if not v.faults] == []
        assert "404 in plaats van 201" in wrong[0].line()
        with pytest.raises(ValueError, match="nog niemand"):
            somebody(found.world, 344)


def test_two_way_tls_with_the_oin_in_the_certificate(tmp_path: Path) -> None:
    assert not usable(tmp_path, (HERE,), NOW_REALLY)
    write_all(tmp_path, gemeenten=(HERE, THERE), at=NOW_REALLY, expired=False)
    assert usable(tmp_path, (HERE, THERE), NOW_REALLY)
    assert not usable(tmp_path, (HERE, 344), NOW_REALLY)
    with duo(folder=tmp_path) as found:
        path = f"{found.url}/instellingen"
        with client_of(tmp_path, HERE) as ours:
            assert ours.get(path, headers=headers()).status_code == 200
            assert ours.get(path, headers=headers(THERE)).status_code == 403
        bare = ssl.create_default_context(cafile=str(tmp_path / "ca.pem"))
        with httpx.Client(verify=bare) as nobody, pytest.raises(httpx.HTTPError):
            nobody.get(path, headers=headers())
        # who says nothing keeps nobody waiting
        host, port = httpx.URL(found.url).host, httpx.URL(found.url).port
        with socket.create_connection((host, port or 0)), client_of(tmp_path, HERE) as ours:
            assert ours.get(path, headers=headers()).status_code == 200


def test_a_certificate_that_ran_out(tmp_path: Path) -> None:
    write_all(tmp_path, gemeenten=(HERE,), at=NOW_REALLY, expired=True)
    assert not usable(tmp_path, (HERE,), NOW_REALLY)
    with (
        duo(folder=tmp_path) as found,
        client_of(tmp_path, HERE) as ours,
        pytest.raises(httpx.ConnectError, match="expired"),
    ):
        ours.get(f"{found.url}/instellingen", headers=headers())


def client_of(folder: Path, gemeente: int) -> httpx.Client:
    context = ssl.create_default_context(cafile=str(folder / "ca.pem"))
    context.load_cert_chain(*files_of(folder, gemeente))
    return httpx.Client(verify=context)


def test_a_port_in_use_is_said() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(OSError, match="in use"), duo_at(taken.getsockname()[1]):
            pass


@contextmanager
def duo_at(port: int) -> Iterator[Running]:
    plan = Plan(day=DAY, address=("127.0.0.1", port), panel_port=0, people=1)
    with running(plan, lambda: NOW) as found:
        yield found


def test_the_command_tests_a_receiver_and_what_it_then_asks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from meedoen.config.pretend_duo import _parser, _run

    words = ["--day", "2026-03-02", "--people", "14", "--https", str(tmp_path / "pki")]
    report, coa = tmp_path / "oordeel.json", tmp_path / "coa"
    with municipality() as (url, _):
        more = [
            "--toets",
            url,
            "--report",
            str(report),
            "--coa",
            str(coa),
            "--target",
            f"9999={url}",
        ]
        assert _run(_parser().parse_args([*words, *more, "--header", "X-Iets=1"])) == 0
    told = capsys.readouterr().out
    found = json.loads(report.read_text("utf-8"))
    assert f"{len(found['proeven'])} van {len(found['proeven'])} proeven goed." in told
    assert found["gevraagd"]["niet_gevraagd"] == ["plicht", "doelgroep", "examens"]
    assert sorted(p.name for p in (tmp_path / "pki").iterdir())[:3] == ["9998", "9999", "ca.pem"]
    assert (tmp_path / "pki" / "duo.key").stat().st_mode & 0o777 == 0o600
    assert list((coa / "9999").glob("koppeling-*.json"))
