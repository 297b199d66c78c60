"""In which language somebody reads: the browser's, or the one that was chosen; never half of it."""

from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils.translation import override
from tests.apps.full_town import full_town
from tests.apps.visitor import page, visitor
from tests.dossier.makers import HIER, team

from meedoen.accounts.fields import DayField
from meedoen.accounts.roles import Rol
from meedoen.config import formats
from meedoen.dossier.forms.record import ContactForm

ENGLISH = {"accept-language": "en-GB,en;q=0.9"}


def test_the_browser_may_say_it() -> None:
    assert '<html class="ma-theme" lang="en" dir="ltr">' in _text(Client(headers=ENGLISH))
    assert "<h1>Log in</h1>" in _text(Client(headers=ENGLISH))
    assert "<h1>Inloggen</h1>" in _text(Client())


@pytest.mark.parametrize("code", ["ar", "ti", "tr", "fa", "uk", "xx", "../../etc"])
def test_a_language_that_is_not_offered_is_dutch(code: str) -> None:
    assert "<h1>Inloggen</h1>" in _text(Client(headers={"accept-language": code}))
    client = Client()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = code
    assert "<h1>Inloggen</h1>" in _text(client)


def test_a_choice_goes_before_what_the_browser_says() -> None:
    client = Client(headers=ENGLISH)
    answer = client.post("/taal/", {"taal": "nl", "terug": "/inloggen/"})
    assert (answer.status_code, answer["Location"]) == (302, "/inloggen/")
    assert client.cookies[settings.LANGUAGE_COOKIE_NAME]["httponly"]
    assert "<h1>Inloggen</h1>" in _text(client)


@pytest.mark.parametrize("elsewhere", ["https://a.example/", "//a.example/", "a", "", "/\\a.nl"])
def test_nobody_is_sent_elsewhere(elsewhere: str) -> None:
    answer = Client().post("/taal/", {"taal": "en", "terug": elsewhere})
    assert answer["Location"] == "/"


def test_a_language_must_be_chosen() -> None:
    text = page(Client(), "/taal/", status=400, taal="xx", terug="/inloggen/")
    assert "Kies een taal." in text
    assert 'value="/inloggen/"' in text


def test_every_page_leads_to_the_choice_and_back() -> None:
    assert 'href="/taal/?terug=/inloggen/"' in _text(Client())
    assert 'value="/inloggen/"' in page(Client(), "/taal/?terug=/inloggen/")


def test_an_error_page_is_in_the_language_too() -> None:
    text = Client(headers=ENGLISH).get("/er-is-hier-niets/").content.decode()
    assert "<h1>Not found</h1>" in text


def test_the_law_stays_dutch_and_says_so(db: None) -> None:
    people, own = full_town(HIER)
    client = visitor(people[Rol.KLANTMANAGER])
    why = f"/dossiers/{own['pk']}/waarom/{own['regel']}/"
    dutch = page(client, why)
    assert '<span lang="nl"' not in dutch
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    text = page(client, why)
    assert "<h3>This is how we got there</h3>" in text
    assert '<span class="stap-tekst"><span lang="nl" dir="ltr">' in text
    form = page(client, f"/dossiers/{own['pk']}/vastleggen/leerroute_beoordeeld/")
    assert '<h2><span lang="nl" dir="ltr">Er is een oordeel over de leerroute</span></h2>' in form
    assert '<span lang="nl" dir="ltr">Waarom vindt u dat?</span>' in form


def test_days_and_amounts_are_written_as_the_language_does() -> None:
    on = date(2026, 3, 16)
    for code, day, amount in (
        ("nl", "16 maart 2026", "€\xa01.369,06"),
        ("en", "16 March 2026", "€\xa01,369.06"),
        ("ar-xb", "16 مارس 2026", "€\xa01,369.06"),
    ):
        with override(code):
            assert (formats.dag(on), formats.euro(136906)) == (day, amount)


@pytest.mark.parametrize("month", ["3", "maart", "mrt", "March", "mar"])
def test_a_month_can_be_typed_in_both_languages(month: str) -> None:
    assert DayField().clean(["16", month, "2026"]) == date(2026, 3, 16)


def test_the_diary_is_dutch_whatever_its_writer_reads() -> None:
    with override("en"):
        form = ContactForm({"hoe": "telefoon", "notitie": "over het plan"}, today=date(2026, 1, 1))
        assert form.is_valid()
        assert form.gegevens["hoe"] == "telefoon"
        assert '<option value="telefoon" selected>telephone</option>' in str(form)


def test_a_letter_is_dutch_whatever_its_official_reads(db: None) -> None:
    from meedoen.accounts.scope import as_actor
    from meedoen.dossier.addressee import HAND, addressee_of
    from meedoen.dossier.models import Dossier

    people, own = full_town(HIER)
    with as_actor(people[Rol.KLANTMANAGER]), override("en"):
        to = addressee_of(Dossier.objects.get(pk=own["pk"]), HAND, on=date(2026, 11, 1))
    assert [each.rpartition(" (")[2] for each in to.kopie] == ["gemachtigde)"]


def test_a_refusal_is_in_the_language_of_who_reads_it(db: None) -> None:
    client = visitor(team(HIER, Rol.BELEID)[Rol.BELEID])
    answer: Any = client.get("/dossiers/", headers={"accept-language": "en"})
    assert "With the role &#34;policy officer&#34; you may not do this" in answer.content.decode()


def _text(client: Client) -> str:
    return page(client, "/inloggen/")
