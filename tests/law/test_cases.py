"""The worked cases hold, there are enough of them, and the command tells what is wrong."""

import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.law.cases import Case, case_files, read_cases, run
from meedoen.law.reading import TomlError
from meedoen.rules.catalogue import rules

ROOT = Path(__file__).parents[2]
CASES = [case for path in case_files([ROOT / "tests" / "law_cases"]) for case in read_cases(path)]
PER_RULE, IN_ALL = 3, 200


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_the_case_holds(case: Case) -> None:
    result = run(case)
    assert result.passed, [(d.name, d.expected, d.got) for d in result.differences] or result.error


def test_ids_are_unique() -> None:
    assert not [name for name, times in Counter(case.id for case in CASES).items() if times > 1]


def _answered() -> Counter[tuple[str, bool]]:
    """Per rule: how many cases expect an answer, and how many expect onbekend."""
    return Counter(
        (rule.name, wanted == "onbekend") for case in CASES for rule, wanted in case.expect.values()
    )


def test_every_rule_has_its_cases() -> None:
    """At least a normal one, an edge and an unknown per rule."""
    found = _answered()
    few = {
        rule.name: (found[rule.name, False], found[rule.name, True])
        for rule in rules()
        if found[rule.name, False] < PER_RULE - 1 or not found[rule.name, True]
    }
    assert not few, "rule: (cases with an answer, cases without)"
    assert len(CASES) >= IN_ALL


GOOD = """stelsel = "wi2021"
[[case]]
id = "X1"
title = "PIP van 15 maart 2024"
rule = "inburgeringstermijn.einde"
day = 2024-03-16
basis = "Wi 11"
[case.facts]
dagtekening_eerste_pip = 2024-03-15
[case.expect]
einde = 2027-03-16
"""


def command(*words: str) -> subprocess.CompletedProcess[str]:
    """What a jurist sees."""
    return subprocess.run(
        [sys.executable, "-m", "meedoen", *words], text=True, capture_output=True, check=False
    )


def write(folder: Path, text: str) -> Path:
    path = folder / "gevallen.toml"
    path.write_text(text, "utf-8")
    return path


def test_the_command_counts_what_passes(tmp_path: Path) -> None:
    done = command("cases", str(write(tmp_path, GOOD)))
    assert (done.returncode, done.stdout) == (0, "1 passed, 0 failed\n")
    assert command("cases", str(tmp_path)).stdout == done.stdout


def test_a_wrong_expectation_fails_with_the_reasons(tmp_path: Path) -> None:
    wrong = GOOD.replace("einde = 2027-03-16", "einde = 2027-03-15")
    done = command("cases", str(write(tmp_path, wrong)))
    assert done.returncode == 1
    assert "einde: verwacht 2027-03-15, gekregen 16 maart 2027" in done.stdout
    assert "dagtekening van het eerste PIP: 15 maart 2024   [Wi 15:3]" in done.stdout
    assert done.stdout.endswith("0 passed, 1 failed\n")


