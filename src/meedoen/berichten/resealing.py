"""Sealing what was received anew, after a new key stands first in BSN_KEYS.

In batches, each a transaction: stopped halfway, all still opens. What does not open stays as it is.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from meedoen.accounts.keys import Keys, UnsealError, sealed_with
from meedoen.accounts.models import Gemeente
from meedoen.accounts.scope import as_actor
from meedoen.berichten.asking import duo_actor
from meedoen.berichten.melding_inhoud import mark
from meedoen.berichten.melding_tables import Melding
from meedoen.berichten.models import Berichtinhoud, Geweigerd, Vraagantwoord
from meedoen.berichten.sealing import REFUSED, of_question, seal_body, unseal_body

BATCH = 200
KINDS: tuple[Any, ...] = (
    Berichtinhoud.objects,
    Geweigerd.objects,
    Melding.objects,
    Vraagantwoord.objects,
)


@dataclass(frozen=True)
class ResealedMessages:
    """How many were sealed anew, and which (what and id) do not open."""

    number: int
    lost: tuple[str, ...]


def reseal_messages(keys: Keys) -> ResealedMessages:
    """Every notice, every refused message and every message to DUO that an older key sealed."""
    number, lost = 0, list[str]()
    for code in _gemeenten():
        for rows in KINDS:
            for done, troubles in _batches(rows.filter(gemeente=code), code, keys):
                number += done
                lost += troubles
    return ResealedMessages(number, tuple(lost))


def keys_of_messages() -> Counter[str]:
    """Per id of a key how many messages it seals now."""
    found = Counter[str]()
    for code in _gemeenten():
        with as_actor(duo_actor(code)):
            for rows in KINDS:
                texts = rows.filter(gemeente=code).exclude(verzegeld="")
                found.update(map(sealed_with, texts.values_list("verzegeld", flat=True).iterator()))
    return found


def _gemeenten() -> list[int]:
    return list(
        Gemeente.objects.filter(doet_mee=True).order_by("code").values_list("pk", flat=True)
    )


def _batches(rows: "QuerySet[Any]", gemeente: int, keys: Keys) -> Iterator[tuple[int, list[str]]]:
    old = rows.exclude(verzegeld="").exclude(verzegeld__startswith=f"{keys.current}:")
    after = 0
    while True:
        with as_actor(duo_actor(gemeente)):
            found = list(old.filter(pk__gt=after).order_by("pk")[:BATCH])
            made = [_resealed(each, gemeente, keys) for each in found]
        if not found:
            return
        after = found[-1].pk
        yield made.count(""), [each for each in made if each]


def _seal_of(row: Any) -> tuple[UUID | str, str]:
    """What the seal holds for, and what it is called."""
    if isinstance(row, Berichtinhoud):
        return row.bericht.bericht_id, "bericht"
    if isinstance(row, Melding):
        return mark(row.gebeurtenis_id), "melding"
    if isinstance(row, Vraagantwoord):
        return of_question(row.pk), "antwoord op vraag"
    return REFUSED, "geweigerd bericht"


def _resealed(row: Any, gemeente: int, keys: Keys) -> str:
    """Seal one anew; what it is, where it does not open."""
    of, called = _seal_of(row)
    fields = ["verzegeld", *(["antwoord"] if getattr(row, "antwoord", "") else [])]
    try:
        bodies = [unseal_body(getattr(row, f), keys, gemeente=gemeente, of=of) for f in fields]
    except UnsealError:
        return f"{called} {row.pk}"
    for name, body in zip(fields, bodies, strict=True):
        setattr(row, name, seal_body(body, keys, gemeente=gemeente, of=of))
    row.save(update_fields=fields)
    return ""
