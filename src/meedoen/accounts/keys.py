"""The keys of an installation: which seal, which still open, and sealing of short secret texts.

Pure functions but for `keys_in_use`. No message and no `repr` here ever shows a key or a text.
"""

import base64
import binascii
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.utils.translation import gettext as _

KEY_BYTES = 32
NONCE_BYTES = 12
KEY_ID = re.compile(r"[0-9A-Za-z_-]{1,32}")


class KeysError(ValueError):
    """The settings BSN_KEYS or HASH_KEY are wrong; the message never holds a key."""


@dataclass(frozen=True)
class Keys:
    """The keys of an installation, 32 bytes each: those that open by id, and that of the hash.

    The current one seals. Older ones stay until everything is resealed (`reseal`).
    """

    current: str
    named: Mapping[str, bytes] = field(repr=False)
    hash_key: bytes = field(repr=False)

    @classmethod
    def read(cls, bsn_keys: str, hash_key: str) -> Self:
        """From settings such as "2026a:BASE64,2025b:BASE64" (first is current) and "BASE64".

        Errors: KeysError, also when one key is used for two things.
        """
        pairs = [part.strip().partition(":") for part in bsn_keys.split(",") if part.strip()]
        named = {name: _key(secret, f"BSN_KEYS, «{_id(name, sep)}»") for name, sep, secret in pairs}
        hashing = _key(hash_key, "HASH_KEY")
        if not named:
            raise KeysError("BSN_KEYS is leeg: zonder sleutel kan geen BSN worden bewaard")
        if len(named) < len(pairs):
            raise KeysError("BSN_KEYS heeft twee sleutels met dezelfde naam")
        if len({*named.values(), hashing}) <= len(named):
            raise KeysError("BSN_KEYS en HASH_KEY: elke sleutel moet anders zijn")
        return cls(current=pairs[0][0], named=named, hash_key=hashing)


class UnsealError(Exception):
    """A sealed text cannot be opened: its key is gone, or it was changed or moved."""


def keys_in_use() -> Keys:
    """The keys of this installation. Errors: KeysError."""
    return _read(settings.BSN_KEYS, settings.HASH_KEY)


@lru_cache(maxsize=4)
def _read(bsn_keys: str, hash_key: str) -> Keys:
    """Read once: a notice asks for them thrice, and they change only with a new start."""
    return Keys.read(bsn_keys, hash_key)


def seal_text(text: str, keys: Keys, *, purpose: str) -> str:
    """Encrypt a text with the current key, for this purpose only: "KEY_ID:BASE64".

    The key that seals is made from the named one and the purpose, so no text opens elsewhere.
    """
    nonce = os.urandom(NONCE_BYTES)
    sealed = nonce + AESGCM(_derived(keys.named[keys.current], purpose)).encrypt(
        nonce, text.encode(), keys.current.encode("ascii")
    )
    return f"{keys.current}:{base64.b64encode(sealed).decode('ascii')}"


def unseal_text(sealed: str, keys: Keys, *, purpose: str) -> str:
    """The text. Errors: UnsealError."""
    key_id, _colon, content = sealed.partition(":")
    key = keys.named.get(key_id)
    if key is None:
        raise UnsealError(f"De sleutel «{key_id[:32]}» staat niet in BSN_KEYS.")
    try:
        raw = base64.b64decode(content, validate=True)
        opened = AESGCM(_derived(key, purpose)).decrypt(
            raw[:NONCE_BYTES], raw[NONCE_BYTES:], key_id.encode("ascii")
        )
    except (InvalidTag, ValueError):
        raise UnsealError(_("Deze verzegelde tekst is veranderd.")) from None
    return opened.decode()


def sealed_with(sealed: str) -> str:
    """The id of the key that sealed a text."""
    return sealed.partition(":")[0]


def derived(key: bytes, label: bytes) -> bytes:
    """A key of its own for one purpose; 32 bytes (HKDF, SHA-256).

    Nobody who knows one of them knows another, or the key that it comes from.
    """
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=label).derive(key)


def _derived(key: bytes, purpose: str) -> bytes:
    return derived(key, f"meedoen text 1 {purpose}".encode())


def _id(name: str, colon: str) -> str:
    if not colon or not KEY_ID.fullmatch(name):
        # what stands there stays out of the message: without a colon it is the key
        raise KeysError("BSN_KEYS: schrijf elke sleutel als naam:sleutel, met komma's ertussen")
    return name


def _key(secret: str, where: str) -> bytes:
    try:
        key = base64.b64decode(secret.strip(), validate=True)
    except (binascii.Error, ValueError):
        raise KeysError(f"{where}: dit is geen base64") from None
    if len(key) != KEY_BYTES:
        raise KeysError(f"{where}: de sleutel is {len(key)} bytes, dit moeten er 32 zijn")
    return key
