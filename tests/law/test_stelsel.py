"""A variant lies over a stelsel: it names what it replaces, and changes nothing else."""

from datetime import date
from pathlib import Path

import pytest

from meedoen.law.loader import load_law
from meedoen.law.reading import TomlError
from meedoen.rules.column import Kind, constant

BASE = """[duur]
meaning = "hoe lang"
unit = "maanden"
article = "Wi 11:1"
values = [{ from = 2022-01-01, value = 36, source = "Wi" }]

[leeftijd]
meaning = "hoe oud"
unit = "jaren"
article = "Wi 3:1"
values = [{ from = 2022-01-01, value = 16, source = "Wi" }]
"""
VARIANT = """[duur]
instead_of = "Wi 11:1"
meaning = "hoe lang volgens de brief"
unit = "maanden"
article = "Brief L56"
values = [{ from = 2022-01-01, value = 48, source = "brief" }]
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "stelsels").mkdir()
    write(tmp_path / "stelsels" / "wet.toml", 'name = "wet"\ntitle = "W"\nfiles = ["base.toml"]')
    over = 'name = "brief"\ntitle = "B"\nover = "wet"\nfiles = ["variant.toml"]'
    write(tmp_path / "stelsels" / "brief.toml", over)
    write(tmp_path / "base.toml", BASE)
    write(tmp_path / "variant.toml", VARIANT)
    load_law.cache_clear()
    return tmp_path


def write(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")


def test_a_variant_replaces_what_it_names_and_keeps_the_rest(home: Path) -> None:
    day = constant(date(2024, 1, 1), Kind.DAY)
    law, letter = (load_law(name, None, home) for name in ("wet", "brief"))
    assert law.in_force(day).duur.plain() == 36
    assert letter.in_force(day).duur.plain() == 48
    assert letter.in_force(day).leeftijd.plain() == 16
    assert letter.version != law.version


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('instead_of = "Wi 11:1"', "", 'zet erbij wat dit vervangt: instead_of = "Wi 11:1"'),
        ("Wi 11:1", "Wi 12:1", 'instead_of = "Wi 11:1"'),
        ("[duur]", "[duurt]", "duurt: vervangt niets; bedoelt u «duur»"),
        ('unit = "maanden"', 'unit = "weken"', "moet dezelfde eenheid en vorm hebben"),
    ],
)
def test_a_wrong_variant_is_refused(home: Path, old: str, new: str, message: str) -> None:
    write(home / "variant.toml", VARIANT.replace(old, new, 1))
    with pytest.raises(TomlError) as caught:
        load_law("brief", None, home)
    assert "variant.toml:1" in str(caught.value)
    assert message in str(caught.value)


def test_a_law_is_no_variant(home: Path) -> None:
    write(home / "base.toml", VARIANT)
    with pytest.raises(TomlError, match="hoort alleen in een variant"):
        load_law("wet", None, home)


def test_a_stelsel_does_not_lie_over_itself(home: Path) -> None:
    over = 'name = "brief"\ntitle = "B"\nover = "brief"\nfiles = ["variant.toml"]'
    write(home / "stelsels" / "brief.toml", over)
    with pytest.raises(TomlError, match="«brief» ligt al onder dit stelsel"):
        load_law("brief", None, home)
