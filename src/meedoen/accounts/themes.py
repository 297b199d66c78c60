"""The folder of the installation with style sheets and logos of municipalities (THEME_DIR).

No file is uploaded: who keeps the installation puts it there, and the web server serves it beside
our own under /static/thema/, so that the Content-Security-Policy stays 'self'.
"""

import re
from pathlib import Path

from django.conf import settings

SHEETS, LOGOS = (".css",), (".svg", ".png")
_CLASS = re.compile(r"\.([a-z][a-z0-9-]*-theme)\b")


class ThemeError(Exception):
    """A file in the folder that cannot be used; the text says why."""


def sheets() -> list[str]:
    """The names of the style sheets that can be chosen."""
    return _files(SHEETS)


def logos() -> list[str]:
    """The names of the logos that can be chosen."""
    return _files(LOGOS)


def theme_class(name: str) -> str:
    """The class that a style sheet sets its tokens on, such as `briefdorp-theme`.

    Errors: ThemeError when it sets none, or the file is not there.
    """
    found = _CLASS.search(read_sheet(name))
    if found is None:
        raise ThemeError(f"«{name}» zet geen klasse die op -theme eindigt.")
    return found[1]


def read_sheet(name: str) -> str:
    """The text of a style sheet of the folder. Errors: ThemeError."""
    if name not in sheets():
        raise ThemeError(f"«{name}» staat niet in de map met thema's.")
    return (_folder() / name).read_text("utf-8")


def read_logo(name: str) -> bytes:
    """The content of a logo of the folder. Errors: ThemeError."""
    if name not in logos():
        raise ThemeError(f"«{name}» staat niet in de map met thema's.")
    return (_folder() / name).read_bytes()


def _files(endings: tuple[str, ...]) -> list[str]:
    found = _folder().iterdir() if _folder().is_dir() else ()
    return sorted(each.name for each in found if each.is_file() and each.suffix in endings)


def _folder() -> Path:
    return Path(settings.THEME_DIR or "no folder was set")
