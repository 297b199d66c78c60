"""A municipality that runs, for tests with a browser that log in as people do."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.browser.served import served
from tests.chromium import violations

EMAIL, WORD = "j.dewit@voorbeeldstad.example", "een heel lang wachtwoord"
KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@dataclass(frozen=True)
class Place:
    """A product that runs, and a browser."""

    address: str
    browser: Browser

    @contextmanager
    def visitor(self) -> Iterator[Page]:
        """A page of somebody new."""
        context = self.browser.new_context(base_url=self.address)
        yield _page(context)
        context.close()


@pytest.fixture
def place(committed_db: str, browser: Browser) -> Iterator[Place]:
    """A municipality with a klantmanager and a beheerder; passkeys need a name, not a number."""
    from tests.dossier.makers import HIER

    from meedoen.accounts.actions import add_medewerker, grant_role
    from meedoen.accounts.roles import Rol

    for email, naam, rol in (
        (EMAIL, "J. de Wit", Rol.KLANTMANAGER),
        ("i.kuiper@voorbeeldstad.example", "I. Kuiper", Rol.BEHEERDER),
    ):
        who = add_medewerker(email, naam, WORD)
        grant_role(who, rol, HIER, van=date(2022, 1, 1))
    with served() as address:
        yield Place(address.replace("127.0.0.1", "localhost"), browser)


def _page(context: BrowserContext) -> Page:
    page = context.new_page()
    page.set_default_timeout(20_000)
    return page


def plug_in(page: Page) -> None:
    """A key in this browser that says yes."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})


def fill_in(page: Page, email: str, word: str) -> None:
    page.get_by_label("E-mailadres").fill(email)
    page.get_by_label("Wachtwoord", exact=True).fill(word)
    page.get_by_role("button", name="Log in").click()


def give_password(page: Page, word: str = WORD) -> None:
    page.goto("/inloggen/")
    fill_in(page, EMAIL, word)


@contextmanager
def logged_in(place: Place, email: str) -> Iterator[Page]:
    """A page of somebody who logged in with an app."""
    with place.visitor() as page:
        page.goto("/inloggen/")
        fill_in(page, email, WORD)
        set_app(email)
        page.goto("/inloggen/")
        fill_in(page, email, WORD)
        give_code(page, email)
        yield page


def set_app(email: str) -> None:
    from tests.apps.factor import app_of

    from meedoen.accounts.models import Medewerker

    app_of(Medewerker.objects.get(email=email))


def give_code(page: Page, email: str = EMAIL) -> None:
    """The code that the app shows; a code used before counts as a new one."""
    from django.core.cache import cache
    from tests.apps.factor import code_for

    cache.clear()
    page.get_by_role("textbox", name="Code").fill(code_for(email))
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("button", name="Log uit")).to_be_visible()


def right(page: Page) -> None:
    """Accessible and not too wide, on a desk and on a small phone."""
    for width in (1440, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert not violations(page), (page.url, width)
        wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        assert not page.evaluate(wide), (page.url, width)
