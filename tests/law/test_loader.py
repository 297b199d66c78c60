"""The loaders: what is right is read, what is wrong is refused with file, line and a hint."""

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.law.facts_file import read_facts
from meedoen.law.loader import HOME, load_law
from meedoen.law.reading import TomlError
from meedoen.rules.choices import Doelgroep
from meedoen.rules.column import Kind, constant

STELSEL = 'name = "t"\ntitle = "T"\nfrom = 2022-01-01\nfiles = ["n.toml"]\n'
GOOD = """[duur]
meaning = "hoe lang"
unit = "maanden"
article = "Wi 11:1"
values = [{ from = 2022-01-01, value = 36, source = "Wi" }]
"""


def home(folder: Path, numbers: str, stelsel: str = STELSEL) -> Path:
    """A folder of law with one stelsel and one file of numbers."""
    (folder / "stelsels").mkdir(exist_ok=True)
    (folder / "stelsels" / "t.toml").write_text(stelsel, "utf-8")
    (folder / "n.toml").write_text(numbers, "utf-8")
    load_law.cache_clear()
    return folder


def test_a_good_file_is_read(tmp_path: Path) -> None:
    law = load_law("t", None, home(tmp_path, GOOD))
    number = law.number("duur")
    assert (number.file, number.line, number.article) == ("n.toml", 1, "Wi 11:1")
    assert law.in_force(constant(date(2024, 1, 1), Kind.DAY)).duur.plain() == 36


def test_the_version_of_the_law_follows_its_files(tmp_path: Path) -> None:
    first = load_law("t", None, home(tmp_path, GOOD)).version
    assert first == load_law("t", None, home(tmp_path, GOOD)).version
    assert first != load_law("t", None, home(tmp_path, GOOD.replace("36", "37"))).version


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            'unit = "maanden"',
            'unit = "maand"',
            "n.toml:3: duur.unit: onbekende eenheid «maand»; ",
        ),
        ("meaning", "meening", "n.toml:2: duur.meening: onbekend veld; bedoelt u «meaning»"),
        ("value = 36", 'value = "lang"', "«lang» is geen heel getal"),
        ("value = 36", "value = true", "is geen heel getal"),
        ("from = 2022-01-01", 'from = "2022"', "hier hoort een dag te staan"),
        (', source = "Wi"', "", "hier hoort een tekst te staan"),
        ("from = 2022-01-01", "from = 2022-01-01, until = 2021-01-01", "ligt niet na 2022-01-01"),
        ('source = "Wi"', 'source = "Wi", confidence = "zeker"', "«zeker» kan niet; toegestaan"),
        ("value = 36", "bands = [[0, 1]]", "hoort bij een tabel"),
        ("values =", "argument = 'uren'\nvalues =", "hoort bij een tabel"),
        ("values = [", "values = [ 3, ", "hier hoort een tabel te staan"),
        ("values = [", "values = 3 # [", "hier hoort een lijst te staan"),
        (GOOD, GOOD.split("values", maxsplit=1)[0], "hier hoort ten minste een waarde te staan"),
        (GOOD, GOOD + GOOD, "is geen goede TOML"),
        (GOOD, "duur = 3", "hier hoort een tabel te staan"),
        (GOOD, '[[feestdag]]\nname = "x"\nbasis = "y"\nmonth = 2\nday = 30', "bestaat niet"),
        (GOOD, '[[feestdag]]\nname = "x"\nbasis = "y"\nmaand = 2', "onbekend veld"),
        (
            "values = [{",
            'values = [{ from = 2023-01-01, value = 1, source = "x" }, {',
            "in de volgorde van hun begindag",
        ),
    ],
)
def test_a_wrong_number_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(TomlError) as caught:
        load_law("t", None, home(tmp_path, GOOD.replace(old, new, 1)))
    assert message in str(caught.value)
    assert "n.toml" in str(caught.value)


def test_a_wrong_stelsel_names_the_nearest() -> None:
    with pytest.raises(TomlError, match="bedoelt u «wi2021»"):
        load_law("wi2012")


def test_a_stelsel_names_files_that_are_there(tmp_path: Path) -> None:
    with pytest.raises(TomlError, match=r"het bestand «weg.toml» is er niet"):
        load_law("t", None, home(tmp_path, GOOD, STELSEL.replace("n.toml", "weg.toml")))


def test_a_number_stands_in_one_file(tmp_path: Path) -> None:
    folder = home(tmp_path, GOOD, STELSEL.replace('["n.toml"]', '["n.toml", "m.toml"]'))
    (folder / "m.toml").write_text(GOOD, "utf-8")
    with pytest.raises(TomlError, match=r"m.toml:1: duur: staat ook al in n.toml"):
        load_law("t", None, folder)


MUNICIPAL = GOOD.replace("values", "municipal = true\n#")


def test_a_municipality_lays_its_choice_over_the_law(tmp_path: Path) -> None:
    folder = home(tmp_path, MUNICIPAL)
    (folder / "gemeenten").mkdir()
    choice = '[duur]\nvalues = [{ from = 2024-01-01, value = 9, source = "verordening" }]\n'
    (folder / "gemeenten" / "9999.toml").write_text('gemeente = "Demo"\n' + choice, "utf-8")
    day = constant(date(2024, 6, 1), Kind.DAY)
    assert load_law("t", None, folder).in_force(day).duur.plain() is None
    assert load_law("t", "9999", folder).in_force(day).duur.plain() == 9
    (folder / "gemeenten" / "9998.toml").write_text(choice.replace("duur", "duren"), "utf-8")
    with pytest.raises(TomlError, match="een gemeente kiest dit niet; bedoelt u «duur»"):
        load_law("t", "9998", folder)


