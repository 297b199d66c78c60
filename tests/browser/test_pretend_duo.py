"""The page of the pretend DUO in a real browser, on a narrow screen."""

from playwright.sync_api import Browser
from tests.chromium import violations
from tests.pretend_duo.test_running import duo


def test_the_page_is_accessible_and_its_button_works(browser: Browser) -> None:
    with duo() as found:
        found.world.step(30)
        page = browser.new_page(viewport={"width": 360, "height": 700})
        page.goto(found.panel_url)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.get_by_role("button", name="Laat DUO iets sturen").click()
        assert page.get_by_role("heading", name="Verzonnen DUO").is_visible()
        assert page.get_by_text("geen adres voor deze gemeente").count() >= 1
        page.close()
