"""The steps of a message to DUO: what it became, written once, and the line in the diary of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import structlog
from django.db.models import QuerySet

from meedoen.berichten.melding_inhoud import Inhoud
from meedoen.berichten.melding_tables import OPEN, Melding, Meldingstand, Meldingstap
from meedoen.berichten.melding_work import GONE, TOLD_BY_HAND, mended
from meedoen.berichten.turn import A_DAY, MOST_TRIES, rest
from meedoen.dossier.actions.diary import Content, append
from meedoen.dossier.models import Dossier, Gebeurtenis

WITHDRAWAL, RESTORED = "pip_ingetrokken", "pip_hersteld"
log = structlog.get_logger("meedoen.tasks")


@dataclass(frozen=True)
class Step:
    """What a message becomes. `na`: how long the worker then leaves it, where it is not done."""

    stand: Meldingstand
    waarom: str = ""
    redenen: Sequence[str] = ()
    na: timedelta = A_DAY
    medewerker: int | None = None
    toelichting: str = ""


def note(
    row: Melding, dossier: Dossier, inhoud: Inhoud | None, *, on: date, at: datetime
) -> Gebeurtenis | None:
    """The line that says that DUO was told; of a withdrawal it takes the earlier one back."""
    details = {"melding": row.pk}
    if inhoud is not None:
        return append(
            dossier, TOLD_BY_HAND, Content(feiten=inhoud.feiten, details=details), on=on, at=at
        )
    earlier = Melding.objects.filter(dossier=dossier, gebeurtenis__nummer=row.over or 0)
    told = earlier.filter(gemeld__isnull=False).values_list("gemeld__nummer", flat=True).first()
    if row.gebeurtenis.soort == GONE:
        told = _told_of(row)  # the message itself went with the data
    content = Content(details=details)
    return append(dossier, "pip_melding_ingetrokken", content, on=on, at=at, herstelt=told)


def _told_of(row: Melding) -> int | None:
    """The line that says that DUO was told of the plan whose data were withdrawn."""
    lines = Gebeurtenis.objects.filter(
        ~mended(), dossier=row.dossier_id, soort=TOLD_BY_HAND, nummer__gt=row.over or 0
    )
    return lines.order_by("nummer").values_list("nummer", flat=True).first()


def told_by_hand_after(row: Melding) -> Gebeurtenis | None:
    """The line in which an official wrote, after the reason, that DUO was told."""
    if row.soort == WITHDRAWAL:
        return None
    lines = Gebeurtenis.objects.filter(dossier=row.dossier_id, soort=TOLD_BY_HAND)
    ours = Melding.objects.filter(dossier=row.dossier_id, gemeld__isnull=False).values("gemeld")
    later = lines.filter(nummer__gt=row.gebeurtenis.nummer).exclude(pk__in=ours)
    mended = Gebeurtenis.objects.filter(dossier=row.dossier_id, herstelt__isnull=False)
    return later.exclude(nummer__in=mended.values("herstelt")).order_by("nummer").first()


def failed(row: Melding, error: Exception, *, at: datetime) -> None:
    """All that was done of it is taken back: tried later, and after some tries once a day."""
    log.exception("message failed", melding=row.pk, exc_info=error)
    mine = mine_of(row).select_for_update(of=("self",)).first()
    if mine is None:
        return
    mine.pogingen = min(mine.pogingen + 1, 32_000)
    often = mine.pogingen >= MOST_TRIES
    waarom, na = ("fout_blijft", A_DAY) if often else ("fout", rest(mine.pogingen))
    became(mine, Step(Meldingstand(mine.stand), waarom, na=na), at=at)


def became(row: Melding, step: Step, *, at: datetime) -> None:
    """A message goes a step, and keeps it; the same as before, over again, is no new step."""
    kept = moved(row, step, CHANGED, at=at)
    if kept is not None:
        Meldingstap.objects.create(melding=row, gebeurtenis_id=row.gebeurtenis_id, **kept)


def moved(row: Any, step: Step, changed: Sequence[str], *, at: datetime) -> dict[str, Any] | None:
    """Write in a message of either outbox how far it is; what to keep as a step, if it is one."""
    before = (row.stand, row.waarom, row.redenen)
    row.stand, row.waarom, row.redenen = step.stand, step.waarom, list(step.redenen)
    done = step.stand not in OPEN
    row.volgende_at, row.klaar_at = (None, at) if done else (at + step.na, None)
    row.save(update_fields=changed)
    again = before == (row.stand, row.waarom, row.redenen) and row.stappen.exists()
    if again and step.medewerker is None:
        return None
    return {
        "gemeente_id": row.gemeente_id,
        "dossier_id": row.dossier_id,
        "at": at,
        "stand": row.stand,
        "waarom": row.waarom,
        "redenen": row.redenen,
        "bericht_id": row.bericht_id,
        "medewerker_id": step.medewerker,
        "toelichting": step.toelichting,
    }


CHANGED = (
    "stand", "waarom", "redenen", "pogingen", "volgende_at", "bericht_id", "verzonden_at",
    "klaar_at", "verzegeld", "gezien", "met_de_hand", "gemeld",
)  # fmt: skip


def mine_of(row: Melding) -> QuerySet[Melding]:
    """The row, if nobody did anything with it since it was read."""
    rows = Melding.objects.filter(pk=row.pk, pogingen=row.pogingen)
    found: QuerySet[Melding] = rows.filter(stand__in=[each.value for each in OPEN]).select_related(
        "gebeurtenis"
    )
    return found
