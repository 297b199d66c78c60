"""On a tablet: from a third summons that was missed to an intake without the person."""

from datetime import date

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.served import page_of, served
from tests.database import set_up

set_up()  # the other tests of this folder need no Django


@pytest.mark.usefixtures("committed_db")
def test_the_ladder_ends_in_an_intake_in_absence(browser: Browser) -> None:
    from tests.apps.visitor import visitor
    from tests.dossier.makers import HIER, team
    from tests.intake.asking import Walk, mandates
    from tests.werkplek.asylum import notified

    from meedoen.accounts.roles import Rol
    from meedoen.intake.treden import DERDE, OPROEP, WAARSCHUWING

    people, home, on = team(HIER, Rol.KLANTMANAGER), date(2026, 9, 1), date(2026, 9, 15)
    mandates(people)
    mine = people[Rol.KLANTMANAGER]
    walk = Walk(mine, notified(mine, "Selam Tesfay", home, home))
    for kind in (OPROEP, WAARSCHUWING):
        walk.ask(kind, on)
        on = walk.miss(on)
    walk.ask(DERDE, on)
    session = visitor(mine).cookies["sessie"].value
    with served() as address, page_of(browser, address, session, width=768) as page:
        page.goto(f"/intake/dossier/{walk.dossier.pk}/")
        page.get_by_role("link", name="Leg vast hoe het ging", exact=True).click()
        page.get_by_role("button", name="Leg vast").click()
        expect(page.get_by_role("alert")).to_contain_text("Kies hoe het ging.")
        page.get_by_label("Kwam niet, zonder goede reden").check()
        page.get_by_role("button", name="Leg vast").click()
        page.get_by_role("link", name="Maak de intake af zonder de persoon").click()
        expect(page.locator(".boom")).to_contain_text("Er waren drie oproepen")
        page.get_by_role("button", name="Maak de intake af").click()
        expect(page.locator("main")).to_contain_text("De brede intake is klaar.")
        wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        assert not page.evaluate(wide)
