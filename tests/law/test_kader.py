"""The questions of the brede intake: read as they hold, refused with file and line."""

from datetime import date
from pathlib import Path

import pytest

from meedoen.law.antwoord import checked_answer, languages, spoken_answer
from meedoen.law.kader import HOME, kader_of
from meedoen.law.kader_file import read_kader
from meedoen.law.plain_language import measure
from meedoen.law.reading import TomlError
from meedoen.law.vraag import DAG, GETAL, JANEE, TALEN, TEKST, Kader, Vraag
from meedoen.rules.facts import Facts

ON = date(2026, 11, 23)
GOOD = """naam = "Kader"
[[versie]]
naam = "1"
from = 2022-01-01
[[versie]]
naam = "2"
from = 2026-01-01
[[schaal]]
naam = "hoe"
opties = [{ naam = "niet" }, { naam = "wel", label = "Wel", anker = "Doet het voor." }]
[[onderdeel]]
naam = "talen"
label = "Talen"
help = "Vraag naar talen."
article = "Bi 5.2:1a"
in_kaart = "taalniveau_in_kaart"
[[onderdeel.vragen]]
naam = "lezen"
label = "Leest u?"
soort = "schaal"
schaal = "hoe"
article = "Bi 5.2:1a"
until = 2026-06-01
[[onderdeel.vragen]]
naam = "nieuw"
label = "Leest u goed?"
soort = "janee"
article = "Bi 5.2:1a"
from = 2026-06-01
[[onderdeel.vragen]]
naam = "meer"
label = "Vertel"
soort = "tekst"
lang = 100
article = "Bi 5.2:1a"
"""
OWN = """gemeente = "Voorbeeldstad"
[[vraag]]
onderdeel = "talen"
naam = "eigen_vraag"
label = "Kent u het wijkhuis?"
soort = "janee"
article = "Bi 5.2:1a"
from = 2026-03-01
"""


def read(folder: Path, text: str = GOOD, own: str = "", on: date = ON) -> Kader:
    (folder / "landelijk.toml").write_text(text, "utf-8")
    (folder / "gemeenten").mkdir(exist_ok=True)
    if own:
        (folder / "gemeenten" / "9999.toml").write_text(own, "utf-8")
    return read_kader(folder, 9999, on)


def test_the_questions_of_a_day_are_those_of_its_version(tmp_path: Path) -> None:
    now, then = read(tmp_path), read(tmp_path, on=date(2025, 5, 1))
    assert (now.versie, [v.naam for v in now.vragen()]) == ("2", ["nieuw", "meer"])
    assert (then.versie, [v.naam for v in then.vragen()]) == ("1", ["lezen", "meer"])
    with pytest.raises(LookupError, match="2021-01-01"):
        read(tmp_path, on=date(2021, 1, 1))


def test_a_free_text_without_a_class_is_special(tmp_path: Path) -> None:
    meer = next(v for v in read(tmp_path).vragen() if v.naam == "meer")
    assert meer.bijzonder


def test_a_municipality_adds_questions_from_a_day(tmp_path: Path) -> None:
    assert [v.naam for v in read(tmp_path, own=OWN).vragen() if v.eigen] == ["eigen_vraag"]
    assert read(tmp_path, own=OWN).versie == "2+9999"
    assert not [v for v in read(tmp_path, own=OWN, on=date(2026, 2, 1)).vragen() if v.eigen]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('naam = "eigen_vraag"', 'naam = "nieuw"', "begint met eigen_"),
        ('"talen"', '"taal"', "«taal» kan hier niet; bedoelt u «talen»?"),
        ("from = 2026-03-01", 'fact = "vve_verkend"', "geen feit van de regels"),
        ("from = 2026-03-01", "", "hier hoort een dag"),
        ("[[vraag]]", "[[onderdeel]]", "onbekend veld"),
    ],
)
def test_a_municipality_changes_nothing_of_the_others(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    with pytest.raises(TomlError, match=message):
        read(tmp_path, own=OWN.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('soort = "janee"', 'soort = "jane"', "bedoelt u «janee»"),
        ("Bi 5.2:1a", "Bi 99:1", "«Bi 99:1» kan hier niet"),
        ('schaal = "hoe"', 'schaal = "hoo"', "bedoelt u «hoe»"),
        ('schaal = "hoe"\n', "", "hier horen opties"),
        ('soort = "janee"', 'soort = "janee"\nschaal = "hoe"', "hier horen geen opties"),
        ("lang = 100", "", "een geheel getal"),
        ('"nieuw"', '"meer"', "«meer» staat er twee keer"),
        ('"nieuw"', '"Nieuw"', "kleine letters"),
        ("label =", "lable =", "onbekend veld"),
        ('"taalniveau_in_kaart"', '"taalniveau_in_kart"', "bedoelt u «taalniveau_in_kaart»"),
        ('"taalniveau_in_kaart"', '"toets_op"', "is geen antwoord"),
        ('soort = "janee"', 'soort = "janee"\nfact = "toets_op"', "is geen antwoord"),
        (
            'soort = "schaal"',
            'soort = "schaal"\nfact = "vve_verkend"',
            "alleen een vraag met janee",
        ),
        ('"janee"', '"janee"\nprivacy = "bijzonder"\nfact = "vve_verkend"', "nooit een feit"),
        ('naam = "niet"', 'naam = "wel"', "elke optie één keer"),
    ],
)
def test_a_wrong_frame_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in GOOD
    with pytest.raises(TomlError, match=message):
        read(tmp_path, GOOD.replace(old, new))


