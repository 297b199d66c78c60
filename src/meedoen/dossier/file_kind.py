"""Which files we take, told by their content: the name and what the browser says do not count."""

import re

MOST_BYTES = 10 * 1024 * 1024
PDF = "application/pdf"

# How each kind begins, and the ending of its name.
_KINDS: dict[str, tuple[bytes, str]] = {
    PDF: (b"%PDF-", ".pdf"),
    "image/jpeg": (b"\xff\xd8\xff", ".jpg"),
    "image/png": (b"\x89PNG\r\n\x1a\n", ".png"),
}
_ACTIVE = (b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFile", b"/OpenAction")
_UNSAFE = re.compile(r"[^\w .()-]+")


class FileRefusedError(Exception):
    """A file that we do not keep; the text says why, and what to do."""


def kind_of_file(content: bytes) -> str:
    """The media type of a file. Errors: FileRefusedError: empty, too large, or no kind of ours.

    A PDF that can act (scripts, files inside) is refused: it would act at a colleague's desk.
    """
    if not content:
        raise FileRefusedError("Dit bestand is leeg. Kies een ander bestand.")
    if len(content) > MOST_BYTES:
        raise FileRefusedError("Dit bestand is te groot. Kies een bestand van hooguit 10 MB.")
    for mediatype, (start, _) in _KINDS.items():
        if content.startswith(start):
            if mediatype == PDF and any(word in content for word in _ACTIVE):
                raise FileRefusedError("Deze pdf kan iets uitvoeren. Print hem opnieuw als pdf.")
            return mediatype
    raise FileRefusedError("Dit is geen pdf, jpg of png. Sla het bestand op als pdf.")


def safe_name(name: str, mediatype: str) -> str:
    """A name to show and to download by: no path, no signs with a meaning, the right ending."""
    stem = re.split(r"[\\/]", name)[-1].rpartition(".")[0] or name
    clean = _UNSAFE.sub(" ", stem).strip(" .")[:150] or "document"
    return clean + _KINDS[mediatype][1]
