"""Who told a fact: every time that somebody did, and which of them counts on a day."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import OuterRef, Subquery

from meedoen.accounts.huisstijl import in_own_words
from meedoen.dossier.as_of import AsOf
from meedoen.dossier.models import Dossier, Feit, Gebeurtenis
from meedoen.law.plain_text import from_plain_json
from meedoen.law.presentation import first_up, in_words, spoken
from meedoen.law.register import register
from meedoen.rules.fact import Fact

OPENED, CHANGED = "dossier_geopend", "persoon_gewijzigd"
PARTS = (
    "adres_gewijzigd",
    "gezin_gewijzigd",
    "veilig_contact_afgesproken",
    "vertegenwoordiging_vastgelegd",
    "afwezigheid_vastgelegd",
    "identiteitsbewijs_gezien",
)


@dataclass(frozen=True)
class Telling:
    """One time that a fact was told: what, since which day it holds, and who recorded it when.

    `counts`: it is what holds on the day that was asked. `hersteld_door`: the line that put it
    right, so that it holds on no day.
    """

    value: str
    van: date
    nummer: int
    label: str
    wie: str
    at: datetime
    hersteld_door: int | None
    counts: bool


def tellings(dossier: Dossier, fact: Fact, toen: AsOf) -> tuple[Telling, ...]:
    """Every telling of one fact that was recorded by then, the last day first; one query."""
    known = {} if toen.known_at is None else {"vastgelegd_at__lte": toen.known_at}
    mends = Gebeurtenis.objects.filter(
        dossier=OuterRef("dossier"), herstelt=OuterRef("nummer"), **known
    )
    rows = Feit.objects.filter(dossier=dossier, naam=fact.name, **known)
    rows = rows.annotate(hersteld_door=Subquery(mends.order_by("-nummer").values("nummer")[:1]))
    rows = rows.select_related("gebeurtenis__medewerker")
    return tuple(_told(rows.order_by("-geldt_van", "-nummer"), fact, toen.on))


def lines_of_person(dossier: Dossier) -> dict[str, int]:
    """Which line of the Tijdlijn told a part of the page of a person last; one query.

    By the field for who somebody is (else `OPENED`), by the soort for the other parts.
    """
    lines = Gebeurtenis.objects.filter(dossier=dossier, soort__in=[OPENED, CHANGED, *PARTS])
    rows = lines.order_by("nummer").values_list("soort", "nummer", "inhoud__bytes")
    found: dict[str, int] = {}
    for soort, nummer, content in rows:
        if soort == CHANGED and content is not None:
            found |= dict.fromkeys(json.loads(bytes(content))["details"]["velden"], nummer)
        found[soort] = nummer
    return found


def _told(rows: Any, fact: Fact, on: date) -> Iterator[Telling]:
    found = False  # the first that holds on the day is the one that counts
    for row in rows:
        counts = not found and row.hersteld_door is None and row.geldt_van <= on
        found = found or counts
        who = row.gebeurtenis.medewerker
        value = None if row.waarde is None else from_plain_json(fact.kind, row.waarde)
        yield Telling(
            value=in_words(value, fact.kind),
            van=row.geldt_van,
            nummer=row.nummer,
            label=_label(row.gebeurtenis.soort),
            wie=who.naam if who is not None else "Meedoen",
            at=row.vastgelegd_at,
            hersteld_door=row.hersteld_door,
            counts=counts,
        )


def _label(name: str) -> str:
    soort = register().get(name)
    return in_own_words(soort.label) if soort is not None else first_up(spoken(name))
