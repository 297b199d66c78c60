"""The page of a person, and everything that can be changed there."""

import re

import pytest
from django.test import Client
from tests.apps.filled import filled_dossier
from tests.apps.visitor import few_queries, hidden, page, person, visitor
from tests.dossier.makers import BSN, ELDERS, HIER, ON, dossier_for, later, team

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.people import change_person
from meedoen.dossier.models import (
    Dossier,
    Gebeurtenis,
    Persoon,
)

pytestmark = pytest.mark.usefixtures("db")

KM, TL = Rol.KLANTMANAGER, Rol.TEAMLEIDER


def test_the_page_shows_every_part_within_its_budget() -> None:
    staff = team(HIER, KM)
    dossier = filled_dossier(staff[KM])
    client = visitor(staff[KM])
    with few_queries():
        shown = page(client, person(dossier))
    for part in ("Lindelaan 1", "Noor Tesfay", "kind", "Bewind BV", "paspoort", "Niet bereikbaar"):
        assert part in shown


def test_everything_on_the_page_says_who_told_it() -> None:
    """What was changed leads to the line of the change, what was not to the first line."""
    staff = team(HIER, KM)
    dossier = filled_dossier(staff[KM])
    with as_actor(staff[KM]):
        versie = Persoon.objects.get(dossier=dossier).versie
        change_person(dossier.pk, {"telefoon": "06 1"}, versie=versie, on=ON, at=later(99_000))
        lines = dict(Gebeurtenis.objects.filter(dossier=dossier).values_list("nummer", "soort"))
    shown = page(visitor(staff[KM]), person(dossier))
    link = re.compile(
        r"tot=(\d+)#nr-\1\">wie vertelde dit\?<span class=\"alleen-voorlezen\"> ([^<]+)"
    )
    told = {what: lines[int(number)] for number, what in link.findall(shown)}
    assert told["Telefoon"] == "persoon_gewijzigd"
    assert told["Achternaam"] == "dossier_geopend"
    assert told["Adres"] == "adres_gewijzigd"
    assert told["Gezin"] == "gezin_gewijzigd"
    assert told["Identiteitsbewijs gezien"] == "identiteitsbewijs_gezien"
    assert told["Wie spreekt voor deze persoon?"] == "vertegenwoordiging_vastgelegd"


def test_under_safe_contact_the_address_and_the_family_are_closed() -> None:
    staff = team(HIER, KM)
    dossier = filled_dossier(staff[KM])
    client = visitor(staff[KM])
    page(client, f"{person(dossier)}veilig-contact/", status=302, kanaal="bel 06 1", gezien="99")
    shown = page(client, person(dossier))
    assert "bel 06 1" in shown
    assert "Afgeschermd" in shown
    with as_actor(staff[KM]):
        child = Dossier.objects.exclude(pk=dossier.pk).get()
    for address in (person(dossier), f"{person(dossier)}adres/", f"{person(dossier)}gezin/"):
        text = page(client, address)
        assert "Lindelaan" not in text, address
        assert "Noor" not in text, address
    assert "Selam" not in page(client, person(child))  # nor the other way round
    assert "Selam Tesfay" not in page(client, f"{person(child)}gezin/", wie="Selam")


def test_who_is_not_ours_does_not_exist_and_a_colleague_asks_a_reason() -> None:
    staff = team(HIER, *Rol)
    elders = team(ELDERS, KM)
    dossier = dossier_for(staff[TL])
    assert visitor(elders[KM]).get(person(dossier)).status_code == 404
    helper = visitor(staff[Rol.MAATSCHAPPELIJK_BEGELEIDER]).get(person(dossier))
    assert helper.status_code == 403
    assert "van een collega" in helper.content.decode()
    colleague = page(visitor(staff[KM]), person(dossier), status=403)
    assert f'action="{person(dossier)}toegang/"' in colleague
    assert "Selam" not in colleague
    assert visitor(staff[Rol.BELEID]).get(person(dossier)).status_code == 403
    assert visitor(staff[TL]).get("/dossiers/999999/").status_code == 404


# --- changing it ---


def changed(client: Client, dossier: Dossier, status: int, **typed: str) -> str:
    """The form of a person as it is shown, sent back with something else in it."""
    address = f"{person(dossier)}wijzigen/"
    known = {
        "voornamen": "Selam",
        "geslachtsnaam": "Tesfay",
        "geboortedatum_dag": "16",
        "geboortedatum_maand": "3",
        "geboortedatum_jaar": "1991",
        "tolk_nodig": "onbekend",
        "versie": "1",
    }
    return page(client, address, status=status, **(known | typed))


def test_a_change_is_written_and_shown() -> None:
    staff = team(HIER, KM)
    dossier = dossier_for(staff[KM])
    client = visitor(staff[KM])
    assert 'value="Selam"' in page(client, f"{person(dossier)}wijzigen/")
    changed(client, dossier, 302, telefoon="06 12345678", bsn="999991772")
    shown = page(client, person(dossier))
    assert "06 12345678" in shown
    assert "*****1772" in shown


def test_two_who_change_at_once_both_see_what_the_other_wrote_and_choose() -> None:
    staff = team(HIER, KM)
    dossier = dossier_for(staff[KM])
    client = visitor(staff[KM])
    with as_actor(staff[KM]):
        first = {"telefoon": "06 11111111", "email": "a@post.example"}
        change_person(dossier.pk, first, versie=1, on=ON, at=later(1))
    shown = changed(client, dossier, 409, telefoon="06 22222222", email="b@post.example")
    for each in ("06 11111111", "06 22222222", "a@post.example", "b@post.example"):
        assert each in shown
    again = hidden(shown)
    assert "Kies bij elke regel" in changed(client, dossier, 409, **again, keuze_email="nu")
    changed(client, dossier, 302, **again, keuze_email="nu", keuze_telefoon="mijn")
    with as_actor(staff[KM]):
        persoon = Persoon.objects.get(dossier=dossier)
        assert (persoon.telefoon, persoon.email) == ("06 22222222", "a@post.example")
        assert persoon.versie == 3


def test_the_same_change_twice_is_written_once() -> None:
    staff = team(HIER, KM)
    dossier = dossier_for(staff[KM])
    client = visitor(staff[KM])
    for _time in range(2):
        changed(client, dossier, 302, telefoon="06 12345678", bsn=BSN)
    with as_actor(staff[KM]):
        assert Persoon.objects.get(dossier=dossier).versie == 2


# --- who is the klantmanager ---


def test_a_teamleider_gives_and_a_klantmanager_takes() -> None:
    staff = team(HIER, KM, TL)
    dossier = dossier_for(staff[KM])
    head, client = visitor(staff[TL]), visitor(staff[KM])
    address = f"{person(dossier)}overdragen/"
    assert client.get(address).status_code == 200  # the own dossier, to a colleague
    assert staff[KM].naam in page(head, address)
    page(head, address, status=302, naar="")
    assert "Word de klantmanager" in page(client, person(dossier))
    for _click in range(2):
        assert client.post(f"{person(dossier)}nemen/").status_code == 302
    page(head, address, status=400, naar=str(staff[TL].medewerker_id))
    with as_actor(staff[KM]):
        assert Dossier.objects.get().klantmanager_id == staff[KM].medewerker_id
