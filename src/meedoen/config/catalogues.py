"""The catalogues of texts: a .po that a translator saved becomes the .mo that gettext reads."""

import os
from pathlib import Path

LOCALE = Path(__file__).parents[1] / "locale"


def compile_catalogues(locale: Path = LOCALE) -> list[Path]:
    """Compile every catalogue that is newer than its .mo; return the new files.

    Called at every start, so that nobody has to remember it: up to date, it costs a few looks at
    the disk. The file appears whole or not at all, for another command may be reading it.
    """
    stale = [po for po in locale.glob("*/LC_MESSAGES/*.po") if _is_stale(po)]
    return [_compile(po) for po in stale]


def _is_stale(po: Path) -> bool:
    mo = po.with_suffix(".mo")
    return not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime


def _compile(po: Path) -> Path:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with po.open("rb") as source:
        catalogue = read_po(source, locale=po.parent.parent.name)
    whole = po.with_suffix(f".{os.getpid()}.tmp")
    with whole.open("wb") as target:
        write_mo(target, catalogue)
    return whole.replace(po.with_suffix(".mo"))
