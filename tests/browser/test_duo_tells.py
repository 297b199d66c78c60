"""What the demo promises, seen in a browser: DUO tells, a dossier opens, and asking brings more."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.served import page_of, served
from tests.database import set_up
from tests.pretend_duo.invented import BSN, DAY, HERE, THERE
from tests.pretend_duo.test_running import duo

from meedoen.adapters.pretend_duo.notices import Targets
from meedoen.adapters.pretend_duo.oins import DUO, oin_of
from meedoen.adapters.pretend_duo.persoon import Persoon, Step
from meedoen.adapters.pretend_duo.running import Running

set_up()  # the other tests of this folder need no Django

SUBJECT = {"X-Client-Cert-Subject": f"serialNumber={DUO}"}
READ = {"onderdeel": "LE", "niveau": "B1", "resultaat": "Geslaagd"}
STORY: tuple[tuple[int, str, dict[str, Any]], ...] = (
    (1, "vestiging", {}),
    (2, "plicht", {}),
    (30, "pip", {"leerroute": "B", "niveau": "B1"}),
    (90, "examen", READ),
)


@pytest.fixture
def told(committed_db: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, str, Running]]:
    """Meedoen beside a pretend DUO: its address, the session of a teamleider, and that DUO."""
    from django.test import override_settings
    from tests.apps.visitor import visitor
    from tests.dossier.makers import AT, HIER, team

    from meedoen.accounts.oin.actions import give_oin
    from meedoen.accounts.roles import Rol

    give_oin(HIER, oin_of(HIER), van=date(2022, 1, 1), at=AT)
    leader = visitor(team(HIER, Rol.TEAMLEIDER)[Rol.TEAMLEIDER])
    with served() as address, duo(targets=Targets(f"{address}/v1", headers=SUBJECT)) as found:
        person = Persoon(BSN, 9_998_000_001, "Eyob Semere", date(1990, 1, 1), (HERE, THERE), "")
        for days, what, fields in STORY:
            person.plan(Step(DAY + timedelta(days=days), what, fields))
        found.world.people[:] = [person]
        theirs = {"DUO_URL": found.url, "DUO_OIN": DUO, "DUO_PROXIES": ["127.0.0.1"]}
        monkeypatch.setattr("meedoen.config.duo.files_of", lambda *_: None)  # as the demo: no TLS
        with override_settings(**theirs):
            yield address, leader.cookies["sessie"].value, found


def test_duo_tells_a_dossier_opens_and_asking_brings_the_term_and_an_exam(
    browser: Browser, told: tuple[str, str, Running]
) -> None:
    address, session, found = told
    panel = browser.new_page()
    panel.goto(found.panel_url)
    with page_of(browser, address, session, width=1440) as page:
        page.goto("/berichten/")
        expect(page.get_by_text("Hier staan nog geen berichten")).to_be_visible()
        panel.get_by_role("button", name="Laat DUO iets sturen").click()
        _worked(page, 1)
        expect(page.get_by_text("verwerkt").first).to_be_visible()
        page.get_by_role("link", name="Naam nog onbekend").first.click()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        dossier = page.url.rstrip("/").rpartition("/")[2]
        _happens(panel, "SS102", found)
        _happens(panel, "SS199", found)
        _worked(page, len(found.world.people[0].gebeurtenissen))
        page.goto(f"/dossiers/{dossier}/tijdlijn/")
        for text in TOLD:
            expect(page.get_by_text(text).first).to_be_visible()
    panel.close()


TOLD = ("DUO stelde de termijn vast", "DUO gaf een uitslag van het examen door")


def _happens(panel: Page, code: str, found: Running) -> None:
    """Press until DUO tells this."""
    while code not in [each for _day, each in found.world.people[0].gebeurtenissen]:
        panel.get_by_role("button", name="Laat DUO iets sturen").click()


def _worked(page: Page, notices: int) -> None:
    """So many came in and were done by the worker; the list of messages is on the screen."""
    from django.db import connection
    from tests.dossier.makers import HIER

    from meedoen.accounts.scope import as_actor
    from meedoen.berichten.asking import duo_actor
    from meedoen.berichten.models import Bericht
    from meedoen.berichten.tasks import verwerk_berichten

    for _ in range(200):
        with as_actor(duo_actor(HIER)):
            if Bericht.objects.count() >= notices:
                break
        page.wait_for_timeout(50)
    verwerk_berichten.func()
    connection.close()
    page.goto("/berichten/")
