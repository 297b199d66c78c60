"""One person under the law and under the letter of 2018."""

from datetime import date

from meedoen.law.loader import load_law
from meedoen.rules.catalogue import rule_named
from meedoen.rules.column import Plain
from meedoen.rules.facts import Facts

DAY = date(2026, 3, 16)


def both(name: str, facts: dict[str, Plain], day: date = DAY) -> tuple[Plain, Plain]:
    """What the law says, and what the letter says."""
    table, rule = Facts.of(day, facts), rule_named(name).rule
    law, letter = (
        rule(table, load_law(stelsel)).value.plain() for stelsel in ("wi2021", "hoofdlijnen2018")
    )
    return law, letter


def rule_word(fact: str, word: str) -> Plain:
    """The word of a fact's list, as a choice."""
    found = Facts.named(fact)
    assert found is not None
    assert isinstance(found.kind, type)
    return next(choice for choice in found.kind if choice.value == word)


def told(**facts: Plain | str) -> dict[str, Plain]:
    """Facts with the words of their lists written out."""
    return {
        name: rule_word(name, value) if isinstance(value, str) else value
        for name, value in facts.items()
    }
