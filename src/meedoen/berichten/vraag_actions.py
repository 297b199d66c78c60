"""Asking DUO about a dossier because somebody wants to know, not because of a notice.

The official only writes down that it must be asked; the worker asks, and tries again while DUO
gives no answer. So no page waits for DUO, and a worker that is killed loses nothing.
"""

from __future__ import annotations

from datetime import date, datetime

import structlog
from django.db import IntegrityError, transaction

from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import as_actor, current_actor
from meedoen.berichten.asking import duo_actor, duo_of
from meedoen.berichten.models import Vraag
from meedoen.berichten.turn import MOST_TRIES, rest
from meedoen.berichten.verwerking import ask_again
from meedoen.dossier.models import Dossier
from meedoen.logboek.actions import write_look
from meedoen.logboek.looks import Look, Vorm

VERWERKING, WHY = "berichten_duo", "DUO opnieuw vragen over een dossier"
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


def answer_next(gemeente: int, *, on: date, at: datetime) -> bool:
    """Ask DUO what is longest due in a municipality (CBS code); False: nothing is.

    Errors: DatabaseError where not even the failure can be written.
    """
    row: Vraag | None = None
    try:
        with as_actor(duo_actor(gemeente)):
            row = _due(gemeente, at=at)
            if row is None:
                return False
            _answer(row, on=on, at=at)
    except Exception as error:
        if row is None:
            raise
        log.exception("question failed", vraag=row.pk, exc_info=error)
        _failed(row, at=at)
    return True


def _due(gemeente: int, *, at: datetime) -> Vraag | None:
    rows = Vraag.objects.filter(gemeente=gemeente, antwoord_at__isnull=True, volgende_at__lte=at)
    locked = rows.select_for_update(skip_locked=True, of=("self",)).select_related("dossier")
    return locked.order_by("volgende_at", "pk").first()


def _answer(row: Vraag, *, on: date, at: datetime) -> None:
    gemeente, dossier = row.gemeente_id, row.dossier
    uitkomst, nieuw = ask_again(dossier, f"vraag-{row.pk}", duo=duo_of(gemeente), on=on, at=at)
    row.pogingen = min(row.pogingen + 1, 32_000)
    row.uitkomst, row.nieuw = uitkomst.waarom, nieuw
    if uitkomst.opnieuw:
        row.volgende_at = at + rest(row.pogingen)
    else:
        row.antwoord_at, row.volgende_at = at, None
    row.save(update_fields=["pogingen", "uitkomst", "nieuw", "volgende_at", "antwoord_at"])
    look = Look(duo_actor(gemeente), gemeente, VERWERKING, WHY, at, vorm=Vorm.OPDRACHT)
    look.show(dossier.persoon_id)
    write_look(look)


def _failed(row: Vraag, *, at: datetime) -> None:
    """All it did is rolled back; after some tries it ends, and who asked can ask again."""
    with as_actor(duo_actor(row.gemeente_id)):
        mine = Vraag.objects.filter(pk=row.pk, antwoord_at__isnull=True)
        tries = row.pogingen + 1
        if tries >= MOST_TRIES:
            mine.update(pogingen=tries, uitkomst="fout_blijft", antwoord_at=at, volgende_at=None)
        else:
            mine.update(pogingen=tries, uitkomst="fout", volgende_at=at + rest(tries))
