"""What DUO must be told of contactpersonen: every message that is missing, and no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from meedoen.accounts.werkcontact.queries import Bereikbaar
from meedoen.berichten.contact_beeld import Beeld, left_behind, uncoupled
from meedoen.berichten.contact_tables import Contactmelding, Contactpersoon, Contactsoort
from meedoen.berichten.melding_tables import IS_OPEN, REFUSED, Meldingstand

MOST = 200  # dossiers that one round takes up
# What an official let go, or DUO refused, is not made again while it would say the same.
STOPPED = (*REFUSED, Meldingstand.VERVALLEN)
_STOPPED = Q(stand__in=[each.value for each in STOPPED])


def untold(beeld: Beeld) -> Iterator[Contactmelding]:
    """Messages that there are none of yet, as they would be now; nothing is written."""
    last = {
        each.medewerker_id: each
        for each in Contactmelding.objects.filter(gemeente=beeld.gemeente, dossier=None)
        .order_by("medewerker", "-pk")
        .distinct("medewerker")
    }
    for made in _of_officials(beeld):
        before = last.get(made.medewerker_id)
        if before is None or not _holds_up(before, made):
            yield made
    for each in _not_tried(uncoupled(beeld), Contactsoort.KOPPEL, "wie"):
        yield _of_dossier(beeld, each.pk, each.wie, soort=Contactsoort.KOPPEL)
    for each in _not_tried(left_behind(beeld), Contactsoort.ONTKOPPEL, "bekend"):
        yield _of_dossier(beeld, each.pk, each.bekend, soort=Contactsoort.ONTKOPPEL)


def needed(beeld: Beeld, rows: Iterable[Contactmelding]) -> Mapping[int, Contactmelding | None]:
    """Per message (id) as it would be made now; None: it is not needed any more."""
    dossiers = [each.dossier_id for each in rows if each.dossier_id is not None]
    kinds = (
        (Contactsoort.KOPPEL, uncoupled(beeld), "wie"),
        (Contactsoort.ONTKOPPEL, left_behind(beeld), "bekend"),
    )
    made = {_subject(each): each for each in _of_officials(beeld)}
    for soort, found, who in kinds if dossiers else ():
        pairs = found.filter(pk__in=dossiers).values_list("pk", who)
        of_dossiers = (_of_dossier(beeld, pk, whose, soort=soort) for pk, whose in pairs)
        made |= {_subject(each): each for each in of_dossiers}
    return {row.pk: made.get(_subject(row)) for row in rows}


def stopped(gemeente: int) -> list[Contactmelding]:
    """Messages that wait, or that DUO refused: perhaps they are not needed any more."""
    rows = Contactmelding.objects.filter(
        gemeente=gemeente, stand__in=(Meldingstand.WACHT, *REFUSED)
    )
    return list(rows.select_for_update(skip_locked=True, of=("self",)).order_by("pk")[:MOST])


def next_to_tell(gemeente: int, *, at: datetime, most: int) -> list[Contactmelding]:
    """What is due, the longest waiting first, held so that no other worker has it."""
    rows = Contactmelding.objects.filter(gemeente=gemeente, volgende_at__lte=at)
    rows = rows.select_related("contactpersoon", "dossier__persoon", "medewerker")
    mine = rows.select_for_update(skip_locked=True, of=("self",))
    return list(mine.order_by("volgende_at", "pk")[:most])


def same(one: Contactmelding | Contactpersoon, other: Any) -> bool:
    """Whether both hold the same name, address and number."""
    return (one.naam, one.email, one.telefoon) == (other.naam, other.email, other.telefoon)


def _subject(row: Contactmelding) -> tuple[str, int | None, int]:
    return row.soort, row.dossier_id, row.medewerker_id


def _holds_up(before: Contactmelding, made: Contactmelding) -> bool:
    if before.volgende_at is not None:
        return True  # still open: it says what holds when it goes
    if before.stand not in STOPPED:
        return False
    return before.soort == made.soort and same(before, made)


def _of_officials(beeld: Beeld) -> Iterator[Contactmelding]:
    """Per official what DUO must hear: that he is there, has other data, or is not there."""
    for who in beeld.nodig:
        now, known = beeld.bereikbaar[who], beeld.bekend.get(who)
        if known is None:
            yield _message(beeld, who, Contactsoort.NIEUW, said=now)
        elif not same(known, now):
            yield _message(beeld, who, Contactsoort.GEWIJZIGD, said=now)
    for who, known in beeld.bekend.items():
        if who not in beeld.nodig:
            yield _message(beeld, who, Contactsoort.WEG, said=known)


def _not_tried(rows: QuerySet[Any], soort: Contactsoort, who: str) -> QuerySet[Any]:
    """Without an open message, and without one that was stopped and would say the same."""
    ours = Contactmelding.objects.filter(dossier=OuterRef("pk"))
    again = ours.filter(_STOPPED, pk=OuterRef("laatste"), soort=soort, medewerker=OuterRef(who))
    return rows.filter(~Exists(ours.filter(IS_OPEN)), ~Exists(again)).order_by("pk")[:MOST]


def _message(
    beeld: Beeld, who: int, soort: Contactsoort, *, said: Bereikbaar | Contactpersoon
) -> Contactmelding:
    return Contactmelding(
        gemeente_id=beeld.gemeente,
        medewerker_id=who,
        soort=soort,
        contactpersoon=beeld.bekend.get(who),
        naam=said.naam,
        email=said.email,
        telefoon=said.telefoon,
    )


def _of_dossier(beeld: Beeld, dossier: int, who: int, *, soort: Contactsoort) -> Contactmelding:
    made = _message(beeld, who, soort, said=beeld.bekend[who])
    made.dossier_id = dossier
    return made