@pytest.mark.brief("L34")
@pytest.mark.brief("L47")
def test_everything_that_law_and_letter_ask_has_a_section() -> None:
    kader = kader_of(9998, ON)
    proof = {each.in_kaart for each in kader.onderdelen} - {""}
    asked = {fact.name for fact in Facts.all() if fact.name.endswith("_in_kaart")}
    law = {"onderwijs_en_werk_onderzocht", "omstandigheden_verkend", "vve_verkend"}
    assert proof == asked | law
    assert {each.brief for each in kader.onderdelen} >= {f"L{n}" for n in (36, 37, 38, 39, 40)}
    assert {each.brief for each in kader.onderdelen} >= {"L41", "L42", "L43", "L44"}


def test_health_is_asked_in_special_questions_only_and_crime_nowhere() -> None:
    kader = kader_of(9998, ON)
    health = kader.onderdeel("gezondheid")
    assert health is not None
    assert health.bijzonder
    words = " ".join(option.naam for vraag in kader.vragen() for option in vraag.opties)
    assert "Justitie" not in words
    for vraag in kader.vragen():
        if {"Verslaving", "Psychische gezondheid"} & {o.naam for o in vraag.opties}:
            assert vraag.bijzonder


def test_the_questions_are_plain() -> None:
    said = []
    for code in (9998, 9999):
        for each in kader_of(code, ON).onderdelen:
            said += [each.label, each.help]
            for vraag in each.vragen:
                said += [vraag.label, vraag.help, *(o.label for o in vraag.opties)]
                said += [o.anker for o in vraag.opties]
    found = measure([text for text in said if text])
    assert not found.long
    assert not found.words
    assert not found.banned
    assert not found.wordy


def _vraag(soort: str, **more: int) -> Vraag:
    return Vraag("v", "V", soort, "Wi 14:3", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("vraag", "raw", "words"),
    [
        (_vraag(JANEE), "ja", "ja"),
        (_vraag(DAG), "2026-03-16", "16 maart 2026"),
        (_vraag(GETAL, meest=30), "9", "9"),
        (_vraag(TEKST, lang=10), " kort ", "kort"),
        (
            _vraag(TALEN),
            languages([["Tigrinya", "goed", "goed", "", "niet"], ["", "", "", "", ""]]),
            "Tigrinya (spreken goed, verstaan goed, schrijven niet)",
        ),
    ],
)
def test_an_answer_is_kept_and_said_in_one_way(vraag: Vraag, raw: str, words: str) -> None:
    kept = checked_answer(vraag, raw)
    assert checked_answer(vraag, kept) == kept
    assert spoken_answer(vraag, kept) == words


@pytest.mark.parametrize(
    ("vraag", "raw"),
    [
        (_vraag(JANEE), "misschien"),
        (_vraag(DAG), "16-3-2026"),
        (_vraag(GETAL, meest=30), "31"),
        (_vraag(TEKST, lang=3), "vier"),
        (_vraag(TEKST, lang=9), "a\x00b"),
        (_vraag(TALEN), '[["Tigrinya", "prima", "", "", ""]]'),
        (_vraag(TALEN), '[["", "goed", "", "", ""]]'),
        (_vraag(TALEN), "[1, 2, 3, 4, 5, 6, 7]"),
    ],
)
def test_what_is_no_answer_is_refused(vraag: Vraag, raw: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        checked_answer(vraag, raw)


def test_the_files_are_read_as_they_stand() -> None:
    assert (HOME / "landelijk.toml").is_file()
    assert len(list(kader_of(9999, ON).vragen())) == len(list(kader_of(9998, ON).vragen())) + 1
