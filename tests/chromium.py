"""A real Chromium for the tests, one per process; without one CI fails, and others skip loudly."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

QUIET = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
EVERYWHERE = os.environ.get("MEEDOEN_HYPOTHESIS") == "deep"
COLOUR = ("color-contrast", "link-in-text-block")  # the rules that compare colours
DUTCH = "--accept-lang=nl"  # as the browsers of most officials; a test may ask another language


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("MEEDOEN_CHROMIUM", "")
    if not Path(path).is_file():
        message = "no Chromium: run ./meedoen test, which finds or gets one"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=[*QUIET, DUTCH, *root])
        yield chromium
        chromium.close()


def violations(page: Page, *, contrast: bool = EVERYWHERE) -> list[str]:
    """What axe finds wrong on a page, a line each.

    Contrast, also that of a link beside its text, takes nine tenths of the time of axe and belongs
    to the parts, not to the page: looked at for every part in tests/look, for one page of each kind
    in test_every_page.py, and on every page in --deep. Nothing is preloaded: no rule that is
    on reads style sheets or films, and to fetch them again takes a third of the time of axe.
    """
    options = {
        "resultTypes": ["violations"],
        "rules": {name: {"enabled": contrast} for name in COLOUR},
        "preload": False,
    }
    found = Axe().run(page, options=options).response["violations"]
    return [f"{v['id']}: {v['help']} {[n['target'] for n in v['nodes']][:3]}" for v in found]
