"""Letters as PDF: what is in them, for whom they can be made, and that they stay the same."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import pairwise

import pytest
import typst
from tests.letters.pdf_text import bare, glyphs_missing, heading_levels, opened, tags_of, text_of
from tests.letters.samples import AT, SIGNED, TO, VALUES, letter

from meedoen.dossier import typesetting
from meedoen.dossier.letters import (
    Geadresseerde,
    LetterError,
    check_values,
    objection_until,
    render,
)
from meedoen.dossier.typesetting import unprintable
from meedoen.law.brief_file import brief_kinds
from meedoen.law.citation import spoken

KINDS = sorted(brief_kinds())
# One name for each language of the national films that our three fonts can write (LANG-03).
NAMES = {
    "nl": "Ľubomíra Ünal-Þórsdóttir",
    "ar": "محمد عبد الرحمن الأحمد",
    "fa": "می‌نا گلشیفته پژمان",
    "ps": "ګلالۍ ښکلې ځدراڼ",
    "ti": "ሰላም ተስፋይ",
    "am": "ዓለሙ ኃይለ ማርያም",
    "ru": "Фёдор Щербаков",
    "uk": "Ґалина Їжакевич",
    "el": "Ελένη Παπαδάκη",
    "so": "Cabdullaahi Xirsi",
    "tr": "Çağrı Işıkoğlu",  # noqa: RUF001
    "kmr": "Şêrko Êzdîn Û",
    "pt": "João Conceição",
    "vi": "Nguyễn Thị Hường",
}


def test_every_kind_has_a_sample() -> None:
    assert sorted(VALUES) == KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_can_be_read_by_a_screen_reader(kind: str) -> None:
    pdf = opened(letter(kind))
    root = pdf.Root
    assert str(root.Lang) == "nl"
    assert root.MarkInfo.Marked
    assert root.ViewerPreferences.DisplayDocTitle
    levels = heading_levels(pdf)
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert str(pdf.open_metadata()["dc:title"]).startswith(brief_kinds()[kind].title)
    tags = tags_of(pdf)
    assert tags.count("/TH") >= tags.count("/Table")
    assert not glyphs_missing(pdf)


@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_can_be_kept_for_long(kind: str) -> None:
    pdf = opened(letter(kind))
    about = pdf.open_metadata()
    assert (about["pdfaid:part"], about["pdfaid:conformance"]) == ("2", "A")
    assert about["pdfuaid:part"] == "1"
    fonts = {str(f.BaseFont) for page in pdf.pages for f in page.Resources.Font.values()}
    assert all("+NotoSans" in font for font in fonts), fonts


def test_a_table_says_what_its_columns_are() -> None:
    pdf = opened(letter())
    tags = tags_of(pdf)
    assert tags.count("/Table") == tags.count("/THead") == 1
    assert tags.count("/TH") == 2


@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_says_from_whom_of_when_and_how_to_reach_us(kind: str) -> None:
    text = text_of(letter(kind))
    for part in (
        "Datum: 14 september 2026",
        "Kenmerk: D-2026-0012-3",
        "Beste Selam Tesfay,",
        "namens het college van burgemeester en wethouders van Voorbeeldstad,A. de Vries",
        SIGNED.afzender.telefoon,
        SIGNED.afzender.openingstijden,
    ):
        assert bare(part) in text
    for article in brief_kinds()[kind].articles:
        assert bare(spoken(article)) in text


def test_the_term_to_object_ends_on_a_working_day() -> None:
    # six weeks after 13 November 2026 is Christmas Day, a Friday; then Saturday and Sunday
    assert str(objection_until(datetime(2026, 11, 13, tzinfo=UTC).date())) == "2026-12-28"


def test_only_an_oproep_tells_what_happens_to_who_stays_away() -> None:
    threat = [bare(word) for word in ("boete", "waarschuwing", "u moet", "uiterlijk")]
    invitation = text_of(letter("uitnodiging_brede_intake")).lower()
    assert not [word for word in threat if word in invitation]
    assert bare("U kiest zelf of u komt") in text_of(letter("uitnodiging_brede_intake"))
    summons = text_of(letter("oproep_brede_intake")).lower()
    assert not [word for word in threat if word not in summons]


@pytest.mark.parametrize("naam", NAMES.values(), ids=NAMES)
def test_a_name_in_any_script_of_ours_is_printed(naam: str) -> None:
    text = text_of(letter(to=Geadresseerde((naam,), TO.adres)))
    # what runs from right to left stands in the file in the order of the page, letters joined
    assert set(bare(naam)) - {"\u200c"} <= set(text)


@pytest.mark.parametrize(
    ("character", "named"),
    [
        ("漢", "«漢»"),
        ("ก", "«ก»"),
        ("😀", "«😀»"),
        ("א", "«א»"),
        ("\x07", "U+0007"),
        ("\0", "U+0000"),
        ("\ue000", "U+E000"),
    ],
)
def test_what_cannot_be_printed_is_named(character: str, named: str) -> None:
    with pytest.raises(LetterError) as refused:
        letter(changes={"motivering": f"goed {character} goed"})
    assert list(refused.value.fields) == ["motivering"]
    assert f"Het teken {named} kan niet" in refused.value.fields["motivering"]
    with pytest.raises(LetterError, match="Het staat in «Jan") as refused:
        letter(to=Geadresseerde((f"Jan {character}",), ()))
    assert named in str(refused.value)


def test_line_ends_and_quotes_can_be_printed() -> None:
    assert not unprintable("een\r\ntwee\tdrie “vier” ’s – … € ½ ² 'vijf' \"zes\" \\ # $ _ * @ < `")


def test_the_same_letter_has_the_same_bytes() -> None:
    first, again = (sha256(letter()).hexdigest() for _ in range(2))
    next_day = sha256(letter(at=AT + timedelta(days=1))).hexdigest()
    assert first == again != next_day


def test_a_letter_has_the_day_of_here() -> None:
    late = datetime(2026, 9, 14, 22, 30, tzinfo=UTC)  # half past midnight in the Netherlands
    assert bare("Datum: 15 september 2026") in text_of(letter(at=late))


def test_who_gets_a_copy_stands_in_the_letter() -> None:
    text = text_of(letter(to=replace(TO, kopie=("P. Bakker (bewindvoerder)", "نور"))))
    assert bare("Kopie aan: P. Bakker (bewindvoerder),") in text
    assert "Kopie" not in text_of(letter())


def test_a_guardian_is_the_addressee() -> None:
    to = Geadresseerde(("Stichting Voogd", "voor Selam Tesfay"), TO.adres, aanhef="Stichting Voogd")
    text = text_of(letter(to=to))
    assert bare("Stichting Voogd voor Selam Tesfay Dorpsstraat 1") in text
    assert bare("Beste Stichting Voogd,") in text


@pytest.mark.parametrize(
    "text",
    [
        '#panic("x")',
        '#read("/etc/passwd")',
        "$x$ *vet* _schuin_ `code` = kop",
        "@preview/x:1.0.0 <label> @label",
        "#sys.inputs.brief ] } ) [ { (",
        "\\u{41} // geen opmerking /* ook niet */",
        '"], "afzender": "iemand anders',
    ],
)
def test_no_text_of_anybody_is_markup(text: str) -> None:
    made = text_of(letter(changes={"motivering": text, "pvt": text}))
    assert made.count(bare(text)) == 2


OWN = 'Kom met bus 4.\n- #panic(1) *x* $y$ @z <l> "q"\n- Uiterlijk {laatste_dag}'


def test_a_municipality_says_it_in_its_own_words() -> None:
    kind, name = brief_kinds()["oproep_brede_intake"], "meenemen"
    made = render(kind, VALUES[kind.name], TO, signed=SIGNED, at=AT, teksten={name: OWN})
    text = text_of(made)
    assert bare('Kom met bus 4.•#panic(1) *x* $y$ @z <l> "q"•Uiterlijk 28 september 2026') in text
    assert bare("Kom op tijd en neem deze brief mee.") not in text
    assert bare("Komt u nooit?") in text


def test_a_text_with_a_blank_that_nothing_fills_is_no_letter() -> None:
    kind = brief_kinds()["oproep_brede_intake"]
    with pytest.raises(LetterError, match="«Hoe iemand u bereikt» staat «telefon»"):
        render(kind, VALUES[kind.name], TO, signed=SIGNED, at=AT, teksten={"contact": "{telefon}"})


@pytest.mark.parametrize("path", ["/etc/passwd", "../../../../pyproject.toml", "/../brief_file.py"])
def test_a_source_reads_no_file_outside_its_folder(path: str) -> None:
    with pytest.raises(typst.TypstError, match=r"not found|escape|outside"):
        typesetting._compile(f'#read("{path}")'.encode(), {}, at=AT)


def test_what_is_left_empty_leaves_no_gap() -> None:
    empty = {"vve": None, "bijlagen": "  ", "map": None, "niveau": None, "intensiteit": None}
    text = text_of(letter(changes=empty))
    for part in (
        "School van uw kind",
        "Besluiten over uw bijstand",
        "MAP",
        "Taalniveau",
        "Lessen en uren",
    ):
        assert bare(part) in text_of(letter())
        assert bare(part) not in text


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"gesprekken": None}, ["gesprekken"]),
        ({"gesprekken": -1}, ["gesprekken"]),
        ({"gesprekken": True}, ["gesprekken"]),
        ({"motivering": " \n "}, ["motivering"]),
        ({"motivering": 3}, ["motivering"]),
        ({"motivering": "x" * 4001, "pvt": ""}, ["motivering", "pvt"]),
        ({"leerroute": "B1-route"}, ["leerroute"]),
        ({"bsn": "999990019"}, ["bsn"]),
    ],
)
def test_a_letter_that_is_not_complete_is_refused(
    changes: dict[str, object], fields: list[str]
) -> None:
    with pytest.raises(LetterError) as refused:
        check_values(brief_kinds()["vaststelling_pip"], VALUES["vaststelling_pip"] | changes)
    assert sorted(refused.value.fields) == fields


def test_a_moment_is_no_day() -> None:
    with pytest.raises(LetterError) as refused:
        letter("uitnodiging_brede_intake", {"dag": AT})
    assert list(refused.value.fields) == ["dag"]


def test_long_texts_and_many_names_fit() -> None:
    long = "Wij schrijven dit op omdat het bij u past. " * 90
    to = Geadresseerde(("A" * 200, "voor " + "B" * 200), TO.adres)
    assert len(opened(letter(changes={"motivering": long}, to=to)).pages) >= 3
