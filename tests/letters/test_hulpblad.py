"""The courtesy sheets: whole in six languages, for a screen reader too, and honest about it."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.letters.pdf_text import bare, heading_levels, opened, text_of
from tests.letters.samples import AT, SIGNED, VALUES

from meedoen.dossier import hulpblad
from meedoen.dossier.hulpblad import courtesy_sheet
from meedoen.law.brief_file import brief_kinds
from meedoen.law.brief_text import check_source, source_of
from meedoen.law.reading import TomlError
from meedoen.law.vertaling import (
    HOME,
    can_be_translated,
    check_shape,
    language_among,
    read_shape,
    read_translations,
    shape,
    translations,
)

LANGUAGES = sorted(translations())
KINDS = sorted(shape().zinnen)
RIGHT_TO_LEFT = {"ar", "fa"}


def sheet(kind: str, taal: str, **changes: object) -> bytes:
    values = VALUES[kind] | changes
    return courtesy_sheet(brief_kinds()[kind], values, taal, signed=SIGNED, at=AT)


def test_the_six_languages_are_there_and_nobody_has_read_them_yet() -> None:
    assert LANGUAGES == ["ar", "en", "fa", "ti", "tr", "uk"]
    # whoever reads one says so in the file, and this line goes
    assert not [each.code for each in translations().values() if each.nagelezen]


def test_every_sentence_can_be_filled_by_its_kind() -> None:
    blanks = {name: [each.name for each in kind.variables] for name, kind in brief_kinds().items()}
    check_shape(shape(), blanks)
    used = {zin for zinnen in shape().zinnen.values() for zin in zinnen}
    assert used == set(translations()["en"].zin)


@pytest.mark.parametrize("taal", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_sheet_can_be_read_by_a_screen_reader(kind: str, taal: str) -> None:
    pdf = opened(sheet(kind, taal))
    assert str(pdf.Root.Lang) == taal
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    levels = heading_levels(pdf)
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert set(levels) <= {1, 2}
    about = pdf.open_metadata()
    assert (about["pdfaid:part"], about["pdfuaid:part"]) == ("2", "1")


@pytest.mark.parametrize("taal", LANGUAGES)
def test_a_sheet_says_that_only_the_letter_counts(taal: str) -> None:
    text = text_of(sheet("vaststelling_pip", taal))
    assert bare("Alleen de Nederlandse brief telt.") in text
    assert bare("Nog niemand heeft deze vertaling nagelezen.") in text
    assert bare("U wilt snel werken.") in text  # what the official wrote stays Dutch


def test_a_sheet_that_was_read_does_not_say_that_it_was_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read = {"tr": replace(translations()["tr"], nagelezen=True)}
    monkeypatch.setattr(hulpblad, "translations", lambda: read)
    text = text_of(sheet("brief_algemeen", "tr"))
    assert bare("Nog niemand heeft deze vertaling") not in text
    assert bare(read["tr"].vast["ongelezen"]) not in text


@pytest.mark.parametrize(
    ("taal", "day"),
    [("en", "28 September 2026"), ("tr", "28 Eylül 2026"), ("uk", "28 вересня 2026")],
)
def test_days_are_written_as_in_the_language(taal: str, day: str) -> None:
    text = text_of(sheet("oproep_brede_intake", taal))
    assert bare(day) in text
    assert bare("28 september") not in text


def test_a_month_that_means_another_day_elsewhere_has_its_digits_too() -> None:
    for taal in ("ti", "fa"):
        assert bare("28-9-2026") in text_of(sheet("oproep_brede_intake", taal))


@pytest.mark.parametrize("taal", LANGUAGES)
def test_a_besluit_tells_until_when_to_object(taal: str) -> None:
    own = translations()[taal]
    decided = text_of(sheet("vaststelling_pip", taal))
    assert bare("26-10-2026" if taal in {"fa", "ti"} else "2026") in decided
    if taal not in RIGHT_TO_LEFT:  # there the file holds words in the order of the page
        assert bare("Bent u het niet eens met dit besluit?") in decided  # where to read on
        assert bare(own.vast["bezwaar_kop"]) in decided
        assert bare(own.vast["bezwaar_kop"]) not in text_of(sheet("oproep_brede_intake", taal))


def test_what_is_left_empty_has_no_label() -> None:
    text = text_of(sheet("oproep_brede_intake", "en", tolk=None))
    assert bare("Interpreter") not in text
    assert bare("Interpreter") in text_of(sheet("oproep_brede_intake", "en"))


def test_why_an_official_deviates_stands_on_the_sheet_too() -> None:
    signed = replace(SIGNED, afwijking="Wij wachtten op uw diploma.")
    kind = brief_kinds()["vaststelling_pip"]
    made = courtesy_sheet(kind, VALUES[kind.name], "en", signed=signed, at=AT)
    assert bare("Wij wachtten op uw diploma.") in text_of(made)


@pytest.mark.parametrize("text", ['#panic("x")', '#read("/etc/passwd")', "$x$ *vet* <label> @x"])
def test_no_text_of_anybody_is_markup(text: str) -> None:
    assert bare(text) in text_of(sheet("brief_algemeen", "tr", tekst=text))


def test_the_source_of_the_sheet_fetches_nothing() -> None:
    check_source(hulpblad.SOURCE, source_of(hulpblad.SOURCE))


def test_a_language_is_found_by_the_name_that_officials_write() -> None:
    assert language_among(["", "Koerdisch", "Tigrinya"]) == "ti"
    assert language_among([" dari "]) == "fa"
    assert language_among(["Frans"]) is None
    assert not can_be_translated("liefdesbrief")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('tolk = "Interpreter"\n', "", "staat niet in beide"),
        ("{laatste_dag} at the", "the last day at the", "dezelfde invulplekken"),
        ("nagelezen = false", 'nagelezen = "nee"', "true of false"),
        ("[zin]", "[zinnen]", "onbekend veld"),
    ],
)
def test_a_language_that_is_not_whole_is_refused(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    pattern = (HOME / "en.toml").read_text("utf-8")
    (tmp_path / "en.toml").write_text(pattern, "utf-8")
    assert old in pattern
    (tmp_path / "so.toml").write_text(pattern.replace(old, new), "utf-8")
    with pytest.raises(TomlError, match=r"so\.toml") as refused:
        read_translations(tmp_path)
    assert message in str(refused.value)


def test_a_sheet_of_a_sentence_that_its_kind_cannot_fill_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "opbouw.toml"
    path.write_text('[zinnen]\nbrief_algemeen = ["laatste_dag"]\n[namen]\n', "utf-8")
    with pytest.raises(TomlError, match="laatste_dag"):
        check_shape(read_shape(path), {"brief_algemeen": ["onderwerp", "tekst"]})
