"""Which mandates there are, for the screens: now, to come, ended, and what nobody may sign."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q

from meedoen.accounts.mandaten.table import Besluitmandaat
from meedoen.accounts.roles import Recht, Rol, with_right
from meedoen.law.brief_file import Brief, brief_kinds

PAST = 50  # of those that ended


@dataclass(frozen=True)
class Row:
    """A mandate with its kind of letter; None: this version knows the kind no more."""

    mandaat: Besluitmandaat
    kind: Brief | None

    @property
    def label(self) -> str:
        """How the kind is called, in Dutch."""
        return self.kind.label if self.kind else self.mandaat.soort


@dataclass(frozen=True)
class Overview:
    """The mandates of a municipality on a day; `nobody`: the kinds that nobody may sign then."""

    now: list[Row]
    later: list[Row]
    past: list[Row]
    nobody: list[Brief]


def overview(gemeente: int, *, on: date) -> Overview:
    """Every mandate that has not ended, besluiten first, and the last that ended; two queries."""
    rows = Besluitmandaat.objects.filter(gemeente=gemeente)
    rows = rows.select_related("vastgelegd_door", "beeindigd_door")
    open_ = sorted((_row(each) for each in rows.filter(_open(on))), key=_order)
    now = [each for each in open_ if each.mandaat.van <= on]
    signed = {each.mandaat.soort for each in now}
    return Overview(
        now=now,
        later=[each for each in open_ if each.mandaat.van > on],
        past=[_row(each) for each in rows.exclude(_open(on)).order_by("-tot", "-pk")[:PAST]],
        nobody=in_order(each for each in brief_kinds().values() if each.name not in signed),
    )


def one_of(gemeente: int, pk: int, *, on: date) -> Row | None:
    """A mandate that has not ended."""
    found = Besluitmandaat.objects.filter(_open(on), gemeente=gemeente, pk=pk).first()
    return _row(found) if found else None


def roles() -> tuple[Rol, ...]:
    """The roles that may be given a mandate for some kind of letter."""
    named = {rol for each in brief_kinds().values() for rol in each.roles}
    return tuple(rol for rol in with_right(Recht.ONDERTEKENEN) if rol.value in named)


def to_give(gemeente: int, rol: Rol, *, on: date) -> list[Brief]:
    """The kinds for which a role can be given a mandate, and has none without an end."""
    held = Besluitmandaat.objects.filter(_open(on), gemeente=gemeente, rol=rol, tot__isnull=True)
    has = set(held.values_list("soort", flat=True))
    return in_order(
        each for each in brief_kinds().values() if rol.value in each.roles and each.name not in has
    )


def in_order(kinds: Iterable[Brief]) -> list[Brief]:
    """Besluiten first, then letters, by their label."""
    return sorted(kinds, key=lambda each: (not each.is_besluit, each.label))


def _open(on: date) -> Q:
    """Not ended on a day; what was stopped before it began has ended."""
    return Q(tot__isnull=True) | Q(tot__gt=on) & Q(tot__gt=F("van"))


def _row(mandaat: Besluitmandaat) -> Row:
    return Row(mandaat, brief_kinds().get(mandaat.soort))


def _order(row: Row) -> tuple[bool, str, str]:
    return not (row.kind and row.kind.is_besluit), row.label, row.mandaat.rol
