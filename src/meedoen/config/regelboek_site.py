"""`./meedoen regelboek DIR`: writes the rule book as a folder of plain pages, for any browser."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Annotated, Any

import typer

PACKAGE = Path(__file__).parents[1]
CASES = PACKAGE.parents[1] / "tests" / "law_cases"


def regelboek(
    folder: Annotated[Path, typer.Argument(help="Map voor de pagina's; mag nog niet bestaan.")],
) -> None:
    """Schrijf het regelboek: alle regels, getallen en voorbeelden als webpagina's (juristen)."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        typer.echo(f"{folder} bestaat al en is niet leeg. Kies een andere map.", err=True)
        raise typer.Exit(1)
    try:
        pages = write(folder)
    except OSError as error:
        typer.echo(f"Schrijven in {folder} lukt niet: {error.strerror}.", err=True)
        raise typer.Exit(1) from error
    typer.echo(f"{pages} pagina's geschreven. Open {folder / 'index.html'} in een browser.")


def write(folder: Path) -> int:
    """Write all pages into a folder; returns how many. Errors: OSError."""
    from meedoen.config.regelboek import chapters, stelsels
    from meedoen.law.loader import load_law

    folder.mkdir(parents=True, exist_ok=True)
    laws = [(title, load_law(name)) for name, title in stelsels()]
    book = chapters(laws, CASES)
    render = _renderer(book, laws)
    pages = {
        "index.html": render("index.html"),
        "getallen.html": render("getallen.html"),
        "feiten.html": render("feiten.html"),
        "lezingen.html": render("lezingen.html"),
        **{f"{c.name}.html": render("hoofdstuk.html", chapter=c) for c in book},
    }
    for name, text in pages.items():
        (folder / name).write_text(text, "utf-8")
    (folder / "zoekindex.js").write_text(f"const REGELS = {_index(book)};\n", "utf-8")
    for file in sorted((PACKAGE / "static" / "regelboek").iterdir()):
        shutil.copy(file, folder / file.name)
    return len(pages)


def _renderer(book: Any, laws: list[tuple[str, Any]]) -> Any:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from meedoen.config.regelboek_parts import FILTERS, parts

    env = Environment(
        loader=FileSystemLoader(PACKAGE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters |= FILTERS
    env.globals |= parts(book, laws) | {"frame": "regelboek/los.html", "plek": _plek}
    return lambda name, **more: env.get_template(f"regelboek/{name}").render(**more)


def _plek(page: str, anchor: str = "") -> str:
    """The address of a page of the book, from another."""
    return f"{page}.html" + (f"#{anchor}" if anchor else "")


def _index(book: Any) -> str:
    rows = [
        {
            "naam": entry.title,
            "hoofdstuk": chapter.title,
            "plek": f"{chapter.name}.html#{entry.rule.function}",
            "woorden": f"{entry.summary} {' '.join(entry.articles)}",
        }
        for chapter in book
        for entry in chapter.entries
    ]
    return json.dumps(rows, ensure_ascii=False).replace("</", "<\\/")
