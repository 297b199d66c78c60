"""What an official does with a message to DUO: again, not any more, or typed into the Portal."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import current_actor
from meedoen.berichten.melding_inhoud import Inhoud, opened
from meedoen.berichten.melding_plan import plan_of
from meedoen.berichten.melding_step_actions import WITHDRAWAL, Step, became, note
from meedoen.berichten.melding_tables import Melding, Meldingstand
from meedoen.dossier.actions.diary import DiaryError, lock
from meedoen.dossier.models import Dossier

AGAIN = (Meldingstand.AFGEWEZEN, Meldingstand.VOORAF, Meldingstand.VERVALLEN, Meldingstand.WACHT)
LET_GO = (Meldingstand.KLAAR, Meldingstand.WACHT, Meldingstand.AFGEWEZEN, Meldingstand.VOORAF)
RETYPE = (*LET_GO, Meldingstand.VERZONDEN)


class MeldingError(Exception):
    """What an official asked cannot be done; the text is for the screen."""


def send_again(dossier_id: int, melding: int, reden: str, *, at: datetime) -> None:
    """The worker sends it again, after a look at what DUO knows now.

    Errors: MeldingError where it is not stopped; DiaryError; NotAllowedError.
    """
    row, _dossier = _held(dossier_id, melding, AGAIN)
    official = current_actor().official
    step = Step(
        Meldingstand.KLAAR, "opnieuw", na=timedelta(0), medewerker=official, toelichting=reden
    )
    became(row, step, at=at)


def let_go(dossier_id: int, melding: int, reden: str, *, at: datetime) -> None:
    """DUO need not hear of it. Errors: as `send_again`; also where DUO may have it already."""
    row, _dossier = _held(dossier_id, melding, LET_GO)
    official = current_actor().official
    step = Step(Meldingstand.VERVALLEN, "niet_nodig", medewerker=official, toelichting=reden)
    became(row, step, at=at)


def retyped(dossier_id: int, melding: int, *, on: date, at: datetime) -> None:
    """An official typed it into the Portal on a day; the diary says so. Errors: as `send_again`.

    Also MeldingError where the leerroute is not known, so that there was nothing to type.
    """
    actor = current_actor()
    actor.must(Recht.VASTLEGGEN)
    row, dossier = _held(dossier_id, melding, RETYPE)
    row.gemeld, row.met_de_hand = note(row, dossier, _typed(row), on=on, at=at), True
    row.gezien = dossier.laatste_nummer
    became(row, Step(Meldingstand.BEVESTIGD, "in_portal", medewerker=actor.official), at=at)


def _typed(row: Melding) -> Inhoud | None:
    if row.soort == WITHDRAWAL:
        return None
    pip = plan_of(row)
    if pip is None:
        raise MeldingError(_("De leerroute is niet bekend. Leg eerst vast wat in het PIP staat."))
    return opened(row) or Inhoud(pip)


def _held(
    dossier_id: int, melding: int, stands: tuple[Meldingstand, ...]
) -> tuple[Melding, Dossier]:
    """The message and its dossier, held for this transaction."""
    current_actor().must(Recht.BERICHTEN_ZIEN)
    dossier = lock(dossier_id)
    rows = Melding.objects.select_for_update(of=("self",)).select_related("gebeurtenis")
    row = rows.filter(pk=melding, dossier=dossier).first()
    if row is None:
        raise DiaryError(_("Deze melding is er niet, of u mag haar niet zien."))
    if row.stand not in stands:
        text = _("Dit kan nu niet. De melding is: %(stand)s.")
        raise MeldingError(text % {"stand": row.get_stand_display()})
    return row, dossier
