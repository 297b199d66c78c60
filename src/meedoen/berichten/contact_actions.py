"""What becomes of a message about a contactpersoon: taken up, sent, answered; each step is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from unicodedata import category
from uuid import UUID, uuid4

import structlog
from django.db import IntegrityError, transaction

from meedoen.berichten.contact_beeld import Beeld
from meedoen.berichten.contact_tables import (
    OF_DOSSIER,
    Contactmelding,
    Contactpersoon,
    Contactsoort,
    Contactstap,
)
from meedoen.berichten.contact_work import needed, same, stopped, untold
from meedoen.berichten.melding_step_actions import Step, moved
from meedoen.berichten.melding_tables import OPEN, Meldingstand
from meedoen.berichten.persoon import bsn_of
from meedoen.berichten.turn import A_DAY, MOST_TRIES, rest
from meedoen.dossier.identity import SealError
from meedoen.ports.duo_errors import (
    AfgewezenError,
    DuoError,
    FoutVerzoekError,
    GeenToegangError,
    NietBekendError,
    NietBereikbaarError,
    OnbekendeUitkomstError,
)
from meedoen.ports.duo_telling import Contactgegevens
from meedoen.ports.identity import Bsn

SIGNS = frozenset("'‘. ")
LONGEST_NAAM, LONGEST_EMAIL = 100, 241
UNSURE = "contact_onzeker"  # DUO may have a new one, and only a human can find out
log = structlog.get_logger("meedoen.tasks")


@dataclass(frozen=True)
class Send:
    """What goes to DUO now: which message, the number at DUO, the data, and about whom."""

    soort: Contactsoort
    bericht_id: UUID
    gegevens: Contactgegevens = field(repr=False)
    nummer: int = 0
    bsn: Bsn | None = field(default=None, repr=False)


def take_up(beeld: Beeld, *, at: datetime) -> None:
    """A message for all that DUO must hear; what waits or was refused and is no longer so, goes.

    In a transaction, in the scope of the worker. One that another worker made meanwhile is left.
    """
    waiting = stopped(beeld.gemeente)
    now = needed(beeld, waiting)
    for row in waiting:
        made = now[row.pk]
        if made is None or not _as_before(row, made):
            became(row, Step(Meldingstand.INGETROKKEN, "contact_anders"), at=at)
    for made in untold(beeld):
        made.stand, made.gemaakt_at, made.volgende_at = Meldingstand.KLAAR, at, at
        try:
            with transaction.atomic():
                made.save(force_insert=True)
        except IntegrityError:
            continue
        became(made, Step(Meldingstand.KLAAR, na=timedelta(0)), at=at)


def _as_before(row: Contactmelding, made: Contactmelding) -> bool:
    """Whether it would say what it said when it stopped."""
    if row.dossier_id is None:
        return same(row, made)
    return row.contactpersoon_id == made.contactpersoon_id


def look_at(row: Contactmelding, made: Contactmelding | None, *, at: datetime) -> Send | None:
    """Decide what to do; what is to be sent is written down first. None: nothing goes now.

    `made`: the message as it would be now. What went and was not answered goes again as it was, but
    never a new contactpersoon: DUO does not say whom it has, and would have him twice.
    """
    went = row.stand == Meldingstand.VERZONDEN
    if went and row.soort == Contactsoort.NIEUW:
        became(row, Step(Meldingstand.VERZONDEN, UNSURE), at=at)
        return None
    again = went and row.contactpersoon is not None and row.contactpersoon.weg_at is None
    if made is None and not again:
        became(row, Step(Meldingstand.INGETROKKEN, "contact_anders"), at=at)
        return None
    if made is not None:
        row.naam, row.email, row.telefoon = made.naam, made.email, made.telefoon
        row.contactpersoon = made.contactpersoon
    step = _stops(row)
    bsn = _bsn(row) if step is None and row.soort in OF_DOSSIER else None
    if step is None and row.soort in OF_DOSSIER and bsn is None:
        step = Step(Meldingstand.WACHT, "zonder_bsn")
    if step is not None:
        became(row, step, at=at)
        return None
    row.bericht_id, row.verzonden_at = uuid4(), at
    row.pogingen = min(row.pogingen + 1, 32_000)
    became(row, Step(Meldingstand.VERZONDEN, na=rest(row.pogingen)), at=at)
    return Send(
        Contactsoort(row.soort),
        row.bericht_id,
        Contactgegevens(row.naam, row.email, row.telefoon),
        row.contactpersoon.duo_nummer or 0 if row.contactpersoon else 0,
        bsn,
    )


def _stops(row: Contactmelding) -> Step | None:
    """Why it cannot go: DUO would refuse the name or the address, or the number is not known."""
    if row.soort in (Contactsoort.NIEUW, Contactsoort.GEWIJZIGD):
        wrong = list(_refused_by_duo(row))
        if wrong:
            return Step(Meldingstand.VOORAF, "vooraf", wrong)
    if row.soort != Contactsoort.NIEUW and (
        row.contactpersoon is None or row.contactpersoon.duo_nummer is None
    ):
        return Step(Meldingstand.WACHT, "contact_zonder_nummer")
    return None


def _refused_by_duo(row: Contactmelding) -> Sequence[str]:
    """CON-3, in words."""
    wrong = []
    if len(row.naam) > LONGEST_NAAM or not all(map(_may_stand, row.naam)):
        wrong.append("De naam mag alleen letters, spaties, punten en streepjes hebben (CON-3)")
    if not 4 <= len(row.email) <= LONGEST_EMAIL:
        wrong.append("Het e-mailadres mag niet langer zijn dan 241 tekens (CON-3)")
    return wrong


def _may_stand(sign: str) -> bool:
    return sign in SIGNS or category(sign)[0] == "L" or category(sign) == "Pd"


def _bsn(row: Contactmelding) -> Bsn | None:
    try:
        digits = bsn_of(row.dossier) if row.dossier is not None else ""
    except SealError:
        return None
    return Bsn(digits) if digits else None


def answered(row: Contactmelding, found: DuoError | int | None, *, at: datetime) -> None:
    """Write down what DUO answered; no error: it took it, and of a new one told the number."""
    mine = mine_of(row)
    if mine is None:
        return
    gone = (Contactsoort.WEG, Contactsoort.ONTKOPPEL)
    if not isinstance(found, DuoError) or (
        isinstance(found, NietBekendError) and mine.soort in gone
    ):
        took(mine, found if isinstance(found, int) else None, at=at)
        became(mine, Step(Meldingstand.BEVESTIGD), at=at)
        return
    if isinstance(found, NietBekendError) and mine.soort == Contactsoort.GEWIJZIGD:
        _forgotten(mine, at=at)
        became(mine, Step(Meldingstand.INGETROKKEN, "contact_weg_bij_duo"), at=at)
        return
    became(mine, _not_taken(mine, found), at=at)


def took(row: Contactmelding, nummer: int | None, *, at: datetime) -> None:
    """DUO has it now: keep what it knows. `nummer`: of a new one."""
    if row.soort == Contactsoort.NIEUW:
        row.contactpersoon = Contactpersoon.objects.create(
            gemeente_id=row.gemeente_id,
            medewerker_id=row.medewerker_id,
            duo_nummer=nummer,
            naam=row.naam,
            email=row.email,
            telefoon=row.telefoon,
            sinds_at=at,
        )
    elif row.soort == Contactsoort.GEWIJZIGD:
        told = {"naam": row.naam, "email": row.email, "telefoon": row.telefoon}
        Contactpersoon.objects.filter(meldingen=row).update(**told)
    elif row.soort == Contactsoort.WEG:
        _forgotten(row, at=at)


def _forgotten(row: Contactmelding, *, at: datetime) -> None:
    """DUO does not have this one any more, nor whose he was (CON-2)."""
    Contactpersoon.objects.filter(meldingen=row, weg_at=None).update(weg_at=at)


def _not_taken(row: Contactmelding, error: DuoError) -> Step:
    if isinstance(error, AfgewezenError):
        return Step(Meldingstand.AFGEWEZEN, "afgewezen", error.foutteksten)
    if isinstance(error, FoutVerzoekError):
        return Step(Meldingstand.AFGEWEZEN, "fout_verzoek")
    if isinstance(error, OnbekendeUitkomstError) and row.soort == Contactsoort.NIEUW:
        return Step(Meldingstand.VERZONDEN, UNSURE)
    if isinstance(error, OnbekendeUitkomstError | NietBereikbaarError):
        na = max(rest(row.pogingen), timedelta(seconds=error.after))
        if isinstance(error, OnbekendeUitkomstError):
            return Step(Meldingstand.VERZONDEN, "contact_onbekende_uitkomst", na=na)
        return Step(Meldingstand.KLAAR, "duo_onbereikbaar", na=na)
    no_access = isinstance(error, GeenToegangError)
    return Step(Meldingstand.WACHT, "geen_toegang" if no_access else "contact_koppel_onbekend")


def failed(row: Contactmelding, error: Exception, *, at: datetime) -> None:
    """All that was done of it is taken back: tried later, and after some tries once a day."""
    log.exception("contact message failed", contactmelding=row.pk, exc_info=error)
    mine = mine_of(row)
    if mine is None:
        return
    mine.pogingen = min(mine.pogingen + 1, 32_000)
    often = mine.pogingen >= MOST_TRIES
    waarom, na = ("fout_blijft", A_DAY) if often else ("fout", rest(mine.pogingen))
    became(mine, Step(Meldingstand(mine.stand), waarom, na=na), at=at)


def mine_of(row: Contactmelding) -> Contactmelding | None:
    """The row, held, if nobody did anything with it since it was read."""
    rows = Contactmelding.objects.filter(pk=row.pk, pogingen=row.pogingen)
    rows = rows.filter(stand__in=[each.value for each in OPEN])
    return rows.select_related("contactpersoon").select_for_update(of=("self",)).first()


CHANGED = (
    "stand", "waarom", "redenen", "pogingen", "volgende_at", "bericht_id", "verzonden_at",
    "klaar_at", "met_de_hand", "contactpersoon", "naam", "email", "telefoon",
)  # fmt: skip


def became(row: Contactmelding, step: Step, *, at: datetime) -> None:
    """A message goes a step, and keeps it; the same as before, over again, is no new step."""
    kept = moved(row, step, CHANGED, at=at)
    if kept is not None:
        Contactstap.objects.create(contactmelding=row, **kept)
