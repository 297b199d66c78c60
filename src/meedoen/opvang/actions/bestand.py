"""A file of COA: kept under seal until somebody agrees, then written at once, then gone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _

from meedoen.accounts.keys import UnsealError, keys_in_use, seal_text, unseal_text
from meedoen.accounts.roles import Recht, Rol
from meedoen.accounts.scope import current_actor
from meedoen.dossier.actions.diary import Content, DiaryError
from meedoen.dossier.actions.many import Told, open_dossiers, tell_many
from meedoen.dossier.actions.people import NewPerson
from meedoen.dossier.partial_date import OnvolledigeDatum, parse
from meedoen.opvang.actions.arrival import (
    PROFIEL,
    VOORBEREIDING,
    facts_of_preparation,
    in_words,
)
from meedoen.opvang.keuring import Regel
from meedoen.opvang.models import Bestand, Klantprofiel, Langs, Voorbereiding
from meedoen.opvang.office_tables import KEPT

BATCH = 2_000
OF_PREPARATION = (
    "instemming", "instemming_op", "instemming_reden", "nt2_uren", "knm", "intro_map", "intro_pvt",
    "vrijwilligerswerk", "niveau_lezen", "niveau_luisteren", "niveau_schrijven", "niveau_spreken",
)  # fmt: skip
OFFERED = "voorbereiding_aangeboden_op"
TEXTS = ("instemming", "instemming_reden", *(n for n in OF_PREPARATION if n.startswith("niveau")))
APART = str.maketrans({"/": ",", ";": ","})


@dataclass(frozen=True)
class Opgenomen:
    """How many dossiers were opened, and how many that were there got the profile."""

    nieuw: int
    bijgewerkt: int


def keep_file(content: bytes, *, at: datetime) -> Bestand:
    """Keep a file under seal, for who chose it; an earlier one of that official goes."""
    actor = current_actor()
    actor.must(Recht.DOSSIER_OPENEN)
    Bestand.objects.filter(medewerker=actor.official).delete()
    gemeente = actor.gemeenten[0]
    sealed = seal_text(content.decode("latin-1"), keys_in_use(), purpose=_purpose(gemeente))
    return Bestand.objects.create(
        gemeente_id=gemeente, medewerker_id=actor.official, verzegeld=sealed, gemaakt_at=at
    )


def content_of(bestand: Bestand) -> bytes:
    """The bytes of a kept file. Errors: DiaryError where its key is gone."""
    purpose = _purpose(bestand.gemeente_id)
    try:
        return unseal_text(bestand.verzegeld, keys_in_use(), purpose=purpose).encode("latin-1")
    except UnsealError:
        raise DiaryError(_("Dit bestand is niet meer te lezen. Kies het opnieuw.")) from None


def _purpose(gemeente: int) -> str:
    return f"opvang bestand {gemeente:04d}"


def throw_away(bestand_id: int) -> None:
    """Nothing is taken in: the file goes."""
    Bestand.objects.filter(pk=bestand_id, medewerker=current_actor().official).delete()


def forget_files(*, at: datetime) -> int:
    """What waited longer than a day goes, of every municipality; how many that were."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT opvang_vergeet_bestanden(%s)", [at - KEPT])
        found = cursor.fetchone()
    return int(found[0]) if found else 0


def take_in(rows: Sequence[Regel], *, on: date, at: datetime) -> Opgenomen:
    """Write the rows that are right: a dossier for who is new, and profile and preparation of all.

    In the transaction of the caller, who holds the file. Errors: DuplicateError where somebody got
    a dossier meanwhile; KeyError where one may no longer be written in.
    """
    actor = current_actor()
    actor.must(Recht.DOSSIER_OPENEN)
    actor.must(Recht.VASTLEGGEN)
    gemeente = actor.gemeenten[0]
    good = [row for row in rows if row.telt and not row.fout]
    new = [row for row in good if row.dossier is None]
    mine = actor.official if actor.rol is Rol.KLANTMANAGER else None
    opened = open_dossiers(gemeente, [_person(row) for row in new], on=on, at=at, klantmanager=mine)
    ids = dict(zip((row.nummer for row in new), opened, strict=True))
    of_row = [(row.dossier or ids[row.nummer], row) for row in good]
    _write(of_row, on=on, at=at)
    return Opgenomen(len(new), len(good) - len(new))


