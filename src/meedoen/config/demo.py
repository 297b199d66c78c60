"""`./meedoen demo`: one invented family goes through the rules; screens come later."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from meedoen.rules.facts import Facts

FAMILY = Path(__file__).with_name("gezin.toml")
KEYS = ("naam", "verhaal", "dag", "vragen", "feiten")


def demo() -> None:
    """Laat zien wat de wet zegt over een verzonnen gezin, met redenen en artikelen."""
    typer.echo("Meedoen rekent uit wat de wet zegt, en zegt erbij waarom. Dit gezin is verzonnen.")
    for name, story, facts, questions in read_family(FAMILY):
        typer.echo(f"\n━━ {name}\n{story}")
        for question in questions:
            _answer(question, facts)
    typer.echo("\nProbeer zelf: ./meedoen explain BESTAND --day 2026-11-25")


def read_family(path: Path) -> "Iterator[tuple[str, str, Facts, list[str]]]":
    """Name, story, facts and questions of each person. Errors: TomlError."""
    from meedoen.law.facts_file import facts_of
    from meedoen.law.reading import check_keys, day_of, read_toml, table_of, tables_of, text_of
    from meedoen.rules.facts import Facts

    place, content = read_toml(path)
    for spot, table in tables_of(place / "persoon", content.get("persoon")):
        check_keys(spot, table, KEYS)
        day: date = day_of(spot, table, "dag")
        known = facts_of(spot / "feiten", table_of(spot / "feiten", table.get("feiten")))
        story = text_of(spot, table, "verhaal").strip()
        yield text_of(spot, table, "naam"), story, Facts.of(day, known), list(table["vragen"])


def _answer(question: str, facts: "Facts") -> None:
    from meedoen.config.presentation import questions, tree
    from meedoen.law.loader import load_law
    from meedoen.rules.catalogue import rule_named

    rule = rule_named(question)
    finding = rule.rule(facts, load_law())
    typer.echo(f"\n  {rule.summary}")
    for line in tree(finding, facts):
        typer.echo(f"    {line}")
    for line in questions(finding, facts):
        typer.echo(f"    nog vragen: {line}")
