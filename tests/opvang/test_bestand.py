"""Reading a file of COA: whatever is wrong with it has a clear reason, and nothing is lost."""

from datetime import date
from typing import Any

import pytest
from tests.architecture.source import ROOT
from tests.opvang.files import GOOD, OTHER, csv_of, file_of

from meedoen.opvang.bestand import BestandError, read
from meedoen.opvang.cellen import Ernst
from meedoen.opvang.keuring import Regel, judge
from meedoen.opvang.kolommen import KOLOMMEN
from meedoen.opvang.redenen import REDENEN

TODAY = date(2026, 9, 14)
TOWN = (9999, "Voorbeeld 9999")


def _rows(*rows: dict[str, str]) -> list[Regel]:
    return judge(read(file_of(*rows)), TOWN, on=TODAY)


def _of(**changed: str) -> tuple[Regel, dict[str, Ernst]]:
    """One row, and what is said of the cells that were changed, by reason."""
    (row,) = _rows(GOOD | changed)
    return row, {each.reden: each.ernst for each in row.merken}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_any_encoding_and_separator_reads_the_same(encoding: str, separator: str) -> None:
    named = GOOD | {"achternaam": "Özil"}
    tabel = read(csv_of(named, separator=separator).encode(encoding))
    assert tabel.rows["achternaam"].to_list() == ["Özil"]
    assert tabel.rows["talen"].to_list() == ["Tigrinya, Engels"]
    assert tabel.windows is (encoding == "cp1252")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "maar één kolom"),
        (b"bsn", "maar één kolom"),
        (b"PK\x03\x04", "geen csv-bestand"),
        (csv_of(GOOD).encode("utf-16-le"), "niet lezen"),
        (b"bsn;voornamen\r\n", "staat niemand"),
        (b"voornamen;achternaam\r\na;b\r\n", "geen kolom met BSN"),
        (b"bsn;bsnnummer\r\n1;1\r\n", "twee keer"),
        (b"bsn;diagnose\r\n999990019;x\r\n", "niet geven.*diagnose"),
        (b"bsn;\r\n999990019;ziek\r\n", "kolom 2"),
        (b"bsn;voornamen\r\n1;a;b\r\n2;c\r\n", "Regel 2 heeft 3 cellen"),
        (file_of(GOOD, OTHER)[:-40], "niet heel"),
        (b'bsn;voornamen\r\n1;"a', "niet heel"),
        (b"bsn;voornamen\r\n1;" + b"a" * 201, "meer dan 200 tekens"),
        (b"bsn;a\r\n" + b"1;2\r\n" * 20_001, "niet geven"),
        (b"bsn;knm\r\n" + b"1;ja\r\n" * 20_001, "hooguit 20000 regels"),
        (b"x" * (10 * 2**20 + 1), "te groot"),
    ],
)
def test_a_file_that_cannot_be_taken_in_says_why(content: bytes, words: str) -> None:
    with pytest.raises(BestandError, match=words):
        read(content)


def test_a_medical_column_is_refused_and_its_cells_are_told_nowhere() -> None:
    with pytest.raises(BestandError) as refused:
        read(b"bsn;medische indicatie\r\n999990019;suikerziekte\r\n")
    assert "medische indicatie" in str(refused.value)
    assert "suikerziekte" not in str(refused.value)


def test_a_good_row_is_read_whole() -> None:
    row, said = _of()
    assert not said
    told = {name: value for name, value in row.waarden.items() if value not in {None, ""}}
    assert told["gekoppeld_op"] == date(2026, 9, 1)
    assert told["geboortedatum"] == "1991-03-08"
    assert told["nt2_uren"] == 84
    assert told["knm"] is True
    assert told["niveau_lezen"] == "A1-"
    assert told["naam"].volledig == "Selam Tesfay"


