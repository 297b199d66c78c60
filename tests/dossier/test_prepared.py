"""A question whose SQL is written once answers as the plain question does, for everybody."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet, Value
from django.test.utils import CaptureQueriesContext
from django.utils.translation import gettext, override
from tests.dossier.makers import AT, ELDERS, HIER, ON, dossier_for, later, team

from meedoen.accounts import gate, prepared
from meedoen.accounts.actions import add_medewerker, grant_role
from meedoen.accounts.actor import Actor
from meedoen.accounts.models import Gemeente, Rolverlening
from meedoen.accounts.prepared import rows_of
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.accounts.vervanging.actions import Plan, replace_colleague
from meedoen.accounts.work_tables import Vervanging
from meedoen.dossier import finding
from meedoen.dossier.actions.access import involve
from meedoen.dossier.actions.circumstances import set_safe_contact
from meedoen.dossier.actions.people import hand_over
from meedoen.dossier.actions.restriction import restrict
from meedoen.dossier.finding import Filter, one_in_sight, page_of
from meedoen.dossier.models import Beperking
from meedoen.dossier.queries import dossiers_visible_to

WORDS = "Dit moet een medewerker doen."
DAY = timedelta(days=1)
NOBODY = (0, -1, 2**31, 2**63, 10**30)  # numbers that somebody may type
DAYS = (ON, ON + 3 * DAY, ON + 9 * DAY)


def _seen(rows: Any) -> list[Any]:
    """Everything that the rows hold, with what was read beside them."""
    return [_one(row) for row in rows]


def _one(row: Any) -> Any:
    held = {name: value for name, value in vars(row).items() if name != "_state"}
    beside = {name: vars(each) for name, each in row._state.fields_cache.items() if each}
    return (type(row), held, [{**each, "_state": None} for each in beside.values()], list(beside))


def _town() -> tuple[list[Actor], list[int]]:
    """Every role, who replaces the klantmanager, elsewhere too; and dossiers of each sort."""
    staff = team(HIER)
    mine, chief = staff[Rol.KLANTMANAGER], staff[Rol.TEAMLEIDER]
    who = add_medewerker(f"fatma@{HIER}.example.org", "Fatma")
    grant_role(who, Rol.KLANTMANAGER, HIER, van=date(2022, 1, 1))
    other = Actor(who.pk, who.naam, Rol.KLANTMANAGER, (HIER,))
    made = [dossier_for(each, naam) for naam in ("A B", "A C", "B C") for each in (mine, other)]
    with as_actor(staff[Rol.KWALITEITSMEDEWERKER]):
        restrict(made[0].pk, Beperking.Grond.JUISTHEID, "zegt dat het fout is", on=ON, at=later(1))
    with as_actor(mine):
        set_safe_contact(made[2].pk, {"kanaal": "telefoon"}, on=ON, at=later(2))
        plan = Plan(mine.official, other.official, ON + DAY, ON + 5 * DAY, Vervanging.Reden.VERLOF)
        replace_colleague(mine, plan, on=ON, at=AT)
        for each in staff.actors.values():
            involve(made[4].pk, each.official, "inkomen", on=ON, at=later(3))
    with as_actor(chief):
        hand_over(made[3].pk, None, on=ON, at=later(4))
    far = dossier_for(team(ELDERS, Rol.KLANTMANAGER)[Rol.KLANTMANAGER], "C D")
    both = Actor(chief.medewerker_id, chief.naam, Rol.TEAMLEIDER, (HIER, ELDERS))
    return [*staff.actors.values(), other, both], [*(each.pk for each in made), far.pk, *NOBODY]


@pytest.mark.usefixtures("db")
def test_everybody_sees_the_same_dossiers_roles_and_pages_on_every_day() -> None:
    actors, dossiers = _town()
    seen = 0
    for actor in actors:
        with as_actor(actor):
            for on in DAYS:
                plain = finding.for_screen(dossiers_visible_to(actor, on=on), on=on)
                rows = {row.pk: row for row in plain}
                for pk in dossiers:
                    found = one_in_sight(actor, pk, on=on)
                    assert _seen(found) == _seen([rows[pk]] if pk in rows else [])
                    seen += len(found)
                _same_role(actor, on)
            _same_pages(actor, DAYS[1], dossiers[2])
    assert seen > 100


def _same_pages(actor: Actor, on: date, beside: int) -> None:
    for chosen in (Filter(), Filter((actor.official, 1)), Filter(zonder=True)):
        for place in ({}, {"after": beside}, {"before": beside}):
            values: Any = {"wie": finding._numbers(actor), "on": on}
            values |= {"chosen": chosen.klantmanagers}
            if place:
                values |= {"beside": beside, "naam": finding._name_of(beside)}
            kind = (actor.rol, chosen.zonder, "before" in place)
            plain = list(finding._listed(kind, **values))
            page = page_of(actor, chosen, on=on, **place)
            assert _seen(page.rows) == _seen(plain[::-1] if "before" in place else plain)


def _same_role(actor: Actor, on: date) -> None:
    for held in Rolverlening.objects.filter(medewerker=actor.official):
        asked: Any = {"medewerker": actor.official, "on": on, "chosen": held.pk}
        with CaptureQueriesContext(connection) as once:
            found = rows_of(gate._worked_in, **asked)
            assert found[0].medewerker.naam == actor.naam
        assert len(once) == 1
        assert _seen(found) == _seen(gate._worked_in(**asked))


def _lucky(*, gemeenten: tuple[int, ...] = (), naam: str = "", on: date = ON) -> QuerySet[Any]:
    return Gemeente.objects.filter(pk__in=gemeenten, naam__gte=naam).annotate(op=Value(on))


@pytest.mark.usefixtures("db")
def test_values_keep_their_places_whatever_they_are() -> None:
    for codes in ((HIER,), (ELDERS, HIER), (HIER, HIER), (1, 2)):
        for naam in ("", "Voorbeeld 9999", "'; --", "%s"):
            asked: Any = {"gemeenten": codes, "naam": naam, "on": ON}
            assert _seen(rows_of(_lucky, **asked)) == _seen(_lucky(**asked))
    assert rows_of(_lucky, gemeenten=(), naam="", on=ON) == []


def _day_after(*, on: date) -> QuerySet[Any]:
    return Rolverlening.objects.filter(van__lte=on + DAY)


def _since(*, on: date) -> QuerySet[Any]:
    rows = Rolverlening.objects.all()
    return rows.filter(tot=on) if on > ON else rows


def _limited(*, most: int) -> QuerySet[Any]:
    return Rolverlening.objects.all()[: abs(most)]


def _spoken(*, on: date) -> QuerySet[Any]:
    return Rolverlening.objects.filter(van=on).annotate(woord=Value(gettext(WORDS)))


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize(
    ("build", "value"),
    [
        (_day_after, {"on": ON}),
        (_since, {"on": ON}),
        (_limited, {"most": 1}),
        (_spoken, {"on": ON}),
    ],
)
def test_what_depends_on_a_value_or_the_language_is_refused(build: Any, value: Any) -> None:
    with pytest.raises(ValueError, match=build.__name__):
        rows_of(build, **value)


@pytest.mark.usefixtures("db")
def test_it_is_written_once_and_in_any_language() -> None:
    prepared._written.cache_clear()
    for language in ("nl", "en", "ar"):
        with override(language):
            rows_of(_lucky, gemeenten=(HIER,), naam="", on=ON)
    kept = prepared._written.cache_info()
    assert (kept.misses, kept.hits) == (1, 2)
