"""Everything that a login through a municipality writes: the account, its key, and its roles."""

from datetime import date, datetime
from typing import Any

import structlog
from allauth.socialaccount.models import SocialAccount
from django.db import IntegrityError, transaction
from django.db.models import Q

from meedoen.accounts.gate import held_roles
from meedoen.accounts.models import (
    Gemeente,
    Koppelverzoek,
    Medewerker,
    Rechtenregel,
    Rolverlening,
)
from meedoen.accounts.oidc.person import Person, groups, person
from meedoen.accounts.oidc.providers import Grant, Provider
from meedoen.accounts.oidc.refusal import Reason, Refused
from meedoen.accounts.roles import Rol

security = structlog.get_logger("meedoen.security")


def admit(provider: Provider, claims: dict[str, Any], *, on: date, at: datetime) -> SocialAccount:
    """Let somebody in whom the provider knows: his account, with the roles that his groups give.

    Whoever has no role gets nothing, and of a stranger nothing is kept.
    Errors: Refused, after what had to be written is written: a role that ended has ended.
    """
    wanted = _that_take_part(provider.grants(groups(claims, provider.groups_claim)))
    try:
        with transaction.atomic():
            account, refused = _account(provider, claims, wanted=wanted, at=at)
            if account is not None:
                _rename(account.user, claims)
                _follow(account.user, provider, wanted, on=on, at=at)
                refused = None if _has_role(account.user, on) else Reason.NO_ACCESS
    except IntegrityError:  # two tabs of the same new official: the other one made the account
        raise Refused(Reason.EXPIRED, "twice") from None
    if account is None or refused is not None:
        raise Refused(refused or Reason.NO_ACCESS)
    return account


def _account(
    provider: Provider, claims: dict[str, Any], *, wanted: set[Grant], at: datetime
) -> tuple[SocialAccount | None, Reason | None]:
    """Who this is, by issuer and subject only (AUTH-02), or why nobody."""
    found = SocialAccount.objects.filter(provider=provider.issuer, uid=claims["sub"]).first()
    if found is not None:
        # the row stays ours until the end: two logins at once must not give a role twice
        found.user = Medewerker.objects.select_for_update().get(pk=found.user_id)
        return (found, None) if found.user.is_active else (None, Reason.CLOSED)
    if not wanted:
        return None, Reason.NO_ACCESS
    who = person(claims)
    other = Medewerker.objects.filter(email__iexact=who.email).first()
    if other is not None:
        return None, _ask_to_couple(other, provider, who.naam, sub=claims["sub"], at=at)
    return _new(provider, who, sub=claims["sub"]), None


def _new(provider: Provider, who: Person, *, sub: str) -> SocialAccount:
    medewerker = Medewerker(email=who.email, naam=who.naam)
    medewerker.set_unusable_password()
    medewerker.save()
    security.info("account_made", medewerker=medewerker.pk, provider=provider.name)
    return SocialAccount.objects.create(user=medewerker, provider=provider.issuer, uid=sub)


def _ask_to_couple(
    other: Medewerker, provider: Provider, naam: str, *, sub: str, at: datetime
) -> Reason:
    """Keep that somebody came with the address of an account; what was refused stays refused."""
    told = {"medewerker": other, "naam": naam, "at": at}
    Koppelverzoek.objects.get_or_create(aanbieder=provider.issuer, sub=sub, defaults=told)
    security.warning("address_taken", medewerker=other.pk, provider=provider.name)
    return Reason.ADDRESS_TAKEN


def _follow(
    who: Medewerker, provider: Provider, wanted: set[Grant], *, on: date, at: datetime
) -> None:
    """From today the roles that this provider gave are those of the groups; others stay."""
    held = list(
        Rolverlening.objects.filter(
            Q(tot__isnull=True) | Q(tot__gt=on), medewerker=who, van__lte=on
        )
    )
    ours = {_grant(each): each for each in held if each.aanbieder == provider.issuer}
    for grant in sorted(ours.keys() - wanted):
        Rolverlening.objects.filter(pk=ours[grant].pk).update(tot=on)
        _tell(who, grant, provider, soort=Rechtenregel.Soort.BEEINDIGD, on=on, at=at)
    for grant in sorted(wanted - {_grant(each) for each in held}):
        Rolverlening.objects.create(
            medewerker=who,
            rol=grant.rol,
            gemeente_id=grant.gemeente,
            van=on,
            bron=Rolverlening.Bron.AANBIEDER,
            aanbieder=provider.issuer,
        )
        _tell(who, grant, provider, soort=Rechtenregel.Soort.GEGEVEN, on=on, at=at)


def _tell(
    who: Medewerker,
    grant: Grant,
    provider: Provider,
    *,
    soort: Rechtenregel.Soort,
    on: date,
    at: datetime,
) -> None:
    Rechtenregel.objects.create(
        medewerker=who,
        gemeente_id=grant.gemeente,
        soort=soort,
        rol=grant.rol,
        aanbieder=provider.issuer,
        on=on,
        at=at,
    )
    told = {"medewerker": who.pk, "rol": grant.rol.value, "gemeente": grant.gemeente}
    security.info(f"role_{soort.value}", provider=provider.name, **told)


def _grant(row: Rolverlening) -> Grant:
    return Grant(Rol(row.rol), row.gemeente_id)


def _rename(who: Medewerker, claims: dict[str, Any]) -> None:
    """Somebody who only logs in here gets the name that his municipality now uses."""
    try:
        naam = person(claims).naam
    except Refused:
        return
    if naam != who.naam and not who.has_usable_password():
        Medewerker.objects.filter(pk=who.pk).update(naam=naam)


def _has_role(who: Medewerker, on: date) -> bool:
    return bool(held_roles(who.pk, on).exists())


def _that_take_part(wanted: set[Grant]) -> set[Grant]:
    """Without the municipalities that do not work with this installation."""
    codes = {grant.gemeente for grant in wanted}
    here = set(
        Gemeente.objects.filter(code__in=codes, doet_mee=True).values_list("code", flat=True)
    )
    return {grant for grant in wanted if grant.gemeente in here}
