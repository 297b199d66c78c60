"""Everything that writes about invitations: making, using, withdrawing, and beginning anew."""

import secrets
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from hashlib import sha256

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from meedoen.accounts.actions import AccountError, add_medewerker
from meedoen.accounts.actor import Actor
from meedoen.accounts.models import (
    Gemeente,
    Medewerker,
    Rechtenregel,
    Rolverlening,
    Uitnodiging,
)
from meedoen.accounts.roles import Recht, Rol

LIFE = timedelta(hours=72)
KEY_BYTES = 32
INVITED = "uitnodiging"  # why a role was given, in the lines of rights


@dataclass(frozen=True)
class Invitee:
    """Whom to invite, for which role, from when and until when (the first day without it)."""

    email: str
    naam: str
    rol: Rol
    van: date
    tot: date | None = None


def key_hash(sleutel: str) -> bytes:
    """What is kept of a link. The key in it is 256 random bits, so a plain hash is enough."""
    return sha256(sleutel.encode()).digest()


@transaction.atomic
def invite(whom: Invitee, gemeente: int, *, by: Actor | None, at: datetime) -> str | None:
    """Invite somebody; the key of the link. None: he has an account, and has the role now.

    `by`: None on the server itself. Errors: AccountError.
    """
    _may(by, gemeente)
    who = Medewerker.objects.select_for_update(no_key=True).filter(email__iexact=whom.email).first()
    if who is None:
        who = add_medewerker(whom.email, whom.naam)
    else:
        _refuse_known(who, whom, gemeente, by=by)
        if who.has_usable_password() or _at_municipality(who):
            _give_role(who, gemeente, whom, by=by.medewerker_id if by else None, at=at)
            return None
    return _new(who, gemeente, whom, by=by, at=at)


@transaction.atomic
def invite_again(who: Medewerker, gemeente: int, *, by: Actor | None, at: datetime) -> str:
    """Begin anew for who lost the password or second factor: the key of a new link.

    What he had no longer works: password, app, passkeys, recovery codes and every session.
    Errors: AccountError, also for whoever works for a municipality that `by` does not.
    """
    _may(by, gemeente)
    who = Medewerker.objects.select_for_update(no_key=True).get(pk=who.pk)
    if not who.is_active:
        raise AccountError(_("Dit account is gesloten."))
    if _at_municipality(who) and not who.has_usable_password() and not _invited_before(who):
        raise AccountError(_("Deze persoon logt in bij de gemeente, en niet met een wachtwoord."))
    if by is not None:
        _refuse_own(who, by)
        if not _towns_of(who, localdate(at)) <= set(by.gemeenten):
            raise AccountError(
                _("Deze persoon werkt ook voor een andere gemeente. Vraag de beheerder daarvan.")
            )
    waiting = _open(who).first()
    close_doors(who)
    _open(who).update(ingetrokken_at=at)
    return _new(who, gemeente, _role_of(waiting), by=by, at=at)


def close_doors(who: Medewerker) -> None:
    """Nothing that somebody logged in with works any more, and every session of his has ended.

    A new unusable password has another hash, and with the hash every session ends.
    """
    who.set_unusable_password()
    who.save(update_fields=["password"])
    Authenticator.objects.filter(user=who).delete()


@transaction.atomic
def withdraw(uitnodiging: Uitnodiging, *, by: Actor, at: datetime) -> None:
    """The link no longer works. Errors: AccountError when it was used already."""
    _may(by, uitnodiging.gemeente_id)
    changed = _open(uitnodiging.medewerker).filter(pk=uitnodiging.pk).update(ingetrokken_at=at)
    if not changed:
        raise AccountError(_("Deze uitnodiging is al gebruikt of ingetrokken."))


@transaction.atomic
def accept(uitnodiging: int, wachtwoord: str | None, *, at: datetime) -> Medewerker:
    """Use an invitation: the password is set and the role is given, from today at the earliest.

    `wachtwoord`: None for who logs in at his municipality. Errors: AccountError when it no longer
    works.
    """
    found = usable(at).select_for_update(of=("self",), no_key=True).filter(pk=uitnodiging).first()
    if found is None:
        raise AccountError(_("Deze uitnodiging werkt niet meer."))
    who = found.medewerker
    if wachtwoord is not None:
        who.set_password(wachtwoord)
        who.save(update_fields=["password"])
    Uitnodiging.objects.filter(pk=found.pk).update(gebruikt_at=at)
    role = _role_of(found)
    if role is not None:
        role = replace(role, van=max(role.van, localdate(at)))
        _give_role(who, found.gemeente_id, role, by=found.gemaakt_door_id, at=at)
    return who


