"""Sets a text of ours in type: Typst sees the folder law/brieven and a JSON of texts, no more.

No text of anybody is markup, no file outside the folder is read, nothing is fetched
(law/brief_text.py refuses packages), and only our own fonts are there.
"""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

from meedoen.law.brief_file import HOME

STANDARDS: list[Any] = ["a-2a", "ua-1"]
# As Typst says it: the text "x" could not be displayed; contains the codepoint "\u{0}".
_CHARACTER = re.compile(r"error: the text .*?`\"(.+?)\"`", re.DOTALL)
_CODE = re.compile(r"\\u\{([0-9a-f]+)\}")
_ONE_TEXT = b"""
#set document(title: "tekst", date: datetime(year: 2022, month: 1, day: 1))
#set text(font: ("Noto Sans", "Noto Sans Ethiopic", "Noto Sans Arabic"))
= tekst
#sys.inputs.tekst
"""
_ONE_LOGO = b"""
#set document(title: "logo", date: datetime(year: 2022, month: 1, day: 1))
#set text(font: "Noto Sans")
= logo
#image(bytes(json(bytes(sys.inputs.logo))), alt: "logo", height: 1.6cm)
"""
# Characters that were printed before: a font that has them now has them always, and setting a text
# only to know that costs as much as a letter.
_printed: set[str] = set()
_ANY_MOMENT = datetime(2022, 1, 1, tzinfo=UTC)


class UnprintableError(Exception):
    """A character that none of our fonts has; `character` names it for people."""

    def __init__(self, character: str) -> None:
        super().__init__(character)
        self.character = character


def typeset(source: Path, content: Mapping[str, Any], *, at: datetime) -> bytes:
    """The PDF/A and PDF/UA of a source, the same bytes for the same content and moment.

    Errors: UnprintableError; typst.TypstError for a fault in the source.
    """
    return _compile(source, {"brief": json.dumps(content, ensure_ascii=False)}, at=at)


def unprintable(text: str) -> str:
    """The first character of a text that cannot be printed, named for people; empty: all can."""
    if _printed.issuperset(text):
        return ""
    try:
        _compile(_ONE_TEXT, {"tekst": text}, at=_ANY_MOMENT)
    except UnprintableError as error:
        return error.character
    _printed.update(text)
    return ""


def prints_logo(content: str | list[int]) -> bool:
    """Whether a logo (an SVG as text, a PNG as its bytes) can be set in a letter that is kept."""
    try:
        _compile(_ONE_LOGO, {"logo": json.dumps(content)}, at=_ANY_MOMENT)
    except (typst.TypstError, UnprintableError):
        return False
    return True


def _compile(source: Path | bytes, inputs: dict[str, str], *, at: datetime) -> bytes:
    text = source.read_bytes() if isinstance(source, Path) else source
    compiler = typst.Compiler(text, root=HOME, font_paths=_fonts(), sys_inputs=inputs)
    try:
        made = compiler.compile(
            format="pdf", pdf_standards=STANDARDS, timestamp=int(at.timestamp())
        )
    except typst.TypstError as error:
        found = _CHARACTER.search(str(error))
        if found is None:
            raise
        raise UnprintableError(_named(found.group(1))) from error
    if not isinstance(made, bytes):  # several pages come as a list only where they are pictures
        raise TypeError(type(made))
    return made


@cache
def _fonts() -> typst.Fonts:
    """Ours alone: what the machine or Typst itself carries would make letters differ."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[HOME / "fonts"]
    )


def _named(character: str) -> str:
    code = _CODE.fullmatch(character)
    return f"U+{int(code.group(1), 16):04X}" if code else f"«{character}»"
