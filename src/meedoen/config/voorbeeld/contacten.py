"""Who is whose contactpersoon at DUO: told when the stories are over, as the worker tells it."""

from datetime import datetime, time
from typing import TYPE_CHECKING
from uuid import uuid4

from django.utils.timezone import get_default_timezone

from meedoen.accounts.scope import as_actor
from meedoen.accounts.werkcontact.actions import record_own_number
from meedoen.berichten.asking import duo_actor
from meedoen.berichten.contact_actions import answered, look_at, take_up
from meedoen.berichten.contact_beeld import Beeld, beeld_of
from meedoen.berichten.contact_round import WHY
from meedoen.berichten.contact_tables import Contactmelding, Contactsoort
from meedoen.berichten.contact_work import MOST, needed, next_to_tell
from meedoen.berichten.melding_round import VERWERKING
from meedoen.config.voorbeeld.accounts import NOT_COUPLED, REACHABLE, VOORBEELDSTAD
from meedoen.config.voorbeeld.days import last_day
from meedoen.config.voorbeeld.numbers import work_telephone
from meedoen.logboek.actions import write_look
from meedoen.logboek.looks import Look, Vorm
from meedoen.ports.duo_errors import AfgewezenError, DuoError

if TYPE_CHECKING:
    from meedoen.config.voorbeeld.happenings import Archive

TOLD = time(17, 30)  # after the last thing that happened on the last day
FOUTTEKST = "DUO kan de contactpersoon nu niet koppelen. Probeer het later opnieuw."


def tell_contacts(archive: "Archive") -> None:
    """Officials type their number, and DUO hears of them and of all whose contactpersoon they are.

    The other town has typed none, so that one sees what DUO hears then: nothing.
    """
    at = datetime.combine(last_day(), TOLD, get_default_timezone())
    for nummer, account in REACHABLE.items():
        record_own_number(archive.staff[account.key], work_telephone(nummer), at=at)
    with as_actor(duo_actor(VOORBEELDSTAD)) as duo:
        look = Look(duo, VOORBEELDSTAD, VERWERKING, WHY, at, vorm=Vorm.OPDRACHT)
        while rows := _ready(beeld_of(VOORBEELDSTAD, on=at.date()), at=at):
            for row in rows:
                answered(row, _answer(archive, row), at=at)
            look.show(*(row.dossier.persoon_id for row in rows if row.dossier is not None))
        write_look(look)


def _ready(beeld: Beeld, *, at: datetime) -> list[Contactmelding]:
    """What goes to DUO now, written down."""
    take_up(beeld, at=at)
    rows = next_to_tell(beeld.gemeente, at=at, most=MOST)
    now = needed(beeld, rows)
    return [row for row in rows if look_at(row, now[row.pk], at=at) is not None]


def _answer(archive: "Archive", row: Contactmelding) -> DuoError | int | None:
    """What DUO says: the number of a new one, or (of one person) why not."""
    if row.soort == Contactsoort.NIEUW:
        staff = archive.staff
        return {staff[e.key].official: nummer for nummer, e in REACHABLE.items()}[row.medewerker_id]
    refused = row.dossier_id == archive.dossiers.get(NOT_COUPLED)
    return AfgewezenError("", uuid4(), foutteksten=(FOUTTEKST,)) if refused else None
