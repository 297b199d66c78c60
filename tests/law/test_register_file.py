"""The files of the register: what is wrong in them is refused with file and line."""

from pathlib import Path

import pytest

from meedoen.law.reading import TomlError
from meedoen.law.register import HOME
from meedoen.law.register_file import MOST_FACTS, read_register
from meedoen.rules.facts import Facts

GOOD = """
proces = "opvang"
roles = ["klantmanager"]

[[soort]]
name = "kennis"
label = "DUO schreef"
help = "De dag is de datum op de brief."
article = "Bi 5.3:1"
source = "DUO"
facts = [{ fact = "kennisgeving_op", is = "dag" }, { fact = "doelgroep", required = true }]
texts = [{ name = "toelichting", label = "Toelichting", privacy = "gevoelig" }]
"""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"doelgroep"', '"doelgroepp"', "«doelgroepp» kan hier niet; bedoelt u «doelgroep»?"),
        ('["klantmanager"]', '["klantmanger"]', "bedoelt u «klantmanager»?"),
        ('["klantmanager"]', "[]", "ten minste één rol"),
        ('["klantmanager"]', "3", "een lijst van woorden"),
        ("Bi 5.3:1", "Bi 99:1", "«Bi 99:1» kan hier niet"),
        ('"opvang"', '"ontvangst"', "«ontvangst» kan hier niet"),
        ('"DUO"\n', '"DOU"\n', "«DOU» kan hier niet"),
        ("help =", "hulp =", "onbekend veld"),
        ("required = true", "verplicht = true", "onbekend veld"),
        ("required = true", 'required = "ja"', "true of false"),
        ("required = true", 'required = true, is = "asielstatushouder"', "vraagt u niet ook nog"),
        ("required = true", 'is = "dag"', "doelgroep is geen dag"),
        ("required = true", 'is = "vluchteling"', "«vluchteling» kan hier niet"),
        ("required = true", "may_be_later = true", "doelgroep is geen dag"),
        ('"kennis"', '"Kennis"', "kleine letters"),
        ('"gevoelig"', '"geheim"', "«geheim» kan hier niet"),
        (', privacy = "gevoelig"', "", "mag hier niet bijzonder zijn (Wi 37)"),
        (', privacy = "gevoelig"', ', privacy = "gewoon", most = 0', "een aantal tekens"),
        ('name = "toelichting"', 'name = "doelgroep"', "«doelgroep» staat er twee keer"),
        ('{ fact = "doelgroep"', '{ fact = "kostensoort"', "«kostensoort» hoort in geen dossier"),
        ('["klantmanager"]', '["docent"]', ""),
    ],
)
def test_a_wrong_soort_is_refused_with_its_line(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    assert old in GOOD
    without = '[[niet_per_dossier]]\nreason = "geld"\nfacts = ["kostensoort"]\n'
    (tmp_path / "a.toml").write_text(GOOD.replace(old, new) + without, "utf-8")
    if not message:
        assert read_register(tmp_path).soorten["kennis"].roles == ("docent",)
        return
    with pytest.raises(TomlError) as caught:
        read_register(tmp_path)
    assert message in str(caught.value)
    assert "a.toml:" in str(caught.value)


def test_a_school_does_not_judge(tmp_path: Path) -> None:
    judged = GOOD.replace('"klantmanager"', '"klantmanager", "docent"').replace(
        '"doelgroep"', '"verwijtbaar"'
    )
    (tmp_path / "a.toml").write_text(judged, "utf-8")
    with pytest.raises(TomlError, match="over «verwijtbaar» oordeelt geen docent"):
        read_register(tmp_path)


def test_a_soort_stays_small(tmp_path: Path) -> None:
    many = "".join(f'{{ fact = "{fact.name}" }}, ' for fact in Facts.all()[:MOST_FACTS])
    (tmp_path / "a.toml").write_text(GOOD.replace("facts = [", f"facts = [{many}"), "utf-8")
    with pytest.raises(TomlError, match=f"vraagt {MOST_FACTS + 1} feiten; hoogstens {MOST_FACTS}"):
        read_register(tmp_path)


def test_a_name_is_there_once_over_all_files(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text(GOOD, "utf-8")
    with pytest.raises(TomlError, match=r"b\.toml:6: .*«kennis» is er al"):
        read_register(tmp_path)


def test_there_is_a_file_for_every_chapter() -> None:
    assert {"opvang", "intake", "plan", "termijn", "voortgang", "examen", "handhaving"} <= {
        path.stem for path in HOME.glob("*.toml")
    }
