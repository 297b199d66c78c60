"""Reads a letter back: the text on its pages, by the table that each font carries (ToUnicode)."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

_CHAR = re.compile(rb"^<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>$", re.MULTILINE)
_SHOWS = {"Tj", "TJ", "'", '"'}


def opened(pdf: bytes) -> pikepdf.Pdf:
    """The letter as pikepdf sees it."""
    return pikepdf.open(BytesIO(pdf))


def text_of(pdf: bytes) -> str:
    """The text of all pages in the order of the file, without spaces: lines break anywhere."""
    found = "".join(_page(page) for page in opened(pdf).pages)
    return re.sub(r"\s", "", found)


def bare(text: str) -> str:
    """A text to look for in `text_of`."""
    return re.sub(r"\s", "", text)


def tags_of(pdf: pikepdf.Pdf) -> list[str]:
    """The tags of the structure tree, in reading order."""
    return list(_tags(pdf.Root.StructTreeRoot))


def heading_levels(pdf: pikepdf.Pdf) -> list[int]:
    """The levels of the headings, in reading order."""
    return [int(tag[2:]) for tag in tags_of(pdf) if tag[:2] == "/H" and tag[2:].isdigit()]


def glyphs_missing(pdf: pikepdf.Pdf) -> list[str]:
    """Fonts in which a page shows glyph 0: the empty box of a character without a shape."""
    return [
        str(font.BaseFont)
        for page in pdf.pages
        for name, shown in _shown(page)
        if 0 in shown
        for font in [page.Resources.Font[name]]
    ]


def _shown(page: Any) -> Iterator[tuple[str, list[int]]]:
    """Per string that a page shows: its font, and the codes of its glyphs."""
    name = ""
    for step in pikepdf.parse_content_stream(page):
        operands: list[Any] = list(step.operands)
        if str(step.operator) == "Tf":
            name = str(operands[0])
        elif str(step.operator) in _SHOWS:
            parts = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
            raw = b"".join(bytes(each) for each in parts if isinstance(each, pikepdf.String))
            yield name, [int.from_bytes(raw[at : at + 2], "big") for at in range(0, len(raw), 2)]


def _tags(node: pikepdf.Object) -> Iterator[str]:
    if isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield str(node.S)
    below = node.get("/K") if isinstance(node, pikepdf.Dictionary) else None
    for each in below if isinstance(below, pikepdf.Array) else [below]:
        if isinstance(each, pikepdf.Dictionary):
            yield from _tags(each)


def _page(page: Any) -> str:
    tables = {
        str(name): _table(font.ToUnicode.read_bytes())
        for name, font in page.Resources.get("/Font", {}).items()
    }
    found, table = [], dict[int, str]()
    for step in pikepdf.parse_content_stream(page):
        operands: list[Any] = list(step.operands)
        if str(step.operator) == "Tf":
            table = tables[str(operands[0])]
        elif str(step.operator) in _SHOWS:
            parts = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
            found += [_decoded(bytes(p), table) for p in parts if isinstance(p, pikepdf.String)]
    return "".join(found)


def _decoded(raw: bytes, table: dict[int, str]) -> str:
    codes = (int.from_bytes(raw[at : at + 2], "big") for at in range(0, len(raw), 2))
    return "".join(table.get(code, "") for code in codes)


def _table(cmap: bytes) -> dict[int, str]:
    if b"beginbfrange" in cmap:
        raise NotImplementedError("Typst wrote each character by itself")
    return {
        int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
        for code, text in _CHAR.findall(cmap)
        if (code, text) != (b"0000", b"FFFF")  # the range of all codes
    }
