"""A round of telling DUO: asked and told while no transaction is open, one person at a time.

Before a message goes, DUO is asked what it knows; what is sent is written down first, with its
number. Killed at any point: what did not go, goes; what went is found again at DUO and not sent
twice; and what DUO knows is what the dossier says.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from functools import partial
from typing import TypeVar

from meedoen.accounts.scope import as_actor
from meedoen.berichten.asking import duo_actor, duo_of, duo_tells_of
from meedoen.berichten.melding_actions import (
    Send,
    answered,
    look_at,
    questions_for,
    take_up,
)
from meedoen.berichten.melding_step_actions import Step, became, failed
from meedoen.berichten.melding_tables import Melding, Meldingstand
from meedoen.berichten.melding_work import next_to_tell
from meedoen.berichten.persoon import bsn_of
from meedoen.berichten.rounds import AT_ONCE, MANY, held
from meedoen.berichten.vragen import Asked, Wanted, ask_duo
from meedoen.dossier.identity import SealError
from meedoen.logboek.actions import write_look
from meedoen.logboek.looks import Look, Vorm
from meedoen.ports.duo_errors import DuoError
from meedoen.ports.duo_telling import DuoTelling
from meedoen.ports.identity import Bsn

VERWERKING = "melden_aan_duo"  # as verwerkingen.toml names it
WHY = "DUO melden wat in het dossier is gebeurd"
DoneT = TypeVar("DoneT")


def tell_next(gemeente: int, *, on: date, at: datetime) -> int:
    """Tell DUO what is due in a municipality (CBS code); how many were looked at, 0: none.

    Errors: DatabaseError where not even a failure can be written.
    """
    with as_actor(duo_actor(gemeente)):
        take_up(gemeente, at=at)
        rows = next_to_tell(gemeente, at=at, most=MANY)
        due = [(row, bsn) for row in rows if (bsn := _bsn(row, at=at)) is not None]
    if not due:
        return 0
    wanted = [Wanted(bsn, questions_for(row)) for row, bsn in due]
    with held(gemeente, wanted) as ours:
        mine = [(row, each) for (row, _bsn), each in zip(due, wanted, strict=True)]
        mine = [(row, each) for row, each in mine if each.bsn.digits in ours]
        _tell(gemeente, mine, on=on, at=at)
    return len(mine)


def _bsn(row: Melding, *, at: datetime) -> Bsn | None:
    try:
        digits = bsn_of(row.dossier)
    except SealError:
        digits = ""
    if not digits:
        row.gezien = row.dossier.laatste_nummer
        became(row, Step(Meldingstand.WACHT, "zonder_bsn"), at=at)
        return None
    return Bsn(digits)


def _tell(gemeente: int, mine: Sequence[tuple[Melding, Wanted]], *, on: date, at: datetime) -> None:
    duo, tells = duo_of(gemeente), duo_tells_of(gemeente)
    asked = _together([partial(ask_duo, duo, each) for _row, each in mine])
    going = list[tuple[Melding, Wanted, Send]]()
    for (row, each), found in zip(mine, asked, strict=True):
        send = _looked_at(row, found, on=on, at=at)
        if send is not None:
            going.append((row, each, send))
    said = _together([partial(_told, tells, each.bsn, send) for _row, each, send in going])
    for (row, _each, _send), error in zip(going, said, strict=True):
        _write(row, partial(answered, row, error, on=on, at=at), at=at)


def _looked_at(row: Melding, asked: Asked, *, on: date, at: datetime) -> Send | None:
    return _write(row, lambda: _seen(row, look_at(row, asked, on=on, at=at), at=at), at=at)


def _seen(row: Melding, send: Send | None, *, at: datetime) -> Send | None:
    """In the log: the data of this person were used to ask DUO, and perhaps to tell it."""
    actor = duo_actor(row.gemeente_id)
    look = Look(actor, row.gemeente_id, VERWERKING, WHY, at, vorm=Vorm.OPDRACHT)
    look.show(row.dossier.persoon_id)
    write_look(look)
    return send


def _write(row: Melding, do: Callable[[], DoneT], *, at: datetime) -> DoneT | None:
    """One transaction; where it goes wrong, a failure that is written down."""
    try:
        with as_actor(duo_actor(row.gemeente_id)):
            return do()
    except Exception as error:  # noqa: BLE001 - told by `failed`
        with as_actor(duo_actor(row.gemeente_id)):
            failed(row, error, at=at)
        return None


def _told(tells: DuoTelling, bsn: Bsn, send: Send) -> DuoError | None:
    try:
        if send.pip is None:
            tells.withdraw_pip(bsn, send.bericht_id)
        else:
            tells.tell_pip(bsn, send.pip, send.bericht_id)
    except DuoError as error:
        return error
    return None


def _together(jobs: Sequence[Callable[[], DoneT]]) -> list[DoneT]:
    """Several at once, in this order; the threads touch no database."""
    if len(jobs) < 2:
        return [job() for job in jobs]
    with ThreadPoolExecutor(min(AT_ONCE, len(jobs))) as pool:
        return list(pool.map(lambda job: job(), jobs))
