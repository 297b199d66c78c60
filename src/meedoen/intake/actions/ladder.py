"""Asking somebody for the brede intake, telling what came of it, and closing it without him."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from meedoen.dossier.actions.appointments import end_appointment, make_appointment
from meedoen.dossier.actions.besluiten import propose
from meedoen.dossier.actions.diary import Content, DiaryError, append, lock, record
from meedoen.dossier.gronden import Gronden
from meedoen.dossier.letters import LetterError
from meedoen.dossier.models import Afspraak, Besluit
from meedoen.intake.ladder import answer, in_absence, refusal_of, refusal_to_send, stand_of
from meedoen.intake.oordeel import CAME, Oordeel, told_by
from meedoen.intake.treden import KINDS, PLANNED, Gevraagd

FITS = Afspraak.Uitkomst


@dataclass(frozen=True)
class Plan:
    """A letter of the ladder with its blanks and grounds, and the talk that it announces."""

    soort: str
    waarden: Mapping[str, Any]
    talk: Mapping[str, Any]
    gronden: Gronden


def plan(dossier_id: int, chosen: Plan, *, on: date, at: datetime) -> Besluit:
    """Make the appointment and propose its letter, in one transaction; the letter is then signed.

    The number of the summons is not typed: it is one more than were sent.
    Errors: LetterError with a message per field, also where the law allows no such letter now;
    and why nobody is to be asked; NotAllowedError; DiaryError.
    """
    if chosen.soort not in KINDS:
        raise DiaryError(_("Deze brief hoort niet bij de brede intake."))
    dossier = lock(dossier_id)
    stand = stand_of(dossier, on=on)
    if refused := refusal_to_send(chosen.soort, stand):
        raise LetterError(refused)
    afspraak = make_appointment(dossier_id, chosen.talk, on=on, at=at)
    besluit = propose(
        dossier_id, chosen.soort, chosen.waarden, on=on, at=at, gronden=chosen.gronden
    )
    details = {"besluit": besluit.pk, "afspraak": afspraak.pk}
    append(lock(dossier_id), PLANNED, Content(details=details), on=on, at=at)
    return besluit


def judge(dossier_id: int, asked: Gevraagd, oordeel: Oordeel, *, on: date, at: datetime) -> None:
    """Record how the last summons went: facts for the rules, and the end of its appointment.

    Errors: DiaryError; NotAllowedError for a role that may not judge.
    """
    stand = stand_of(lock(dossier_id), on=on)
    if refused := refusal_of(stand):
        raise DiaryError(refused)
    if asked.afspraak is not None and asked.afspraak.uitkomst == FITS.GEPLAND:
        _end_talk(asked.afspraak, came=oordeel.uitkomst in CAME, on=on, at=at)
    for soort, told in told_by(oordeel, stand):
        record(dossier_id, soort, told, on=on, at=at)


def _end_talk(afspraak: Afspraak, *, came: bool, on: date, at: datetime) -> None:
    uitkomst = FITS.GEKOMEN if came else FITS.NIET_GEKOMEN
    end_appointment(afspraak.pk, uitkomst, versie=afspraak.versie, on=on, at=at)


def complete_in_absence(dossier_id: int, *, on: date, at: datetime) -> None:
    """Close the brede intake without the person (Wi 14:2), where the rules are certain of it.

    Errors: DiaryError with the finding: before enough summonses the law does not allow it.
    """
    stand = stand_of(lock(dossier_id), on=on)
    if refused := refusal_of(stand):
        raise DiaryError(refused)
    found = in_absence(stand)
    if found.value.plain() is not True:
        text = _("Dit mag nu nog niet. De regels zeggen: %(uitkomst)s")
        raise DiaryError(text % {"uitkomst": answer(found)})
    record(dossier_id, "brede_intake_afgerond", {"intake_in_afwezigheid": True}, on=on, at=at)
