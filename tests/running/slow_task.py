"""A task that writes in a dossier and then takes as long as a test wants."""

from datetime import date, datetime

from django.db import connection
from procrastinate.contrib.django import app
from tests.running.night_shift import GATE

from meedoen.accounts.actor import Actor
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.diary import record
from meedoen.dossier.once import written_once


@app.task
def note_slowly(gemeente: int, dossier: int, seen: int, on: str, at: str) -> None:
    """One note, however often this runs; then it waits for the gate."""
    with as_actor(Actor(None, "Meedoen", Rol.KLANTMANAGER, (gemeente,))):
        written_once(
            seen,
            lambda: record(
                dossier,
                "contact",
                {"hoe": "telefoon", "notitie": "Van de werker."},
                on=date.fromisoformat(on),
                at=datetime.fromisoformat(at),
            ),
        )
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock_shared(%s)", [GATE])
        cursor.execute("SELECT pg_advisory_unlock_shared(%s)", [GATE])
