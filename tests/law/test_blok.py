"""Text blocks: a plain text with blanks, which never breaks and never means more than it says."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.law.blok import BLANKS, Blok, BlokError, Fault, blanks_of, faults, fill
from meedoen.law.brief_file import HOME, brief_kinds, read_kinds, shared_blokken
from meedoen.law.reading import TomlError

CONTACT = Blok("contact", "Contact", "Bel {telefoon}.", keep=("telefoon",))
# Signs that mean something in Typst, JSON or our own language, beside any other text.
SIGNS = st.sampled_from(["#", "*", "$", "@x", "<a>", '"', "\\", "{", "}", "{dag}", "- ", "\n", "="])
TEXTS = st.lists(st.one_of(SIGNS, st.text(max_size=8)), max_size=12).map("".join)


def said(text: str, **values: str | None) -> list[str]:
    """The lines of a filled text; those of a list begin with a dot."""
    return [
        ("• " if part["lijst"] else "") + "".join(span["tekst"] for span in line)
        for part in fill(text, values)
        for line in part["regels"]
    ]


def test_lines_are_paragraphs_and_dashes_a_list() -> None:
    text = "Dag {naam},\n\n- een\n- twee \nEn {naam}?\n-\n- drie"
    assert said(text, naam="Selam") == ["Dag Selam,", "• een", "• twee", "En Selam?", "• drie"]
    assert [part["lijst"] for part in fill(text, {"naam": "x"})] == [False, True, False, True]


def test_a_line_with_an_empty_blank_is_left_out() -> None:
    assert said("Kom.\n- Tolk: {tolk}", tolk=None) == ["Kom."]
    assert said("- Tolk: {tolk}", tolk="Tigrinya") == ["• Tolk: Tigrinya"]


def test_only_the_blanks_that_are_named_stand_out() -> None:
    (part,) = fill("Op {dag} in {plaats}.", {"dag": "1 mei", "plaats": "hier"}, strong=("dag",))
    assert [span["tekst"] for span in part["regels"][0] if span["vet"]] == ["1 mei"]


def test_a_blank_that_nothing_fills_is_named() -> None:
    with pytest.raises(BlokError, match="telefon") as refused:
        fill("Kom.\nBel {telefon}.", {"telefoon": "000"})
    assert refused.value.name == "telefon"


@given(TEXTS, TEXTS)
def test_no_text_breaks_it_and_no_value_is_read_again(text: str, value: str) -> None:
    values = dict.fromkeys(blanks_of(text), value)
    found = "".join(
        span["tekst"] for part in fill(text, values) for line in part["regels"] for span in line
    )
    assert len(found) <= len(text) + text.count("{") * len(value)
    told = {fault.what for fault in faults(Blok("x", "x", ""), text, values)}
    assert "onbekend" not in told
    assert told <= {"haakje"}


@given(st.text(alphabet=st.characters(exclude_characters="{}\n\r", exclude_categories=("C", "Z"))))
def test_a_line_is_printed_as_it_was_typed(text: str) -> None:
    assert "".join(said(f"a{text}")) == f"a{text}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bel {telefoon}.", []),
        ("", [Fault("leeg")]),
        (" \n ", [Fault("leeg")]),
        ("Bel ons.", [Fault("ontbreekt", "telefoon")]),
        ("Bel {telefoon} of {fax}.", [Fault("onbekend", "fax")]),
        ("Bel {telefoon", [Fault("haakje", "Bel {telefoon"), Fault("ontbreekt", "telefoon")]),
        ("{telefoon} {Naam} {}", [Fault("haakje", "{telefoon} {Naam} {}")]),
        ("{telefoon}" + "x" * 4000, [Fault("lang", "4000")]),
    ],
)
def test_what_is_wrong_with_a_text_is_said(text: str, expected: list[Fault]) -> None:
    assert list(faults(CONTACT, text, BLANKS)) == expected


def test_an_addition_may_stay_empty() -> None:
    assert not list(faults(Blok("extra", "Eigen aanvulling", ""), "", BLANKS))


def test_what_an_official_types_can_vanish_from_no_letter() -> None:
    kinds = brief_kinds()
    blok = next(each for each in kinds["oproep_brede_intake"].blokken if each.name == "meenemen")
    assert blok.keep == ("laatste_dag",)
    known = {name for name, label in BLANKS.items() if label}
    assert known >= {name for blok in shared_blokken() for name in blok.keep}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(HOME / "oproep_brede_intake", tmp_path / "oproep_brede_intake")
    for name in ("huisstijl.typ", "huisstijl.toml"):
        shutil.copy(HOME / name, tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("brief.toml", 'name = "gesprek"', 'name = "praten"', "het blok «gesprek» staat niet in"),
        ("brief.typ", '#blok("gesprek")', "", "het blok «gesprek» wordt niet gebruikt"),
        ("brief.toml", 'name = "gesprek"', 'name = "contact"', "«contact» is er al"),
        ("brief.toml", 'name = "gesprek"', 'name = "meenemen"', "«meenemen» is er al"),
        ("brief.toml", 'name = "gesprek"', 'name = "feiten"', "«feiten» moet vast zijn"),
        ("brief.toml", "{laatste_dag}", "{laatste_day}", "«laatste_day» kent deze brief niet"),
        ("brief.toml", "{laatste_dag}", "{laatste_dag", "haakjes horen om een naam"),
        (
            "brief.toml",
            "{laatste_dag}",
            "vrijdag",
            "de variabele «laatste_dag» wordt niet gebruikt",
        ),
        ("brief.toml", "fixed = true", "fixed = 1", "true of false"),
        ("brief.toml", "fixed = true", "vast = true", "onbekend veld"),
        ("brief.toml", "fixed = true", 'keep = ["telefon"]', "bedoelt u «telefoon»?"),
        ("brief.toml", "fixed = true", 'keep = ["telefoon"]', "«telefoon» moet in deze tekst"),
        ("brief.toml", 'name = "plaats"', 'name = "adres"', "«adres» is al iets van elke brief"),
        ("../huisstijl.toml", 'name = "groet"', 'name = "dag"', "het blok «groet» staat niet in"),
    ],
)
def test_a_wrong_block_is_refused(
    folder: Path, file: str, old: str, new: str, message: str
) -> None:
    path = folder / "oproep_brede_intake" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(TomlError, match=message):
        read_kinds(folder)
