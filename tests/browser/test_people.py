"""The screens of people in a real browser, by keyboard."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.served import page_of, served
from tests.database import set_up

set_up()  # the other tests of this folder need no Django


@pytest.fixture
def visited(committed_db: str) -> Iterator[tuple[str, str, dict[str, int]]]:
    """Address, session of a klantmanager, and the ids of two dossiers: full, and safe contact."""
    from tests.apps.filled import filled_dossier, safe_dossier
    from tests.apps.visitor import visitor
    from tests.dossier.makers import HIER, dossier_for, team

    from meedoen.accounts.roles import Rol

    actor = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    full, safe = filled_dossier(actor), safe_dossier(actor)
    for name in ("Omar Haddad", "Oksana Kovalenko", "Li Wei", "Yusuf Aden"):
        dossier_for(actor, name)
    session = visitor(actor).cookies["sessie"].value
    with served() as address:
        yield address, session, {"full": full.pk, "safe": safe.pk}


def test_a_dossier_is_found_and_changed_by_keyboard_alone(
    browser: Browser, visited: tuple[str, str, dict[str, int]]
) -> None:
    address, session, ids = visited
    with page_of(browser, address, session, width=1440) as page:
        page.goto("/dossiers/")
        page.keyboard.press("/")
        page.keyboard.type("tesfai")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="gevonden")).to_be_visible()
        page.get_by_role("link", name="Selam Tesfay").focus()
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{address}/dossiers/{ids['full']}/")
        page.get_by_role("link", name="Wijzig deze gegevens").focus()
        page.keyboard.press("Enter")
        page.get_by_label("Telefoon").focus()
        page.keyboard.type("06 12345678")
        page.keyboard.press("Enter")
        expect(page.get_by_text("De gegevens zijn vastgelegd.")).to_be_visible()
        expect(page.get_by_text("06 12345678")).to_be_visible()
