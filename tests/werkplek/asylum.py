"""People with asylum, of whom DUO wrote on a day, for tests of the work list."""

from datetime import date
from typing import Any

from tests.dossier.makers import ON, dossier_for, later

from meedoen.accounts.actor import Actor
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.diary import record
from meedoen.dossier.models import Dossier
from meedoen.rules.choices import Doelgroep, Verblijfsrecht

ASIEL: dict[str, Any] = {
    "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
    "verblijfsrecht": Verblijfsrecht.ASIEL,
}
LONG_BEFORE = date(2026, 5, 11)
HOUSED: dict[str, Any] = {"gehuisvest": True}


def tell(actor: Actor, dossier: Dossier, soort: str, told: dict[str, Any], on: date = ON) -> None:
    with as_actor(actor):
        record(dossier.pk, soort, told, on=on, at=later(5))


def notified(actor: Actor, naam: str, kennisgeving: date, housed: date | None) -> Dossier:
    """Somebody with asylum, whom DUO wrote on a day, and who was housed on another."""
    dossier = dossier_for(actor, naam)
    told = {**ASIEL, "plicht_begon_op": kennisgeving}
    tell(actor, dossier, "kennisgeving_ontvangen", told, on=kennisgeving)
    if housed is not None:
        tell(actor, dossier, "ingeschreven", HOUSED, on=housed)
    return dossier