def _person(row: Regel) -> NewPerson:
    told = row.waarden
    geboren = told.get("geboortedatum")
    talen = (told.get("talen") or "").translate(APART).split(",")
    return NewPerson(
        naam=told["naam"],
        geboortedatum=parse(geboren) if geboren else OnvolledigeDatum(),
        bsn=told.get("bsn") or "",
        vnummer=told.get("vnummer") or "",
        talen=[each.strip() for each in talen if each.strip()],
    )


def _coupled(dossier: int, row: Regel) -> Iterator[Told]:
    """The koppeling, where it is new; who lives here already stays housed."""
    day = row.waarden.get("gekoppeld_op")
    if day is not None and row.waarden.get("koppelen", True):
        feiten: dict[str, Any] = {"gekoppeld_op": day}
        if row.waarden.get("gehuisvest") is None:
            feiten["gehuisvest"] = False
        yield Told(dossier, "gekoppeld", Content(feiten=feiten), day)


def _write(of_row: Sequence[tuple[int, Regel]], *, on: date, at: datetime) -> None:
    """The lines of all rows in one go, and the rows of the profile and the preparation."""
    profiles = [_profile(pk, row, on=on, at=at) for pk, row in of_row]
    prepared = [_preparation(pk, row, on=on, at=at) for pk, row in of_row if _tells(row)]
    coupled = [line for pk, row in of_row for line in _coupled(pk, row)]
    received = Content(teksten={"klantprofiel": "met een bestand van het COA"})
    offered = {pk: row.waarden.get(OFFERED) for pk, row in of_row}
    lines = tell_many(
        (
            *coupled,
            *(Told(each.dossier_id, PROFIEL, received, on) for each in profiles),
            *(_prepared(each, offered[each.dossier_id]) for each in prepared),
        ),
        at=at,
    )
    rows: list[Klantprofiel | Voorbereiding] = [*profiles, *prepared]
    for made, line in zip(rows, lines[len(coupled) :], strict=True):
        made.gebeurtenis = line
    Klantprofiel.objects.bulk_create(profiles, BATCH)
    Voorbereiding.objects.bulk_create(prepared, BATCH)


def _profile(dossier: int, row: Regel, *, on: date, at: datetime) -> Klantprofiel:
    actor = current_actor()
    return Klantprofiel(
        gemeente_id=actor.gemeenten[0],
        dossier_id=dossier,
        langs=Langs.BESTAND,
        ontvangen_op=on,
        opgemaakt_op=row.waarden.get("opgemaakt_op"),
        opvanglocatie=row.waarden.get("opvanglocatie") or "",
        gezinsgrootte=row.waarden.get("gezinsgrootte"),
        medewerker_id=actor.official,
        gemaakt_at=at,
    )


def _tells(row: Regel) -> bool:
    """Whether anything is told of the preparation; who was told nothing of gets no row."""
    return any(row.waarden.get(name) is not None for name in (OFFERED, *OF_PREPARATION))


def _preparation(dossier: int, row: Regel, *, on: date, at: datetime) -> Voorbereiding:
    actor = current_actor()
    return Voorbereiding(
        gemeente_id=actor.gemeenten[0],
        dossier_id=dossier,
        langs=Langs.BESTAND,
        stand_op=row.waarden.get("opgemaakt_op") or on,
        medewerker_id=actor.official,
        gemaakt_at=at,
        **_told(row),
    )


def _prepared(row: Voorbereiding, offered: date | None) -> Told:
    feiten = facts_of_preparation(row)
    if offered is not None:
        feiten[OFFERED] = offered
    content = Content(feiten=feiten, teksten={"voorbereiding": in_words(row)})
    return Told(row.dossier_id, VOORBEREIDING, content, row.stand_op)


def _told(row: Regel) -> dict[str, Any]:
    told = {name: row.waarden.get(name) for name in OF_PREPARATION}
    return told | {name: told[name] or "" for name in TEXTS}
