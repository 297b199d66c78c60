"""`./meedoen texts`: brings the catalogues of texts up to date with the code and the templates."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from meedoen.config.catalogues import DOMAIN, LOCALE
from meedoen.config.languages import LANGUAGES, SOURCE, Language
from meedoen.law.begrippen import COLUMNS, FILE

PACKAGE = Path(__file__).parents[1]
WRITTEN = PACKAGE.parents[1] / "docs" / "begrippen.md"
# The rule book is a Dutch book; the rules, the letters and the law are Dutch in every language.
NO_SCREENS = ("regelboek/", "voorbeeld/", "rules/", "law/")
TEMPLATES = "templates/**.html"
METHODS = [(TEMPLATES, "jinja2"), ("**.py", "python")]
# As config/jinja.py sets it: blocks lose their line ends, and their texts with them.
OPTIONS = {TEMPLATES: {"trim_blocks": "1", "lstrip_blocks": "1", "silent": "false"}}
KEYWORDS = {
    "_": None,
    "gettext": None,
    "lazy": None,
    "say": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
Source = str | tuple[str, str]


def texts(
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Wijzig niets; zeg alleen wat er niet klopt.")
    ] = False,
) -> None:
    """Werk de catalogi van teksten bij: wat nieuw is komt erbij, wat weg is gaat eruit."""
    from meedoen.config.house import in_a_checkout

    in_a_checkout()
    found = sources()
    changed = [_bring_up_to_date(each, found, check=check) for each in LANGUAGES.values()]
    changed.append(_glossary(check=check))
    stale = [name for name in changed if name]
    for name in stale:
        print(f"{'niet bij' if check else 'bijgewerkt'}: {name}")
    for language in LANGUAGES.values():
        print(f"{language.code}: {_filled(language)} van {len(found)} teksten vertaald")
    raise typer.Exit(1 if check and stale else 0)


def sources() -> list[Source]:
    """Every text of the code and the templates, once; a pair is singular and plural."""
    from babel.messages.extract import extract_from_dir

    found: set[Source] = set()
    rows = extract_from_dir(str(PACKAGE), METHODS, OPTIONS, KEYWORDS, directory_filter=_has_screens)
    for name, _line, message, _comments, _context in rows:
        if message and not any(part in name for part in NO_SCREENS):
            found.add(_plain(message))
    return sorted(found, key=_order)


def _has_screens(folder: str) -> bool:
    return not Path(folder).name.startswith((".", "_"))


def po_of(language: Language, locale: Path = LOCALE) -> Path:
    """The file of a language's catalogue."""
    return locale / language.locale / "LC_MESSAGES" / f"{DOMAIN}.po"


def read(language: Language) -> dict[Source, Any]:
    """What the catalogue of a language holds: per source the translation, "" where it has none."""
    from babel.messages.pofile import read_po

    path = po_of(language)
    if not path.exists():
        return {}
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language.locale)
    return {_plain(each.id): each.string for each in catalogue if each.id}


def _plain(source: Any) -> Source:
    return source if isinstance(source, str) else (source[0], source[1])


def _bring_up_to_date(language: Language, found: list[Source], *, check: bool) -> str:
    """Write the catalogue of a language as it must be; its name if that is a change, else ""."""
    path, wanted = po_of(language), whole(language, found)
    if path.exists() and path.read_text("utf-8") == wanted:
        return ""
    if not check:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(wanted, "utf-8")
    return language.code


def _glossary(*, check: bool) -> str:
    """Copy docs/begrippen.md into the package; the name of the copy if that is a change."""
    wanted = glossary_table()
    if FILE.exists() and FILE.read_text("utf-8") == wanted:
        return ""
    if not check:
        FILE.write_text(wanted, "utf-8")
    return FILE.name


def glossary_table() -> str:
    """The glossary as it goes with the package, from docs/begrippen.md."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for line in WRITTEN.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if len(cells) == 4 and cells[0] != "term" and not set(cells[0]) <= {"-"}:
            writer.writerow(cells[:3])
    return out.getvalue()


def whole(language: Language, found: list[Source]) -> str:
    """The text of a catalogue: every source in order, with the translation that there was.

    The source itself holds only what a screen says in other words than the code.
    """
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    known = read(language)
    made = Catalog(locale=language.locale)
    for source in found:
        translation = known.get(source) or ""
        if any(translation) or language.code != SOURCE:
            made.add(source, translation)
    body = io.BytesIO()
    write_po(body, made, width=100, omit_header=True, no_location=True)
    return "".join(_head(language)) + body.getvalue().decode()


def _head(language: Language) -> Iterator[str]:
    """No moments and no names: two branches that change a text must not change the same lines."""
    yield 'msgid ""\nmsgstr ""\n'
    yield f'"Language: {language.code}\\n"\n'
    yield '"Content-Type: text/plain; charset=UTF-8\\n"\n'
    yield f'"Plural-Forms: {language.plural}\\n"\n\n'


def _filled(language: Language) -> int:
    return sum(1 for translation in read(language).values() if any(translation))


def _order(source: Source) -> tuple[str, str]:
    first = source if isinstance(source, str) else source[0]
    return first.casefold(), first
