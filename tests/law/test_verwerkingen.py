"""The register of processing activities: complete, grounded, and to be laid over."""

from pathlib import Path

import pytest

from meedoen.law.loader import HOME
from meedoen.law.reading import TomlError
from meedoen.law.verwerkingen import BIJZONDER, uri_of, verwerkingen

OWN = """
uri = "https://voorbeeldstad.example/verwerkingen"
[[verwerking]]
naam = "zoeken"
titel = "Zoeken"
doel = "Een dossier vinden."
grond = ["AVG 6:1e", "Wi 36"]
betrokkenen = ["inburgeraars"]
gegevens = ["naam"]
ontvangers = ["klantmanagers"]
bewaren = "Niet."
bewaren_bron = ["AVG 5:1e"]
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "verwerkingen.toml").write_bytes((HOME / "verwerkingen.toml").read_bytes())
    (tmp_path / "verwerkingen").mkdir()
    return tmp_path


def _own(home: Path, text: str) -> None:
    (home / "verwerkingen" / "0344.toml").write_text(text, "utf-8")


def test_special_categories_rest_on_article_37_and_on_nothing_else() -> None:
    special = {each.naam for each in verwerkingen().named.values() if each.bijzonder}
    assert special == {BIJZONDER}
    grond = verwerkingen().named[BIJZONDER].grond
    assert {"AVG 9:2g", "Wi 37:2a", "Wi 37:2b"} <= set(grond)


def test_texts_are_sentences_and_lists_are_not() -> None:
    for each in verwerkingen().named.values():
        assert each.doel.endswith("."), each.naam
        assert each.bewaren.endswith("."), each.naam
        assert not each.titel.endswith("."), each.naam


def test_a_municipality_lays_its_own_words_over_it(home: Path) -> None:
    _own(home, OWN)
    own, others = verwerkingen(344, home), verwerkingen(363, home)
    assert own.named["zoeken"].doel == "Een dossier vinden."
    assert own.named["brieven"] == others.named["brieven"]
    assert own.uri == "https://voorbeeldstad.example/verwerkingen"
    assert others == verwerkingen(None, home)


def test_the_name_for_others_holds_the_municipality() -> None:
    assert uri_of("zoeken", gemeente=344) == "urn:x-meedoen:verwerking:0344:zoeken"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Wi 36", "Wi 3600", r"0344.toml:7: .*grond: «Wi 3600» is geen artikel; bedoelt u"),
        ('"AVG 6:1e", ', "", "noem een grond van AVG 6"),
        ('"AVG 6:1e", ', '"AVG 6:1e", "AVG 9:2g", ', "alleen die, hebben ook een grond van AVG 9"),
        ('["naam"]', "[]", "gegevens: hier hoort een lijst van teksten"),
        ('doel = "Een', 'dol = "Een', "onbekend veld; bedoelt u «doel»"),
        ('"zoeken"', '"Zoeken!"', "kleine letters"),
        ('"Niet."', "3", "bewaren: hier hoort een tekst"),
        ('bewaren_bron = ["AVG 5:1e"]', 'bewaren_bron = ["AVG 5:1e"]\nbijzonder = 1', "true of"),
        ("\n[[verwerking]]", OWN[OWN.index("\n[[") :] + "[[verwerking]]", "«zoeken» staat er al"),
    ],
)
def test_what_is_wrong_is_refused_with_its_line(home: Path, old: str, new: str, said: str) -> None:
    assert old in OWN
    _own(home, OWN.replace(old, new, 1))
    with pytest.raises(TomlError, match=said):
        verwerkingen(344, home)
