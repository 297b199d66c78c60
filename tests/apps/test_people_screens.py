"""Screens of people: the list, the search, and a new dossier."""

import re

import pytest
from tests.apps.filled import WHERE
from tests.apps.visitor import few_queries, hidden, page, person, visitor
from tests.dossier.makers import BSN, ELDERS, HIER, ON, dossier_for, later, team

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions import circumstances
from meedoen.dossier.actions.people import hand_over
from meedoen.dossier.models import (
    Adres,
    Persoon,
    Stand,
)

pytestmark = pytest.mark.usefixtures("db")

KM, TL = Rol.KLANTMANAGER, Rol.TEAMLEIDER
NEW = {
    "voornamen": "Selam",
    "geslachtsnaam": "Tesfay",
    "eigen_schrift": "ሰላም ተስፋይ",
    "geboortedatum_dag": "",
    "geboortedatum_maand": "",
    "geboortedatum_jaar": "1991",
    "geslacht": "vrouw",
    "talen": "tigrinya, Arabisch",
    "tolk_nodig": "ja",
    "voor_mij": "on",
}
# --- the list ---


def test_a_klantmanager_sees_the_own_list_first_and_then_what_is_free() -> None:
    staff = team(HIER, KM, TL)
    dossier_for(staff[KM], "Selam Tesfay")
    free = dossier_for(staff[TL], "Omar Haddad")
    dossier_for(staff[TL], "Yusuf Aden")
    with as_actor(staff[TL]):
        hand_over(free.pk, None, on=ON, at=later(1))
    client = visitor(staff[KM])
    mine = page(client, "/dossiers/")
    assert "Selam Tesfay" in mine
    assert "Omar Haddad" not in mine
    assert "Omar Haddad" in page(client, "/dossiers/?van=zonder")
    seen = page(client, "/dossiers/?van=alle")
    assert "Omar Haddad" in seen
    assert "Yusuf Aden" not in seen


def test_a_teamleider_filters_by_klantmanager_and_turns_pages() -> None:
    staff = team(HIER, KM, TL)
    for number in range(51):
        dossier_for(staff[TL], f"Aa {chr(97 + number % 26)}{chr(97 + number // 26)}")
    dossier_for(staff[KM], "Selam Tesfay")
    client = visitor(staff[TL])
    with few_queries():
        first = page(client, "/dossiers/")
    assert first.count('<th scope="row"') == 50
    after = re.search(r'rel="next" href="([^"]+)"', first)
    assert after is not None
    with few_queries():
        second = page(client, after[1].replace("&amp;", "&"))
    assert second.count('<th scope="row"') == 2
    before = re.search(r'rel="prev" href="([^"]+)"', second)
    assert before is not None
    assert page(client, before[1].replace("&amp;", "&")).count('<th scope="row"') == 50
    only = page(client, f"/dossiers/?van={staff[KM].medewerker_id}")
    assert only.count('<th scope="row"') == 1


@pytest.mark.parametrize("query", ["van=x", "na=x", "voor=-1", "na=99999999999999999999", "na=٣"])
def test_a_strange_address_of_the_list_is_the_list(query: str) -> None:
    staff = team(HIER, KM)
    dossier_for(staff[KM])
    assert "Selam Tesfay" in page(visitor(staff[KM]), f"/dossiers/?{query}")


def test_no_address_stands_in_a_list() -> None:
    staff = team(HIER, KM)
    dossier = dossier_for(staff[KM])
    with as_actor(staff[KM]):
        circumstances.move(dossier.pk, Adres.Soort.GEHEIM, WHERE, on=ON, at=later(1))
    client = visitor(staff[KM])
    assert "Lindelaan" not in page(client, "/dossiers/")
    assert "Lindelaan" not in page(client, "/dossiers/zoek/", q="Selam")


# --- the search ---


@pytest.mark.parametrize("text", ["tesfai", "Selam", BSN, "ሰላም"])
def test_the_search_finds_by_name_and_number_and_never_repeats_a_bsn_in_an_address(
    text: str,
) -> None:
    staff = team(HIER, KM)
    client = visitor(staff[KM])
    page(client, "/dossiers/nieuw/", status=302, **NEW, bsn=BSN)
    with few_queries():
        found = page(client, "/dossiers/zoek/", q=text)
    assert 'href="/dossiers/' in found
    assert "Selam Tesfay" in found
    assert not re.search(rf'(href|action)="[^"]*{BSN}', found)
    assert client.get("/dossiers/zoek/", {"q": text}).status_code == 405


def test_a_search_without_result_says_what_to_try_and_an_empty_one_asks() -> None:
    client = visitor(team(HIER, KM)[KM])
    assert "Typ alleen het begin" in page(client, "/dossiers/zoek/", q="Nobody")
    assert "Typ een naam" in page(client, "/dossiers/zoek/", status=400, q="")


