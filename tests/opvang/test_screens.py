"""The page «Opvang» and its forms: written once, what was typed stays, nothing out of sight."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.apps.filled import safe_dossier
from tests.apps.visitor import few_queries, hidden, page, visitor
from tests.dossier.makers import HIER, ON, dossier_for, team
from tests.opvang.makers import HOUSE, awaited, couple

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.opvang.models import Driegesprek, Klantprofiel, Nareis, Voorbereiding, Woning

pytestmark = pytest.mark.usefixtures("db")
KM = Rol.KLANTMANAGER


def _day(name: str) -> dict[str, str]:
    return {f"{name}_dag": "14", f"{name}_maand": "9", f"{name}_jaar": "2026"}


FORMS: list[tuple[str, type[Any], dict[str, str]]] = [
    ("klantprofiel", Klantprofiel, {**_day("ontvangen_op"), "gezinsgrootte": "3"}),
    ("voorbereiding", Voorbereiding, {**_day("stand_op"), "instemming": "ja", "knm": "nee"}),
    ("driegesprek", Driegesprek, {**_day("gevoerd_op"), "hoe": "azc", "afspraken": "dinsdag"}),
    ("woning", Woning, {**_day("aangeboden_op"), **HOUSE}),
    ("nareis", Nareis, {"wie": "partner", "aantal": "1", "stand": "verwacht"}),
]
OTHER = {"3": "4", "ja": "nee", "azc": "video", "Lindelaan 1": "Kade 2", "1": "2"}


@pytest.mark.parametrize(("name", "table", "typed"), FORMS)
def test_a_form_writes_once_and_tells_who_was_second(
    name: str, table: type[Any], typed: dict[str, str]
) -> None:
    actor = team(HIER, KM)[KM]
    dossier = dossier_for(actor)
    client, address = visitor(actor), f"/opvang/dossier/{dossier.pk}/{name}/"
    with few_queries():
        gezien = hidden(page(client, address))["gezien"]
    nothing = page(client, address, status=400, gezien=gezien)
    assert "niet goed ingevuld" in nothing
    for _click in range(2):
        page(client, address, status=302, **typed, gezien=gezien)
    other = {each: OTHER.get(value, value) for each, value in typed.items()}
    assert "net voor" in page(client, address, status=409, **other, gezien=gezien)
    with as_actor(actor):
        assert table.objects.count() == 1


@pytest.mark.brief("L28")
@pytest.mark.brief("L31")
@pytest.mark.brief("L32")
def test_the_page_tells_all_in_few_queries_and_closes_the_address_under_safe_contact() -> None:
    actor = team(HIER, KM)[KM]
    dossier, hides = dossier_for(actor), safe_dossier(actor)
    client = visitor(actor)
    empty = page(client, f"/opvang/dossier/{dossier.pk}/")
    assert "Er is nog geen klantprofiel" in empty
    assert "alleen uitnodigen" not in empty
    for each in (dossier, hides):
        couple(actor, each.pk)
        awaited(actor, each.pk)
    with few_queries():
        shown = page(client, f"/opvang/dossier/{dossier.pk}/")
    for words in ("azc Duindorp", "84 uur", "Lindelaan 1", "alleen uitnodigen"):
        assert words in shown
    told = dict(re.findall(r"<dt>([\w ]+)</dt><dd>(\w+)<", shown))
    parts = ("KNM", "Introductie MAP", "Introductie PVT", "Vrijwilligerswerk")
    assert [told[each] for each in parts] == ["ja", "onbekend", "nee", "ja"]
    closed = page(client, f"/opvang/dossier/{hides.pk}/")
    assert "Adres afgeschermd" in closed
    assert "Lindelaan" not in closed
    assert "Lindelaan" not in page(client, f"/dossiers/{hides.pk}/tijdlijn/")


def test_an_offer_gets_its_answer_and_its_key() -> None:
    actor = team(HIER, KM)[KM]
    dossier = dossier_for(actor)
    client, house = visitor(actor), f"/opvang/dossier/{dossier.pk}/woning/"
    page(client, house, status=302, **_day("aangeboden_op"), **HOUSE, gezien="9")
    with as_actor(actor):
        woning = Woning.objects.get()
    answer = f"{house}{woning.pk}/"
    typed = {"stand": "geaccepteerd", **_day("beantwoord_op"), "gezien": "9"}
    assert "Kies hoe het afliep" in page(client, answer, status=400, gezien="9")
    page(client, answer, status=302, **typed)
    page(client, f"{answer}sleutel/", status=302, **_day("sleutel_op"), gezien="9")
    with as_actor(actor):
        woning.refresh_from_db()
        assert woning.stand == Woning.Stand.GEACCEPTEERD
        assert woning.sleutel_op == ON


def test_a_reason_belongs_to_a_no_and_something_must_be_told() -> None:
    actor = team(HIER, KM)[KM]
    dossier = dossier_for(actor)
    client, address = visitor(actor), f"/opvang/dossier/{dossier.pk}/voorbereiding/"
    told = {**_day("stand_op"), "gezien": "9"}
    assert "minstens één ding" in page(client, address, status=400, **told)
    shown = page(client, address, status=400, **told, instemming="ja", instemming_reden="wil niet")
    assert "Een reden hoort bij" in shown
    page(client, address, status=302, **told, instemming="nee", instemming_reden="wil niet")


def test_no_row_of_another_dossier_and_nothing_for_who_sees_no_dossier() -> None:
    people = team(HIER, KM, Rol.BELEID)
    one, other = dossier_for(people[KM]), dossier_for(people[KM], "Omar Haddad")
    woning, nareis = awaited(people[KM], other.pk)
    client = visitor(people[KM])
    for where in (f"woning/{woning.pk}/", f"woning/{woning.pk}/sleutel/", f"nareis/{nareis.pk}/"):
        assert client.get(f"/opvang/dossier/{one.pk}/{where}").status_code == 404
    page(visitor(people[Rol.BELEID]), f"/opvang/dossier/{one.pk}/", status=403)


def test_a_wrong_file_is_refused_and_what_was_typed_stays() -> None:
    actor = team(HIER, KM)[KM]
    dossier = dossier_for(actor)

    typed = {**_day("ontvangen_op"), "opvanglocatie": "azc Duindorp", "gezien": "9"}
    typed["bestand"] = SimpleUploadedFile("p.pdf", b"MZ")  # type: ignore[assignment]
    answer = visitor(actor).post(f"/opvang/dossier/{dossier.pk}/klantprofiel/", typed)
    assert answer.status_code == 400
    assert "azc Duindorp" in answer.content.decode()
    with as_actor(actor):
        assert not Klantprofiel.objects.exists()
