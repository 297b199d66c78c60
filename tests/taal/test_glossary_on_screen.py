"""Difficult words explain themselves: in a text, at the foot of «waarom?», and on a page of all."""

from pathlib import Path

import pytest
from django.test import Client
from django.utils.translation import override
from tests.apps.full_town import full_town
from tests.apps.visitor import page, visitor
from tests.dossier.makers import HIER

from meedoen.accounts.roles import Rol
from meedoen.config.glossary import begrip, met_uitleg, words_in
from meedoen.config.texts import glossary_table
from meedoen.law.begrippen import FILE, ON_SCREEN, begrippen, meaning_of


def test_the_package_holds_the_glossary_of_the_documents() -> None:
    assert Path(FILE).read_text("utf-8") == glossary_table(), "run ./meedoen texts"


@pytest.mark.parametrize("word", ON_SCREEN)
def test_every_difficult_word_has_one_meaning(word: str) -> None:
    assert len(meaning_of(word).meaning) > 10


def test_a_word_that_nobody_explained_is_refused() -> None:
    with pytest.raises(KeyError):
        begrip("quatsch")


def test_only_the_first_use_on_a_page_is_explained() -> None:
    seen: set[str] = set()
    first = met_uitleg("de laatste dag voor het PIP, daarna een nieuw PIP", seen)
    assert first.count("popovertarget") == 1
    assert str(first).startswith("de laatste dag voor het <button")
    assert met_uitleg("het PIP", seen) == "het PIP"


def test_a_part_of_a_word_is_no_word() -> None:
    assert not words_in("uiterste pipet", "de oproepbrief", "bezwaartermijn")
    assert [each.term for each in words_in("Oproep voor de brede intake.")] == [
        "brede intake",
        "oproep",
    ]


def test_what_people_typed_stays_text() -> None:
    assert "&lt;b&gt;" in met_uitleg("<b> PIP", set())


def test_the_meaning_is_marked_as_dutch_on_another_page() -> None:
    with override("en"):
        assert '<dfn lang="nl" dir="ltr">PIP</dfn>' in begrip("PIP")
        assert met_uitleg("iets", set()) == '<span lang="nl" dir="ltr">iets</span>'


def test_every_term_stands_on_the_page_once() -> None:
    text = page(Client(), "/begrippen/")
    anchors = [each.anchor for each in begrippen()]
    assert len(anchors) == len(set(anchors)) > 300
    assert all(f'<tr id="{anchor}">' in text for anchor in anchors)
    assert 'href="/begrippen/"' in page(Client(), "/inloggen/")


def test_why_explains_its_words(db: None) -> None:
    people, own = full_town(HIER)
    text = page(visitor(people[Rol.KLANTMANAGER]), f"/dossiers/{own['pk']}/waarom/{own['regel']}/")
    assert "<h3>Wat de woorden betekenen</h3>" in text
    assert text.count(f'id="begrip-{meaning_of("PIP").anchor}"') == 1
    assert meaning_of("PIP").meaning in text
