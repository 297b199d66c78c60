"""The screens of the diary in a real browser, also without JavaScript."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.served import page_of, served
from tests.database import set_up

set_up()  # the other tests of this folder need no Django


@dataclass(frozen=True)
class Visit:
    """The address, the session of a klantmanager, and the id of the dossier."""

    address: str
    klantmanager: str
    dossier: int


@pytest.fixture
def visit(committed_db: str) -> Iterator[Visit]:
    """A dossier with a notice, its correction, notes, a document and an appointment."""
    from tests.apps.told import told_dossier
    from tests.apps.visitor import visitor
    from tests.dossier.makers import HIER, team

    from meedoen.accounts.roles import Rol

    actor = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    dossier, _afspraak = told_dossier(actor)
    with served() as address:
        yield Visit(address, visitor(actor).cookies["sessie"].value, dossier.pk)


def test_a_note_takes_a_few_keys_and_no_javascript(browser: Browser, visit: Visit) -> None:
    context = browser.new_context(base_url=visit.address, java_script_enabled=False)
    context.add_cookies([{"name": "sessie", "value": visit.klantmanager, "url": visit.address}])
    page = context.new_page()
    page.goto(f"/dossiers/{visit.dossier}/tijdlijn/")
    page.get_by_text("Contact gehad?").click()
    page.get_by_label("Waar ging het over?").fill("Komt donderdag om tien uur.")
    page.get_by_role("button", name="Leg de notitie vast").click()
    expect(page.get_by_text("De contactnotitie is vastgelegd.")).to_be_visible()
    expect(page.get_by_text("Komt donderdag om tien uur.")).to_be_visible()
    context.close()


def test_what_is_wrong_is_put_right_from_its_line(browser: Browser, visit: Visit) -> None:
    with page_of(browser, visit.address, visit.klantmanager, width=1440) as page:
        page.goto(f"/dossiers/{visit.dossier}/tijdlijn/")
        page.get_by_role("link", name="Dit klopt niet (nummer 3)").click()
        page.get_by_role("group", name="Op welke dag").get_by_label("Dag").fill("10")
        page.get_by_role("button", name="Leg het herstel vast").click()
        expect(page.get_by_text("Nummer 3 is hersteld.")).to_be_visible()
        page.goto(f"/dossiers/{visit.dossier}/waarom/persoonlijk_plan.uiterste_dag/")
        page.get_by_role("link", name="nummer 7").first.click()
        expect(page.locator("#nr-7")).to_be_in_viewport()
