"""Checking the rows of a file of COA: what each cell means, and what is wrong, in one pass."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import polars as pl

from meedoen.dossier.names import Naam, NaamError
from meedoen.opvang.bestand import REGEL, Tabel
from meedoen.opvang.cellen import READERS, Ernst, Vlag
from meedoen.opvang.kolommen import KOLOMMEN, NAMED

MOST = {"nt2_uren": 2000, "gezinsgrootte": 30}
ROW = ""  # what is said of the whole row


@dataclass(frozen=True)
class Merk:
    """What is said of a cell (`kolom`), or of the row."""

    kolom: str
    ernst: Ernst
    reden: str


@dataclass
class Regel:
    """One row of the file: the cells as they were, what they mean, and what is said of them."""

    nummer: int
    cellen: dict[str, str]
    waarden: dict[str, Any]
    merken: list[Merk] = field(default_factory=list)
    dossier: int | None = None
    telt: bool = True  # False: the same row stood there before

    @property
    def fout(self) -> bool:
        """Whether it stays out."""
        return any(each.ernst is Ernst.FOUT for each in self.merken)

    def remark(self, kolom: str, ernst: Ernst, reden: str) -> None:
        """Add what is found later."""
        self.merken.append(Merk(kolom, ernst, reden))


def judge(tabel: Tabel, gemeente: tuple[int, str], *, on: date) -> list[Regel]:
    """Every row, read and checked. `gemeente`: the code and the name of whoever takes it in."""
    cells = tabel.rows
    read = {name: READERS[NAMED[name].soort](cells[name], on) for name in tabel.columns}
    values = {name: found[0] for name, found in read.items()}
    flags = [(name, flag) for name, found in read.items() for flag in found[1]]
    flags += _of_numbers(values) + _of_rows(cells, values, gemeente)
    rows = _rows(cells, values)
    for name, flag in flags:
        for place in flag.rows.arg_true():
            rows[place].remark(name, flag.ernst, flag.reden)
    for row in rows:
        _name(row)
    _twice(rows)
    return rows


def _of_numbers(values: dict[str, pl.Series]) -> list[tuple[str, Vlag]]:
    least = {"gezinsgrootte": 1}
    return [
        (
            name,
            Vlag(
                ((values[name] > most) | (values[name] < least.get(name, 0))).fill_null(
                    value=False
                ),
                Ernst.FOUT,
                "getal_te_groot",
            ),
        )
        for name, most in MOST.items()
        if name in values
    ]


def _of_rows(
    cells: pl.DataFrame, values: dict[str, pl.Series], gemeente: tuple[int, str]
) -> list[tuple[str, Vlag]]:
    """What two cells together say."""
    found: list[tuple[str, Vlag]] = []
    none = pl.Series([None] * len(cells), dtype=pl.String)
    nobody = values.get("bsn", none).is_null() & values.get("vnummer", none).is_null()
    found.append((ROW, Vlag(nobody, Ernst.FOUT, "geen_nummer")))
    if "instemming_reden" in values:
        says_no = (values.get("instemming", none) == "nee").fill_null(value=False)
        loose = values["instemming_reden"].is_not_null() & ~says_no
        found.append(("instemming_reden", Vlag(loose, Ernst.FOUT, "reden_zonder_nee")))
    if "gemeente" in values:
        code, name = gemeente
        ours = [str(code), f"{code:04d}", name.casefold(), ""]
        other = ~values["gemeente"].str.to_lowercase().is_in(ours)
        found.append(("gemeente", Vlag(other, Ernst.FOUT, "andere_gemeente")))
    return found


def _rows(cells: pl.DataFrame, values: dict[str, pl.Series]) -> list[Regel]:
    read = pl.DataFrame(values)
    return [
        Regel(raw.pop(REGEL), raw, meant)
        for raw, meant in zip(cells.to_dicts(), read.to_dicts(), strict=True)
    ]


def _name(row: Regel) -> None:
    """The parts of the name make one that can be kept."""
    parts = {
        column: row.waarden.get(column) or ""
        for column in ("voornamen", "voorvoegsel", "achternaam")
    }
    if not parts["voornamen"] and not parts["achternaam"]:
        row.waarden["naam"] = None
        return
    try:
        row.waarden["naam"] = Naam(parts["voornamen"], parts["voorvoegsel"], parts["achternaam"])
    except NaamError as error:
        column = "achternaam" if error.field == "geslachtsnaam" else error.field
        row.remark(column, Ernst.FOUT, "naam")
        row.waarden["naam"] = None


def _twice(rows: list[Regel]) -> None:
    """One person in two rows: the same row counts once, different rows are both wrong."""
    for number in ("bsn", "vnummer"):
        seen: dict[str, Regel] = {}
        for row in rows:
            known = row.waarden.get(number)
            first = seen.setdefault(known, row) if known else row
            if first is row or not row.telt:
                continue
            if first.waarden == row.waarden:
                row.telt = False
                row.remark(ROW, Ernst.LET_OP, "dubbel_gelijk")
            else:
                for each in (first, row):
                    each.remark(number, Ernst.FOUT, "dubbel")


def shown(row: Regel) -> Iterator[tuple[str, str, list[Merk]]]:
    """Of each filled or marked cell: the column, what stood there, and what is said of it."""
    for kolom in KOLOMMEN:
        of_cell = [each for each in row.merken if each.kolom == kolom.name]
        cell = row.cellen.get(kolom.name, "")
        if cell or of_cell:
            yield kolom.name, cell, of_cell
