"""Which files we take, told by their content: the name and what the browser says do not count."""

import re
import zlib
from collections.abc import Iterator

from django.utils.translation import gettext as _

MOST_BYTES = 10 * 1024 * 1024
PDF = "application/pdf"

# How each kind begins, and the ending of its name.
_KINDS: dict[str, tuple[bytes, str]] = {
    PDF: (b"%PDF-", ".pdf"),
    "image/jpeg": (b"\xff\xd8\xff", ".jpg"),
    "image/png": (b"\x89PNG\r\n\x1a\n", ".png"),
}
# Not /JS: three bytes stand by chance in many a scan, and a script always names /JavaScript too.
_ACTIVE = (b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/OpenAction", b"/RichMedia")
_HEX = re.compile(rb"#([0-9A-Fa-f]{2})")  # a name may write any letter so: /J#61vaScript
_STREAM = re.compile(rb"stream\r?\n")
_MOST_UNPACKED = 32 * 1024 * 1024  # of all objects together; those of real letters hold far less
_UNSAFE = re.compile(r"[^\w .()-]+")
_CANNOT_SEE = _("Deze pdf is beveiligd of stuk. Print hem opnieuw als pdf.")


class FileRefusedError(Exception):
    """A file that we do not keep; the text says why, and what to do."""


def kind_of_file(content: bytes) -> str:
    """The media type of a file. Errors: FileRefusedError: empty, too large, or no kind of ours.

    A PDF that can act (scripts, files inside) is refused: it would act at a colleague's desk. So is
    one that hides its objects, so that nobody can tell.
    """
    if not content:
        raise FileRefusedError(_("Dit bestand is leeg. Kies een ander bestand."))
    if len(content) > MOST_BYTES:
        raise FileRefusedError(_("Dit bestand is te groot. Kies een bestand van hooguit 10 MB."))
    for mediatype, (start, _ending) in _KINDS.items():
        if content.startswith(start):
            if mediatype == PDF and any(map(_acts, _readable(content))):
                raise FileRefusedError(_("Deze pdf kan iets uitvoeren. Print hem opnieuw als pdf."))
            return mediatype
    raise FileRefusedError(_("Dit is geen pdf, jpg of png. Sla het bestand op als pdf."))


def safe_name(name: str, mediatype: str) -> str:
    """A name to show and to download by: no path, no signs with a meaning, the right ending."""
    stem = re.split(r"[\\/]", name)[-1].rpartition(".")[0] or name
    clean = _UNSAFE.sub(" ", stem).strip(" .")[:150] or "document"
    return clean + _KINDS[mediatype][1]


def _acts(part: bytes) -> bool:
    plain = _plain(part)
    return any(word in plain for word in _ACTIVE)


def _readable(content: bytes) -> Iterator[bytes]:
    """A PDF as it stands, and the objects that it keeps packed together (/ObjStm).

    Errors: FileRefusedError where those cannot be unpacked: under a password, or a bomb.
    """
    yield content
    before, left = 0, _MOST_UNPACKED
    for found in _STREAM.finditer(content):
        start = found.end()
        if b"/ObjStm" in _plain(content[before : found.start()]):
            objects = _unpacked(content[start : content.find(b"endstream", start)], left)
            left -= len(objects)
            yield objects
        before = start


def _unpacked(stream: bytes, most: int) -> bytes:
    packed = zlib.decompressobj()
    try:
        objects = packed.decompress(stream, most) if most > 0 else b""
    except zlib.error as error:
        raise FileRefusedError(_CANNOT_SEE) from error
    if not packed.eof:  # more than we unpack, or an end that is written in the middle
        raise FileRefusedError(_CANNOT_SEE)
    return objects


def _plain(part: bytes) -> bytes:
    return _HEX.sub(lambda found: bytes([int(found[1], 16)]), part)
