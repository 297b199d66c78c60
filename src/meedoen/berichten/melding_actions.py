"""What becomes of a message to DUO: taken up, looked at, sent, answered; each step is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain
from typing import Any
from uuid import UUID, uuid4

from meedoen.berichten.melding_inhoud import Inhoud, opened, same, sealed
from meedoen.berichten.melding_plan import holds, plan_of
from meedoen.berichten.melding_step_actions import (
    RESTORED,
    WITHDRAWAL,
    Step,
    became,
    mine_of,
    note,
    told_by_hand_after,
)
from meedoen.berichten.melding_tables import OPEN, Melding, Meldingstand
from meedoen.berichten.melding_toets import Vooraf, check_pip, check_withdrawal, inhoud_of
from meedoen.berichten.melding_weg import not_ours
from meedoen.berichten.melding_work import (
    GONE,
    WENT,
    Reden,
    no_longer,
    untold,
    wake_waiting,
)
from meedoen.berichten.turn import rest
from meedoen.berichten.vragen import Asked
from meedoen.dossier.actions.diary import DiaryError, lock
from meedoen.dossier.models import Dossier, Gebeurtenis
from meedoen.ports.duo_answers import PipAnswer
from meedoen.ports.duo_errors import (
    AfgewezenError,
    DuoError,
    FoutVerzoekError,
    GeenToegangError,
    NietBekendError,
    NietBereikbaarError,
    OnbekendeUitkomstError,
)
from meedoen.ports.duo_telling import PipMelding

QUESTIONS = {WITHDRAWAL: ("pip", "termijn", "uren")}
PIP_ONLY = ("pip",)


@dataclass(frozen=True)
class Send:
    """What goes to DUO now; without a `pip`, that there is none any more."""

    bericht_id: UUID
    pip: PipMelding | None


def questions_for(row: Melding) -> tuple[str, ...]:
    """What DUO must be asked before this is sent: what it knows now decides what we say."""
    return QUESTIONS.get(row.soort, PIP_ONLY)


def take_up(gemeente: int, *, at: datetime) -> None:
    """A message for every line that DUO must hear of; none for what was put right before it went.

    Runs in the scope of the worker, in a transaction.
    """
    for row in no_longer(gemeente).select_for_update(skip_locked=True, of=("self",)):
        became(row, Step(Meldingstand.INGETROKKEN, "hersteld"), at=at)
    for reason in chain(untold(gemeente), not_ours(gemeente)):
        set_ready(reason, at=at)
    wake_waiting(gemeente).update(volgende_at=at)


def set_ready(reason: Reden, *, at: datetime) -> Melding:
    """The message that follows from a line; of a withdrawal, none goes where DUO never heard."""
    line = reason.line
    soort = reason.melding
    if soort == RESTORED and holds(line.dossier_id) is None:
        soort = WITHDRAWAL  # of a changed plan the one of before holds again, if there is one
    row = Melding.objects.create(
        gemeente_id=line.gemeente_id,
        dossier_id=line.dossier_id,
        gebeurtenis=line,
        soort=soort,
        over=reason.over,
        stand=Meldingstand.KLAAR,
        gemaakt_at=at,
        volgende_at=at,
    )
    became(row, _first_step(row, at=at), at=at)
    return row


def _first_step(row: Melding, *, at: datetime) -> Step:
    """Ready; or not needed: DUO never heard of what is withdrawn, or a later plan holds."""
    if row.soort in (WITHDRAWAL, RESTORED) and not _withdraw_unsent(row, at=at):
        return Step(Meldingstand.INGETROKKEN, "nooit_verteld")
    now = holds(row.dossier_id) if row.soort in (WITHDRAWAL, RESTORED) else None
    if now is not None and now.nummer > (row.over or 0):
        return Step(Meldingstand.INGETROKKEN, "later_plan")
    return Step(Meldingstand.KLAAR, na=timedelta(0))


def _withdraw_unsent(row: Melding, *, at: datetime) -> bool:
    """Whether DUO may have heard of what is withdrawn; what did not go yet, goes no more."""
    earlier = Melding.objects.filter(
        dossier=row.dossier_id, gebeurtenis__nummer=row.over or 0
    ).first()
    if earlier is None:
        return True  # told before there was an outbox, or by hand: DUO is asked
    if earlier.stand in OPEN and earlier.stand not in WENT:
        became(earlier, Step(Meldingstand.INGETROKKEN, "besluit_weg"), at=at)
    return earlier.stand in WENT


def look_at(row: Melding, asked: Asked, *, on: date, at: datetime) -> Send | None:
    """Decide what to do, with what DUO answered; what is to be sent is written down first.

    None: nothing is to be sent now, or another worker has it.
    """
    mine = mine_of(row).select_for_update(skip_locked=True, of=("self",)).first()
    if mine is None:
        return None
    try:
        dossier = lock(row.dossier_id)
    except DiaryError:
        became(mine, Step(Meldingstand.WACHT, "mag_niet"), at=at)
        return None
    mine.gezien = dossier.laatste_nummer
    found = _found(mine, dossier, asked, on=on, at=at)
    if isinstance(found, Step):
        became(mine, found, at=at)
        return None
    bericht_id = uuid4()
    mine.bericht_id, mine.verzonden_at = bericht_id, at
    mine.pogingen = min(mine.pogingen + 1, 32_000)
    mine.verzegeld = sealed(mine, found) if found is not None else mine.verzegeld
    became(mine, Step(Meldingstand.VERZONDEN, na=rest(mine.pogingen)), at=at)
    row.pogingen, row.bericht_id, row.verzegeld = mine.pogingen, bericht_id, mine.verzegeld
    return Send(bericht_id, None if found is None else found.pip)


def _found(
    row: Melding, dossier: Dossier, asked: Asked, *, on: date, at: datetime
) -> Step | Inhoud | None:
    """What to do: a step, or what to send (of a withdrawal None)."""
    if (hand := told_by_hand_after(row)) is not None:
        row.gemeld, row.met_de_hand = hand, True
        return Step(Meldingstand.BEVESTIGD, "met_de_hand_gemeld")
    if asked.error is not None:
        return _unanswered(row, asked.error)
    if _never_heard(row, asked.answers["pip"]):
        return Step(Meldingstand.INGETROKKEN, "nooit_verteld")
    return _found_now(row, dossier, asked.answers, on=on, at=at)


def _never_heard(row: Melding, known: PipAnswer | None) -> bool:
    """Whether the plan that DUO has is not the one whose data were withdrawn; asked before it goes.

    With the data went the message that told of it: nothing here says whether DUO took it.
    """
    if row.gebeurtenis.soort != GONE or row.verzonden_at is not None:
        return False
    line = Gebeurtenis.objects.filter(dossier=row.dossier_id, nummer=row.over or 0).first()
    return known is None or known.gemeente != row.gemeente_id or not _dated(known, line, row)


def _found_now(
    row: Melding, dossier: Dossier, answers: Any, *, on: date, at: datetime
) -> Step | Inhoud | None:
    """The same, now that DUO answered what it knows."""
    if row.soort == WITHDRAWAL:
        return _found_withdrawal(row, dossier, answers, on=on, at=at)
    pip, known = plan_of(row), answers["pip"]
    if pip is None:
        return Step(Meldingstand.WACHT, "ontbreekt", ("leerroute",))
    if same(pip, known, row.gemeente_id):
        return _confirmed(row, dossier, opened(row) or Inhoud(pip), on=on, at=at)
    inhoud = inhoud_of(pip, known)
    return _judged(check_pip(dossier, inhoud, on=on)) or inhoud


def _judged(found: Vooraf) -> Step | None:
    if found.klopt_niet:
        return Step(Meldingstand.VOORAF, "vooraf", found.klopt_niet)
    if found.ontbreekt:
        return Step(Meldingstand.WACHT, "ontbreekt", found.ontbreekt)
    return None


def _found_withdrawal(
    row: Melding, dossier: Dossier, answers: Any, *, on: date, at: datetime
) -> Step | None:
    known: PipAnswer | None = answers["pip"]
    line = Gebeurtenis.objects.filter(dossier=dossier, nummer=row.over or 0).first()
    ours = known is not None and known.gemeente == row.gemeente_id
    dated = ours and known is not None and _dated(known, line, row)
    if known is None or (row.pogingen and not dated):
        return _confirmed(row, dossier, None, on=on, at=at)
    if not dated:
        return Step(Meldingstand.VOORAF, "ander_pip")
    return _judged(check_withdrawal(dossier, answers, on=on))


def _dated(known: PipAnswer, line: Gebeurtenis | None, row: Melding) -> bool:
    """Whether DUO's plan is the one that is withdrawn; with a later date, where it held again."""
    if line is None or known.dagtekening == line.gebeurd_op:
        return line is not None
    again = Melding.objects.filter(
        dossier=row.dossier_id,
        soort=RESTORED,
        stand=Meldingstand.BEVESTIGD,
        over__gt=row.over or 0,
        gebeurtenis__gebeurd_op=known.dagtekening,
    )
    return again.exists() and holds(row.dossier_id) is None


