"""Tables as files for a spreadsheet: CSV and XLSX. A cell is never a formula, a day is a day."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

Cell = str | int | date | None
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"  # so that Excel reads UTF-8
DAY = "yyyy-mm-dd"
# Nothing that somebody typed becomes a formula, a link or a number.
AS_IT_IS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
WIDEST = 60


def as_csv(rows: Iterable[Sequence[object]]) -> bytes:
    """Rows as UTF-8 with semicolons, which a Dutch Excel opens; days as 2026-03-16."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";")
    for row in rows:
        writer.writerow([safe(cell) for cell in row])
    return (BOM + file.getvalue()).encode()


def safe(cell: object) -> str:
    """A cell that a spreadsheet shows and does not compute (OWASP, CSV injection)."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(FORMULA) else text


def as_xlsx(head: Sequence[str], rows: Sequence[Sequence[Cell]], *, name: str) -> bytes:
    """One sheet with a head that stays in sight; texts as texts, days as days."""
    file = io.BytesIO()
    with Workbook(file, AS_IT_IS) as book:
        sheet = book.add_worksheet(name)
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": DAY})
        for column, title in enumerate(head):
            sheet.write_string(0, column, title, bold)
            longest = max((len(str(row[column] or "")) for row in rows), default=0)
            sheet.set_column(column, column, min(max(longest, len(title)) + 2, WIDEST))
        for place, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                _write(sheet, (place, column), cell, day=day)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(rows), 1), len(head) - 1)
    return file.getvalue()


def _write(sheet: Worksheet, place: tuple[int, int], cell: Cell, *, day: object) -> None:
    if isinstance(cell, date):
        sheet.write_datetime(*place, cell, day)
    elif isinstance(cell, int):
        sheet.write_number(*place, cell)
    elif cell:
        sheet.write_string(*place, cell)
