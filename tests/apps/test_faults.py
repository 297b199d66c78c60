"""What goes wrong at the worst moment, and the worst that is typed: nothing lost, nothing twice."""

import json
from typing import Any

import psycopg
import pytest
from django.db import connection, connections
from django.test import Client
from django.urls import reverse
from tests.apps.visitor import visitor
from tests.dossier.makers import HIER, ON, dossier_for, later, team

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions import diary
from meedoen.dossier.models import Dossier, Gebeurtenis, Inhoud, Persoon
from meedoen.dossier.verify import verify_chains, verify_contents, verify_stand

HOSTILE = (
    "'; DROP TABLE dossier_dossier; --",
    "{{ 7 * 7 }}{% include 'layout.html' %}",
    "<script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "\r\nSet-Cookie: kwaad=1",
    "../../../etc/passwd",
    "%s%n${jndi:ldap://x}",
    "\u0645\u0631\u064a\u0645 \u200f \u1230\u120b\u121d \u738b\u5c0f\u660e",
    "\U0001d578\U0001d58a \U0001f469\u200d\U0001f467",
    "x" * 1990,
)


def _contact(client: Client, dossier: Dossier, text: str) -> Any:
    told = {"hoe": "telefoon", "notitie": text, "gezien": dossier.laatste_nummer}
    return client.post(reverse("dossier:contact", kwargs={"pk": dossier.pk}), told)


def test_a_connection_lost_halfway_writes_nothing_and_the_next_request_works(
    committed_db: str,
    superuser: "psycopg.Connection[tuple[Any, ...]]",
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    actor = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    dossier = dossier_for(actor)
    client = visitor(actor)
    client.raise_request_exception = False
    whole = diary._add_content

    def cut(*given: Any, **named: Any) -> None:
        """The envelope is written; then the database goes away, as in a restart."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            (pid,) = cursor.fetchone()
        superuser.execute("SELECT pg_terminate_backend(%s)", [pid])
        superuser.commit()
        whole(*given, **named)

    monkeypatch.setattr(diary, "_add_content", cut)
    assert _contact(client, dossier, "belde over het plan").status_code == 503
    monkeypatch.setattr(diary, "_add_content", whole)
    connections.close_all()
    with as_actor(actor):
        assert Gebeurtenis.objects.filter(dossier=dossier).count() == 1
    assert _contact(client, dossier, "belde over het plan").status_code == 302
    with as_actor(actor):
        assert Gebeurtenis.objects.filter(dossier=dossier).count() == 2
    checks = (verify_chains, verify_contents, verify_stand)
    assert not [fault for check in checks for fault in check()]


def test_a_double_click_writes_once(db: None) -> None:
    actor = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    dossier = dossier_for(actor)
    client = visitor(actor)
    for _ in range(2):
        assert _contact(client, dossier, "belde over het plan").status_code == 302
    with as_actor(actor):
        assert Gebeurtenis.objects.filter(dossier=dossier).count() == 2


def test_two_different_notes_are_both_kept(db: None) -> None:
    actor = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    dossier = dossier_for(actor)
    client = visitor(actor)
    for text in ("belde over het plan", "belde over de les"):
        assert _contact(client, dossier, text).status_code == 302
    with as_actor(actor):
        assert Gebeurtenis.objects.filter(dossier=dossier).count() == 3


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_typed_is_text_and_nothing_else(db: None, text: str) -> None:
    actor = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    dossier = dossier_for(actor)
    client = visitor(actor)
    answer = _contact(client, dossier, text)
    assert answer.status_code == 302
    assert "kwaad" not in answer.cookies
    page = client.get(reverse("dossier:tijdlijn", kwargs={"pk": dossier.pk}))
    shown = page.content.decode()
    assert page.status_code == 200
    assert "<script>alert" not in shown
    assert "<p>49" not in shown
    assert 'onmouseover="alert' not in shown
    with as_actor(actor):
        kept = Inhoud.objects.filter(dossier=dossier).order_by("-pk").first()
        assert kept is not None
        told = json.loads(bytes(kept.bytes))["teksten"]["notitie"]
        assert told.split() == text.split()


@pytest.mark.parametrize("name", ["مريم", "ሰላም", "王", "O'Neill-d'Ancona", "Ђорђе", "Ærø"])
def test_names_of_every_script_are_kept_and_found(db: None, name: str) -> None:
    actor = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    dossier_for(actor, f"Iemand {name}")
    client = visitor(actor)
    found = client.post(reverse("dossier:zoek"), {"q": name})
    assert found.status_code in {200, 302}
    if found.status_code == 200:
        assert name.replace("'", "&#39;") in found.content.decode()
    with as_actor(actor):
        assert Persoon.objects.filter(geslachtsnaam=name).exists()


def test_a_stale_edit_shows_both_and_writes_nothing(db: None) -> None:
    actor = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    dossier = dossier_for(actor)
    client = visitor(actor)
    with as_actor(actor):
        from meedoen.dossier.actions.people import change_person

        change_person(dossier.pk, {"telefoon": "06 0000 0001"}, versie=1, on=ON, at=later(1))
    path = reverse("dossier:persoon_wijzigen", kwargs={"pk": dossier.pk})
    typed = {
        "versie": 1,
        "voornamen": "Selam",
        "geslachtsnaam": "Tesfay",
        "geboortedatum_jaar": "1991",
        "geboortedatum_maand": "3",
        "geboortedatum_dag": "16",
        "telefoon": "06 0000 0002",
        "tolk_nodig": "",
    }
    answer = client.post(path, typed)
    assert answer.status_code in {400, 409}
    with as_actor(actor):
        assert Persoon.objects.get().telefoon == "06 0000 0001"
