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
# at 320 pixels test_every_page.py looks at the same screens
WIDTHS = [1440, pytest.param(320, marks=pytest.mark.deep)]


@pytest.fixture
def visited(committed_db: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    """Address, sessions by role, and the pages of each: empty, full, decided."""
    from django.conf import settings
    from tests.apps.visitor import visitor
    from tests.dossier.makers import HIER, team

    from meedoen.accounts.roles import Rol

    monkeypatch.setattr(settings, "MEDEWERKERLOGBOEK", True)
    monkeypatch.setattr(settings, "MEDEWERKERLOGBOEK_MINIMUM", 1)
    people = team(HIER)
    pages = _pages(people)
    roles = (Rol.KLANTMANAGER, Rol.KWALITEITSMEDEWERKER, Rol.FG)
    sessions = {rol: visitor(people[rol]).cookies["sessie"].value for rol in roles}
    with served() as address:
        yield {"address": address, "sessions": sessions, **pages}


def _pages(people: Any) -> dict[Any, list[str]]:
    """By role: a free dossier with a withdrawal and a copy, and a restricted one."""
    from tests.apps.filled import filled_dossier, safe_dossier

    from meedoen.accounts.roles import Rol

    km = people[Rol.KLANTMANAGER]
    full, safe = filled_dossier(km), safe_dossier(km)
    waiting, done = _withdrawals(people, full.pk)
    _requests(people, full.pk, safe.pk)
    free, restricted = f"/dossiers/{full.pk}/", f"/dossiers/{safe.pk}/"
    line, one = waiting.nummers[0], f"/logboek/persoon/{full.persoon_id}/"
    decided = "/dossiers/intrekkingen/"
    return {
        Rol.KLANTMANAGER: [
            *(f"{free}{page}" for page in ("hoort-hier-niet/", "tijdlijn/")),
            f"{free}tijdlijn/{line}/hoort-hier-niet/",
            *(f"{restricted}{page}" for page in ("beperking/", "", "nu/")),
            "/dossiers/",
        ],
        Rol.KWALITEITSMEDEWERKER: [
            *(f"{free}{page}" for page in ("beperking/", "inzage/", "inzage/kopie/")),
            *(f"{restricted}{page}" for page in ("beperking/", "inzage/")),
        ],
        Rol.FG: [
            *("/begin/", "/logboek/", "/logboek/?dag=2020-01-01", one, "/logboek/medewerkers/"),
            f"/logboek/medewerkers/{km.medewerker_id}/",
            *(decided, f"{decided}{waiting.pk}/beslissen/", f"{decided}{done.pk}/"),
        ],
    }


def _withdrawals(people: Any, dossier: int) -> tuple[Any, Any]:
    """One that waits, and one that was decided."""
    from tests.dossier.makers import ON, later

    from meedoen.accounts.roles import Rol
    from meedoen.accounts.scope import as_actor
    from meedoen.dossier.actions.diary import record
    from meedoen.dossier.actions.withdrawal import propose_withdrawal, withdraw_data

    with as_actor(people[Rol.KLANTMANAGER]):
        told = {"doelgroep": "asielstatushouder", "plicht_begon_op": ON}
        line = record(dossier, "kennisgeving_ontvangen", told, on=ON, at=later(5))
        wrong = record(dossier, "ingeschreven", {"gehuisvest": True}, on=ON, at=later(6))
        why: dict[str, Any] = {"bron": "DUO", "on": ON, "at": later(7)}
        done = propose_withdrawal(dossier, wrong.nummer, "Dit is van een naamgenoot.", **why)
        waiting = propose_withdrawal(dossier, line.nummer, "Dit is van een naamgenoot.", **why)
    with as_actor(people[Rol.FG]):
        withdraw_data(done.pk, on=ON, at=later(9))
    return waiting, done


def _requests(people: Any, full: int, safe: int) -> None:
    """A copy that is made, one that waits for a second look, and a restriction."""
    from tests.dossier.makers import ON, later

    from meedoen.accounts.roles import Rol
    from meedoen.accounts.scope import as_actor
    from meedoen.dossier.actions import inzage
    from meedoen.dossier.actions.restriction import restrict
    from meedoen.dossier.models import Beperking

    with as_actor(people[Rol.KWALITEITSMEDEWERKER]):
        inzage.ask_inzage(full, "aan de balie", on=ON, at=later(10))
        inzage.make_copy(full, [], on=ON, at=later(11))
        inzage.ask_inzage(safe, "per telefoon", on=ON, at=later(10))
        restrict(safe, Beperking.Grond.JUISTHEID, "Datum klopt niet", on=ON, at=later(12))


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