def _unanswered(row: Melding, error: DuoError) -> Step:
    """DUO did not say what it knows, so nothing is sent; what went before may still be unknown."""
    still = Meldingstand.VERZONDEN if row.stand == Meldingstand.VERZONDEN else Meldingstand.KLAAR
    if isinstance(error, NietBereikbaarError):
        row.pogingen = min(row.pogingen + (still is Meldingstand.KLAAR), 32_000)
        na = max(rest(max(row.pogingen, 1)), timedelta(seconds=error.after))
        return Step(still, "duo_onbereikbaar", na=na)
    waiting = still if still is Meldingstand.VERZONDEN else Meldingstand.WACHT
    return Step(waiting, _why(error))


def _why(error: DuoError) -> str:
    if isinstance(error, GeenToegangError):
        return "geen_toegang"
    if isinstance(error, NietBekendError):
        return "duo_kent_niet"
    return "duo_weigert" if isinstance(error, FoutVerzoekError) else "antwoord_onleesbaar"


def answered(row: Melding, error: DuoError | None, *, on: date, at: datetime) -> None:
    """Write down what DUO answered to what was sent; None: it took it."""
    mine = mine_of(row).select_for_update(of=("self",)).first()
    if mine is None:
        return
    dossier = lock(row.dossier_id)
    if error is None or (isinstance(error, NietBekendError) and row.soort == WITHDRAWAL):
        became(mine, _confirmed(mine, dossier, opened(mine), on=on, at=at), at=at)
    else:
        became(mine, _not_taken(mine, error), at=at)


def _not_taken(row: Melding, error: DuoError) -> Step:
    tries = rest(row.pogingen)
    if isinstance(error, AfgewezenError):
        return Step(Meldingstand.AFGEWEZEN, "afgewezen", error.foutteksten)
    if isinstance(error, FoutVerzoekError):
        return Step(Meldingstand.AFGEWEZEN, "fout_verzoek")
    if isinstance(error, OnbekendeUitkomstError):
        na = max(tries, timedelta(seconds=error.after))
        return Step(Meldingstand.VERZONDEN, "onbekende_uitkomst", na=na)
    if isinstance(error, NietBereikbaarError):
        na = max(tries, timedelta(seconds=error.after))
        return Step(Meldingstand.KLAAR, "duo_onbereikbaar", na=na)
    return Step(Meldingstand.WACHT, _why(error))


def _confirmed(
    row: Melding, dossier: Dossier, inhoud: Inhoud | None, *, on: date, at: datetime
) -> Step:
    """DUO has it: the diary says so, and what it was told."""
    row.gemeld = note(row, dossier, inhoud, on=on, at=at)
    row.gezien = dossier.laatste_nummer
    return Step(Meldingstand.BEVESTIGD)
