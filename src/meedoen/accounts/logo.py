"""Whether a file is a logo that can go on paper and screen: a PNG, or an SVG of shapes alone.

An SVG can fetch files, run scripts and hold text in a font that is not ours. So only shapes are
let through; what is not named here is refused, with what to do.
"""

import re
from xml.parsers import expat  # nosec B407 - a DOCTYPE is refused, so no entity is ever expanded

from django.utils.translation import gettext as _

LARGEST = 100_000  # bytes: a logo of shapes has a few thousand, and it is in every letter
MOST_PIXELS = 4_000_000
_PNG = b"\x89PNG\r\n\x1a\n"
_SVG, _HTML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml"
_SHAPES = frozenset(
    {
        "circle", "clipPath", "defs", "desc", "ellipse", "g", "line", "linearGradient", "mask",
        "metadata", "path", "polygon", "polyline", "radialGradient", "rect", "stop", "style", "svg",
        "symbol", "title", "use",
    }
)  # fmt: skip
_OUTSIDE = re.compile(r"url\((?!\s*['\"]?\s*#)|\\", re.IGNORECASE)


class LogoError(Exception):
    """A file that is no logo of ours; the text says why and what to do."""


def check_logo(name: str, content: bytes) -> None:
    """Errors: LogoError for a file that is no PNG or SVG, is too large or reaches outside."""
    if len(content) > LARGEST:
        text = _("Dit bestand is te groot. Een logo heeft hooguit %(aantal)s kB.")
        raise LogoError(text % {"aantal": LARGEST // 1000})
    if name.lower().endswith(".png"):
        _check_png(content)
    else:
        _check_svg(content)


def _check_png(content: bytes) -> None:
    if content[:8] != _PNG or content[12:16] != b"IHDR" or len(content) < 33:
        raise LogoError(_("Dit bestand is geen PNG. Kies een ander bestand."))
    wide, high = (int.from_bytes(content[at : at + 4], "big") for at in (16, 20))
    if not 0 < wide * high <= MOST_PIXELS:
        raise LogoError(_("Dit plaatje heeft te veel beeldpunten. Maak het kleiner."))


def _check_svg(content: bytes) -> None:
    try:
        content.decode("utf-8")
        _parser().Parse(content, True)
    except (UnicodeDecodeError, expat.ExpatError) as error:
        raise LogoError(_("Dit bestand is geen SVG. Kies een ander bestand.")) from error


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")
    within: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        space, _space, tag = name.rpartition(" ")
        strange = space == _HTML or (space == _SVG and tag not in _SHAPES)
        if strange or (not within and (space, tag) != (_SVG, "svg")):
            raise LogoError(_not_shapes(tag))
        for key, value in attributes.items():
            _check_attribute(key.rpartition(" ")[2].lower(), value)
        within.append(tag)

    def text(words: str) -> None:
        if within[-1:] == ["style"] and ("@" in words or _OUTSIDE.search(words)):
            raise LogoError(_not_shapes("style"))

    def end(_name: str) -> None:
        within.pop()

    def doctype(*_more: object) -> None:
        raise LogoError(_not_shapes("DOCTYPE"))

    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = text, doctype
    parser.ProcessingInstructionHandler = lambda target, _data: doctype(target)
    return parser


def _check_attribute(key: str, value: str) -> None:
    reaches = key == "href" and not value.strip().startswith("#")
    if reaches or key.startswith("on") or _OUTSIDE.search(value):
        raise LogoError(_not_shapes(key))


def _not_shapes(what: str) -> str:
    text = _("In dit logo staat «%(wat)s». Dat kan niet: maak er vormen van, ook van letters.")
    return text % {"wat": what}
