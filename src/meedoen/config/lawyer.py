"""The jurist's commands: `cases` runs worked cases, `explain` answers everything for one person."""

from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from meedoen.law.cases import Result
    from meedoen.rules.catalogue import NamedRule
    from meedoen.rules.facts import Facts
    from meedoen.rules.parameters import Law


def cases(
    paths: Annotated[list[Path], typer.Argument(help="Bestanden of mappen met gevallen.")],
) -> None:
    """Reken gevallen na en toon waarom een antwoord anders is (juristen)."""
    from meedoen.law.cases import case_files, read_cases, run
    from meedoen.law.reading import TomlError

    try:
        results = [run(case) for path in case_files(paths) for case in read_cases(path)]
    except TomlError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    for result in results:
        if not result.passed:
            _show_failure(result)
    failed = sum(not result.passed for result in results)
    typer.echo(f"{len(results) - failed} passed, {failed} failed")
    raise typer.Exit(1 if failed else 0)


def explain(
    file: Annotated[Path, typer.Argument(help="TOML met de feiten van een persoon.")],
    *,
    day: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="De dag van de vraag.")],
    stelsel: Annotated[str, typer.Option(help="Welk stelsel geldt.")] = "wi2021",
    gemeente: Annotated[str | None, typer.Option(help="Keuzes van welke gemeente.")] = None,
    rule: Annotated[str, typer.Option(help="Alleen deze regel of dit hoofdstuk.")] = "",
) -> None:
    """Toon alle antwoorden van de wet voor een persoon, met redenen en artikelen."""
    from meedoen.law.facts_file import check_day, read_facts
    from meedoen.law.loader import load_law
    from meedoen.law.reading import Place, TomlError, nearest
    from meedoen.rules.catalogue import rules
    from meedoen.rules.facts import Facts

    try:
        on = check_day(Place(file, ""), day.date())
        facts = Facts.of(on, read_facts(file))
        law = load_law(stelsel, gemeente)
    except TomlError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    if rule and not any(rule in {known.chapter, known.name} for known in rules()):
        names = [name for known in rules() for name in (known.chapter, known.name)]
        typer.echo(f"onbekende regel «{rule}»{nearest(rule, names)}", err=True)
        raise typer.Exit(1)
    show_all(facts, law, only=rule)


def show_all(facts: "Facts", law: "Law", *, only: str = "") -> None:
    """Every rule, or those of one name or chapter: the answer with its reasons, or what to ask.

    A chapter of which no fact is known at all is named and passed over.
    """
    from meedoen.law.presentation import in_words
    from meedoen.rules.catalogue import rules
    from meedoen.rules.column import Kind

    day = in_words(facts.day, Kind.DAY)
    typer.echo(f"Stelsel {law.stelsel}, op {day}. Versie van de wet: {law.version[:12]}.")
    for chapter, group in groupby(rules(), key=lambda rule: rule.chapter):
        wanted = [rule for rule in group if only in {"", chapter, rule.name}]
        if wanted:
            typer.echo(f"\n{chapter.replace('_', ' ').upper()}")
            _show_chapter(wanted, facts, law)


def _show_chapter(wanted: "list[NamedRule]", facts: "Facts", law: "Law") -> None:
    from meedoen.rules.facts import Facts

    nobody = Facts.of(facts.day)
    asked = set[str]().union(*(rule.rule(nobody, law).value.facts for rule in wanted))
    if asked.isdisjoint(facts.known()):
        typer.echo("\n  Van deze persoon is hier nog geen feit bekend.")
        return
    for rule in wanted:
        _show_rule(rule, facts, law)


def _show_rule(rule: "NamedRule", facts: "Facts", law: "Law") -> None:
    from meedoen.law.presentation import questions, tree
    from meedoen.rules.parameters import LawError

    typer.echo(f"\n{rule.name}   {rule.summary}")
    try:
        finding = rule.rule(facts, law)
    except LawError as error:
        typer.echo(f"  geen antwoord: {error}")
        return
    if finding.value.plain() is None:
        typer.echo(f"  {finding.text}: onbekend   [{finding.basis}]")
        asked = list(questions(finding, facts))
        lines = asked or ["er is niets te vragen: de wet geeft hier geen antwoord"]
    else:
        lines = list(tree(finding, facts))
    for line in lines:
        typer.echo(f"  {line}")


def _show_failure(result: "Result") -> None:
    from meedoen.law.presentation import in_words, tree
    from meedoen.rules.facts import Facts

    case = result.case
    facts = Facts.of(case.day, case.facts)
    typer.echo(f"FOUT {case.id}: {case.title}")
    typer.echo(f"  {case.place.path}:{case.place.line}   [{case.basis}]")
    if result.error:
        typer.echo(f"  {result.error}")
    for wrong in result.differences:
        got = wrong.got
        shown = (
            ", ".join(sorted(got))
            if isinstance(got, frozenset)
            else in_words(got, wrong.finding.value.kind)
        )
        typer.echo(f"  {wrong.name}: verwacht {wrong.expected}, gekregen {shown}")
        for line in tree(wrong.finding, facts):
            typer.echo(f"    {line}")
    typer.echo("")
