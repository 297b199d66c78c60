"""How a signed letter goes out: at once, or by the mailroom; and what is done when it comes back.

Who sends, says how, and Meedoen keeps the proof (Verzending). The day of sending is the dagtekening
and nobody types it.
"""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import current_actor
from meedoen.dossier.actions.bezwaar_beslissing import settle
from meedoen.dossier.actions.diary import Content, DiaryError, append, lock
from meedoen.dossier.actions.documents import keep_letter
from meedoen.dossier.addressee import HAND, POST
from meedoen.dossier.besluiten import values_of
from meedoen.dossier.hulpblad import sheet_name, sheet_of
from meedoen.dossier.models import Besluit, Dossier, Verzending
from meedoen.dossier.sending import (
    NOTHING,
    Bewijs,
    address_for,
    current,
    letter_for,
    refuse,
    waiting,
)
from meedoen.law.brief_file import brief_kinds

SENT = ("brief", "verzonden_at", "dagtekening", "kanaal", "geadresseerde")


def held(besluit_id: int, *, also_restricted: bool = False) -> tuple[Besluit, Dossier]:
    """The besluit and its dossier, both held for this transaction. Errors: DiaryError."""
    if not transaction.get_connection().in_atomic_block:
        raise DiaryError("Dit kan alleen binnen een transactie.")
    found = Besluit.objects.filter(pk=besluit_id).first()
    if found is None:
        raise DiaryError(_("Dit besluit is er niet, of u mag het niet zien."))
    dossier = lock(found.dossier_id, also_restricted=also_restricted)
    return Besluit.objects.select_for_update().get(pk=besluit_id), dossier


def send_now(
    besluit_id: int, kanaal: str, bewijs: Bewijs = NOTHING, *, on: date, at: datetime
) -> Besluit:
    """Send what was signed, today, and keep the letter as it went, with its proof.

    One transaction: when the letter cannot be made, nothing is sent.
    Errors: LetterError; DiaryError when it is not signed, sent already, or has no safe address.
    """
    actor = current_actor()
    actor.must(Recht.ONDERTEKENEN)
    besluit, dossier = held(besluit_id)
    refuse(besluit, dossier, on=on)
    _refuse_in_mailroom(besluit)
    to = address_for(dossier, kanaal, bewijs, on=on)
    letter, geadresseerde = letter_for(besluit, to, on=on, at=at)
    pdf = letter.pdf()
    row = Verzending(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        besluit=besluit,
        kanaal=kanaal,
        klaargezet_at=at,
        klaargezet_door_id=actor.official,
        geadresseerde=geadresseerde,
        **_proof(kanaal, bewijs, to.naam[0]),
    )
    return went_out(row, pdf, dossier, on=on, at=at)


def _proof(kanaal: str, bewijs: Bewijs, naam: str) -> dict[str, Any]:
    """What is handed over is taken by whom it is for, unless somebody else is named."""
    proof = asdict(bewijs)
    return proof | {"aan": bewijs.aan or naam} if kanaal == HAND else proof


def went_out(row: Verzending, pdf: bytes, dossier: Dossier, *, on: date, at: datetime) -> Besluit:
    """Note that this letter went out on a day: its row, its document, the besluit, the diary."""
    besluit = row.besluit
    kind = brief_kinds()[besluit.soort]
    row.brief = keep_letter(dossier, f"{kind.title} {on.isoformat()}.pdf", pdf, at=at)
    sheet = sheet_of(besluit, on=on, at=at)
    if sheet is not None:
        keep_letter(dossier, sheet_name(besluit, on), sheet, at=at)
    besluit.brief, besluit.dagtekening, besluit.verzonden_at = row.brief, on, at
    besluit.kanaal, besluit.geadresseerde = row.kanaal, row.geadresseerde
    besluit.save(update_fields=SENT)
    row.regel = _tell(besluit, dossier, on=on, at=at)
    row.verzonden_op, row.verzonden_at, row.pdf = on, at, b""
    row.verzonden_door_id = current_actor().official
    row.save()
    settle(besluit, dossier, on=on, at=at)
    return besluit


def _tell(besluit: Besluit, dossier: Dossier, *, on: date, at: datetime) -> int:
    """Write in the diary that it was sent; the number of the line with what follows from it."""
    kind = brief_kinds()[besluit.soort]
    feiten = kind.facts_on(values_of(kind, besluit), on)
    told = Content(feiten=feiten, details=_which(besluit))
    if not kind.gebeurtenis:
        return append(dossier, "besluit_verzonden", told, on=on, at=at).nummer
    _note(dossier, besluit, "besluit_verzonden", on=on, at=at)
    return append(dossier, kind.gebeurtenis, told, on=on, at=at).nummer


