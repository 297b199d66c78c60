"""A whole talk on a tablet: through an interpreter in Tigrinya, in any order, to the start."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.served import page_of, served
from tests.database import set_up

set_up()  # the other tests of this folder need no Django


@dataclass
class Table:
    """Where the product is, the dossier, and the sessions of two officials."""

    address: str
    talk: str
    mine: str
    chief: str


@pytest.fixture
def table(committed_db: str) -> Iterator[Table]:
    from tests.apps.visitor import visitor
    from tests.dossier.makers import HIER, dossier_for, team

    from meedoen.accounts.roles import Rol

    people = team(HIER, Rol.KLANTMANAGER, Rol.TEAMLEIDER)
    dossier = dossier_for(people[Rol.KLANTMANAGER])
    mine, chief = (
        visitor(people[rol]).cookies["sessie"].value for rol in (Rol.KLANTMANAGER, Rol.TEAMLEIDER)
    )
    with served() as address:
        yield Table(address, f"/intake/dossier/{dossier.pk}/gesprek/", mine, chief)


def test_a_talk_in_tigrinya_to_the_start_position(browser: Browser, table: Table) -> None:
    with page_of(browser, table.address, table.mine, width=768) as page:
        page.goto(f"{table.address}{table.talk}")
        page.get_by_role("link", name="Talen en Nederlands").click()
        page.get_by_label("Taal", exact=True).first.fill("Tigrinya")
        page.get_by_role("group", name="Nederlands lezen").get_by_label("A1", exact=False).nth(
            1
        ).check()
        page.get_by_label("de persoon, via de tolk").check()
        page.get_by_label("Dit onderdeel is genoeg besproken").check()
        page.get_by_role("button", name="Bewaar en ga verder").click()
        expect(page.get_by_text("Bewaard: Talen en Nederlands.")).to_be_visible()
        _two_write(browser, table, page)
        _no_connection(page)
        page.get_by_role("link", name="Terug zonder te bewaren").click()
        page.get_by_role("link", name="Hoe dit gesprek gaat").click()
        page.get_by_role("group", name="Zei u dat iemand").get_by_label("ja", exact=True).check()
        page.get_by_label("In welke taal en welk dialect").fill("Tigrinya uit het hoogland")
        page.get_by_role("button", name="Bewaar", exact=True).click()
        page.get_by_role("link", name="Rond de intake af").click()
        page.get_by_label("Waarom gaat u nu verder?").fill("De toets is volgende week.")
        page.get_by_role("button", name="Rond af").click()
        expect(page.get_by_role("heading", name="Startpositie")).to_be_visible()
        expect(page.get_by_text("Tigrinya uit het hoogland")).to_be_visible()


def _two_write(browser: Browser, table: Table, page: Page) -> None:
    """On «School en opleiding» a colleague is first; both texts stay, and each sees the other."""
    page.get_by_label("Wat leerde u daar?").fill("Naaien")
    with page_of(browser, table.address, table.chief, width=320) as other:
        other.goto(page.url)
        expect(other.get_by_text("heeft dit onderdeel ook open")).to_be_visible()
        other.get_by_label("Wat leerde u daar?").fill("Lassen")
        other.get_by_role("button", name="Bewaar", exact=True).click()
        expect(other.get_by_text("Bewaard: School en opleiding.")).to_be_visible()
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_text("Een collega vulde intussen hetzelfde in.")).to_be_visible()
    expect(page.get_by_text("Lassen")).to_be_visible()
    expect(page.get_by_label("Wat leerde u daar?")).to_have_value("Naaien")


def _no_connection(page: Page) -> None:
    """A tablet without a connection sends nothing, and what was typed stays."""
    page.context.set_offline(True)
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_text("Er is geen verbinding.")).to_be_visible()
    expect(page.get_by_label("Wat leerde u daar?")).to_have_value("Naaien")
    page.context.set_offline(False)
