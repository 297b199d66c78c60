"""The main job on a real contract: from DUO's notice to the term that DUO sets after the plan."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.served import page_of, served
from tests.database import set_up
from tests.pretend_duo.invented import BSN, HERE, THERE
from tests.pretend_duo.test_running import duo

from meedoen.adapters.pretend_duo.notices import Targets
from meedoen.adapters.pretend_duo.oins import DUO, oin_of
from meedoen.adapters.pretend_duo.persoon import Persoon, Step
from meedoen.adapters.pretend_duo.running import Running

set_up()  # the other tests of this folder need no Django

SUBJECT = {"X-Client-Cert-Subject": f"serialNumber={DUO}"}
NOTICE = date(2026, 9, 1)  # DUO tells, and the ten weeks begin
TALK, PLAN = date(2026, 9, 14), date(2026, 9, 24)
LAST_DAY = "24 september 2029"  # three years, from the day after the plan
WRITTEN = {
    "Uren les per week": "12",
    "Uren les in het hele plan": "600",
    "Wanneer en hoe zijn de lessen?": "Drie ochtenden in de week",
    "Hoe helpt en begeleidt de gemeente?": "J. de Wit belt elke maand.",
    "Aantal voortgangsgesprekken per jaar": "4",
    "Participatieverklaring (PVT)": "Drie ochtenden in november",
    "Werk en meedoen (MAP)": "64 uur, vanaf januari",
    "Waarom past dit plan": "Eyob leert snel en wil in de zorg werken.",
}
KINDS = ("oproep_brede_intake", "vaststelling_pip")


@dataclass(frozen=True)
class Desk:
    """Meedoen beside a pretend DUO: where it is, who works there, that DUO and its own page."""

    address: str
    session: str
    duo: Running
    panel: Page

    def worker(self) -> None:
        """What the worker does each minute: read what came in, then tell what happened."""
        from django.db import connection

        from meedoen.berichten.tasks import meld_aan_duo, verwerk_berichten

        verwerk_berichten.func()
        meld_aan_duo.func(0)
        connection.close()


@pytest.fixture
def desk(committed_db: str, browser: Browser, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    from django.test import override_settings
    from tests.apps.visitor import visitor
    from tests.dossier.makers import AT, HIER, team

    from meedoen.accounts.actions import Besluitrecht, give_mandate
    from meedoen.accounts.oin.actions import give_oin
    from meedoen.accounts.roles import Rol

    give_oin(HIER, oin_of(HIER), van=date(2022, 1, 1), at=AT)
    for kind in KINDS:
        right = Besluitrecht(Rol.KLANTMANAGER, kind, "mandaatregister 2022")
        give_mandate(HIER, right, van=date(2022, 1, 1))
    mine = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    _on(NOTICE)
    monkeypatch.setattr("meedoen.config.duo.files_of", lambda *_: None)  # as the demo: no TLS
    with served() as address, duo(targets=Targets(f"{address}/v1", headers=SUBJECT)) as found:
        person = Persoon(BSN, 9_998_000_001, "Eyob Semere", date(1990, 1, 1), (HERE, THERE), "")
        for what, told in (("vestiging", {}), ("plicht", {"soort": "tien_weken"})):
            person.plan(Step(NOTICE, what, told))
        found.world.people[:] = [person]
        found.world.day = NOTICE
        theirs = {"DUO_URL": found.url, "DUO_OIN": DUO, "DUO_PROXIES": ["127.0.0.1"]}
        with override_settings(DEMO=True, **theirs):
            panel = browser.new_page()
            panel.goto(found.panel_url)
            yield Desk(address, visitor(mine).cookies["sessie"].value, found, panel)
            panel.close()


def test_from_the_notice_to_the_term(browser: Browser, desk: Desk) -> None:
    with page_of(browser, desk.address, desk.session, width=1440) as page:
        dossier = _a_notice_opens_a_dossier(page, desk)
        _summoned_and_sent(page, dossier)
        _on(TALK)
        _talked(page, dossier)
        _on(PLAN)
        _the_leerroute_is_chosen(page, dossier)
        _the_plan_is_made_and_sent(page, dossier)
        _duo_confirms_and_sets_the_term(page, desk, dossier)


def _a_notice_opens_a_dossier(page: Page, desk: Desk) -> str:
    desk.panel.get_by_role("button", name="Laat DUO iets sturen").click()
    _came_in(1)
    desk.worker()
    page.goto("/berichten/")
    expect(page.get_by_text("SS139")).to_be_visible()
    page.get_by_role("link", name="Naam nog onbekend").first.click()
    dossier = page.url.split("/")[4]
    _what_the_brp_tells(int(dossier))
    return dossier


def _summoned_and_sent(page: Page, dossier: str) -> None:
    page.goto(f"/intake/dossier/{dossier}/vraag/oproep_brede_intake/")
    page.locator("[name=dag_dag]").fill(str(TALK.day))
    page.locator("[name=dag_maand]").fill(str(TALK.month))
    page.locator("[name=dag_jaar]").fill(str(TALK.year))
    page.get_by_label("Hoe laat begint het?").fill("10:00")
    page.get_by_label("Hoe laat is het klaar?").fill("11:00")
    page.get_by_label("Waar?").fill("Stadhuis, kamer 3")
    page.get_by_label("tolk van het tolkenbureau").check()
    page.get_by_label("Welke taal spreekt de tolk?").fill("Tigrinya")
    page.get_by_role("button", name="Maak de afspraak en de brief").click()
    _sign_and_send(page)


def _sign_and_send(page: Page) -> None:
    page.get_by_role("button", name="Onderteken").click()
    page.get_by_role("button", name="zelf op de post").click()
    expect(page.get_by_text("De brief is verzonden.")).to_be_visible()


def _talked(page: Page, dossier: str) -> None:
    page.goto(f"/intake/dossier/{dossier}/uitkomst/")
    page.get_by_label("Kwam, en werkte genoeg mee").check()
    page.get_by_role("button", name="Leg vast").click()
    page.goto(f"/intake/dossier/{dossier}/afronden/")
    page.get_by_label("Waarom gaat u nu verder?").fill("De rest vragen wij bij het plan.")
    page.get_by_role("button", name="Rond af").click()
    expect(page.get_by_role("heading", name="Startpositie")).to_be_visible()


def _the_leerroute_is_chosen(page: Page, dossier: str) -> None:
    page.goto(f"/plan/dossier/{dossier}/")
    page.get_by_role("group", name="Welke leerroute").get_by_label("B1-route").check()
    page.get_by_label("Waarom vindt u dat?").fill("Eyob leerde snel lezen.")
    page.get_by_role("button", name="Leg mijn oordeel vast").click()
    page.get_by_role("group", name="Welke leerroute").get_by_label("B1-route").check()
    page.get_by_role("button", name="Leg de keuze vast").click()
    expect(page.get_by_text("De keuze is vastgelegd.")).to_be_visible()


def _the_plan_is_made_and_sent(page: Page, dossier: str) -> None:
    page.goto(f"/plan/dossier/{dossier}/besluit/")
    page.get_by_label("Taalniveau van de examens").select_option("B1")
    for label, text in WRITTEN.items():
        page.get_by_label(label).fill(text)
    for question in ("Leert iemand eerst lezen", "Is er een kind", "Horen er besluiten"):
        page.get_by_role("group", name=question).get_by_label("nee", exact=True).check()
    page.get_by_role("button", name="Bewaar het plan").click()
    page.get_by_role("button", name="Stel het plan voor").click()
    _sign_and_send(page)


def _duo_confirms_and_sets_the_term(page: Page, desk: Desk, dossier: str) -> None:
    desk.worker()
    page.goto(f"/berichten/dossier/{dossier}/")
    expect(page.get_by_text("bevestigd").first).to_be_visible()
    desk.panel.get_by_role("button", name="Laat DUO iets sturen").click()
    _came_in(2)
    desk.worker()
    page.goto(f"/dossiers/{dossier}/nu/")
    expect(page.get_by_text(LAST_DAY).first).to_be_visible()
    page.goto(f"/dossiers/{dossier}/tijdlijn/")
    expect(page.get_by_text("De gemeente meldde het PIP aan DUO").first).to_be_visible()
    expect(page.get_by_text("DUO stelde de termijn vast").first).to_be_visible()
    page.goto("/")
    row = page.get_by_role("row").filter(has_text="Eyob S.")
    expect(row).to_contain_text("Het inburgeringsaanbod moet er zijn")
    expect(page.get_by_text("Het PIP moet er zijn")).to_have_count(0)


def _came_in(notices: int) -> None:
    """Wait until DUO brought so many."""
    from tests.dossier.makers import HIER

    from meedoen.accounts.scope import as_actor
    from meedoen.berichten.asking import duo_actor
    from meedoen.berichten.models import Bericht

    for _ in range(200):
        with as_actor(duo_actor(HIER)):
            if Bericht.objects.count() >= notices:
                return
        time.sleep(0.05)
    pytest.fail("the notice did not come in")


def _on(day: date) -> None:
    """Meedoen stands still on this day."""
    from django.utils.timezone import now

    from meedoen.accounts.actions import set_demo_day

    set_demo_day(day, at=now())


def _what_the_brp_tells(dossier: int) -> None:
    """Name, address and house: what an official reads in the register."""
    from tests.dossier.makers import HIER

    from meedoen.accounts.actor import Actor
    from meedoen.accounts.clock import now
    from meedoen.accounts.models import Medewerker
    from meedoen.accounts.roles import Rol
    from meedoen.accounts.scope import as_actor
    from meedoen.dossier.actions.circumstances import move
    from meedoen.dossier.actions.diary import record
    from meedoen.dossier.actions.people import change_person
    from meedoen.dossier.models import Adres, Persoon

    who = Medewerker.objects.get(email=f"klantmanager@{HIER}.example.org")
    when: dict[str, Any] = {"on": NOTICE, "at": now()}
    with as_actor(Actor(who.pk, who.naam, Rol.KLANTMANAGER, (HIER,))):
        person = Persoon.objects.get(dossier=dossier)
        name = {"voornamen": "Eyob", "geslachtsnaam": "Semere"}
        change_person(dossier, name, versie=person.versie, **when)
        home = {"straat": "Dorpsstraat 1", "postcode": "9999 XX", "plaats": "Voorbeeldstad"}
        move(dossier, Adres.Soort.WOONADRES, home, **when)
        told = {"gehuisvest": True, "vestiging_in_gemeente_op": NOTICE}
        record(dossier, "ingeschreven", told, **when)
