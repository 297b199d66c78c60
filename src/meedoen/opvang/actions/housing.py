"""A house is offered and accepted, the key is there, family comes later: each a line in the diary.

Moving in itself is the gebeurtenis `ingeschreven`; nobody types it here again.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from meedoen.accounts.scope import current_actor
from meedoen.dossier.actions.diary import Content, DiaryError, append
from meedoen.opvang.actions.writing import held, in_dutch, not_ahead, said, writable
from meedoen.opvang.models import Nareis, Woning

AANBOD, JA, NEE = "woning_aangeboden", "woning_geaccepteerd", "woning_geweigerd"
AFGESPROKEN, SLEUTEL, NAREIS = "sleutel_afgesproken", "sleutel_gekregen", "nareis_bijgewerkt"


def offer_house(
    dossier_id: int,
    where: Mapping[str, str],
    *,
    on: date,
    at: datetime,
    gezien: int | None = None,
) -> Woning:
    """A house is offered on this day. Errors: DiaryError while another offer is open; StaleError.

    `where`: straat, postcode and plaats.
    """
    dossier = writable(dossier_id, AANBOD, gezien=gezien)
    if Woning.objects.filter(dossier=dossier, stand__in=Woning.OPEN).exists():
        raise DiaryError(_("Er is al een woning aangeboden. Leg eerst vast hoe dat afliep."))
    made = Woning.objects.create(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        aangeboden_op=on,
        medewerker_id=current_actor().official,
        gemaakt_at=at,
        **where,
    )
    # no address in the diary: under safe contact it must stay closed there too
    append(dossier, AANBOD, Content(details={"rij": made.pk}), on=on, at=at)
    return made


def answer_offer(
    woning: Woning,
    stand: Woning.Stand,
    *,
    on: date,
    at: datetime,
    gezien: int | None = None,
) -> None:
    """The offer is accepted, refused or gone, on this day. Errors: DiaryError; StaleError."""
    dossier = writable(woning.dossier_id, JA, NEE, gezien=gezien)
    row = held(Woning.objects.filter(pk=woning.pk))
    if stand is Woning.Stand.AANGEBODEN or row.stand not in Woning.OPEN:
        raise DiaryError(_("Over deze woning is al beslist."))
    if on < row.aangeboden_op:
        raise DiaryError(_("Deze dag ligt voor het aanbod. Kijk de datum na."))
    row.stand, row.beantwoord_op = stand, on
    if stand is not Woning.Stand.GEACCEPTEERD:
        row.sleutel_op = None
    row.save()
    accepted = stand is Woning.Stand.GEACCEPTEERD
    content = Content() if accepted else Content(teksten={"woning": said(stand)})
    append(dossier, JA if accepted else NEE, content, on=on, at=at)


def set_key(
    woning: Woning, day: date, *, on: date, at: datetime, gezien: int | None = None
) -> None:
    """On which day the key is (or was) given. Errors: DiaryError; StaleError."""
    dossier = writable(woning.dossier_id, AFGESPROKEN, SLEUTEL, gezien=gezien)
    row = held(Woning.objects.filter(pk=woning.pk))
    if row.stand != Woning.Stand.GEACCEPTEERD:
        raise DiaryError(_("Leg eerst vast dat de woning is geaccepteerd."))
    if day < row.aangeboden_op:
        raise DiaryError(_("Deze dag ligt voor het aanbod. Kijk de datum na."))
    row.sleutel_op = day
    row.save()
    if day > on:
        content = Content(teksten={"sleutel": in_dutch(day)})
        append(dossier, AFGESPROKEN, content, on=on, at=at)
    else:
        append(dossier, SLEUTEL, Content(), on=day, at=at)


def expect_family(
    dossier_id: int, who: Mapping[str, Any], *, on: date, at: datetime, gezien: int | None = None
) -> Nareis:
    """Family comes later. `who`: columns of Nareis. Errors: DiaryError; StaleError."""
    not_ahead(who.get("mvv_op"), on=on)
    dossier = writable(dossier_id, NAREIS, gezien=gezien)
    made = Nareis.objects.create(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        stand_op=on,
        medewerker_id=current_actor().official,
        gemaakt_at=at,
        **who,
    )
    append(dossier, NAREIS, Content(teksten={"nareis": told_of(made)}), on=on, at=at)
    return made


def change_family(
    nareis: Nareis, who: Mapping[str, Any], *, on: date, at: datetime, gezien: int | None = None
) -> None:
    """What is known of the family that comes later, anew. Errors: DiaryError; StaleError."""
    not_ahead(who.get("mvv_op"), on=on)
    dossier = writable(nareis.dossier_id, NAREIS, gezien=gezien)
    row = held(Nareis.objects.filter(pk=nareis.pk))
    for name, value in who.items():
        setattr(row, name, value)
    row.stand_op = on
    row.save()
    append(dossier, NAREIS, Content(teksten={"nareis": told_of(row)}), on=on, at=at)


def told_of(row: Nareis) -> str:
    """Who comes, in Dutch, for the diary."""
    parts = [f"{row.aantal} ({row.wie}): {row.stand}"]
    if row.mvv_op:
        parts.append(f"mvv op {in_dutch(row.mvv_op)}")
    if row.verwacht_op:
        parts.append(f"verwacht op {in_dutch(row.verwacht_op)}")
    return "; ".join(parts)
