"""Every page in a real browser: axe, nothing scrolls sideways, and what every error must do."""

import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.every_page import (
    NARROW,
    ZOOMED,
    Town,
    by_session,
    go,
    open_all,
    seen_as,
    shoot,
    too_wide,
    visit,
)
from tests.browser.places import COLOURS, PLACES, Place
from tests.chromium import EVERYWHERE, violations
from tests.database import set_up

set_up()  # the other tests of this folder need no Django

PARTS = 2  # so many tests, for workers beside each other
Look = Callable[[Page, Place], list[str]]

# What answers with no page of its own: a file, a button that sends, a question of a machine.
NO_PAGE = {
    *("accounts.views.log_out", "accounts.views.move_day"),
    *("accounts.oidc.views.start", "accounts.oidc.views.back"),
    *("accounts.rechten.views.export", "dossier.views.oversight.file"),
    *("dossier.views.handover.take", "dossier.views.access.open_with_reason"),
    *(
        "dossier.views.documents.document",
        "dossier.views.letters.preview",
        "dossier.views.letters.sheet",
    ),
    "dossier.views.letter_new.try_out",  # a PDF, or the form with its errors
    "intake.views.vragen.questions",  # a PDF
    "dossier.views.letter_texts.sample_letter",
    "dossier.views.letter_sender.sender_sample",
    *(f"dossier.views.letter_steps.{step}" for step in ("sign", "send", "withdraw")),
    *(f"dossier.views.sending.{step}" for step in ("send", "take_back")),
    *(f"dossier.views.sending.{step}" for step in ("came_back", "looked_into")),
    *(f"dossier.views.mailroom.{step}" for step in ("make", "file", "posted", "not_posted")),
    "dossier.views.bezwaar.step",
    *(f"dossier.views.destruction.{step}" for step in ("keep", "let_go", "propose")),
    *("dossier.views.inzage.step", "dossier.views.inzage.copy_file"),
    "dossier.views.restriction.step",
    *("dossier.views.list.find", "dossier.views.oversight.find"),  # by POST: places that search
    *(f"config.health.{name}" for name in ("whole", "live", "ready", "security_txt")),
    *("api.notificaties.notificaties", "berichten.views.couple", "berichten.views.step"),
    *("berichten.vraag_views.ask", "berichten.gedaan_views.mark"),
    "berichten.vraag_views.answer",  # once DUO says what nobody understands: berichten/test_vraag
    *(f"opvang.views.bestand.{step}" for step in ("cancel", "example")),
    "opvang.views.bestand.preview",  # once a file waits: test_klantprofielen.py
    "persoonlijk_plan.levend.views_doelen.up",
    "persoonlijk_plan.levend.views_samen.pdf",
    *(f"persoonlijk_plan.plan_views.{step}" for step in ("voorstellen", "proef")),
    "intake.views.gesprek.here",  # a page that is open says so, by POST
    "werkplek.agenda_views.calendar_feed",
    "werkplek.uitvoer_views.worklist_xlsx",
    "werkplek.doorlooptijd_views.doorlooptijd_csv",
    "config.stijl.page",  # tests/look
    # once something was destroyed or withdrawn, or a login outside was ended: tests/apps
    "dossier.views.destruction.declaration",
    "dossier.views.withdrawal.declaration",
    "dossier.views.merging.decide",  # once somebody proposed it: tests/dossier/test_merging.py
    "dossier.views.inzage.copy",  # once somebody asked for it: test_rights.py
    "accounts.oidc.views.logged_out",
    # what one logs in with, asked again who one is, and a link that works once: test_login_flows.py
    *(f"allauth.mfa.{part}.views.view" for part in ("totp", "webauthn", "recovery_codes")),
    *(f"allauth.account.views._{step}.view" for step in ("reauthenticate", "password_change")),
    *(f"accounts.invitations.views.{step}" for step in ("enter", "accept", "link", "withdraw")),
    "config.session.session",
}


