"""What every besluit must hold (AWB-01), in the order in which people read it (LANG-02)."""

from dataclasses import replace

import pytest
from tests.letters.pdf_text import bare, text_of
from tests.letters.samples import SIGNED, VALUES, letter

from meedoen.dossier.letters import LetterError
from meedoen.law.brief_file import brief_kinds

BESLUITEN = sorted(name for name, kind in brief_kinds().items() if kind.is_besluit)
ON_OBJECTION = "beslissing_op_bezwaar"  # who does not agree with that one goes to court
OBJECTED = [name for name in BESLUITEN if name != ON_OBJECTION]


@pytest.mark.parametrize("kind", OBJECTED)
def test_a_besluit_says_how_to_object(kind: str) -> None:
    text = text_of(letter(kind))
    for part in (
        "zes weken beginnen op de dag na de datum van deze brief",
        "De laatste dag is 26 oktober 2026",
        SIGNED.afzender.bezwaar_website,
        "voorlopige voorziening",
        "Wij mogen dit beslissen. Dat staat in artikel",
    ):
        assert bare(part) in text


def test_a_decision_on_an_objection_says_how_to_go_to_court() -> None:
    text = text_of(letter(ON_OBJECTION))
    for part in (
        "U kunt in beroep gaan bij de rechter",
        "zes weken beginnen op de dag na de datum van deze brief",
        "De laatste dag is 26 oktober 2026",
        SIGNED.afzender.rechtbank,
        "voorlopige voorziening",
    ):
        assert bare(part) in text
    assert bare("Zo maakt u bezwaar") not in text


@pytest.mark.parametrize("kind", BESLUITEN)
def test_a_besluit_says_its_parts_in_the_order_in_which_people_read(kind: str) -> None:
    said = text_of(letter(kind))
    parts = (
        "Wat betekent dit voor u?",
        "Wat moet u doen?",
        "Van deze feiten gaan wij uit",
        "Zo kwamen wij tot dit besluit",
        "Op welke regels dit rust",
        f"Bent u het niet eens met {'deze beslissing' if kind == ON_OBJECTION else 'dit besluit'}?",
        "Hebt u een vraag?",
    )
    found = [said.index(bare(part)) for part in parts]
    assert found == sorted(found)
    assert bare(VALUES[kind]["feiten"].splitlines()[0]) in said


def test_the_articles_that_an_official_named_are_spoken_out() -> None:
    text = text_of(letter("besluit_algemeen"))
    assert bare("artikel 17, tweede lid, van de Wet inburgering 2021") in text
    assert bare("artikel 5.4, eerste lid, van het Besluit inburgering 2021") in text
    assert bare("Besluit over uw inburgering: uw leerroute") in text
    with pytest.raises(LetterError) as refused:
        letter("besluit_algemeen", {"artikel": "Wi 17:2\nWi 99"})
    assert "Wi 99" in refused.value.fields["artikel"]


def test_why_an_official_deviates_stands_before_how_to_object() -> None:
    text = text_of(letter(signed=replace(SIGNED, afwijking="Wij wachtten op uw diploma.")))
    why = text.index(bare("Waarom wij dit anders doen"))
    assert why < text.index(bare("Wij wachtten op uw diploma.")) < text.index(bare("Bent u het"))
