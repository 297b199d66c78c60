"""Who asks and tells DUO for a municipality: what config chose, by its dotted name."""

from django.conf import settings
from django.utils.module_loading import import_string

from meedoen.accounts.actor import Actor
from meedoen.accounts.roles import Rol
from meedoen.ports.duo import Duo
from meedoen.ports.duo_telling import DuoTelling


def duo_of(gemeente: int) -> Duo:
    """The client with the number and certificate of a municipality (CBS code)."""
    found: Duo = import_string(settings.DUO_CLIENT)(gemeente)
    return found


def duo_tells_of(gemeente: int) -> DuoTelling:
    """The client that tells DUO things for a municipality (CBS code)."""
    found: DuoTelling = import_string(settings.DUO_TELLER)(gemeente)
    return found


def duo_actor(gemeente: int) -> Actor:
    """Meedoen itself, that writes down what DUO tells a municipality; no special categories."""
    return Actor(None, "DUO", Rol.TEAMLEIDER, (gemeente,))
