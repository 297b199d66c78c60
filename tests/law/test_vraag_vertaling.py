"""The questions of the talk in other languages: held to the Dutch, refused with file and line."""

import shutil
from pathlib import Path

import pytest

from meedoen.law.kader import HOME
from meedoen.law.kader_file import read_national
from meedoen.law.reading import TomlError
from meedoen.law.vraag import JANEE, Vraag
from meedoen.law.vraag_vertaling import question_languages, read_question_languages

EVERY = [vraag for each in read_national(HOME) for vraag in each.vragen]


def test_six_languages_hold_every_question() -> None:
    assert sorted(question_languages()) == ["ar", "en", "fa", "ti", "tr", "uk"]
    assert [each.code for each in question_languages().values() if each.rtl] == ["ar", "fa"]
    for taal in question_languages().values():
        assert not taal.nagelezen  # nobody has read them yet, and the screen says so
        for vraag in EVERY:
            assert taal.vraag[vraag.naam] != vraag.label
            assert len(taal.antwoorden(vraag)) == (2 if vraag.soort == JANEE else len(vraag.opties))


def test_a_question_of_a_municipality_has_no_translation() -> None:
    own = Vraag("eigen_wijkhuis", "Kent u het wijkhuis?", JANEE, "Wi 14:3c", eigen=True)
    assert question_languages()["en"].antwoorden(own) == ()


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ('\ntolk_goed = "', '\ntolk_beter = "', r"vraag.tolk_beter.*bestaat niet"),
        ("\ndroom = ", "\n# droom = ", r"«droom» is niet vertaald"),
        ('\n"Nog niets" = ', "\n# ", r"«Nog niets» is niet vertaald"),
        ('\ntitel = "', '\nkop = "', r"vast.kop.*bestaat niet"),
        ("nagelezen = false", 'nagelezen = "nee"', r"en.toml"),
    ],
)
def test_what_is_missing_or_extra_is_refused(
    tmp_path: Path, old: str, new: str, error: str
) -> None:
    shutil.copytree(HOME, tmp_path / "intake")
    path = tmp_path / "intake" / "vertaling" / "en.toml"
    content = path.read_text()
    assert old in content
    path.write_text(content.replace(old, new, 1))
    with pytest.raises(TomlError, match=error):
        read_question_languages(tmp_path / "intake")
