"""The week of somebody: blocks, what does not fit, a full week with a reason, care of a child."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from tests.apps.browsing import day, few_queries, get, hidden, post
from tests.apps.visitor import visitor
from tests.dossier.makers import ELDERS, HIER, ON, Team, dossier_for, later, team

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.destruction import destroy, propose_destruction
from meedoen.dossier.actions.diary import DiaryError, record
from meedoen.dossier.actions.people import StaleError
from meedoen.dossier.models import Dossier
from meedoen.persoonlijk_plan.inzage import part
from meedoen.persoonlijk_plan.levend.actions_week import (
    Blok,
    Opvang,
    add_blocks,
    change_block,
    tell_care,
)
from meedoen.persoonlijk_plan.levend.week import lessons_of_plan, rows_in, week_of
from meedoen.persoonlijk_plan.levend.week_beeld import HOUR, picture_of
from meedoen.persoonlijk_plan.models import Bezigheid, Kinderopvang

pytestmark = pytest.mark.usefixtures("db")
KM, TL = Rol.KLANTMANAGER, Rol.TEAMLEIDER
SOORT, BRON = Bezigheid.Soort, Bezigheid.Bron
MA, DI = 1, 2
AMHAARS = "ትምህርቲ ቋንቋ"


@pytest.fixture
def people() -> Team:
    return team(HIER)


@pytest.fixture
def dossier(people: Team) -> Dossier:
    return dossier_for(people[KM])


def _blok(van: int, tot: int, soort: Bezigheid.Soort = SOORT.LES, **more: Any) -> Blok:
    return Blok(soort, time(van), time(tot), more.pop("aanvang", ON), BRON.PERSOON, **more)


def _add(people: Team, dossier: Dossier, dagen: list[int], blok: Blok) -> list[Bezigheid]:
    with as_actor(people[KM]):
        return add_blocks(dossier.pk, dagen, blok, on=ON, at=later(1))


def _said(people: Team, dossier: Dossier) -> list[str]:
    with as_actor(people[KM]):
        return [each.tekst for each in week_of(dossier, ON, on=ON).meldingen]


def _page(dossier: Dossier, rest: str = "") -> str:
    return f"/plan/dossier/{dossier.pk}/week/{rest}"


def _typed(client: Any, address: str) -> dict[str, Any]:
    typed = {"soort": "les", "wat": AMHAARS, "dagen": ["1", "3"], "van": "9", "tot": "12.30"}
    typed |= {"plaats": "Kade 1", "reis_minuten": "20", "bron": "school", **day("aanvang", ON)}
    return typed | {"gezien": hidden(get(client, address), "gezien")}


def test_on_screen_a_lesson_on_two_days(people: Team, dossier: Dossier) -> None:
    client, address = visitor(people[KM]), _page(dossier, "nieuw/")
    typed = _typed(client, address)
    wrong = post(client, address, status=400, **typed | {"tot": "8", "dagen": []})
    assert "klaar voordat het begint" in wrong
    assert "Kies een dag van de week" in wrong
    assert AMHAARS in wrong
    post(client, address, **typed)
    post(client, address, **typed)  # sent twice, written once
    with few_queries():
        text = get(client, f"{_page(dossier)}?week=2026-W38")
    assert f"<bdi>{AMHAARS}</bdi>" in text
    assert 'role="img"' in text
    with as_actor(people[KM]):
        assert sorted(Bezigheid.objects.values_list("dag", "tot")) == [
            (1, time(12, 30)),
            (3, time(12, 30)),
        ]


def test_what_does_not_fit_is_said_in_words(people: Team, dossier: Dossier) -> None:
    _add(people, dossier, [MA], _blok(9, 12, plaats="Kade 1", reis_minuten=20))
    _add(people, dossier, [MA], _blok(11, 15, SOORT.WERK, plaats="Bakker"))
    _add(people, dossier, [MA], _blok(15, 16, SOORT.SPORT, plaats="Zaal", reis_minuten=15))
    _add(people, dossier, [MA], _blok(17, 18, SOORT.ZORG))
    with as_actor(people[KM]):
        tell_care(dossier.pk, Opvang(nodig=True), on=ON, at=later(2))
    said = " ".join(_said(people, dossier))
    assert "Maandag: les (09:00–12:00) en betaald werk (11:00–15:00) zijn tegelijk." in said
    assert "tussen betaald werk en sport past de reis van 15 minuten niet" in said
    assert "geen opvang voor het kind" in said
    assert "hoe lang duurt de reis van sport naar zorgen voor anderen?" in said
    assert "Het plan zegt nog niet hoeveel uur les er is" in said


def test_care_that_is_there_says_nothing(people: Team, dossier: Dossier) -> None:
    _add(people, dossier, [MA], _blok(9, 12))
    assert "Is er opvang voor een kind nodig tijdens de les?" in _said(people, dossier)
    _add(people, dossier, [MA], _blok(8, 13, SOORT.OPVANG))
    with as_actor(people[KM]):
        tell_care(dossier.pk, Opvang(True, "geregeld", "aangevraagd"), on=ON, at=later(2))
    assert not [text for text in _said(people, dossier) if "opvang" in text]


def test_the_lessons_beside_what_the_plan_says(people: Team, dossier: Dossier) -> None:
    _add(people, dossier, [MA], _blok(9, 12))
    with as_actor(people[KM]):
        told = {"leerroute": "B1-route", "uren_in_pip": 1560}
        record(dossier.pk, "eerste_pip_vastgesteld", told, on=ON, at=later(2))
        assert lessons_of_plan(dossier, on=ON) == 10.0
    assert "Deze week heeft 3 uur les. Het plan zegt gemiddeld 10 uur per week." in _said(
        people, dossier
    )
    _add(people, dossier, [DI], _blok(9, 15))
    assert not [text for text in _said(people, dossier) if "gemiddeld" in text]


def test_a_very_full_week_asks_why(people: Team, dossier: Dossier) -> None:
    every = list(range(1, 8))
    _add(people, dossier, every, _blok(8, 16, SOORT.WERK))
    with pytest.raises(DiaryError, match="63 uur"):
        _add(people, dossier, every, _blok(18, 19))
    _add(people, dossier, every, _blok(18, 19, reden="drie weken, tot de oogst binnen is"))
    (text,) = [each for each in _said(people, dossier) if "uur, met reizen" in each]
    assert "drie weken, tot de oogst binnen is" in text


def test_a_block_stands_in_its_own_weeks_only(people: Team, dossier: Dossier) -> None:
    friday = ON + timedelta(4)
    _add(people, dossier, [1, 5], _blok(9, 12, aanvang=friday, einde=friday + timedelta(3)))
    with as_actor(people[KM]):
        weeks = [len(rows_in(dossier, ON + timedelta(7 * n))) for n in (-1, 0, 1)]
        assert weeks == [0, 1, 0]  # the Monday before the first day, and of the last, are out
    client = visitor(people[KM])
    assert "Deze week is er niet" in get(client, f"{_page(dossier)}?week=2026-W60", status=400)
    assert "Deze week is er niet" in get(client, f"{_page(dossier)}?week=nu", status=400)


def test_changing_a_block(people: Team, dossier: Dossier) -> None:
    (row,) = _add(people, dossier, [MA], _blok(9, 12, plaats="Kade 1", reis_minuten=20))
    client, address = visitor(people[KM]), _page(dossier, f"{row.pk}/")
    typed = _typed(client, address)
    assert "Kies hier één dag" in post(client, address, status=400, **typed)
    with as_actor(people[TL]):
        change_block(row, DI, _blok(10, 12), on=ON, at=later(2))
    late = post(client, address, status=409, **typed | {"dagen": ["3"]})
    assert "Iemand anders was u net voor" in late
    typed["gezien"] = hidden(late, "gezien")
    post(client, address, **typed | {"dagen": ["3"], **day("laatste_dag", date(2026, 12, 1))})
    with as_actor(people[KM]):
        row.refresh_from_db()
        assert (row.dag, row.van, row.einde) == (3, time(9), date(2026, 12, 2))
        with pytest.raises(StaleError):
            change_block(row, DI, _blok(10, 12), on=ON, at=later(3), gezien=1)


@pytest.mark.brief("L54")
def test_care_of_a_child_on_screen(people: Team, dossier: Dossier) -> None:
    client, address = visitor(people[KM]), _page(dossier, "opvang/")
    typed = {
        "nodig": "ja",
        "opvang": "geregeld",
        "toeslag": "moet nog",
        "vraag_aan": "de begeleider",
    }
    typed["gezien"] = hidden(get(client, address), "gezien")
    post(client, address, **typed)
    text = get(client, _page(dossier))
    assert "de begeleider" in text
    assert "moet nog" in text
    assert 'value="ja" id="id_nodig_0" checked' in get(client, address)


def test_the_picture_puts_what_is_at_once_beside_each_other(people: Team, dossier: Dossier) -> None:
    _add(people, dossier, [MA], _blok(9, 12))
    _add(people, dossier, [MA], _blok(11, 13, SOORT.WERK, reis_minuten=30))
    _add(people, dossier, [MA], _blok(13, 14, SOORT.SPORT))
    with as_actor(people[KM]):
        one, two, three = picture_of(rows_in(dossier, ON)).vakken
    assert one.left == three.left < two.left
    assert (one.height, two.reis) == (3 * HOUR, HOUR // 2)
    assert picture_of([]).uren[0][0] == 8


def test_it_is_in_the_copy_of_this_municipality_and_goes(people: Team, dossier: Dossier) -> None:
    _add(people, dossier, [MA], _blok(9, 12, wat=AMHAARS, reden="kan best"))
    with as_actor(people[KM]):
        tell_care(dossier.pk, Opvang(None, vraag_aan="de gastouder"), on=ON, at=later(2))
    with as_actor(team(ELDERS)[KM]):
        assert not Bezigheid.objects.exists()
        assert not Kinderopvang.objects.exists()
    with as_actor(people[Rol.KWALITEITSMEDEWERKER]):
        told = {x["waarde"] for each in part(dossier, later(9))["regels"] for x in each}
        proposed = propose_destruction(dossier.pk, "bewaartermijn", on=ON, at=later(10))
    assert {AMHAARS, "de gastouder", "niet besproken"} <= told
    with as_actor(people[Rol.FG]):
        destroy(proposed.pk, on=ON, at=later(11))
    with as_actor(people[TL]):
        assert not Bezigheid.objects.exists()
        assert not Kinderopvang.objects.exists()
