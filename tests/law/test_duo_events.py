"""The table of DUO's codes: complete, careful with health, and refused where it is wrong."""

from pathlib import Path

import pytest

from meedoen.law.duo_events import HOME, duo_event, duo_events, read_events
from meedoen.law.plain_language import measure
from meedoen.law.reading import TomlError

# The codes of 22 June 2026, each with what DUO says must be asked next.
NEXT = {
    "SS101": "plicht examen", "SS102": "termijn", "SS103": "termijn",
    "SS104": "termijn verlenging", "SS106": "plicht", "SS107": "plicht vrijstelling",
    "SS108": "plicht ontheffing", "SS109": "plicht vrijstelling", "SS110": "plicht",
    "SS111": "plicht", "SS112": "verlenging", "SS113": "verlenging", "SS114": "vrijstelling",
    "SS115": "vrijstelling", "SS116": "vrijstelling", "SS117": "vrijstelling examen",
    "SS118": "ontheffing", "SS119": "ontheffing examen", "SS120": "plicht examen",
    "SS121": "plicht termijn examen pip", "SS124": "doelgroep", "SS125": "doelgroep",
    "SS128": "plicht examen", "SS129": "plicht examen vrijstelling",
    "SS130": "plicht termijn pip examen vrijstelling", "SS131": "toets",
    "SS137": "examennummer", "SS139": "plicht examen", "SS141": "plicht", "SS198": "boete termijn",
    "SS199": "examen",
}  # fmt: skip


def test_the_table_holds_every_code_and_asks_what_duo_names() -> None:
    assert set(duo_events()) == set(NEXT)
    assert len(NEXT) == 31
    for code, questions in NEXT.items():
        assert set(questions.split()) <= set(duo_event(code).ask), code


def test_vrijstelling_is_never_asked_without_the_duty() -> None:
    """Whether a temporary one still holds, the answer about the duty tells."""
    for event in duo_events().values():
        assert "vrijstelling" not in event.ask or "plicht" in event.ask, event.code


def test_a_code_that_we_do_not_know_is_shown_as_such() -> None:
    assert not duo_event("SS999").known
    assert duo_event("SS999").code == "SS999"
    assert duo_event("SS101").known


def test_the_words_are_plain_and_tell_no_ontheffing() -> None:
    for event in duo_events().values():
        assert not measure([f"{event.label}. {event.todo}"]).words, event.code
        assert "ontheff" not in event.label + event.todo
    for one, other in (("SS107", "SS108"), ("SS114", "SS118"), ("SS117", "SS119")):
        assert duo_event(one).label == duo_event(other).label


@pytest.mark.parametrize(
    ("before", "after", "wrong"),
    [
        ('code = "SS101"', 'code = "ss101"', "kan geen code"),
        ('code = "SS128"', 'code = "SS101"', "staat er al"),
        ('groep = "vestiging"', 'groep = "vestigen"', "bedoelt u «vestiging»"),
        ('ask = ["termijn"]', 'ask = ["termijnen"]', "bedoelt u «termijn»"),
        ('ask = ["termijn"]', "ask = []", "lijst van woorden"),
        ('soorten = ["voldaan"]', 'soorten = ["voldoen"]', "bedoelt u «voldaan»"),
        ('article = "Wi 24:1"', 'article = "Wi 99"', "kan hier niet"),
        ("todo =", "doen =", "onbekend veld"),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(
    tmp_path: Path, before: str, after: str, wrong: str
) -> None:
    path = tmp_path / "codes.toml"
    path.write_text(HOME.read_text("utf-8").replace(before, after, 1), "utf-8")
    with pytest.raises(TomlError, match=wrong):
        read_events(path)
