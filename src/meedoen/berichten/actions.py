"""Everything that writes in the inbox: what became of a notice, by the worker or an official.

A notice is one transaction: what was written in the dossier, how far the notice is, and the line in
the log. A worker that is killed leaves nothing, or all of it.
"""

from datetime import date, datetime, timedelta
from typing import Any

import structlog
from django.db import connection
from django.db.models import Q
from django.utils.translation import gettext as _

from meedoen.accounts.keys import UnsealError, keys_in_use
from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import as_actor, current_actor
from meedoen.berichten.asking import duo_actor, duo_of
from meedoen.berichten.inbox import OPEN, Stand
from meedoen.berichten.models import Bericht, Berichtinhoud
from meedoen.berichten.notificatie import read_notificatie
from meedoen.berichten.sealing import unseal_body, who_hash
from meedoen.berichten.turn import A_DAY, MOST_TRIES, next_in_turn, rest
from meedoen.berichten.uitkomst import Melding, Toestand, Uitkomst
from meedoen.berichten.verwerking import process
from meedoen.dossier.models import Dossier
from meedoen.dossier.queries import dossiers_visible_to
from meedoen.logboek.actions import write_look
from meedoen.logboek.looks import Look, Vorm

VERWERKING = "berichten_duo"
KEPT = timedelta(days=90)  # our own norm, for what was refused
UNDECIDED = (Stand.AAN_MENS, Stand.WACHT, Stand.MISLUKT)
log = structlog.get_logger("meedoen.tasks")


class BerichtError(Exception):
    """What an official asked cannot be done; the text is for the screen."""


def is_open(row: Bericht) -> bool:
    """Whether an official can decide about a notice."""
    return row.stand in UNDECIDED


def couple(pk: int, nummer: str, *, on: date, at: datetime) -> None:
    """The notice belongs to the dossier with this number; what it asks, the official does.

    Errors: BerichtError where there is no such dossier in sight, or it was decided before;
    NotAllowedError.
    """
    dossiers = dossiers_visible_to(current_actor(), on=on)
    found = dossiers.filter(nummer__iexact=nummer.strip()).first()
    if found is None:
        raise BerichtError(_("Dit dossier is er niet, of u mag het niet zien."))
    _decided(pk, {"dossier": found, "waarom": "met_de_hand_gekoppeld"}, at=at)


def settle(pk: int, *, at: datetime) -> None:
    """Nothing is to be done. Errors: as `couple`."""
    _decided(pk, {"waarom": "niets_te_doen"}, at=at)


def try_again(pk: int, *, at: datetime) -> None:
    """The worker does it again, as if it had just come in. Errors: as `couple`."""
    again = {"stand": Stand.ONTVANGEN, "volgende_at": at, "pogingen": 0, "waarom": ""}
    _decided(pk, again, at=at)


def _decided(pk: int, changes: dict[str, Any], *, at: datetime) -> None:
    actor = current_actor()
    actor.must(Recht.BERICHTEN_ZIEN)
    done = {"stand": Stand.AFGEHANDELD, "volgende_at": None, "verwerkt_at": at}
    rows = Bericht.objects.filter(pk=pk, gemeente__in=actor.gemeenten, stand__in=UNDECIDED)
    if not rows.update(medewerker=actor.official, **(done | changes)):
        raise BerichtError(_("Over dit bericht is al beslist."))


