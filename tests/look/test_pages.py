"""The look in a real browser: every part at once, wide and narrow, dark, forced colours, RTL."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.look.conftest import Render, violations
from tests.look.vendored import HUIS

from meedoen.config.stijl import examples

WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 320, "height": 800}
WAYS: dict[str, dict[str, Any]] = {
    "wide": {"viewport": WIDE},
    "narrow": {"viewport": NARROW},
    "narrow and dark": {"viewport": NARROW, "color_scheme": "dark"},
    "dark": {"viewport": WIDE, "color_scheme": "dark"},
    "forced colours": {"viewport": WIDE, "forced_colors": "active"},
    "touch": {"viewport": NARROW, "has_touch": True, "is_mobile": True},
    "zoom of 200 %": {"viewport": {"width": 720, "height": 450}, "device_scale_factor": 2},
}
TARGET = 24  # WCAG 2.2, 2.5.8: the least size of what is clicked


@pytest.fixture(scope="module")
def parts(write_page: Render) -> Path:
    return write_page("stijl/stijl.html", examples())


@pytest.fixture
def page(browser: Browser, parts: Path) -> Iterator[Page]:
    page = browser.new_page(viewport=WIDE)  # type: ignore[arg-type]
    page.goto(parts.as_uri())
    yield page
    page.close()


@pytest.mark.parametrize("way", WAYS)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    browser: Browser, parts: Path, way: str
) -> None:
    page = browser.new_page(**WAYS[way])
    page.goto(parts.as_uri())
    assert violations(page, contrast=True) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.evaluate("innerWidth")
    page.close()


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_from_right_to_left_too(browser: Browser, write_page: Render, size: Any) -> None:
    file = write_page("stijl/stijl.html", examples(), language="ar")
    page = browser.new_page(viewport=size)
    page.goto(file.as_uri())
    assert page.evaluate("document.documentElement.dir") == "rtl"
    assert violations(page, contrast=True) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    page.close()


def test_an_error_page_needs_nobody(browser: Browser, write_page: Render) -> None:
    nobody = {"actor": None, "gemeente": None, "navigatie": (), "zoek_url": "", "demo_today": None}
    told = {"title": "Niet gevonden", "text": "Deze pagina is er niet.", "status": 404}
    page = browser.new_page(viewport=NARROW)  # type: ignore[arg-type]
    page.goto(write_page("config/fout.html", nobody | told).as_uri())
    assert page.title() == "Niet gevonden – Meedoen"
    assert violations(page, contrast=True) == []
    page.close()


def test_no_style_and_no_script_stand_in_the_page(parts: Path) -> None:
    text = parts.read_text("utf-8")
    assert " style=" not in text
    assert "<style" not in text
    assert text.count("<script") == text.count("<script src=")
    assert " on" + "click" not in text
    assert "https://" not in text


def test_what_is_clicked_is_large_enough(page: Page) -> None:
    small = page.evaluate(
        """least => [...document.querySelectorAll("button, .knop, input, select, .tabs a")]
        .filter(e => e.checkVisibility() && !e.classList.contains("begrip"))
        .map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect().height])
        .filter(([, height]) => height < least && height > 0)""",
        TARGET - 2,  # a box to tick is 22 px, in a row of 32
    )
    assert small == []


def test_a_row_is_36_pixels_high(page: Page) -> None:
    rows = page.locator("table.lijst tbody tr")
    heights = [row.bounding_box()["height"] for row in rows.all()]  # type: ignore[index]
    assert max(heights) <= 36.5


def test_the_errors_take_the_focus_and_lead_to_the_box(page: Page) -> None:
    assert page.evaluate("document.activeElement.classList.contains('foutenlijst')")
    page.get_by_role("link", name="Vul in: «Naam van de tolk».").press("Enter")
    assert page.evaluate("document.activeElement.id") == "fout_naam"


def test_keys_walk_the_rows_search_and_explain(page: Page) -> None:
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent") == "Omar Haddad"
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.textContent") == "Selam Tesfay"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "zoek"
    page.keyboard.type("j?")
    assert page.locator("#zoek").input_value() == "j?"
    page.locator(".rij-link").first.focus()
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog")
    assert dialog.is_visible()
    assert violations(page, contrast=True) == []


def test_g_and_a_letter_go_to_a_place_of_the_menu(page: Page) -> None:
    page.locator(".rij-link").first.focus()
    for key in ("g", "x", "n"):  # another key in between: nothing happens
        page.keyboard.press(key)
    assert not page.url.endswith("#deel-tabel")
    page.keyboard.press("g")
    page.keyboard.press("n")
    page.wait_for_url("**#deel-tabel", timeout=5000)


def test_brackets_turn_the_tabs(page: Page) -> None:
    page.keyboard.press("]")
    page.wait_for_url("**#deel-status", timeout=5000)


def test_escape_closes_what_is_open_and_gives_the_focus_back(page: Page) -> None:
    page.locator(".stap-deel[open] .artikel").first.scroll_into_view_if_needed()
    summary = page.locator(".stap-deel[open] > summary").first
    summary.focus()
    page.keyboard.press("Escape")
    assert page.evaluate("!document.activeElement.parentElement.open")
    page.keyboard.press("?")
    page.keyboard.press("Escape")
    assert not page.get_by_role("dialog").is_visible()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_what_the_explanation_lists_the_script_can_do(page: Page) -> None:
    script = (HUIS / "huis.js").read_text("utf-8")
    told = page.evaluate("[...document.querySelectorAll('[data-doe]')].map(k => k.dataset.doe)")
    known = set(re.findall(r'^    "?([a-z-]+)"?: (?:\(|close)', script, re.MULTILINE))
    assert set(told) == known


def test_keys_can_be_switched_off(page: Page) -> None:
    page.get_by_role("button", name="Toetsen").click()
    page.get_by_label("Gebruik deze toetsen").uncheck()
    page.get_by_role("button", name="Sluit").click()
    page.locator(".rij-link").last.focus()
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("g")
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.textContent") == "Li Wen"
    assert not page.url.endswith("#deel-tabel")


def test_a_row_opens_wherever_it_is_clicked(page: Page) -> None:
    cell = page.locator("td", has_text="zienswijze lezen")
    cell.scroll_into_view_if_needed()
    place = cell.bounding_box()
    assert place is not None
    page.mouse.click(place["x"] + 5, place["y"] + 5)
    page.wait_for_url("**#deel-tabel", timeout=5000)


def test_a_word_of_the_law_explains_itself_without_script(browser: Browser, parts: Path) -> None:
    page = browser.new_page(viewport=NARROW, java_script_enabled=False)  # type: ignore[arg-type]
    page.goto(parts.as_uri())
    page.get_by_role("button", name="leerbaarheidstoets").click()
    assert page.get_by_text(
        "Een toets die laat zien welk niveau iemand kan halen.", exact=True
    ).is_visible()
    page.close()


def test_a_form_is_sent_once_however_often_it_is_clicked(browser: Browser, parts: Path) -> None:
    page = browser.new_page()
    page.goto(parts.as_uri())
    sent = page.evaluate(
        """() => {
            const form = document.querySelector(".kop-zoek");
            let sent = 0;
            document.addEventListener("submit", e => {
                sent += e.defaultPrevented ? 0 : 1; e.preventDefault();
            });
            form.querySelector("button").click();
            form.querySelector("button").click();
            return sent;
        }"""
    )
    assert sent == 1
    page.close()


def test_leaving_what_was_typed_is_asked(browser: Browser, parts: Path, write_page: Render) -> None:
    asks = """() => !dispatchEvent(new Event("beforeunload", {cancelable: true}))"""
    page = browser.new_page()
    page.goto(parts.as_uri())
    assert page.evaluate(asks)  # it came back with errors: what was typed is not stored yet
    told = {"title": "Niet gevonden", "text": "Deze pagina is er niet.", "status": 404}
    page.goto(write_page("config/fout.html", told).as_uri())
    page.locator("#zoek").fill("Selam")
    assert not page.evaluate(asks)  # a search is nothing to lose
    page.close()


def test_on_paper_only_the_content_stands(page: Page) -> None:
    page.emulate_media(media="print")
    for part in (".kop", ".zijbalk", ".voet", ".demobalk"):
        assert not page.locator(part).is_visible(), part
    assert page.get_by_role("heading", name="Stijl", exact=True).is_visible()
    assert not page.get_by_role("button", name="Leg vast").first.is_visible()