def test_the_law_itself_is_read() -> None:
    law = load_law("wi2021")
    assert len(law.numbers) > 50
    for number in law.numbers.values():
        assert number.meaning
        assert all(v.source for v in number.versions)
        assert number.open or all(
            v.confidence != "open" or v.value is None for v in number.versions
        )


def facts_file(folder: Path, text: str) -> Path:
    path = folder / "persoon.toml"
    path.write_text(text, "utf-8")
    return path


def test_facts_are_read(tmp_path: Path) -> None:
    text = 'geboren_op = 1990-05-01\nverhuisd = "nee"\nwacht_op_derde = true\n'
    text += 'doelgroep = "asielstatushouder"\ncursusuren = 12\nknm_behaald = "onbekend"\n'
    expected = {
        "geboren_op": date(1990, 5, 1),
        "verhuisd": False,
        "wacht_op_derde": True,
        "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
        "cursusuren": 12,
    }
    assert read_facts(facts_file(tmp_path, text)) == expected
    assert read_facts(facts_file(tmp_path, "[facts]\n" + text)) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x = 1\ngeboren = 1990-01-01", "persoon.toml:1: x: onbekend veld"),
        ("geboren = 1990-01-01", "bedoelt u «geboren_op»"),
        ("geboren_op = 1990", "«1990» is geen dag; schrijf bijvoorbeeld 2024-03-16"),
        ("geboren_op = 1990-01-01T10:00:00", "is geen dag"),
        ("kennisgeving_op = 2021-12-31", "toegestaan: 2022-01-01 tot en met 2099-12-31"),
        ("taalexamens_behaald = 5", "toegestaan: 0 tot en met 4"),
        ("cursusuren = -1", "-1 kan niet"),
        ("cursusuren = 1.5", "is geen heel getal (uren)"),
        ("verhuisd = 1", "is geen antwoord; toegestaan: ja, nee, onbekend"),
        ('doelgroep = "asiel"', "«asiel» kan hier niet; "),
        ('leerroute = "B2-route"', "bedoelt u «B1-route»"),
        ("verblijfsrecht = 3", "«3» kan hier niet; toegestaan: asiel bepaalde tijd"),
        ("in_nederland_sinds = 2024-02-01\ndiploma_behaald_op = 2024-01-01", "ligt voor in_nederl"),
        ("geboren_op = 2024-01-01\nkennisgeving_op = 2023-01-01", "ligt voor de geboorte"),
        (
            'doelgroep = "asielstatushouder"\nverblijfsrecht = "unierecht"',
            "persoon.toml:2: verblijfsrecht: spreekt doelgroep tegen: iemand met dit",
        ),
        ("a = ", "is geen goede TOML"),
    ],
)
def test_wrong_facts_are_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(TomlError) as caught:
        read_facts(facts_file(tmp_path, text))
    assert message in str(caught.value)


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(b"a = '\xff\xfe'")
    with pytest.raises(TomlError, match="geen tekst in UTF-8"):
        read_facts(path)
    with pytest.raises(TomlError, match="kan niet worden gelezen"):
        read_facts(tmp_path)
    with pytest.raises(TomlError, match="kan niet worden gelezen"):
        read_facts(tmp_path / "weg.toml")


@given(st.binary(max_size=200))
def test_any_bytes_give_facts_or_a_clear_error(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "noise.toml"
    path.write_bytes(noise)
    with suppress(TomlError):
        read_facts(path)


words = st.sampled_from(
    ["duur", "meaning", "unit", "maanden", "article", "values", "from", "value", "source", "bands"]
)
leaves = st.one_of(
    words, st.integers(-3, 3), st.booleans(), st.dates().map(str), st.just("2022-01-01")
)


def toml(value: object) -> str:
    """A value as TOML, with days bare."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k} = {toml(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(toml(v) for v in value) + "]"
    if isinstance(value, str) and not value[:1].isdigit():
        return f'"{value}"'
    return str(value).lower()


shapes = st.recursive(
    leaves,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(words, inner, max_size=4)),
)


@given(st.dictionaries(words, shapes, max_size=4))
def test_any_shape_of_numbers_gives_a_law_or_a_clear_error(
    tmp_path_factory: pytest.TempPathFactory, content: dict[str, object]
) -> None:
    text = "\n".join(f"{key} = {toml(value)}" for key, value in content.items())
    folder = home(tmp_path_factory.getbasetemp(), text)
    with suppress(TomlError):
        load_law("t", None, folder)


def test_every_file_of_the_law_is_used() -> None:
    stelsels = [path.stem for path in (HOME / "stelsels").glob("*.toml")]
    used = {number.file for name in stelsels for number in load_law(name).numbers.values()}
    there = {path.name for path in HOME.glob("*.toml")}
    registers = {"verwerkingen.toml", "duo_gebeurtenissen.toml", "duo_meldingen.toml"}
    assert there - used == {"algemene_termijnenwet.toml", *registers}
