"""Every rule of the law that Meedoen knows, found by enumeration; nothing registers itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from inspect import getmembers, isfunction, signature, unwrap
from types import ModuleType

from meedoen.rules import (
    advies_leerroute,
    afschalen,
    bekostiging,
    bekostiging_betaling,
    bekostiging_verantwoording,
    bekostiging_voorlopig,
    bewaartermijn,
    bezwaar,
    bijstand,
    bijstandsnorm,
    boete_bevoegdheid,
    boete_college,
    boete_duo,
    boete_herhaling,
    boete_procedure,
    boete_tabellen,
    brede_intake,
    doelgroep,
    doorwerking,
    draagkracht,
    examen,
    examenpoging,
    inburgeringsplicht,
    inburgeringstermijn,
    inhoud_plan,
    inzage,
    leerbaarheidstoets,
    leerroute,
    lening,
    lening_voorwaarden,
    melding_pip,
    nieuwe_termijn,
    ontheffing,
    ontzorgen,
    oproep,
    oproep_termijn,
    opvang,
    overtreding,
    overtreding_duo,
    persoonlijk_plan,
    pvt_map,
    taakstelling,
    taaleis,
    termijnbedrag,
    terugbetaling,
    verlaging,
    verlenging,
    verlenging_na_inspanningen,
    verlenging_opleiding,
    voldaan,
    vrijstelling,
    wijziging_plan,
    zelfredzaamheidsroute,
)
from meedoen.rules.choices import Choice
from meedoen.rules.once import Rule

# in the order of the law
CHAPTERS: tuple[ModuleType, ...] = (
    inburgeringsplicht,
    doelgroep,
    vrijstelling,
    ontheffing,
    pvt_map,
    leerroute,
    examen,
    examenpoging,
    zelfredzaamheidsroute,
    voldaan,
    opvang,
    taakstelling,
    oproep_termijn,
    oproep,
    brede_intake,
    leerbaarheidstoets,
    advies_leerroute,
    persoonlijk_plan,
    inhoud_plan,
    wijziging_plan,
    afschalen,
    melding_pip,
    inburgeringstermijn,
    verlenging,
    verlenging_na_inspanningen,
    verlenging_opleiding,
    nieuwe_termijn,
    lening_voorwaarden,
    lening,
    draagkracht,
    terugbetaling,
    termijnbedrag,
    overtreding,
    overtreding_duo,
    boete_herhaling,
    boete_college,
    boete_tabellen,
    boete_duo,
    boete_bevoegdheid,
    boete_procedure,
    bijstandsnorm,
    bijstand,
    taaleis,
    verlaging,
    ontzorgen,
    doorwerking,
    bezwaar,
    inzage,
    bewaartermijn,
    bekostiging_betaling,
    bekostiging_voorlopig,
    bekostiging,
    bekostiging_verantwoording,
)


@dataclass(frozen=True)
class NamedRule:
    """A rule with the chapter it stands in; `name` is chapter.function."""

    chapter: str
    function: str
    rule: Rule

    @property
    def name(self) -> str:
        """How worked cases and receipts name the rule."""
        return f"{self.chapter}.{self.function}"

    @property
    def summary(self) -> str:
        """The first line of the docstring: article and meaning."""
        return (self.rule.__doc__ or "").partition("\n")[0]


@cache
def rules() -> tuple[NamedRule, ...]:
    """Every rule, chapter by chapter, in the order in which it is written."""
    found = []
    for module in CHAPTERS:
        chapter = module.__name__.rpartition(".")[2]
        own = [
            function for _, function in getmembers(module, isfunction) if is_rule(function, module)
        ]
        own.sort(key=lambda function: unwrap(function).__code__.co_firstlineno)
        found += [NamedRule(chapter, function.__name__, function) for function in own]
    return tuple(found)


def is_rule(function: Callable[..., object], module: ModuleType) -> bool:
    """A public function of the module itself that takes facts and law."""
    own = function.__module__ == module.__name__ and not function.__name__.startswith("_")
    return own and list(signature(function).parameters) == ["f", "law"]


def rule_named(name: str) -> NamedRule:
    """The rule chapter.function. Errors: KeyError that names the nearest rule."""
    by_name = _by_name()
    if name not in by_name:
        near = get_close_matches(name, by_name, 1)
        raise KeyError(f"onbekende regel «{name}»" + (f"; bedoelt u {near[0]}?" if near else ""))
    return by_name[name]


def word_lists() -> dict[str, type[Choice]]:
    """Every list of words that a fact or a number of the law may take, by the name of its class."""
    return {words.__name__: words for words in Choice.__subclasses__()}


@cache
def _by_name() -> dict[str, NamedRule]:
    return {rule.name: rule for rule in rules()}
