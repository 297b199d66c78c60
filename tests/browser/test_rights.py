"""Restriction, withdrawal, inzage and «Wie keek» in a real browser: wide and narrow, with axe."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.served import page_of, served
from tests.chromium import violations
from tests.database import set_up

set_up()  # the other tests of this folder need no Django
WIDTHS = [1440, 320]


@pytest.fixture
def visited(committed_db: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    """Address, sessions by role, and the pages of each: empty, full, errors, decided."""
    from django.conf import settings
    from tests.apps.filled import filled_dossier, safe_dossier
    from tests.apps.visitor import visitor
    from tests.dossier.makers import HIER, ON, later, team

    from meedoen.accounts.roles import Rol
    from meedoen.accounts.scope import as_actor
    from meedoen.dossier.actions import inzage
    from meedoen.dossier.actions.diary import record
    from meedoen.dossier.actions.restriction import restrict
    from meedoen.dossier.actions.withdrawal import propose_withdrawal, withdraw_data
    from meedoen.dossier.models import Beperking

    monkeypatch.setattr(settings, "MEDEWERKERLOGBOEK", True)
    monkeypatch.setattr(settings, "MEDEWERKERLOGBOEK_MINIMUM", 1)
    people = team(HIER)
    km, kwaliteit, fg = (
        people[rol] for rol in (Rol.KLANTMANAGER, Rol.KWALITEITSMEDEWERKER, Rol.FG)
    )
    full, safe = filled_dossier(km), safe_dossier(km)
    with as_actor(km):
        told = {"doelgroep": "asielstatushouder", "plicht_begon_op": ON}
        line = record(full.pk, "kennisgeving_ontvangen", told, on=ON, at=later(5))
        wrong = record(full.pk, "ingeschreven", {"gehuisvest": True}, on=ON, at=later(6))
        why = ("De inschrijving is van een naamgenoot.", "DUO")
        done = propose_withdrawal(full.pk, wrong.nummer, *why, on=ON, at=later(7))
        waiting = propose_withdrawal(full.pk, line.nummer, *why, on=ON, at=later(8))
    with as_actor(fg):
        withdraw_data(done.pk, on=ON, at=later(9))
    with as_actor(kwaliteit):
        inzage.ask_inzage(full.pk, "aan de balie", on=ON, at=later(10))
        inzage.make_copy(full.pk, [], on=ON, at=later(11))
        inzage.ask_inzage(safe.pk, "per telefoon", on=ON, at=later(10))
        restrict(safe.pk, Beperking.Grond.JUISTHEID, "Datum klopt niet", on=ON, at=later(12))
    visitor(km).get(f"/dossiers/{full.pk}/")
    sessions = {who.rol: visitor(who).cookies["sessie"].value for who in (km, kwaliteit, fg)}
    free, restricted = f"/dossiers/{full.pk}/", f"/dossiers/{safe.pk}/"
    with served() as address:
        yield {
            "address": address,
            "sessions": sessions,
            Rol.KLANTMANAGER: [
                f"{free}tijdlijn/{line.nummer}/hoort-hier-niet/",
                f"{free}hoort-hier-niet/",
                f"{free}tijdlijn/",
                f"{restricted}beperking/",
                restricted,
                "/dossiers/",
            ],
            Rol.KWALITEITSMEDEWERKER: [
                f"{free}beperking/",
                f"{restricted}beperking/",
                f"{free}inzage/",
                f"{restricted}inzage/",
                f"{free}inzage/kopie/",
            ],
            Rol.FG: [
                "/begin/",
                "/dossiers/intrekkingen/",
                f"/dossiers/intrekkingen/{waiting.pk}/beslissen/",
                f"/dossiers/intrekkingen/{done.pk}/",
                "/logboek/",
                "/logboek/?dag=2020-01-01",
                f"/logboek/persoon/{full.persoon_id}/",
                "/logboek/medewerkers/",
                f"/logboek/medewerkers/{km.medewerker_id}/",
            ],
        }


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_is_accessible_and_fits(
    browser: Browser, visited: dict[str, Any], width: int
) -> None:
    found = []
    for rol, session in visited["sessions"].items():
        with page_of(browser, visited["address"], session, width=width) as page:
            for place in visited[rol]:
                answer = page.goto(place)
                assert answer is not None
                assert answer.status == 200, place
                found += [f"{place} {each}" for each in violations(page)]
                found += [f"{place} is too wide"] * _too_wide(page)
                _keep(page, f"{width}{place}")
    assert not found, "\n".join(found)


def test_a_form_with_every_error_is_accessible(browser: Browser, visited: dict[str, Any]) -> None:
    from meedoen.accounts.roles import Rol

    session = visited["sessions"][Rol.KWALITEITSMEDEWERKER]
    with page_of(browser, visited["address"], session, width=320) as page:
        page.goto(visited[Rol.KWALITEITSMEDEWERKER][0])
        page.get_by_role("button", name="Beperk het gebruik").click()
        assert page.title().startswith("Fout:")
        assert violations(page) == []
        assert not _too_wide(page)
        _keep(page, "fout")


def _too_wide(page: Page) -> bool:
    return bool(
        page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    )


def _keep(page: Page, name: str) -> None:
    """A picture for whoever wants to look: MEEDOEN_PICTURES names a folder."""
    folder = os.environ.get("MEEDOEN_PICTURES", "")
    if folder:
        page.screenshot(path=f"{folder}/{name.replace('/', '_')}.png", full_page=True)
