"""How answers to one question lie over the officials, beside what one would expect of the mix.

Expected: what the whole municipality answered per doelgroep, in the mix of the people that an
official spoke with. Special questions are never compared, and no person is shown.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import sqrt

from django.db import connection

from meedoen.intake.gesprek_tables import Spreidingsbeeld
from meedoen.law.vraag import CHOSEN, JANEE, Kader, Optie, Vraag

LEAST, FEWEST = 10, 5  # answers of one official: by default, and at least
SHOWN = 10  # versions of the choice
Z = 1.96  # 95 of 100 intervals hold the truth

# Of each dossier the newest answer, with who wrote it and to which doelgroep the person belongs.
_NEWEST = """
    SELECT m.id, m.naam, coalesce(s.doelgroep, ''), a.waarde, count(*)
    FROM (SELECT DISTINCT ON (dossier_id) dossier_id, gebeurtenis_id, stand, waarde
          FROM intake_antwoord WHERE gemeente_id = %s AND vraag = %s
          ORDER BY dossier_id, nummer DESC) a
    JOIN dossier_gebeurtenis g ON g.id = a.gebeurtenis_id
    JOIN accounts_medewerker m ON m.id = g.medewerker_id
    JOIN dossier_stand s ON s.dossier_id = a.dossier_id
    WHERE a.stand = 'antwoord'
    GROUP BY m.id, m.naam, s.doelgroep, a.waarde
"""
Groups = Mapping[str, Counter[str]]  # per doelgroep how often each answer


@dataclass(frozen=True)
class Aandeel:
    """How often an official heard one answer, beside the expected share, all from 0 to 1."""

    aantal: int
    deel: float
    verwacht: float
    laag: float
    hoog: float

    @property
    def buiten(self) -> bool:
        """Whether the expected share lies outside the interval."""
        return not self.laag <= self.verwacht <= self.hoog


@dataclass(frozen=True)
class Rij:
    """One official: how many answers, and per option the share; none where there are too few."""

    naam: str
    aantal: int
    delen: tuple[Aandeel, ...]


@dataclass(frozen=True)
class Spreiding:
    """One question over all officials; `totaal` is the number of people who answered it."""

    vraag: Vraag
    opties: tuple[Optie, ...]
    rijen: tuple[Rij, ...]
    totaal: int

    @property
    def opmerkelijk(self) -> int:
        """Which option the picture shows: where most officials lie outside, else the usual one."""
        rows = [row.delen for row in self.rijen if row.delen]
        told = [
            (sum(row[i].buiten for row in rows), sum(row[i].aantal for row in rows), -i)
            for i in range(len(self.opties))
        ]
        return -max(told)[2]


def comparable(kader: Kader) -> list[Vraag]:
    """The questions whose answers can be counted; never a special one."""
    kinds = CHOSEN | {JANEE}
    return [each for each in kader.vragen() if each.soort in kinds and not each.bijzonder]


def spread_of(gemeente: int, vraag: Vraag, *, least: int) -> Spreiding:
    """How the answers to a question lie over the officials."""
    options = vraag.opties or (Optie("ja", "ja"), Optie("nee", "nee"))
    names: dict[int, str] = {}
    heard: dict[int, dict[str, Counter[str]]] = {}
    people: Counter[str] = Counter()
    whole: dict[str, Counter[str]] = {}
    for who, naam, doelgroep, waarde, count in _counted(gemeente, vraag):
        names[who] = naam
        mine = heard.setdefault(who, {}).setdefault(doelgroep, Counter())
        people[doelgroep] += count
        for each in (mine, whole.setdefault(doelgroep, Counter())):
            each[""] += count  # people, whatever they answered
            for option in waarde.split("|"):
                each[option] += count
    rows = (
        _row(names[who], mine, whole, options=options, least=least) for who, mine in heard.items()
    )
    return Spreiding(
        vraag, options, tuple(sorted(rows, key=lambda row: row.naam)), sum(people.values())
    )


def _counted(gemeente: int, vraag: Vraag) -> Iterator[tuple[int, str, str, str, int]]:
    with connection.cursor() as cursor:
        cursor.execute(_NEWEST, [gemeente, vraag.naam])
        yield from cursor.fetchall()


def _row(naam: str, mine: Groups, whole: Groups, *, options: tuple[Optie, ...], least: int) -> Rij:
    people = sum(counts[""] for counts in mine.values())
    if people < least:
        return Rij(naam, people, ())
    shares = []
    for option in options:
        expected = sum(
            counts[""] * whole[group][option.naam] / whole[group][""]
            for group, counts in mine.items()
        )
        count = sum(counts[option.naam] for counts in mine.values())
        low, high = interval(count, people)
        shares.append(Aandeel(count, count / people, expected / people, low, high))
    return Rij(naam, people, tuple(shares))


def interval(count: int, people: int) -> tuple[float, float]:
    """Between which shares the truth probably lies, after so many of so many (Wilson, 95 %)."""
    share, square = count / people, Z * Z
    middle = (share + square / (2 * people)) / (1 + square / people)
    room = Z * sqrt(share * (1 - share) / people + square / (4 * people * people))
    room /= 1 + square / people
    return max(0.0, middle - room), min(1.0, middle + room)


def choice_on(gemeente: int, *, on: date) -> Spreidingsbeeld | None:
    """What the municipality chose for a day; None, so not shown, until somebody chose."""
    rows = Spreidingsbeeld.objects.filter(gemeente=gemeente, van__lte=on)
    return rows.order_by("-van", "-pk").first()


def choices(gemeente: int) -> list[Spreidingsbeeld]:
    """What was chosen, the newest first."""
    rows = Spreidingsbeeld.objects.filter(gemeente=gemeente).select_related("vastgelegd_door")
    return list(rows.order_by("-van", "-pk")[:SHOWN])
