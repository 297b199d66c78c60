"""The forms of allauth around logging in, with our labels and without what we do not offer."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

CODE = {"inputmode": "numeric", "autocomplete": "one-time-code", "spellcheck": "false"}


def new_password() -> forms.CharField:
    """A box for a password that somebody chooses; a manager of passwords fills it in."""
    return forms.CharField(
        label=_("Nieuw wachtwoord"),
        help_text=_("Ten minste 12 tekens. Een zin die u onthoudt, is goed."),
        strip=False,
        max_length=1000,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )


def old_password(label: Any) -> forms.CharField:
    """A box for a password that somebody has."""
    return forms.CharField(
        label=label,
        strip=False,
        max_length=1000,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


def code(help_text: Any) -> forms.CharField:
    """A box for a code, typed with or without spaces."""
    return forms.CharField(
        label=_("Code"), help_text=help_text, max_length=40, widget=forms.TextInput(attrs=CODE)
    )


class InlogForm(LoginForm):  # type: ignore[misc]
    """The address and the password of an official."""

    use_required_attribute = False  # our own words, not the browser's

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        widget = forms.EmailInput(attrs={"autocomplete": "username"})
        self.fields["login"] = forms.EmailField(label=_("E-mailadres"), widget=widget)
        self.fields["password"] = old_password(_("Wachtwoord"))
        self.order_fields(["login", "password"])


class WachtwoordForm(ReauthenticateForm):  # type: ignore[misc]
    """The password once more, before something weighty."""

    use_required_attribute = False
    password = old_password(_("Wachtwoord"))


class NieuwWachtwoordForm(ChangePasswordForm):  # type: ignore[misc]
    """Another password; once is enough, for one can see it."""

    use_required_attribute = False
    oldpassword = old_password(_("Wachtwoord van nu"))
    password2 = None

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        shown = new_password()
        field = self.fields["password1"]  # allauth's own: it asks the validators
        field.label, field.help_text, field.widget = shown.label, shown.help_text, shown.widget
        self.order_fields(["oldpassword", "password1"])


class CodeForm(mfa.AuthenticateForm):  # type: ignore[misc]
    """The code of the app, or a recovery code, at the login."""

    use_required_attribute = False
    code = code(_("De 6 cijfers uit uw app. Of een van uw herstelcodes."))


class CodeOpnieuwForm(mfa.ReauthenticateForm):  # type: ignore[misc]
    """The same, before something weighty."""

    use_required_attribute = False
    code = code(_("De 6 cijfers uit uw app. Of een van uw herstelcodes."))


class AppForm(ActivateTOTPForm):  # type: ignore[misc]
    """The first code of an app, which shows that it works."""

    use_required_attribute = False
    code = code(_("De 6 cijfers die uw app nu laat zien."))


class PasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    """A new passkey: the browser fills in what the key answered."""

    use_required_attribute = False
    passwordless = None  # every passkey of ours asks for a finger, a face or a PIN
    name = forms.CharField(
        label=_("Naam"),
        help_text=_("Zo herkent u deze passkey later. Bijvoorbeeld: laptop van het werk."),
        max_length=60,
        required=False,
    )
