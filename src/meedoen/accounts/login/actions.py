"""Sealing the secrets of second factors anew, after a new key stands first in BSN_KEYS."""

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.db import transaction

from meedoen.accounts.keys import Keys, UnsealError, seal_text, sealed_with, unseal_text
from meedoen.accounts.login.factor_adapter import PURPOSE

SECRETS = ("secret", "seed")  # of an app, of recovery codes; a passkey has none here


@dataclass(frozen=True)
class Resealed:
    """How many secrets were sealed anew, and whose (the id of a Medewerker) cannot be opened."""

    number: int
    lost: tuple[int, ...]


def reseal_factors(keys: Keys) -> Resealed:
    """Seal every secret of a second factor with the current key; one that does not open stays."""
    number, lost = 0, []
    for pk in list(Authenticator.objects.order_by("pk").values_list("pk", flat=True)):
        with transaction.atomic():
            row = Authenticator.objects.select_for_update(no_key=True).filter(pk=pk).first()
            try:
                number += _reseal(row, keys) if row is not None else 0
            except UnsealError:
                lost.append(row.user_id)
    return Resealed(number, tuple(lost))


def _reseal(row: Authenticator, keys: Keys) -> int:
    """How many secrets of this row were not under the current key."""
    held = [name for name in SECRETS if name in row.data]
    old = [name for name in held if sealed_with(row.data[name]) != keys.current]
    for name in old:
        text = unseal_text(row.data[name], keys, purpose=PURPOSE)
        row.data[name] = seal_text(text, keys, purpose=PURPOSE)
    if old:
        row.save(update_fields=["data"])
    return len(old)
