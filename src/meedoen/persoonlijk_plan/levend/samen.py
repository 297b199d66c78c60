"""The draft of a plan to read together: Dutch, and beside it a language of the person.

Fixed texts come from law/plan/vertaling; what somebody said in own words is not translated and
is marked so. Nothing about health stands in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from babel.dates import get_day_names
from django.utils.timezone import localdate

from meedoen.dossier.hulpblad import day_in
from meedoen.dossier.models import Dossier, Toezegging
from meedoen.dossier.typesetting import typeset
from meedoen.law.brief_file import HOME
from meedoen.law.plan_vertaling import DUTCH, plan_translations
from meedoen.law.vertaling import RIGHT_TO_LEFT, Vertaling, language_among
from meedoen.persoonlijk_plan.levend.afspraak_tables import Planafspraak
from meedoen.persoonlijk_plan.levend.afspraken import afspraken_of
from meedoen.persoonlijk_plan.levend.doelen import doelen_of
from meedoen.persoonlijk_plan.levend.week import rows_in

SOURCE = HOME / "plan_samen.typ"
SIGNERS = ("handtekening_persoon", "handtekening_gemeente")


@dataclass(frozen=True)
class Regel:
    """A line: fixed words in both languages, a time of day, and own words as they were typed."""

    nl: str = ""
    ander: str = ""
    tijd: str = ""
    vrij: tuple[str, ...] = ()


@dataclass(frozen=True)
class Deel:
    """A part of the plan: the name of its heading, and its lines."""

    naam: str
    regels: tuple[Regel, ...]


@dataclass(frozen=True)
class Samen:
    """The whole draft; `ander` is None where it is in Dutch only."""

    nl: Vertaling
    ander: Vertaling | None
    delen: tuple[Deel, ...]

    @property
    def rtl(self) -> bool:
        """Whether the other language runs from right to left."""
        return self.ander is not None and self.ander.code in RIGHT_TO_LEFT


def language_for(dossier: Dossier, asked: str) -> str:
    """The code that was asked for, else the first language of the person; "" for Dutch only."""
    known = plan_translations().keys() - {DUTCH}
    if asked:
        return asked if asked in known else ""
    persoon = dossier.persoon
    own = language_among([persoon.tolk_taal, *persoon.talen]) if persoon else None
    return own if own is not None and own in known else ""


def samen_of(dossier: Dossier, taal: str, *, on: date) -> Samen:
    """The draft of today, in Dutch and a language (a code, "" for none)."""
    nl = plan_translations()[DUTCH]
    ander = plan_translations().get(taal)
    doelen, afspraken = doelen_of(dossier, on=on), afspraken_of(dossier)
    beside = ander or nl
    main = doelen.hoofddoel
    head = (Regel(nl.woord.get(main, main), beside.woord.get(main, main)),) if main else ()
    goals = tuple(Regel(vrij=(each.doel.ik,)) for each in doelen.lopend)
    promised = [each for each in afspraken.gemeente if each.stand == Toezegging.Stand.OPEN]
    agreed = [each for each in afspraken.persoon if each.stand == Planafspraak.Stand.OPEN]
    return Samen(
        nl,
        ander,
        (
            Deel("hoofddoel", head),
            Deel("doelen", goals),
            Deel("week", tuple(_week(dossier, beside, on=on))),
            Deel("gemeente", tuple(_until(each, beside) for each in promised)),
            Deel("persoon", tuple(_until(each, beside) for each in agreed)),
        ),
    )


def samen_pdf(dossier: Dossier, samen: Samen, *, at: datetime) -> bytes:
    """The draft on paper, with places to sign. Errors: UnprintableError for a strange character."""
    nl, ander, day = samen.nl, samen.ander or samen.nl, localdate(at)
    content: dict[str, Any] = {
        "tweetalig": samen.ander is not None,
        "taal": ander.code,
        "rtl": samen.rtl,
        "ongelezen": "" if ander.nagelezen else ander.vast["ongelezen"],
        "ongelezen_nl": nl.vast["ongelezen"],
        "onvertaald_nl": nl.vast["onvertaald"],
        "onvertaald": ander.vast["onvertaald"],
        "afzender": dossier.gemeente.naam,
        "nummer": dossier.nummer,
        "naam": dossier.persoon.naam.volledig if dossier.persoon else "",
        "zinnen": [{"nl": nl.zin[name], "ander": ander.zin[name]} for name in nl.zin],
        "delen": [_part(each, nl, ander) for each in samen.delen],
        "handtekeningen": [{"nl": nl.vast[n], "ander": ander.vast[n]} for n in SIGNERS],
        "jaar": day.year,
        "maand": day.month,
        "dag": day.day,
    }
    for own, end in ((nl, ""), (ander, "_ander")):
        content |= {f"titel{end}": own.titel["plan"], f"datum{end}": day_in(day, own)}
        names = ("hulp", "leeg", "tekenen", "tekenen_uitleg", "datum")
        words = dict(zip(names, (own.vast[name] for name in names), strict=True))
        content |= {f"uitleg{end}": words.pop("tekenen_uitleg")}
        content |= {f"dagwoord{end}": words.pop("datum")}
        content |= {f"{name}{end}": text for name, text in words.items()}
    return typeset(SOURCE, content, at=at)


def _part(deel: Deel, nl: Vertaling, ander: Vertaling) -> dict[str, Any]:
    lines = [
        {"nl": r.nl, "ander": r.ander, "tijd": r.tijd, "vrij": list(r.vrij)} for r in deel.regels
    ]
    return {"kop": nl.vast[deel.naam], "kop_ander": ander.vast[deel.naam], "regels": lines}


def _week(dossier: Dossier, ander: Vertaling, *, on: date) -> Iterator[Regel]:
    nl = plan_translations()[DUTCH]
    for row in rows_in(dossier, on):
        said = [
            f"{own.woord[row.soort]}, {get_day_names(locale=own.code)[row.dag - 1]}"
            for own in (nl, ander)
        ]
        own_words = tuple(text for text in (row.wat, row.plaats) if text)
        yield Regel(said[0], said[1], tijd=row.tijd, vrij=own_words)


def _until(each: Toezegging | Planafspraak, ander: Vertaling) -> Regel:
    nl = plan_translations()[DUTCH]
    said = [
        own.vast["uiterlijk"].replace("{dag}", day_in(each.uiterlijk_op, own))
        for own in (nl, ander)
    ]
    return Regel(said[0], said[1], vrij=(each.wat,))
