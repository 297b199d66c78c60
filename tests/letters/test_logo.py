"""A logo on a letter: shapes or a PNG, with words for who does not see it; nothing from outside."""

from dataclasses import replace
from pathlib import Path
from struct import pack
from zlib import compress, crc32

import pikepdf
import pytest
from tests.letters.pdf_text import bare, opened, tags_of, text_of
from tests.letters.samples import SIGNED, letter

from meedoen.accounts.logo import LARGEST, LogoError, check_logo
from meedoen.config import voorbeeld
from meedoen.dossier.letters import Logo
from meedoen.dossier.typesetting import prints_logo

OURS = Path(voorbeeld.__file__).parent / "thema" / "briefdorp.svg"


def _chunk(kind: bytes, content: bytes) -> bytes:
    return pack(">I", len(content)) + kind + content + pack(">I", crc32(kind + content))


_SIZE = _chunk(b"IHDR", pack(">2I5B", 2, 1, 8, 2, 0, 0, 0))
_PIXELS = [_SIZE, _chunk(b"IDAT", compress(b"\0" * 7))]
PNG = b"\x89PNG\r\n\x1a\n" + b"".join([*_PIXELS, _chunk(b"IEND", b"")])
_SPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink"'
HEAD = f'<svg {_SPACES} width="9" height="9">'


def svg(inside: str) -> bytes:
    return f"{HEAD}{inside}</svg>".encode()


FINE = [
    svg('<defs><linearGradient id="a"/></defs><path fill="url(#a)" d="M0 0h9v9z"/>'),
    svg("<style>.a{fill:url( '#a' )}</style><use x:href='#b'/><title>L</title>"),
    b'<?xml version="1.0" encoding="UTF-8"?>' + svg('<metadata><r xmlns="urn:r">x</r></metadata>'),
]
WRONG = {
    "text": svg("<text>Hoi</text>"),
    "image": svg('<image href="data:image/png;base64,AAAA"/>'),
    "script": svg("<script>1</script>"),
    "foreignObject": svg("<foreignObject/>"),
    "onload": svg('<g onload="x()"/>'),
    "href": svg('<use href="/etc/passwd#a"/>'),
    "fill": svg('<g fill="url(http://www.example.org/a)"/>'),
    "style": svg("<style>@import 'a'</style>"),
    "DOCTYPE": b"<!DOCTYPE svg>" + svg(""),
    "html": svg('<html xmlns="http://www.w3.org/1999/xhtml"/>'),
    "svg": b'<svg width="9" height="9"/>',
}


def test_shapes_are_a_logo() -> None:
    for content in (*FINE, OURS.read_bytes()):
        check_logo("a.svg", content)
        assert prints_logo(content.decode())
    check_logo("a.PNG", PNG)
    assert prints_logo(list(PNG))


@pytest.mark.parametrize("what", WRONG)
def test_an_svg_that_reaches_further_is_refused(what: str) -> None:
    with pytest.raises(LogoError, match=f"«{what}»"):
        check_logo("a.svg", WRONG[what])


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.svg", b"", "geen SVG"),
        ("a.svg", b"<svg", "geen SVG"),
        ("a.svg", b"\xff\xfe", "geen SVG"),
        ("a.svg", PNG, "geen SVG"),
        ("a.png", OURS.read_bytes(), "geen PNG"),
        ("a.png", PNG[:20], "geen PNG"),
        ("a.png", PNG[:16] + b"\xff" * 8 + PNG[24:], "te veel beeldpunten"),
        ("a.png", b"x" * (LARGEST + 1), "te groot"),
    ],
)
def test_what_is_no_picture_is_refused(name: str, content: bytes, words: str) -> None:
    with pytest.raises(LogoError, match=words):
        check_logo(name, content)


def test_what_looks_like_a_picture_and_is_none_cannot_be_printed() -> None:
    assert not prints_logo("geen plaatje")
    assert not prints_logo(list(PNG[:33]))
    assert not prints_logo(f'{HEAD}<image x:href="/etc/passwd" width="1" height="1"/></svg>')


@pytest.mark.parametrize("inhoud", [OURS.read_text("utf-8"), list(PNG)], ids=["svg", "png"])
def test_a_letter_with_a_logo_says_what_it_shows(inhoud: str | list[int]) -> None:
    alt = "Gemeente Voorbeeldstad, een envelop"
    made = letter(signed=replace(SIGNED, logo=Logo(inhoud, alt)))
    pdf = opened(made)
    about = pdf.open_metadata()
    assert (about["pdfaid:part"], about["pdfaid:conformance"]) == ("2", "A")
    assert about["pdfuaid:part"] == "1"
    assert tags_of(pdf).count("/Figure") == 1
    assert alt in [str(each["/Alt"]) for each in pdf.objects if "/Alt" in _keys(each)]


def test_a_letter_goes_without_a_logo_rather_than_not(caplog: pytest.LogCaptureFixture) -> None:
    made = letter(signed=replace(SIGNED, logo=Logo("geen plaatje", "Logo")))
    assert made == letter()
    assert "without its logo" in caplog.text


def test_a_sample_says_so_and_a_letter_says_as_what_somebody_signed() -> None:
    made = letter(signed=replace(SIGNED, voorbeeld=True, functie="Consulent"))
    text = text_of(made)
    assert text.count(bare("Deze brief is niet verstuurd.")) == 1 + len(opened(made).pages)
    assert bare("A. de Vries Consulent") in text
    assert "Voorbeeld." not in text_of(letter())


def _keys(each: pikepdf.Object) -> set[str]:
    return set(each.keys()) if isinstance(each, pikepdf.Dictionary) else set()
