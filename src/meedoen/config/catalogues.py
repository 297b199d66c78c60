"""The catalogues of texts: a .po that a translator saved becomes the .mo that gettext reads."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from meedoen.config.languages import LONG, RIGHT_TO_LEFT, Language

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

LOCALE = Path(__file__).parents[1] / "locale"
DOMAIN = "django"  # the name under which Django looks for catalogues
SOURCES = LOCALE / "en" / "LC_MESSAGES" / f"{DOMAIN}.po"  # holds every text of the source


def compile_catalogues(locale: Path = LOCALE) -> list[Path]:
    """Compile every catalogue that is newer than its .mo; return the new files.

    Called at every start, so that nobody has to remember it: up to date, it costs a few looks at
    the disk. The file appears whole or not at all, for another command may be reading it.
    """
    stale = [po for po in locale.glob("*/LC_MESSAGES/*.po") if _is_stale(po)]
    return [_compile(po) for po in stale]


def compile_pseudo(sources: Path = SOURCES) -> list[Path]:
    """Make the two languages that only test pages, from the texts of the source."""
    from meedoen.config import pseudo

    if not sources.exists():
        return []
    made = ((LONG, pseudo.long), (RIGHT_TO_LEFT, pseudo.right_to_left))
    stale = [(each, change) for each, change in made if _is_stale(sources, _mo_of(each, sources))]
    return [
        _write(
            pseudo.pseudo_catalogue(_sources(sources), language.locale, change),
            _mo_of(language, sources),
        )
        for language, change in stale
    ]


def _mo_of(language: Language, sources: Path) -> Path:
    return sources.parents[2] / language.locale / "LC_MESSAGES" / f"{sources.stem}.mo"


def _is_stale(po: Path, mo: Path | None = None) -> bool:
    mo = mo or po.with_suffix(".mo")
    return not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime


def _compile(po: Path) -> Path:
    return _write(_read(po), po.with_suffix(".mo"))


def _sources(po: Path) -> Iterator[str | tuple[str, str]]:
    for each in _read(po):
        if isinstance(each.id, str) and each.id:
            yield each.id
        elif not isinstance(each.id, str):
            yield each.id[0], each.id[1]


def _read(po: Path) -> "Catalog":
    from babel.messages.pofile import read_po

    with po.open("rb") as source:
        return read_po(source, locale=po.parent.parent.name)


def _write(catalogue: "Catalog", mo: Path) -> Path:
    from babel.messages.mofile import write_mo

    mo.parent.mkdir(parents=True, exist_ok=True)
    whole = mo.with_suffix(f".{os.getpid()}.tmp")
    with whole.open("wb") as target:
        write_mo(target, catalogue)
    return whole.replace(mo)
