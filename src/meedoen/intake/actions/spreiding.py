"""Choosing whether officials are compared; choices are added, never changed."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from meedoen.accounts.actions import AccountError
from meedoen.accounts.actor import Actor
from meedoen.accounts.roles import Recht
from meedoen.intake.gesprek_tables import Spreidingsbeeld


@dataclass(frozen=True)
class Keuze:
    """What is chosen: shown or not, from how many answers, from which day, and why it may."""

    aan: bool
    minste: int
    grond: str
    van: date


def choose_spread(actor: Actor, keuze: Keuze, *, on: date, at: datetime) -> Spreidingsbeeld:
    """From a day on officials are compared or not, on this ground.

    Errors: NotAllowedError; AccountError for a day that is past, or to show it without a ground.
    """
    actor.must(Recht.TEAMBEELD_KIEZEN)
    if keuze.van < on:
        raise AccountError(_("Kies vandaag of een latere dag."))
    if keuze.aan and not keuze.grond.strip():
        raise AccountError(_("Schrijf op wanneer de ondernemingsraad het goed vond."))
    return Spreidingsbeeld.objects.create(
        gemeente_id=actor.gemeenten[0],
        van=keuze.van,
        aan=keuze.aan,
        minste=keuze.minste,
        grond=keuze.grond.strip(),
        vastgelegd_door_id=actor.official,
        vastgelegd_at=at,
    )
