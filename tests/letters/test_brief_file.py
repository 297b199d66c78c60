"""The files of letters: what is wrong in them is refused, with the file and the line."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.letters.samples import VALUES

from meedoen.law.brief_file import (
    HOME,
    Brief,
    brief_kinds,
    read_kinds,
)
from meedoen.law.brief_variable import plain_to_values, values_to_plain
from meedoen.law.reading import TomlError
from meedoen.law.register import register

TOML, TYP = "brief.toml", "brief.typ"
LADDER = (
    "uitnodiging_brede_intake",
    "oproep_brede_intake",
    "waarschuwing_tweede_oproep",
    "derde_oproep",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(HOME / "vaststelling_pip", tmp_path / "vaststelling_pip")
    for name in ("huisstijl.typ", "huisstijl.toml"):
        shutil.copy(HOME / name, tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (TYP, "#bezwaar", "", "een besluit heeft «#bezwaar» nodig"),
        (TYP, "#bezwaar", "// #bezwaar", "een besluit heeft «#bezwaar» nodig"),
        (TYP, "#bezwaar", "/* #bezwaar */", "een besluit heeft «#bezwaar» nodig"),
        (TYP, "#bezwaar", "#bezwaartje", "een besluit heeft «#bezwaar» nodig"),
        (TYP, "#grondslag", "", "een besluit heeft «#grondslag» nodig"),
        (TYP, "#motivering(b.waarden.motivering)", "#b.waarden.motivering", "«#motivering» nodig"),
        (TYP, "#show: brief", "", "de regel «#show: brief» ontbreekt"),
        (TYP, "b.waarden.niveau", "b.waarden.nivo", "«nivo» staat niet in brief.toml"),
        (TYP, "b.waarden.niveau", 'b.waarden.at("niveau")', "«at» staat niet in brief.toml"),
        (TYP, "b.waarden.niveau", "b.waarden", "«b.waarden» staat niet in brief.toml"),
        (TYP, "b.waarden.vve", "none", "de variabele «vve» wordt niet gebruikt"),
        (TYP, "#bezwaar", '#import "@preview/a:1.0.0"\n#bezwaar', "mag niet in een brief"),
        (TYP, "#bezwaar", "#eval(b.waarden.pvt)\n#bezwaar", "mag niet in een brief"),
        (TYP, "#bezwaar", '#read("x")\n#bezwaar', "mag niet in een brief"),
        (TYP, "#bezwaar", '#json("x")\n#bezwaar', "mag niet in een brief"),
        (TYP, "#bezwaar", '#include "x"\n#bezwaar', "mag niet in een brief"),
        (TOML, '"persoonlijk_plan.uiterste_dag"', '"persoonlijk_plan.laatste"', "laatste"),
        (TOML, '"Wi 15"', '"Wi 99"', "onbekend artikel «Wi 99»"),
        (TOML, '["Wi 15"]', "[]", "ten minste één artikel"),
        (TOML, 'soort = "besluit"', 'soort = "beslissing"', "bedoelt u «besluit»?"),
        (TOML, '"klantmanager"', '"klantmanger"', "bedoelt u «klantmanager»?"),
        (TOML, '["klantmanager", "teamleider"]', "[]", "ten minste één rol"),
        (TOML, "title =", "titel =", "bedoelt u «title»?"),
        (TOML, 'kind = "Niveau"', 'kind = "Nivo"', "onbekende eenheid «Nivo»"),
        (TOML, "required = false", 'required = "nee"', "true of false"),
        (TOML, 'name = "pvt"', 'name = "Pvt"', "kleine letters"),
        (TOML, 'name = "vve"', 'name = "pvt"', "«pvt» staat er twee keer"),
        (TOML, 'leerroute = "leerroute"', 'leerroute = "niveau"', "geen bron van dezelfde soort"),
        (TOML, 'leerroute = "leerroute"', 'leerroute = "dag na niveau"', "geen bron"),
        (TOML, 'leerroute = "leerroute"', 'leerrout = "leerroute"', "dit feit bestaat niet"),
        (TOML, "[[variabele]]", "[[variabelen]]", "onbekend veld"),
    ],
)
def test_a_wrong_file_is_refused(folder: Path, file: str, old: str, new: str, message: str) -> None:
    path = folder / "vaststelling_pip" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1 if file == TOML else -1), "utf-8")
    with pytest.raises(TomlError) as refused:
        read_kinds(folder)
    assert message in str(refused.value)
    assert f"vaststelling_pip/{file}" in str(refused.value).replace("\\", "/")


def test_the_error_names_the_line(folder: Path) -> None:
    path = folder / "vaststelling_pip" / TYP
    lines = path.read_text("utf-8").splitlines()
    lines.insert(7, "#b.waarden.onzin")
    path.write_text("\n".join(lines), "utf-8")
    with pytest.raises(TomlError, match=r"brief\.typ:8: «onzin»"):
        read_kinds(folder)


def test_the_house_style_fetches_nothing_either(folder: Path) -> None:
    with (folder / "huisstijl.typ").open("a", encoding="utf-8") as style:
        style.write('#import "@preview/a:1.0.0": *\n')
    with pytest.raises(TomlError, match=r"huisstijl\.typ:\d+"):
        read_kinds(folder)


def test_a_letter_without_text_is_refused(folder: Path) -> None:
    (folder / "vaststelling_pip" / TYP).unlink()
    with pytest.raises(TomlError, match="kan niet worden gelezen"):
        read_kinds(folder)


def test_values_come_back_as_they_were() -> None:
    for name, values in VALUES.items():
        kind = brief_kinds()[name]
        assert values.items() <= _there_and_back(kind, values).items()


def _there_and_back(kind: Brief, values: dict[str, Any]) -> dict[str, Any]:
    return plain_to_values(kind.variables, values_to_plain(kind.variables, values))


def test_a_plan_tells_the_rules_what_it_says() -> None:
    day = date(2026, 9, 14)
    told = brief_kinds()["vaststelling_pip"].facts_on(VALUES["vaststelling_pip"], day)
    assert told["dagtekening_eerste_pip"] == told["pip_bekend_op"] == day
    assert told["leerroute"] is VALUES["vaststelling_pip"]["leerroute"]
    without = VALUES["vaststelling_pip"] | {"niveau": None}
    assert "niveau_in_pip" not in brief_kinds()["vaststelling_pip"].facts_on(without, day)


def test_an_oproep_counts_and_an_invitation_does_not() -> None:
    day = date(2026, 9, 14)
    kinds = brief_kinds()
    assert kinds["uitnodiging_brede_intake"].feiten == {
        "intake_voltooid": "nee",
        "gewezen_op_gesprek_alleen": "ja",
    }
    assert kinds["oproep_brede_intake"].facts_on(VALUES["oproep_brede_intake"], day) == {
        "laatste_oproep_op": day,
        "oproepen_verstuurd": 1,
        "termijn_oproep_tot": date(2026, 9, 29),  # the day after the last one
        "intake_voltooid": False,
        "oproep_in_boetebesluit": False,
        "kwam_op_oproep": None,
        "goede_reden": None,
        "werkte_voldoende_mee": None,
        "gewezen_op_gesprek_alleen": True,
    }


@pytest.mark.parametrize("kind", LADDER)
def test_the_right_to_talk_alone_is_told_where_the_letter_holds_it(kind: str) -> None:
    """R03.04: the block is fixed, so no municipality takes the sentence out of the letter."""
    letter = brief_kinds()[kind]
    (blok,) = (each for each in letter.blokken if each.name == "alleen")
    assert blok.fixed
    assert "alleen voeren" in blok.text
    assert letter.feiten["gewezen_op_gesprek_alleen"] == "ja"


def test_an_oproep_tells_what_the_register_tells_of_one() -> None:
    by_letter = set(brief_kinds()["oproep_brede_intake"].feiten)
    assert by_letter <= set(register()["oproep_verzonden"].names)
