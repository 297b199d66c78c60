"""How officials of a municipality can be reached at work, and what was recorded before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from meedoen.accounts.models import Medewerker
from meedoen.accounts.werkcontact.table import Werkcontact

SHOWN = 10  # of what was recorded before


@dataclass(frozen=True)
class Bereikbaar:
    """An official as others in the chain may reach him at work; of the team where it chose so."""

    naam: str
    email: str
    telefoon: str


def team_number(gemeente: int) -> Werkcontact | None:
    """The number that a municipality gives for everybody; None where it gives none."""
    rows = Werkcontact.objects.filter(gemeente=gemeente, medewerker=None).order_by("-pk")
    last = rows.first()
    return last if last is not None and last.telefoon else None


def own_numbers(gemeente: int) -> Mapping[int, str]:
    """Per official (id) the work number; who has none is not there."""
    rows = Werkcontact.objects.filter(gemeente=gemeente, medewerker__isnull=False)
    last = rows.order_by("medewerker", "-pk").distinct("medewerker")
    return {who: number for who, number in last.values_list("medewerker", "telefoon") if number}


def reachable(gemeente: int, officials: Iterable[Medewerker]) -> dict[int, Bereikbaar]:
    """Per official (id) how to reach him; who has no work number is not there. Two queries."""
    team, own = team_number(gemeente), own_numbers(gemeente)
    if team is not None:
        return {
            each.pk: Bereikbaar(each.naam, team.email or each.email, team.telefoon)
            for each in officials
        }
    return {
        each.pk: Bereikbaar(each.naam, each.email, own[each.pk])
        for each in officials
        if each.pk in own
    }


def recorded_of(gemeente: int, medewerker: int | None) -> list[Werkcontact]:
    """What was recorded of an official (None: of the team), the newest first."""
    rows = Werkcontact.objects.filter(gemeente=gemeente, medewerker=medewerker)
    return list(rows.select_related("vastgelegd_door").order_by("-pk")[:SHOWN])
