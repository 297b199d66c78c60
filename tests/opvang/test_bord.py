"""«Wie komt er»: counts for who may know, names for who sees dossiers, the longest still first."""

from datetime import date, timedelta

import pytest
from tests.apps.visitor import few_queries, page, visitor
from tests.dossier.makers import ELDERS, HIER, ON, Team, dossier_for, later, team
from tests.opvang.makers import HOUSE, awaited, couple

from meedoen.accounts.models import Gemeente
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.diary import record
from meedoen.opvang.actions.housing import offer_house
from meedoen.opvang.actions.taakstelling import Getallen, set_target
from meedoen.opvang.bord import people_who_come, where_of
from meedoen.opvang.weken import Komst, komst_of

pytestmark = pytest.mark.usefixtures("db")
KM, CHIEF, POLICY = Rol.KLANTMANAGER, Rol.TEAMLEIDER, Rol.BELEID
TODAY = ON + timedelta(weeks=10)


@pytest.fixture
def people(db: None) -> Team:
    """Four who were coupled: nothing yet, a house offered, the key known, and one who moved in."""
    made = team(HIER, KM, CHIEF, POLICY, Rol.MAATSCHAPPELIJK_BEGELEIDER)
    actor = made[KM]
    for name in ("Niets Nog", "Met Aanbod", "Met Sleutel", "Al Hier"):
        pk = dossier_for(actor, name).pk
        couple(actor, pk)
        if name == "Met Sleutel":
            awaited(actor, pk)
        with as_actor(actor):
            if name == "Met Aanbod":
                offer_house(pk, HOUSE, on=ON, at=later(7))
            if name == "Al Hier":
                record(pk, "ingeschreven", {"gehuisvest": True}, on=ON, at=later(8))
    return made


def _komst(people: Team, rol: Rol = CHIEF, code: int = HIER) -> Komst:
    with as_actor(people[rol]):
        return komst_of(Gemeente.objects.get(pk=code), on=TODAY)


def test_every_week_counts_who_came_and_who_comes(people: Team) -> None:
    found = _komst(people)
    late, *weeks = found.weken
    assert (late.maandag, late.met_huis, late.zonder_huis) == (None, 1, 0)  # the key was there
    by_day = {each.maandag: each for each in weeks}
    agreed = ON + timedelta(weeks=12)
    assert by_day[agreed].zonder_huis == 2
    assert found.opgave.gehuisvest == 1
    assert (found.opgave.met_huis, found.opgave.zonder_huis) == (1, 2)
    assert found.opgave.laatste_dag == date(2026, 12, 31)


def test_the_taakstelling_is_unknown_until_somebody_tells_it(people: Team) -> None:
    assert _komst(people).opgave.nog is None
    first = date(2026, 7, 1)
    with as_actor(people[CHIEF]):
        set_target(first, Getallen(9), at=later(1))
        set_target(first, Getallen(5), at=later(2))  # put right
    found = _komst(people).opgave
    assert (found.aantal, found.nog, found.volgens_regel) == (5, 4, None)


def test_the_rule_gives_the_number_where_all_is_known(people: Team) -> None:
    day = date(2026, 3, 2)
    with as_actor(people[CHIEF]):
        set_target(date(2026, 1, 1), Getallen(43, 50_000, 18_000_000), at=later(1))
        found = komst_of(Gemeente.objects.get(pk=HIER), on=day).opgave
    assert found.volgens_regel == 42  # 15,000 x 50,000 / 18,000,000 = 41.7


def test_beleid_sees_the_counts_and_nobody(people: Team) -> None:
    assert _komst(people, POLICY) == _komst(people)
    client = visitor(people[POLICY])
    with few_queries():
        shown = page(client, "/opvang/")
    assert "Aankomsten per week" in shown
    for name in ("Niets", "Aanbod", "Sleutel N", "dossier/"):
        assert name not in shown


def test_no_counts_of_another_municipality(people: Team) -> None:
    other = team(ELDERS, CHIEF)
    assert _komst(other, CHIEF, HIER).opgave.zonder_huis == 0


@pytest.mark.brief("L25")
def test_people_stand_where_they_stand(people: Team) -> None:
    with as_actor(people[KM]):
        found = people_who_come(people[KM], on=TODAY)
        some = people_who_come(people[KM], on=TODAY, stap="verhuizing")
        rest = people_who_come(people[KM], on=TODAY, after=(ON, found.rows[0].dossier.pk))
    assert [each.stap for each in found.rows] == ["profiel", "antwoord", "verhuizing"]
    assert [each.weken for each in found.rows] == [10, 10, 10]
    assert [each.stap for each in some.rows] == ["verhuizing"]
    assert len(rest.rows) == 2


def test_the_page_in_few_queries_and_only_what_is_in_sight(people: Team) -> None:
    client = visitor(people[KM])
    with few_queries():
        shown = page(client, "/opvang/")
    assert "Niets Nog" in shown
    assert "Al Hier" not in shown
    helper = page(visitor(people[Rol.MAATSCHAPPELIJK_BEGELEIDER]), "/opvang/")
    assert "Niets Nog" not in helper
    assert "Hier komt niemand" in helper


def test_who_divides_the_work_tells_the_taakstelling(people: Team) -> None:
    client = visitor(people[CHIEF])
    assert "taakstelling onbekend" in page(client, "/opvang/")
    where = "/opvang/taakstelling/"
    assert "Dit getal kan niet" in page(client, where, status=400, aantal="99999")
    page(client, where, status=302, aantal="43")
    assert "van 43" in page(client, "/opvang/")
    page(visitor(people[KM]), where, status=403)


@pytest.mark.parametrize("text", ["", "x", "2026-09-14", "2026-09-14.", "2026-19-14.1", "٣.٣"])
def test_an_address_that_says_nothing_begins_at_the_beginning(text: str) -> None:
    assert where_of(text) is None
