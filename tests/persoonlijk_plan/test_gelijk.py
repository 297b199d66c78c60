"""Women and men beside each other: small numbers are hidden, and none can be computed back."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.apps.browsing import few_queries, get
from tests.apps.visitor import visitor
from tests.dossier.makers import ELDERS, HIER, ON, Team, dossier_for, later, team

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.diary import record
from meedoen.dossier.actions.people import change_person
from meedoen.dossier.models import Dossier, Persoon
from meedoen.intake.spreiding import FEWEST, LEAST
from meedoen.persoonlijk_plan.actions import Keuze, Oordeel, choose, judge
from meedoen.persoonlijk_plan.gelijk import Gelijk, Rij, gelijk_of, rows_of
from meedoen.rules.choices import Leerroute

KM, TL, BELEID = Rol.KLANTMANAGER, Rol.TEAMLEIDER, Rol.BELEID
PAGE = "/plan/gelijk/"
B1, ONDERWIJS, Z = (each.value for each in Leerroute)


def _people(geslacht: str, *counts: int, werk: int = 0, uren: int | None = 12) -> list[Rij]:
    """So many for each leerroute; the first `werk` of them have a goal of work."""
    pairs = zip((B1, ONDERWIJS, Z), counts, strict=True)
    routes = [name for name, count in pairs for _each in range(count)]
    return [
        Rij(geslacht, route, False, uren, number < werk, False)
        for number, route in enumerate(routes)
    ]


def _counts(found: Gelijk, group: int) -> list[int | None]:
    return [row.aantallen[group].aantal for row in found.rijen]


@pytest.mark.brief("L14")
def test_women_and_men_stand_beside_each_other_in_fives() -> None:
    rows = _people("vrouw", 12, 3, 6, werk=7) + _people("man", 18, 8, 0, werk=20, uren=16)
    found = gelijk_of(rows)
    assert found.genoeg
    assert _counts(found, 0) == [10, None, 5, None, 5, None]
    assert _counts(found, 1) == [20, 10, None, None, 20, None]
    assert found.rijen[0].aantallen[1].deel == pytest.approx(20 / 30)  # of what is shown
    assert found.uren[:2] == (12, 16)


@pytest.mark.parametrize("women", [0, 1, LEAST - 1])
def test_of_few_of_one_nothing_is_told_of_the_other_either(women: int) -> None:
    """From a total elsewhere and the men, the women would follow."""
    found = gelijk_of(_people("vrouw", women, 0, 0) + _people("man", 40, 10, 10))
    assert not found.genoeg
    assert {each for group in range(3) for each in _counts(found, group)} == {None}
    assert found.uren == (None, None, None)


@given(st.tuples(*[st.integers(0, 30)] * 3))
def test_no_number_under_five_can_be_computed_back(routes: tuple[int, int, int]) -> None:
    """Whatever a hidden number is from none to four, the page is the same."""
    assert FEWEST == 5
    men = _people("man", 20, 10, 10)
    found = gelijk_of(_people("vrouw", *routes) + men)
    shown = [each for each in _counts(found, 0) if each is not None]
    assert not [each for each in shown if each % 5 or not each]
    if not found.genoeg:
        return
    small = [range(FEWEST) if each < FEWEST else (each,) for each in routes]
    for other in product(*small):
        if sum(other) >= LEAST:
            assert gelijk_of(_people("vrouw", *other) + men).rijen == found.rijen


def test_who_is_not_known_stands_apart_and_is_hidden_too() -> None:
    both = _people("vrouw", 20, 0, 0) + _people("man", 20, 0, 0)
    assert gelijk_of(both + _people("", 9, 0, 0)).getoond == (True, True, False)
    assert _counts(gelijk_of(both + _people("", 13, 0, 0)), 2)[0] == 15


@pytest.fixture
def people(db: None) -> Team:
    return team(HIER, KM, TL, BELEID)


def _chosen(people: Team, geslacht: str) -> Dossier:
    """Somebody of this gender for whom the B1-route was chosen."""
    dossier = dossier_for(people[KM])
    oordeel = Oordeel(
        Leerroute.B1_ROUTE, "past", grote_kans_op_diploma=False, redelijkerwijs_niet_in_staat=False
    )
    with as_actor(people[KM]):
        persoon = Persoon.objects.get(dossier=dossier)
        told = {"geslacht": geslacht}
        change_person(dossier.pk, told, versie=persoon.versie, on=ON, at=later(1))
        row = judge(dossier.pk, oordeel, on=ON, at=later(2))
        choose(row.pk, Keuze(Leerroute.B1_ROUTE), versie=row.versie, on=ON, at=later(3))
    return dossier


def test_policy_sees_figures_and_no_people_and_others_nothing(people: Team) -> None:
    for geslacht in ("vrouw", "man"):
        _chosen(people, geslacht)
    with as_actor(people[KM]):  # a plan of before Meedoen: no choice was made here
        told = {"leerroute": B1}
        elsewhere = dossier_for(people[KM]).pk
        record(elsewhere, "eerste_pip_vastgesteld", told, on=ON, at=later(1))
    client = visitor(people[BELEID])
    with few_queries():
        page = get(client, PAGE)
    assert "nog te weinig mensen" in page
    assert "Selam" not in page
    get(visitor(people[KM]), PAGE, status=403)
    found = {}
    for rol in (TL, BELEID, KM):
        with as_actor(people[rol]):
            found[rol] = sorted(row.geslacht for row in rows_of(HIER, on=ON) if row.keuze == B1)
            assert not rows_of(ELDERS, on=ON)
    assert found == {TL: ["", "man", "vrouw"], BELEID: ["", "man", "vrouw"], KM: []}


def test_the_picture_holds_in_every_language(people: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    """A word of the law is marked as Dutch with a tag, and a tag of HTML ends a picture."""
    rows = _people("vrouw", 20, 8, 0) + _people("man", 20, 8, 0)
    monkeypatch.setattr("meedoen.persoonlijk_plan.gelijk_views.rows_of", lambda *_, **__: rows)
    client = visitor(people[BELEID])
    client.cookies["taal"] = "en"
    _before, _, rest = get(client, PAGE).partition('<svg class="balken-beeld"')
    picture = rest.partition("</svg>")[0]
    assert picture.count("B1-route") == 2  # in words, and as drawn
    assert "<span" not in picture
