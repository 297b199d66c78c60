"""The morning of a klantmanager: the first five items worked off, and a besluit that goes out."""

import re
from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.browser.served import served
from tests.database import set_up
from tests.letters.pdf_text import bare, opened, text_of

set_up()  # the other tests of this folder need no Django

ME, CHIEF = "j.dewit", "s.ramdin"
PEOPLE = {"omar", "bilal", "selam", "natnael"}
HALL = "het stadhuis, Raadhuisplein 1"
SUMMONS = {"tijd": "18.30 uur", "plaats": HALL, "oproepen": "3"}
SUMMONS |= dict(zip(("dag_dag", "dag_maand", "dag_jaar"), ("8", "12", "2026"), strict=True))
SUMMONS |= {"laatste_dag_dag": "15", "laatste_dag_maand": "12", "laatste_dag_jaar": "2026"}
PLAN = {
    "uren": "12",
    "intensiteit": "In de ochtend",
    "begeleiding": "Uw klantmanager spreekt u elke maand.",
    "pvt": "Vier ochtenden in het buurthuis, in het voorjaar",
    "map": "Veertig uur bij een bedrijf in de buurt",
    "gesprekken": "4",
    "motivering": "U wilt werken en u leert snel. Uw jongste kind is dan op de opvang.",
}


@pytest.fixture
def address(committed_db: str) -> Iterator[str]:
    """The demo on its day, with a few of its people."""
    from django.test import override_settings
    from django.utils import timezone

    from meedoen.accounts.actions import set_demo_day
    from meedoen.config.settings import DEMO_TODAY
    from meedoen.config.voorbeeld.build import live
    from meedoen.config.voorbeeld.numbers import Numbers
    from meedoen.config.voorbeeld.story_file import read_stories

    live([each for each in read_stories(Numbers()) if each.key in PEOPLE], lambda *_: None)
    set_demo_day(DEMO_TODAY, at=timezone.now())
    with override_settings(DEMO=True), served() as where:
        yield where


def test_a_klantmanager_works_off_the_first_five_items(browser: Browser, address: str) -> None:
    page = browser.new_page(base_url=address, viewport={"width": 1440, "height": 900})
    page.set_default_timeout(20_000)
    _log_in(page, ME)
    first = [row.locator("th a").inner_text() for row in page.locator("tr.werk").all()[:5]]
    assert first == ["Omar H.", "Natnael T.", "Omar H.", "Bilal N.", "Selam T."]

    _judge(page, _row(page, "Beoordeel de oproep"))
    expect(_row(page, "Beoordeel de oproep")).to_have_count(0)
    _move_in(page, _row(page, "De woning moest er"))
    expect(_row(page, "De woning moest er")).to_have_count(0)
    plan = _row(page, "Het PIP moet er zijn op 10 augustus 2026")
    _summon(page, plan)
    expect(plan).to_contain_text("Leg de intake vast")
    plan = _row(page, "Het PIP moet er zijn op 14 september 2026")
    _record(page, plan, "Leg de intake vast")
    expect(plan).to_contain_text("Maak het PIP")

    plan = _row(page, "Het PIP moet er zijn op 23 november 2026")
    _why(page, plan)
    plan.get_by_role("link", name="Maak het PIP").click()
    _choose_route(page)
    _propose_plan(page)
    page.get_by_role("button", name="Log uit").click()

    _log_in(page, CHIEF)
    _row(page, "Wacht op een handtekening").get_by_role("link", name="Lees en onderteken").click()
    _sign_and_post(page)
    _read(page)
    page.goto("/")
    expect(plan).to_have_count(0)
    page.close()


def _log_in(page: Page, who: str) -> None:
    page.goto("/inloggen/")
    page.get_by_label("E-mailadres").fill(f"{who}@voorbeeldstad.example")
    page.get_by_label("Wachtwoord").fill("voorbeeld")
    page.get_by_role("button", name="Log in").click()
    expect(page).to_have_title("Werklijst – Meedoen")


def _row(page: Page, words: str) -> Locator:
    return page.locator("tr.werk").filter(has_text=words)


def _record(page: Page, row: Locator, label: str) -> None:
    """Go where the item leads, leave everything as it is, and come back to the list."""
    row.get_by_role("link", name=label).click()
    _keep(page)


