"""What allauth may do with an account of a municipality: log it in. It makes and couples none."""

from typing import Any

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest


class NoSignup(DefaultSocialAccountAdapter):  # type: ignore[misc]  # it ships no types
    """Accounts are made in oidc/actions.py, after the token was verified and a role was found."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:  # noqa: ARG002
        """Never."""
        return False
