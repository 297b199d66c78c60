"""Which municipality has a number on a day, and which number a municipality has."""

from datetime import date

from django.db.models import Q

from meedoen.accounts.oin.table import Oin


def gemeente_of(oin: str, *, on: date) -> int | None:
    """The municipality (CBS code) with this number on a day that works with this installation."""
    rows = Oin.objects.filter(_held(on), oin=oin, gemeente__doet_mee=True)
    found: int | None = rows.values_list("gemeente", flat=True).first()
    return found


def oin_of(gemeente: int, *, on: date) -> str | None:
    """The number of a municipality (CBS code) on a day; of two the one that began last."""
    rows = Oin.objects.filter(_held(on), gemeente=gemeente).order_by("-van", "-pk")
    found: str | None = rows.values_list("oin", flat=True).first()
    return found


def numbers_of(gemeente: int) -> list[Oin]:
    """Every number that a municipality has or had, the newest first."""
    rows = Oin.objects.filter(gemeente=gemeente).select_related("vastgelegd_door")
    return list(rows.order_by("-van", "-pk"))


def _held(on: date) -> Q:
    return (Q(tot__isnull=True) | Q(tot__gt=on)) & Q(van__lte=on)
