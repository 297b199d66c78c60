"""The rule book in Meedoen: for every role, of the own municipality, and every link holds."""

import re
from urllib.parse import unquote

import pytest
from django.test import Client
from tests.apps.browsing import few_queries, get
from tests.apps.visitor import visitor
from tests.dossier.makers import ELDERS, HIER, dossier_for, team

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.config.regelboek_page import book_of, rule_address
from meedoen.dossier.explanation import explain
from meedoen.dossier.models import Dossier

pytestmark = pytest.mark.usefixtures("db")
RULE = "persoonlijk_plan.uiterste_dag"


@pytest.fixture
def client() -> Client:
    return visitor(team(HIER, Rol.FINANCIEEL)[Rol.FINANCIEEL])


def test_a_role_without_cases_reads_it_in_few_queries(client: Client) -> None:
    for page in ("", "persoonlijk_plan/", "getallen/", "feiten/", "lezingen/"):
        with few_queries():
            text = get(client, f"/regelboek/{page}")
        assert 'aria-label="Regelboek"' in text
    assert 'aria-current="true">Regelboek' in text  # in the menu, above the page of the readings


def test_without_a_login_it_asks_for_one() -> None:
    answer = Client().get("/regelboek/persoonlijk_plan/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/inloggen/")


@pytest.mark.parametrize("page", ["bestaat_niet/", "persoonlijk_plan/x/", "index/"])
def test_what_is_no_page_of_the_book_is_not_there(client: Client, page: str) -> None:
    get(client, f"/regelboek/{page}", status=404)


def test_every_link_inside_the_book_leads_somewhere(client: Client) -> None:
    _, book = book_of("wi2021", HIER)
    names = ("", "getallen/", "feiten/", "lezingen/", *(f"{each.name}/" for each in book))
    texts = {f"/regelboek/{name}": get(client, f"/regelboek/{name}") for name in names}
    there = {
        (page, anchor)
        for page, text in texts.items()
        for anchor in re.findall(r' id="([^"]+)"', text)
    }
    for page, text in texts.items():
        for link in re.findall(r'href="([^"]*)"', text):
            path, _, anchor = unquote(link).partition("#")
            if path.startswith("/regelboek/") or (not path and anchor):
                place = path or page
                assert place in texts, link
                assert not anchor or (place, anchor) in there, (page, link)


def test_the_stelsel_of_the_municipality_comes_first() -> None:
    client = visitor(team(ELDERS, Rol.FINANCIEEL)[Rol.FINANCIEEL])
    (title, law), *others = book_of("hoofdlijnen2018", ELDERS)[0]
    assert law.stelsel == "hoofdlijnen2018"
    assert [each.stelsel for _, each in others] == ["wi2021"]
    assert f"zoals Voorbeeld {ELDERS} ze gebruikt: {title}." in get(client, "/regelboek/")


def test_search_finds_a_rule_by_word_and_article(client: Client) -> None:
    text = get(client, "/regelboek/?q=bi+5.3+uiterste")
    assert "gevonden</h2>" in text
    assert "/regelboek/persoonlijk_plan/#uiterste_dag" in text
    assert "0 regels gevonden" in get(client, "/regelboek/?q=onzinwoordje")
    assert "<script>x" not in get(client, "/regelboek/?q=<script>x")


def test_the_numbers_on_a_day_are_those_of_that_day(client: Client) -> None:
    at = "/regelboek/getallen/?op_dag=1&op_maand=7&op_jaar={}"
    before, now, long_ago = (get(client, at.format(year)) for year in (2022, 2025, 1950))
    assert "De getallen op 1 juli 2022" in before
    assert _row(before, "pensioengerechtigde_leeftijd") != _row(now, "pensioengerechtigde_leeftijd")
    assert "Bron" in now
    assert "geldt niet op deze dag" in _row(long_ago, "pensioengerechtigde_leeftijd")
    wrong = get(client, at.format(20), status=400)
    assert 'value="20"' in wrong


def _row(text: str, number: str) -> str:
    return text.partition(f'<tr id="getal-{number}">')[2].partition("</tr>")[0]


def test_an_explanation_leads_into_the_book() -> None:
    actor = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    made = dossier_for(actor)
    with as_actor(actor):
        dossier = Dossier.objects.select_related("gemeente").get(pk=made.pk)
        found = explain(dossier, RULE, on=made.laatste_at.date())  # type: ignore[union-attr]
        first = rule_address(dossier.gemeente, found.lines[0])
    assert first == "/regelboek/persoonlijk_plan/#uiterste_dag"
    text = get(visitor(actor), f"/dossiers/{made.pk}/waarom/{RULE}/")
    assert first in text
    assert "/regelboek/getallen/#getal-" in text
    assert "wetten.overheid.nl" in text