def usable(at: datetime) -> QuerySet[Uitnodiging]:
    """The invitations that still work at a moment."""
    return Uitnodiging.objects.select_related("medewerker", "gemeente").filter(
        Q(tot__isnull=True) | Q(tot__gt=localdate(at)),
        gebruikt_at__isnull=True,
        ingetrokken_at__isnull=True,
        verloopt_at__gt=at,
        medewerker__is_active=True,
    )


def _at_municipality(who: Medewerker) -> bool:
    """Whether somebody logged in at his municipality before."""
    return bool(SocialAccount.objects.filter(user=who).exists())


def _invited_before(who: Medewerker) -> bool:
    return Uitnodiging.objects.filter(medewerker=who).exists()


def _may(by: Actor | None, gemeente: int) -> None:
    if by is not None:
        by.must(Recht.RECHTEN_BEHEREN)
        by.must_work_for(gemeente)


def _refuse_own(who: Medewerker, by: Actor) -> None:
    if who.pk == by.medewerker_id:
        raise AccountError(_("Dit kunt u niet voor uzelf doen. Vraag het een andere beheerder."))


def _refuse_known(who: Medewerker, whom: Invitee, gemeente: int, *, by: Actor | None) -> None:
    """Reasons not to invite somebody whose address is known already."""
    if by is not None:
        _refuse_own(who, by)
    if not who.is_active:
        raise AccountError(_("Dit account is gesloten."))
    if _open(who).exists():
        raise AccountError(_("Voor dit adres is er al een uitnodiging. Trek die eerst in."))
    held = Rolverlening.objects.filter(
        Q(tot__isnull=True) | Q(tot__gt=whom.van), medewerker=who, gemeente=gemeente, rol=whom.rol
    )
    if held.exists():
        raise AccountError(_("Deze persoon heeft deze rol al."))


def _open(who: Medewerker) -> QuerySet[Uitnodiging]:
    return Uitnodiging.objects.filter(
        medewerker=who, gebruikt_at__isnull=True, ingetrokken_at__isnull=True
    )


def _towns_of(who: Medewerker, on: date) -> set[int]:
    """For which municipalities somebody works now or later, or is invited."""
    roles = Rolverlening.objects.filter(Q(tot__isnull=True) | Q(tot__gt=on), medewerker=who)
    return {
        *roles.values_list("gemeente", flat=True),
        *_open(who).values_list("gemeente", flat=True),
    }


def _role_of(uitnodiging: Uitnodiging | None) -> Invitee | None:
    if uitnodiging is None or uitnodiging.rol is None or uitnodiging.van is None:
        return None
    who, rol = uitnodiging.medewerker, Rol(uitnodiging.rol)
    return Invitee(who.email, who.naam, rol, uitnodiging.van, uitnodiging.tot)


def _give_role(
    who: Medewerker, gemeente: int, role: Invitee, *, by: int | None, at: datetime
) -> None:
    """The role, and the dated line that tells who gave it (`by`; None: the installation)."""
    Rolverlening.objects.create(
        medewerker=who,
        gemeente_id=gemeente,
        rol=role.rol,
        van=role.van,
        tot=role.tot,
        verleend_door_id=by,
    )
    Rechtenregel.objects.create(
        medewerker=who,
        gemeente_id=gemeente,
        soort=Rechtenregel.Soort.GEGEVEN,
        rol=role.rol,
        door_id=by,
        on=localdate(at),
        at=at,
        reden=INVITED,
    )


def _new(
    who: Medewerker, gemeente: int, role: Invitee | None, *, by: Actor | None, at: datetime
) -> str:
    if not Gemeente.objects.filter(pk=gemeente).exists():
        raise AccountError(_("Deze gemeente is er niet."))
    sleutel = secrets.token_urlsafe(KEY_BYTES)
    Uitnodiging.objects.create(
        medewerker=who,
        gemeente_id=gemeente,
        rol=role.rol if role else None,
        van=role.van if role else None,
        tot=role.tot if role else None,
        sleutel_hash=key_hash(sleutel),
        gemaakt_at=at,
        gemaakt_door_id=by.medewerker_id if by else None,
        verloopt_at=at + LIFE,
    )
    return sleutel