def _refuse_in_mailroom(besluit: Besluit) -> None:
    row = waiting(besluit)
    if row is not None:
        raise DiaryError(_("De brief ligt al klaar voor de postkamer. Haal hem daar eerst weg."))


def ready_for_mailroom(
    besluit_id: int, bewijs: Bewijs = NOTHING, *, on: date, at: datetime
) -> Verzending:
    """Lay a signed letter ready: the mailroom prints it, dates it and posts it.

    Errors: as `send_now`, told now and not only when the batch is made.
    """
    actor = current_actor()
    actor.must(Recht.ONDERTEKENEN)
    besluit, dossier = held(besluit_id)
    refuse(besluit, dossier, on=on)
    _refuse_in_mailroom(besluit)
    address_for(dossier, POST, bewijs, on=on)
    row = Verzending.objects.create(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        besluit=besluit,
        kanaal=POST,
        klaargezet_at=at,
        klaargezet_door_id=actor.official,
        adres_nagekeken=bewijs.adres_nagekeken,
    )
    _note(dossier, besluit, "brief_klaargezet", on=on, at=at)
    return row


def take_back(besluit_id: int, *, on: date, at: datetime) -> Besluit:
    """Take a letter away from the mailroom. Errors: DiaryError once it is printed."""
    current_actor().must(Recht.ONDERTEKENEN)
    besluit, dossier = held(besluit_id)
    row = waiting(besluit)
    if row is None:
        raise DiaryError(_("Deze brief ligt niet klaar voor de postkamer."))
    row = Verzending.objects.select_for_update().get(pk=row.pk)
    if row.partij_id is not None:
        raise DiaryError(_("De postkamer heeft deze brief al geprint. Overleg met de postkamer."))
    row.vervallen_at = at
    row.save(update_fields=["vervallen_at"])
    _note(dossier, besluit, "brief_teruggehaald", on=on, at=at)
    return besluit


def came_back(
    besluit_id: int, reden: Verzending.Terug, *, bekend: bool, on: date, at: datetime
) -> Verzending:
    """Record on which day a sent letter came back, and whether it counts as made known.

    Where it does not, what followed from its sending no longer holds: its facts are taken back, and
    the letter must go out again with a dagtekening of its own (decision 0013).
    Errors: DiaryError.
    """
    actor = current_actor()
    actor.must(Recht.VASTLEGGEN)
    besluit, dossier = held(besluit_id)
    row = current(besluit)
    if row is None or row.verzonden_op is None:
        raise DiaryError(_("Deze brief is niet verzonden. Hij kan dus niet terugkomen."))
    if row.terug_op is not None:
        raise DiaryError(_("U legde al vast dat deze brief terugkwam."))
    if on < row.verzonden_op:
        raise DiaryError(_("De brief kan niet terugkomen voordat hij is verzonden."))
    row.terug_op, row.terug_reden, row.terug_at = on, reden.value, at
    row.terug_door_id, row.bekend = actor.official, bekend
    row.save(update_fields=["terug_op", "terug_reden", "terug_at", "terug_door", "bekend"])
    details = _which(besluit) | {"reden": reden.value, "bekend": bekend}
    undone = None if bekend else row.regel
    append(dossier, "brief_kwam_terug", Content(details=details), on=on, at=at, herstelt=undone)
    return row


def looked_into(besluit_id: int, gedaan: str, *, on: date, at: datetime) -> Verzending:
    """Close the task of a letter that came back and still counts: what was done to reach him."""
    current_actor().must(Recht.VASTLEGGEN)
    besluit, dossier = held(besluit_id)
    row = current(besluit)
    if row is None or row.terug_op is None or row.terug_klaar_at is not None:
        raise DiaryError(_("Er is geen brief die terugkwam."))
    if row.bekend is False:
        raise DiaryError(_("Deze brief moet opnieuw worden verstuurd. Dan is dit pas klaar."))
    row.terug_klaar_at = at
    row.save(update_fields=["terug_klaar_at"])
    content = Content(details=_which(besluit), teksten={"gedaan": gedaan})
    append(dossier, "terugkomst_uitgezocht", content, on=on, at=at)
    return row


def _which(besluit: Besluit) -> dict[str, Any]:
    return {"besluit": besluit.pk, "soort": besluit.soort}


def _note(dossier: Dossier, besluit: Besluit, soort: str, *, on: date, at: datetime) -> None:
    append(dossier, soort, Content(details=_which(besluit)), on=on, at=at)
