"""Logging in as people do, in a real browser: app, passkey, invitation, lock-out."""

import re

from playwright.sync_api import expect
from tests.browser.logging_in import (
    EMAIL,
    WORD,
    Place,
    give_password,
    logged_in,
    place,
    plug_in,
    right,
)
from tests.database import set_up

set_up()  # the other tests of this folder need no Django
__all__ = ["place"]  # a fixture


def test_setting_up_an_app_and_logging_in_with_it(place: Place) -> None:
    from tests.apps.factor import code_of

    with place.visitor() as page:
        page.goto("/dossiers/")
        right(page)
        page.get_by_role("button", name="Log in").click()
        expect(page.get_by_role("alert")).to_be_focused()
        right(page)
        page.get_by_label("E-mailadres").fill(EMAIL)
        page.get_by_label("Wachtwoord").fill(WORD)
        page.get_by_role("button", name="Toon het wachtwoord").click()
        expect(page.get_by_label("Wachtwoord", exact=True)).to_have_attribute("type", "text")
        page.get_by_role("button", name="Log in").click()
        expect(page.get_by_text("U hebt nog geen tweede stap")).to_be_visible()
        right(page)
        page.get_by_role("link", name="Gebruik een app").click()
        expect(page.get_by_role("img", name="QR-code")).to_be_visible()
        secret = re.sub(r"\W", "", page.locator("code.sleutel").inner_text())
        right(page)
        page.get_by_role("textbox", name="Code").fill("000000")
        page.get_by_role("button", name="Bewaar").click()
        expect(page.get_by_role("alert")).to_contain_text("klopt niet")
        right(page)
        page.get_by_role("textbox", name="Code").fill(code_of(secret))
        page.get_by_role("button", name="Bewaar").click()
        expect(page.get_by_role("heading", name="Uw herstelcodes")).to_be_visible()
        right(page)
        recovery = page.locator(".herstelcodes code").first.inner_text()
        page.get_by_role("link", name="Ik heb de codes bewaard").click()
        expect(page.get_by_role("heading", name="Werklijst")).to_be_visible()
        page.get_by_role("link", name="J. de Wit").click()
        expect(page.get_by_text("U gebruikt een app.")).to_be_visible()
        right(page)
    _log_in_with_a_code(place, recovery)


def _log_in_with_a_code(place: Place, code: str) -> None:
    with place.visitor() as page:
        give_password(page)
        expect(page.get_by_role("heading", name="Tweede stap")).to_be_visible()
        right(page)
        page.get_by_role("textbox", name="Code").fill("123")
        page.get_by_role("button", name="Log in").click()
        expect(page.get_by_role("alert")).to_contain_text("klopt niet")
        right(page)
        page.get_by_role("textbox", name="Code").fill(code)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Werklijst")).to_be_visible()


def test_a_passkey_is_made_and_is_enough_to_log_in(place: Place) -> None:
    with place.visitor() as page:
        plug_in(page)
        give_password(page)
        page.get_by_role("link", name="Voeg een passkey toe").click()
        expect(page.get_by_label("Naam")).to_have_value("Passkey 1")
        right(page)
        page.get_by_label("Naam").fill("laptop van het werk")
        page.get_by_role("button", name="Maak een passkey").click()
        expect(page.get_by_role("heading", name="Uw herstelcodes")).to_be_visible()
        page.get_by_role("link", name="Ik heb de codes bewaard").click()
        page.get_by_role("link", name="J. de Wit").click()
        expect(page.get_by_text("laptop van het werk")).to_be_visible()
        right(page)
        page.get_by_role("button", name="Log uit").first.click()
        page.get_by_role("button", name="Gebruik een passkey").click()
        expect(page.get_by_role("heading", name="Werklijst")).to_be_visible()
        page.get_by_role("button", name="Log uit").click()
        give_password(page)
        page.get_by_role("button", name="Gebruik uw passkey").click()
        expect(page.get_by_role("heading", name="Werklijst")).to_be_visible()


def test_a_key_that_knows_nobody_is_told_in_words(place: Place) -> None:
    with place.visitor() as page:
        plug_in(page)
        page.goto("/inloggen/")
        page.get_by_role("button", name="Gebruik een passkey").click()
        expect(page.get_by_role("alert")).to_contain_text("Het is niet gelukt")
        right(page)


def test_an_invitation_from_link_to_first_page(place: Place) -> None:
    with logged_in(place, "i.kuiper@voorbeeldstad.example") as page:
        page.goto("/uitnodigingen/")
        right(page)
        page.get_by_role("link", name="Nodig iemand uit").click()
        page.get_by_role("button", name="Maak de uitnodiging").click()
        expect(page.get_by_role("alert")).to_be_focused()
        right(page)
        page.get_by_label("Naam").fill("N. Nieuw")
        page.get_by_label("E-mailadres").fill("n.nieuw@voorbeeldstad.example")
        page.get_by_label("Rol", exact=True).select_option("teamleider")
        page.get_by_role("button", name="Maak de uitnodiging").click()
        link = page.locator(".link-om-door-te-geven").inner_text()
        right(page)
        page.get_by_role("link", name="Klaar").click()
        expect(page.get_by_text("open tot")).to_be_visible()
        right(page)
        page.get_by_role("link", name="Iemand kan niet meer inloggen").click()
        right(page)
    with place.visitor() as page:
        plug_in(page)
        page.goto(link)
        expect(page.get_by_text("Dag N. Nieuw")).to_be_visible()
        right(page)
        page.get_by_label("Nieuw wachtwoord").fill("kort")
        page.get_by_role("button", name="Ga verder").click()
        expect(page.get_by_role("alert")).to_contain_text("ten minste 12 tekens")
        right(page)
        page.get_by_label("Nieuw wachtwoord").fill("vier losse woorden samen")
        page.get_by_role("button", name="Ga verder").click()
        page.get_by_role("link", name="Voeg een passkey toe").click()
        page.get_by_role("button", name="Maak een passkey").click()
        page.get_by_role("link", name="Ik heb de codes bewaard").click()
        expect(page.get_by_role("heading", name="Werklijst")).to_be_visible()
        page.goto(link)
        expect(page.get_by_role("heading", name="Deze link werkt niet")).to_be_visible()
        right(page)


def test_who_tries_too_often_is_told_how_long_to_wait(place: Place) -> None:
    with place.visitor() as page:
        for _ in range(6):
            give_password(page, "een verkeerd wachtwoord")
            expect(page.get_by_role("alert")).to_be_visible()
        expect(page.get_by_role("alert")).to_contain_text("Wacht 5 minuten")
        right(page)
        give_password(page, WORD)
        expect(page.get_by_role("alert")).to_contain_text("te vaak geprobeerd")
