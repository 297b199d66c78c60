"""Two dossiers beside each other: proposed by one, confirmed by another; then there is one."""

from datetime import date

import pytest
from django.test import Client
from tests.apps.browsing import get, hidden, post
from tests.apps.visitor import visitor
from tests.dossier.makers import BSN, HIER, ON, Team, dossier_for, later, team

from meedoen.accounts.actions import Besluitrecht, give_mandate
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.besluiten import propose, send, sign
from meedoen.dossier.models import Dossier, Persoon, Samenvoeging
from meedoen.dossier.verify import CHECKS

KM, TL = Rol.KLANTMANAGER, Rol.TEAMLEIDER
WHY = "ik zag het paspoort van deze persoon"


@pytest.fixture
def people(db: None) -> Team:
    return team(HIER, KM, TL, Rol.KWALITEITSMEDEWERKER)


@pytest.fixture
def pair(people: Team) -> tuple[Dossier, Dossier]:
    return dossier_for(people[KM], "Salam Tesfay"), dossier_for(people[KM], bsn=BSN)


@pytest.fixture
def client(people: Team) -> Client:
    return visitor(people[KM])


def _propose(client: Client, pair: tuple[Dossier, Dossier], **typed: str) -> Samenvoeging:
    where = f"/dossiers/{pair[0].pk}/samenvoegen/{pair[1].pk}/"
    seen = hidden(get(client, where), "gezien")
    given = {"blijft": "ander", "keuze_naam": "een", "reden": WHY, "gezien": seen} | typed
    post(client, where, **given)
    return Samenvoeging.objects.get(goedgekeurd__isnull=True)


def test_one_proposes_another_confirms(
    people: Team, client: Client, pair: tuple[Dossier, Dossier]
) -> None:
    by_hand, by_notice = pair
    shown = get(client, f"/dossiers/{by_hand.pk}/samenvoegen/{by_notice.pk}/")
    for words in ("Salam Tesfay", "Selam Tesfay", "verschilt", "niet ongedaan maken"):
        assert words in shown
    with as_actor(people[TL]):
        made = _propose(client, pair)
    where = f"/dossiers/{by_hand.pk}/samenvoeging/{made.pk}/"
    assert "Voeg samen tot één dossier" not in get(client, where)
    second = visitor(people[TL])
    assert where in get(second, "/")
    page = get(second, where)
    assert WHY in page
    post(second, where, gezien=hidden(page, "gezien"))
    with as_actor(people[TL]):
        assert Persoon.objects.get(dossier=by_notice).voornamen == "Salam"
    answer = second.get(f"/dossiers/{by_hand.pk}/nu/", follow=True)
    assert f"Dossier {by_hand.nummer} is samengevoegd met dit dossier." in answer.content.decode()
    assert second.get(where).status_code == 302
    line = get(second, f"/dossiers/{by_notice.pk}/tijdlijn/")
    assert "Een ander dossier van deze persoon hoort nu bij dit dossier" in line
    assert second.post(f"/dossiers/{by_hand.pk}/vastleggen/contact/", {}).status_code == 302


def test_what_is_typed_stays_and_what_is_missing_is_asked(
    client: Client, pair: tuple[Dossier, Dossier]
) -> None:
    where = f"/dossiers/{pair[0].pk}/samenvoegen/{pair[1].pk}/"
    page = post(client, where, status=400, reden=WHY)
    for words in (WHY, "Kies welk dossier blijft.", "Kies wat klopt."):
        assert words in page


def test_a_page_of_before_is_looked_at_again(
    people: Team, client: Client, pair: tuple[Dossier, Dossier]
) -> None:
    where = f"/dossiers/{pair[0].pk}/samenvoegen/{pair[1].pk}/"
    given = {"blijft": "een", "keuze_naam": "een", "reden": WHY, "gezien": "0-0"}
    page = post(client, where, status=409, **given)
    assert "intussen veranderd" in page
    assert WHY in page
    with as_actor(people[TL]):
        made = _propose(client, pair)
    confirm = f"/dossiers/{pair[0].pk}/samenvoeging/{made.pk}/"
    post(visitor(people[TL]), confirm, status=409, gezien="1-1")


def test_who_refuses_says_why(people: Team, client: Client, pair: tuple[Dossier, Dossier]) -> None:
    with as_actor(people[TL]):
        made = _propose(client, pair)
    where = f"/dossiers/{pair[0].pk}/samenvoeging/{made.pk}/"
    second = visitor(people[TL])
    post(second, where, status=400, afwijzen="1", antwoord="")
    post(second, where, afwijzen="1", antwoord="het zijn zussen")
    assert "het zijn zussen" in get(client, f"/dossiers/{pair[1].pk}/tijdlijn/")


def test_letters_of_the_one_that_closed_are_read_from_the_other(
    people: Team, client: Client, pair: tuple[Dossier, Dossier]
) -> None:
    kind = "uitnodiging_brede_intake"
    give_mandate(HIER, Besluitrecht(KM, kind, "mandaat"), van=date(2022, 1, 1))
    with as_actor(people[KM]):
        told = {"dag": date(2026, 12, 1), "tijd": "10.00 uur", "plaats": "hier"}
        letter = propose(pair[0].pk, kind, told, on=ON, at=later(1))
        sign(letter.pk, on=ON, at=later(2))
        sent = send(letter.pk, "overhandigd", on=ON, at=later(3))
    with as_actor(people[TL]):
        made = _propose(client, pair)
    second = visitor(people[TL])
    where = f"/dossiers/{pair[0].pk}/samenvoeging/{made.pk}/"
    post(second, where, gezien=hidden(get(second, where), "gezien"))
    page = get(client, f"/dossiers/{pair[1].pk}/brieven/")
    file = f"/dossiers/{pair[1].pk}/documenten/{sent.brief_id}/"
    assert "Uit een ander dossier van deze persoon" in page
    assert file in page
    assert file in get(client, f"/dossiers/{pair[1].pk}/documenten/")
    assert client.get(file).content.startswith(b"%PDF")
    assert not [fault for check in CHECKS.values() for fault in check()]
