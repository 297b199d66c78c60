"""A round of telling DUO who the contactpersonen are: first the officials, then whose they are.

What is sent is written down first; then it goes, while no transaction is open; then the answer is
written. Killed at any point: what DUO can be told twice is told again; what it cannot, a new
contactpersoon, waits for a human.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from functools import partial

from django.db import transaction

from meedoen.accounts.scope import as_actor
from meedoen.berichten.asking import duo_actor, duo_tells_of
from meedoen.berichten.contact_actions import Send, answered, failed, look_at, take_up
from meedoen.berichten.contact_beeld import beeld_of
from meedoen.berichten.contact_tables import Contactmelding, Contactsoort
from meedoen.berichten.contact_work import needed, next_to_tell
from meedoen.berichten.melding_round import VERWERKING
from meedoen.berichten.rounds import AT_ONCE, MANY
from meedoen.logboek.actions import write_look
from meedoen.logboek.looks import Look, Vorm
from meedoen.ports.duo_errors import DuoError
from meedoen.ports.duo_telling import DuoTelling

WHY = "DUO melden wie de contactpersoon is"


def tell_contacts(gemeente: int, *, on: date, at: datetime) -> int:
    """Tell DUO what is due in a municipality (CBS code); how many were looked at, 0: none.

    Errors: DatabaseError where not even a failure can be written.
    """
    with as_actor(duo_actor(gemeente)):
        beeld = beeld_of(gemeente, on=on)
        take_up(beeld, at=at)
        rows = next_to_tell(gemeente, at=at, most=MANY)
        now = needed(beeld, rows)
        going = [(row, send) for row in rows if (send := _ready(row, now[row.pk], at=at))]
        _seen(gemeente, going, at=at)
    tells = duo_tells_of(gemeente) if going else None
    said = _together(tells, [send for _row, send in going]) if tells is not None else []
    for (row, _send), found in zip(going, said, strict=True):
        _write(row, found, at=at)
    return len(rows)


def _ready(row: Contactmelding, made: Contactmelding | None, *, at: datetime) -> Send | None:
    tried = row.pogingen
    try:
        with transaction.atomic():
            return look_at(row, made, at=at)
    except Exception as error:  # noqa: BLE001 - told by `failed`
        row.pogingen = tried  # as in the database, where this try was taken back
        failed(row, error, at=at)
        return None


def _seen(gemeente: int, going: Sequence[tuple[Contactmelding, Send]], *, at: datetime) -> None:
    """In the log: the BSN of these people was used to tell DUO who their contactpersoon is."""
    people = [row.dossier.persoon_id for row, _send in going if row.dossier is not None]
    if people:
        actor = duo_actor(gemeente)
        look = Look(actor, gemeente, VERWERKING, WHY, at, vorm=Vorm.OPDRACHT)
        look.show(*people)
        write_look(look)


def _write(row: Contactmelding, found: DuoError | int | None, *, at: datetime) -> None:
    try:
        with as_actor(duo_actor(row.gemeente_id)):
            answered(row, found, at=at)
    except Exception as error:  # noqa: BLE001 - told by `failed`
        with as_actor(duo_actor(row.gemeente_id)):
            failed(row, error, at=at)


def _told(tells: DuoTelling, send: Send) -> DuoError | int | None:
    """The number of a new one; None where it was taken; else what went wrong."""
    try:
        if send.soort is Contactsoort.NIEUW:
            return tells.add_contactpersoon(send.gegevens, send.bericht_id)
        if send.soort is Contactsoort.GEWIJZIGD:
            tells.change_contactpersoon(send.nummer, send.gegevens, send.bericht_id)
        elif send.soort is Contactsoort.WEG:
            tells.remove_contactpersoon(send.nummer, send.bericht_id)
        elif send.bsn is not None:
            tell = tells.couple if send.soort is Contactsoort.KOPPEL else tells.uncouple
            tell(send.nummer, send.bsn, send.bericht_id)
    except DuoError as error:
        return error
    return None


def _together(tells: DuoTelling, sends: Sequence[Send]) -> list[DuoError | int | None]:
    """Several at once, in this order; the threads touch no database."""
    with ThreadPoolExecutor(min(AT_ONCE, len(sends))) as pool:
        return list(pool.map(partial(_told, tells), sends))
