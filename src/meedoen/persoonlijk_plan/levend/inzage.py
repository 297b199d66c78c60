"""What the copy of AVG 15 tells of the living plan."""

from collections.abc import Iterator
from datetime import date, datetime

from django.utils.translation import gettext as _

from meedoen.dossier.inzage_apps import Told
from meedoen.dossier.models import Dossier
from meedoen.law.presentation import in_words
from meedoen.persoonlijk_plan.levend.doel_tables import Doel, Planactiviteit
from meedoen.rules.column import Kind

# A row of the living plan: what it is, and its value in words.
Regel = list[tuple[str, str]]


def levend(dossier: Dossier, at: datetime) -> Iterator[list[Told]]:
    """A row per goal and activity that was told of until this moment, as they are now."""
    until = {"dossier": dossier, "gebeurtenis__vastgelegd_at__lte": at}
    for doel in Doel.objects.filter(**until).order_by("volgorde"):
        yield _told(_goal(doel))
    for each in Planactiviteit.objects.filter(**until).order_by("pk"):
        yield _told(_activity(each))


def _goal(doel: Doel) -> Regel:
    said = [(_("Doel"), doel.ik), (_("Vanaf"), _day(doel.van))]
    said.append((_("Hoe het ermee staat"), str(doel.get_stand_display())))
    if doel.einde_op:
        said.append((_("Op"), _day(doel.einde_op)))
    return said + ([(_("Waarom"), doel.reden)] if doel.reden else [])


def _activity(each: Planactiviteit) -> Regel:
    return [
        (_("Activiteit"), each.wat),
        (_("Soort"), each.vorm),
        (_("Wie regelt het"), str(each.get_regelt_display())),
        (_("Vanaf"), _day(each.van)),
        (_("Tot"), _day(each.tot)),
    ]


def _day(day: date | None) -> str:
    return in_words(day, Kind.DAY) if day else _("niet bekend")


def _told(said: Regel) -> list[Told]:
    return [Told(wat=what, waarde=value, grond="") for what, value in said]
