"""Plans whose data were withdrawn because they never were of this person: DUO may have them.

With such a line its message goes too, so nothing here says whether DUO took it: DUO is asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, QuerySet

from meedoen.berichten.melding_step_actions import RESTORED
from meedoen.berichten.melding_tables import Melding
from meedoen.berichten.melding_work import GONE, MOST, Reden
from meedoen.dossier.models import Gebeurtenis, Inhoud, Intrekking
from meedoen.law.duo_meldingen import duo_meldingen


def not_ours(gemeente: int) -> Iterator[Reden]:
    """Per withdrawal of the data of a plan, in a municipality (CBS code): what holds instead.

    The reason is the line that says so. Whether a plan is left, the outbox sees itself.
    """
    plans = _withdrawn_plans().filter(dossier=OuterRef("dossier"))
    lines = Gebeurtenis.objects.filter(
        Exists(plans),
        ~Exists(Melding.objects.filter(gebeurtenis=OuterRef("pk"))),
        gemeente=gemeente,
        soort=GONE,
        dossier__persoon__isnull=False,
    )
    for line in lines.order_by("dossier", "nummer")[:MOST]:
        over = _plan_of(line)
        if over is not None:
            yield Reden(line, RESTORED, over)


def _withdrawn_plans() -> QuerySet[Gebeurtenis]:
    """Lines of a plan of which only the envelope is left."""
    there = Inhoud.objects.filter(gebeurtenis=OuterRef("pk"))
    rows: QuerySet[Gebeurtenis] = Gebeurtenis.objects.filter(
        ~Exists(there), soort__in=duo_meldingen().soorten()
    )
    return rows


def _plan_of(line: Gebeurtenis) -> int | None:
    """The number of the plan that this line withdrew; None: it withdrew something else."""
    decided = Intrekking.objects.filter(
        dossier=line.dossier_id, goedgekeurd=True, besloten_at=line.vastgelegd_at
    )
    numbers = [each for row in decided.values_list("nummers", flat=True) for each in row]
    plans = _withdrawn_plans().filter(dossier=line.dossier_id, nummer__in=numbers)
    return plans.order_by("-nummer").values_list("nummer", flat=True).first()
