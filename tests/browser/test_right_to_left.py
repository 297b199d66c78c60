"""Every page from right to left, in a language that is made from the source (LANG-04).

What was never marked for translation stays as it is there: names, numbers and the law may.
"""

from collections.abc import Callable, Iterable, Iterator

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.served import page_of, served
from tests.chromium import violations
from tests.database import set_up

set_up()  # the other tests of this folder need no Django
WIDE, NARROW = 1440, 320
# What a marked word stands between, and where words may stand as they are.
UNMARKED = """() => {
  const own = 'noscript, bdi, kbd, code, [lang]:not(html), .woordmerk, .kop-gemeente';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const marked = /\\u202e[^\\u202c]*\\u202c|\\p{Script=Arabic}/gu;
    const text = walker.currentNode.data.replace(marked, ' ');
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
    if (around.closest('bdi, .veld-hulp, [lang]:not(html)')) continue;
    if (/\\u202e/.test(around.textContent)) found.push(node.data.trim().slice(0, 80));
  }
  return [...new Set(found)];
}"""


@pytest.fixture
def visited(committed_db: str) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """The address of a full town, and per session the pages that its role can open."""
    from django.test import Client
    from tests.apps.filled import filled_dossier, safe_dossier
    from tests.apps.full_town import full_town
    from tests.apps.test_crawl import addresses
    from tests.apps.visitor import visitor
    from tests.dossier.makers import HIER

    from meedoen.accounts.roles import Rol

    people, values = full_town(HIER)
    full, safe = filled_dossier(people[Rol.KLANTMANAGER]), safe_dossier(people[Rol.KLANTMANAGER])
    pages: dict[str, list[str]] = {}
    for rol in (Rol.KLANTMANAGER, Rol.KWALITEITSMEDEWERKER, Rol.FG, Rol.BELEID):
        client = visitor(people[rol])
        seen = {path for paths in pages.values() for path in paths}
        every = [each.path(values) for each in addresses()]
        found = [path for path in every if path not in seen]
        pages[client.cookies["sessie"].value] = [path for path in found if _is_page(client, path)]
    first = next(iter(pages.values()))
    first += [f"/dossiers/{full.pk}/", f"/dossiers/{full.pk}/tijdlijn/", f"/dossiers/{safe.pk}/"]
    assert _is_page(Client(), "/inloggen/")
    with served() as address:
        yield address, pages


def _is_page(client: "object", path: str) -> bool:
    answer = client.get(path)  # type: ignore[attr-defined]
    return answer.status_code == 200 and "text/html" in answer.get("Content-Type", "")


def test_every_page_reads_from_right_to_left(
    browser: Browser, visited: tuple[str, dict[str, list[str]]]
) -> None:
    """Axe looks at every part from right to left in tests/look, and at every page in --deep."""
    assert not _found(browser, visited, _wrong)


@pytest.mark.deep
def test_axe_finds_nothing_on_any_page_from_right_to_left(
    browser: Browser, visited: tuple[str, dict[str, list[str]]]
) -> None:
    assert not _found(browser, visited, violations)


def _found(
    browser: Browser,
    visited: tuple[str, dict[str, list[str]]],
    look: Callable[[Page], Iterable[str]],
) -> list[str]:
    address, pages = visited
    found: list[str] = []
    for session, paths in pages.items():
        with page_of(browser, address, session, width=WIDE) as page:
            _choose(page, address, "ar-xb")
            for path in paths:
                page.set_viewport_size({"width": WIDE, "height": 900})
                page.goto(path)
                found += [f"{path} {each}" for each in look(page)]
    return found


def _choose(page: Page, address: str, code: str) -> None:
    page.context.add_cookies([{"name": "taal", "value": code, "url": address}])


def _wrong(page: Page) -> Iterator[str]:
    if page.evaluate("document.documentElement.dir") != "rtl":
        yield "is not from right to left"
    yield from (f"was never marked: {text}" for text in page.evaluate(UNMARKED))
    yield from (f"a number without a direction: {text}" for text in page.evaluate(LOOSE_NUMBERS))
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            yield f"is too wide at {width}"
