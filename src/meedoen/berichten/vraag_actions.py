"""Asking DUO about a dossier because somebody wants to know, not because of a notice.

The official only writes down that it must be asked; the worker asks, and tries again while DUO
gives no answer. So no page waits for DUO, and a worker that is killed loses nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import structlog
from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from meedoen.accounts.keys import keys_in_use
from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import as_actor, current_actor
from meedoen.berichten.asking import duo_actor
from meedoen.berichten.inbox import VERWERKING
from meedoen.berichten.models import Vraag, Vraagantwoord
from meedoen.berichten.persoon import bsn_of
from meedoen.berichten.rounds import MANY, work
from meedoen.berichten.sealing import of_question, seal_body
from meedoen.berichten.turn import MOST_TRIES, rest
from meedoen.berichten.uitkomst import Uitkomst
from meedoen.berichten.verwerking import ask_again
from meedoen.berichten.vragen import Asked, NotAskedError, Wanted
from meedoen.dossier.identity import SealError
from meedoen.dossier.models import Dossier
from meedoen.law.duo_events import VRAGEN
from meedoen.logboek.actions import write_look
from meedoen.logboek.looks import Look, Vorm
from meedoen.ports.identity import Bsn

WHY = "DUO opnieuw vragen over een dossier"
log = structlog.get_logger("meedoen.tasks")


def want_answer(dossier: Dossier, *, at: datetime) -> bool:
    """DUO must be asked about a dossier that is in sight; False: that was wanted already.

    Errors: NotAllowedError.
    """
    actor = current_actor()
    actor.must(Recht.BERICHTEN_ZIEN)
    actor.must_work_for(dossier.gemeente_id)
    try:
        with transaction.atomic():
            Vraag.objects.create(
                gemeente_id=dossier.gemeente_id,
                dossier=dossier,
                medewerker_id=actor.official,
                gevraagd_at=at,
                volgende_at=at,
            )
    except IntegrityError:  # a colleague asked, and the answer is still to come
        return False
    return True


def answer_next(gemeente: int, *, on: date, at: datetime) -> int:
    """Ask DUO what is longest due in a municipality (CBS code); how much ended, 0: nothing is due.

    Errors: DatabaseError where not even a failure can be written.
    """
    with as_actor(duo_actor(gemeente)):
        due = Vraag.objects.filter(
            gemeente=gemeente, antwoord_at__isnull=True, volgende_at__lte=at
        ).select_related("dossier__persoon")
        turns = [QuestionTurn(row, on, at) for row in due.order_by("volgende_at", "pk")[:MANY]]
    return work(gemeente, turns)


@dataclass(frozen=True)
class QuestionTurn:
    """What somebody wants to know of DUO about one dossier."""

    row: Vraag
    on: date
    at: datetime

    @property
    def wanted(self) -> Wanted | None:
        """All there is to ask; nothing where nobody knows the BSN, or it does not open."""
        try:
            bsn = bsn_of(self.row.dossier)
        except SealError:
            return None
        return Wanted(Bsn(bsn), VRAGEN) if bsn else None

    def act(self, asked: Asked) -> Wanted | bool:
        """Write down what DUO answered; False where another worker has or did it."""
        row = self._mine().select_for_update(skip_locked=True, of=("self",)).first()
        if row is None:
            return False
        vraag, dossier = f"vraag-{row.pk}", row.dossier
        try:
            uitkomst, nieuw = ask_again(dossier, vraag, asked, on=self.on, at=self.at)
        except NotAskedError as error:
            return error.wanted
        _answered(row, uitkomst, nieuw, at=self.at)
        look = Look(
            duo_actor(row.gemeente_id),
            row.gemeente_id,
            VERWERKING,
            WHY,
            self.at,
            vorm=Vorm.OPDRACHT,
        )
        look.show(dossier.persoon_id)
        write_look(look)
        return True

    def alone(self) -> None:
        """It is one thing."""

    def failed(self, error: Exception) -> None:
        """After some tries it ends, and who asked can ask again."""
        log.exception("question failed", vraag=self.row.pk, exc_info=error)
        tries = self.row.pogingen + 1
        if tries >= MOST_TRIES:
            done = {"uitkomst": "fout_blijft", "antwoord_at": self.at, "volgende_at": None}
        else:
            done = {"uitkomst": "fout", "volgende_at": self.at + rest(tries)}
        self._mine().update(pogingen=tries, **done)

    def _mine(self) -> QuerySet[Vraag]:
        rows = Vraag.objects.filter(pk=self.row.pk, pogingen=self.row.pogingen)
        return rows.filter(antwoord_at__isnull=True).select_related("dossier__persoon")


def _answered(row: Vraag, uitkomst: Uitkomst, nieuw: int, *, at: datetime) -> None:
    row.pogingen = min(row.pogingen + 1, 32_000)
    row.uitkomst, row.nieuw = uitkomst.waarom, nieuw
    if uitkomst.opnieuw:
        row.volgende_at = at + max(rest(row.pogingen), uitkomst.na)
    else:
        row.antwoord_at, row.volgende_at = at, None
    row.save(update_fields=["pogingen", "uitkomst", "nieuw", "volgende_at", "antwoord_at"])
    if uitkomst.onbegrepen:
        of, gemeente = of_question(row.pk), row.gemeente_id
        sealed = seal_body(uitkomst.onbegrepen, keys_in_use(), gemeente=gemeente, of=of)
        Vraagantwoord.objects.create(
            vraag=row, gemeente_id=gemeente, dossier_id=row.dossier_id, verzegeld=sealed
        )