def forget_refused(*, at: datetime) -> int:
    """Delete what was refused longer ago than we keep it; how many. Only the worker may."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT berichten_vergeet_geweigerd(%s)", [at - KEPT])
        found: int = cursor.fetchone()[0]
    return found


def process_next(gemeente: int, *, on: date, at: datetime) -> bool:
    """Process the notice of a municipality (CBS code) that is next in turn; False: there is none.

    Errors: DatabaseError where not even the failure can be written.
    """
    row: Bericht | None = None
    try:
        with as_actor(duo_actor(gemeente)):
            row = next_in_turn(gemeente, at=at)
            if row is None:
                return False
            _process(row, on=on, at=at)
    except Exception as error:
        if row is None:
            raise
        log.exception("notice failed", bericht=row.pk, exc_info=error)
        _failed(row, at=at)
    return True


def _process(row: Bericht, *, on: date, at: datetime) -> None:
    """What the notice means, what came of it and who was looked at."""
    melding = _opened(row, at=at)
    uitkomst = process(melding, duo=duo_of(row.gemeente_id), on=on, at=at)
    _written(row, uitkomst, at=at)
    if uitkomst.toestand is Toestand.VERWERKT:
        _wake(row, melding, at=at)
    look = Look(
        duo_actor(row.gemeente_id),
        row.gemeente_id,
        VERWERKING,
        "een bericht van DUO verwerken",
        at,
        vorm=Vorm.OPDRACHT,
    )
    whose = Dossier.objects.filter(pk=uitkomst.dossier or 0)
    look.show(whose.values_list("persoon", flat=True).first())
    write_look(look)


def _opened(row: Bericht, *, at: datetime) -> Melding:
    """The notice without its seal. Errors: UnsealError."""
    held = Berichtinhoud.objects.filter(pk=row.pk).first()
    if held is None:
        raise UnsealError("no content")
    number = row.bericht_id
    body = unseal_body(held.verzegeld, keys_in_use(), gemeente=row.gemeente_id, of=number)
    found = read_notificatie(body, at=at)
    return Melding(
        bericht_id=str(number),
        gemeente=row.gemeente_id,
        gebeurtenis=row.gebeurtenis,
        geregistreerd_at=row.geregistreerd_at,
        bsn=found.bsn,
        vnummer=found.vnummer,
    )


def _written(row: Bericht, uitkomst: Uitkomst, *, at: datetime) -> None:
    row.waarom, row.dossier_id = uitkomst.waarom, uitkomst.dossier
    row.pogingen = min(row.pogingen + 1, 32_000)
    row.stand, row.volgende_at = Stand(uitkomst.toestand.value), None
    if uitkomst.toestand is Toestand.WACHT:
        row.stand = Stand.MISLUKT if uitkomst.opnieuw else Stand.WACHT
        row.volgende_at = at + (rest(row.pogingen) if uitkomst.opnieuw else A_DAY)
    row.verwerkt_at = at
    row.save(update_fields=["waarom", "dossier", "pogingen", "stand", "volgende_at", "verwerkt_at"])


def _failed(row: Bericht, *, at: datetime) -> None:
    """All it did is rolled back; after some tries an official must look, and may try again."""
    with as_actor(duo_actor(row.gemeente_id)):
        # another worker may have been here since
        mine = Bericht.objects.filter(
            pk=row.pk, pogingen=row.pogingen, stand__in=[each.value for each in OPEN]
        )
        tries = row.pogingen + 1
        done: dict[str, Any]
        if tries >= MOST_TRIES:
            done = {"stand": Stand.AAN_MENS, "waarom": "fout_blijft", "volgende_at": None}
        else:
            done = {"stand": Stand.MISLUKT, "waarom": "fout", "volgende_at": at + rest(tries)}
        mine.update(pogingen=tries, verwerkt_at=at, **done)
        if done["volgende_at"] is not None:
            _hold_behind(row, until=done["volgende_at"])


def _hold_behind(row: Bericht, *, until: datetime) -> None:
    """Later notices of this person wait with it: who looks for the next need not pass them by."""
    if row.wie is None:
        return
    later = Bericht.objects.filter(gemeente=row.gemeente_id, wie=row.wie, pk__gt=row.pk)
    later.filter(stand=Stand.ONTVANGEN, volgende_at__lt=until).update(volgende_at=until)


def _wake(row: Bericht, melding: Melding, *, at: datetime) -> None:
    """What waits for the same person has perhaps waited for this, such as a BSN."""
    keys, gemeente = keys_in_use(), row.gemeente_id
    same = Q(wie=row.wie) if row.wie is not None else Q(pk=row.pk)
    if melding.vnummer:
        same |= Q(wie=who_hash("", melding.vnummer, keys, gemeente=gemeente))
    if row.dossier_id is not None:
        same |= Q(dossier=row.dossier_id)
    waiting = Bericht.objects.filter(same, gemeente=gemeente, stand=Stand.WACHT)
    waiting.exclude(pk=row.pk).update(volgende_at=at)
