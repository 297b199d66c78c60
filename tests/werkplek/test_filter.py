"""What somebody chose to see: read from an address, refused when it is no choice, written back."""

from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st
from tests.apps.browsing import get
from tests.apps.visitor import visitor
from tests.dossier.makers import HIER, ON, Team, dossier_for, later, team

from meedoen.accounts.actor import Actor
from meedoen.accounts.models import Gemeente
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.diary import record
from meedoen.dossier.actions.people import hand_over
from meedoen.rules.choices import Leerroute
from meedoen.werkplek.bronnen import every_signal
from meedoen.werkplek.filter import GEEN, MIJN, NAMES, ZONDER, WerkFilter, query_of
from meedoen.werkplek.forms import FilterForm
from meedoen.werkplek.item import Item
from meedoen.werkplek.queries import Werklijst, all_items, watch_list
from meedoen.werkplek.signaal import Fase
from meedoen.werkplek.signalen import SIGNALEN
from meedoen.werkplek.urgency import Groep, group_of

CHIEF = Actor(1, "Teamleider", Rol.TEAMLEIDER, (HIER,))
PIP = next(each for each in SIGNALEN if each.name == "pip")
DAYS = st.none() | st.dates(date(2021, 1, 1), date(2040, 1, 1))


def _form(query: str, actor: Actor = CHIEF) -> FilterForm:
    return FilterForm(QueryDict(query), actor=actor, colleagues=[], signalen=every_signal())


@given(
    st.builds(
        WerkFilter,
        whose=st.sampled_from(["", MIJN, ZONDER]),
        signaal=st.sampled_from(["", *(each.name for each in every_signal())]),
        leerroute=st.sampled_from(["", GEEN, *(each.value for each in Leerroute)]),
        fase=st.sampled_from(["", *Fase.values]),
        groep=st.sampled_from(["", *Groep.values]),
        start=st.integers(0, 1_000_000),
    ),
    DAYS,
    DAYS,
)
def test_what_is_written_into_an_address_is_read_back(
    chosen: WerkFilter, one: date | None, two: date | None
) -> None:
    first, last = sorted([one, two], key=lambda day: (day is not None, day or date.min))
    whole = replace(chosen, first=first, last=last)
    read = _form(query_of(whole).removeprefix("?")).chosen
    assert replace(read, own=()) == whole
    assert read.own == (1,)
    assert whole.query() == query_of(replace(whole, start=0))


def test_every_choice_has_a_name_and_nothing_chosen_is_no_query() -> None:
    assert [each.name for each in fields(WerkFilter) if each.name != "own"] == list(NAMES)
    assert query_of(WerkFilter()) == ""
    assert not WerkFilter(groep="laat", start=50).chosen
    assert WerkFilter(fase="plan").chosen


@pytest.mark.parametrize(
    "query",
    [
        "van=999999",
        "van=mijn'",
        "van=-1",
        "signaal=niets",
        "fase=PLAN",
        "leerroute=b1",
        "groep=alles",
        "vanaf_dag=2026-02-29",
        "vanaf_dag=1-2-2026",
        "tot_en_met=morgen",
        "vanaf_dag=2026-03-02&tot_en_met=2026-03-01",
        "vanaf=-1",
        "vanaf=abc",
        "vanaf=99999999999999999999",
        "signaal=pip%00",
    ],
)
def test_an_unknown_value_is_an_error_and_never_another_list(query: str) -> None:
    form = _form(query)
    assert not form.is_valid()
    assert form.errors
    with pytest.raises(ValueError, match="not right"):
        form.chosen  # noqa: B018 - asking is what is refused


def test_only_who_sees_all_chooses_a_colleague() -> None:
    from meedoen.accounts.models import Medewerker

    colleague = [Medewerker(pk=7, naam="J. de Wit")]
    klantmanager = replace(CHIEF, rol=Rol.KLANTMANAGER)
    for actor, may in ((CHIEF, True), (klantmanager, False)):
        asked = QueryDict("van=7")
        form = FilterForm(asked, actor=actor, colleagues=colleague, signalen=every_signal())
        assert form.is_valid() is may


