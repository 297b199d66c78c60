"""Somebody's phone with an app for codes, for tests."""

import time
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value

from meedoen.accounts.login.factor_adapter import FactorAdapter
from meedoen.accounts.models import Medewerker

STEP = 30  # seconds that a code lives


def app_of(who: Medewerker) -> str:
    """The secret of a new app of this official."""
    secret = str(generate_totp_secret())
    TOTP.activate(who, secret)
    return secret


def code_for(email: str) -> str:
    """What the app of an official shows now."""
    found: Any = Authenticator.objects.get(user__email=email, type="totp")
    return code_of(FactorAdapter().decrypt(found.data["secret"]))


def code_of(secret: str, *, later: int = 0) -> str:
    """What the app shows now, or so many codes later."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // STEP + later)))
