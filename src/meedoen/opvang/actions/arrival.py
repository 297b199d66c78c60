"""Writing down what COA told about somebody who comes.

`gezien` is the last number of the diary when the screen was made; see dossier/actions.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from meedoen.accounts.scope import current_actor
from meedoen.dossier.actions.diary import Content, append
from meedoen.dossier.actions.documents import add_document
from meedoen.opvang.actions.writing import in_dutch, not_ahead, said, writable
from meedoen.opvang.models import Driegesprek, Klantprofiel, Langs, Voorbereiding
from meedoen.rules.column import Plain

PROFIEL, VOORBEREIDING, GESPREK = (
    "klantprofiel_ontvangen",
    "voorbereiding_bijgewerkt",
    "driegesprek_gevoerd",
)


@dataclass(frozen=True)
class Profiel:
    """A klantprofiel as it came in; `bestand` is the name and the bytes of a document, if any."""

    ontvangen_op: date
    opgemaakt_op: date | None = None
    opvanglocatie: str = ""
    gezinsgrootte: int | None = None
    bestand: tuple[str, bytes] | None = field(default=None, repr=False)


def receive_profile(
    dossier_id: int, profiel: Profiel, *, on: date, at: datetime, gezien: int | None = None
) -> Klantprofiel:
    """A klantprofiel came in, by form or as a document. Errors: FileRefusedError; StaleError."""
    not_ahead(max(profiel.ontvangen_op, profiel.opgemaakt_op or profiel.ontvangen_op), on=on)
    dossier = writable(dossier_id, PROFIEL, gezien=gezien)
    document = None
    if profiel.bestand is not None:
        name, content = profiel.bestand
        document = add_document(dossier_id, name, content, on=on, at=at)
        dossier.refresh_from_db()
    langs = Langs.DOCUMENT if document else Langs.FORMULIER
    content_of = Content(teksten={"klantprofiel": said(langs)})
    return Klantprofiel.objects.create(
        gebeurtenis=append(dossier, PROFIEL, content_of, on=profiel.ontvangen_op, at=at),
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        langs=langs,
        ontvangen_op=profiel.ontvangen_op,
        opgemaakt_op=profiel.opgemaakt_op,
        opvanglocatie=profiel.opvanglocatie,
        gezinsgrootte=profiel.gezinsgrootte,
        document=document,
        medewerker_id=current_actor().official,
        gemaakt_at=at,
    )


def tell_preparation(
    dossier_id: int, told: Mapping[str, Any], *, on: date, at: datetime, gezien: int | None = None
) -> Voorbereiding:
    """How the preparation stands on `told["stand_op"]`; what is left out was not told.

    `told`: columns of Voorbereiding. Errors: DiaryError for a day to come; StaleError.
    """
    not_ahead(told["stand_op"], on=on)
    not_ahead(told.get("instemming_op"), on=on)
    dossier = writable(dossier_id, VOORBEREIDING, gezien=gezien)
    made = Voorbereiding(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        medewerker_id=current_actor().official,
        gemaakt_at=at,
        **{"langs": Langs.FORMULIER, **told},
    )
    content = Content(feiten=facts_of_preparation(made), teksten={"voorbereiding": in_words(made)})
    made.gebeurtenis = append(dossier, VOORBEREIDING, content, on=made.stand_op, at=at)
    made.save(force_insert=True)
    return made


def facts_of_preparation(row: Voorbereiding) -> dict[str, Plain]:
    """What the rules learn of it: whether somebody takes part now."""
    if row.instemming in {Voorbereiding.Instemming.JA, Voorbereiding.Instemming.NEE}:
        return {"volgt_voorbereiding": row.instemming == Voorbereiding.Instemming.JA}
    return {}


def in_words(row: Voorbereiding) -> str:
    """What a row tells, in Dutch, for the diary and the copy of AVG 15."""
    return "; ".join(_told(row)) or "niets nieuws"


def _told(row: Voorbereiding) -> Iterator[str]:
    if row.instemming:
        since = f" ({in_dutch(row.instemming_op)})" if row.instemming_op else ""
        reason = f", {row.instemming_reden}" if row.instemming_reden else ""
        yield f"doet mee: {row.instemming}{reason}{since}"
    if row.nt2_uren is not None:
        yield f"NT2: {row.nt2_uren} uur"
    for name, what in (
        ("knm", "KNM"),
        ("intro_map", "introductie MAP"),
        ("intro_pvt", "introductie PVT"),
        ("vrijwilligerswerk", "vrijwilligerswerk in het azc"),
    ):
        answer = getattr(row, name)
        if answer is not None:
            yield f"{what}: {'ja' if answer else 'nee'}"
    for skill in ("lezen", "luisteren", "schrijven", "spreken"):
        level = getattr(row, f"niveau_{skill}")
        if level:
            yield f"{skill}: {level}"


def hold_talk(
    dossier_id: int,
    hoe: Driegesprek.Hoe,
    afspraken: str,
    *,
    on: date,
    at: datetime,
    gezien: int | None = None,
) -> Driegesprek:
    """Person, COA and municipality talked on this day. Errors: DiaryError; StaleError."""
    dossier = writable(dossier_id, GESPREK, gezien=gezien)
    content = Content(teksten={"afspraken": afspraken} if afspraken else {})
    return Driegesprek.objects.create(
        gebeurtenis=append(dossier, GESPREK, content, on=on, at=at),
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        gevoerd_op=on,
        hoe=hoe,
        afspraken=afspraken,
        medewerker_id=current_actor().official,
        gemaakt_at=at,
    )