WRONG: list[tuple[str, str, str]] = [
    ("bsn", "999990018", "bsn_bestaat_niet"),
    ("bsn", "12", "bsn_vorm"),
    ("vnummer", "1,23E+09", "vnummer_excel"),
    ("vnummer", "V12", "vnummer_vorm"),
    ("geboortedatum", "31-02-1991", "geboren"),
    ("geboortedatum", "08-03-2027", "geboren_komt_nog"),
    ("gekoppeld_op", "32-13-2026", "dag"),
    ("gekoppeld_op", "03/16/2026", "dag"),
    ("gekoppeld_op", "15-09-2026", "dag_komt_nog"),
    ("nt2_uren", "veel", "getal"),
    ("nt2_uren", "2001", "getal_te_groot"),
    ("gezinsgrootte", "0", "getal_te_groot"),
    ("knm", "misschien", "ja_nee"),
    ("niveau_lezen", "C1", "niveau"),
    ("instemming", "later", "instemming"),
    ("instemming_reden", "is ziek", "reden"),
    ("instemming_reden", "wil niet", "reden_zonder_nee"),
    ("gemeente", "Briefdorp", "andere_gemeente"),
    ("achternaam", "😀", "naam"),
]


@pytest.mark.parametrize(("column", "cell", "reden"), WRONG)
def test_what_is_wrong_keeps_the_row_out_and_says_why(column: str, cell: str, reden: str) -> None:
    row, said = _of(**{column: cell})
    assert row.fout
    assert said[reden] is Ernst.FOUT
    assert row.cellen[column] == cell


DOUBTFUL: list[tuple[str, str, str, Any]] = [
    ("vnummer", "123456789", "vnummer_nullen", "0123456789"),
    ("gekoppeld_op", "1-3-26", "dag_kort", date(2026, 3, 1)),
    ("gekoppeld_op", "46096", "dag_excel", date(2026, 3, 15)),
    ("geboortedatum", "33305", "dag_excel", "1991-03-08"),
    ("geboortedatum", "8-3-91", "dag_kort", "1991-03-08"),
    ("geboortedatum", "", "geboren_onbekend", None),
    ("geboortedatum", "onbekend", "geboren_onbekend", "0000-00-00"),
    ("geboortedatum", "00-03-1991", "geboren_deels", "1991-03-00"),
    ("geboortedatum", "1991", "geboren_deels", "1991-00-00"),
]


@pytest.mark.parametrize(("column", "cell", "reden", "read_as"), DOUBTFUL)
def test_what_is_doubtful_goes_along_and_says_what_was_read(
    column: str, cell: str, reden: str, read_as: Any
) -> None:
    row, said = _of(**{column: cell})
    assert said[reden] is Ernst.LET_OP
    assert read_as is None or row.waarden[column] == read_as
    assert not row.fout


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2026-03-16", date(2026, 3, 16)),
        ("16/3/2026", date(2026, 3, 16)),
        ("16.03.2026", date(2026, 3, 16)),
        ("20260316", date(2026, 3, 16)),
    ],
)
def test_a_day_is_read_as_people_and_programs_write_it(cell: str, day: date) -> None:
    row, said = _of(gekoppeld_op=cell)
    assert row.waarden["gekoppeld_op"] == day
    assert not said


def test_one_person_in_two_rows_counts_once_or_is_asked_about() -> None:
    same = _rows(GOOD, GOOD)
    assert [row.telt for row in same] == [True, False]
    assert not any(row.fout for row in same)
    different = _rows(GOOD, GOOD | {"nt2_uren": "90"})
    assert all(row.fout for row in different)


def test_without_a_number_nobody_knows_who_it_is() -> None:
    row, said = _of(bsn="", vnummer="")
    assert said["geen_nummer"] is Ernst.FOUT
    assert row.fout


def test_every_reason_has_words() -> None:
    told = {reden for _column, _cell, reden in WRONG} | {each[2] for each in DOUBTFUL}
    assert told <= set(REDENEN)


def test_the_table_beside_the_ggm_is_as_the_code() -> None:
    told = (ROOT / "docs" / "ggm-opvang.md").read_text("utf-8")
    for each in KOLOMMEN:
        assert f"| `{each.name}` | {each.label} | {each.ggm or '–'} |" in told
    assert told.count("\n| `") == len(KOLOMMEN)
