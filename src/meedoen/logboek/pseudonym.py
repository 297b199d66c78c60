"""How the log names a person: a keyed hash that only who holds the key can make again."""

import hmac
from functools import lru_cache

from meedoen.accounts.keys import derived, keys_in_use

LABEL = "meedoen logboek betrokkene 1 {gemeente:04d}"


def pseudonym(persoon: int, *, gemeente: int) -> bytes:
    """The 32 bytes for a person (id) of a municipality (CBS code).

    The key comes from HASH_KEY and stands outside the database (HMAC, SHA-256): whoever reads the
    log alone cannot tell who it is. Errors: KeysError.
    """
    return hmac.digest(_key(keys_in_use().hash_key, gemeente), persoon.to_bytes(8, "big"), "sha256")


@lru_cache(maxsize=1000)
def _key(secret: bytes, gemeente: int) -> bytes:
    return derived(secret, LABEL.format(gemeente=gemeente).encode("ascii"))
