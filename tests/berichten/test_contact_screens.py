"""The screens of contactpersonen at DUO: what it knows, what is stuck, and what one does."""

from datetime import timedelta

import httpx
import pytest
from tests.apps.visitor import few_queries, page, visitor
from tests.berichten.contact_scene import (
    KM,
    NUMBER,
    another,
    at_duo,
    beside_contacts,
    give,
    names,
    reach,
    rows,
    states,
    tell,
    with_duty,
)
from tests.berichten.melding_scene import FIRST_ROUND, Beside
from tests.dossier.makers import HIER, ON, Team, dossier_for, later, team

from meedoen.accounts import gate
from meedoen.accounts.models import Medewerker
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.berichten import inzage
from meedoen.berichten.asking import duo_actor
from meedoen.berichten.contact_tables import Contactmelding, Contactpersoon
from meedoen.berichten.werk import BRONNEN
from meedoen.dossier.actions.destruction import destroy, propose_destruction
from meedoen.dossier.models import Dossier
from meedoen.law.loader import law_for
from meedoen.werkplek.eigen_werk import items_of_sources

OVERVIEW = "/berichten/contactpersonen/"


@pytest.fixture
def people(db: None, monkeypatch: pytest.MonkeyPatch) -> Team:
    monkeypatch.setattr(gate, "now", lambda: FIRST_ROUND + timedelta(hours=1))
    made = team(
        HIER, KM, Rol.TEAMLEIDER, Rol.JURIST, Rol.KWALITEITSMEDEWERKER, Rol.BEHEERDER, Rol.FG
    )
    Medewerker.objects.filter(pk=made[KM].official).update(naam="Anna de Wit")
    return made


@pytest.fixture
def duo(monkeypatch: pytest.MonkeyPatch) -> Beside:
    return beside_contacts(monkeypatch)


def lost(duo: Beside) -> None:
    """DUO takes a new one, and the answer is lost."""

    def strike(request: httpx.Request) -> None:
        if request.url.path.endswith("/contactpersonen"):
            raise httpx.ReadTimeout("x")

    duo.after = strike


def work(people: Team) -> list[tuple[str, str]]:
    """Name and reason of each item of ours on the work list of the klantmanager."""
    with as_actor(people[KM]):
        every = list(Dossier.objects.values_list("pk", flat=True))
        found = items_of_sources(every, law_for("wi2021", HIER), on=ON)
    ours = {each.signaal.name for each in BRONNEN}
    return [(each.signaal.name, each.waarom) for each in found if each.signaal.name in ours]


def test_an_official_gives_the_own_number_and_duo_gets_it(people: Team, duo: Beside) -> None:
    dossier, client = with_duty(people), visitor(people[KM])
    assert "geen werknummer" in page(client, OVERVIEW)
    assert "alleen cijfers" in page(client, "/gegevens/", status=400, telefoon="bel mij")
    page(client, "/gegevens/", status=302, telefoon=NUMBER)
    assert f'value="{NUMBER}"' in page(client, "/gegevens/")
    tell()
    with few_queries():
        text = page(client, OVERVIEW)
    assert NUMBER in text
    assert "nummer 1 bij DUO" in text
    with few_queries():
        text = page(client, f"/berichten/dossier/{dossier.pk}/")
    assert "DUO kent als contactpersoon" in text
    with few_queries():
        text = page(client, f"/berichten/dossier/{dossier.pk}/contact/{rows()[1].pk}/")
    assert "Anna de Wit" in text
    assert work(people) == []


def test_the_number_of_the_team_is_for_the_beheerder(people: Team, duo: Beside) -> None:
    boss = visitor(people[Rol.BEHEERDER])
    page(visitor(people[KM]), "/gegevens/team/", status=403)
    assert "eigen werknummer" in page(boss, "/gegevens/team/")
    typed = {"telefoon": "", "email": "team@example.org"}
    assert "maak beide vakken leeg" in page(boss, "/gegevens/team/", status=400, **typed)
    page(boss, "/gegevens/team/", status=302, telefoon=NUMBER, email="")
    assert NUMBER in page(boss, "/gegevens/team/")
    assert "nummer van het team" in page(visitor(people[KM]), "/gegevens/")
    assert "Anna de Wit" in page(boss, OVERVIEW)


