"""Everybody who can log in for a municipality, with what a reviewer must know; a few queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db.models import Max

from meedoen.accounts.models import Koppelverzoek, Medewerker, Rechtenregel, Rolverlening
from meedoen.accounts.roles import Rol, is_privileged

UNUSED = timedelta(days=90)
# A year and a quarter at their longest (BIO2 5.18.02 and 8.02.01).
YEAR, QUARTER = timedelta(days=366), timedelta(days=92)
HISTORY = 50  # lines


@dataclass(frozen=True)
class Holder:
    """Somebody with roles for one municipality, as they are on a day.

    `factors`: "totp", "webauthn", or the issuer of a login of the municipality.
    """

    medewerker: Medewerker
    roles: tuple[Rolverlening, ...]
    factors: tuple[str, ...]
    reviewed_op: date | None
    asks: bool  # whether somebody asks to be coupled to this account
    today: date

    @property
    def current(self) -> list[Rolverlening]:
        """Roles that have not ended, also those that begin later."""
        return [each for each in self.roles if each.tot is None or each.tot > self.today]

    @property
    def ended(self) -> list[Rolverlening]:
        """Roles that have ended."""
        return [each for each in self.roles if each not in self.current]

    @property
    def active(self) -> bool:
        """Whether this person can log in and has a role here."""
        return self.medewerker.is_active and bool(self.current)

    @property
    def privileged(self) -> bool:
        """Whether a role here weighs so much that it is reviewed every quarter."""
        return any(is_privileged(Rol(each.rol)) for each in self.current)

    @property
    def used_op(self) -> date | None:
        """When a role here was used last; None is never."""
        return max(
            (each.laatst_gebruikt_op for each in self.roles if each.laatst_gebruikt_op),
            default=None,
        )

    @property
    def unused(self) -> bool:
        """Whether nothing was done here for ninety days; a role that is new has that time too."""
        since = self.used_op or min((each.van for each in self.current), default=self.today)
        return self.active and since < self.today - UNUSED

    @property
    def due(self) -> date | None:
        """The last day to review these rights; None when there is nothing to review."""
        if not self.active:
            return None
        began = self.reviewed_op or min(each.van for each in self.current)
        return began + (QUARTER if self.privileged else YEAR)

    @property
    def overdue(self) -> bool:
        """Whether the review is late."""
        return self.due is not None and self.due < self.today


def holders(gemeente: int, today: date, *, only: int | None = None) -> list[Holder]:
    """Everybody who ever had a role here (or one of them), by name; those to review first.

    Six queries, for ten officials and for a thousand.
    """
    roles: dict[Medewerker, list[Rolverlening]] = defaultdict(list)
    found = Rolverlening.objects.filter(gemeente=gemeente).order_by("-van", "-pk")
    found = found.select_related("medewerker__organisatie", "verleend_door")
    for each in found.filter(medewerker=only) if only is not None else found:
        roles[each.medewerker].append(each)
    who = [each.pk for each in roles]
    factors, reviewed, asks = _factors(who), _reviewed(gemeente, who), _asks(who)
    made = [
        Holder(each, tuple(own), factors[each.pk], reviewed.get(each.pk), each.pk in asks, today)
        for each, own in roles.items()
    ]
    return sorted(made, key=lambda each: (not each.overdue, each.medewerker.naam.casefold()))


def history(gemeente: int, medewerker: int) -> list[Rechtenregel]:
    """What changed in somebody's rights here, the newest first."""
    found = Rechtenregel.objects.filter(gemeente=gemeente, medewerker=medewerker)
    return list(found.select_related("door").order_by("-at", "-pk")[:HISTORY])


def requests_of(medewerker: int) -> list[Koppelverzoek]:
    """Who came with the address of this account and waits for an answer."""
    return list(Koppelverzoek.objects.filter(medewerker=medewerker, open=True).order_by("at"))


def _factors(who: Iterable[int]) -> dict[int, tuple[str, ...]]:
    kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    own = Authenticator.objects.filter(user__in=who, type__in=kinds)
    found: dict[int, set[str]] = defaultdict(set)
    pairs: list[Any] = [*own.values_list("user_id", "type")]
    pairs += SocialAccount.objects.filter(user__in=who).values_list("user_id", "provider")
    for medewerker, kind in pairs:
        found[medewerker].add(kind)
    return defaultdict(tuple, {pk: tuple(sorted(kinds)) for pk, kinds in found.items()})


def _reviewed(gemeente: int, who: Iterable[int]) -> dict[int, date]:
    kind = Rechtenregel.Soort.NAGEZIEN
    rows = Rechtenregel.objects.filter(gemeente=gemeente, medewerker__in=who, soort=kind)
    return dict(rows.values_list("medewerker").annotate(Max("on")))


def _asks(who: Iterable[int]) -> set[int]:
    rows = Koppelverzoek.objects.filter(medewerker__in=who, open=True)
    return set(rows.values_list("medewerker", flat=True))
