"""What a notice does: it is a reason to ask DUO, and the answer is the truth.

Whatever the order, however often and with whatever missing between them: what is written is the
difference between what DUO answers and what the dossier says. Only a death and a move are taken
from the notice itself: of the one nothing may wait for an answer, of the other no answer tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.timezone import localdate

from meedoen.berichten.persoon import HandsError, Who, bsn_of, complete, open_for, who
from meedoen.berichten.uitkomst import Melding, Toestand, Uitkomst
from meedoen.berichten.vertaling import KNOWN, uitspraken
from meedoen.berichten.vragen import Ask
from meedoen.berichten.zaak import Zaak
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.actions.received import Source, Uitspraak, take_in
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import Dossier
from meedoen.dossier.withdrawal import withdrawn_on
from meedoen.law.duo_events import VRAGEN, duo_event
from meedoen.ports.duo_errors import (
    DuoError,
    GeenToegangError,
    NietBekendError,
    NietBereikbaarError,
    OnbegrepenError,
)
from meedoen.ports.identity import Bsn

DUO = "DUO"
OVERLIJDEN = "SS111"
# What the notice itself tells, since no answer does: its soort in the diary.
SAYS_ITSELF = {
    OVERLIJDEN: "overlijden_gemeld",
    "SS120": "vestiging_gemeld",
    "SS121": "vestiging_met_plan_gemeld",
    "SS139": "vestiging_gemeld",
    "SS141": "certificaat_klaar",
}
HANDS: tuple[tuple[type[DuoError], str], ...] = (
    (NietBekendError, "duo_kent_niet"),
    (GeenToegangError, "geen_toegang"),
)


@dataclass(frozen=True)
class Written:
    """How many gebeurtenissen were new; whether something does not fit, or has a strange word."""

    new: int
    refused: bool
    strange: bool


def process(meldingen: Sequence[Melding], ask: Ask, *, on: date, at: datetime) -> list[Uitkomst]:
    """What notices that name the same numbers tell, in order; twice does no harm.

    Runs in the scope of the municipality, in a transaction. `ask` has the answers of DUO. Of one
    notice no error of DUO is raised: what is not answered, or a person must decide, is in the
    outcome. Errors: NotAskedError, with what was written so far; of several also the others.
    """
    found: Who | None = None
    try:
        numbers = (each.bericht_id for each in meldingen)
        if withdrawn_on(meldingen[0].gemeente, *numbers) is not None:
            raise HandsError("ingetrokken")
        found = who(meldingen[0])
        return _process(meldingen, found, ask, on=on, at=at)
    except (DuoError, HandsError, DiaryError) as error:
        if len(meldingen) > 1 and not isinstance(error, NietBereikbaarError):
            raise
        return [_stopped(error, _pk(found))] * len(meldingen)


def questions_of(meldingen: Sequence[Melding], *, new: bool) -> tuple[str, ...]:
    """What to ask because of these notices; of somebody who is new here nothing is known yet."""
    wanted = {name for each in meldingen for name in duo_event(each.gebeurtenis).ask}
    return tuple(name for name in VRAGEN if new or name in wanted)


def ask_again(
    dossier: Dossier, vraag: str, ask: Ask, *, on: date, at: datetime
) -> tuple[Uitkomst, int]:
    """All that DUO tells of a dossier, asked without a notice; and how much of it was new.

    `vraag` is what the diary names as its source. Runs as `process` does, and raises as little.
    """
    try:
        bsn = bsn_of(dossier)
        if not bsn:
            return Uitkomst(Toestand.AAN_MENS, "wacht_op_bsn", dossier.pk), 0
        answers = ask(Bsn(bsn), VRAGEN)
        source = Source(DUO, vraag)
        written = write(dossier.pk, answers, source, gemeente=dossier.gemeente_id, on=on, at=at)
    except (DuoError, HandsError, DiaryError) as error:
        return _stopped(error, dossier.pk), 0
    return _judged(written, dossier.pk), written.new


def _stopped(error: Exception, dossier: int | None) -> Uitkomst:
    """What an error comes to: try again, or somebody must look."""
    if isinstance(error, NietBereikbaarError):
        after = timedelta(seconds=error.after)
        return Uitkomst(Toestand.WACHT, "duo_onbereikbaar", dossier, opnieuw=True, na=after)
    if isinstance(error, HandsError):
        return Uitkomst(Toestand.AAN_MENS, error.waarom, error.dossier or dossier)
    if isinstance(error, OnbegrepenError):
        told = f"{error.question}, status {error.status}: {error.why}\n\n".encode() + error.raw
        return Uitkomst(Toestand.AAN_MENS, "antwoord_onleesbaar", dossier, onbegrepen=told)
    reason = "mag_niet" if isinstance(error, DiaryError) else "duo_weigert"
    reason = next((why for kind, why in HANDS if isinstance(error, kind)), reason)
    return Uitkomst(Toestand.AAN_MENS, reason, dossier)


def _pk(found: Who | None) -> int | None:
    return found.dossier.pk if found is not None and found.dossier is not None else None


def _process(
    meldingen: Sequence[Melding], found: Who, ask: Ask, *, on: date, at: datetime
) -> list[Uitkomst]:
    dossier = _pk(found)
    if dossier is not None:
        complete(found, on=on, at=at)
        _take_in_itself(dossier, meldingen, on=on, at=at)
    if not all(duo_event(each.gebeurtenis).known for each in meldingen):
        raise HandsError("onbekende_gebeurtenis")
    if not found.bsn:
        return [Uitkomst(Toestand.WACHT, "wacht_op_bsn", dossier)] * len(meldingen)
    answers = ask(Bsn(found.bsn), questions_of(meldingen, new=dossier is None))
    if dossier is None:
        if not answers["plicht"].plichtig:
            raise HandsError("persoon_onbekend")
        dossier = open_for(found, on=on, at=at)
        _take_in_itself(dossier, meldingen, on=on, at=at)
    source = Source(DUO, meldingen[-1].bericht_id)
    written = write(dossier, answers, source, gemeente=found.gemeente, on=on, at=at)
    return [_conclude(each, answers, written, dossier=dossier) for each in meldingen]


def _take_in_itself(dossier: int, meldingen: Sequence[Melding], *, on: date, at: datetime) -> None:
    for each in meldingen:
        if itself := list(_says_itself(each, on)):
            take_in(dossier, itself, Source(DUO, each.bericht_id), on=on, at=at)


def _says_itself(melding: Melding, on: date) -> Iterator[Uitspraak]:
    soort = SAYS_ITSELF.get(melding.gebeurtenis)
    if soort is not None:
        at = melding.geregistreerd_at
        day = on if at is None else min(localdate(at), on)
        yield Uitspraak(soort, day, kenmerk=f"{melding.gebeurtenis} {day}")


def write(
    dossier: int,
    answers: Mapping[str, Any],
    source: Source,
    *,
    gemeente: int,
    on: date,
    at: datetime,
) -> Written:
    """Write what is new of these answers in a dossier (id). Errors: DiaryError."""
    known = facts_of([dossier], on=on, names=KNOWN).facts.row()
    zaak = Zaak(gemeente, on, answers, known)
    taken = take_in(dossier, uitspraken(zaak), source, on=on, at=at)
    return Written(taken.written, bool(taken.refused), bool(zaak.vreemd))


def _conclude(
    melding: Melding, answers: Mapping[str, Any], written: Written, *, dossier: int
) -> Uitkomst:
    if melding.gebeurtenis == OVERLIJDEN and answers["plicht"].plichtig:
        return Uitkomst(Toestand.AAN_MENS, "leeft_volgens_duo", dossier)
    return _judged(written, dossier)


def _judged(written: Written, dossier: int) -> Uitkomst:
    if written.refused:
        return Uitkomst(Toestand.AAN_MENS, "past_niet", dossier)
    if written.strange:
        return Uitkomst(Toestand.AAN_MENS, "onbekend_woord", dossier)
    return Uitkomst(Toestand.VERWERKT, dossier=dossier)
