"""Is every line of the log as it was written, and none gone or put in between?

Reads with the role that may read everything and write nothing (`audit`), and needs the key of the
seals: without it nobody can make a seal that passes here.
"""

import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from meedoen.logboek.models import Logregel, Zegel
from meedoen.logboek.sealing import COLUMNS, FIRST, Batch, line_hash, seal_key

AUDIT = "audit"
UNSEALED = timedelta(minutes=10)  # a worker seals every minute; so long may it be away
CHUNK = 5000


@dataclass(frozen=True)
class Fault:
    """Something in the log of a municipality that is not as it was written."""

    gemeente: int
    what: str

    def __str__(self) -> str:
        return f"gemeente {self.gemeente:04d}: {self.what}"


def verify_log(*, at: datetime) -> Iterator[Fault]:
    """Every line that is changed, gone, put in between or not sealed in time; every broken seal.

    `at`: the moment of the question.
    """
    for gemeente in _gemeenten():
        last = (0, 0, FIRST)
        for seal in Zegel.objects.using(AUDIT).filter(gemeente=gemeente).order_by("nummer"):
            yield from (Fault(gemeente, what) for what in _seal(seal, last))
            last = (seal.nummer, seal.tot_id, bytes(seal.hmac))
        late = Logregel.objects.using(AUDIT).filter(gemeente=gemeente, pk__gt=last[1])
        late = late.filter(einde_at__lt=at - UNSEALED).order_by("pk")
        for pk in late.values_list("pk", flat=True).iterator(CHUNK):
            yield Fault(gemeente, f"regel {pk} is niet verzegeld")


def last_seals() -> list[tuple[int, int, str]]:
    """Of each municipality the number of the last seal and what it says, in hexadecimal.

    To be compared with what the worker logged when it sealed: nothing in the database can show
    that the end of the log, lines and seals together, was cut off.
    """
    rows = Zegel.objects.using(AUDIT).order_by("gemeente", "-nummer").distinct("gemeente")
    return [(row.gemeente_id, row.nummer, bytes(row.hmac).hex()) for row in rows.defer("regels")]


def _gemeenten() -> list[int]:
    found: set[int] = set()
    for model in (Logregel, Zegel):
        found |= set(model.objects.using(AUDIT).values_list("gemeente", flat=True).distinct())
    return sorted(found)


def _seal(seal: Zegel, before: tuple[int, int, bytes]) -> Iterator[str]:
    """What is wrong with a seal, given number, end and hmac of the one before; and its lines."""
    nummer, end, said = before
    if seal.nummer != nummer + 1:
        yield f"zegel {nummer + 1} ontbreekt"
    elif seal.na_id != end or bytes(seal.vorige_hmac) != said:
        yield f"zegel {seal.nummer} volgt niet op het vorige"
    batch = Batch(
        gemeente=seal.gemeente_id,
        nummer=seal.nummer,
        na_id=seal.na_id,
        tot_id=seal.tot_id,
        gezet_at=seal.gezet_at,
        regels=bytes(seal.regels),
        vorige_hmac=bytes(seal.vorige_hmac),
    )
    if not hmac.compare_digest(batch.hmac(seal_key(seal.gemeente_id)), bytes(seal.hmac)):
        yield f"zegel {seal.nummer} is niet van ons of is veranderd"
    yield from _lines(batch)


def _lines(batch: Batch) -> Iterator[str]:
    sealed = dict(batch.hashes())
    rows = Logregel.objects.using(AUDIT).filter(
        gemeente=batch.gemeente, pk__gt=batch.na_id, pk__lte=batch.tot_id
    )
    for row in rows.order_by("pk").values_list(*COLUMNS).iterator(CHUNK):
        was = sealed.pop(row[0], None)
        if was is None:
            yield f"regel {row[0]} is later tussengevoegd"
        elif was != line_hash(row):
            yield f"regel {row[0]} is veranderd"
    for pk in sealed:
        yield f"regel {pk} is weg"
