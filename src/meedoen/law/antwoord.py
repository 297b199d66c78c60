"""The one way to write an answer of the brede intake as text, and to say it in words.

A choice is the name of its option, several are joined by |, a day is 2026-03-16, yes and no are
ja and nee, languages are JSON: [["Tigrinya", "goed", "goed", "", "niet"]],
in the order of VAARDIGHEDEN.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from meedoen.law.plain_text import from_plain_json
from meedoen.law.presentation import in_words
from meedoen.law.vraag import (
    CHOSEN,
    DAG,
    GETAL,
    JANEE,
    KEUZES,
    MATE,
    TALEN,
    VAARDIGHEDEN,
    Vraag,
)
from meedoen.rules.column import Kind

MOST_LANGUAGES, LANGUAGE_LENGTH = 6, 60
PLAIN = {JANEE: Kind.ANSWER, DAG: Kind.DAY, GETAL: Kind.COUNT}


def several(names: Iterable[str]) -> str:
    """Options that were chosen together, as one text."""
    return "|".join(names)


def languages(rows: Iterable[Sequence[str]]) -> str:
    """Languages with their skills, as one text; "" for none."""
    told = [list(row) for row in rows if row[0].strip()]
    return json.dumps(told, ensure_ascii=False) if told else ""


def checked_answer(vraag: Vraag, raw: str) -> str:
    """The canonical text of an answer. Errors: ValueError, in words for the screen."""
    if "\x00" in raw:  # the database takes every other character
        raise ValueError("In deze tekst staat een teken dat niet kan worden bewaard.")
    if vraag.soort in CHOSEN:
        return several(_chosen(vraag, raw))
    if vraag.soort in PLAIN:
        value = from_plain_json(PLAIN[vraag.soort], raw)
        if vraag.soort == GETAL and not 0 <= int(raw) <= vraag.meest:
            raise ValueError(f"Dit kan van 0 tot en met {vraag.meest}.")
        return raw if value is not None else ""
    if vraag.soort == TALEN:
        return languages(_languages(raw))
    if len(raw) > vraag.lang:
        raise ValueError(f"Dit is te lang: {len(raw)} tekens. Er mogen er {vraag.lang} zijn.")
    return raw.strip()


def spoken_answer(vraag: Vraag, raw: str) -> str:
    """The answer as people read it, in Dutch; what is not known here, as it was written."""
    if vraag.soort in CHOSEN:
        return ", ".join(vraag.optie(name).label for name in raw.split("|"))
    if vraag.soort in PLAIN:
        kind = PLAIN[vraag.soort]
        said = in_words(from_plain_json(kind, raw), kind)
        return f"{raw} {vraag.eenheid}".strip() if vraag.soort == GETAL else said
    if vraag.soort == TALEN:
        return "; ".join(_language(row) for row in _languages(raw))
    return raw


def _chosen(vraag: Vraag, raw: str) -> list[str]:
    names = raw.split("|")
    known = [each.naam for each in vraag.opties]
    if not set(names) <= set(known) or (len(names) > 1 and vraag.soort != KEUZES):
        raise ValueError("Kies iets uit de lijst.")
    return [name for name in known if name in names]


def _languages(raw: str) -> list[list[str]]:
    """Errors: ValueError for what is no list of languages with skills."""
    rows = json.loads(raw)
    if not isinstance(rows, list) or len(rows) > MOST_LANGUAGES:
        raise ValueError(f"Vul hoogstens {MOST_LANGUAGES} talen in.")
    for row in rows:
        if len(row) != 1 + len(VAARDIGHEDEN) or not set(row[1:]) <= {"", *MATE}:
            raise ValueError("Kies per vaardigheid iets uit de lijst.")
        if not 0 < len(row[0].strip()) <= LANGUAGE_LENGTH:
            raise ValueError(f"Schrijf de naam van een taal in {LANGUAGE_LENGTH} tekens.")
    return [[row[0].strip(), *row[1:]] for row in rows]


def _language(row: Sequence[str]) -> str:
    said = [f"{wat} {mate}" for wat, mate in zip(VAARDIGHEDEN, row[1:], strict=True) if mate]
    return f"{row[0]} ({', '.join(said)})" if said else row[0]
