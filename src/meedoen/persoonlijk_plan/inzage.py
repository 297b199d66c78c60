"""What the copy of AVG 15 tells of the plan: how the leerroute was chosen, and the living plan.

Officials by role stay unnamed.
"""

from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from meedoen.dossier.inzage_apps import Part, Told
from meedoen.dossier.models import Dossier
from meedoen.law.presentation import in_words
from meedoen.persoonlijk_plan.inhoud import regels
from meedoen.persoonlijk_plan.levend.inzage import levend
from meedoen.persoonlijk_plan.models import Leerroutekeuze, Plan
from meedoen.rules.column import Kind


def part(dossier: Dossier, at: datetime) -> Part:
    """A row per round and per version of the plan that had begun at this moment.

    What was written since is not what we knew then: such a draft is told by its day alone.
    """
    rows = Leerroutekeuze.objects.filter(dossier=dossier, oordeel_at__lte=at).order_by("ronde")
    plans = Plan.objects.filter(dossier=dossier, begonnen_at__lte=at).order_by("nummer")
    told = [*(_round(row) for row in rows), *(_plan(each, at) for each in plans)]
    told += levend(dossier, at)
    return Part(naam="plan", kop=_("Uw leerroute en uw plan"), regels=told)


def _plan(plan: Plan, at: datetime) -> list[Told]:
    said = [
        (_("Plan"), str(plan.get_soort_display())),
        (_("Begonnen op"), in_words(localdate(plan.begonnen_at), Kind.DAY)),
    ]
    if plan.gewijzigd_at <= at:
        said += [*regels(plan), *_reasons(plan)]
    return [Told(wat=what, waarde=value, grond="") for what, value in said]


def _reasons(plan: Plan) -> list[tuple[str, str]]:
    said = [(_("Wat er nog meer verandert"), plan.wijziging), (_("Motivering"), plan.motivering)]
    return [(what, text) for what, text in said if text]


def _round(row: Leerroutekeuze) -> list[Told]:
    said = [
        (_("Oordeel van een medewerker"), row.oordeel),
        (_("Op"), in_words(localdate(row.oordeel_at), Kind.DAY)),
        (_("Advies van de regels"), row.advies or _("geen")),
        (_("Advies na de leerbaarheidstoets"), row.toetsadvies or _("geen")),
        (_("Keuze"), row.keuze or _("nog niet gemaakt")),
        (_("Tweede blik"), str(row.get_blik_display()) if row.blik else _("niet nodig")),
    ]
    return [Told(wat=what, waarde=value, grond="") for what, value in said]
