"""What the screen of invitations shows."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from meedoen.accounts.actor import Actor
from meedoen.accounts.models import Medewerker, Uitnodiging

MOST = 200


@dataclass(frozen=True)
class Line:
    """An invitation, where it stands (a kind of status and a word), and since when."""

    uitnodiging: Uitnodiging
    kind: str
    word: str
    since: datetime


def lines(actor: Actor, *, at: datetime) -> list[Line]:
    """The newest invitations of the municipalities of this actor; what is open comes first."""
    rows = Uitnodiging.objects.filter(gemeente__in=actor.gemeenten).select_related(
        "medewerker", "gemeente", "gemaakt_door"
    )
    found = [_line(row, at) for row in rows.order_by("-gemaakt_at")[:MOST]]
    return sorted(found, key=lambda line: line.kind != "wacht")


def _line(row: Uitnodiging, at: datetime) -> Line:
    if row.gebruikt_at is not None:
        return Line(row, "goed", _("gebruikt"), row.gebruikt_at)
    if row.ingetrokken_at is not None:
        return Line(row, "nee", _("ingetrokken"), row.ingetrokken_at)
    if row.verloopt_at <= at:
        return Line(row, "laat", _("verlopen"), row.verloopt_at)
    return Line(row, "wacht", _("open tot"), row.verloopt_at)


def colleagues(actor: Actor, *, at: datetime) -> QuerySet[Medewerker]:
    """Who has a role in the municipalities of this actor now or is invited, but for the actor."""
    today = localdate(at)
    works = Q(rolverlening__gemeente__in=actor.gemeenten) & (
        Q(rolverlening__tot__isnull=True) | Q(rolverlening__tot__gt=today)
    )
    invited = Q(
        uitnodigingen__gemeente__in=actor.gemeenten,
        uitnodigingen__gebruikt_at__isnull=True,
        uitnodigingen__ingetrokken_at__isnull=True,
    )
    found = Medewerker.objects.filter(works | invited, is_active=True)
    return found.exclude(pk=actor.official).distinct().order_by("naam", "pk")
