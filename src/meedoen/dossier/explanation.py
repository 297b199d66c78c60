"""«Waarom?»: a finding as lines for the screen, with who told each fact and what to ask."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef

from meedoen.accounts.huisstijl import in_own_words
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import Dossier, Feit, Gebeurtenis
from meedoen.law.loader import law_for
from meedoen.law.plain_text import from_plain_json
from meedoen.law.presentation import first_up, grounds, in_words, spoken
from meedoen.rules.catalogue import rule_named
from meedoen.rules.column import Plain
from meedoen.rules.fact import Fact
from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding, Step
from meedoen.rules.parameters import Law, Number


@dataclass(frozen=True)
class Told:
    """A fact that was used: what it says, and who told it when (a gebeurtenis of the Tijdlijn)."""

    text: str
    value: str
    nummer: int | None
    wie: str
    at: datetime | None


@dataclass(frozen=True)
class LawNumber:
    """A number of the law that was used: its value as it held, its article, and where it stands."""

    name: str
    text: str
    value: str
    article: str
    source: str  # "" where nobody published or chose it


@dataclass(frozen=True)
class Line:
    """One step of the reasons: how deep, what, the answer, the article, and what is behind it."""

    depth: int
    text: str
    value: str
    basis: str
    made_from: tuple[str, ...]
    facts: tuple[Told, ...]
    numbers: tuple[LawNumber, ...] = ()


@dataclass(frozen=True)
class Question:
    """A fact that is missing for an answer, and who can tell it."""

    fact: str
    meaning: str
    ask: str


@dataclass(frozen=True)
class Explanation:
    """The answer of one rule for one dossier on a day, its reasons and what it still asks."""

    rule: str
    summary: str
    answer: str
    lines: tuple[Line, ...]
    asks: tuple[Question, ...]


def explain(
    dossier: Dossier, rule: str, *, on: date, known_at: datetime | None = None
) -> Explanation:
    """Why a rule says what it says of a dossier. Errors: KeyError for an unknown rule; LawError."""
    named = rule_named(rule)
    facts = facts_of([dossier.pk], on=on, known_at=known_at).facts
    law = law_for(dossier.gemeente.stelsel, dossier.gemeente_id)
    finding = named.rule(facts, law)
    known, told = facts.row(), _tellers(dossier, on=on, known_at=known_at)
    return Explanation(
        rule=rule,
        summary=named.summary,
        answer=in_words(finding.value.plain(), finding.value.kind),
        lines=tuple(_line(step, known, told, law=law) for step in finding.explain()),
        asks=tuple(_questions(finding, facts)),
    )


def _line(step: Step, known: Mapping[str, Plain], told: Mapping[str, Told], *, law: Law) -> Line:
    found = step.finding
    through = frozenset[str]().union(*(part.value.facts for part in found.parts))
    own = sorted((found.value.facts - through) & known.keys())
    numbers = tuple(_numbers(found, law))
    said = _told_grounds(own, known) | {f"{spoken(each.name)}: {each.value}" for each in numbers}
    return Line(
        step.depth,
        first_up(found.text),
        in_words(found.value.plain(), found.value.kind),
        found.basis,
        tuple(each for each in grounds(found, known, 0) if each not in said),
        tuple(told[name] for name in own if name in told),
        numbers,
    )


def _numbers(found: Finding, law: Law) -> Iterator[LawNumber]:
    """The numbers that a finding used itself, not through its parts, by name."""
    used = found.value.used.difference(*(part.value.used for part in found.parts))
    for each in sorted(used, key=lambda number: number.name):
        number, value = law.number(each.name), each.plain()
        yield LawNumber(
            each.name,
            first_up(spoken(each.name)),
            in_words(value, each.kind),
            number.article,
            "" if value is None else " / ".join(_sources(number, value)),
        )


def _sources(number: Number, value: Plain) -> list[str]:
    """Where the versions stand that give this value; more than one where a later one kept it."""
    return list(
        dict.fromkeys(each.source for each in number.versions if value in _values(each.value))
    )


def _values(value: object) -> Sequence[object]:
    """The values that a version can give: its own, those of its bands, or any answer of a list."""
    if not isinstance(value, tuple):
        return [value]
    bands = [each[1] for each in value if isinstance(each, tuple)]
    return bands or [True, False]


def _told_grounds(names: list[str], known: Mapping[str, Plain]) -> set[str]:
    """What `grounds` says of facts: on the screen each stands there once, with who told it."""
    facts = ((name, Facts.named(name)) for name in names)
    return {f"{spoken(name)}: {in_words(known[name], fact.kind)}" for name, fact in facts if fact}


def _tellers(dossier: Dossier, *, on: date, known_at: datetime | None) -> dict[str, Told]:
    """Per fact who told it last, as the answer used it: not what was put right; one query."""
    mended = Gebeurtenis.objects.filter(
        dossier=OuterRef("dossier"), herstelt=OuterRef("nummer"), **_known(known_at)
    )
    rows = Feit.objects.filter(
        ~Exists(mended), dossier=dossier, geldt_van__lte=on, **_known(known_at)
    )
    rows = rows.select_related("gebeurtenis__medewerker").order_by("naam", "geldt_van", "nummer")
    return {row.naam: _told(row, Facts.named(row.naam)) for row in rows}


def _known(known_at: datetime | None) -> dict[str, datetime]:
    return {} if known_at is None else {"vastgelegd_at__lte": known_at}


def _told(row: Feit, fact: Fact | None) -> Told:
    who = row.gebeurtenis.medewerker
    meaning = first_up(fact.meaning) if fact is not None else spoken(row.naam)
    by = who.naam if who is not None else "Meedoen"
    return Told(meaning, _value(row.waarde, fact), row.nummer, by, row.vastgelegd_at)


def _value(raw: str | None, fact: Fact | None) -> str:
    if raw is None or fact is None:
        return raw or "onbekend"
    return in_words(from_plain_json(fact.kind, raw), fact.kind)


def _questions(finding: Finding, facts: Facts) -> list[Question]:
    asked = sorted(finding.open_facts(facts.known()))
    named = [fact for name in asked if (fact := Facts.named(name)) is not None]
    return [
        Question(fact.name, first_up(fact.meaning), in_own_words(fact.source.value))
        for fact in named
    ]
