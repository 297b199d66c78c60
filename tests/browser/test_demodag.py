"""The banner of the demo in a real browser: small on a phone, by keyboard, and without scripts."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.served import page_of, served
from tests.chromium import violations
from tests.database import set_up

set_up()  # the other tests of this folder need no Django
SUMMARY = "Ga naar een andere dag"
BANNER = 90  # pixels: three lines of small text


@pytest.fixture
def visited(committed_db: str) -> Iterator[tuple[str, str]]:
    """Address of a demo, and the session of a klantmanager."""
    from django.test import override_settings
    from django.utils import timezone
    from tests.apps.visitor import visitor
    from tests.dossier.makers import HIER, dossier_for, team

    from meedoen.accounts.actions import set_demo_day
    from meedoen.accounts.roles import Rol

    actor = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    dossier_for(actor)
    set_demo_day(date(2026, 11, 23), at=timezone.now())
    with override_settings(DEMO=True), served() as address:
        yield address, visitor(actor).cookies["sessie"].value


@pytest.mark.parametrize("width", [1440, 320])
def test_the_banner_is_small_and_accessible(
    browser: Browser, visited: tuple[str, str], width: int
) -> None:
    with page_of(browser, *visited, width=width) as page:
        page.goto("/")
        assert _box(page, ".demobalk")["height"] <= BANNER
        assert _box(page, ".demodag summary")["height"] >= 24  # WCAG 2.5.8
        page.get_by_text(SUMMARY).click()
        assert not violations(page)
        assert not _too_wide(page)
        page.get_by_label("Maand").fill("")
        page.get_by_role("button", name="Ga naar deze dag").click()
        expect(page.get_by_role("alert")).to_be_focused()
        assert not violations(page)
        assert not _too_wide(page)


def test_the_day_moves_by_keyboard_alone(browser: Browser, visited: tuple[str, str]) -> None:
    with page_of(browser, *visited, width=320) as page:
        page.goto("/")
        page.keyboard.press("Tab")  # to the content
        page.keyboard.press("Tab")
        expect(page.get_by_text(SUMMARY)).to_be_focused()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.type("25")  # the box is selected when the key Tab comes in it
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_have_text("Het is in de demo nu 25 november 2026.")


def test_the_day_moves_without_scripts(browser: Browser, visited: tuple[str, str]) -> None:
    address, session = visited
    context = browser.new_context(base_url=address, java_script_enabled=False)
    context.add_cookies([{"name": "sessie", "value": session, "url": address}])
    page = context.new_page()
    page.goto("/")
    page.get_by_text(SUMMARY).click()
    page.get_by_role("button", name="Een week later (30 nov 2026)").click()
    expect(page.get_by_role("status")).to_have_text("Het is in de demo nu 30 november 2026.")
    context.close()


def _box(page: Page, place: str) -> Any:
    return page.locator(place).bounding_box()


def _too_wide(page: Page) -> bool:
    return bool(
        page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    )
