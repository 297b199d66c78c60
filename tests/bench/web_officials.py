"""Officials of the one municipality with a session each, as their browsers would send it."""

import time
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from tests.bench.town import BEGAN, HIER

CSRF = "a" * 32  # the same in cookie and header is what the server compares


@dataclass(frozen=True)
class Official:
    """A team leader, who sees all dossiers; `cookies` is the header of every request."""

    session: str
    cookies: str


def officials(count: int) -> list[Official]:
    """So many of them, each logged in with a second factor, in their role."""
    return [_official(number) for number in range(count)]


def _official(number: int) -> Official:
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    from meedoen.accounts.actions import add_medewerker, grant_role
    from meedoen.accounts.gate import FUNCTIE
    from meedoen.accounts.models import Rolverlening
    from meedoen.accounts.roles import Rol

    who = add_medewerker(f"t{number}@{HIER}.example.org", f"T. Leider {number}")
    grant_role(who, Rol.TEAMLEIDER, HIER, van=BEGAN)
    session: Any = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(who.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = who.get_session_auth_hash()
    session["account_authentication_methods"] = [{"method": "mfa", "at": time.time()}]
    session["account_authentication_methods_user"] = str(who.pk)
    session[FUNCTIE] = Rolverlening.objects.get(medewerker=who).pk
    session.save()
    key = session.session_key
    cookies = f"{settings.SESSION_COOKIE_NAME}={key}; {settings.CSRF_COOKIE_NAME}={CSRF}"
    return Official(key, cookies)