def test_a_whole_number_tells_that_a_colleague_has_the_dossier() -> None:
    staff = team(HIER, KM, TL)
    dossier = dossier_for(staff[TL], bsn=BSN)
    found = page(visitor(staff[KM]), "/dossiers/zoek/", q=BSN)
    assert dossier.nummer in found
    assert "Selam" not in found
    elders = team(ELDERS, KM)
    assert "Niets gevonden" in page(visitor(elders[KM]), "/dossiers/zoek/", q=BSN)


# --- a new dossier ---


def test_a_new_dossier_by_hand_with_a_year_only() -> None:
    staff = team(HIER, KM)
    client = visitor(staff[KM])
    assert "Naam in eigen schrift" in page(client, "/dossiers/nieuw/")
    page(client, "/dossiers/nieuw/", status=302, **NEW, bsn="9999.90.019", vnummer="123")
    with as_actor(staff[KM]):
        persoon = Persoon.objects.get()
        assert (persoon.geboortedatum, persoon.vnummer) == ("1991-00-00", "0000000123")
        assert (persoon.talen, persoon.tolk_nodig) == (["Tigrinya", "Arabisch"], True)
        assert Stand.objects.get().geboren_op is None
        assert persoon.dossier.klantmanager_id == staff[KM].medewerker_id
        shown = page(client, person(persoon.dossier))
    assert "*****0019" in shown
    assert BSN not in shown
    assert "1991, dag en maand onbekend" in shown
    assert "<dt>Geslacht</dt><dd>vrouw" in shown


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"voornamen": "", "geslachtsnaam": ""}, "Vul een naam in"),
        ({"geslachtsnaam": "Tes\u202efay"}, "teken dat niet kan"),
        ({"bsn": "999990018"}, "Dit BSN bestaat niet"),
        ({"bsn": "12"}, "Een BSN heeft 9 cijfers"),
        ({"vnummer": "abc"}, "Een V-nummer heeft 10 cijfers"),
        ({"geboortedatum_jaar": ""}, "Vul het geboortejaar in"),
        ({"geboortedatum_dag": "30", "geboortedatum_maand": "2"}, "Deze dag bestaat niet"),
        ({"geboortedatum_dag": "3"}, "Vul bij de dag ook de maand in"),
        ({"talen": "", "tolk_nodig": "ja"}, "welke taal de tolk"),
        ({"tolk_nodig": ""}, "bij «Is er een tolk nodig?»"),
        ({"telefoon": "bel mij"}, "geen telefoonnummer"),
        ({"email": "post"}, "geen e-mailadres"),
        ({"talen": "<script>"}, "in letters"),
        ({"geslacht": "X"}, "Geslacht"),
    ],
)
def test_what_is_wrong_is_told_at_the_field_and_what_was_typed_stays(
    typed: dict[str, str], message: str
) -> None:
    staff = team(HIER, KM)
    shown = page(visitor(staff[KM]), "/dossiers/nieuw/", status=400, **(NEW | typed))
    assert message in shown
    assert "<title>Fout:" in shown
    assert "ሰላም ተስፋይ" in shown
    assert "<script>" not in shown
    with as_actor(staff[KM]):
        assert not Persoon.objects.exists()


def test_a_known_number_leads_to_the_dossier_that_is_there() -> None:
    staff = team(HIER, KM, TL)
    dossier = dossier_for(staff[KM], "Omar Haddad", bsn=BSN)
    typed = NEW | {"bsn": BSN}
    answer = visitor(staff[KM]).post("/dossiers/nieuw/", typed)
    assert (answer.status_code, answer["Location"]) == (302, person(dossier))
    with as_actor(staff[TL]):
        hand_over(dossier.pk, staff[TL].medewerker_id, on=ON, at=later(1))
    shown = page(visitor(staff[KM]), "/dossiers/nieuw/", status=409, **typed)
    assert dossier.nummer in shown
    assert "Omar" not in shown


def test_a_name_that_sounds_the_same_asks_to_confirm_and_then_opens_once() -> None:
    staff = team(HIER, KM, TL)
    client = visitor(staff[KM])
    seen, unseen = dossier_for(staff[KM], "Selaam Tesfaye"), dossier_for(staff[TL], "Selam Tesfai")
    asked = page(client, "/dossiers/nieuw/", status=409, **NEW)
    assert "Selaam Tesfaye" in asked
    assert "Selam Tesfai" not in asked
    assert unseen.nummer in asked
    again = hidden(asked)
    assert again["bevestigd"] == f"{seen.pk},{unseen.pk}"
    page(client, "/dossiers/nieuw/", status=302, **again)
    page(client, "/dossiers/nieuw/", status=409, **again)  # clicked twice: the new one is alike
    with as_actor(staff[KM]):
        assert Persoon.objects.count() == 3
