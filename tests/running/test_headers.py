"""What every answer carries, and when a session ends."""

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings

from meedoen.config import headers

PAGE = "/.well-known/security.txt"


def test_the_browser_is_told_to_trust_only_us() -> None:
    answer = Client().get(PAGE)
    policy = answer["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in answer["Permissions-Policy"]
    assert {"no-store", "private"} <= set(answer["Cache-Control"].split(", "))


@override_settings(SECURE_SSL_REDIRECT=True, SECURE_HSTS_SECONDS=63072000)
def test_plain_http_is_sent_to_https_but_a_probe_is_answered() -> None:
    assert Client().get(PAGE).status_code == 301
    assert Client().get("/_healthz/livez/").status_code == 200
    assert Client().get(PAGE, secure=True)["Strict-Transport-Security"].startswith("max-age=6307")


class Session(dict[str, Any]):
    """What the middleware needs of a session."""

    def flush(self) -> None:
        self.clear()


@pytest.fixture
def request_of(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A request with a session, at a moment."""

    def made(session: Session, at: float) -> HttpRequest:
        monkeypatch.setattr("meedoen.config.headers.time.time", lambda: at)
        request = RequestFactory().get("/")
        request.session = session  # type: ignore[assignment]
        headers.expire(lambda _: HttpResponse())(request)
        return request

    return made


def test_a_session_ends_after_a_working_day_however_busy(request_of: Any) -> None:
    session = Session({SESSION_KEY: "1"})
    day = settings.SESSION_ABSOLUTE_AGE
    assert timedelta(seconds=day) <= timedelta(hours=12)
    for at in range(1000, 1000 + day, 600):
        request_of(session, at)
        assert SESSION_KEY in session
    request_of(session, 1001 + day)
    assert not session


def test_who_is_not_logged_in_has_no_clock(request_of: Any) -> None:
    session = Session({"taal": "nl"})
    request_of(session, 1000)
    assert session == {"taal": "nl"}
