"""Two requests at the same moment: what is sent twice is written once, what differs is kept."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from django.test import Client
from tests.apps.visitor import visitor
from tests.dossier.makers import HIER, Team, dossier_for, team

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.models import Document, Dossier, Gebeurtenis

WRITERS = 4


@pytest.fixture
def people(committed_db: str) -> Team:
    return team(HIER)


@pytest.fixture
def dossier(people: Team) -> Dossier:
    return dossier_for(people[Rol.KLANTMANAGER])


def _together(people: Team, address: str, bodies: list[dict[str, object]]) -> list[int]:
    """Every body sent by a client of its own, all at once; the status of each answer."""
    gate = Barrier(len(bodies))
    clients = [visitor(people[Rol.KLANTMANAGER]) for _body in bodies]

    def send(client: Client, body: dict[str, object]) -> int:
        gate.wait()
        try:
            return client.post(address, body).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(bodies)) as pool:
        return list(pool.map(send, clients, bodies))


def _notes(people: Team, dossier: Dossier) -> int:
    with as_actor(people[Rol.KLANTMANAGER]):
        return Gebeurtenis.objects.filter(dossier=dossier, soort="contact").count()


def test_the_same_note_at_the_same_moment_is_written_once(people: Team, dossier: Dossier) -> None:
    note: dict[str, object] = {"hoe": "telefoon", "notitie": "Belde af.", "gezien": "1"}
    answers = _together(people, f"/dossiers/{dossier.pk}/contact/", [note] * WRITERS)
    assert answers == [302] * WRITERS
    assert _notes(people, dossier) == 1


def test_different_notes_at_the_same_moment_are_all_kept(people: Team, dossier: Dossier) -> None:
    notes: list[dict[str, object]] = [
        {"hoe": "telefoon", "notitie": f"Nummer {each}.", "gezien": "1"} for each in range(WRITERS)
    ]
    answers = _together(people, f"/dossiers/{dossier.pk}/contact/", notes)
    assert answers == [302] * WRITERS
    assert _notes(people, dossier) == WRITERS


def test_the_same_file_at_the_same_moment_is_kept_once(people: Team, dossier: Dossier) -> None:
    bodies: list[dict[str, object]] = [
        {"bestand": SimpleUploadedFile("brief.pdf", b"%PDF-1.7 x"), "gezien": "1"}
        for _each in range(WRITERS)
    ]
    answers = _together(people, f"/dossiers/{dossier.pk}/documenten/", bodies)
    assert answers == [302] * WRITERS
    with as_actor(people[Rol.KLANTMANAGER]):
        assert Document.objects.filter(dossier=dossier).count() == 1
