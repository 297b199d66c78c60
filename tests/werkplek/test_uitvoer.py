"""The work list as a file: what is in it, for whom, that it is a look, and never a formula."""

import csv
import io
import zipfile
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.apps.browsing import few_queries
from tests.apps.visitor import visitor
from tests.dossier.makers import ELDERS, HIER, ON, Team, dossier_for, later, team

from meedoen.accounts.actor import Actor
from meedoen.accounts.models import Gemeente, Medewerker
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.accounts.spreadsheet import as_csv, as_xlsx
from meedoen.dossier.actions.circumstances import set_safe_contact
from meedoen.logboek.models import Logregel
from meedoen.werkplek import uitvoer
from meedoen.werkplek.filter import WerkFilter
from meedoen.werkplek.uitvoer import HEAD, TooManyError, worklist_file

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CSV, XLSX = "/werklijst.csv", "/werklijst.xlsx"


@pytest.fixture
def people(db: None) -> Team:
    return team(HIER)


def _rows(client: Any, address: str = CSV) -> list[list[str]]:
    answer = client.get(address)
    assert answer.status_code == 200, answer.content[:500]
    assert answer["Content-Disposition"].startswith('attachment; filename="werklijst-99')
    text = answer.content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def _cells(content: bytes) -> list[list[str]]:
    """The texts and numbers of the one sheet of a workbook; a formula fails."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        shared = ET.fromstring(book.read("xl/sharedStrings.xml"))  # noqa: S314 - our own file
        texts = ["".join(t.text or "" for t in each.iter(f"{SHEET}t")) for each in shared]
        sheet = ET.fromstring(book.read("xl/worksheets/sheet1.xml"))  # noqa: S314
        assert "xl/worksheets/_rels/sheet1.xml.rels" not in book.namelist()  # no links
    assert not list(sheet.iter(f"{SHEET}f"))
    return [
        [
            texts[int(cell.findtext(f"{SHEET}v") or 0)]
            if cell.get("t") == "s"
            else (cell.findtext(f"{SHEET}v") or "")
            for cell in row
        ]
        for row in sheet.iter(f"{SHEET}row")
    ]


def test_the_file_has_a_line_per_item_with_the_day_and_the_choice(people: Team) -> None:
    actor = people[Rol.KLANTMANAGER]
    made = [dossier_for(actor, name) for name in ("Selam Tesfay", "=Omar Haddad")]
    dossier_for(people[Rol.TEAMLEIDER], "Niet Zichtbaar")
    client = visitor(actor)
    with few_queries():
        rows = _rows(client)
    assert tuple(rows[0]) == HEAD
    assert {row[0] for row in rows[1:]} == {each.nummer for each in made}
    names = {row[1] for row in rows[1:]}
    assert "Selam Tesfay" in names
    assert not [row for row in rows[1:] if any(cell.startswith("=") for cell in row)]
    assert {row[-1] for row in rows[1:]} == {"alles"}
    assert all(date.fromisoformat(row[-2]) for row in rows[1:])
    mine = _rows(client, f"{CSV}?van=mijn")
    assert {row[-1] for row in mine[1:]} == {"Van wie? Mijn dossiers"}


def test_the_workbook_says_the_same_and_holds_no_formula(people: Team) -> None:
    actor = people[Rol.KLANTMANAGER]
    Medewerker.objects.filter(pk=actor.official).update(naam="=1+1")
    dossier_for(actor, "+Omar Haddad")
    client = visitor(actor)
    cells = _cells(client.get(XLSX).content)
    assert tuple(cells[0]) == HEAD
    assert [row[0] for row in cells[1:]] == [row[0] for row in _rows(client)[1:]]
    assert {row[2] for row in cells[1:]} == {"=1+1"}


def test_everybody_in_it_is_a_line_of_the_log(people: Team) -> None:
    actor = people[Rol.KLANTMANAGER]
    for name in ("Selam Tesfay", "Omar Haddad"):
        dossier_for(actor, name)
    _rows(visitor(actor))
    with as_actor(people[Rol.FG]):
        lines = list(Logregel.objects.filter(naam="de werklijst als bestand meenemen"))
    assert sum(each.betrokkene is not None for each in lines) == 2
    assert {each.vorm for each in lines} == {"bestand"}


def test_safe_contact_is_told_and_no_address(people: Team) -> None:
    actor = people[Rol.KLANTMANAGER]
    dossier = dossier_for(actor, "Selam Tesfay")
    with as_actor(actor):
        set_safe_contact(dossier.pk, {"kanaal": "06 12345678"}, on=ON, at=later(1))
    rows = _rows(visitor(actor))
    assert {row[HEAD.index("veilig contact")] for row in rows[1:]} == {"ja"}
    assert "06 12345678" not in str(rows)


def test_only_some_roles_take_it_and_only_their_own_municipality(people: Team) -> None:
    dossier_for(people[Rol.KLANTMANAGER])
    for rol in (Rol.INKOMENSCONSULENT, Rol.MAATSCHAPPELIJK_BEGELEIDER, Rol.FG, Rol.BEHEERDER):
        assert visitor(people[rol]).get(CSV).status_code == 403
    elsewhere = team(ELDERS, Rol.TEAMLEIDER)
    assert len(_rows(visitor(elsewhere[Rol.TEAMLEIDER]))) == 1
    assert len(_rows(visitor(people[Rol.TEAMLEIDER]))) > 1


def test_a_wrong_choice_gives_no_file(people: Team) -> None:
    dossier_for(people[Rol.KLANTMANAGER])
    for address in (CSV, XLSX):
        answer = visitor(people[Rol.KLANTMANAGER]).get(f"{address}?signaal=bestaat-niet")
        assert answer.status_code == 400
        assert "Er is geen bestand gemaakt" in answer.content.decode()
        assert "Content-Disposition" not in answer


def test_too_many_lines_give_a_page_that_says_so(
    people: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    actor = people[Rol.KLANTMANAGER]
    for name in ("Selam Tesfay", "Omar Haddad"):
        dossier_for(actor, name)
    monkeypatch.setattr(uitvoer, "MOST", 1)
    with as_actor(actor), pytest.raises(TooManyError):
        _file(actor)
    page = visitor(actor).get(CSV, follow=True)
    assert "Kies een deel" in page.content.decode()


def _file(actor: Actor) -> None:
    gemeente = Gemeente.objects.get(pk=HIER)
    worklist_file(actor, gemeente, on=ON, chosen=WerkFilter(), words="alles")


TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)


@given(st.lists(st.lists(TEXT, min_size=2, max_size=2), max_size=4))
def test_what_is_typed_is_read_back_and_never_computed(rows: list[list[str]]) -> None:
    read = list(
        csv.reader(io.StringIO(as_csv(rows).decode("utf-8-sig"), newline=""), delimiter=";")
    )
    assert [[cell.removeprefix("'") for cell in row] for row in read] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]
    assert not [c for row in read for c in row if c[:1] in {"=", "+", "-", "@", "\t", "\r", "\n"}]


def test_days_and_numbers_are_days_and_numbers_in_the_workbook() -> None:
    cells = _cells(as_xlsx(("a", "b", "c"), [(date(2026, 3, 16), 7, "7"), (None, 0, "")], name="x"))
    assert cells == [["a", "b", "c"], ["46097", "7", "7"], ["0"]]
