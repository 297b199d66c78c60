"""Reading the inbox for the screens: a page at a time, the newest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from meedoen.accounts.actor import Actor
from meedoen.accounts.keys import keys_in_use
from meedoen.accounts.roles import Recht
from meedoen.berichten.inbox import Stand
from meedoen.berichten.models import Bericht, Berichtinhoud, Geweigerd
from meedoen.berichten.redenen import REDENEN
from meedoen.berichten.sealing import REFUSED, unseal_body
from meedoen.dossier.models import Dossier
from meedoen.dossier.queries import dossiers_visible_to
from meedoen.law.duo_events import DuoEvent, duo_event

PAGE = 50
# Which notices the screen can show: those that ask for people, those that wait, all.
GROEPEN: dict[str, tuple[Stand, ...]] = {
    "actie": (Stand.AAN_MENS,),
    "wacht": (Stand.WACHT, Stand.MISLUKT),
    "alles": tuple(Stand),
}


@dataclass(frozen=True)
class Row:
    """A notice as a list shows it; `dossier` only where the viewer may see it."""

    bericht: Bericht
    event: DuoEvent
    dossier: Dossier | None

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why it is where it is, and what was strange: keys of redenen.py or Dutch text."""
        chosen = "met_de_hand_gekoppeld" if self.bericht.gekozen else ""
        told = (self.bericht.waarom, chosen, *self.bericht.opvallend)
        return tuple(dict.fromkeys(each for each in told if each))

    @property
    def stand(self) -> Stand:
        """How far it is."""
        return Stand(self.bericht.stand)


@dataclass(frozen=True)
class RowPage:
    """Rows, newest first; `older` is where the next page begins (`before`), None at the end."""

    rows: tuple[Row, ...]
    older: int | None


def page_of(actor: Actor, groep: str, *, on: date, before: int | None = None) -> RowPage:
    """The notices of a group that an actor may see, in two queries. Errors: KeyError."""
    wanted = GROEPEN[groep]
    rows = _in_sight(actor, on=on)
    if len(wanted) < len(Stand):
        rows = rows.filter(stand__in=[each.value for each in wanted])
    if before is not None:
        rows = rows.filter(pk__lt=before)
    found = list(rows.order_by("-pk")[: PAGE + 1])
    older = found[PAGE - 1].pk if len(found) > PAGE else None
    return RowPage(tuple(rows_of(actor, found[:PAGE], on=on)), older)


def one_of(actor: Actor, pk: int, *, on: date) -> Row | None:
    """A notice that an actor may see."""
    found = _in_sight(actor, on=on).filter(pk=pk)
    return next(iter(rows_of(actor, found, on=on)), None)


def texts_of(bericht: Bericht) -> tuple[str | None, str | None]:
    """What DUO wrote, word for word, and what it answered where we did not understand that.

    Errors: UnsealError.
    """
    held = Berichtinhoud.objects.filter(pk=bericht.pk).first()
    if held is None:
        return None, None
    keys, gemeente, of = keys_in_use(), held.gemeente_id, bericht.bericht_id
    written = _shown(unseal_body(held.verzegeld, keys, gemeente=gemeente, of=of))
    if not held.antwoord:
        return written, None
    return written, _shown(unseal_body(held.antwoord, keys, gemeente=gemeente, of=of))


def refused_of(gemeente: int) -> list[Geweigerd]:
    """What was refused of a municipality (CBS code), the newest first."""
    return list(Geweigerd.objects.filter(gemeente=gemeente).order_by("-pk")[:PAGE])


def refused_text(row: Geweigerd) -> str | None:
    """What was refused, word for word; None where nothing is kept. Errors: UnsealError."""
    if not row.verzegeld or row.gemeente_id is None:
        return None
    keys = keys_in_use()
    return _shown(unseal_body(row.verzegeld, keys, gemeente=row.gemeente_id, of=REFUSED))


def is_key(reden: str) -> bool:
    """Whether a reason is one of redenen.py, and no text of the law."""
    return reden in REDENEN


def _in_sight(actor: Actor, *, on: date) -> "QuerySet[Bericht]":
    """Of dossiers in sight, and what is in no dossier yet."""
    rows = Bericht.objects.filter(gemeente__in=actor.gemeenten)
    if actor.may(Recht.ALLE_DOSSIERS_ZIEN):
        return rows
    return rows.filter(
        Q(dossier__isnull=True) | Q(dossier__in=dossiers_visible_to(actor, on=on).values("pk"))
    )


def rows_of(actor: Actor, found: Iterable[Bericht], *, on: date) -> Iterable[Row]:
    """Notices as a list shows them, in one query more."""
    listed = list(found)
    visible: dict[int, Any] = {}
    if numbers := {each.dossier_id for each in listed if each.dossier_id is not None}:
        rows = dossiers_visible_to(actor, on=on).filter(pk__in=numbers)
        visible = {each.pk: each for each in rows.select_related("persoon")}
    for each in listed:
        yield Row(each, duo_event(each.gebeurtenis), visible.get(each.dossier_id or 0))


def _shown(body: bytes) -> str:
    return body.decode("utf-8", "replace")
