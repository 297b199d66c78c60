"""Twelve outputs in the idiom of OpenFisca-core, written as fast as we can: the other engine.

It knows no unknown facts, gives no reasons and holds whole columns; -1 is no answer. Numbers of
the law stand in the formulas, for looking them up in its tree would cost it time.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.model_api import DAY, ETERNITY, Variable
from tests.bench.months import Casts, Months

from meedoen.law.loader import load_law
from meedoen.rules import choices
from meedoen.rules.choices import Doelgroep, Leerroute, Referent, Termijn, Verblijfsdoel
from meedoen.rules.choices import Verblijfsrecht as Recht
from meedoen.rules.column import Array, Kind
from meedoen.rules.fact import Fact

PERSON: Any = build_entity("person", "persons", "iemand met een dossier", is_person=True)
ONE_DAY = np.timedelta64(1, "D")
REST = load_law().rest
NEW_TEXT = np.datetime64("2023-01-01")
NO_TERM = -1
BY_PARTS = np.array([24, 18, 12, 6, 6, NO_TERM], np.int32)
STEPS = np.array([24, 18, 12, 6, NO_TERM], np.int32)
BY_ALL_HOURS = np.repeat(STEPS, [401, 400, 400, 399, 1])
BY_COURSE_HOURS = np.repeat(STEPS, [201, 200, 200, 199, 1])
# AOW 7a: the age in months, and the last day on which it holds; all began before the day asked
AOW = (
    (66 * 12 + 4, np.datetime64("2021-12-31")),
    (66 * 12 + 7, np.datetime64("2022-12-31")),
    (66 * 12 + 10, np.datetime64("2023-12-31")),
    (67 * 12, np.datetime64("2027-12-31")),
)
LISTS = (choices.Verblijfsrecht, Verblijfsdoel, Referent, Doelgroep, Leerroute, Termijn)
ENUMS: Any = {words: Enum(words.__name__, {w.name: w.value for w in words}) for words in LISTS}
TYPES = {Kind.DAY: date, Kind.ANSWER: bool, Kind.HOURS: int, Kind.COUNT: int}

FORMULAS: list[type] = []

# which of the two ways of adding months the formulas take
way: list[Months] = [Casts()]


def given(fact: Fact) -> type:
    """A variable without a formula, for a fact."""
    own: dict[str, Any] = {"entity": PERSON, "definition_period": ETERNITY, "label": fact.meaning}
    if isinstance(fact.kind, Kind):
        own["value_type"] = TYPES[fact.kind]
    else:
        enum = ENUMS[fact.kind]
        own |= {"value_type": Enum, "possible_values": enum, "default_value": next(iter(enum))}
    return type(fact.name, (Variable,), own)


def variable(value_type: type) -> Callable[[Callable[[Any, Any], Any]], None]:
    """Make a formula a variable of the other engine, by the name of the function."""

    def add(formula: Callable[[Any, Any], Any]) -> None:
        own = {"entity": PERSON, "definition_period": DAY, "label": formula.__doc__}
        own |= {"value_type": value_type, "formula": formula}
        FORMULAS.append(type(formula.__name__, (Variable,), own))

    return add


@variable(date)
def aanvang(person: Any, period: Any) -> Any:
    """De termijn begint."""
    return person("dagtekening_eerste_pip", period) + ONE_DAY


@variable(date)
def einde(person: Any, period: Any) -> Any:
    """De termijn is voorbij."""
    return way[0].after(person("aanvang", period), 36)


@variable(date)
def laatste_dag(person: Any, period: Any) -> Any:
    """Laatste dag van de termijn."""
    return person("einde", period) - ONE_DAY


@variable(date)
def lopend_einde(person: Any, period: Any) -> Any:
    """De lopende termijn is voorbij."""
    eerste = _is(person("soort_termijn", period), Termijn.EERSTE)
    duo = person("einde_huidige_termijn", period)
    return np.where(eerste, person("einde", period), duo)


@variable(date)
def verlenging_aanvragen_vanaf(person: Any, period: Any) -> Any:
    """Verlenging kan worden gevraagd vanaf."""
    return way[0].later(person("lopend_einde", period), -6)


@variable(date)
def leerroute_wijzigen_tot(person: Any, period: Any) -> Any:
    """De leerroute kan worden gewijzigd tot."""
    return way[0].after(person("aanvang", period), 18)


@variable(bool)
def klok_van_2022(person: Any, period: Any) -> Any:
    """De klok liep al onder de tekst van 2022."""
    begon = person("plicht_begon_op", period) < NEW_TEXT
    return begon & (person("ingeschreven_op", period) < NEW_TEXT)


@variable(bool)
def begint_opnieuw(person: Any, period: Any) -> Any:
    """De klok begint opnieuw na de verhuizing."""
    return person("verhuisd", period) & person("pip_bij_verhuizing", period)


@variable(date)
def begin_van_de_klok(person: Any, period: Any) -> Any:
    """De klok begint."""
    bericht, ingeschreven = person("kennisgeving_op", period), person("ingeschreven_op", period)
    later = _is(person("verblijfsrecht", period), Recht.ASIEL) & (bericht < ingeschreven)
    oud = np.maximum(ingeschreven, person("plicht_begon_op", period))
    nieuw = np.where(later, ingeschreven, bericht)
    return np.where(person("klok_van_2022", period), oud, nieuw)


@variable(date)
def uiterste_dag(person: Any, period: Any) -> Any:
    """Uiterste dag voor het PIP."""
    opnieuw = person("begint_opnieuw", period)
    verhuisd_op = person("ingeschreven_na_verhuizing_op", period)
    begin = np.where(opnieuw, verhuisd_op, person("begin_van_de_klok", period))
    zonder = _working_day(begin + 10 * 7)
    wacht = person("wacht_op_derde", period) & ~person("klok_van_2022", period) & ~opnieuw
    met = _working_day(person("informatie_ontvangen_op", period) + 2 * 7)
    return np.where(wacht, np.maximum(zonder, met), zonder)


@variable(bool)
def asielstatushouder(person: Any, period: Any) -> Any:
    """Is asielstatushouder."""
    recht, doel = person("verblijfsrecht", period), person("verblijfsdoel", period)
    gezin = _is(doel, Verblijfsdoel.FAMILIE) | _is(doel, Verblijfsdoel.FAMILIE_BIJ_TIJDELIJK)
    bij_asiel = ~_is(person("verblijf_bij", period), Referent.ANDER)
    return _is(recht, Recht.ASIEL) | (_is(recht, Recht.REGULIER) & gezin & bij_asiel)


@variable(bool)
def krijgt_aanbod(person: Any, period: Any) -> Any:
    """Het college biedt een cursus of opleiding aan."""
    return _is(person("doelgroep", period), Doelgroep.ASIELSTATUSHOUDER)


@variable(bool)
def heeft_de_leeftijd(person: Any, period: Any) -> Any:
    """Heeft de leeftijd voor de plicht."""
    born, today = person("geboren_op", period), np.datetime64(period.start.date, "D")
    # on a day that every year has, who was born this day or before is old enough
    oud_genoeg = born <= np.datetime64(period.start.offset(-16, "year").date, "D")
    aow = np.zeros(len(born), bool)
    for age, last in AOW:
        aow |= way[0].after(born, age) <= min(today, last)
    return oud_genoeg & ~aow


@variable(int)
def nieuwe_termijn_leerroute(person: Any, period: Any) -> Any:
    """Nieuwe termijn voor de leerroute."""
    cursus, meedoen = person("cursusuren", period), person("participatie_uren", period)
    asiel = _is(person("doelgroep", period), Doelgroep.ASIELSTATUSHOUDER)
    naar_alle_uren = BY_ALL_HOURS.take(cursus + meedoen, mode="clip")
    uren = np.where(asiel, naar_alle_uren, BY_COURSE_HOURS.take(cursus, mode="clip"))
    onderdelen = BY_PARTS[person("taalexamens_behaald", period) + person("knm_behaald", period)]
    route = _is(person("leerroute", period), Leerroute.ZELFREDZAAMHEIDSROUTE)
    open_ = ~person("leerroute_behaald", period)
    return np.where(route, uren, onderdelen) * open_


def _is(column: Any, word: choices.Choice) -> Array:
    return np.asarray(column == ENUMS[type(word)][word.name])


def _working_day(day: Array) -> Array:
    return np.busday_offset(day, 0, roll="forward", busdaycal=REST)
