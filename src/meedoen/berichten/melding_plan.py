"""Which plan a message is about: that of its own line, or the one that holds again."""

from __future__ import annotations

from dataclasses import replace

from django.db.models import Exists, OuterRef, Q, QuerySet

from meedoen.berichten.melding_inhoud import pip_of
from meedoen.berichten.melding_step_actions import RESTORED
from meedoen.berichten.melding_tables import Melding
from meedoen.berichten.melding_work import SENT, mended, telling
from meedoen.dossier.models import Gebeurtenis, Inhoud, Verzending
from meedoen.law.duo_meldingen import duo_meldingen
from meedoen.ports.duo_telling import PipMelding


def plan_of(row: Melding) -> PipMelding | None:
    """What a message says, or would; None without a plan that holds, or where it has no leerroute.

    A plan that holds again is told with the day on which the later one was taken back: DUO takes
    none with a date before that of the plan that it has (PIP-3).
    """
    if row.soort != RESTORED:
        return pip_of(row.gebeurtenis)
    line = holds(row.dossier_id, before=row.over or 0)
    pip = None if line is None else pip_of(line)
    return None if pip is None else replace(pip, dagtekening=row.gebeurtenis.gebeurd_op)


def holds(dossier: int, *, before: int | None = None) -> Gebeurtenis | None:
    """The newest line (before a number) that a plan was established or changed, which still counts.

    Not one that was put right or whose letter was withdrawn, nor one whose content went because it
    never was of this person: what DUO is told then never comes from it.
    """
    lines = _plans(dossier)
    if before is not None:
        lines = lines.filter(nummer__lt=before)
    return lines.order_by("-nummer").first()


def _plans(dossier: int) -> QuerySet[Gebeurtenis]:
    table = duo_meldingen()
    withdrawn = Verzending.objects.filter(
        dossier=OuterRef("dossier"),
        regel=OuterRef("nummer"),
        besluit__ingetrokken_op__isnull=False,
    )
    there = Exists(Inhoud.objects.filter(gebeurtenis=OuterRef("pk")))
    every: Q = telling(table.soorten(), table.brieven(SENT))
    lines: QuerySet[Gebeurtenis] = Gebeurtenis.objects.filter(
        every, there, ~Exists(withdrawn), ~mended(), dossier=dossier
    )
    return lines
