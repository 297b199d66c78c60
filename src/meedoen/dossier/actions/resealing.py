"""Sealing every BSN anew under the current key, in batches: stopped halfway, all still opens.

Nobody's data change: a BSN that opens and fits its hash is sealed again, any other is left alone
and reported. No message holds a number.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count

from meedoen.accounts.actor import Actor
from meedoen.accounts.keys import Keys
from meedoen.accounts.models import Gemeente
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.identity import Sealed, SealError, bsn_hash, reseal, unseal
from meedoen.dossier.models import Persoon

BATCH = 200


@dataclass(frozen=True)
class Trouble:
    """A BSN that was left as it is: whose (the id of a Persoon), where, and why."""

    gemeente: int
    persoon: int
    why: str

    def __str__(self) -> str:
        return f"gemeente {self.gemeente}, persoon {self.persoon}: {self.why}"


@dataclass(frozen=True)
class Batch:
    """What one transaction did: how many it looked at, how many it sealed anew, what was wrong."""

    seen: int
    resealed: int
    troubles: tuple[Trouble, ...]


def keys_that_seal() -> dict[str, dict[int, int]]:
    """Per id of a key how many BSNs it seals now, by municipality (CBS code)."""
    found: dict[str, dict[int, int]] = {}
    codes = tuple(Gemeente.objects.order_by("code").values_list("code", flat=True))
    with as_actor(_system(*codes)):
        counted = (
            Persoon.objects.filter(bsn_verzegeld__isnull=False)
            .values_list("bsn_sleutel", "gemeente_id")
            .annotate(Count("pk"))
            .order_by("bsn_sleutel", "gemeente_id")
        )
        for key_id, gemeente, number in counted:
            found.setdefault(key_id, {})[gemeente] = number
    return found


def reseal_all(keys: Keys, gemeente: int, *, size: int = BATCH) -> Iterator[Batch]:
    """Look at every sealed BSN of a municipality; what an older key sealed, the current one seals.

    Each batch of `size` people is a transaction of its own, and what is done already is only
    checked: whoever stops it, starts it again.
    """
    after = 0
    while True:
        with as_actor(_system(gemeente)):
            people = _next_people(gemeente, after, size)
            batch = _reseal(people, keys)
        if not people:
            return
        after = people[-1].pk
        yield batch


def _system(*gemeenten: int) -> Actor:
    """Nobody in person, in a role that reaches people and no special categories."""
    return Actor(None, "Meedoen", Rol.KWALITEITSMEDEWERKER, gemeenten)


def _next_people(gemeente: int, after: int, size: int) -> list[Persoon]:
    """Locked, so that nobody gives a new BSN meanwhile; rows that point at a person may be made."""
    rows = Persoon.objects.filter(gemeente_id=gemeente, pk__gt=after, bsn_verzegeld__isnull=False)
    columns = rows.only("gemeente_id", "bsn_sleutel", "bsn_verzegeld", "bsn_hash")
    return list(columns.order_by("pk").select_for_update(no_key=True)[:size])


def _reseal(people: list[Persoon], keys: Keys) -> Batch:
    troubles, changed = [], []
    for persoon in people:
        try:
            new = _sealed_anew(persoon, keys)
        except SealError as error:
            troubles.append(Trouble(persoon.gemeente_id, persoon.pk, str(error)))
            continue
        if new.key_id != persoon.bsn_sleutel:
            persoon.bsn_sleutel, persoon.bsn_verzegeld = new.key_id, new.ciphertext
            changed.append(persoon)
    Persoon.objects.bulk_update(changed, ["bsn_sleutel", "bsn_verzegeld"])
    return Batch(len(people), len(changed), tuple(troubles))


def _sealed_anew(persoon: Persoon, keys: Keys) -> Sealed:
    """The seal as it must be. Errors: SealError, also when the hash finds somebody else."""
    gemeente = persoon.gemeente_id
    old = Sealed(persoon.bsn_sleutel, bytes(persoon.bsn_verzegeld or b""))
    number = unseal(old, keys, gemeente=gemeente)
    if bsn_hash(number, keys, gemeente=gemeente) != bytes(persoon.bsn_hash or b""):
        raise SealError("Het BSN past niet bij bsn_hash. Kijk HASH_KEY na.")
    return reseal(old, keys, gemeente=gemeente)
