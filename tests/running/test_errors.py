"""What somebody sees when something goes wrong: what to do, and nothing about anybody."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings
from tests.running.crashes import NAME

CRASHES = override_settings(ROOT_URLCONF="tests.running.crashes")
CASES = [
    ("bad", 400, "Dit verzoek klopt niet"),
    ("denied", 403, "Alleen een jurist mag dit."),
    ("absent", 404, "Niet gevonden"),
    ("wrong", 500, "Er ging iets mis"),
    ("lost", 503, "Even geduld"),
]


@pytest.mark.parametrize(("name", "status", "text"), CASES)
def test_an_error_page_says_what_to_do_and_names_nobody(name: str, status: int, text: str) -> None:
    """Without a database: these pages must come when there is none."""
    with CRASHES:
        answer = Client(raise_request_exception=False).get(f"/{name}/?naam={NAME}")
    page = answer.content.decode()
    assert answer.status_code == status
    assert text in page
    assert NAME not in page
    assert not re.search(r"Traceback|OperationalError|ValueError|site-packages", page)
    assert "<html" in page
    assert 'href="/"' in page


def test_it_is_said_when_to_come_back() -> None:
    with CRASHES:
        answer = Client(raise_request_exception=False).get("/lost/")
    assert answer["Retry-After"] == "60"


def test_a_form_without_its_token_is_not_read_and_says_how_to_go_on() -> None:
    answer = Client(enforce_csrf_checks=True).post("/inloggen/", {"email": "a@example.org"})
    assert answer.status_code == 403
    assert "Verstuur het formulier opnieuw" in answer.content.decode()


def test_what_is_too_big_is_refused_with_the_limit() -> None:
    file = SimpleUploadedFile("groot.pdf", b"%PDF" + b"x" * (12 * 1024 * 1024))
    answer = Client().post("/inloggen/", {"bestand": file})
    assert answer.status_code == 413
    assert "10 MB" in answer.content.decode()


@pytest.mark.parametrize("host", ["kwaad.example.org", "a b", "inburgering.example.org@kwaad"])
def test_another_host_is_refused_without_being_repeated(host: str) -> None:
    answer = Client(raise_request_exception=False).get("/_healthz/livez/", HTTP_HOST=host)
    assert answer.status_code == 400
    assert host not in answer.content.decode()
