"""From the login to a recorded gebeurtenis and a proposed letter: by keyboard, without script."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.served import served
from tests.database import set_up

set_up()  # the other tests of this folder need no Django

EMAIL, PASSWORD = "anna@9999.example.org", "een lang wachtwoord"
NOTICE = "DUO schreef dat iemand moet inburgeren"
KIND, LETTER = "uitnodiging_brede_intake", "Uitnodiging voor de brede intake (vrijwillig)"
RECORDED, PROPOSED = f"Vastgelegd: {NOTICE}.", "voorgesteld, nog te ondertekenen"
LABEL = """() => {
    const here = document.activeElement;
    return here.labels?.[0]?.textContent.trim() || here.textContent.trim();
}"""
MOST_TABS = 60


@pytest.fixture
def address(committed_db: str) -> Iterator[str]:
    """A klantmanager who logs in with a password and may sign one kind, and one dossier."""
    from datetime import date

    from tests.apps.factor import app_of
    from tests.dossier.makers import HIER, dossier_for

    from meedoen.accounts.actions import Besluitrecht, add_medewerker, give_mandate, grant_role
    from meedoen.accounts.actor import Actor
    from meedoen.accounts.roles import Rol

    who = add_medewerker(EMAIL, "Anna de Wit", PASSWORD)
    app_of(who)
    grant_role(who, Rol.KLANTMANAGER, HIER, van=date(2022, 1, 1))
    give_mandate(HIER, Besluitrecht(Rol.KLANTMANAGER, KIND, "mandaat"), van=date(2022, 1, 1))
    dossier_for(Actor(who.pk, who.naam, Rol.KLANTMANAGER, (HIER,)))
    with served() as where:
        yield where


def test_a_dossier_is_kept_by_keyboard_alone(browser: Browser, address: str) -> None:
    page = browser.new_page(base_url=address, viewport={"width": 1440, "height": 900})
    page.set_default_timeout(20_000)
    page.goto("/inloggen/")
    _type(page, "E-mailadres", EMAIL)
    _type(page, "Wachtwoord", PASSWORD, enter=True)
    _type(page, "Code", _code(), enter=True)
    expect(page).to_have_title("Werklijst – Meedoen")
    page.keyboard.press("/")
    page.keyboard.type("Selam")
    page.keyboard.press("Enter")
    expect(page).to_have_title("Zoeken – Meedoen")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Selam Tesfay")
    tabs = page.get_by_role("navigation", name="Dossier")
    while not page.url.endswith("/vastleggen/"):
        before = tabs.locator("[aria-current]").inner_text()
        with page.expect_navigation():
            page.keyboard.press("]")
        expect(tabs.locator("[aria-current]")).not_to_have_text(before)
    _type(page, "Zoek op een woord", "DUO schreef", enter=True)
    _press(page, NOTICE)
    _press(page, "Leg vast", role="button")
    expect(page.get_by_text(RECORDED)).to_be_visible()
    _press(page, "Brieven")
    _press(page, LETTER)
    _type(page, "Dag", "1")
    _type(page, "Maand", "12")
    _type(page, "Jaar", "2026")
    _type(page, "Tijd van het gesprek", "10.00 uur")
    _type(page, "Plaats van het gesprek", "Raadhuisplein 1")
    _press(page, "Stel de brief voor")
    expect(page.get_by_text(PROPOSED)).to_be_visible()
    page.close()


def test_a_dossier_is_kept_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.goto("/inloggen/")
    page.get_by_label("E-mailadres").fill(EMAIL)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.get_by_label("Code").fill(_code())
    page.get_by_role("button", name="Log in").click()
    page.get_by_label("Zoek een persoon").fill("Selam")
    page.get_by_role("button", name="Zoek").click()
    page.get_by_role("link", name="Selam Tesfay").click()
    page.get_by_role("link", name="Leg vast", exact=True).click()
    page.get_by_label("Zoek op een woord").fill("DUO schreef")
    page.get_by_role("main").get_by_role("button", name="Zoek").click()
    page.get_by_role("link", name=NOTICE).click()
    page.get_by_role("main").get_by_role("button", name="Leg vast").click()
    expect(page.get_by_text(RECORDED)).to_be_visible()
    page.get_by_role("link", name="Brieven").click()
    page.get_by_role("link", name=LETTER).click()
    page.get_by_role("button", name="Stel de brief voor").click()
    expect(page.get_by_role("alert")).to_be_visible()
    for part, value in (("Dag", "1"), ("Maand", "12"), ("Jaar", "2026")):
        page.get_by_label(part, exact=True).fill(value)
    page.get_by_label("Tijd van het gesprek").fill("10.00 uur")
    page.get_by_label("Plaats van het gesprek").fill("Raadhuisplein 1")
    page.get_by_role("button", name="Stel de brief voor").click()
    expect(page.get_by_text(PROPOSED)).to_be_visible()
    context.close()


def _type(page: Page, label: str, text: str, *, enter: bool = False) -> None:
    """Go to a box with the key Tab, type, and if asked press Enter."""
    _tab_to(page, label)
    page.keyboard.type(text)
    if enter:
        with page.expect_navigation():
            page.keyboard.press("Enter")


def _press(page: Page, label: str, *, role: str = "") -> None:
    """Go to a link or button with the key Tab, and press Enter."""
    _tab_to(page, label, role=role)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def _tab_to(page: Page, label: str, *, role: str = "") -> None:
    """Press Tab until the focus is on what has this label, and can be seen there."""
    for _step in range(MOST_TABS):
        page.keyboard.press("Tab")
        told = page.evaluate(LABEL)
        kind = page.evaluate("document.activeElement.tagName").lower()
        if told.startswith(label) and (not role or kind == role):
            assert page.evaluate("document.activeElement.matches(':focus-visible')")
            return
    raise AssertionError(f"«{label}» is not reached with the key Tab")


def _code() -> str:
    from tests.apps.factor import code_for

    return code_for(EMAIL)
