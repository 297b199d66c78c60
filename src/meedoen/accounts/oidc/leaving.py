"""Logging out of Meedoen after a login through the municipality, where one is still logged in."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from meedoen.accounts.oidc.providers import provider_named

THROUGH = "aanbieder"  # in the session: the name of the provider through which somebody came


def after_logout(through: Any) -> HttpResponse:
    """Where somebody goes who logged out; `through`: what stood in the session, or None."""
    known = provider_named(str(through)) if through else None
    return redirect("oidc:logged_out", known.name) if known else redirect("accounts:login")
