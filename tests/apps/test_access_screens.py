"""Opening a colleague's dossier with a reason; keeping a dossier; destroying it by two people."""

from datetime import date

import pytest
from tests.apps.browsing import get, post
from tests.apps.visitor import visitor
from tests.dossier.makers import HIER, Team, dossier_for, later, team

from meedoen.accounts.actions import add_medewerker, grant_role
from meedoen.accounts.actor import Actor
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.diary import record
from meedoen.dossier.models import (
    Betrokkenheid,
    Bewaarblokkade,
    Dossier,
    Gebeurtenis,
    Inhoud,
    Vernietiging,
)

pytestmark = pytest.mark.usefixtures("db")

KM, KWALITEIT, FG = Rol.KLANTMANAGER, Rol.KWALITEITSMEDEWERKER, Rol.FG
REASON = "Ik vervang mijn collega, die vandaag ziek is."
GROUND = "Verhuisd naar het buitenland, termijn voorbij."


@pytest.fixture
def people() -> Team:
    return team(HIER)


@pytest.fixture
def dossier(people: Team) -> Dossier:
    return dossier_for(people[KM])


@pytest.fixture
def colleague(people: Team) -> Actor:
    who = add_medewerker("collega@example.org", "C. Collega")
    grant_role(who, KM, HIER, van=date(2022, 1, 1))
    return Actor(who.pk, who.naam, KM, (HIER,))


def _to(dossier: Dossier, place: str = "") -> str:
    return f"/dossiers/{dossier.pk}/{place}"


def test_a_colleague_gives_a_reason_and_goes_on_where_he_was(
    people: Team, dossier: Dossier, colleague: Actor
) -> None:
    client, place = visitor(colleague), _to(dossier, "documenten/")
    closed = get(client, place, status=403)
    assert "Selam" not in closed
    assert f'name="terug" value="{place}"' in closed
    for _time in (1, 2):
        answer = client.post(_to(dossier, "toegang/"), {"reden": REASON, "terug": place})
        assert answer["Location"] == place
    assert "Selam" in get(client, place)
    with as_actor(people[KM]):
        (kept,) = Betrokkenheid.objects.filter(dossier=dossier)
        assert kept.reden == REASON
        assert (kept.tot or kept.van) > kept.van
    assert REASON in get(visitor(people[KM]), _to(dossier, "tijdlijn/"))


@pytest.mark.parametrize("reden", ["", "  ", "nodig"])
def test_no_real_reason_opens_nothing(
    people: Team, dossier: Dossier, colleague: Actor, reden: str
) -> None:
    client = visitor(colleague)
    typed = {"reden": reden, "terug": _to(dossier, "documenten/")}
    text = post(client, _to(dossier, "toegang/"), status=400, **typed)
    assert "Schrijf op waarom u dit dossier nodig hebt" in text
    assert f'value="{_to(dossier, "documenten/")}"' in text
    get(client, _to(dossier), status=403)


@pytest.mark.parametrize(
    "terug", ["https://elders.example/", "//elders.example/", "/uitloggen/", ""]
)
def test_it_never_leads_elsewhere(dossier: Dossier, colleague: Actor, terug: str) -> None:
    typed = {"reden": REASON, "terug": terug}
    answer = visitor(colleague).post(_to(dossier, "toegang/"), typed)
    assert answer["Location"] == _to(dossier)


@pytest.mark.parametrize("rol", [Rol.MAATSCHAPPELIJK_BEGELEIDER, FG, Rol.BEHEERDER])
def test_who_may_not_break_the_glass_is_refused(people: Team, dossier: Dossier, rol: Rol) -> None:
    client = visitor(people[rol])
    assert "toegang/" not in get(client, _to(dossier), status=403)
    post(client, _to(dossier, "toegang/"), status=403, reden=REASON)


def test_a_hold_is_put_and_lifted_once(people: Team, dossier: Dossier) -> None:
    client, place = visitor(people[KM]), _to(dossier, "bewaren/")
    assert "Schrijf op waarom" in post(client, f"{place}opleggen/", status=400, reden="")
    for _time in (1, 2):
        post(client, f"{place}opleggen/", reden="Er loopt een zaak bij de rechter.")
    assert "Er loopt een zaak bij de rechter." in get(client, place)
    with as_actor(people[KM]):
        assert Bewaarblokkade.objects.filter(dossier=dossier, tot__isnull=True).count() == 1
    for _time in (1, 2):
        post(client, f"{place}opheffen/")
    with as_actor(people[KM]):
        assert not Bewaarblokkade.objects.filter(dossier=dossier, tot__isnull=True).exists()
        rows = Gebeurtenis.objects.filter(dossier=dossier, soort="bewaren_opgeheven")
        assert rows.count() == 1


