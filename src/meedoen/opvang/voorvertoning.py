"""What the preview of a file shows: the rows with something wrong first, and words per cell."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from meedoen.opvang.cellen import Ernst
from meedoen.opvang.keuring import ROW, Merk, Regel
from meedoen.opvang.kolommen import KOLOMMEN, Kolom, Soort
from meedoen.opvang.redenen import REDENEN

MOST_SHOWN = 200  # of a longer file those with something wrong come first; all are counted
WHO = ("bsn", "vnummer", "voornamen", "voorvoegsel", "achternaam", "geboortedatum", "gekoppeld_op")


@dataclass(frozen=True)
class Cel:
    """A cell as it is shown. `gelezen`: what we made of it, where that is not what stood there."""

    label: str | Promise
    tekst: str
    ernst: str  # "fout", "let_op" or ""
    redenen: tuple[str | Promise, ...]
    gelezen: str = ""


@dataclass(frozen=True)
class Rij:
    """A row: what will happen with it, and its cells."""

    nummer: int
    wat: str  # "nieuw", "bij", "fout", "telt_niet"
    redenen: tuple[tuple[str, str | Promise], ...]
    wie: tuple[Cel, ...]
    verder: tuple[Cel, ...]


@dataclass(frozen=True)
class Voorvertoning:
    """The rows that are shown, and how many there are of each kind."""

    rijen: tuple[Rij, ...]
    nieuw: int
    bij: int
    fout: int
    telt_niet: int
    alle: int
    windows: bool
    dossiers: tuple[int, ...]

    @property
    def goed(self) -> int:
        """How many will be written."""
        return self.nieuw + self.bij


def seen_of(rows: Sequence[Regel], *, windows: bool) -> Voorvertoning:
    """The preview of these rows."""
    kinds = [_kind(row) for row in rows]
    worst = sorted(range(len(rows)), key=lambda place: (_rank(rows[place]), place))
    shown = [rows[place] for place in worst[:MOST_SHOWN]]
    filled = {name for row in rows for name, cell in row.cellen.items() if cell}
    used = [each for each in KOLOMMEN if each.name in filled or each.name == "voornamen"]
    who = [each for each in used if each.name in WHO]
    return Voorvertoning(
        rijen=tuple(_row(row, who, [each for each in used if each not in who]) for row in shown),
        nieuw=kinds.count("nieuw"),
        bij=kinds.count("bij"),
        fout=kinds.count("fout"),
        telt_niet=kinds.count("telt_niet"),
        alle=len(rows),
        windows=windows,
        dossiers=tuple(row.dossier for row in shown if row.dossier is not None),
    )


def _kind(row: Regel) -> str:
    if row.fout:
        return "fout"
    if not row.telt:
        return "telt_niet"
    return "nieuw" if row.dossier is None else "bij"


def _rank(row: Regel) -> int:
    return 0 if row.fout else 1 if row.merken else 2


def _row(row: Regel, who: Sequence[Kolom], more: Sequence[Kolom]) -> Rij:
    cells = [_cell(row, each) for each in more]
    return Rij(
        nummer=row.nummer,
        wat=_kind(row),
        redenen=tuple(_words(each) for each in row.merken if each.kolom in {ROW, *_loose(row)}),
        wie=tuple(_cell(row, each) for each in who),
        verder=tuple(each for each in cells if each.tekst or each.redenen),
    )


def _loose(row: Regel) -> set[str]:
    """Columns that the file does not have, and about which something is said."""
    return {each.kolom for each in row.merken if each.kolom not in row.cellen}


def _words(merk: Merk) -> tuple[str, str | Promise]:
    return merk.ernst.value, REDENEN[merk.reden]


def _cell(row: Regel, kolom: Kolom) -> Cel:
    marks = [each for each in row.merken if each.kolom == kolom.name]
    wrong = any(each.ernst is Ernst.FOUT for each in marks)
    cell = row.cellen.get(kolom.name, "")
    if kolom.soort is Soort.BSN and cell and not wrong:
        cell = "*****" + cell[-4:]
    if kolom.soort is Soort.REDEN and wrong:
        cell = "…"  # what nobody may have is not shown either
    return Cel(
        label=kolom.label,
        tekst=cell,
        ernst=("fout" if wrong else "let_op") if marks else "",
        redenen=tuple(REDENEN[each.reden] for each in marks),
        gelezen=_read(row, kolom) if marks and not wrong else "",
    )


def _read(row: Regel, kolom: Kolom) -> str:
    """What we made of a doubtful cell."""
    value = row.waarden.get(kolom.name)
    if value is None or kolom.soort in {Soort.BSN, Soort.TEKST}:
        return ""
    text = value.strftime("%d-%m-%Y") if hasattr(value, "strftime") else str(value)
    if kolom.soort is Soort.GEBOREN:
        text = "-".join(reversed(text.split("-")))
    return "" if text == row.cellen.get(kolom.name) else text
