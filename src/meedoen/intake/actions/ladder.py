"""Asking somebody for the brede intake, telling what came of it, and closing it without him."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.dossier.actions.appointments import end_appointment, make_appointment
from meedoen.dossier.actions.besluiten import propose
from meedoen.dossier.actions.diary import Content, DiaryError, append, lock, record
from meedoen.dossier.gronden import Gronden
from meedoen.dossier.models import Afspraak, Besluit
from meedoen.intake.ladder import answer, in_absence, refusal_of, stand_of, term_over
from meedoen.intake.treden import KINDS, PLANNED, Gevraagd

FITS = Afspraak.Uitkomst


class Uitkomst(models.TextChoices):
    """What came of a summons. Of a good reason only that it was one is kept, never which."""

    MEEGEWERKT = "meegewerkt", lazy("Kwam, en werkte genoeg mee")
    ONVOLDOENDE = "onvoldoende", lazy("Kwam, maar werkte niet genoeg mee, zonder goede reden")
    KON_NIET = "kon_niet", lazy("Kwam, maar kon niet meewerken, met een goede reden")
    GOEDE_REDEN = "goede_reden", lazy("Kwam niet, met een goede reden")
    NIET = "niet", lazy("Kwam niet, zonder goede reden")
    NIET_BEKEND = "niet_bekend", lazy("Kwam niet. De reden weten wij nog niet")


CAME = {Uitkomst.MEEGEWERKT, Uitkomst.ONVOLDOENDE, Uitkomst.KON_NIET}
EXCUSED = {Uitkomst.GOEDE_REDEN, Uitkomst.KON_NIET}
# Whoever came, cooperated or not; whoever did not come, had no chance to.
COOPERATED = {Uitkomst.MEEGEWERKT: True, Uitkomst.ONVOLDOENDE: False, Uitkomst.KON_NIET: False}


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
    NotAllowedError; DiaryError with the reason why nobody is to be asked.
    """
    if chosen.soort not in KINDS:
        raise DiaryError(_("Deze brief hoort niet bij de brede intake."))
    dossier = lock(dossier_id)
    stand = stand_of(dossier, on=on)
    if refused := refusal_of(stand):
        raise DiaryError(refused)
    afspraak = make_appointment(dossier_id, chosen.talk, on=on, at=at)
    besluit = propose(
        dossier_id, chosen.soort, chosen.waarden, on=on, at=at, gronden=chosen.gronden
    )
    details = {"besluit": besluit.pk, "afspraak": afspraak.pk}
    append(lock(dossier_id), PLANNED, Content(details=details), on=on, at=at)
    return besluit


@dataclass(frozen=True)
class Oordeel:
    """What an official tells of the last summons; `reden` goes with not cooperating enough."""

    uitkomst: Uitkomst
    reden: str = ""


def judge(dossier_id: int, asked: Gevraagd, oordeel: Oordeel, *, on: date, at: datetime) -> None:
    """Record how the last summons went: facts for the rules, and the end of its appointment.

    While the term runs, somebody who did not come can still come: then only the talk is ended.
    Errors: DiaryError; NotAllowedError for a role that may not judge.
    """
    stand = stand_of(lock(dossier_id), on=on)
    if refused := refusal_of(stand):
        raise DiaryError(refused)
    came, over = oordeel.uitkomst in CAME, term_over(stand)
    if asked.afspraak is not None and asked.afspraak.uitkomst == FITS.GEPLAND:
        _end_talk(asked.afspraak, came=came, on=on, at=at)
    if came or over:
        record(dossier_id, "oproep_afgelopen", {"kwam_op_oproep": came}, on=on, at=at)
    if oordeel.uitkomst is Uitkomst.NIET_BEKEND or not (came or over or _excused(oordeel)):
        return
    judged: dict[str, Any] = {"goede_reden": _excused(oordeel)}
    if oordeel.uitkomst is Uitkomst.MEEGEWERKT:
        del judged["goede_reden"]
    if oordeel.uitkomst in COOPERATED:
        judged["werkte_voldoende_mee"] = COOPERATED[oordeel.uitkomst]
    before = (stand.fact("oproepen_met_goede_reden") or 0) - bool(stand.fact("goede_reden"))
    judged["oproepen_met_goede_reden"] = before + _excused(oordeel)
    if oordeel.reden:
        judged["reden"] = oordeel.reden
    record(dossier_id, "medewerking_beoordeeld", judged, on=on, at=at)


def _excused(oordeel: Oordeel) -> bool:
    return oordeel.uitkomst in EXCUSED


def _end_talk(afspraak: Afspraak, *, came: bool, on: date, at: datetime) -> None:
    uitkomst = FITS.GEKOMEN if came else FITS.NIET_GEKOMEN
    end_appointment(afspraak.pk, uitkomst, versie=afspraak.versie, on=on, at=at)


def complete_in_absence(dossier_id: int, *, on: date, at: datetime) -> None:
    """Close the brede intake without the person (Wi 14:2), where the rules are certain of it.

    Errors: DiaryError with the finding: before three summonses the law does not allow it.
    """
    stand = stand_of(lock(dossier_id), on=on)
    if refused := refusal_of(stand):
        raise DiaryError(refused)
    found = in_absence(stand)
    if found.value.plain() is not True:
        text = _("Dit mag pas na drie oproepen die tellen. De regels zeggen: %(uitkomst)s")
        raise DiaryError(text % {"uitkomst": answer(found)})
    record(dossier_id, "brede_intake_afgerond", {"intake_in_afwezigheid": True}, on=on, at=at)
