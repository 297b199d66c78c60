"""Recording a mandate that the college gave, and its end; what was signed by it stays."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import structlog
from django.db import connection, transaction
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from meedoen.accounts.actions import AccountError
from meedoen.accounts.actor import Actor
from meedoen.accounts.huisstijl import rolnaam
from meedoen.accounts.mandaten.table import Besluitmandaat
from meedoen.accounts.roles import Recht, Rol
from meedoen.law.brief_file import brief_kinds

LOCK = 103  # of pg_advisory_xact_lock, with the municipality; after Awb 10:3
DAY = timedelta(days=1)
security = structlog.get_logger("meedoen.security")


@dataclass(frozen=True)
class Mandaat:
    """What the college decided: a role, kinds of letters (names), the days, and where it stands.

    `tot` is the first day without it; None: it has no end yet.
    """

    rol: Rol
    soorten: tuple[str, ...]
    bron: str
    van: date
    tot: date | None = None


@transaction.atomic
def record(actor: Actor, mandaat: Mandaat, *, on: date, at: datetime) -> list[Besluitmandaat]:
    """Record a mandate, one row for each kind; all of them or none.

    It may have begun before today: the college decided then. Errors: NotAllowedError; AccountError
    in words for the screen.
    """
    actor.must(Recht.RECHTEN_BEHEREN)
    gemeente = actor.gemeenten[0]
    _one_at_a_time(gemeente)
    for refused in (*_wrong(mandaat, on), *_overlaps(mandaat, gemeente)):
        raise AccountError(refused)
    made = Besluitmandaat.objects.bulk_create(
        Besluitmandaat(
            gemeente_id=gemeente,
            rol=mandaat.rol,
            soort=soort,
            van=mandaat.van,
            tot=mandaat.tot,
            bron=mandaat.bron,
            vastgelegd_door_id=actor.official,
            vastgelegd_at=at,
        )
        for soort in sorted(set(mandaat.soorten))
    )
    for each in made:
        _log("mandate_recorded", each, by=actor.official)
    return made


@transaction.atomic
def end(actor: Actor, pk: int, bron: str, *, tot: date, on: date, at: datetime) -> Besluitmandaat:
    """A mandate ends: `tot` is the first day without it; one that has not begun never begins.

    Errors: NotAllowedError; AccountError in words for the screen.
    """
    actor.must(Recht.RECHTEN_BEHEREN)
    rows = Besluitmandaat.objects.select_for_update()
    row = rows.filter(pk=pk, gemeente__in=actor.gemeenten).first()
    if row is None:
        raise AccountError(_("Dit mandaat is er niet."))
    if not bron:
        raise AccountError(_("Schrijf op in welk besluit dit staat."))
    if tot < on:
        raise AccountError(_("Een mandaat kan niet eerder eindigen dan vandaag."))
    if row.tot is not None and row.tot <= tot:
        raise AccountError(_("Dit mandaat eindigt dan al, of eerder."))
    was, row.tot = row.tot, max(tot, row.van)
    row.beeindigd_bron, row.beeindigd_door_id, row.beeindigd_at = bron, actor.official, at
    row.save(update_fields=["tot", "beeindigd_bron", "beeindigd_door", "beeindigd_at"])
    _log("mandate_ended", row, by=actor.official, was=was)
    return row


def _one_at_a_time(gemeente: int) -> None:
    """Two who record it at once would each miss what the other did."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCK, gemeente])


def _wrong(mandaat: Mandaat, on: date) -> Iterator[str]:
    """What cannot be, whatever was recorded before."""
    if not mandaat.soorten:
        yield _("Kies ten minste één soort brief.")
    if not mandaat.bron:
        yield _("Schrijf op in welk besluit dit staat.")
    if mandaat.tot is not None and mandaat.tot <= mandaat.van:
        yield _("De laatste dag ligt voor de eerste dag.")
    if mandaat.tot is not None and mandaat.tot <= on:
        yield _("De laatste dag is al voorbij. Zo'n mandaat verandert niets meer.")
    for soort in mandaat.soorten:
        kind = brief_kinds().get(soort)
        if kind is None or mandaat.rol.value not in kind.roles:
            named = {"soort": kind.label if kind else soort, "rol": rolnaam(mandaat.rol)}
            yield _("De rol %(rol)s kan geen mandaat krijgen voor: %(soort)s.") % named


def _overlaps(mandaat: Mandaat, gemeente: int) -> Iterator[str]:
    """The kinds for which this role has a mandate already in these days."""
    held = Besluitmandaat.objects.filter(
        Q(tot__isnull=True) | Q(tot__gt=mandaat.van),
        Q(van__lt=mandaat.tot) if mandaat.tot else Q(),
        gemeente=gemeente,
        rol=mandaat.rol,
        soort__in=mandaat.soorten,
    )
    for each in held.exclude(tot=F("van")).order_by("soort", "van"):
        kind = brief_kinds().get(each.soort)
        told = {"soort": kind.label if kind else each.soort, "rol": rolnaam(each.rol)}
        if each.tot is None:
            text = _("De rol %(rol)s heeft al mandaat voor: %(soort)s. Stop dat eerst.")
        else:
            text = _("De rol %(rol)s heeft nog mandaat tot en met %(dag)s voor: %(soort)s.")
            told["dag"] = date_format(each.tot - DAY, "j F Y")
        yield text % told


def _log(event: str, row: Besluitmandaat, *, by: int, was: date | None = None) -> None:
    """A line in the security log: what somebody may sign is a right."""
    security.info(
        event,
        gemeente=row.gemeente_id,
        mandaat=row.pk,
        rol=row.rol,
        soort=row.soort,
        van=row.van.isoformat(),
        tot=row.tot.isoformat() if row.tot else None,
        tot_was=was.isoformat() if was else None,
        by=by,
    )
