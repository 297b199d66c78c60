"""The login of the municipality in a real browser, with a provider of another make (the mock)."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import requests
from playwright.sync_api import Browser, Page, expect
from tests.browser.served import served
from tests.chromium import violations
from tests.database import set_up

set_up()  # the other tests of this folder need no Django
os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"  # of the mock: http on this machine
SUB = "e7a1"
CLAIMS = {
    "name": "J. de Wit",
    "email": "j.dewit@voorbeeldstad.example",
    "groups": ["klantmanagers"],
}


@pytest.fixture
def visited(committed_db: str) -> Iterator[tuple[str, str]]:
    """Addresses of the product and of a provider that knows one official."""
    from oidc_provider_mock import run_server_in_thread
    from tests.apps.idp import Provider
    from tests.apps.municipal_login import with_login

    with run_server_in_thread(require_nonce=True) as server:
        issuer = f"http://localhost:{server.server_port}"
        with with_login(Provider(issuer=issuer)), served() as address:
            yield address, issuer


@contextmanager
def _page(browser: Browser, address: str, **more: Any) -> Iterator[Page]:
    context = browser.new_context(base_url=address, **more)
    page = context.new_page()
    page.set_default_timeout(20_000)
    yield page
    context.close()


def _known(issuer: str, **claims: Any) -> None:
    requests.put(f"{issuer}/users/{SUB}", json=CLAIMS | claims, timeout=5).raise_for_status()


def _log_in(page: Page) -> None:
    page.goto("/inloggen/")
    page.get_by_role("link", name="Log in met uw account van Voorbeeldstad").click()
    page.get_by_placeholder("sub").fill(SUB)
    page.get_by_role("button", name="Authorize").click()


@pytest.mark.parametrize("scripts", [True, False])
def test_there_and_back_and_out_again(
    browser: Browser, visited: tuple[str, str], scripts: bool
) -> None:
    address, issuer = visited
    _known(issuer)
    with _page(browser, address, java_script_enabled=scripts) as page:
        _log_in(page)
        expect(page.get_by_role("heading", name="Werklijst")).to_be_visible()
        expect(page.get_by_text("J. de Wit")).to_be_visible()
        page.get_by_role("button", name="Log uit").click()
        expect(page.get_by_role("heading", name="U bent uitgelogd uit Meedoen")).to_be_visible()
        page.get_by_role("link", name="Log ook uit bij Voorbeeldstad").click()
        page.wait_for_url(f"{issuer}/oauth2/end_session**")


@pytest.mark.parametrize("way", [{}, {"viewport": {"width": 320, "height": 800}}])
def test_no_group_is_a_page_that_says_what_to_do(
    browser: Browser, visited: tuple[str, str], way: Any
) -> None:
    address, issuer = visited
    _known(issuer, groups=[])
    with _page(browser, address, **way) as page:
        _log_in(page)
        expect(page.get_by_role("heading", name="U hebt nog geen toegang")).to_be_visible()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_stopping_at_the_provider_comes_back_kindly(
    browser: Browser, visited: tuple[str, str]
) -> None:
    with _page(browser, visited[0]) as page:
        page.goto("/inloggen/bij/gemeente/")
        page.get_by_role("button", name="Deny").click()
        # this provider gives no state with its refusal: then we do not know whose it is
        expect(page.get_by_role("link", name="Probeer het nog eens")).to_be_visible()
