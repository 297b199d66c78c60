"""From the bytes of a file of COA to columns of text: encoding, separator, headers, whole rows.

Nothing is converted here: a wrong number must not fail a file. What is wrong with the file itself
is refused with what to do about it; a column that is not on the whitelist is refused by its name.
"""

import csv
import io
from dataclasses import dataclass

import polars as pl
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meedoen.opvang.kolommen import NAMED, kolom_of

MOST_ROWS = 20_000
MOST_BYTES = 10 * 2**20
MOST_CELL = 200
SEPARATORS = (";", ",", "\t")
ENCODINGS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
REGEL = "regel"  # the line in the file, as a spreadsheet numbers it


class BestandError(ValueError):
    """A file that cannot be taken in; the text says what is wrong and what to do."""


@dataclass(frozen=True)
class Tabel:
    """The rows as text, with `REGEL`; `windows`: read as text of Windows, for want of UTF-8."""

    rows: pl.DataFrame
    columns: tuple[str, ...]
    windows: bool


def read(content: bytes) -> Tabel:
    """The rows of a file. Errors: BestandError."""
    if len(content) > MOST_BYTES:
        raise BestandError(_("Dit bestand is te groot. Kies een bestand van hooguit 10 MB."))
    text, windows = _decoded(content)
    first, *rest = _split(text) or [[]]
    names = _names(first, rest)
    kept = [place for place, name in enumerate(names) if name]
    lines = _whole(rest, len(first))
    if not lines:
        raise BestandError(_("In dit bestand staat niemand. Kijk of u het goede bestand koos."))
    columns = {names[place]: [row[place].strip() for _regel, row in lines] for place in kept}
    numbers = [regel for regel, _row in lines]
    frame = pl.DataFrame(
        {REGEL: numbers, **columns}, schema_overrides=dict.fromkeys(columns, pl.String)
    )
    return Tabel(frame, tuple(columns), windows)


def _decoded(content: bytes) -> tuple[str, bool]:
    """The text, and whether it was read as text of Windows. Errors: BestandError."""
    if content.startswith((b"PK", b"\xd0\xcf\x11\xe0", b"%PDF")):
        raise BestandError(
            _("Dit is geen csv-bestand. Open het in Excel en kies «Opslaan als: CSV UTF-8».")
        )
    for mark, encoding in ENCODINGS:
        if content.startswith(mark):
            return _with(content, encoding), False
    try:
        text, windows = content.decode("utf-8"), False
    except UnicodeDecodeError:
        text, windows = _with(content, "cp1252"), True
    if "\x00" in text:
        raise BestandError(_unreadable())
    return text, windows


def _with(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise BestandError(_unreadable()) from None


def _unreadable() -> str:
    return _("Wij kunnen dit bestand niet lezen. Sla het op als «CSV UTF-8» en kies het opnieuw.")


def _split(text: str) -> list[list[str]]:
    """Every line in its cells. Errors: BestandError for a quote that never ends: half a file."""
    first = text.partition("\n")[0]
    separator = max(SEPARATORS, key=first.count)
    if not first.count(separator):
        raise BestandError(
            _("Wij zien maar één kolom. Zet een puntkomma of een tab tussen de kolommen.")
        )
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        return list(reader)
    except csv.Error:
        raise BestandError(_half()) from None


def _half() -> str:
    return _("Het bestand is niet heel: de laatste regel houdt te vroeg op. Haal het opnieuw op.")


def _names(headers: list[str], rest: list[list[str]]) -> list[str]:
    """Our name for each column; "" for one without header and cells. Errors: BestandError."""
    names, refused = [], []
    for place, header in enumerate(headers):
        name = kolom_of(header)
        filled = any(len(row) > place and row[place].strip() for row in rest)
        if name is None and (header.strip() or filled):
            refused.append(header.strip()[:60] or _("kolom %(nummer)s") % {"nummer": place + 1})
        names.append(name or "")
    if refused:
        raise BestandError(_refused(refused))
    known = [name for name in names if name]
    twice = sorted({str(NAMED[name].label) for name in known if known.count(name) > 1})
    if twice:
        words = {"kolommen": ", ".join(twice)}
        raise BestandError(_("Deze kolom staat er twee keer in: %(kolommen)s.") % words)
    if not {"bsn", "vnummer"} & set(known):
        raise BestandError(
            _("Er is geen kolom met BSN of V-nummer. Zonder nummer weten wij niet wie het is.")
        )
    return names


def _refused(headers: list[str]) -> str:
    text = ngettext(
        "Deze kolom mag het COA u niet geven, of wij kennen haar niet: %(kolommen)s. "
        "Haal haar uit het bestand en kies het bestand opnieuw. Er is niets bewaard.",
        "Deze kolommen mag het COA u niet geven, of wij kennen ze niet: %(kolommen)s. "
        "Haal ze uit het bestand en kies het bestand opnieuw. Er is niets bewaard.",
        len(headers),
    )
    return text % {"kolommen": ", ".join(headers)}


def _whole(rest: list[list[str]], width: int) -> list[tuple[int, list[str]]]:
    """The rows with a cell in each column, with their numbers; empty lines are none.

    Errors: BestandError for a row with too few or too many cells, too many rows, too long a cell.
    """
    lines = [(place, row) for place, row in enumerate(rest, start=2) if any(c.strip() for c in row)]
    if len(lines) > MOST_ROWS:
        words = {"aantal": MOST_ROWS}
        raise BestandError(
            _("Een bestand heeft hooguit %(aantal)s regels. Knip het in stukken.") % words
        )
    for place, row in lines:
        if len(row) != width:
            if (place, row) == lines[-1] and len(row) < width:
                raise BestandError(_half())
            words = {"regel": place, "telt": len(row), "moet": width}
            raise BestandError(
                _("Regel %(regel)s heeft %(telt)s cellen, de eerste regel %(moet)s. Kijk hem na.")
                % words
            )
        if any(len(cell) > MOST_CELL for cell in row):
            words = {"regel": place, "most": MOST_CELL}
            raise BestandError(
                _("In regel %(regel)s staat een cel van meer dan %(most)s tekens.") % words
            )
    return lines
