"""The review of rights in a real browser: wide and narrow, full and empty, with axe."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.served import page_of, served
from tests.chromium import violations
from tests.database import set_up

set_up()  # the other tests of this folder need no Django


@pytest.fixture
def visited(committed_db: str) -> Iterator[tuple[str, str, int]]:
    """Address, session of a beheerder, and the number of a klantmanager who asks to be coupled."""
    from django.utils import timezone
    from django.utils.timezone import localdate
    from tests.apps.visitor import visitor
    from tests.dossier.makers import HIER, team

    from meedoen.accounts.models import Koppelverzoek, Medewerker, Rolverlening
    from meedoen.accounts.roles import Rol

    people = team(HIER)
    medewerker = people[Rol.KLANTMANAGER].official
    Medewerker.objects.filter(pk=medewerker).update(naam="Johanna Wilhelmina de Wit-van der Meer")
    Rolverlening.objects.filter(rol="beleid").update(van=localdate() - timedelta(days=9))
    Koppelverzoek.objects.create(
        medewerker_id=medewerker,
        aanbieder="https://login.microsoftonline.com/8a3cf2c0/v2.0",
        sub="1",
        naam="J.W. de Wit",
        at=timezone.now(),
    )
    with served() as address:
        yield address, visitor(people[Rol.BEHEERDER]).cookies["sessie"].value, medewerker


@pytest.mark.parametrize("width", [1440, 320])
def test_every_page_of_the_review(
    browser: Browser, visited: tuple[str, str, int], width: int
) -> None:
    address, session, who = visited
    with page_of(browser, address, session, width=width) as page:
        for place in ("", "?toon=vroeger", "?toon=ongebruikt", "rollen/", f"{who}/"):
            page.goto(f"/rechten/{place}")
            _good(page, place)
        page.get_by_role("link", name="Beslis of u koppelt").click()
        _good(page, "koppel")
        page.get_by_role("button", name="Leg dit vast").click()
        expect(page.get_by_role("alert")).to_be_focused()
        _good(page, "koppel-fout")


def test_a_role_is_given_and_reviewed_by_keyboard(
    browser: Browser, visited: tuple[str, str, int]
) -> None:
    address, session, who = visited
    with page_of(browser, address, session, width=1440) as page:
        page.goto(f"/rechten/{who}/")
        page.get_by_role("link", name="Geef een rol").press("Enter")
        page.get_by_label("Rol", exact=True).select_option("jurist")
        page.get_by_label("Waarom?").fill("vervangt een collega")
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_have_text("De rol is gegeven.")
        page.get_by_role("link", name="Deze rechten kloppen").press("Enter")
        page.get_by_role("button", name="Ja, deze rechten kloppen").press("Enter")
        expect(page.get_by_role("status")).to_have_text("U hebt deze rechten nagezien.")
        _good(page, "na")


def _good(page: Page, name: str) -> None:
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
