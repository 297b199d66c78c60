"""From «hoort hier niet» on the Tijdlijn to the verklaring that says whom to ask back."""

from typing import Any

import pytest
from tests.apps.browsing import few_queries, get, post
from tests.apps.told import told_dossier
from tests.apps.visitor import visitor
from tests.dossier.makers import HIER, Team, team

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.models import Dossier, Gebeurtenis, Inhoud, Intrekking
from meedoen.logboek.actions import write_look
from meedoen.logboek.looks import Look, Vorm

pytestmark = pytest.mark.usefixtures("db")

KM, FG, KWALITEIT = Rol.KLANTMANAGER, Rol.FG, Rol.KWALITEITSMEDEWERKER
LIST = "/dossiers/intrekkingen/"
WHY = {"reden": "deze brief is van een ander", "bron": "Taalhuis"}


@pytest.fixture
def people() -> Team:
    return team(HIER)


@pytest.fixture
def dossier(people: Team) -> Dossier:
    """Number 4 is a note, 5 a document."""
    return told_dossier(people[KM])[0]


def _line(dossier: Dossier, nummer: int) -> str:
    return f"/dossiers/{dossier.pk}/tijdlijn/{nummer}/hoort-hier-niet/"


def _proposed(people: Team, dossier: Dossier, nummer: int = 5) -> Intrekking:
    post(visitor(people[KM]), _line(dossier, nummer), **WHY)
    with as_actor(people[KM]):
        return Intrekking.objects.latest("pk")


def test_the_tijdlijn_leads_to_it_and_it_says_what_goes(people: Team, dossier: Dossier) -> None:
    client = visitor(people[KM])
    text = get(client, f"/dossiers/{dossier.pk}/tijdlijn/")
    for nummer in (4, 5):
        assert f'href="{_line(dossier, nummer)}"' in text
    for nummer in (1, 6):
        assert f'href="{_line(dossier, nummer)}"' not in text
    with few_queries():
        text = get(client, _line(dossier, 5))
    assert "Ook het bestand zelf gaat weg." in text
    assert "Belde over de les." in get(client, _line(dossier, 4))
    assert "Meedoen zelf" in get(client, _line(dossier, 1), status=400)


def test_a_proposal_needs_a_reason_and_a_source(people: Team, dossier: Dossier) -> None:
    text = post(visitor(people[KM]), _line(dossier, 5), status=400, reden="kort")
    assert "ten minste een paar woorden" in text
    assert "Schrijf op van wie dit kwam." in text
    assert ">\nkort</textarea>" in text
    assert not _all(people)


def _all(people: Team) -> list[Intrekking]:
    with as_actor(people[KM]):
        return list(Intrekking.objects.all())


def test_the_fg_decides_and_the_verklaring_says_whom_to_ask_back(
    people: Team, dossier: Dossier
) -> None:
    made = _proposed(people, dossier)
    look = Look(people[KM], HIER, "documenten", "een document lezen", made.voorgesteld_at)
    look.show(dossier.persoon_id, vorm=Vorm.BESTAND)
    with as_actor(people[KM]):
        write_look(look)
    client = visitor(people[FG])
    with few_queries():
        text = get(client, LIST)
    assert "Beoordeel" in text
    assert WHY["reden"] in text
    place = f"{LIST}{made.pk}/beslissen/"
    with few_queries():
        text = get(client, place)
    assert "Selam" not in text
    assert "brief van school" not in text
    post(client, place)
    with few_queries():
        text = get(client, f"{LIST}{made.pk}/")
    assert "Verklaring van intrekking" in text
    assert "klantmanager van 9999" in text
    assert "Een bestand dat klantmanager van 9999 ophaalde" in text
    assert "Vertel Taalhuis" in text
    assert "brief van school" not in text
    with as_actor(people[KM]):
        assert not Inhoud.objects.filter(gebeurtenis__nummer=5).exists()
        line = Gebeurtenis.objects.get(dossier=dossier, nummer=5)
    assert bytes(line.inhoud_hash).hex() in text
    assert "en is ingetrokken" in get(visitor(people[KM]), f"/dossiers/{dossier.pk}/tijdlijn/")


def test_the_fg_may_say_no(people: Team, dossier: Dossier) -> None:
    made = _proposed(people, dossier)
    client, place = visitor(people[FG]), f"{LIST}{made.pk}/beslissen/"
    assert "waarom de gegevens blijven" in post(client, place, status=400, afwijzen="ja")
    post(client, place, afwijzen="ja", antwoord="De brief is wel van deze persoon.")
    text = get(client, f"{LIST}{made.pk}/")
    assert "Niet ingetrokken" in text
    assert "De brief is wel van deze persoon." in text
    assert client.get(place).status_code == 302


@pytest.mark.parametrize(
    ("rol", "address", "status"),
    [
        (Rol.INKOMENSCONSULENT, LIST, 403),
        (KM, LIST, 200),
        (KWALITEIT, LIST, 200),
        (FG, LIST, 200),
    ],
)
def test_who_may_see_the_list(people: Team, rol: Rol, address: str, status: int) -> None:
    get(visitor(people[rol]), address, status=status)


def test_who_proposes_does_not_decide(people: Team, dossier: Dossier) -> None:
    made = _proposed(people, dossier)
    typed: dict[str, Any] = {}
    post(visitor(people[KM]), f"{LIST}{made.pk}/beslissen/", status=403, **typed)
    get(visitor(people[KM]), f"{LIST}{made.pk}/", status=404)  # not decided yet