def test_what_is_unsure_is_work_and_a_number_settles_it(people: Team, duo: Beside) -> None:
    dossier, client = with_duty(people), visitor(people[KM])
    reach(people[KM])
    lost(duo)
    tell()
    where = f"{OVERVIEW}{rows()[0].pk}/"
    ((name, why),) = work(people)
    assert name == "duo_contactpersoon"
    assert "niet zeker" in why
    assert where in page(client, f"/berichten/dossier/{dossier.pk}/")
    text = page(client, where)
    assert "DUO heeft dit al" in text
    assert "Stuur opnieuw" in text
    assert "1 tot en met 99999" in page(client, f"{where}portal/", status=400, nummer="0")
    page(client, f"{where}portal/", status=302, nummer="1")
    assert states() == ["nieuw bevestigd in_portal"]
    assert page(client, f"{where}portal/", status=409, nummer="7")
    tell(5)
    assert (at_duo(duo), names(duo), work(people)) == ("Anna de Wit", ["Anna de Wit"], [])


def test_sent_again_only_when_a_human_says_so(people: Team, duo: Beside) -> None:
    with_duty(people)
    client = visitor(people[KM])
    reach(people[KM])
    lost(duo)
    tell()
    duo.after = lambda _: None
    duo.place.world.contactpersonen.clear()  # it had not come through after all
    where = f"{OVERVIEW}{rows()[0].pk}/"
    assert "Schrijf op waarom" in page(client, f"{where}opnieuw/", status=400, reden="")
    page(client, f"{where}opnieuw/", status=302, reden="DUO heeft hem niet")
    tell(65)
    assert (at_duo(duo), len(names(duo))) == ("Anna de Wit", 1)
    assert "DUO heeft hem niet" in page(client, where)


def test_without_a_number_only_the_portal_can_say_more(people: Team, duo: Beside) -> None:
    dossier, client = with_duty(people), visitor(people[KM])
    reach(people[KM])
    duo.before = lambda _request: (_ for _ in ()).throw(httpx.ConnectError("x"))
    tell()
    page(client, f"{OVERVIEW}{rows()[0].pk}/portal/", status=302, nummer="")
    tell(5)
    assert states()[1:] == ["koppel wacht contact_zonder_nummer"]
    where = f"/berichten/dossier/{dossier.pk}/contact/{rows()[1].pk}/"
    text = page(client, f"{where}portal/")
    assert text.count("readonly") == 4  # with the BSN
    page(client, f"{where}portal/", status=302, op="x")
    assert states()[1:] == ["koppel bevestigd in_portal"]


def test_what_is_let_go_comes_back_only_when_something_changes(people: Team, duo: Beside) -> None:
    dossier, client = with_duty(people, "999990019"), visitor(people[KM])
    reach(people[KM])
    tell()
    assert states()[1:] == ["koppel wacht contact_koppel_onbekend"]
    where = f"/berichten/dossier/{dossier.pk}/contact/{rows()[1].pk}/"
    page(client, f"{where}vervallen/", status=302, reden="woont hier niet meer")
    assert (tell(90), states()[1:]) == (0, ["koppel vervallen niet_nodig"])
    text = page(client, f"{where}vervallen/", status=409, reden="nog eens")
    assert "nog eens" in text  # what was typed stays
    give(people, dossier, another("Bea Bos"))
    tell(95)
    assert "koppel wacht contact_koppel_onbekend" in states()
    page(visitor(people[Rol.TEAMLEIDER]), f"{where}opnieuw/", status=409, reden="toch")


def test_who_may_not_see_messages_sees_none(people: Team, duo: Beside) -> None:
    dossier = with_duty(people)
    reach(people[KM])
    tell()
    official, whose = (each.pk for each in rows())
    page(visitor(people[Rol.JURIST]), f"{OVERVIEW}{official}/", status=403)
    client = visitor(people[KM])
    page(client, f"{OVERVIEW}{whose}/", status=404)  # of a dossier: only beneath it
    other = dossier_for(people[KM], "Omar Haddad")
    page(client, f"/berichten/dossier/{other.pk}/contact/{whose}/", status=404)
    page(client, f"/berichten/dossier/{dossier.pk}/contact/{whose}/iets/", status=404)
    page(client, f"/berichten/dossier/{dossier.pk}/contact/{official}/", status=404)


def test_it_is_in_the_copy_and_goes_with_the_dossier(people: Team, duo: Beside) -> None:
    dossier = with_duty(people)
    reach(people[KM])
    tell()
    with as_actor(duo_actor(HIER)):
        told = [each["waarde"] for row in inzage.part(dossier, later(99))["regels"] for each in row]
    assert "Anna de Wit" in told
    with as_actor(people[Rol.KWALITEITSMEDEWERKER]):
        proposed = propose_destruction(dossier.pk, "termijn voorbij", on=ON, at=later(20))
    with as_actor(people[Rol.FG]):
        destroy(proposed.pk, on=ON, at=later(21))
    with as_actor(duo_actor(HIER)):
        assert not Contactmelding.objects.filter(dossier__isnull=False).exists()
        assert Contactpersoon.objects.exists()
    tell(30)
    assert names(duo) == []
