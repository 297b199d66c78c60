"""What is known of the questions of the talk: the newest answer of each, and where it came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from meedoen.dossier.models import Feit, Gebeurtenis
from meedoen.intake.gesprek_tables import Antwoord, BijzonderAntwoord, Bron, Stand
from meedoen.law.antwoord import spoken_answer
from meedoen.law.vraag import Onderdeel, Vraag
from meedoen.rules.facts import Facts


@dataclass(frozen=True)
class Gezegd:
    """What somebody says to a question; without a value, whether he was asked and would not say."""

    stand: Stand = Stand.NIET
    waarde: str = ""

    @classmethod
    def antwoord(cls, waarde: str) -> Gezegd:
        """An answer; an empty one is none."""
        return cls(Stand.ANTWOORD, waarde) if waarde else cls()


NIET_BESPROKEN = Gezegd()


@dataclass(frozen=True)
class Bekend:
    """What is known of a question: what was said, by what source, when, and who wrote it."""

    vraag: Vraag
    gezegd: Gezegd = NIET_BESPROKEN
    bron: str = ""
    op: date | None = None
    wie: str = ""
    at: datetime | None = None
    nummer: int = 0

    @property
    def besproken(self) -> bool:
        """Whether it was talked about; who would not say, was asked."""
        return self.gezegd.stand != Stand.NIET

    @property
    def in_woorden(self) -> str:
        """The answer in words; "" where there is none."""
        return spoken_answer(self.vraag, self.gezegd.waarde) if self.gezegd.waarde else ""


def known(
    dossier: int, onderdelen: Iterable[Onderdeel], *, special: bool, until: int | None = None
) -> dict[str, Bekend]:
    """Of every question of these sections what is known, in at most three questions.

    `special`: the reader may see special answers; else those questions are not among them.
    `until`: as it was after this number of the diary. A fact of the rules counts where it is newer.
    """
    every = list(onderdelen)
    vragen = {v.naam: v for each in every for v in each.alle if special or not v.bijzonder}
    found = {name: Bekend(vraag) for name, vraag in vragen.items()}
    for row in _rows(dossier, vragen.values(), until):
        found[row.vraag] = _told(vragen[row.vraag], row)
    names = {vraag.fact for vraag in vragen.values()} | {each.in_kaart for each in every}
    facts = {feit.naam: feit for feit in _facts(dossier, names - {""}, until)}
    for name, vraag in vragen.items():
        feit = facts.get(vraag.fact)
        if feit is not None and feit.nummer > found[name].nummer:
            found[name] = _from_fact(vraag, feit)
    for each in every:
        # that a whole article was explored says so of each section that is a part of it
        feit, genoeg = facts.get(each.in_kaart), each.genoeg
        if feit is not None and feit.waarde == "ja" and not found[genoeg.naam].nummer:
            found[genoeg.naam] = _from_fact(genoeg, feit)
    return found


def _rows(dossier: int, vragen: Iterable[Vraag], until: int | None) -> Iterator[Any]:
    """The newest answer of each question."""
    every = list(vragen)
    for table, special in ((Antwoord, False), (BijzonderAntwoord, True)):
        names = [vraag.naam for vraag in every if vraag.bijzonder is special]
        if names:
            rows = table.objects.filter(_until(until), dossier=dossier, vraag__in=names)
            yield from (
                rows.select_related("gebeurtenis__medewerker")
                .order_by("vraag", "-nummer")
                .distinct("vraag")
            )


def history(dossier: int, onderdeel: Onderdeel, *, special: bool) -> list[Bekend]:
    """Every answer to the questions of a section, the newest first."""
    vragen = {v.naam: v for v in onderdeel.alle if special or not v.bijzonder}
    found: list[Bekend] = []
    for table in (Antwoord, BijzonderAntwoord) if special else (Antwoord,):
        rows = table.objects.filter(dossier=dossier, vraag__in=list(vragen))
        every = rows.select_related("gebeurtenis__medewerker")
        found += [_told(vragen[row.vraag], row) for row in every]
    return sorted(found, key=lambda each: each.nummer, reverse=True)


def _facts(dossier: int, names: Iterable[str], until: int | None) -> Iterator[Feit]:
    """The row of each fact that counts, as `stand` has it."""
    mended = Gebeurtenis.objects.filter(_until(until), dossier=dossier, herstelt__isnull=False)
    rows = Feit.objects.filter(_until(until), dossier=dossier, naam__in=list(names))
    yield from (
        rows.exclude(nummer__in=mended.values("herstelt"))
        .select_related("gebeurtenis__medewerker")
        .order_by("naam", "-geldt_van", "-nummer")
        .distinct("naam")
    )


def _until(number: int | None) -> Q:
    return Q() if number is None else Q(nummer__lte=number)


def _told(vraag: Vraag, row: Any) -> Bekend:
    return Bekend(
        vraag,
        Gezegd(Stand(row.stand), row.waarde),
        bron=str(Bron(row.bron).label),
        op=row.op,
        nummer=row.nummer,
        **_writer(row.gebeurtenis),
    )


def _from_fact(vraag: Vraag, feit: Feit) -> Bekend:
    fact = Facts.named(feit.naam)
    return Bekend(
        vraag,
        Gezegd.antwoord(feit.waarde or ""),
        bron=str(fact.source.value) if fact else "",
        op=feit.geldt_van,
        nummer=feit.nummer,
        **_writer(feit.gebeurtenis),
    )


def _writer(gebeurtenis: Gebeurtenis) -> dict[str, Any]:
    wie = gebeurtenis.medewerker
    return {"wie": wie.naam if wie else "Meedoen", "at": gebeurtenis.vastgelegd_at}
