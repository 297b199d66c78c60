"""The receipt of a decision: the facts, the findings as a tree, the numbers and the law's version.

Plain JSON, so that it can be read in thirty years without this program.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from meedoen import __version__
from meedoen.dossier.chain import moment
from meedoen.law.register import to_plain_json
from meedoen.rules.catalogue import rule_named
from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding
from meedoen.rules.parameters import Law

Receipt = dict[str, Any]


@dataclass(frozen=True)
class Difference:
    """What came out otherwise: `what` is feiten, getallen or code; then and now as text."""

    what: str
    name: str
    then: str
    now: str


def receipt(
    facts: Facts, law: Law, rules: Iterable[str], *, told_by: Mapping[str, int], at: datetime
) -> Receipt:
    """What these rules say of one person (row 0), with everything it rests on.

    `told_by`: per fact the number of the gebeurtenis that told it. `at`: the moment of knowledge.
    """
    findings = {name: rule_named(name).rule(facts, law) for name in sorted(rules)}
    known = facts.row()
    used = sorted({name for found in findings.values() for name in _facts(found)} & set(known))
    return {
        "dag": facts.day.isoformat(),
        "bekend_at": moment(at),
        "feiten": {
            name: {"waarde": to_plain_json(known[name]), "gebeurtenis": told_by.get(name)}
            for name in used
        },
        "regels": {name: _tree(found) for name, found in findings.items()},
        "getallen": _numbers(findings.values()),
        "wet": {"stelsel": law.stelsel, "versie": law.version},
        "programma": __version__,
    }


def compare(then: Receipt, now: Receipt) -> list[Difference]:
    """Where two receipts differ; with the same facts and numbers it is the code's doing."""
    feiten = _differ("feiten", _values(then["feiten"]), _values(now["feiten"]))
    getallen = _differ("getallen", then["getallen"], now["getallen"])
    answers = _differ("code", _answers(then), _answers(now))
    return feiten + getallen + ([] if feiten or getallen else answers)


def day_of(made: Receipt) -> date:
    """The day on which the question was asked."""
    return date.fromisoformat(made["dag"])


def moment_of(made: Receipt) -> datetime:
    """The moment of knowledge."""
    return datetime.fromisoformat(made["bekend_at"])


def _tree(found: Finding) -> dict[str, Any]:
    plain = found.value.plain()
    tree: dict[str, Any] = {
        "tekst": found.text,
        "grond": found.basis,
        "waarde": None if plain is None else to_plain_json(plain),
    }
    parts = [_tree(part) for part in found.followed(0)]
    return tree | ({"delen": parts} if parts else {})


def _facts(found: Finding) -> frozenset[str]:
    return found.value.facts.union(*(_facts(part) for part in found.parts))


def _numbers(findings: Iterable[Finding]) -> dict[str, list[str]]:
    """Per number of the law the values that were used; several where a rule asks several days."""
    used: dict[str, set[str]] = {}
    for number in {each for found in findings for each in _used(found)}:
        value = number.plain()
        text = None if value is None else to_plain_json(value)
        used.setdefault(number.name, set()).add("onbekend" if text is None else text)
    return {name: sorted(values) for name, values in sorted(used.items())}


def _used(found: Finding) -> frozenset[Any]:
    return found.value.used.union(*(_used(part) for part in found.followed(0)))


def _values(feiten: Mapping[str, Any]) -> dict[str, Any]:
    return {name: fact["waarde"] for name, fact in feiten.items()}


def _answers(made: Receipt) -> dict[str, Any]:
    return dict(made["regels"])


def _differ(what: str, then: Mapping[str, Any], now: Mapping[str, Any]) -> list[Difference]:
    names = sorted(set(then) | set(now))
    return [
        Difference(what, name, _short(then.get(name)), _short(now.get(name)))
        for name in names
        if then.get(name) != now.get(name)
    ]


def _short(value: Any) -> str:
    """A value for people; of a tree its answer only, of a list all of it."""
    if isinstance(value, Mapping):
        value = value["waarde"]
    if isinstance(value, list):
        value = ", ".join(value)
    return "onbekend" if value is None else str(value)