def test_a_new_screen_is_looked_at_too() -> None:
    """Whoever adds a page adds a Place in places.py, or says above why it is none."""
    from django.urls import Resolver404, resolve
    from tests.apps.test_crawl import addresses

    seen = set()
    for place in PLACES:
        with suppress(Resolver404):  # the page that says that there is none
            seen.add(_name(resolve(re.sub(r"{\w+}", "1", place.path).partition("?")[0]).func))
    every = {_name(each.view) for each in addresses()}
    assert every - NO_PAGE == seen


def _name(view: Any) -> str:
    return f"{view.__module__.removeprefix('meedoen.')}.{view.__name__}"


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_is_right_and_every_form_tells_what_is_wrong(
    part: int, browser: Browser, town: Town
) -> None:
    """Wide, narrow and zoomed; then every form is sent empty.

    Axe looks at every part narrow and dark in tests/look, and at every page so in --deep.
    """
    assert {place.name for place in PLACES} >= COLOURS
    found = _found(browser, town, _wide_narrow_and_zoomed, _sent_empty, part=part)
    assert not found, "\n".join(found)


@pytest.mark.deep
def test_axe_finds_nothing_on_any_page_narrow_and_dark(browser: Browser, town: Town) -> None:
    assert not _found(browser, town, _narrow_and_dark)


def _found(browser: Browser, town: Town, *looks: Look, part: int | None = None) -> list[str]:
    found = []
    places = town.places if part is None else town.places[part::PARTS]
    for who, theirs in by_session(places):
        with visit(browser, town, who) as page:
            for place in theirs:
                go(page, place)
                shoot(page, place.name)
                open_all(page)
                found += [f"{place.name}: {each}" for look in looks for each in look(page, place)]
    return found


def _sent_empty(page: Page, place: Place) -> list[str]:
    if not place.press:
        return []
    _send_empty(page, place)
    shoot(page, f"{place.name}-fout")
    return [*_told(page), *violations(page), *_too_wide(page, zoomed=EVERYWHERE)]


def _wide_narrow_and_zoomed(page: Page, place: Place) -> list[str]:
    """What fits at 320 px also fits at 200 %: that is seen on one page of each kind."""
    closer = EVERYWHERE or place.name in COLOURS
    return [*violations(page, contrast=closer), *_too_wide(page, zoomed=closer)]


def _narrow_and_dark(page: Page, _: Place) -> list[str]:
    with seen_as(page, NARROW, color_scheme="dark"):
        return violations(page)


def _too_wide(page: Page, *, zoomed: bool) -> list[str]:
    found = []
    for name, size in (("at 320 px", NARROW), ("at 200 %", ZOOMED))[: 2 if zoomed else 1]:
        with seen_as(page, size):
            found += [f"{name}: scrolls sideways"] * too_wide(page)
    return found


def _send_empty(page: Page, place: Place) -> None:
    """Empty every box of the form and send it."""
    button = page.locator("main").get_by_role("button", name=place.press).last
    form = button.locator("xpath=ancestor::form")
    for box in form.locator("input:is([type=text], [type=email], :not([type])), textarea").all():
        if box.is_visible():
            box.fill("")
    for choice in form.locator("select").all():
        choice.select_option(index=0)
    button.click()
    expect(page.locator(".foutenlijst")).to_be_visible()
    page.wait_for_load_state()  # the focus moves once the whole page is there


def _told(page: Page) -> list[str]:
    """What is wrong with how a page tells its errors (A11Y-02)."""
    told: list[str] = page.evaluate(
        """() => {
            const found = [];
            if (!document.title.startsWith("Fout:")) found.push("title: " + document.title);
            const list = document.querySelector(".foutenlijst");
            if (document.activeElement !== list) found.push("the summary has no focus");
            const links = [...list.querySelectorAll("a[href^='#']")];
            if (!links.length) found.push("the summary has no links");
            for (const link of links) {
                const box = document.getElementById(link.hash.slice(1));
                if (!box || !box.matches("input, select, textarea")) {
                    found.push("no box for " + link.hash);
                    continue;
                }
                const told = (box.closest("fieldset[aria-describedby]") ?? box)
                    .getAttribute("aria-describedby") ?? "";
                const id = told.split(" ").find(i => i.endsWith("_error"));
                const error = document.getElementById(id);
                if (!error?.textContent.trim()) found.push("not described: " + link.hash);
            }
            return found;
        }"""
    )
    return told
