"""Agreements of the newcomer and the agreement with the plan; a line in the diary each."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from meedoen.accounts.scope import current_actor
from meedoen.dossier.actions.diary import Content, DiaryError, append
from meedoen.dossier.actions.documents import add_document
from meedoen.opvang.actions.writing import held, in_dutch, said, writable
from meedoen.persoonlijk_plan.levend.afspraak_tables import Instemming, Planafspraak

AFGESPROKEN, BESPROKEN = "planafspraak_gemaakt", "planafspraak_besproken"
GETEKEND, NIET_GETEKEND = "plan_getekend", "plan_niet_getekend"
AFSPRAKEN, TEKENEN = (AFGESPROKEN, BESPROKEN), (GETEKEND, NIET_GETEKEND)


@dataclass(frozen=True)
class Handtekening:
    """How somebody agrees: with both names; on paper also the scan; or not now, and why."""

    wijze: Instemming.Wijze
    naam_persoon: str = ""
    naam_medewerker: str = ""
    reden: str = ""
    bestand: tuple[str, bytes] | None = field(default=None, repr=False)


def agree(
    dossier_id: int, wat: str, uiterlijk_op: date, *, on: date, at: datetime, gezien: int | None
) -> Planafspraak:
    """What the newcomer does, and by when. Errors: DiaryError for a past day; StaleError."""
    dossier = writable(dossier_id, *AFSPRAKEN, gezien=gezien)
    if uiterlijk_op < on:
        raise DiaryError(_("Deze dag is al voorbij. Kies vandaag of later."))
    content = Content(teksten={"wat": wat}, details={"uiterlijk": in_dutch(uiterlijk_op)})
    told = append(dossier, AFGESPROKEN, content, on=on, at=at)
    row = Planafspraak(dossier=dossier, gebeurtenis=told, wat=wat, uiterlijk_op=uiterlijk_op)
    row.gemeente_id = dossier.gemeente_id
    row.save()
    return row


def talk_over(
    afspraak: Planafspraak, stand: Planafspraak.Stand, toelichting: str, **how: Any
) -> Planafspraak:
    """How it went with what the newcomer would do. `how`: on, at, gezien.

    Errors: DiaryError; StaleError.
    """
    dossier = writable(afspraak.dossier_id, *AFSPRAKEN, gezien=how["gezien"])
    row: Planafspraak = held(Planafspraak.objects.filter(pk=afspraak.pk))
    if stand is Planafspraak.Stand.OPEN:
        raise DiaryError(_("Kies hoe het ging."))
    row.stand, row.toelichting, row.besproken_op = stand, toelichting, how["on"]
    row.save()
    texts = {"wat": row.wat} | ({"toelichting": toelichting} if toelichting else {})
    content = Content(teksten=texts, details={"uitkomst": said(stand)})
    append(dossier, BESPROKEN, content, on=how["on"], at=how["at"])
    return row


def sign_plan(
    dossier_id: int, teken: Handtekening, *, on: date, at: datetime, gezien: int | None = None
) -> Instemming:
    """Keep that both agreed with the plan as it is now, or that somebody does not sign, and why.

    Errors: NotAllowedError; DiaryError for a name, a scan or a reason that is missing; StaleError;
    FileRefusedError for a scan that is no picture or PDF.
    """
    official = current_actor().official
    dossier = writable(dossier_id, *TEKENEN, gezien=gezien)
    _refuse(teken)
    plan = dossier.laatste_nummer
    document = add_document(dossier_id, *teken.bestand, on=on, at=at) if teken.bestand else None
    if document is not None:
        dossier.refresh_from_db()  # the scan has a line of its own
    signed = teken.wijze is not Instemming.Wijze.NIET
    details = {"wijze": said(teken.wijze)}
    if signed:
        details |= {"persoon": teken.naam_persoon, "medewerker": teken.naam_medewerker}
    texts = {} if signed else {"reden": teken.reden}
    soort = GETEKEND if signed else NIET_GETEKEND
    told = append(dossier, soort, Content(teksten=texts, details=details), on=on, at=at)
    return Instemming.objects.create(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        gebeurtenis=told,
        nummer=plan,
        wijze=teken.wijze,
        naam_persoon=teken.naam_persoon if signed else "",
        naam_medewerker=teken.naam_medewerker if signed else "",
        document=document,
        reden="" if signed else teken.reden,
        medewerker_id=official,
        op_at=at,
    )


def _refuse(teken: Handtekening) -> None:
    if teken.wijze is Instemming.Wijze.NIET:
        if not teken.reden:
            raise DiaryError(_("Schrijf op waarom deze persoon nu niet tekent."))
        return
    if not teken.naam_persoon or not teken.naam_medewerker:
        raise DiaryError(_("Vul de namen in van wie tekent: de persoon en de medewerker."))
    if teken.wijze is Instemming.Wijze.PAPIER and teken.bestand is None:
        raise DiaryError(_("Voeg een scan of foto van het getekende plan toe."))
