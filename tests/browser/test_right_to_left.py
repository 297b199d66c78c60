"""Every page from right to left, in a language that is made from the source (LANG-04).

What was never marked for translation stays as it is there: names, numbers and the law may.
"""

from collections.abc import Callable, Iterable, Iterator

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.every_page import Town, by_session, go, visit
from tests.chromium import violations
from tests.database import set_up

set_up()  # the other tests of this folder need no Django
NARROW = 320  # what fits there fits wider too
# What a marked word stands between, and where words may stand as they are.
UNMARKED = """() => {
  const typed = 'option, textarea', words = 'bdi, kbd, code, [lang]:not(html), .woordmerk';
  const own = `noscript, ${typed}, ${words}, .kop-gemeente`;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    // marked, isolated, or the short name of a law; an option is a line of its own
    const alone = walker.currentNode.data.replace(/\\u2068[^\\u2069]*\\u2069|\\bPw\\b/gu, ' ');
    const text = alone.replace(/\\u202e[^\\u202c]*\\u202c|\\p{Script=Arabic}/gu, ' ');
    if (!/\\p{L}{2}/u.test(text) || walker.currentNode.parentElement.closest(own)) continue;
    found.push(text.trim().replace(/\\s+/g, ' ').slice(0, 80));
  }
  return [...new Set(found)];
}"""
# Numbers and times between words of the other direction keep their own in a <bdi>; a number in a
# translated text (an example in a hint) is the translator's.
LOOSE_NUMBERS = """() => {
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode, around = node.parentElement;
    if (!/\\d[\\d .*-]{6,}\\d/.test(node.data)) continue;
    if (around.closest('bdi, .veld-hulp, .foutenlijst, [id$=_error], [lang]:not(html)')) continue;
    if (/\\u202e/.test(around.textContent)) found.push(node.data.trim().slice(0, 80));
  }
  return [...new Set(found)];
}"""


def test_every_page_reads_from_right_to_left(browser: Browser, town: Town) -> None:
    """Axe looks at every part from right to left in tests/look, and at every page in --deep."""
    found = _found(browser, town, _wrong)
    assert not found, "\n".join(found)


@pytest.mark.deep
def test_axe_finds_nothing_on_any_page_from_right_to_left(browser: Browser, town: Town) -> None:
    assert not _found(browser, town, violations)


def _found(browser: Browser, town: Town, look: Callable[[Page], Iterable[str]]) -> list[str]:
    found: list[str] = []
    for who, places in by_session(town.places):
        with visit(browser, town, who) as page:
            _choose(page, town.address, "ar-xb")
            page.set_viewport_size({"width": NARROW, "height": 900})
            for place in places:
                go(page, place)
                found += [f"{place.name} {each}" for each in look(page)]
    return found


def _choose(page: Page, address: str, code: str) -> None:
    page.context.add_cookies([{"name": "taal", "value": code, "url": address}])


def _wrong(page: Page) -> Iterator[str]:
    if page.evaluate("document.documentElement.dir") != "rtl":
        yield "is not from right to left"
    yield from (f"was never marked: {text}" for text in page.evaluate(UNMARKED))
    yield from (f"a number without a direction: {text}" for text in page.evaluate(LOOSE_NUMBERS))
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        yield f"is too wide at {NARROW}"
