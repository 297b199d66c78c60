"""How what was received is sealed, and how its person and its content are found again by a hash.

The seal holds for one municipality and one message: elsewhere it does not open.
"""

import hmac
from functools import lru_cache
from uuid import UUID

from meedoen.accounts.keys import Keys, derived, seal_text, unseal_text
from meedoen.berichten.notificatie import Notificatie
from meedoen.dossier.identity import hash_of_checked

REFUSED = "geweigerd"


def seal_body(body: bytes, keys: Keys, *, gemeente: int, of: UUID | str) -> str:
    """A body under seal, whatever bytes it is made of; `of`: the number of the message."""
    return seal_text(body.decode("latin-1"), keys, purpose=purpose(gemeente, of))


def unseal_body(sealed: str, keys: Keys, *, gemeente: int, of: UUID | str) -> bytes:
    """The bytes as they came in. Errors: UnsealError."""
    return unseal_text(sealed, keys, purpose=purpose(gemeente, of)).encode("latin-1")


def purpose(gemeente: int, of: UUID | str) -> str:
    """What the seal is for (accounts/keys.py)."""
    return f"bericht {gemeente:04d} {of}"


def of_question(vraag: int) -> str:
    """Of which message an answer to the question (id) of an official is."""
    return f"vraag {vraag}"


def content_hash(found: Notificatie, keys: Keys, *, gemeente: int) -> bytes:
    """32 bytes, the same for the same content; keyed, because a BSN can be guessed."""
    key = _hash_key(keys.hash_key, f"meedoen bericht hash 1 {gemeente:04d}")
    return hmac.digest(key, found.canonical, "sha256")


def who_hash(bsn: str, vnummer: str, keys: Keys, *, gemeente: int) -> bytes | None:
    """By what the notices of one person are kept in order: of the BSN as `Persoon.bsn_hash`.

    `bsn` is "" where there is none that can be right, else nine digits; None where nobody is named.
    """
    if bsn:
        return hash_of_checked(bsn, keys, gemeente=gemeente)
    if not vnummer:
        return None
    key = _hash_key(keys.hash_key, f"meedoen vnummer hash 1 {gemeente:04d}")
    return hmac.digest(key, vnummer.encode("ascii"), "sha256")


@lru_cache(maxsize=800)
def _hash_key(key: bytes, label: str) -> bytes:
    """Two of a municipality, the same for each of its notices."""
    return derived(key, label.encode())
