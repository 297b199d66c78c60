"""Reads a letter back: the text on its pages, by the table that each font carries (ToUnicode)."""

import re
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
