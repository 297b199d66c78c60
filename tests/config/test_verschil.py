"""`./meedoen verschil`: what another stelsel changes for one person, with the reasons."""

from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from meedoen.config.cli import app
from meedoen.config.verschil import compare
from meedoen.law.loader import load_law
from meedoen.rules.catalogue import rule_named, rules
from meedoen.rules.facts import Facts

PERSON = """doelgroep = "gezins- of overige migrant"
leerroute = "B1-route"
dagtekening_eerste_pip = 2024-03-15
"""


@pytest.fixture
def person(tmp_path: Path) -> Path:
    path = tmp_path / "persoon.toml"
    path.write_text(PERSON, "utf-8")
    return path


def verschil(one: str, other: str, person: Path, day: str = "2026-03-16") -> Result:
    return CliRunner().invoke(app, ["verschil", one, other, str(person), "--day", day])


def test_differences_are_listed_with_reasons(person: Path) -> None:
    done = verschil("wi2021", "hoofdlijnen2018", person)
    assert done.exit_code == 0
    assert "doelgroep.krijgt_aanbod" in done.stdout
    assert "  wi2021: nee   [Wi 16:1]" in done.stdout
    assert "  hoofdlijnen2018: ja   [Brief L14]" in done.stdout
    assert "het aanbod is er voor iedereen: ja   [Brief L14]" in done.stdout
    assert "het aanbod is er voor iedereen: nee   [Wi 16:1]" in done.stdout
    assert "inburgeringstermijn.einde" not in done.stdout


def test_the_last_line_counts_the_rules_that_differ(person: Path) -> None:
    done = verschil("wi2021", "hoofdlijnen2018", person)
    named = [line for line in done.stdout.splitlines() if line.split(" ")[0] in NAMES]
    assert len(named) > 1
    last = f"{len(named)} antwoorden verschillen tussen wi2021 en hoofdlijnen2018."
    assert done.stdout.splitlines()[-1] == last


NAMES = {rule.name for rule in rules()}


def test_equal_stelsels_do_not_differ(person: Path) -> None:
    done = verschil("wi2021", "wi2021", person)
    assert (done.exit_code, done.stdout) == (
        0,
        "0 antwoorden verschillen tussen wi2021 en wi2021.\n",
    )


def test_a_rule_with_one_answer_gives_no_lines() -> None:
    facts = Facts.of(date(2026, 3, 16), {"dagtekening_eerste_pip": date(2024, 3, 15)})
    laws = load_law("wi2021"), load_law("hoofdlijnen2018")
    assert not list(compare(rule_named("inburgeringstermijn.einde"), facts, laws))


def test_a_wrong_name_is_refused(person: Path) -> None:
    done = verschil("wi2021", "hoofdlijnen2019", person)
    assert done.exit_code == 1
    assert "«hoofdlijnen2019»" in done.stderr
    assert "hoofdlijnen2018" in done.stderr
    assert done.stdout == ""


def test_a_day_before_the_law_is_refused(person: Path) -> None:
    done = verschil("wi2021", "hoofdlijnen2018", person, day="2021-12-31")
    assert done.exit_code == 1
    assert "ligt voor het begin van de wet" in done.stderr
