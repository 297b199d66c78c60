"""The rule book in a real browser: every page, wide and at 320 px, light and dark, no script."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.chromium import violations

from meedoen.config.regelboek_site import write

NARROW = 320


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("regelboek")
    assert write(folder) > 15
    return folder


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield page
    page.close()


def addresses(book: Path) -> list[str]:
    return [path.as_uri() for path in sorted(book.glob("*.html"))]


def open_all(page: Page) -> None:
    """What is folded must be right too."""
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")


@pytest.mark.parametrize(
    ("width", "scheme"),
    [
        (1280, "light"),
        (NARROW, "dark"),
        pytest.param(1280, "dark", marks=pytest.mark.deep),
        pytest.param(NARROW, "light", marks=pytest.mark.deep),
    ],
)
def test_axe_finds_nothing(browser: Browser, book: Path, width: int, scheme: str) -> None:
    size = {"width": width, "height": 900}
    page = browser.new_page(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
    for name in ("index", "persoonlijk_plan", "nieuwe_termijn", "lezingen", "feiten"):
        page.goto((book / f"{name}.html").as_uri())
        open_all(page)
        assert violations(page) == [], name
    page.close()


def test_no_page_scrolls_sideways_on_a_phone(browser: Browser, book: Path) -> None:
    page = browser.new_page(viewport={"width": NARROW, "height": 900})
    for address in addresses(book):
        page.goto(address)
        open_all(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW, address
    page.close()


def test_every_link_inside_the_book_leads_somewhere(page: Page, book: Path) -> None:
    targets = set()
    wanted = set()
    for address in addresses(book):
        page.goto(address)
        targets.add(address)
        targets |= {
            f"{address}#{x}"
            for x in page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
        }
        links = page.evaluate("[...document.querySelectorAll('a')].map(a => a.href)")
        wanted |= {link for link in links if link.startswith("file:")}
    assert wanted - targets == set()


def test_search_finds_a_rule_by_word_and_article(page: Page, book: Path) -> None:
    page.goto((book / "index.html").as_uri())
    page.get_by_label("Zoek een regel, artikel of woord").fill("bi 5.3 uiterste")
    assert "gevonden" in page.get_by_role("status").inner_text()
    page.locator("#uitkomst a", has_text="Uiterste dag").first.click()
    assert page.url.endswith("persoonlijk_plan.html#uiterste_dag")
    assert page.locator("article:target h2").inner_text().startswith("Uiterste dag")


def test_without_javascript_all_rules_are_there(browser: Browser, book: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((book / "index.html").as_uri())
    assert not page.locator("form.zoek").is_visible()
    page.get_by_role("link", name="Begin van de klok").click()
    assert "Zo leest Meedoen de wet" in page.locator("#begin_van_de_klok").inner_text()
    context.close()


def test_the_keyboard_reaches_the_content_first(page: Page, book: Path) -> None:
    page.goto((book / "persoonlijk_plan.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"


def test_a_number_with_a_history_has_a_picture_and_a_table(page: Page, book: Path) -> None:
    page.goto((book / "getallen.html").as_uri())
    number = page.locator("#getal-pensioengerechtigde_leeftijd")
    assert "804 maanden" in number.locator("svg title").text_content()  # type: ignore[operator]
    assert number.locator("tbody tr").count() == 7


def test_examples_show_facts_and_answers(page: Page, book: Path) -> None:
    page.goto((book / "inburgeringstermijn.html").as_uri())
    example = page.locator("#einde details.voorbeeld").first
    example.locator("summary").click()
    assert example.locator("dl.feiten div").count() > 0
    assert example.locator("tbody tr").count() >= 1
