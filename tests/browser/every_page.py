"""A town with every kind of page, for tests that look at all of them: full, empty, errors."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page
from tests.browser.places import PLACES, REFUSED, Place

SHOTS = os.environ.get("MEEDOEN_SHOTS", "")  # a folder: pictures for whoever wants to look
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 320, "height": 800}
ZOOMED = {"width": 720, "height": 450}  # what is left of 1440 x 900 at 200 %


@dataclass(frozen=True)
class Town:
    """The address of the server, a session per official, and every place to look at."""

    address: str
    sessions: dict[str, str]
    places: tuple[Place, ...]


def build() -> tuple[dict[str, str], tuple[Place, ...]]:
    """Fill the database: three dossiers, letters in every state; sessions and places."""
    from tests.apps.filled import filled_dossier, safe_dossier
    from tests.apps.full_town import full_town
    from tests.apps.objected import objected_dossier
    from tests.apps.talked import half_talked
    from tests.apps.visitor import visitor
    from tests.dossier.makers import ELDERS, HIER, dossier_for, team
    from tests.intake.asking import asked_dossier

    from meedoen.accounts.actions import Besluitrecht, give_mandate
    from meedoen.accounts.roles import Rol

    people, values = full_town(HIER)
    mine = people[Rol.KLANTMANAGER]
    plan = Besluitrecht(Rol.KLANTMANAGER, "vaststelling_pip", "mandaat")
    give_mandate(HIER, plan, van=date(2022, 1, 1))
    full, safe = half_talked(mine, filled_dossier(mine)).pk, safe_dossier(mine).pk
    told, talk = _told_and_judged(mine)
    theirs = dossier_for(people[Rol.TEAMLEIDER], "Oksana Kovalenko").pk
    for name in ("Omar Haddad", "Li Wei", "Yusuf Aden", "Amina Warsame"):
        dossier_for(mine, name)
    who = {
        "mine": mine,
        "chief": people[Rol.TEAMLEIDER],
        "quality": people[Rol.KWALITEITSMEDEWERKER],
        "jurist": people[Rol.JURIST],
        "fg": people[Rol.FG],
        "boss": people[Rol.BEHEERDER],
        "policy": people[Rol.BELEID],
        "empty": team(ELDERS)[Rol.KLANTMANAGER],
    }
    ids = (
        values
        | objected_dossier(people)
        | {"full": full, "safe": safe, "told": told.pk, "talk": talk.pk, "theirs": theirs}
        | {"asked": asked_dossier(people).pk}
    )
    sessions = {name: visitor(actor).cookies["sessie"].value for name, actor in who.items()}
    return sessions, tuple(replace(each, path=each.path.format(**ids)) for each in PLACES)


def _told_and_judged(mine: Any) -> Any:
    """A dossier with a full diary, whose leerroute was judged: its advice is open."""
    from tests.apps.told import told_dossier
    from tests.dossier.makers import ON, later

    from meedoen.accounts.scope import as_actor
    from meedoen.persoonlijk_plan.actions import Oordeel, judge
    from meedoen.rules.choices import Leerroute

    told, talk = told_dossier(mine)
    with as_actor(mine):
        judge(told.pk, Oordeel(Leerroute.B1_ROUTE, "leest al"), on=ON, at=later(6))
    return told, talk


def by_session(places: Iterable[Place]) -> Iterator[tuple[str, list[Place]]]:
    """The places per official, so that each logs in once."""
    for who, theirs in groupby(sorted(places, key=lambda each: each.who), lambda each: each.who):
        yield who, list(theirs)


@contextmanager
def visit(browser: Browser, town: Town, who: str, **more: Any) -> Iterator[Page]:
    """A page in the browser of an official; `more`: how the browser is."""
    context = browser.new_context(base_url=town.address, viewport=WIDE, **more)  # type: ignore[arg-type]
    if who:
        cookie: Any = {"name": "sessie", "value": town.sessions[who], "url": town.address}
        context.add_cookies([cookie])
    page = context.new_page()
    page.set_default_timeout(20_000)
    yield page
    context.close()


@contextmanager
def seen_as(page: Page, size: Any, **media: Any) -> Iterator[None]:
    """The same page in another size and other colours, and back."""
    page.set_viewport_size(size)
    page.emulate_media(**media)
    yield
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    page.emulate_media(color_scheme="null", forced_colors="null", media="null")


def go(page: Page, place: Place) -> None:
    """Go to a place as a visitor does; it must be there, unless it is about not being there."""
    answer = page.goto(place.path)
    refused = answer is None or answer.status in {403, 404}
    assert refused == (place.name in REFUSED), place
    if place.search:
        page.locator("#zoek").fill(place.search)
        with page.expect_navigation():
            page.keyboard.press("Enter")


def open_all(page: Page) -> None:
    """Open what can be folded out: it must be right as well."""
    page.evaluate("document.querySelectorAll('main details').forEach(d => { d.open = true })")


def shoot(page: Page, name: str) -> None:
    """Pictures of a page in the folder of MEEDOEN_SHOTS, if there is one, for who wants to look."""
    if not SHOTS:
        return
    ways: dict[str, tuple[Any, dict[str, Any]]] = {
        "wide": (WIDE, {}),
        "narrow": (NARROW, {}),
        "dark": (WIDE, {"color_scheme": "dark"}),
        "forced": (WIDE, {"forced_colors": "active"}),
        "print": (WIDE, {"media": "print"}),
    }
    for way, (size, media) in ways.items():
        with seen_as(page, size, **media):
            page.screenshot(path=Path(SHOTS) / f"{name}-{way}.png", full_page=True)


def too_wide(page: Page) -> bool:
    """Whether the page scrolls sideways."""
    return bool(
        page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    )
