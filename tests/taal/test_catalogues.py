"""The catalogues follow the source, and English says all of it (LANG-05)."""

import re

import pytest

from meedoen.config.languages import LANGUAGES, OFFERED, SOURCE
from meedoen.config.texts import Source, po_of, read, sources, whole

BLANK = re.compile(r"%\(\w+\)[sd]|</?\w+>")
OTHERS = [code for code in OFFERED if code != SOURCE]


@pytest.fixture(scope="module")
def found() -> list[Source]:
    return sources()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_catalogue_is_as_the_code_and_the_templates_ask(code: str, found: list[Source]) -> None:
    written = po_of(LANGUAGES[code]).read_text("utf-8")
    assert written == whole(LANGUAGES[code], found), "run ./meedoen texts"


def test_texts_of_code_and_templates_are_found(found: list[Source]) -> None:
    assert "Naar de inhoud" in found  # a template
    assert "Dit mag u niet" in found  # a view
    assert "Wachtwoord" in found  # a form
    assert ("nog %(num)s dag", "nog %(num)s dagen") in found  # a macro


@pytest.mark.parametrize("code", OTHERS)
def test_what_is_offered_is_whole(code: str, found: list[Source]) -> None:
    known = read(LANGUAGES[code])
    assert not [source for source in found if not all(_forms(known[source]))]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_translation_has_the_blanks_of_its_source(code: str) -> None:
    wrong = [
        (source, each)
        for source, translation in read(LANGUAGES[code]).items()
        for each in _forms(translation)
        if each and _blanks(each) not in map(_blanks, _forms(source))
    ]
    assert not wrong


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_half_done(code: str) -> None:
    """A fuzzy translation is a guess of a tool; an obsolete one is nobody's."""
    written = po_of(LANGUAGES[code]).read_text("utf-8")
    assert "#, fuzzy" not in written
    assert "#~" not in written


def test_a_plural_has_the_forms_of_its_language() -> None:
    days: Source = ("nog %(num)s dag", "nog %(num)s dagen")
    forms = {code: len(_forms(read(LANGUAGES[code])[days])) for code in LANGUAGES if code != SOURCE}
    assert forms == {"en": 2, "ar": 6, "ti": 2, "tr": 2, "fa": 2, "uk": 3}


def _forms(translation: Source | tuple[str, ...]) -> tuple[str, ...]:
    return (translation,) if isinstance(translation, str) else translation


def _blanks(text: str) -> list[str]:
    return sorted(BLANK.findall(text))
