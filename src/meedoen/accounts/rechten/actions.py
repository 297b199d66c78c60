"""Everything that changes what somebody may: with a reason, from today, and never by oneself."""

from dataclasses import dataclass
from datetime import date, datetime

import structlog
from allauth.socialaccount.models import SocialAccount
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from meedoen.accounts.actions import AccountError
from meedoen.accounts.actor import Actor, NotAllowedError
from meedoen.accounts.models import Koppelverzoek, Medewerker, Rechtenregel, Rolverlening
from meedoen.accounts.roles import Recht, Rol

Soort = Rechtenregel.Soort
security = structlog.get_logger("meedoen.security")


@dataclass(frozen=True)
class Change:
    """Who changes the rights of whom, for which municipality, when and why."""

    by: Actor
    medewerker: Medewerker
    gemeente: int
    on: date
    at: datetime
    reden: str = ""

    def must(self) -> None:
        """Only a beheerder of this municipality, and never of his own. Errors: NotAllowedError."""
        self.by.must(Recht.RECHTEN_BEHEREN)
        self.by.must_work_for(self.gemeente)
        if self.by.official == self.medewerker.pk:
            raise NotAllowedError(_("U mag uw eigen rechten niet veranderen. Vraag een collega."))
        # two beheerders at once: one after the other
        Medewerker.objects.select_for_update().get(pk=self.medewerker.pk)


def give(change: Change, rol: Rol, *, van: date, tot: date | None) -> Rolverlening:
    """A role from a day, today or later. Errors: AccountError in words for the screen."""
    change.must()
    if not change.medewerker.is_active:
        raise AccountError(_("Dit account is gesloten. Open het eerst weer."))
    if van < change.on:
        raise AccountError(_("Een rol kan niet eerder beginnen dan vandaag."))
    held = _open(change).filter(rol=rol)
    if held.filter(Q(van__lt=tot) if tot else Q()).exists():
        raise AccountError(_("Deze persoon heeft deze rol al, of krijgt hem al."))
    given = Rolverlening.objects.create(
        medewerker=change.medewerker,
        gemeente_id=change.gemeente,
        rol=rol,
        van=van,
        tot=tot,
        verleend_door_id=change.by.official,
    )
    _tell(change, Soort.GEGEVEN, rol)
    return given


def end(change: Change, verlening: Rolverlening, *, tot: date) -> None:
    """A role ends on a day, today or later; one that has not begun, never begins.

    Errors: AccountError in words for the screen, also for a role that a provider gives.
    """
    change.must()
    if verlening.bron == Rolverlening.Bron.AANBIEDER:
        raise AccountError(_("Deze rol komt van de inlog van de gemeente. Beëindig hem daar."))
    if tot < change.on:
        raise AccountError(_("Een rol kan niet eerder eindigen dan vandaag."))
    if verlening.tot is not None and verlening.tot < tot:
        raise AccountError(_("Deze rol eindigt al eerder."))
    Rolverlening.objects.filter(pk=verlening.pk).update(tot=max(tot, verlening.van))
    _tell(change, Soort.BEEINDIGD, Rol(verlening.rol))


def review(change: Change) -> None:
    """Somebody looked whether these rights are still right."""
    change.must()
    _tell(change, Soort.NAGEZIEN)


def close(change: Change) -> bool:
    """End every role here at once, and the account too; whether the account is closed.

    It stays open for whoever also works for another municipality.
    """
    change.must()
    for each in _open(change):
        Rolverlening.objects.filter(pk=each.pk).update(tot=max(change.on, each.van))
        _tell(change, Soort.BEEINDIGD, Rol(each.rol))
    elsewhere = Rolverlening.objects.filter(_not_ended(change.on), medewerker=change.medewerker)
    if elsewhere.exclude(gemeente=change.gemeente).exists():
        return False
    Medewerker.objects.filter(pk=change.medewerker.pk).update(is_active=False)
    _tell(change, Soort.GESLOTEN)
    return True


def reopen(change: Change) -> None:
    """Somebody may log in again; roles are given apart."""
    change.must()
    Medewerker.objects.filter(pk=change.medewerker.pk).update(is_active=True)
    _tell(change, Soort.HEROPEND)


def answer(change: Change, verzoek: Koppelverzoek, *, same: bool) -> None:
    """Whether who came through the municipality is the person of this account.

    Errors: AccountError when another beheerder was first.
    """
    change.must()
    taken = Koppelverzoek.objects.filter(pk=verzoek.pk, open=True).update(open=False)
    if not taken:
        raise AccountError(_("Een collega heeft dit al beantwoord."))
    if same:
        SocialAccount.objects.create(
            user=change.medewerker, provider=verzoek.aanbieder, uid=verzoek.sub
        )
    _tell(change, Soort.GEKOPPELD if same else Soort.GEWEIGERD)


def _open(change: Change) -> QuerySet[Rolverlening]:
    """Roles here that have not ended, also those that begin later."""
    mine = {"medewerker": change.medewerker, "gemeente": change.gemeente}
    return Rolverlening.objects.filter(_not_ended(change.on), **mine)


def _not_ended(on: date) -> Q:
    return Q(tot__isnull=True) | Q(tot__gt=on)


def _tell(change: Change, soort: Rechtenregel.Soort, rol: Rol | None = None) -> None:
    Rechtenregel.objects.create(
        medewerker=change.medewerker,
        gemeente_id=change.gemeente,
        soort=soort,
        rol=rol or "",
        door_id=change.by.official,
        on=change.on,
        at=change.at,
        reden=change.reden,
    )
    security.info(
        f"rights_{soort.value}",
        medewerker=change.medewerker.pk,
        gemeente=change.gemeente,
        rol=rol.value if rol else None,
        by=change.by.official,
    )
