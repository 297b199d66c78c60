"""What the worker does with the notices of one person whose turn it is, and what it writes of them.

What is in the dossier, how far each notice is, and the line in the log are one transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import structlog
from django.db.models import Q, QuerySet

from meedoen.accounts.keys import UnsealError, keys_in_use
from meedoen.accounts.scope import as_actor
from meedoen.berichten.asking import duo_actor
from meedoen.berichten.inbox import OPEN, VERWERKING, Stand
from meedoen.berichten.models import Bericht, Berichtinhoud
from meedoen.berichten.notificatie import read_notificatie
from meedoen.berichten.rounds import MANY, work
from meedoen.berichten.sealing import seal_body, unseal_body, who_hash
from meedoen.berichten.turn import A_DAY, MOST_TRIES, next_in_turn, rest
from meedoen.berichten.uitkomst import Melding, Toestand, Uitkomst
from meedoen.berichten.verwerking import OVERLIJDEN, process, questions_of
from meedoen.berichten.vragen import Asked, NotAskedError, Wanted
from meedoen.dossier.identity import IdentityError, bsn_hash, checked_bsn
from meedoen.dossier.models import Dossier
from meedoen.law.duo_events import duo_event
from meedoen.logboek.actions import write_look
from meedoen.logboek.looks import Look, Vorm
from meedoen.ports.identity import Bsn

WHY = "een bericht van DUO verwerken"
log = structlog.get_logger("meedoen.tasks")


def process_next(gemeente: int, *, on: date, at: datetime) -> int:
    """Process the notices of the people of a municipality (CBS code) that are next in turn.

    How many turns came to an end; 0: there is nothing to do now. Errors: DatabaseError where not
    even a failure can be written.
    """
    with as_actor(duo_actor(gemeente)):
        turns = list(_turns(gemeente, on=on, at=at))
    return work(gemeente, turns)


@dataclass(frozen=True)
class NoticeTurn:
    """Notices of one person that name the same numbers, in order.

    `told` is what they say; empty where that does not open, so that it fails in its own turn.
    """

    rows: Sequence[Bericht]
    told: Sequence[Melding]
    on: date
    at: datetime
    wanted: Wanted | None = None

    def act(self, asked: Asked) -> Wanted | bool:
        """Process them all; False where another worker has or did one of them."""
        rows = list(_still(self.rows).select_for_update(skip_locked=True, of=("self",)))
        if len(rows) < len(self.rows):
            return False
        try:
            told = self.told or [_opened(row, at=self.at) for row in self.rows]
            outcomes = process(told, asked, on=self.on, at=self.at)
        except NotAskedError as error:
            return error.wanted
        for row, outcome in zip(rows, outcomes, strict=True):
            if asked.wanted is not None:
                row.gevraagd_at = self.at
            _written(row, outcome, at=self.at)
        if any(each.toestand is Toestand.VERWERKT for each in outcomes):
            _wake(rows[-1], told[-1], at=self.at)
        _looked(rows[0].gemeente_id, outcomes, at=self.at)
        return True

    def alone(self) -> NoticeTurn | None:
        """The first of several."""
        if len(self.rows) == 1:
            return None
        return NoticeTurn(self.rows[:1], self.told[:1], self.on, self.at)

    def failed(self, error: Exception) -> None:
        """After some tries an official must look, and may try again."""
        row = self.rows[0]
        log.exception("notice failed", bericht=row.pk, exc_info=error)
        tries = row.pogingen + 1
        done: dict[str, Any] = {
            "stand": Stand.AAN_MENS,
            "waarom": "fout_blijft",
            "volgende_at": None,
        }
        if tries < MOST_TRIES:
            done = {"stand": Stand.MISLUKT, "waarom": "fout", "volgende_at": self.at + rest(tries)}
        _still([row]).update(pogingen=tries, verwerkt_at=self.at, **done)
        if done["volgende_at"] is not None:
            _hold_behind(row, until=done["volgende_at"])


def _turns(gemeente: int, *, on: date, at: datetime) -> Iterator[NoticeTurn]:
    """The turns of a round, in three queries."""
    chosen = [_together(rows, at=at) for rows in next_in_turn(gemeente, at=at, most=MANY)]
    numbers = {told[0].bsn for _rows, told in chosen if told and told[0].bsn}
    keys = keys_in_use()
    hashes = {each: bsn_hash(each, keys, gemeente=gemeente) for each in numbers if _is_bsn(each)}
    known = Dossier.objects.filter(gemeente=gemeente, persoon__bsn_hash__in=list(hashes.values()))
    there = {bytes(each or b"") for each in known.values_list("persoon__bsn_hash", flat=True)}
    for rows, told in chosen:
        wanted = None
        if told and told[0].bsn in hashes and told[0].dossier is None and _only_asks(told[0]):
            new = hashes[told[0].bsn] not in there
            wanted = Wanted(Bsn(told[0].bsn), questions_of(told, new=new))
        yield NoticeTurn(rows, told, on, at, wanted)


def _together(rows: Sequence[Bericht], *, at: datetime) -> tuple[list[Bericht], list[Melding]]:
    """The first notices of a person that can go together: DUO is asked once for all of them."""
    told = list[Melding]()
    for row in rows:
        try:
            each = _opened(row, at=at)
        except (UnsealError, ValueError):
            break
        first = told[0] if told else each
        if told and not (_only_asks(first) and _only_asks(each)):
            break
        if (each.bsn, each.vnummer, each.dossier) != (first.bsn, first.vnummer, first.dossier):
            break
        told.append(each)
    return list(rows[: max(len(told), 1)]), told


def _only_asks(told: Melding) -> bool:
    """Whether nothing must be written before DUO answers."""
    return duo_event(told.gebeurtenis).known and told.gebeurtenis != OVERLIJDEN


def _is_bsn(text: str) -> bool:
    try:
        return checked_bsn(text) == text
    except IdentityError:
        return False


def _opened(row: Bericht, *, at: datetime) -> Melding:
    """The notice without its seal. Errors: UnsealError."""
    held = getattr(row, "berichtinhoud", None)
    if held is None:
        raise UnsealError("no content")
    number = row.bericht_id
    body = unseal_body(held.verzegeld, keys_in_use(), gemeente=row.gemeente_id, of=number)
    found = read_notificatie(body, at=at)
    return Melding(
        bericht_id=str(number),
        gemeente=row.gemeente_id,
        gebeurtenis=row.gebeurtenis,
        geregistreerd_at=row.geregistreerd_at,
        bsn=found.bsn,
        vnummer=found.vnummer,
        dossier=row.dossier_id if row.gekozen else None,
    )


def _still(rows: Iterable[Bericht]) -> QuerySet[Bericht]:
    """Those of these that nobody did since they were read."""
    same = Q()
    for row in rows:
        same |= Q(pk=row.pk, pogingen=row.pogingen)
    return Bericht.objects.filter(same, stand__in=[each.value for each in OPEN]).order_by("pk")


def _written(row: Bericht, uitkomst: Uitkomst, *, at: datetime) -> None:
    row.waarom, row.dossier_id = uitkomst.waarom, uitkomst.dossier
    row.pogingen = min(row.pogingen + 1, 32_000)
    row.stand, row.volgende_at = Stand(uitkomst.toestand.value), None
    if uitkomst.toestand is Toestand.WACHT:
        row.stand = Stand.MISLUKT if uitkomst.opnieuw else Stand.WACHT
        again = max(rest(row.pogingen), uitkomst.na)
        row.volgende_at = at + (again if uitkomst.opnieuw else A_DAY)
    row.verwerkt_at = at
    changed = ["waarom", "dossier", "pogingen", "stand", "volgende_at", "verwerkt_at"]
    row.save(update_fields=[*changed, "gevraagd_at"])
    if uitkomst.onbegrepen:
        sealed = seal_body(
            uitkomst.onbegrepen, keys_in_use(), gemeente=row.gemeente_id, of=row.bericht_id
        )
        Berichtinhoud.objects.filter(pk=row.pk).update(antwoord=sealed)


def _hold_behind(row: Bericht, *, until: datetime) -> None:
    """Later notices of this person wait with it: who looks for the next need not pass them by."""
    if row.wie is None:
        return
    later = Bericht.objects.filter(gemeente=row.gemeente_id, wie=row.wie, pk__gt=row.pk)
    later.filter(stand=Stand.ONTVANGEN, volgende_at__lt=until).update(volgende_at=until)


def _wake(row: Bericht, melding: Melding, *, at: datetime) -> None:
    """What waits for the same person has perhaps waited for this, such as a BSN."""
    keys, gemeente = keys_in_use(), row.gemeente_id
    same = Q(wie=row.wie) if row.wie is not None else Q(pk=row.pk)
    if melding.vnummer:
        same |= Q(wie=who_hash("", melding.vnummer, keys, gemeente=gemeente))
    if row.dossier_id is not None:
        same |= Q(dossier=row.dossier_id)
    waiting = Bericht.objects.filter(same, gemeente=gemeente, stand=Stand.WACHT)
    waiting.exclude(pk=row.pk).update(volgende_at=at)


def _looked(gemeente: int, outcomes: Iterable[Uitkomst], *, at: datetime) -> None:
    look = Look(duo_actor(gemeente), gemeente, VERWERKING, WHY, at, vorm=Vorm.OPDRACHT)
    whose = {each.dossier for each in outcomes if each.dossier is not None}
    look.show(*Dossier.objects.filter(pk__in=whose).values_list("persoon", flat=True))
    write_look(look)
