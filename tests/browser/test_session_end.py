"""The end of a session: told in time, put off where it can be, and nothing typed is lost."""

from playwright.sync_api import expect
from tests.browser.logging_in import EMAIL, WORD, Place, fill_in, give_code, logged_in, place, right
from tests.database import set_up

set_up()  # the other tests of this folder need no Django
__all__ = ["place"]  # a fixture


def test_a_session_that_ends_can_be_kept(place: Place) -> None:
    with logged_in(place, EMAIL) as page:
        page.clock.install()
        page.goto("/dossiers/nieuw/")
        page.get_by_label("Achternaam").fill("Tesfay")
        page.clock.fast_forward(27 * 60_000)
        expect(page.get_by_role("dialog")).to_be_hidden()
        page.clock.fast_forward(60_000)
        expect(page.get_by_role("dialog", name="Bent u er nog?")).to_be_visible()
        expect(page.get_by_role("button", name="Blijf ingelogd")).to_be_focused()
        expect(page.get_by_role("timer")).to_have_text("Nog 2 minuten.")
        right(page)
        page.keyboard.press("Enter")  # now half an hour again
        expect(page.get_by_role("dialog")).to_be_hidden()
        page.clock.fast_forward(27 * 60_000)
        expect(page.get_by_role("dialog")).to_be_hidden()
        expect(page.get_by_label("Achternaam")).to_have_value("Tesfay")


def test_staying_on_one_tab_is_known_on_the_other(place: Place) -> None:
    with logged_in(place, EMAIL) as page:
        page.clock.install()
        page.goto("/dossiers/nieuw/")
        page.clock.fast_forward(28 * 60_000)
        expect(page.get_by_role("dialog", name="Bent u er nog?")).to_be_visible()
        other = page.context.new_page()
        other.goto("/dossiers/")
        expect(page.get_by_role("dialog")).to_be_hidden()


def test_the_end_of_the_day_is_told_and_not_put_off(place: Place) -> None:
    with logged_in(place, EMAIL) as page:
        page.clock.install()
        page.goto("/dossiers/nieuw/")
        _began_long_ago()
        page.goto("/dossiers/nieuw/")
        expect(page.get_by_role("dialog", name="U moet straks opnieuw inloggen")).to_be_visible()
        expect(page.get_by_role("button", name="Blijf ingelogd")).to_be_hidden()
        right(page)
        page.get_by_role("button", name="Goed, ik sla op").click()
        expect(page.get_by_role("dialog")).to_be_hidden()
        page.clock.fast_forward(120_000)
        expect(page.get_by_role("dialog", name="U bent uitgelogd")).to_be_visible()


def test_after_the_end_one_logs_in_elsewhere_and_goes_on(place: Place) -> None:
    from django.contrib.sessions.models import Session

    with logged_in(place, EMAIL) as page:
        page.clock.install()
        page.goto("/dossiers/nieuw/")
        page.get_by_label("Achternaam").fill("Tesfay")
        Session.objects.all().delete()
        page.clock.fast_forward(31 * 60_000)
        expect(page.get_by_role("dialog", name="U bent uitgelogd")).to_be_visible()
        right(page)
        with page.context.expect_page() as opened:
            page.get_by_role("link", name="Log in op een nieuw tabblad").click()
        other = opened.value
        fill_in(other, EMAIL, WORD)
        give_code(other)
        expect(other.get_by_role("heading", name="Werklijst")).to_be_visible()
        expect(page.get_by_role("dialog")).to_be_hidden()
        expect(page.get_by_label("Achternaam")).to_have_value("Tesfay")
        page.get_by_role("button", name="Open het dossier").click()
        expect(page.get_by_role("alert")).to_contain_text("niet goed ingevuld")  # our form, no 403
        expect(page.get_by_label("Achternaam")).to_have_value("Tesfay")


def _began_long_ago() -> None:
    """Every session began a minute and a half less than a working day ago."""
    import time

    from django.conf import settings
    from django.contrib.sessions.backends.db import SessionStore
    from django.contrib.sessions.models import Session

    from meedoen.config.headers import BEGAN

    for row in Session.objects.all():
        session = SessionStore(row.session_key)
        session[BEGAN] = int(time.time()) - settings.SESSION_ABSOLUTE_AGE + 90
        session.save()