@pytest.mark.parametrize(
    ("day", "first", "last", "taken"),
    [
        (ON, None, None, True),
        (ON, ON, ON, True),
        (ON, ON + timedelta(days=1), None, False),
        (ON, None, ON - timedelta(days=1), False),
        (None, None, None, True),
        (None, ON, None, False),
        (None, None, ON, False),
    ],
)
def test_a_period_takes_both_its_days_and_leaves_out_what_has_none(
    day: date | None, first: date | None, last: date | None, taken: bool
) -> None:
    assert WerkFilter(first=first, last=last).takes(Item(1, PIP, day)) is taken
    assert not WerkFilter(fase=Fase.OPVANG).takes(Item(1, PIP, day))


@pytest.fixture
def people(db: None) -> Team:
    return team(HIER, Rol.KLANTMANAGER, Rol.TEAMLEIDER)


def _dossiers(people: Team) -> dict[str, int]:
    """One of the klantmanager, one of nobody, one whose route is known."""
    own, chief = people[Rol.KLANTMANAGER], people[Rol.TEAMLEIDER]
    made = {name: dossier_for(own, f"Vrouw {name}").pk for name in ("Eigen", "Niemand", "Route")}
    with as_actor(chief):
        hand_over(made["Niemand"], None, on=ON, at=later(2))
        told = {"leerroute": Leerroute.B1_ROUTE}
        record(made["Route"], "pip_gewijzigd", told, on=ON, at=later(3))
    return made


def _seen(actor: Actor, **chosen: Any) -> tuple[set[int], Werklijst]:
    with as_actor(actor):
        here = Gemeente.objects.get(pk=HIER)
        asked = WerkFilter(**chosen, own=(actor.official,))
        items = all_items(actor, here, on=ON, chosen=asked)
        lijst = watch_list(actor, here, on=ON, chosen=asked)
    assert len(items) == sum(g.count for g in lijst.groups if asked.groep in {"", g.name})
    for group in lijst.groups:
        assert all(group_of(row.item, ON) == group.name for row in group.rows)
    return {item.dossier for item in items}, lijst


def test_the_choice_leaves_what_it_says(people: Team) -> None:
    own = people[Rol.KLANTMANAGER]
    made = _dossiers(people)
    all_of_them = set(made.values())
    assert _seen(own)[0] == all_of_them
    assert _seen(own, whose=ZONDER)[0] == {made["Niemand"]}
    assert _seen(own, whose=MIJN)[0] == all_of_them - {made["Niemand"]}
    assert _seen(people[Rol.TEAMLEIDER], whose=str(own.medewerker_id))[0] == all_of_them - {
        made["Niemand"]
    }
    assert _seen(own, leerroute=Leerroute.B1_ROUTE.value)[0] == {made["Route"]}
    assert _seen(own, leerroute=GEEN)[0] == all_of_them - {made["Route"]}
    assert _seen(own, signaal="wacht_op_woning")[0] == set()


def test_signals_are_counted_in_the_group_and_groups_for_the_signal(people: Team) -> None:
    own = people[Rol.KLANTMANAGER]
    _dossiers(people)
    _, every = _seen(own)
    assert sum(every.signalen.values()) == every.total
    _, chosen = _seen(own, signaal="pip", groep="laat")
    assert chosen.signalen.get("pip", 0) == chosen.group("laat").count
    assert chosen.total == every.signalen["pip"]


def test_the_page_says_what_is_left_out_and_how_to_see_all(people: Team) -> None:
    own = people[Rol.KLANTMANAGER]
    _dossiers(people)
    page = get(visitor(own), f"/?van={MIJN}&signaal=pip&vanaf_dag=2020-01-01")
    for text in ("U ziet een deel", "Mijn dossiers", "PIP maken", "1 januari 2020", "Wis filters"):
        assert text in page
    assert "van=mijn&amp;signaal=pip" in page  # the tabs keep the choice
    wrong = get(visitor(own), "/?signaal=niets&van=mijn", status=400)
    assert "Dit kunt u hier niet kiezen" in wrong
    assert 'class="werk"' not in wrong
    assert '<option value="mijn" selected>' in wrong
