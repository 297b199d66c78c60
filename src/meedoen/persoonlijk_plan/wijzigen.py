"""What a change of the plan rests on: another leerroute, parts of the exam at A2, and the clock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import Dossier
from meedoen.law.loader import law_for
from meedoen.law.presentation import in_words
from meedoen.persoonlijk_plan.plan_keuring import MAG_A2
from meedoen.rules.afschalen import eerst_overstappen, uren_nt2_over, urennorm_na_aftrek
from meedoen.rules.calendar import day_before
from meedoen.rules.choices import Leerroute
from meedoen.rules.column import Column, Plain
from meedoen.rules.facts import Facts
from meedoen.rules.leerroute import (
    examens_tellen_na_overstap,
    uren_in_mindering,
    uren_na_overstap,
)
from meedoen.rules.logic import Finding
from meedoen.rules.parameters import Law
from meedoen.rules.persoonlijk_plan import (
    begin_van_de_klok,
    mag_op_derde_wachten,
    uiterste_dag,
    uiterste_dag_zonder_derde,
)
from meedoen.rules.wijziging_plan import leerroute_wijzigen_tot, mag_leerroute_wijzigen

Rule = Callable[[Facts, Law], Finding]
MAG_WISSELEN = "wijziging_plan.mag_leerroute_wijzigen"
MAG_AFSCHALEN = "afschalen.mag_afschalen"


@dataclass(frozen=True)
class Overstap:
    """One other leerroute: may it be, and what becomes of hours and exams; in words of the law."""

    leerroute: Leerroute
    mag: str
    uren: str
    in_mindering: str
    examens: str


@dataclass(frozen=True)
class Wissel:
    """The leerroute that holds, until when it can be another just so, and every other one."""

    leerroute: Leerroute | None
    laatste_dag: date | None
    overstappen: tuple[Overstap, ...]
    overwogen: Plain


def wissel_of(dossier: Dossier, *, on: date) -> Wissel:
    """Every other leerroute beside each other, in one call of the rules. Errors: LawError."""
    known, law = _known(dossier, on), law_for(dossier.gemeente.stelsel, dossier.gemeente_id)
    holds = known.get("leerroute")
    others = [each for each in Leerroute if each is not holds]
    f = Facts.of(on, *({**known, "gewenste_leerroute": each} for each in others))
    rules: tuple[Rule, ...] = (
        mag_leerroute_wijzigen,
        uren_na_overstap,
        uren_in_mindering,
        examens_tellen_na_overstap,
    )
    told = [rule(f, law).value for rule in rules]
    rows = tuple(
        Overstap(each, *(_words(column, row) for column in told)) for row, each in enumerate(others)
    )
    last = day_before(leerroute_wijzigen_tot(f, law).value).plain()
    return Wissel(
        holds if isinstance(holds, Leerroute) else None,
        last if isinstance(last, date) else None,
        rows,
        known.get("gewenste_leerroute"),
    )


@dataclass(frozen=True)
class Onderdeel:
    """One part of the exam: what was judged or tested, whether it may be at A2, whether it is."""

    naam: str
    oordeel: str
    toets: str
    mag: str
    is_a2: bool


@dataclass(frozen=True)
class Afschaling:
    """What the law asks before parts of the exam may be at A2, as far as it is known.

    `toets`: the stelsel wants an objective test instead of hours (letter of 2018, L76).
    """

    onderdelen: tuple[Onderdeel, ...]
    uren: str
    norm: str
    over: str
    ingespannen: str
    toets: bool
    eerst_overstappen: bool


def afschaling_of(dossier: Dossier, *, on: date) -> Afschaling:
    """Per part what is known and what the rules say of it. Errors: LawError."""
    known, law = _known(dossier, on), law_for(dossier.gemeente.stelsel, dossier.gemeente_id)
    f = Facts.of(on, known)
    return Afschaling(
        tuple(_onderdeel(naam, rule(f, law), f) for naam, rule in MAG_A2.items()),
        _words(f.cursusuren_nt2),
        _words(urennorm_na_aftrek(f, law).value),
        _words(uren_nt2_over(f, law).value),
        _words(f.voldoende_ingespannen),
        law.in_force(f.today).objectieve_toets_voor_a2.plain() is True,
        eerst_overstappen(f, law).value.plain() is True,
    )


def _onderdeel(naam: str, mag: Finding, f: Facts) -> Onderdeel:
    return Onderdeel(
        naam,
        _words(getattr(f, f"{naam}_b1_onhaalbaar")),
        _words(getattr(f, f"{naam}_toets_onder_b1")),
        _words(mag.value),
        getattr(f, f"{naam}_afgeschaald").plain() is True,
    )


@dataclass(frozen=True)
class Klok:
    """The clock of the first plan: when it began, and its end with and without waiting."""

    begin: date | None
    zonder_derde: date | None
    uiterlijk: date | None
    mag_wachten: str
    wacht: Plain
    ontvangen: date | None


def klok_of(dossier: Dossier, *, on: date) -> Klok:
    """What runs and what stops it (Bi 5.3). Errors: LawError."""
    known, law = _known(dossier, on), law_for(dossier.gemeente.stelsel, dossier.gemeente_id)
    f = Facts.of(on, known)
    return Klok(
        _day(begin_van_de_klok(f, law)),
        _day(uiterste_dag_zonder_derde(f, law)),
        _day(uiterste_dag(f, law)),
        _words(mag_op_derde_wachten(f, law).value),
        known.get("wacht_op_derde"),
        _date(known.get("informatie_ontvangen_op")),
    )


def _known(dossier: Dossier, on: date) -> dict[str, Plain]:
    return facts_of([dossier.pk], on=on).facts.row()


def _words(column: Column, row: int = 0) -> str:
    return in_words(column.plain(row), column.kind)


def _day(found: Finding) -> date | None:
    return _date(found.value.plain())


def _date(value: object) -> date | None:
    return value if isinstance(value, date) else None
