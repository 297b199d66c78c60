"""On a tablet: a file of COA is looked over and agreed to; then the people are on the board."""

from playwright.sync_api import Browser, FilePayload, ViewportSize, expect
from tests.browser.every_page import Town, too_wide, visit
from tests.database import set_up
from tests.opvang.files import GOOD, OTHER, file_of

set_up()  # the other tests of this folder need no Django

TABLET: ViewportSize = {"width": 768, "height": 1024}
PHONE: ViewportSize = {"width": 320, "height": 700}
WRONG = OTHER | {"bsn": "999990018", "vnummer": "", "voornamen": "Fout"}
NEW = GOOD | {"bsn": "", "vnummer": "0123456701", "achternaam": "Vanafvandaag"}


def test_from_a_file_to_the_board(browser: Browser, town: Town) -> None:
    rows = file_of(NEW, OTHER, WRONG)
    file: FilePayload = {"name": "p.csv", "mimeType": "text/csv", "buffer": rows}
    with visit(browser, town, "chief") as page:
        page.set_viewport_size(TABLET)
        page.goto("/opvang/bestand/")
        page.get_by_label("Kies het bestand van het COA").set_input_files(file)
        page.get_by_role("button", name="Kijk het bestand na").click()
        expect(page.get_by_text("Dit BSN bestaat niet")).to_be_visible()
        for size in (PHONE, TABLET):
            page.set_viewport_size(size)
            assert not too_wide(page)
        page.get_by_role("button", name="Akkoord: neem 2 rijen over").click()
        expect(page.get_by_text("2 dossiers geopend")).to_be_visible()
        page.goto("/opvang/")
        expect(page.get_by_role("link", name="Selam Vanafvandaag")).to_be_visible()
        assert not too_wide(page)
