"""A dossier with something of every kind in its diary."""

from datetime import date, timedelta

from tests.dossier.makers import ON, dossier_for, later

from meedoen.accounts.actor import Actor
from meedoen.accounts.clock import now
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.appointments import make_appointment
from meedoen.dossier.actions.diary import record
from meedoen.dossier.actions.documents import add_document
from meedoen.dossier.models import Afspraak, Dossier

NOTICE = "kennisgeving_ontvangen"


def told_dossier(actor: Actor) -> tuple[Dossier, Afspraak]:
    """A notice (2), its correction (3), a note (4), a document (5) and an appointment (6)."""
    dossier, tomorrow = dossier_for(actor), now() + timedelta(days=1)
    note = {"hoe": "telefoon", "notitie": "Belde over de les.\nKomt morgen.", "vertrouwelijk": "x"}
    talk = {
        "onderwerp": "gesprek over het plan",
        "begint_at": tomorrow,
        "eindigt_at": tomorrow + timedelta(hours=1),
        "plaats": "Raadhuisplein 1",
        "tolk": "telefonisch",
        "tolk_taal": "Tigrinya",
    }
    with as_actor(actor):
        for minute, herstelt in ((1, None), (2, 2)):
            said = {"kennisgeving_op": date(2026, 9, 6 + minute)}
            at = later(minute)
            record(dossier.pk, NOTICE, said, on=ON, at=at, herstelt=herstelt)
        record(dossier.pk, "contact", note, on=ON, at=later(3))
        add_document(dossier.pk, "brief van school.pdf", b"%PDF-1.7 x", on=ON, at=later(4))
        return dossier, make_appointment(dossier.pk, talk, on=ON, at=later(5))
