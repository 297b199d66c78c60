"""The thread through the whole house: from a notice of DUO to a letter that is sent.

One flow in a browser, with the database as the product uses it: row-level security holds, and an
official of another municipality sees none of it. It is the first test of the suite.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.browser.served import served
from tests.chromium import violations
from tests.database import set_up
from tests.letters.pdf_text import bare, opened, text_of

set_up()
TODAY = date(2026, 11, 16)
NOTICE = Path(__file__).parent / "apps" / "bericht.json"
WOORD = "een heel lang wachtwoord"
HERE, ELSEWHERE = "j.dewit@voorbeeldstad.example", "w.postma@briefdorp.example"
WRITTEN = {
    "Uren les per week": "12",
    "Hoe helpt en begeleidt de gemeente?": "J. de Wit belt u elke maand.",
    "Aantal voortgangsgesprekken per jaar": "4",
    "Participatieverklaring (PVT)": "Drie ochtenden in januari",
    "Werk en meedoen (MAP)": "Vanaf maart",
    "Waarom past dit plan": "U leert snel en wilt in de zorg werken.",
}
DEADLINE = "23 november 2026"  # R04.03b: registered on 14 September, after the notice


@dataclass(frozen=True)
class Town:
    """A product that runs: its address, and a browser."""

    address: str
    browser: Browser

    @contextmanager
    def official(self, email: str) -> Iterator[Page]:
        """A page of somebody who logged in."""
        context: BrowserContext = self.browser.new_context(
            base_url=self.address, viewport={"width": 1440, "height": 900}
        )
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.goto("/")
        page.get_by_label("E-mailadres").fill(email)
        page.get_by_label("Wachtwoord").fill(WOORD)
        page.get_by_role("button", name="Log in").click()
        expect(page.get_by_role("heading", name="Werklijst")).to_be_visible()
        yield page
        context.close()


@pytest.fixture
def town(committed_db: str, browser: Browser) -> Iterator[Town]:
    """Two municipalities with a klantmanager each, on a day that stands still."""
    from django.test import override_settings
    from django.utils.timezone import now
    from tests.dossier.makers import ELDERS, HIER

    from meedoen.accounts.actions import (
        Besluitrecht,
        add_medewerker,
        give_mandate,
        grant_role,
        set_demo_day,
    )
    from meedoen.accounts.roles import Rol

    for email, naam, code in ((HERE, "J. de Wit", HIER), (ELSEWHERE, "W. Postma", ELDERS)):
        who = add_medewerker(email, naam, WOORD)
        grant_role(who, Rol.KLANTMANAGER, code, van=date(2022, 1, 1))
    right = Besluitrecht(Rol.KLANTMANAGER, "vaststelling_pip", "mandaatregister 2022, nr. 4")
    give_mandate(HIER, right, van=date(2022, 1, 1))
    set_demo_day(TODAY, at=now())
    with override_settings(DEMO=True), served() as address:
        yield Town(address, browser)


def test_from_notice_to_letter(town: Town) -> None:
    with town.official(HERE) as page:
        expect(page.get_by_text("Er is nu niets te doen.")).to_be_visible()
        _bring_in_the_notice(page)
        dossier = page.url
        _give_an_address(page)
        _read_the_work_list(page)
        _ask_why(page)
        _nobody_is_awaited(page, dossier)
        _propose_the_plan(page)
        letter = _sign_and_send(page)
        page.goto("/")
        expect(page.get_by_role("heading", name="Werklijst")).to_be_visible()
        expect(page.get_by_text("Het PIP moet er zijn")).to_have_count(0)
        sent = page.url
        _check_letter(letter)
    _elsewhere_nothing_is_seen(town, dossier, sent)
    _the_diary_is_whole()


def _bring_in_the_notice(page: Page) -> None:
    page.get_by_role("link", name="Lees een bericht van DUO in").click()
    page.get_by_label("Kies het bericht").set_input_files(NOTICE)
    page.get_by_role("button", name="Verwerk het bericht").click()
    expect(page.get_by_text("Het dossier is geopend.")).to_be_visible()
    expect(page.get_by_role("heading", name="Selam Tesfay")).to_be_visible()


def _give_an_address(page: Page) -> None:
    page.get_by_role("link", name="Leg een nieuw adres vast").click()
    page.get_by_label("woonadres", exact=True).check()
    page.get_by_label("Straat en huisnummer").fill("Lindelaan 1")
    page.get_by_label("Postcode").fill("9999 XX")
    page.get_by_label("Plaats").fill("Voorbeeldstad")
    for box, text in (("dag", "14"), ("maand", "9"), ("jaar", "2026")):
        page.locator(f"[name=van_{box}]").fill(text)
    page.get_by_role("button", name="Leg vast").click()
    expect(page.get_by_text("Lindelaan 1")).to_be_visible()


def _read_the_work_list(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_role("heading", name="Deze week")).to_be_visible()
    row = page.get_by_role("row").filter(has_text="Selam T.")
    expect(row).to_contain_text(f"Het PIP moet er zijn op {DEADLINE}")
    expect(row).to_contain_text("nog 7 dagen")
    expect(row).to_contain_text("10 weken na 14 sep")
    assert not violations(page)


def _ask_why(page: Page) -> None:
    page.get_by_role("link", name="waarom?").click()
    expect(page.locator(".waarom-antwoord")).to_contain_text(DEADLINE)
    expect(page.get_by_text("Besluit inburgering 2021, artikel 5.3, lid 1").first).to_be_visible()
    expect(page.get_by_role("link", name="van J. de Wit").first).to_be_attached()
    assert not violations(page)


def _nobody_is_awaited(page: Page, dossier: str) -> None:
    """The one fact that the rule still asks: the plan needs no information of somebody else."""
    page.goto(f"{dossier}waarom/persoonlijk_plan.uiterste_dag/")
    expect(page.locator(".waarom-antwoord")).to_contain_text("onbekend")
    page.get_by_role("link", name="Voor het plan is informatie van een ander nodig").click()
    page.get_by_label("nee", exact=True).check()
    page.get_by_role("button", name="Leg vast", exact=True).click()
    page.goto(f"{dossier}waarom/persoonlijk_plan.uiterste_dag/")
    expect(page.locator(".waarom-antwoord")).to_contain_text(DEADLINE)


def _propose_the_plan(page: Page) -> None:
    _choose_the_leerroute(page)
    page.get_by_role("link", name="Maak het PIP").click()
    page.get_by_label("Taalniveau van de examens").select_option("B1")
    for label, text in WRITTEN.items():
        page.get_by_label(label).fill(text)
    for question in ("Leert iemand eerst lezen", "Is er een kind", "Horen er besluiten"):
        page.get_by_role("group", name=question).get_by_label("nee", exact=True).check()
    assert not violations(page)
    page.get_by_role("button", name="Bewaar het plan").click()
    page.get_by_role("button", name="Stel het plan voor").click()
    expect(page.get_by_text("nog te ondertekenen")).to_be_visible()


def _choose_the_leerroute(page: Page) -> None:
    """From the list of letters to the plan, that asks for its leerroute first."""
    page.get_by_role("link", name="Brieven").click()
    page.get_by_role("link", name="Vaststelling van het eerste PIP").click()
    page.get_by_role("link", name="Kies de leerroute").click()
    for button in ("Leg mijn oordeel vast", "Leg de keuze vast"):
        page.get_by_role("group", name="Welke leerroute").get_by_label("B1-route").check()
        if page.get_by_label("Waarom vindt u dat?").count():
            page.get_by_label("Waarom vindt u dat?").fill("Zij leert snel.")
        page.get_by_role("button", name=button).click()


def _sign_and_send(page: Page) -> bytes:
    """The bytes of the letter as it went out."""
    with page.expect_download() as preview:
        page.get_by_role("link", name="Lees de brief (pdf)").click()
    assert bare("nog niet ondertekend") in text_of(preview.value.path().read_bytes())
    page.get_by_role("button", name="Onderteken").click()
    expect(page.get_by_text("mandaatregister 2022, nr. 4")).to_be_visible()
    page.get_by_role("button", name="zelf op de post").click()
    expect(page.get_by_text("De brief is verzonden.")).to_be_visible()
    assert not violations(page)
    with page.expect_download() as letter:
        page.get_by_role("link", name="Download de brief").click()
    return letter.value.path().read_bytes()


def _check_letter(pdf: bytes) -> None:
    text = text_of(pdf)
    for words in ("Selam Tesfay", "Lindelaan 1", "16 november 2026", "J. de Wit", "B1-route"):
        assert bare(words) in text, words
    assert bare("28 december 2026") in text  # six weeks to object
    assert str(opened(pdf).Root.Lang) == "nl"


def _elsewhere_nothing_is_seen(town: Town, dossier: str, sent: str) -> None:
    with town.official(ELSEWHERE) as page:
        expect(page.get_by_text("Er is nu niets te doen.")).to_be_visible()
        for place in (dossier, f"{dossier}brieven/", f"{dossier}tijdlijn/", f"{dossier}waarom/x/"):
            answer = page.goto(place)
            assert answer is not None
            assert answer.status == 404, place
        assert "Tesfay" not in page.content()
        page.goto(sent)
        assert "Selam" not in page.content()


def _the_diary_is_whole() -> None:
    """Chains, contents, documents and stand are green, and the besluit computes to the same."""
    from django.db import connection
    from tests.dossier.makers import HIER

    from meedoen.accounts.actor import Actor
    from meedoen.accounts.models import Medewerker
    from meedoen.accounts.roles import Rol
    from meedoen.accounts.scope import as_actor
    from meedoen.dossier.besluiten import redo
    from meedoen.dossier.models import Besluit
    from meedoen.dossier.verify import (
        verify_chains,
        verify_contents,
        verify_documents,
        verify_stand,
    )

    for verify in (verify_chains, verify_contents, verify_documents, verify_stand):
        assert list(verify()) == [], verify.__name__
    who = Medewerker.objects.get(email=HERE)
    with as_actor(Actor(who.pk, who.naam, Rol.KLANTMANAGER, (HIER,))):
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user")
            assert cursor.fetchone() == ("meedoen_web",)
        assert redo(Besluit.objects.get()) == []
