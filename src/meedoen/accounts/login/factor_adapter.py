"""What allauth asks of us about second factors: how their secrets are kept, and in which words."""

from typing import Any

from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.keys import keys_in_use, seal_text, unseal_text
from meedoen.accounts.login import security_log
from meedoen.accounts.login.second_factor import asked_of, factors_of
from meedoen.accounts.models import Medewerker

PURPOSE = "tweede factor"


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """The secret of an app and the seed of recovery codes are sealed with the keys of the house."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": lazy("Deze code klopt niet, of is al gebruikt. Vul een nieuwe code in."),
    }

    def encrypt(self, text: str) -> str:
        """Seal a secret for the table."""
        return seal_text(text, keys_in_use(), purpose=PURPOSE)

    def decrypt(self, encrypted_text: str) -> str:
        """The secret itself. Errors: UnsealError."""
        return unseal_text(encrypted_text, keys_in_use(), purpose=PURPOSE)

    def validation_error(self, code: str, *args: Any) -> ValidationError:
        """An error in our words; a wrong code is a line in the security log."""
        if code == "incorrect_code":
            who = asked_of(context.request)
            security_log.note("second_factor_failed", context.request, who=who)
        return super().validation_error(code, *args)  # type: ignore[no-any-return]

    def build_totp_svg(self, url: str) -> str:
        """The picture to scan, as an element for a page."""
        return str(super().build_totp_svg(url)).partition("?>")[2].strip()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """The last factor stays: without one nobody gets in."""
        return bool(factors_of(authenticator.user_id).exclude(pk=authenticator.pk).exists())

    def generate_authenticator_name(self, user: Medewerker, type: Any) -> str:  # noqa: A002
        """The name that a passkey has until somebody gives another."""
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return _("Passkey %(number)s") % {"number": number}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """For which server a passkey is made: its name stands in the browser's question."""
        return dict(super().get_public_key_credential_rp_entity(), name="Meedoen")
