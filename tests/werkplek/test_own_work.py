"""Work that no rule finds: promises, appointments, letters, requests; and work that is put off."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from tests.apps.browsing import day, few_queries, get, hidden, post
from tests.apps.visitor import visitor
from tests.dossier.makers import HIER, ON, Team, dossier_for, later, team
from tests.werkplek.asylum import LONG_BEFORE, notified

from meedoen.accounts.actor import Actor
from meedoen.accounts.models import Gemeente
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.appointments import end_appointment, make_appointment
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.actions.inzage import ask_inzage
from meedoen.dossier.actions.people import StaleError
from meedoen.dossier.actions.promises import (
    Belofte,
    Werk,
    bring_back,
    end_promise,
    promise,
    put_off,
    put_off_until,
)
from meedoen.dossier.actions.restriction import restrict
from meedoen.dossier.models import Afspraak, Beperking, Dossier, Gebeurtenis, Toezegging, Uitstel
from meedoen.werkplek.item import Item
from meedoen.werkplek.queries import all_items
from meedoen.werkplek.urgency import group_of

SOON = ON + timedelta(days=5)
BELOFTE = Belofte(Toezegging.Soort.CONTACT, "haar zelf", "ik bel terug", SOON)
GEDAAN = Toezegging.Stand.GEDAAN


@pytest.fixture
def people(db: None) -> Team:
    return team(HIER, Rol.KLANTMANAGER, Rol.KWALITEITSMEDEWERKER, Rol.JURIST)


@pytest.fixture
def mine(people: Team) -> Actor:
    return people[Rol.KLANTMANAGER]


def _work(actor: Actor, on: date = ON) -> dict[str, Item]:
    with as_actor(actor):
        items = all_items(actor, Gemeente.objects.get(pk=HIER), on=on)
    assert len({(i.signaal.name, i.dossier, i.key) for i in items}) == len(items)
    return {item.signaal.name: item for item in items}


def _soorten(dossier: Dossier) -> list[str]:
    rows = Gebeurtenis.objects.filter(dossier=dossier).order_by("nummer")
    return list(rows.values_list("soort", flat=True))


def test_a_promise_is_work_until_it_is_done(mine: Actor) -> None:
    dossier = dossier_for(mine)
    with as_actor(mine):
        made = promise(dossier.pk, BELOFTE, on=ON, at=later(2))
    item = _work(mine)["toezegging"]
    assert (item.day, item.key, item.words["wat"]) == (SOON, str(made.pk), "ik bel terug")
    assert item.waarom == "beloofd aan haar zelf"
    assert group_of(item, ON) == "week"
    assert group_of(item, SOON + timedelta(days=1)) == "laat"
    with as_actor(mine):
        end_promise(made.pk, GEDAAN, "gebeld", versie=1, on=ON, at=later(3))
        with pytest.raises(StaleError):
            end_promise(made.pk, GEDAAN, "nog eens", versie=1, on=ON, at=later(4))
        assert _soorten(dossier)[-2:] == ["toezegging_gedaan", "toezegging_afgehandeld"]
    assert "toezegging" not in _work(mine)


def test_a_promise_of_yesterday_is_no_promise(mine: Actor) -> None:
    dossier = dossier_for(mine)
    past = Belofte(Toezegging.Soort.ANDERS, "haar", "iets", ON - timedelta(days=1))
    with as_actor(mine), pytest.raises(DiaryError, match="al voorbij"):
        promise(dossier.pk, past, on=ON, at=later(2))


def test_an_appointment_without_outcome_is_work_from_the_next_day(mine: Actor) -> None:
    dossier = dossier_for(mine)
    told: dict[str, Any] = {
        "onderwerp": "plan",
        "begint_at": later(3),
        "eindigt_at": later(4),
        "plaats": "stadhuis",
        "tolk": Afspraak.Tolk.GEEN,
    }
    with as_actor(mine):
        made = make_appointment(dossier.pk, told, on=ON, at=later(2))
    assert "afspraak" not in _work(mine, ON)
    assert _work(mine, ON + timedelta(days=1))["afspraak"].day == ON
    with as_actor(mine):
        end_appointment(made.pk, Afspraak.Uitkomst.GEKOMEN, versie=1, on=ON, at=later(5))
    assert "afspraak" not in _work(mine, ON + timedelta(days=1))


def test_a_request_for_inzage_has_a_month(people: Team, mine: Actor) -> None:
    dossier = dossier_for(mine)
    with as_actor(people[Rol.KWALITEITSMEDEWERKER]):
        ask_inzage(dossier.pk, "aan de balie", on=date(2026, 1, 31), at=later(2))
    assert _work(mine)["inzage"].day == date(2026, 2, 28)


def test_put_off_comes_back_on_its_day_and_when_the_day_of_the_work_changes(mine: Actor) -> None:
    dossier = notified(mine, "Selam Tesfay", LONG_BEFORE, ON)
    item = _work(mine)["pip"]
    assert item.day == date(2026, 11, 23)
    werk = Werk("pip", "", item.day, "PIP maken")
    back = ON + timedelta(days=30)
    with as_actor(mine):
        put_off(dossier.pk, werk, back, reden="wij wachten op de school", on=ON, at=later(9))
    put = _work(mine)["pip"]
    assert group_of(put, ON) == "uitgesteld"
    assert put.uitgesteld is not None
    assert (put.uitgesteld.reden, put.uitgesteld.wie) == ("wij wachten op de school", mine.naam)
    assert _work(mine, back - timedelta(days=1))["pip"].uitgesteld is not None
    assert _work(mine, back)["pip"].uitgesteld is None
    with as_actor(mine):
        Uitstel.objects.update(dag=ON + timedelta(days=60))  # the work had another day then
    assert _work(mine)["pip"].uitgesteld is None


@pytest.mark.parametrize(
    ("dag", "tot", "words"),
    [
        (ON + timedelta(days=3), ON + timedelta(days=4), "De laatste dag voor dit werk is"),
        (ON, ON + timedelta(days=8), "Dit is al te laat of vandaag"),
        (ON - timedelta(days=90), ON + timedelta(days=8), "Dit is al te laat of vandaag"),
        (None, ON + timedelta(days=29), "hoogstens vier weken"),
        (ON + timedelta(days=3), ON, "een dag na vandaag"),
        (None, ON - timedelta(days=1), "een dag na vandaag"),
    ],
)
def test_nothing_is_put_off_beyond_what_is_right(
    mine: Actor, dag: date | None, tot: date, words: str
) -> None:
    dossier = dossier_for(mine)
    with as_actor(mine):
        with pytest.raises(DiaryError, match=words):
            put_off(dossier.pk, Werk("pip", "", dag, "PIP"), tot, reden="later", on=ON, at=later(2))
        last = put_off_until(dag, on=ON)
        put_off(dossier.pk, Werk("pip", "", dag, "PIP"), last, reden="later", on=ON, at=later(2))
        bring_back(dossier.pk, Werk("pip", "", dag, "PIP"), on=ON, at=later(3))
        bring_back(dossier.pk, Werk("pip", "", dag, "PIP"), on=ON, at=later(4))  # once is enough
        assert _soorten(dossier)[-2:] == ["werk_uitgesteld", "werk_teruggehaald"]
        assert not Uitstel.objects.exists()


def test_while_data_are_restricted_nothing_is_promised_or_put_off(
    people: Team, mine: Actor
) -> None:
    dossier = dossier_for(mine)
    with as_actor(people[Rol.JURIST]):
        restrict(dossier.pk, Beperking.Grond.JUISTHEID, "datum klopt niet", on=ON, at=later(2))
    with as_actor(mine):
        with pytest.raises(DiaryError):
            promise(dossier.pk, BELOFTE, on=ON, at=later(3))
        with pytest.raises(DiaryError):
            put_off(dossier.pk, Werk("pip", "", None, "PIP"), SOON, reden="x", on=ON, at=later(3))
    page = get(visitor(mine), "/")
    assert "gebruik beperkt" in page
    assert "/uitstel/" not in page


def _client(mine: Actor) -> tuple[Client, Dossier]:
    return visitor(mine), notified(mine, "Selam Tesfay", LONG_BEFORE, None)


def test_the_screens_of_a_promise(mine: Actor) -> None:
    client, dossier = _client(mine)
    new = f"/dossiers/{dossier.pk}/toezeggingen/nieuw/"
    typed = {"soort": "contact", "aan": "haar school", "wat": "ik stuur de brief"}
    wrong = post(client, new, status=400, **typed, **day("uiterlijk_op", date(2020, 1, 1)))
    assert "ik stuur de brief" in wrong
    assert "al voorbij" in wrong
    assert "Kies wat voor belofte" in post(client, new, status=400, aan="")
    good = {**typed, **day("uiterlijk_op", date(2099, 1, 1))}
    post(client, new, **good)
    post(client, new, **good)  # sent twice, made once
    with as_actor(mine):
        made = Toezegging.objects.get()
    page = get(client, f"/dossiers/{dossier.pk}/afspraken/")
    assert "haar school" in page
    one = f"/dossiers/{dossier.pk}/toezeggingen/{made.pk}/"
    versie = hidden(get(client, one), "versie")
    assert "Schrijf op hoe het afliep" in post(client, one, status=400, stand="gedaan", versie=1)
    post(client, one, stand="gedaan", toelichting="gestuurd", versie=versie)
    told = {"stand": "ingetrokken", "toelichting": "toch niet", "versie": versie}
    assert "legde al vast" in post(client, one, status=409, **told)
    get(client, f"/dossiers/{dossier.pk}/toezeggingen/999999/", status=404)


def test_the_screen_that_puts_off_and_brings_back(mine: Actor) -> None:
    client, dossier = _client(mine)
    with few_queries():
        page = get(client, "/")
    address = page.split('class="werk-bij" href="')[1].split('"')[0]
    assert address.startswith(f"/dossiers/{dossier.pk}/uitstel/")
    tomorrow = day("tot", timezone.localdate() + timedelta(days=1))
    wrong = post(client, address, status=400, **day("tot", date(2020, 1, 1)), reden="de school")
    assert "Kies een dag na vandaag" in wrong
    assert "de school" in wrong
    assert "Schrijf op waarom" in post(client, address, status=400, **tomorrow)
    post(client, address, **tomorrow, reden="de school belt morgen")
    put = get(client, "/?groep=uitgesteld")
    assert "de school belt morgen" in put
    assert "Haal terug" in put
    post(client, address, terug="ja")
    assert "de school belt morgen" not in get(client, "/")
    get(client, f"/dossiers/{dossier.pk}/uitstel/niets/", status=404)
