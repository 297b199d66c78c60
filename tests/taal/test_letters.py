"""Letters are easy to read (LANG-01): short sentences, common words, people who act.

There is no measure of B1; these are its proxies. The names of articles (`b.artikelen`) and the
address of the college are exempt: the law and the post ask them in full.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.architecture.source import ROOT

from meedoen.law.blok import blanks_of, fill
from meedoen.law.brief_file import HOME, brief_kinds, shared_blokken
from meedoen.law.brief_text import source_of
from meedoen.law.plain_language import MEAN_WORDS, MOST_WORDS, banned, measure
from meedoen.law.plain_language import words as _words

PASSIVE, PASSIVE_SHARE = {"wordt", "worden", "werd", "werden"}, 0.1
# What a letter says in the words of the law, to be looked up in the glossary.
TERMS = (
    "bezwaar", "brede intake", "leerroute", "MAP", "oproep", "PIP", "PVT", "voorlopige voorziening",
)  # fmt: skip
_CODE = re.compile(r"^\s*(#(import|let|show|table)\b|columns|stroke|inset|margin|[)\]}]|for |let )")
_CALL = re.compile(
    r"#(grondslag|bezwaar|beroep|feiten|contact|blok\([^)]*\)|besluit\(alineas\([^)]*\)\)|besluit\b"
    r"|(motivering|alineas|regels|lijst|uitleg\.at)\([^)]*\))"
)
_IF = re.compile(r"#if [^\[]*|\belse \[")
_VALUE = re.compile(r"#b\.[a-z_.]+[a-z_]")
_EXPLAINED = re.compile(r"^\s*\"[\w-]+\": ")
_ROW = re.compile(r"^\s*(\.\.rij\(|table\.header\()")


def _texts(kind: str) -> Iterator[str]:
    """The lines of text of a letter and of what every letter holds."""
    letter = source_of(HOME / kind / "brief.typ").partition("#show: brief\n")[2]
    style = source_of(HOME / "huisstijl.typ").partition("#let feiten")[2]
    for line in f"{letter}\n{style.partition('#let brief(')[0]}".splitlines():
        if _ROW.match(line):
            yield from re.findall(r"\[([^\]]*)\]", line)
        elif not _CODE.match(line):
            plain = _EXPLAINED.sub("", _IF.sub("", _CALL.sub("", line)))
            yield re.sub(r"[\[\]*=]|^\s*- |,$", "", _VALUE.sub("iets", plain)).strip()
    for blok in (*shared_blokken(), *brief_kinds()[kind].blokken):
        for part in fill(blok.text, dict.fromkeys(blanks_of(blok.text), "iets")):
            yield from ("".join(str(span["tekst"]) for span in line) for line in part["regels"])


def _sentences(kind: str) -> list[str]:
    parts = (re.split(r"(?<=[.!?:])\s+", line) for line in _texts(kind))
    return [sentence for line in parts for sentence in line if sentence]


KINDS = sorted(brief_kinds())


def test_the_sentences_are_found() -> None:
    assert "Wij willen u graag leren kennen." in _sentences("uitnodiging_brede_intake")
    assert "U kunt bezwaar maken." in _sentences("vaststelling_pip")
    assert "U doet geen examen." in _sentences("vaststelling_pip")
    assert not [s for kind in KINDS for s in _sentences(kind) if re.search(r"[#{}\[\]\\]|let ", s)]


@pytest.mark.parametrize("kind", KINDS)
def test_sentences_are_short(kind: str) -> None:
    found = measure(_sentences(kind))
    assert not found.long
    assert found.mean_words <= MEAN_WORDS


@pytest.mark.parametrize("kind", KINDS)
def test_words_are_common(kind: str) -> None:
    assert not [line for text in (*_sentences(kind), *_asked(kind)) for line in banned(text)]


@pytest.mark.parametrize("kind", KINDS)
def test_people_act(kind: str) -> None:
    sentences = _sentences(kind)
    passive = [s for s in sentences if PASSIVE & set(_words(s.lower()))]
    assert len(passive) <= len(sentences) * PASSIVE_SHARE, passive


@pytest.mark.parametrize("kind", KINDS)
def test_people_are_addressed_as_u(kind: str) -> None:
    words = {word for text in (*_sentences(kind), *_asked(kind)) for word in _words(text.lower())}
    assert "u" in words
    assert not words & {"je", "jij", "jou", "jouw", "jullie"}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_asked_of_officials_is_short_too(kind: str) -> None:
    asked = [s for text in _asked(kind) for s in re.split(r"(?<=[.!?:])\s+", text)]
    assert not [sentence for sentence in asked if len(_words(sentence)) > MOST_WORDS]


def test_words_of_the_law_are_in_the_glossary() -> None:
    said = " ".join(text for kind in KINDS for text in _texts(kind)).lower()
    glossary = (ROOT / "docs" / "begrippen.md").read_text("utf-8")
    terms = [line.split("|")[1] for line in glossary.splitlines() if line.startswith("|")]
    for term in TERMS:
        assert term.lower() in said
        assert any(re.search(rf"\b{term}\b", name) for name in terms), term


def _asked(kind: str) -> list[str]:
    """What the official reads who fills in the letter."""
    content = tomllib.loads(Path(HOME / kind / "brief.toml").read_text("utf-8"))
    rows = [content, *content["variabele"]]
    return [row[key] for row in rows for key in ("title", "label", "help") if key in row]
