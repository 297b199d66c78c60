"""While the use of data is restricted every address that writes refuses; the page says what may."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.utils import timezone
from tests.apps.browsing import day, few_queries, get, post
from tests.apps.full_town import full_town
from tests.apps.test_crawl import addresses
from tests.apps.visitor import visitor
from tests.dossier.makers import HIER, Team, dossier_for

from meedoen.accounts.actor import Actor
from meedoen.accounts.clock import now
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.besluiten import send, sign
from meedoen.dossier.actions.circumstances import move
from meedoen.dossier.actions.people import hand_over
from meedoen.dossier.actions.restriction import restrict
from meedoen.dossier.actions.sending import came_back, ready_for_mailroom
from meedoen.dossier.models import Adres, Beperking, Dossier, Verzending
from meedoen.dossier.urls import urlpatterns

pytestmark = pytest.mark.usefixtures("db")

KM, TL, JURIST, KWALITEIT = Rol.KLANTMANAGER, Rol.TEAMLEIDER, Rol.JURIST, Rol.KWALITEITSMEDEWERKER
TODAY = timezone.localdate(now())
TOMORROW = TODAY + timedelta(days=1)
WHERE = {"straat": "Kade 1", "postcode": "1234 AB", "plaats": "Voorbeeldstad"}
SPEAKER = {"soort": "curator", "omvang": "alles", "naam": "C. Urator", **WHERE}
TALK = {"onderwerp": "plan", "van": "10:00", "tot": "11:00", "tolk": "geen", "plaats": "hier"}
NOTICE = {**day("gebeurd_op", TODAY), "doelgroep": "asielstatushouder"}
BIRTH = {"geboortedatum_dag": "16", "geboortedatum_maand": "3", "geboortedatum_jaar": "1991"}
NAME = {"voornamen": "Selam", "geslachtsnaam": "Anders", "tolk_nodig": "onbekend", **BIRTH}
CAME_BACK: dict[str, Any] = {"reden": "geweigerd", "bekend": "ja"}

Typed = dict[str, Any]
# What somebody types at each address that writes, and in which role: enough to be written down.
WRITES: dict[str, tuple[Rol, Callable[[Typed], Typed]]] = {
    "persoon_wijzigen": (KM, lambda _: {"versie": "1", **NAME}),
    "adres": (KM, lambda _: {"soort": "woonadres", **WHERE, **day("van", TODAY)}),
    "gezin": (
        KM,
        lambda v: (
            {"ander": v["other"], "rol": "ouder", "rol_ander": "kind", "wie": "Omar", "koppel": "x"}
            | day("van", TODAY)
        ),
    ),
    "veilig_contact": (KM, lambda _: {"kanaal": "bel 06 12345678"}),
    "vertegenwoordiging": (
        KM,
        lambda _: SPEAKER | day("van", TODAY) | day("bewijs_gezien_op", TODAY),
    ),
    "afwezigheid": (KM, lambda _: day("van", TODAY) | day("tot_en_met", TOMORROW)),
    "bewijs": (KM, lambda _: {"soort": "paspoort", **day("geldig_tot", TOMORROW)}),
    "ander_persoon": (KM, lambda _: {"reden": "zij zijn zussen, ik zag hen beiden"}),
    "einde": (KM, lambda _: day("op", TODAY)),
    "overdragen": (TL, lambda _: {"naar": ""}),
    "nemen": (TL, lambda _: {}),
    "herstel": (KM, lambda _: NOTICE),
    "intrekken": (KM, lambda _: {"reden": "hoort bij een ander", **day("gebeurd_op", TODAY)}),
    "vastleggen_soort": (KM, lambda _: NOTICE),
    "contact": (KM, lambda _: {"hoe": "telefoon", "notitie": "Belde."}),
    "documenten": (
        KM,
        lambda _: {"bestand": SimpleUploadedFile("school.pdf", b"%PDF-1.7\nbrief van school")},
    ),
    "afspraak_nieuw": (KM, lambda _: TALK | day("dag", TOMORROW)),
    "afspraak": (KM, lambda _: {"uitkomst": "gekomen", "versie": "1"}),
    "toezegging_nieuw": (
        KM,
        lambda _: {
            "soort": "contact",
            "aan": "haar",
            "wat": "ik bel",
            **day("uiterlijk_op", TOMORROW),
        },
    ),
    "toezegging": (KM, lambda _: {"stand": "gedaan", "toelichting": "gebeld", "versie": "1"}),
    "vernietiging_voorstellen": (KWALITEIT, lambda _: {"grond": "de termijn is voorbij"}),
    "brief_nieuw": (KM, lambda _: {"tijd": "10.00 uur", "plaats": "hier", **day("dag", TOMORROW)}),
    "brief_ondertekenen": (KM, lambda _: {}),
    "brief_versturen": (
        KM,
        lambda _: {"kanaal": "overhandigd", "aan": "Selam", "plaats": "de balie"},
    ),
    "brief_terughalen": (KM, lambda _: {}),
    "brief_terug": (KM, lambda _: CAME_BACK | day("dag", TODAY)),
    "brief_uitgezocht": (KM, lambda _: {"gedaan": "gebeld"}),
    "hoort_hier_niet": (KM, lambda _: {"reden": "woont in een andere gemeente", "bron": "DUO"}),
    "regel_hoort_hier_niet": (KM, lambda _: {"reden": "hoort bij een ander", "bron": "DUO"}),
    "brief_intrekken": (KM, lambda _: {"reden": "vergissing"}),
}
# Keeping the data, the rights of the person himself, and looking.
MAY = {
    "bezwaar_nieuw",
    "bezwaar_stap",
    "bewaren_opleggen",
    "bewaren_opheffen",
    "toegang",
    "beperking_stap",
    "inzage_stap",
    "brief_proef",  # it only shows
    *("samenvoegen", "samenvoeging"),  # `lock` refuses both: tests/dossier/test_merging.py
}
ROUTES = {each.name: f"dossiers/{each.pattern}" for each in urlpatterns}


@pytest.fixture
def town() -> tuple[Team, Typed]:
    """A full dossier (and its lines), and another one to form a family with."""
    people, values = full_town(HIER)
    client = visitor(people[KM])
    pk = values["pk"]
    post(client, f"/dossiers/{pk}/vastleggen/kennisgeving_ontvangen/", gezien="99", **NOTICE)
    values["nummer"] = _last(people[KM], pk)
    other = dossier_for(people[KM], "Omar Haddad").pk
    return people, values | {"other": other}


def _restrict(people: Team, pk: int) -> None:
    with as_actor(people[JURIST]):
        restrict(pk, Beperking.Grond.JUISTHEID, "zij zegt dat het niet klopt", on=TODAY, at=now())


def _last(actor: Actor, pk: int) -> int:
    with as_actor(actor):
        return int(Dossier.objects.get(pk=pk).laatste_nummer)


def _path(name: str, values: Typed) -> str:
    (found,) = (each for each in addresses() if each.route == ROUTES[name])
    return found.path(values)


# Whose letter must be signed (1), sent (2) or back (3) first.
STANDS = {
    "brief_versturen": 1,
    "brief_terughalen": 1,
    "brief_intrekken": 2,
    "brief_terug": 2,
    "brief_uitgezocht": 3,
}


def _prepare(name: str, people: Team, values: Typed) -> None:
    """What must be there before this can be written."""
    letter = STANDS.get(name, 0)
    with as_actor(people[KM]):
        if letter >= 1:
            sign(values["besluit"], on=TODAY, at=now())
        if name == "brief_terughalen":
            move(values["pk"], Adres.Soort.WOONADRES, WHERE, on=TODAY, at=now())
            ready_for_mailroom(values["besluit"], on=TODAY, at=now())
        if letter >= 2:
            send(values["besluit"], "overhandigd", on=TODAY, at=now())
        if letter == 3:
            came_back(
                values["besluit"], Verzending.Terug.GEWEIGERD, bekend=True, on=TODAY, at=now()
            )
    if name == "nemen":
        with as_actor(people[TL]):
            hand_over(values["pk"], None, on=TODAY, at=now())


def test_every_address_that_writes_is_known_here() -> None:
    named = {str(each.name) for each in urlpatterns if "pk" in each.pattern.converters}
    people, values = full_town(HIER)
    clients = [visitor(people[rol]) for rol in (KM, TL, JURIST, KWALITEIT)]
    reads = {403, 405}  # not allowed with this role, or never
    writers = {
        name
        for name in named
        if {client.post(_path(name, values)).status_code for client in clients} - reads
    }
    assert writers == set(WRITES) | MAY


@pytest.mark.parametrize("name", WRITES)
def test_no_address_writes_while_it_stands(town: tuple[Team, Typed], name: str) -> None:
    people, values = town
    rol, typed = WRITES[name]
    client, pk = visitor(people[rol]), values["pk"]
    _prepare(name, people, values)
    if name in {"vernietiging_voorstellen", "hoort_hier_niet"}:  # proposed already of the full one
        values, pk = values | {"pk": values["other"]}, values["other"]
    path, before = _path(name, values), _last(people[TL], pk)
    with transaction.atomic():  # without a restriction the very same is written
        answer = client.post(path, {"gezien": str(before), **typed(values)})
        assert answer.status_code == 302, answer.content.decode()[:5000]
        assert _last(people[TL], pk) > before
        transaction.set_rollback(True)
    _restrict(people, pk)
    answer = client.post(path, {"gezien": str(before), **typed(values)}, follow=True)
    assert answer.status_code in {200, 400, 409}
    assert "Het gebruik van deze gegevens is beperkt (AVG 18:1a)" in answer.content.decode()
    assert _last(people[TL], pk) == before + 1


def test_every_page_of_the_dossier_says_so_and_so_do_the_lists(town: tuple[Team, Typed]) -> None:
    people, values = town
    _restrict(people, values["pk"])
    client = visitor(people[KM])
    for name in ("persoon", "tijdlijn", "vastleggen", "brieven", "afspraken", "documenten"):
        with few_queries():
            assert "Wij bewaren deze gegevens alleen." in get(client, _path(name, values))
    assert "gebruik beperkt" in get(client, "/dossiers/")
    assert "gebruik beperkt" in post(client, "/dossiers/zoek/", status=200, q="Selam")


def test_the_work_list_marks_it_and_offers_nothing_to_do(town: tuple[Team, Typed]) -> None:
    people, values = town
    client = visitor(people[KM])
    assert f'href="/dossiers/{values["pk"]}/' in get(client, "/")
    open_before = get(client, "/").count("Leg vast")
    _restrict(people, values["pk"])
    text = get(client, "/")
    assert "gebruik beperkt" in text
    assert text.count("Leg vast") <= open_before


def _step(client: Client, values: Typed, stap: str, *, status: int = 302, **typed: str) -> str:
    return post(client, f"/dossiers/{values['pk']}/beperking/{stap}/", status=status, **typed)


def test_it_is_imposed_opened_told_and_lifted_on_screen(town: tuple[Team, Typed]) -> None:
    people, values = town
    client, page = visitor(people[KWALITEIT]), f"/dossiers/{values['pk']}/beperking/"
    text = _step(client, values, "opleggen", status=400, reden="mevrouw zegt het")
    assert "Kies waarom u het gebruik beperkt." in text
    assert "mevrouw zegt het" in text
    _step(client, values, "opleggen", grond="b", reden="mevrouw zegt het")
    with few_queries():
        text = get(client, page)
    assert "AVG 18:1b" in text
    assert "Vertel het eerst aan de persoon" in text
    assert "Hef de beperking op" not in text
    _step(client, values, "openen", voor="toestemming", reden="zij wil een afspraak")
    assert "Beperkt, maar nu open" in get(client, page)
    _step(client, values, "sluiten")
    assert "Vertel eerst" in _step(client, values, "opheffen", status=409, uitkomst="klaar")
    _step(client, values, "vertellen", hoe="gebeld met een tolk")
    _step(client, values, "opheffen", uitkomst="hersteld")
    assert "niet beperkt" in get(client, page)


def test_who_may_not_restrict_reads_whom_to_ask(town: tuple[Team, Typed]) -> None:
    people, values = town
    client, page = visitor(people[KM]), f"/dossiers/{values['pk']}/beperking/"
    assert "De jurist of de kwaliteitsmedewerker legt" in get(client, page)
    _step(client, values, "opleggen", status=403, grond="a", reden="x")
    _step(visitor(people[JURIST]), values, "verzinnen", status=404)