def test_the_term_and_the_ground_follow_from_the_facts(people: Team, dossier: Dossier) -> None:
    place = _to(dossier, "bewaren/")
    assert "Dat weten wij nog niet" in get(visitor(people[KWALITEIT]), place)
    assert "De bewaartermijn is niet voorbij" in get(visitor(people[KWALITEIT]), place)
    with as_actor(people[KM]):
        ended = {"plicht_voldaan": False}
        record(dossier.pk, "plicht_geeindigd", ended, on=date(2022, 3, 1), at=later(1))
        what = {"soort_gegevens": "dossier van een afgebroken voorziening", "overleden": "nee"}
        record(dossier.pk, "zaak_geeindigd", what, on=date(2022, 3, 1), at=later(2))
    text = get(visitor(people[KWALITEIT]), place)
    assert "De bewaartermijn is voorbij. De laatste dag was 1 maart 2023 (Bi 9.9)." in text
    assert "De bewaartermijn is niet voorbij" not in text


def _proposed(people: Team, dossier: Dossier) -> Vernietiging:
    post(visitor(people[KWALITEIT]), _to(dossier, "vernietigen/"), grond=GROUND)
    with as_actor(people[KWALITEIT]):
        return Vernietiging.objects.get(dossier=dossier)


def test_two_people_destroy_and_a_verklaring_stays(people: Team, dossier: Dossier) -> None:
    row = _proposed(people, dossier)
    fg = visitor(people[FG])
    overview = get(fg, "/dossiers/vernietigingen/")
    assert dossier.nummer in overview
    assert GROUND in overview
    assert "Selam" not in overview
    place = f"/dossiers/vernietigingen/{row.pk}/"
    asked = get(fg, place)
    assert f"Vernietig dossier {dossier.nummer}" in asked
    assert "Selam" not in asked
    for _time in (1, 2):
        assert fg.post(place)["Location"] == f"{place}verklaring/"
    paper = get(fg, f"{place}verklaring/")
    assert people[KWALITEIT].naam in paper
    assert people[FG].naam in paper
    with as_actor(people[KM]):
        assert not Inhoud.objects.filter(dossier=dossier).exists()
        assert Gebeurtenis.objects.filter(dossier=dossier).count() == 3
    get(visitor(people[KM]), _to(dossier), status=404)
    assert "Lees of print" in get(visitor(people[KWALITEIT]), "/dossiers/vernietigingen/")


def test_under_a_hold_nothing_is_proposed_or_destroyed(people: Team, dossier: Dossier) -> None:
    row = _proposed(people, dossier)
    post(visitor(people[KM]), _to(dossier, "bewaren/opleggen/"), reden="Er is bezwaar gemaakt.")
    text = post(visitor(people[FG]), f"/dossiers/vernietigingen/{row.pk}/", status=409)
    assert "Dit dossier moet bewaard blijven." in text
    with as_actor(people[KM]):
        assert Inhoud.objects.filter(dossier=dossier).exists()
    second = dossier_for(people[KM], "Omar Haddad")
    post(visitor(people[KM]), _to(second, "bewaren/opleggen/"), reden="Er is bezwaar gemaakt.")
    refused = post(
        visitor(people[KWALITEIT]), _to(second, "vernietigen/"), status=400, grond=GROUND
    )
    assert "Dit kan niet zolang het dossier bewaard moet blijven." in refused


def test_a_proposal_is_made_once_and_asks_a_ground(people: Team, dossier: Dossier) -> None:
    client = visitor(people[KWALITEIT])
    text = post(client, _to(dossier, "vernietigen/"), status=400, grond="weg")
    assert "in ten minste een paar woorden" in text
    _proposed(people, dossier)
    again = post(client, _to(dossier, "vernietigen/"), status=400, grond=GROUND)
    assert "stelde op" in again


@pytest.mark.parametrize("rol", [KM, Rol.TEAMLEIDER, FG])
def test_only_kwaliteit_proposes(people: Team, dossier: Dossier, rol: Rol) -> None:
    post(visitor(people[rol]), _to(dossier, "vernietigen/"), status=403, grond=GROUND)


@pytest.mark.parametrize("rol", [KM, Rol.TEAMLEIDER, KWALITEIT, Rol.BEHEERDER])
def test_only_the_fg_approves(people: Team, dossier: Dossier, rol: Rol) -> None:
    row = _proposed(people, dossier)
    post(visitor(people[rol]), f"/dossiers/vernietigingen/{row.pk}/", status=403)
    get(visitor(people[rol]), f"/dossiers/vernietigingen/{row.pk}/", status=403)


def test_there_is_no_verklaring_before_the_end(people: Team, dossier: Dossier) -> None:
    row = _proposed(people, dossier)
    get(visitor(people[FG]), f"/dossiers/vernietigingen/{row.pk}/verklaring/", status=404)
