"""Whether the picture of the team is on, and who chose that since when."""

from datetime import date

from meedoen.accounts.work_tables import Teambeeld

SHOWN = 10  # versions


def is_shown(gemeente: int, *, on: date) -> bool:
    """Whether it is on in a municipality on a day; off until somebody chose."""
    rows = Teambeeld.objects.filter(gemeente=gemeente, van__lte=on).order_by("-van", "-pk")
    return bool(rows.values_list("aan", flat=True).first())


def versions(gemeente: int) -> list[Teambeeld]:
    """What was chosen, the newest first."""
    rows = Teambeeld.objects.filter(gemeente=gemeente).select_related("vastgelegd_door")
    return list(rows.order_by("-van", "-pk")[:SHOWN])
