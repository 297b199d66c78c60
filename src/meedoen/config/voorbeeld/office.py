"""Opens the two town halls of the demo: municipalities, officials, roles and mandates."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from django.utils import timezone

from meedoen.accounts.actions import (
    Besluitrecht,
    add_medewerker,
    add_organisatie,
    choose_huisstijl,
    give_mandate,
    grant_role,
    load_gemeenten,
    note_use,
    revoke_role,
    share_password,
    take_part,
)
from meedoen.accounts.actor import Actor
from meedoen.accounts.clock import OPENS
from meedoen.accounts.models import Medewerker, Organisatie, Rolverlening
from meedoen.accounts.oin.actions import give_oin
from meedoen.accounts.rechten.actions import Change, review
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.accounts.teambeeld.actions import choose_teambeeld
from meedoen.adapters.pretend_duo.oins import oin_of
from meedoen.config.voorbeeld.accounts import (
    BRIEFDORP,
    BRIEFDORP_LOOKS,
    COLLEAGUES,
    DEMO_ACCOUNTS,
    LEFT,
    LEFT_ON,
    MANDATES,
    PARTNERS,
    SINCE,
    VOORBEELDSTAD,
    WACHTWOORD,
    Account,
)
from meedoen.intake.actions.spreiding import Keuze, choose_spread
from meedoen.intake.spreiding import FEWEST
from meedoen.opvang.actions.taakstelling import Getallen, set_target

Staff = dict[str, Actor]
AGREED = "De ondernemingsraad stemde in op 14 december 2021 (verzonnen)."
REVIEWED_ON, REVIEW = date(2026, 10, 5), "Nagekeken met de teamleider."
TARGET_OF, TARGET = date(2026, 7, 1), 95  # invented, with what was left of the half-year before
# The docent and the inkoper were forgotten in the review of rights, so that one sees who is due.
FORGOTTEN = frozenset({"h.degroot", "d.vermeer"})


def open_offices() -> Staff:
    """Everything that is there before the first dossier; the officials by their key."""
    load_gemeenten()
    take_part(VOORBEELDSTAD, "Voorbeeldstad", stelsel="wi2021", van=SINCE)
    take_part(BRIEFDORP, "Briefdorp", stelsel="hoofdlijnen2018", van=SINCE)
    for mandate in MANDATES:
        bron = f"Mandaatbesluit inburgering {mandate.van.year}"
        recht = Besluitrecht(mandate.rol, mandate.soort, bron)
        give_mandate(mandate.gemeente, recht, van=mandate.van)
    staff = dict(_staff())
    at = _opens(SINCE)
    for gemeente in (VOORBEELDSTAD, BRIEFDORP):
        give_oin(gemeente, oin_of(gemeente), van=SINCE, at=at)
    choose_huisstijl(staff["w.dehaan"], BRIEFDORP_LOOKS, van=SINCE, on=SINCE, at=at)
    # the works council of one of the two agreed, so that one sees the team there
    choose_teambeeld(staff["i.kuiper"], aan=True, grond=AGREED, van=SINCE, on=SINCE, at=at)
    beeld = Keuze(aan=True, minste=FEWEST, grond=AGREED, van=SINCE)
    choose_spread(staff["i.kuiper"], beeld, on=SINCE, at=at)
    return staff


def _staff() -> Iterator[tuple[str, Actor]]:
    partners = {
        partner.domain: add_organisatie(
            Organisatie.Soort(partner.soort),
            partner.naam,
            partner.kenmerk,
            gemeente=VOORBEELDSTAD,
            bron="Overeenkomst inburgering 2022",
            van=SINCE,
        )
        for partner in PARTNERS
    }
    first = None
    for account in (*DEMO_ACCOUNTS, *COLLEAGUES, LEFT):
        domain = account.email.partition("@")[2].partition(".")[0]
        actor, first = _official(account, partners.get(domain), first)
        yield account.key, actor


def _official(
    account: Account, organisatie: Organisatie | None, first: Medewerker | None
) -> tuple[Actor, Medewerker]:
    """One account with its role; the FG watches over both municipalities.

    `first`: whose password everybody has.
    """
    logs_in = account in DEMO_ACCOUNTS
    password = WACHTWOORD if logs_in and first is None else None
    who = add_medewerker(account.email, account.naam, password, organisatie=organisatie)
    if logs_in and first is not None:
        share_password(who, first)
    verlening = grant_role(who, account.rol, account.gemeente, van=SINCE)
    if account.rol is Rol.FG:
        grant_role(who, account.rol, BRIEFDORP, van=SINCE)
    if account is LEFT:
        revoke_role(verlening, tot=LEFT_ON)
    return Actor(who.pk, who.naam, account.rol, (account.gemeente,)), first or who


def look_back(staff: Staff, used: Mapping[str, date]) -> None:
    """When each official used his role last, and the review of rights by the beheerder."""
    roles = {(each.medewerker_id, each.gemeente_id): each for each in Rolverlening.objects.all()}
    for key, day in used.items():
        note_use(roles[staff[key].official, staff[key].gemeenten[0]], on=day)
    with as_actor(staff["s.ramdin"]):
        set_target(TARGET_OF, Getallen(TARGET), at=_opens(TARGET_OF))
    beheerder = staff["i.kuiper"]
    at = _opens(REVIEWED_ON)
    with as_actor(beheerder):
        for key in staff.keys() - FORGOTTEN - {"i.kuiper", LEFT.key}:
            if staff[key].gemeenten == beheerder.gemeenten:
                who = Medewerker.objects.get(pk=staff[key].official)
                review(Change(beheerder, who, VOORBEELDSTAD, REVIEWED_ON, at, reden=REVIEW))


def _opens(day: date) -> datetime:
    return datetime.combine(day, OPENS, timezone.get_default_timezone())
