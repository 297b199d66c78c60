"""The screens of the diary in a real browser: wide and narrow, with axe, and without JavaScript."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.served import page_of, served
from tests.chromium import violations
from tests.database import set_up

set_up()  # the other tests of this folder need no Django
WIDTHS = [1440, 320]


@dataclass(frozen=True)
class Visit:
    """The address, a session per role, and the ids of what is there."""

    address: str
    klantmanager: str
    kwaliteit: str
    fg: str
    dossier: int
    closed: int
    afspraak: int
    vernietiging: int


@pytest.fixture
def visit(committed_db: str) -> Iterator[Visit]:
    """A dossier with a notice, its correction, notes, a document and an appointment."""
    from tests.apps.told import told_dossier
    from tests.apps.visitor import visitor
    from tests.dossier.makers import HIER, ON, dossier_for, later, team

    from meedoen.accounts.roles import Rol
    from meedoen.accounts.scope import as_actor
    from meedoen.dossier.actions.destruction import propose_destruction

    people = team(HIER)
    dossier, afspraak = told_dossier(people[Rol.KLANTMANAGER])
    closed = dossier_for(people[Rol.TEAMLEIDER], "Omar Haddad")
    with as_actor(people[Rol.KWALITEITSMEDEWERKER]):
        proposed = propose_destruction(closed.pk, "De termijn is voorbij.", on=ON, at=later(6))
    roles = (Rol.KLANTMANAGER, Rol.KWALITEITSMEDEWERKER, Rol.FG)
    mine, quality, fg = (visitor(people[rol]).cookies["sessie"].value for rol in roles)
    with served() as address:
        yield Visit(address, mine, quality, fg, dossier.pk, closed.pk, afspraak.pk, proposed.pk)


def places(visit: Visit) -> list[tuple[str, str]]:
    """Every screen of the diary: whose session, and where."""
    parts = [
        "tijdlijn/",
        "tijdlijn/?op_dag=14&op_maand=9&op_jaar=2026",
        "tijdlijn/?op_dag=31&op_maand=2&op_jaar=2026",
        "tijdlijn/3/herstel/",
        "tijdlijn/3/intrekken/",
        "vastleggen/",
        "vastleggen/?soort=niets-van-dat-al",
        "vastleggen/maandbedragen_vastgesteld/",
        "vastleggen/contact/",
        "contact/",
        "documenten/",
        "afspraken/",
        "afspraken/nieuw/",
        f"afspraken/{visit.afspraak}/",
        "waarom/persoonlijk_plan.uiterste_dag/",
        "waarom/bewaartermijn.eerste_laatste_dag/",
    ]
    found = [(visit.klantmanager, f"/dossiers/{visit.dossier}/{part}") for part in parts]
    return [
        *found,
        (visit.klantmanager, f"/dossiers/{visit.closed}/"),
        (visit.kwaliteit, f"/dossiers/{visit.dossier}/bewaren/"),
        (visit.fg, "/dossiers/vernietigingen/"),
        (visit.fg, f"/dossiers/vernietigingen/{visit.vernietiging}/"),
    ]


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_is_accessible_and_fits(browser: Browser, visit: Visit, width: int) -> None:
    found = []
    for session in (visit.klantmanager, visit.kwaliteit, visit.fg):
        with page_of(browser, visit.address, session, width=width) as page:
            for place in (where for whose, where in places(visit) if whose == session):
                page.goto(place)
                _open_all(page)
                found += [f"{place} {each}" for each in violations(page)]
                found += [f"{place} is too wide"] * _too_wide(page)
    assert not found, "\n".join(found)


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


def _open_all(page: Page) -> None:
    """Open what can be folded out: it must be right as well."""
    page.evaluate("document.querySelectorAll('main details').forEach(d => { d.open = true })")


def _too_wide(page: Page) -> bool:
    return bool(
        page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    )
