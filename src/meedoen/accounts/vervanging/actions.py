"""Making and ending a vervanging: by who is away, or by the teamleider; never by who takes over."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import structlog
from django.db import connection, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from meedoen.accounts.actions import AccountError
from meedoen.accounts.actor import Actor, NotAllowedError
from meedoen.accounts.huisstijl import rolnaam
from meedoen.accounts.models import Rechtenregel, Rolverlening
from meedoen.accounts.roles import Recht, Rol
from meedoen.accounts.work_tables import Vervanging

# Sight of a whole caseload that nobody looks at again becomes a right that nobody gave.
LONGEST = timedelta(weeks=26)
LOCK = 2022  # of pg_advisory_xact_lock, with the municipality
security = structlog.get_logger("meedoen.security")


@dataclass(frozen=True)
class Plan:
    """Who (ids) takes over for whom, from a day until a day (the first without it), and why."""

    afwezige: int
    vervanger: int
    van: date
    tot: date
    reden: Vervanging.Reden


@transaction.atomic
def replace_colleague(actor: Actor, plan: Plan, *, on: date, at: datetime) -> Vervanging:
    """From its first day on the vervanger has the caseload of the other in sight.

    Errors: NotAllowedError; AccountError in words for the screen.
    """
    _must_be_about(actor, plan.afwezige)
    gemeente = actor.gemeenten[0]
    _one_at_a_time(gemeente)
    _check_period(plan, on)
    if plan.afwezige == plan.vervanger:
        raise AccountError(_("Iemand kan zichzelf niet vervangen. Kies een collega."))
    _check_roles(plan, gemeente)
    _check_others(plan, gemeente)
    made = Vervanging.objects.create(
        gemeente_id=gemeente,
        afwezige_id=plan.afwezige,
        vervanger_id=plan.vervanger,
        van=plan.van,
        tot=plan.tot,
        reden=plan.reden,
        gemaakt_door_id=actor.official,
        gemaakt_at=at,
    )
    _tell(actor, made, Rechtenregel.Soort.VERVANGT, on=on, at=at)
    return made


@transaction.atomic
def end_replacing(actor: Actor, pk: int, *, on: date, at: datetime) -> None:
    """It ends now; one that has not begun, never begins. Ending it twice changes nothing.

    Errors: NotAllowedError; AccountError where it is not there.
    """
    row = Vervanging.objects.select_for_update().filter(pk=pk, gemeente__in=actor.gemeenten).first()
    if row is None:
        raise AccountError(_("Deze vervanging is er niet."))
    _must_be_about(actor, row.afwezige_id)
    if row.tot <= on:
        return
    row.tot, row.beeindigd_at = max(on, row.van), at
    row.save(update_fields=["tot", "beeindigd_at"])
    _tell(actor, row, Rechtenregel.Soort.VERVANGT_NIET, on=on, at=at)


def _must_be_about(actor: Actor, afwezige: int) -> None:
    """One's own absence, or of anybody for who divides the dossiers."""
    actor.must(Recht.VERVANGING_REGELEN)
    if actor.official != afwezige and not actor.may(Recht.VERDELEN):
        words = _("U regelt alleen uw eigen vervanging. Voor een ander doet de %(rol)s dat.")
        raise NotAllowedError(words % {"rol": rolnaam(Rol.TEAMLEIDER)})


def _one_at_a_time(gemeente: int) -> None:
    """Two who arrange it at once would each miss what the other did."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCK, gemeente])


def _check_period(plan: Plan, on: date) -> None:
    if plan.van < on:
        raise AccountError(_("Een vervanging kan niet eerder beginnen dan vandaag."))
    if plan.tot <= plan.van:
        raise AccountError(_("De laatste dag ligt voor de eerste dag."))
    if plan.tot - plan.van > LONGEST:
        text = _(
            "Een vervanging duurt ten hoogste %(aantal)s weken. "
            "Geef de dossiers anders aan een collega."
        )
        raise AccountError(text % {"aantal": LONGEST.days // 7})


def _check_roles(plan: Plan, gemeente: int) -> None:
    """Only a klantmanager has a caseload, and only another one may have it."""
    held = Rolverlening.objects.filter(
        Q(tot__isnull=True) | Q(tot__gt=plan.van),
        gemeente=gemeente,
        rol=Rol.KLANTMANAGER,
        van__lte=plan.van,
        medewerker__is_active=True,
    )
    known = set(held.values_list("medewerker", flat=True))
    if plan.vervanger not in known:
        raise AccountError(
            _("Deze collega heeft op de eerste dag niet dezelfde rol. Kies een ander.")
        )
    if plan.afwezige not in known:
        raise AccountError(_("Wie vervangen wordt, heeft op de eerste dag geen dossiers meer."))
    whole = held.filter(Q(tot__isnull=True) | Q(tot__gte=plan.tot), medewerker=plan.vervanger)
    if not whole.exists():
        raise AccountError(_("De rol van deze collega stopt eerder. Kies een eerdere laatste dag."))


def _check_others(plan: Plan, gemeente: int) -> None:
    """Nobody replaces somebody who replaces: no chains, so no loops."""
    same = Vervanging.objects.filter(gemeente=gemeente, van__lt=plan.tot, tot__gt=plan.van)
    if same.filter(afwezige=plan.afwezige).exists():
        raise AccountError(_("Voor deze dagen is er al een vervanger. Stop die vervanging eerst."))
    if same.filter(afwezige=plan.vervanger).exists():
        raise AccountError(_("Deze collega is in die dagen zelf afwezig. Kies een ander."))
    if same.filter(vervanger=plan.afwezige).exists():
        raise AccountError(
            _("Wie afwezig is, vervangt in die dagen zelf een collega. Stop dat eerst.")
        )


def _tell(
    actor: Actor, row: Vervanging, soort: Rechtenregel.Soort, *, on: date, at: datetime
) -> None:
    """A line in the rights of who takes over, and one in the security log."""
    last = max(row.tot - timedelta(days=1), row.van)
    Rechtenregel.objects.create(
        medewerker=row.vervanger,
        gemeente_id=row.gemeente_id,
        soort=soort,
        rol=Rol.KLANTMANAGER,
        door_id=actor.official,
        on=on,
        at=at,
        # kept, so Dutch whatever language its writer reads
        reden=f"{row.afwezige.naam}, {row.van:%d-%m-%Y} tot en met {last:%d-%m-%Y}",
    )
    security.info(
        f"rights_{soort.value}",
        medewerker=row.vervanger_id,
        gemeente=row.gemeente_id,
        afwezige=row.afwezige_id,
        van=row.van.isoformat(),
        tot=row.tot.isoformat(),
        by=actor.official,
    )
