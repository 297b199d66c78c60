"""What the copy of AVG 15 tells of the plan: how the leerroute was chosen, and the living plan.

Officials by role stay unnamed.
"""

from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from meedoen.dossier.inzage_apps import Part, Told
from meedoen.dossier.models import Dossier
from meedoen.law.presentation import in_words
from meedoen.persoonlijk_plan.levend.inzage import levend
from meedoen.persoonlijk_plan.models import Leerroutekeuze
from meedoen.rules.column import Kind


def part(dossier: Dossier, at: datetime) -> Part:
    """A row per round that had begun at this moment."""
    rows = Leerroutekeuze.objects.filter(dossier=dossier, oordeel_at__lte=at).order_by("ronde")
    told = [*(_round(row) for row in rows), *levend(dossier, at)]
    return Part(naam="plan", kop=_("Uw leerroute en uw plan"), regels=told)


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
