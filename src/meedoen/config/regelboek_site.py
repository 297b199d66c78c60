"""`./meedoen regelboek DIR`: writes the rule book as a folder of plain pages, for any browser."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Annotated, Any

import typer

PACKAGE = Path(__file__).parents[1]
CASES = PACKAGE.parents[1] / "tests" / "law_cases"
LAWS = {
    "Wi": ("Wet inburgering 2021", "BWBR0044770"),
    "Bi": ("Besluit inburgering 2021", "BWBR0045555"),
    "Ri": ("Regeling inburgering 2021", "BWBR0045574"),
    "Pw": ("Participatiewet", "BWBR0015703"),
    "Awb": ("Algemene wet bestuursrecht", "BWBR0005537"),
    "Atw": ("Algemene termijnenwet", "BWBR0002448"),
    "AOW": ("Algemene Ouderdomswet", "BWBR0002221"),
    "Sel": ("Selectielijst gemeenten", ""),
    "Fvw": ("Financiële-verhoudingswet", "BWBR0008290"),
    "RWN": ("Rijkswet op het Nederlanderschap", "BWBR0003738"),
    "Vb": ("Vreemdelingenbesluit 2000", "BWBR0011825"),
    "Brief": ("Hoofdlijnenbrief van 2 juli 2018", ""),
    "Vw": ("Vreemdelingenwet 2000", "BWBR0011823"),
    "Hw": ("Huisvestingswet 2014", "BWBR0035303"),
}


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
    from meedoen.config.regelboek import chapters

    folder.mkdir(parents=True, exist_ok=True)
    stelsels = _stelsels()
    book = chapters([name for name, _ in stelsels], CASES)
    render = _renderer(book, stelsels)
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


def _renderer(book: Any, stelsels: list[tuple[str, str]]) -> Any:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from meedoen.config.timeline import timeline
    from meedoen.law.loader import load_law
    from meedoen.law.presentation import first_up, in_words, spoken
    from meedoen.rules.facts import Facts
    from meedoen.rules.parameters import Form

    env = Environment(
        loader=FileSystemLoader(PACKAGE / "templates" / "regelboek"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters |= {"in_words": in_words, "spoken": spoken, "first_up": first_up}
    env.globals |= {
        "book": book,
        "stelsels": stelsels,
        "laws": [(title, load_law(name)) for name, title in stelsels],
        "sources": LAWS,
        "facts": Facts.all(),
        "Form": Form,
        "timeline": timeline,
        "law_link": _law_link,
    }
    return lambda name, **more: env.get_template(name).render(**more)


def _stelsels() -> list[tuple[str, str]]:
    """Name and title of every stelsel, the law in force first."""
    from meedoen.law.loader import HOME
    from meedoen.law.reading import read_toml

    found = [read_toml(path)[1] for path in sorted((HOME / "stelsels").glob("*.toml"))]
    named = [(str(table["name"]), str(table["title"])) for table in found]
    return sorted(named, key=lambda pair: (pair[0] != "wi2021", pair))


def _law_link(citation: str) -> str:
    """Where the text of a citation can be read, or nothing."""
    law, _, article = citation.partition(" ")
    known = LAWS.get(law)
    if known is None or not known[1] or article.startswith("bijlage"):
        return ""
    number = article if law == "Awb" else article.partition(":")[0]
    return f"https://wetten.overheid.nl/jci1.3:c:{known[1]}&artikel={number}"


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
