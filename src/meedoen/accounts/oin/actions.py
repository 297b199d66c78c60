"""Recording under which number a municipality is known; of what is there only the end changes."""

from datetime import date, datetime

import structlog
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from meedoen.accounts.actions import AccountError
from meedoen.accounts.actor import Actor
from meedoen.accounts.oin.table import Oin
from meedoen.accounts.roles import Recht

security = structlog.get_logger("meedoen.security")


def record_oin(actor: Actor, oin: str, *, van: date, at: datetime) -> Oin:
    """From a day on the municipality of the actor has this number; the one before ends then.

    Errors: NotAllowedError; AccountError in words for the screen, where another has the number.
    """
    actor.must(Recht.VERBINDING_BEHEREN)
    made = give_oin(actor.gemeenten[0], oin, van=van, at=at, door=actor.official)
    security.info("oin_recorded", gemeente=made.gemeente_id, oin=oin, by=actor.official)
    return made


def give_oin(gemeente: int, oin: str, *, van: date, at: datetime, door: int | None = None) -> Oin:
    """The same by the installation itself, such as the demo. Errors: AccountError."""
    try:
        with transaction.atomic():
            held = Oin.objects.filter(Q(tot__isnull=True) | Q(tot__gt=van), gemeente=gemeente)
            if held.filter(van__gt=van).exists():
                raise AccountError(_("Er staat al een OIN dat later begint."))
            held.update(tot=van)
            return Oin.objects.create(
                gemeente_id=gemeente, oin=oin, van=van, vastgelegd_door_id=door, vastgelegd_at=at
            )
    except IntegrityError:
        raise AccountError(_("Dit OIN heeft een andere gemeente al.")) from None
