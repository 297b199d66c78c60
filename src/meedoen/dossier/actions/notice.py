"""A notice of DUO becomes a dossier with its first facts, once per message."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from meedoen.accounts.keys import keys_in_use
from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import current_actor
from meedoen.dossier.actions.diary import Content, DiaryError, append, lock
from meedoen.dossier.actions.people import DuplicateError, NewPerson, open_dossier
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.finding import with_number
from meedoen.dossier.models import Dossier, Gebeurtenis
from meedoen.dossier.notice import Notice
from meedoen.dossier.withdrawal import withdrawn_on
from meedoen.law.presentation import in_words
from meedoen.law.register import checked, register
from meedoen.rules.column import Kind
from meedoen.rules.tegenspraak import facts_to_compare

KENNISGEVING = "kennisgeving_ontvangen"


@dataclass(frozen=True)
class Received:
    """What became of a notice: its dossier, whether that is new, and whether anything was written.

    `written` is False where this very message was taken in before. `other`: what the dossier says
    otherwise of who it is; the dossier stays as it was.
    """

    dossier: Dossier
    new: bool
    written: bool
    other: tuple[str, ...] = ()


def receive_notice(
    gemeente: int, notice: Notice, *, on: date, at: datetime, klantmanager: int | None = None
) -> Received:
    """Open the dossier, or find the one that is there, and record what the notice says.

    Errors: DiaryError where BSN and V-nummer lead to two dossiers, or it was withdrawn before;
    RegisterError for what contradicts the dossier; NotAllowedError. Nothing is written then.
    """
    actor = current_actor()
    actor.must(Recht.DOSSIER_OPENEN)
    actor.must_work_for(gemeente)
    _refuse_withdrawn(gemeente, notice.bericht_id)
    with transaction.atomic():
        known = dossier_with(notice)
        if known is not None:
            return _into(known.pk, notice, at=at)
        try:
            with transaction.atomic():
                opened = open_dossier(
                    gemeente, _person(notice), on=on, at=at, klantmanager=klantmanager
                )
        except DuplicateError as error:  # a colleague was first, a moment ago
            return _into(error.dossier, notice, at=at)
        return Received(_told(opened.pk, notice, at=at), new=True, written=True)


def _refuse_withdrawn(gemeente: int, bericht: str) -> None:
    """What did not belong here once does not come in again by mistake. Errors: DiaryError."""
    day = withdrawn_on(gemeente, bericht)
    if day is not None:
        raise DiaryError(
            f"Dit bericht is ingetrokken op {in_words(day, Kind.DAY)}: het hoorde niet bij uw "
            "gemeente. Is het nu wel goed? Vraag DUO dan om een nieuw bericht."
        )


def dossier_with(notice: Notice) -> Dossier | None:
    """The dossier of this municipality for the numbers of a notice, in sight or not.

    Errors: DiaryError where they lead to two people.
    """
    actor, keys = current_actor(), keys_in_use()
    found = {
        dossier.pk: dossier
        for number in (notice.bsn, notice.vnummer)
        if number and (dossier := with_number(actor, [number], keys=keys)) is not None
    }
    if len(found) > 1:
        text = _(
            "Het BSN en het V-nummer horen bij twee dossiers: %(nummers)s. Kijk na wie dit is."
        )
        numbers = ", ".join(sorted(each.nummer for each in found.values()))
        raise DiaryError(text % {"nummers": numbers})
    return next(iter(found.values()), None)


def _into(known: int, notice: Notice, *, at: datetime) -> Received:
    """The notice in a dossier that is there; held, so that of two the second finds the first."""
    dossier = lock(known)
    other = tuple(_differences(dossier, notice))
    if _taken_in(dossier, notice.bericht_id):
        return Received(dossier, new=False, written=False, other=other)
    return Received(_told(known, notice, at=at), new=False, written=True, other=other)


def _taken_in(dossier: Dossier, bericht_id: str) -> bool:
    """Did this message make a gebeurtenis before?"""
    rows = Gebeurtenis.objects.filter(dossier=dossier, soort=KENNISGEVING, inhoud__isnull=False)
    contents = rows.values_list("inhoud__bytes", flat=True)
    told = (json.loads(bytes(each)).get("details", {}) for each in contents)
    return any(details.get("bericht") == bericht_id for details in told)


def _differences(dossier: Dossier, notice: Notice) -> Iterator[str]:
    persoon = dossier.persoon
    if persoon is not None and persoon.naam.volledig != notice.naam.volledig:
        yield _("de naam")
    if persoon is not None and not persoon.geboren.may_equal(notice.geboortedatum):
        yield _("de geboortedatum")


def _person(notice: Notice) -> NewPerson:
    return NewPerson(
        naam=notice.naam,
        geboortedatum=notice.geboortedatum,
        bsn=notice.bsn,
        vnummer=notice.vnummer,
    )


def _told(dossier_id: int, notice: Notice, *, at: datetime) -> Dossier:
    """Everything that the notice says, as gebeurtenissen that name the message."""
    dossier = lock(dossier_id)
    for soort, on, gegevens in _says(notice):
        _tell(dossier, soort, gegevens, on=on, at=at, bericht=notice.bericht_id)
    return dossier


def _says(notice: Notice) -> Iterator[tuple[str, date, dict[str, Any]]]:
    """Soort, day and facts of each thing that a notice says, the first thing first."""
    if notice.in_nederland_sinds is not None:
        told = {"in_nederland_sinds": notice.in_nederland_sinds}
        yield "persoonsgegevens_ontvangen", notice.kennisgeving_op, told
    yield (
        KENNISGEVING,
        notice.kennisgeving_op,
        {
            "doelgroep": notice.doelgroep,
            "plicht_begon_op": notice.plicht_begon_op,
            "verblijfsrecht": notice.verblijfsrecht,
        },
    )
    if notice.ingeschreven_op is not None:
        # of an asylum permit this is the municipality of housing: that is what the field means
        yield "ingeschreven", notice.ingeschreven_op, {"gehuisvest": True}


def _tell(
    dossier: Dossier,
    soort: str,
    gegevens: Mapping[str, Any],
    *,
    on: date,
    at: datetime,
    bericht: str,
) -> None:
    """As `record` does, with the message in the details."""
    kind = register()[soort]
    beside = sorted(facts_to_compare(kind.names))
    known = facts_of([dossier.pk], on=on, names=beside).facts.row()
    told = checked(kind, gegevens, on, known=known)
    append(dossier, soort, Content(told.feiten, details={"bericht": bericht}), on=on, at=at)
