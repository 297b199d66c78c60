"""Choosing whether the picture of the team is shown; choices are added, never changed."""

from datetime import date, datetime

import structlog
from django.utils.translation import gettext as _

from meedoen.accounts.actions import AccountError
from meedoen.accounts.actor import Actor
from meedoen.accounts.roles import Recht
from meedoen.accounts.work_tables import Teambeeld

security = structlog.get_logger("meedoen.security")


def choose_teambeeld(
    actor: Actor, *, aan: bool, grond: str, van: date, on: date, at: datetime
) -> Teambeeld:
    """From a day on it is shown or not, on this ground.

    Errors: NotAllowedError; AccountError for a day that is past, or to show it without a ground.
    """
    actor.must(Recht.TEAMBEELD_KIEZEN)
    if van < on:
        raise AccountError(_("Kies vandaag of een latere dag."))
    if aan and not grond.strip():
        raise AccountError(_("Schrijf op wanneer de ondernemingsraad het goed vond."))
    made = Teambeeld.objects.create(
        gemeente_id=actor.gemeenten[0],
        van=van,
        aan=aan,
        grond=grond.strip(),
        vastgelegd_door_id=actor.official,
        vastgelegd_at=at,
    )
    security.info("teambeeld_chosen", by=actor.official, gemeente=made.gemeente_id, aan=aan)
    return made
