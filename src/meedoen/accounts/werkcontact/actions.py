"""Recording how an official or the team can be reached at work; rows are added, never changed."""

import re
from datetime import datetime

import structlog
from django.utils.translation import gettext as _

from meedoen.accounts.actions import AccountError
from meedoen.accounts.actor import Actor
from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import as_actor
from meedoen.accounts.werkcontact.table import Werkcontact

# as DUO takes a number (CON-3): digits with at most one sign between them, and an extension
TELEFOON = re.compile(r"(\+|[0-9])(( | ?(-|\(0\)) ?)?[0-9]){2,15}(,[1-9][0-9]{1,8})?")
LONGEST = 22
security = structlog.get_logger("meedoen.security")


def record_own_number(actor: Actor, telefoon: str, *, at: datetime) -> Werkcontact:
    """The work number of the actor; "" takes it away. Errors: NotAllowedError; AccountError."""
    actor.must(Recht.BERICHTEN_ZIEN)
    return _recorded(actor, actor.official, telefoon, at=at)


def record_team_number(actor: Actor, telefoon: str, email: str, *, at: datetime) -> Werkcontact:
    """One number (and address) in the place of everybody's own; "" takes it away.

    Errors: NotAllowedError; AccountError for what is no number, and an address without a number.
    """
    actor.must(Recht.VERBINDING_BEHEREN)
    return _recorded(actor, None, telefoon, email=email, at=at)


def _recorded(
    actor: Actor, medewerker: int | None, telefoon: str, *, email: str = "", at: datetime
) -> Werkcontact:
    number = " ".join(telefoon.split())
    if number and (len(number) > LONGEST or not TELEFOON.fullmatch(number)):
        raise AccountError(
            _("Schrijf het nummer met alleen cijfers, spaties en streepjes: 020 123 45 67.")
        )
    if email and not number:
        raise AccountError(_("Vul ook een telefoonnummer in, of maak beide vakken leeg."))
    with as_actor(actor):
        made = Werkcontact.objects.create(
            gemeente_id=actor.gemeenten[0],
            medewerker_id=medewerker,
            telefoon=number,
            email=email,
            vastgelegd_door_id=actor.official,
            vastgelegd_at=at,
        )
    security.info(
        "werkcontact_recorded", by=actor.official, gemeente=made.gemeente_id, of=medewerker
    )
    return made
