"""What an official does with a message about a contactpersoon: again, not any more, or typed."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import current_actor
from meedoen.berichten.contact_actions import UNSURE, became, took
from meedoen.berichten.contact_tables import Contactmelding, Contactpersoon, Contactsoort
from meedoen.berichten.melding_hand_actions import AGAIN, LET_GO, RETYPE, MeldingError
from meedoen.berichten.melding_step_actions import Step
from meedoen.berichten.melding_tables import IS_OPEN, Meldingstand


def may(row: Contactmelding) -> set[str]:
    """What an official can do with a message now."""
    can = {"opnieuw": AGAIN, "vervallen": LET_GO, "portal": RETYPE}
    found = {name for name, stands in can.items() if row.stand in stands}
    return found | ({"opnieuw"} if row.waarom == UNSURE else set())


def send_again(melding: int, reden: str, *, at: datetime) -> None:
    """The worker sends it again; a new contactpersoon only after a human found that DUO has none.

    Errors: MeldingError where it is not stopped, or another message is on its way; NotAllowedError.
    """
    row = _held(melding, "opnieuw")
    others = Contactmelding.objects.filter(IS_OPEN, gemeente=row.gemeente_id).exclude(pk=row.pk)
    whose = (
        Q(medewerker=row.medewerker_id, dossier=None)
        if row.dossier_id is None
        else Q(dossier=row.dossier_id)
    )
    if others.filter(whose).exists():
        raise MeldingError(_("Er is al een nieuwere melding. Kijk daar hoe ver die is."))
    step = Step(
        Meldingstand.KLAAR,
        "opnieuw",
        na=timedelta(0),
        medewerker=current_actor().official,
        toelichting=reden,
    )
    became(row, step, at=at)


def let_go(melding: int, reden: str, *, at: datetime) -> None:
    """DUO need not hear of it. Errors: as `send_again`; also where DUO may have it already."""
    row = _held(melding, "vervallen")
    official = current_actor().official
    step = Step(Meldingstand.VERVALLEN, "niet_nodig", medewerker=official, toelichting=reden)
    became(row, step, at=at)


def retyped(melding: int, nummer: int | None, *, at: datetime) -> None:
    """DUO has it: typed in the Portal, or found there. `nummer`: of a new one, where DUO told it.

    Errors: as `send_again`; also where another contactpersoon has this number.
    """
    row = _held(melding, "portal")
    taken = Contactpersoon.objects.filter(gemeente=row.gemeente_id, weg_at=None)
    if nummer is not None and taken.filter(duo_nummer=nummer).exists():
        raise MeldingError(_("Een andere contactpersoon heeft dit nummer al. Kijk het na."))
    new = row.soort == Contactsoort.NIEUW
    if new and taken.filter(medewerker=row.medewerker_id).exists():
        raise MeldingError(_("DUO kent deze contactpersoon al."))
    took(row, nummer, at=at)
    row.met_de_hand = True
    official = current_actor().official
    became(row, Step(Meldingstand.BEVESTIGD, "in_portal", medewerker=official), at=at)


def _held(melding: int, what: str) -> Contactmelding:
    """The message, held for this transaction."""
    current_actor().must(Recht.BERICHTEN_ZIEN)
    rows = Contactmelding.objects.select_for_update(of=("self",)).select_related("contactpersoon")
    row = rows.get(pk=melding)
    if what not in may(row):
        text = _("Dit kan nu niet. De melding is: %(stand)s.")
        raise MeldingError(text % {"stand": row.get_stand_display()})
    return row