def test_a_wrong_question_fails(tmp_path: Path) -> None:
    unknown = GOOD.replace("dagtekening_eerste_pip = 2024-03-15", "").replace(
        "einde = 2027-03-16", 'einde = "onbekend"'
    )
    asks = 'asks = ["dagtekening_eerste_pip"]\n[case.facts]'
    assert (
        command("cases", str(write(tmp_path, unknown.replace("[case.facts]", asks)))).returncode
        == 0
    )
    asks = 'asks = ["geboren_op"]\n[case.facts]'
    done = command("cases", str(write(tmp_path, unknown.replace("[case.facts]", asks))))
    assert "asks: verwacht geboren_op, gekregen dagtekening_eerste_pip" in done.stdout


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "wi2021",
            "wi2020",
            "gevallen.toml:1: stelsel: onbekend(e) stelsel «wi2020»; bed",
        ),
        (
            "termijn.einde",
            "termijn.eind",
            "onbekende regel «inburgeringstermijn.eind»; bedoelt u",
        ),
        (
            "einde = 2027",
            "einda = 2027",
            "einda: onbekende regel «inburgeringstermijn.einda»",
        ),
        ("einde = 2027-03-16", "", "hier hoort ten minste een verwacht antwoord te staan"),
        ("einde = 2027-03-16", "einde = 3", "«3» is geen dag"),
        ("day = 2024", "day = 2021", "2021-03-16 ligt voor het begin van de wet"),
        ("eerste_pip", "1e_pip", "case.1.facts.dagtekening_1e_pip: onbekend veld; bedoelt u"),
        ("title", "titel", "gevallen.toml:4: case.1.titel: onbekend veld; bedoelt u «title»"),
        ("[[case]]", "[case]", "hier hoort een lijst te staan, met [[naam]] erboven"),
        ("[case.facts]", "asks = [1]\n[case.facts]", "een lijst van namen van feiten"),
        ("stelsel", "=", "is geen goede TOML"),
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = write(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(TomlError) as caught:
        [run(case) for case in read_cases(path)]
    assert message in str(caught.value)


def test_the_command_refuses_a_wrong_file_in_one_line(tmp_path: Path) -> None:
    done = command("cases", str(write(tmp_path, GOOD.replace("id", "di"))))
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "onbekend veld" in done.stderr
    assert command("cases", str(tmp_path / "leeg")).returncode == 1


@given(st.text(max_size=60), st.integers(0, len(GOOD)))
def test_any_damage_gives_cases_or_a_clear_error(
    tmp_path_factory: pytest.TempPathFactory, noise: str, spot: int
) -> None:
    text = GOOD[:spot] + noise + GOOD[spot:]
    path = tmp_path_factory.getbasetemp() / "noise.toml"
    path.write_text(text, "utf-8", errors="replace")
    try:
        for case in read_cases(path):
            run(case)
    except TomlError as error:
        assert str(path) in str(error)  # noqa: PT017


def test_a_second_case_is_named_by_its_place(tmp_path: Path) -> None:
    second = GOOD.partition("\n")[2].replace("X1", "X2").replace("title", "titel")
    with pytest.raises(TomlError, match=r"gevallen\.toml:14: case\.2\.titel"):
        list(read_cases(write(tmp_path, GOOD + second)))


PERSON = 'dagtekening_eerste_pip = 2024-03-15\ndoelgroep = "asielstatushouder"\n'


def test_explain_gives_answers_reasons_and_questions(tmp_path: Path) -> None:
    done = command("explain", str(write(tmp_path, PERSON)), "--day", "2024-03-16")
    assert done.returncode == 0
    assert "op 16 maart 2024" in done.stdout
    assert "de termijn is voorbij, zonder verlenging: 16 maart 2027   [Wi 11:1]" in done.stdout
    assert "geboren_op: geboortedatum; vraag de basisregistratie personen" in done.stdout


def test_explain_shows_one_rule(tmp_path: Path) -> None:
    words = ("explain", str(write(tmp_path, PERSON)), "--day", "2024-03-16", "--rule")
    one = command(*words, "inburgeringstermijn.laatste_dag").stdout
    assert "laatste dag van de termijn: 15 maart 2027" in one
    assert "DOELGROEP" not in one
    assert "onbekende regel «einde»" in command(*words, "einde").stderr


def test_explain_refuses_a_day_before_the_law(tmp_path: Path) -> None:
    done = command("explain", str(write(tmp_path, PERSON)), "--day", "2021-12-31")
    assert done.returncode == 1
    assert "2021-12-31 ligt voor het begin van de wet" in done.stderr


def test_explain_refuses_what_is_wrong(tmp_path: Path) -> None:
    path = write(tmp_path, PERSON.replace("asiel", "azyl"))
    done = command("explain", str(path), "--day", str(date(2024, 3, 16)))
    assert done.returncode == 1
    assert "gevallen.toml:2: doelgroep: «azylstatushouder» kan hier niet; bedoelt u" in done.stderr
