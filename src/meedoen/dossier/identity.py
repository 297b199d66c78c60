"""BSN and V-nummer: checked when they come in, the BSN sealed at rest and found by a keyed hash.

Pure functions: the keys are an argument. No message and no `repr` here ever shows a number.
"""

import hmac
import os
import re
from dataclasses import dataclass, field
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.utils.translation import gettext as _
from stdnum.nl import bsn as elfproef

from meedoen.accounts.keys import Keys, derived

NONCE_BYTES = 12
SEPARATORS = re.compile(r"(?<=[0-9])[\s.\-]+(?=[0-9])")


class IdentityError(ValueError):
    """A BSN or V-nummer that cannot be right; the message is for the person who typed it."""


class SealError(Exception):
    """A sealed BSN cannot be opened: its key is gone, or it was changed or moved."""


@dataclass(frozen=True)
class Sealed:
    """A BSN that nobody can read without the key with this id: a nonce, then the AES-GCM text."""

    key_id: str
    ciphertext: bytes = field(repr=False)


def checked_bsn(text: str) -> str:
    """The nine digits of a BSN; spaces, dots and a missing leading zero are no error.

    Errors: IdentityError (elfproef of the Regeling burgerservicenummer).
    """
    digits = SEPARATORS.sub("", text.strip())
    if not re.fullmatch("[0-9]{8,9}", digits):
        raise IdentityError(_("Een BSN heeft 9 cijfers. Kijk het nummer na."))
    if not elfproef.is_valid(digits.zfill(9)):
        raise IdentityError(_("Dit BSN bestaat niet. Misschien is een cijfer verwisseld."))
    return digits.zfill(9)


def checked_vnummer(value: str | int) -> str:
    """The ten digits of a V-nummer, with zeros in front: DUO sends it as a whole number.

    Errors: IdentityError.
    """
    digits = SEPARATORS.sub("", str(value).strip())
    if not re.fullmatch("[0-9]{1,10}", digits) or not digits.strip("0"):
        raise IdentityError(_("Een V-nummer heeft 10 cijfers. Kijk het nummer na."))
    return digits.zfill(10)


def seal(bsn: str, keys: Keys, *, gemeente: int) -> Sealed:
    """Encrypt a BSN with the current key, for this municipality (CBS code) only.

    Twice the same BSN gives two different texts. Errors: IdentityError.
    """
    number = checked_bsn(bsn).encode("ascii")
    nonce = os.urandom(NONCE_BYTES)
    bound = _bound_to(keys.current, gemeente)
    text = AESGCM(keys.named[keys.current]).encrypt(nonce, number, bound)
    return Sealed(keys.current, nonce + text)


def unseal(sealed: Sealed, keys: Keys, *, gemeente: int) -> str:
    """The nine digits. Errors: SealError, also for what another municipality sealed."""
    key = keys.named.get(sealed.key_id)
    if key is None:
        raise SealError(f"De sleutel «{sealed.key_id}» van dit BSN staat niet in BSN_KEYS.")
    # a column of bytes can arrive as a memoryview
    content = bytes(sealed.ciphertext)
    nonce, text = content[:NONCE_BYTES], content[NONCE_BYTES:]
    try:
        return AESGCM(key).decrypt(nonce, text, _bound_to(sealed.key_id, gemeente)).decode("ascii")
    except (InvalidTag, ValueError):  # ValueError: too short to hold a nonce
        raise SealError(_("Dit BSN is veranderd, of het hoort bij een andere gemeente.")) from None


def reseal(sealed: Sealed, keys: Keys, *, gemeente: int) -> Sealed:
    """The same BSN under the current key; the very same object if it already is.

    Errors: SealError.
    """
    if sealed.key_id == keys.current:
        return sealed
    return seal(unseal(sealed, keys, gemeente=gemeente), keys, gemeente=gemeente)


def bsn_hash(bsn: str, keys: Keys, *, gemeente: int) -> bytes:
    """32 bytes to find a BSN by; each municipality (CBS code) has its own, so none can be linked.

    A BSN has a billion values, so the hash is only as secret as its key (HMAC, SHA-256).
    Errors: IdentityError.
    """
    return hash_of_checked(checked_bsn(bsn), keys, gemeente=gemeente)


def hash_of_checked(digits: str, keys: Keys, *, gemeente: int) -> bytes:
    """The same of nine digits that `checked_bsn` gave, without looking once more."""
    return hmac.digest(_hash_key(keys.hash_key, gemeente), digits.encode("ascii"), "sha256")


@lru_cache(maxsize=400)
def _hash_key(key: bytes, gemeente: int) -> bytes:
    """One of a municipality, the same for everybody in it."""
    return derived(key, b"meedoen bsn hash 1 " + _code(gemeente))


def _bound_to(key_id: str, gemeente: int) -> bytes:
    """What the seal vouches for without hiding it: a text put elsewhere does not open there."""
    return b"meedoen bsn 1 " + key_id.encode("ascii") + b" " + _code(gemeente)


def _code(gemeente: int) -> bytes:
    return f"{gemeente:04d}".encode("ascii")
