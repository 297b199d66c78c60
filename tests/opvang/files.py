"""Files of COA as they come in: whole and half, in several encodings; only invented people."""

from meedoen.opvang.kolommen import KOLOMMEN

GOOD = {
    "bsn": "999990019",
    "vnummer": "0123456789",
    "voornamen": "Selam",
    "achternaam": "Tesfay",
    "geboortedatum": "08-03-1991",
    "talen": "Tigrinya, Engels",
    "gekoppeld_op": "01-09-2026",
    "opvanglocatie": "azc Duindorp",
    "gezinsgrootte": "3",
    "opgemaakt_op": "07-09-2026",
    "voorbereiding_aangeboden_op": "08-09-2026",
    "instemming": "ja",
    "nt2_uren": "84",
    "knm": "ja",
    "niveau_lezen": "A1-",
}
OTHER = GOOD | {"bsn": "", "vnummer": "0123456780", "voornamen": "Li", "achternaam": "Wang"}


def csv_of(*rows: dict[str, str], separator: str = ";") -> str:
    """A file with the columns of the first row."""
    names = [each.name for each in KOLOMMEN if each.name in rows[0]]
    quoted = [[f'"{row.get(name, "")}"' for name in names] for row in rows]
    return "\r\n".join(separator.join(line) for line in [names, *quoted]) + "\r\n"


def file_of(*rows: dict[str, str]) -> bytes:
    """The same as bytes in UTF-8."""
    return csv_of(*rows).encode()
