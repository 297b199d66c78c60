"""`./meedoen verschil`: what another stelsel or variant changes for one person, and why."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from meedoen.rules.catalogue import NamedRule
    from meedoen.rules.facts import Facts
    from meedoen.rules.logic import Finding
    from meedoen.rules.parameters import Law


def verschil(
    one: Annotated[str, typer.Argument(help="Het ene stelsel, bijvoorbeeld wi2021.")],
    other: Annotated[str, typer.Argument(help="Het andere, bijvoorbeeld hoofdlijnen2018.")],
    file: Annotated[Path, typer.Argument(help="TOML met de feiten van een persoon.")],
    *,
    day: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="De dag van de vraag.")],
) -> None:
    """Toon wat een ander stelsel verandert voor een persoon, en waarom (juristen, beleid)."""
    from meedoen.law.facts_file import check_day, read_facts
    from meedoen.law.loader import load_law
    from meedoen.law.reading import Place, TomlError
    from meedoen.rules.catalogue import rules
    from meedoen.rules.facts import Facts

    try:
        facts = Facts.of(check_day(Place(file, ""), day.date()), read_facts(file))
        laws = load_law(one), load_law(other)
    except TomlError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    different = 0
    for rule in rules():
        lines = list(compare(rule, facts, laws))
        different += bool(lines)
        for line in lines:
            typer.echo(line)
    typer.echo(f"{different} antwoorden verschillen tussen {one} en {other}.")


def compare(rule: "NamedRule", facts: "Facts", laws: "tuple[Law, Law]") -> Iterator[str]:
    """What both say where they differ, each with the steps that the other does not have."""
    from meedoen.law.presentation import tree
    from meedoen.rules.parameters import LawError

    try:
        findings = [rule.rule(facts, law) for law in laws]
    except LawError as error:
        yield f"{rule.name}\n  niet te vergelijken: {error}\n"
        return
    if findings[0].value.plain() == findings[1].value.plain():
        return
    yield f"{rule.name}   {rule.summary}"
    trees = [list(tree(finding, facts)) for finding in findings]
    for law, finding, lines, others in zip(laws, findings, trees, reversed(trees), strict=True):
        yield f"  {law.stelsel}: {_answer(finding)}"
        own = [line for line in lines[1:] if line not in others]
        yield from (f"    {line}" for line in own)
    yield ""


def _answer(finding: "Finding") -> str:
    from meedoen.law.presentation import in_words

    return f"{in_words(finding.value.plain(), finding.value.kind)}   [{finding.basis}]"