def _keep(page: Page) -> None:
    page.get_by_role("main").get_by_role("button", name="Leg vast").click()
    expect(page.get_by_text("Vastgelegd:")).to_be_visible()
    page.goto("/")


def _judge(page: Page, row: Locator) -> None:
    row.get_by_role("link", name="Leg het oordeel vast").click()
    page.get_by_role("group", name=re.compile("goede reden")).get_by_label("ja").check()
    _keep(page)


def _move_in(page: Page, row: Locator) -> None:
    row.get_by_role("link", name="Leg de verhuizing vast").click()
    page.get_by_role("group", name=re.compile("Staat ingeschreven")).get_by_label("ja").check()
    _keep(page)


def _summon(page: Page, row: Locator) -> None:
    row.get_by_role("link", name="Roep op voor de intake").click()
    _propose(page, SUMMONS)
    _sign_and_post(page)
    page.goto("/")


def _propose(page: Page, values: Mapping[str, str]) -> None:
    for name, value in values.items():
        page.locator(f"main [name={name}]").fill(value)
    page.get_by_role("button", name="Stel de brief voor").click()
    expect(page.get_by_text("voorgesteld, nog te ondertekenen")).to_be_visible()


def _choose_route(page: Page) -> None:
    """The plan asks for its leerroute first: an own judgement, then a choice."""
    page.get_by_role("link", name="Kies de leerroute").click()
    for button in ("Leg mijn oordeel vast", "Leg de keuze vast"):
        page.get_by_label("B1-route").check()
        for name in ("reden", "antwoord"):
            if page.locator(f"main [name={name}]").count():
                page.locator(f"main [name={name}]").fill("Zij leert snel.")
        page.get_by_role("button", name=button).click()
    page.get_by_role("link", name="Maak het PIP").click()


def _propose_plan(page: Page) -> None:
    """Every part, saved; then the letter makes itself."""
    page.get_by_label("Taalniveau van de examens").select_option(label="B1")
    for name, value in PLAN.items():
        page.locator(f"main [name={name}]").fill(value)
    page.get_by_role("button", name="Bewaar het plan").click()
    expect(page.get_by_text("Het plan is bewaard")).to_be_visible()
    reason = page.locator("main [name=voorstel-reden]")
    if reason.count():
        reason.fill("De opvang is geregeld; het besluit volgt.")
    page.get_by_role("button", name="Stel het plan voor").click()
    expect(page.get_by_text("voorgesteld, nog te ondertekenen")).to_be_visible()


def _why(page: Page, row: Locator) -> None:
    """From the item to its reasons, from there to the rule and its article; and back."""
    row.get_by_role("link", name="waarom?").click()
    expect(page.get_by_role("main")).to_contain_text("Besluit inburgering 2021, artikel 5.3")
    page.get_by_role("link", name="Lees de regel in het regelboek").first.click()
    expect(page).to_have_url(re.compile("/regelboek/persoonlijk_plan/#"))
    article = page.get_by_role("main").get_by_role("link", name="Bi 5.3:1").first
    expect(article).to_have_attribute("href", re.compile("wetten.overheid.nl.*artikel=5.3"))
    page.goto("/")


def _sign_and_post(page: Page) -> None:
    page.get_by_role("button", name="Onderteken").click()
    page.get_by_role("button", name="Verstuur: ik doe hem vandaag zelf op de post").click()
    expect(page.get_by_role("heading", name="Hoe de brief ging")).to_be_visible()


def _read(page: Page) -> None:
    """The letter as it went: a title, the kenmerk, and what the official wrote."""
    link = page.get_by_role("link", name="Download de brief zoals hij is verzonden")
    pdf = page.request.get(link.get_attribute("href") or "").body()
    with opened(pdf) as letter:
        assert str(letter.docinfo.Title).startswith("Uw persoonlijk plan voor inburgering")
        assert str(letter.Root.Lang) == "nl"
    words = (
        "Datum: 23 november 2026",
        "Kenmerk: 2026-",
        PLAN["motivering"],
        "bezwaar",
        "S. Ramdin",
    )
    assert not [each for each in words if bare(each) not in text_of(pdf)]
