"""What the FG sees of the access log: who looked at a person, what an official did, and a day.

The FG reads no case. From a number somebody gives, the database tells which person (id) it is, and
nothing else (`dossier_persoon_van`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import connection

from meedoen.accounts.actor import Actor
from meedoen.accounts.keys import keys_in_use
from meedoen.accounts.roles import Rol
from meedoen.dossier.identity import IdentityError, bsn_hash, checked_bsn, checked_vnummer
from meedoen.law.citation import in_full
from meedoen.law.verwerkingen import verwerkingen
from meedoen.logboek.looks import Vorm
from meedoen.logboek.queries import (
    Looked,
    Seen,
    SeenPage,
    as_ldv,
    counts_by_medewerker,
    looks_at,
    looks_on,
)

WITH_REASON = "toegang_met_reden"
MOST = 5000  # lines in one file
SOME = 500
DAYS = 30  # of the counts
_WHO = "SELECT persoon FROM dossier_persoon_van(%s, %s, %s)"
_NUMBER = "SELECT nummer FROM dossier_dossier WHERE persoon_id = %s"


@dataclass(frozen=True)
class Row:
    """A line of the log in words."""

    seen: Seen
    rol: str
    doel: str
    grond: str
    vorm: str

    @property
    def with_reason(self) -> bool:
        """The dossier of a colleague was opened; the reason stands in that dossier."""
        return self.seen.verwerking == WITH_REASON and self.seen.status == "Ok"


@dataclass(frozen=True)
class Counts:
    """Per official how many people; `hidden`: so many officials stayed below the minimum."""

    rows: tuple[Looked, ...]
    hidden: int
    first: date
    last: date

    @property
    def most(self) -> int:
        """The largest number of people, for the length of the bars."""
        return max((row.people for row in self.rows), default=1) or 1


def employees_are_shown() -> bool:
    """Whether this installation shows what one official did (WOR 27:1k and l); the demo does."""
    return bool(settings.MEDEWERKERLOGBOEK or settings.DEMO)


def person_with(actor: Actor, text: str) -> int | None:
    """The person (id) of a dossier number, V-nummer or BSN in the municipality; None: nobody."""
    vnummer, hashed = None, None
    try:
        hashed = bsn_hash(checked_bsn(text), keys_in_use(), gemeente=actor.gemeenten[0])
    except IdentityError:
        try:
            vnummer = checked_vnummer(text)
        except IdentityError:
            vnummer = None
    found: int | None = _one(_WHO, [text.strip(), vnummer, hashed])
    return found


def dossier_number(persoon: int) -> str | None:
    """How the dossier of a person is called; None where there is none in these municipalities."""
    found: str | None = _one(_NUMBER, [persoon])
    return found


def in_words(page: SeenPage) -> list[Row]:
    """The lines of a page with purpose, ground, role and form."""
    return [_row(seen) for seen in page.rows]


def counts(gemeente: int, *, on: date) -> Counts:
    """How many people each official saw in the last days, from the minimum on."""
    first = on - timedelta(days=DAYS - 1)
    every = [row for row in counts_by_medewerker(first, on, gemeente=gemeente) if row.medewerker]
    shown = tuple(row for row in every if row.people >= settings.MEDEWERKERLOGBOEK_MINIMUM)
    return Counts(shown, len(every) - len(shown), first, on)


def file_of(gemeente: int, *, persoon: int | None = None, day: date | None = None) -> Any:
    """The lines of a person or a day in the form of Logboek Dataverwerkingen, newest first."""
    found: list[dict[str, Any]] = []
    for seen in _all(gemeente, persoon, day):
        if len(found) == MOST:
            break
        found.append(as_ldv(seen))
    return found


def _all(gemeente: int, persoon: int | None, day: date | None) -> Iterator[Seen]:
    before: int | None = None
    while True:
        chosen: dict[str, Any] = {"gemeente": gemeente, "before": before, "most": SOME}
        page = looks_at(persoon, **chosen) if persoon else looks_on(day or date.min, **chosen)
        yield from page.rows
        before = page.older
        if before is None:
            return


def _row(seen: Seen) -> Row:
    entry = verwerkingen(seen.gemeente).named.get(seen.verwerking)
    return Row(
        seen,
        str(Rol(seen.rol).label) if seen.rol in Rol.values else seen.rol,
        entry.titel if entry else seen.verwerking,
        "; ".join(in_full(cited) for cited in entry.grond) if entry else "",
        str(Vorm(seen.vorm).label),
    )


def _one(sql: str, values: list[Any]) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        found = cursor.fetchone()
    return found[0] if found else None
