"""Reading cells, a whole column at once: the value, and a flag per rule and row.

Each reader takes a column of text and the day, and gives values (null: nothing, or wrong) and
flags.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

import polars as pl

from meedoen.dossier.identity import IdentityError, checked_bsn
from meedoen.dossier.partial_date import OnvolledigeDatum, PartialDateError, parse
from meedoen.opvang.kolommen import Soort
from meedoen.opvang.models import Niveau, Voorbereiding


class Ernst(Enum):
    """A cell that is wrong keeps its row out; one that is doubtful does not."""

    FOUT = "fout"
    LET_OP = "let_op"


@dataclass(frozen=True)
class Vlag:
    """For which rows a rule says something, how bad it is, and its words (redenen.py)."""

    rows: pl.Series
    ernst: Ernst
    reden: str


Read = tuple[pl.Series, list[Vlag]]
FIRST_EXCEL_DAY = date(1899, 12, 30)  # of which every version agrees from 1 March 1900 on
JA = ("ja", "j", "yes", "true", "waar", "1")
NEE = ("nee", "n", "no", "false", "onwaar", "0")
NIVEAUS = {each.value.casefold(): each.value for each in Niveau} | {
    "geen": Niveau.GEEN.value,
    "<a1": Niveau.GEEN.value,
    "a1 min": Niveau.A1_MIN.value,
    "a1min": Niveau.A1_MIN.value,
    "b2": Niveau.B1.value,
}
SEPARATOR = r"[\s./-]+"


def _flag(mask: pl.Series, ernst: Ernst, reden: str) -> Vlag:
    return Vlag(mask.fill_null(value=False), ernst, reden)


def _wrong(cells: pl.Series, values: pl.Series, reden: str) -> Vlag:
    """Something was written, and nothing could be read."""
    return _flag((cells != "") & values.is_null(), Ernst.FOUT, reden)


def text(cells: pl.Series, _on: date) -> Read:
    """As it is."""
    return cells, []


def bsn(cells: pl.Series, _on: date) -> Read:
    """Nine digits that pass the elfproef; a lost zero in front is put back."""
    digits = cells.str.replace_all(r"[\s.\-]", "")
    shaped = digits.str.contains(r"^[0-9]{8,9}$")
    read = {each: _elfproef(each) for each in digits.filter(shaped).unique()}
    values = pl.Series([read.get(each) for each in digits], dtype=pl.String)
    return values, [
        _flag((cells != "") & ~shaped, Ernst.FOUT, "bsn_vorm"),
        _flag(shaped & values.is_null(), Ernst.FOUT, "bsn_bestaat_niet"),
        _flag((digits.str.len_chars() == 8) & values.is_not_null(), Ernst.LET_OP, "bsn_nul"),
    ]


def _elfproef(digits: str) -> str | None:
    try:
        return checked_bsn(digits)
    except IdentityError:
        return None


def vnummer(cells: pl.Series, _on: date) -> Read:
    """Ten digits; zeros in front that a spreadsheet took away are put back."""
    excel = cells.str.contains(r"(?i)^[0-9],?\.?[0-9]*E\+?[0-9]+$")
    digits = cells.str.replace_all(r"[\s.\-]", "")
    right = digits.str.contains(r"^[0-9]{1,10}$") & digits.str.contains("[1-9]")
    values = pl.select(pl.when(right).then(digits.str.zfill(10))).to_series()
    return values, [
        _flag(excel, Ernst.FOUT, "vnummer_excel"),
        _flag((cells != "") & ~right & ~excel, Ernst.FOUT, "vnummer_vorm"),
        _flag(right & (digits.str.len_chars() < 10), Ernst.LET_OP, "vnummer_nullen"),
    ]


def day(cells: pl.Series, on: date) -> Read:
    """A day that was: 16-03-2026, 2026-03-16, 20260316, or the number that Excel made of it."""
    values, short, excel = _days(cells)
    return values, [
        _wrong(cells, values, "dag"),
        _flag(values > on, Ernst.FOUT, "dag_komt_nog"),
        _flag(short & values.is_not_null(), Ernst.LET_OP, "dag_kort"),
        _flag(excel, Ernst.LET_OP, "dag_excel"),
    ]


def _days(cells: pl.Series) -> tuple[pl.Series, pl.Series, pl.Series]:
    """The days, where the year had two digits, and where Excel left a number."""
    plain = cells.str.replace_all(SEPARATOR, "-")
    parts = pl.DataFrame({"p": plain}).select(
        pl.col("p").str.replace(r"^(\d)-", "0${1}-").str.replace(r"-(\d)-", "-0${1}-")
    )["p"]
    short = parts.str.contains(r"^\d{2}-\d{2}-\d{2}$")
    excel = cells.str.contains(r"^\d{5}([.,]0+)?$")
    forms = (
        (parts.str.contains(r"^\d{4}-\d{2}-\d{2}$"), "%Y-%m-%d"),
        (parts.str.contains(r"^\d{2}-\d{2}-\d{4}$"), "%d-%m-%Y"),
        (cells.str.contains(r"^(19|20)\d{6}$"), "%Y%m%d"),
        (short, "%d-%m-%y"),
    )
    found = [
        pl.select(pl.when(mask).then(parts)).to_series().str.to_date(form, strict=False)
        for mask, form in forms
    ]
    number = pl.select(pl.when(excel).then(cells.str.slice(0, 5))).to_series().cast(pl.Int32)
    serial = number.map_elements(
        lambda days: FIRST_EXCEL_DAY + timedelta(days=days), return_dtype=pl.Date
    )
    values = pl.select(pl.coalesce(*found, serial)).to_series()
    return values, short, excel


def birthday(cells: pl.Series, on: date) -> Read:
    """A day of birth of which parts may be unknown, as the BRP writes it: 1991-00-00."""
    days, short, excel = _days(cells)
    # who was born in 31 lives since 1931
    century = pl.select(
        pl.when(short & (days > on)).then(days.dt.offset_by("-100y")).otherwise(days)
    ).to_series()
    read = {each: _partial(each) for each in cells.unique()}
    values = pl.Series(
        [
            str(OnvolledigeDatum.of(one)) if one is not None else read[cell]
            for cell, one in zip(cells, century, strict=True)
        ],
        dtype=pl.String,
    )
    unknown = values.str.contains("^0000") | (cells == "")
    partly = values.str.ends_with("-00") & ~unknown
    ahead = pl.Series([one is not None and one > on for one in century])
    return values, [
        _wrong(cells, values, "geboren"),
        _flag(ahead, Ernst.FOUT, "geboren_komt_nog"),
        _flag(unknown, Ernst.LET_OP, "geboren_onbekend"),
        _flag(partly, Ernst.LET_OP, "geboren_deels"),
        _flag(short & values.is_not_null(), Ernst.LET_OP, "dag_kort"),
        _flag(excel, Ernst.LET_OP, "dag_excel"),
    ]


def _partial(cell: str) -> str | None:
    try:
        return str(parse(cell)) if cell else None
    except PartialDateError:
        return None


def count(cells: pl.Series, _on: date) -> Read:
    """A whole number; 84,0 is 84."""
    plain = cells.str.replace(r"[.,]0+$", "")
    right = plain.str.contains(r"^\d{1,4}$")
    values = pl.select(pl.when(right).then(plain)).to_series().cast(pl.Int32)
    return values, [_wrong(cells, values, "getal")]


def _word(words: Mapping[str, object], dtype: type[pl.DataType], reden: str) -> Callable[..., Read]:
    """A reader of a short list of words."""

    def read(cells: pl.Series, _on: date) -> Read:
        values = pl.Series([words.get(each.casefold()) for each in cells], dtype=dtype)
        return values, [_wrong(cells, values, reden)]

    return read


def _choices(
    choices: type[Voorbereiding.Instemming] | type[Voorbereiding.Reden],
) -> dict[str, object]:
    return {each.value.casefold(): each.value for each in choices}


YES_NO = dict.fromkeys(JA, True) | dict.fromkeys(NEE, False)
READERS: dict[Soort, Callable[[pl.Series, date], Read]] = {
    Soort.BSN: bsn,
    Soort.VNUMMER: vnummer,
    Soort.TEKST: text,
    Soort.GEMEENTE: text,
    Soort.GEBOREN: birthday,
    Soort.DAG: day,
    Soort.GETAL: count,
    Soort.JA_NEE: _word(YES_NO, pl.Boolean, "ja_nee"),
    Soort.NIVEAU: _word(NIVEAUS, pl.String, "niveau"),
    Soort.INSTEMMING: _word(_choices(Voorbereiding.Instemming), pl.String, "instemming"),
    Soort.REDEN: _word(_choices(Voorbereiding.Reden), pl.String, "reden"),
}
