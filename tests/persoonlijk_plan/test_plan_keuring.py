"""What the rules refuse in a draft, and what they do not."""

from datetime import timedelta
from typing import Any

import pytest
from tests.apps.browsing import get
from tests.apps.visitor import visitor
from tests.dossier.makers import ON, Team
from tests.persoonlijk_plan.planned import KM, chosen, planners, proposed, ready, written

from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.models import Dossier
from meedoen.persoonlijk_plan.models import Plan
from meedoen.persoonlijk_plan.plan_keuring import Punt, keur
from meedoen.rules.choices import Leerroute

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def people() -> Team:
    return planners()


def _refused(people: Team, dossier: Dossier, plan: Plan) -> tuple[Punt, ...]:
    with as_actor(people[KM]):
        return keur(plan, dossier, on=ON).weigert


@pytest.mark.brief("L70")
@pytest.mark.parametrize(
    ("told", "route", "changes", "article"),
    [
        ({"gehuisvest": False}, Leerroute.B1_ROUTE, {}, "Bi 5.3:1"),
        ({}, Leerroute.ONDERWIJSROUTE, {"niveau": "A2"}, "DUO PIP-5"),
        ({}, Leerroute.B1_ROUTE, {"niveau": "A2"}, "DUO PIP-7"),
        ({"doelgroep": "gezins- of overige migrant"}, Leerroute.B1_ROUTE, {}, "Wi 15:2"),
    ],
    ids=["not housed", "A2 in onderwijsroute", "A2 at once", "hours of a migrant"],
)
def test_what_no_law_allows_is_refused_with_its_article(
    people: Team, told: dict[str, Any], route: Leerroute, changes: dict[str, Any], article: str
) -> None:
    somebody = ready(people, **told)
    chosen(people, somebody, route)
    plan = written(people, somebody, **changes)
    found = _refused(people, somebody, plan)
    assert article in {each.artikel for each in found}
    with pytest.raises(DiaryError):
        proposed(people, plan, "toch")
    assert "Zo kan dit plan niet" in get(
        visitor(people[KM]), f"/plan/dossier/{somebody.pk}/besluit/"
    )


@pytest.mark.brief("L78")
def test_b2_may_stand_in_a_first_plan_which_is_not_dated_before_the_duty(people: Team) -> None:
    dossier = ready(people)
    chosen(people, dossier)
    plan = written(people, dossier, niveau="B2")
    assert not _refused(people, dossier, plan)
    with as_actor(people[KM]):
        found = keur(plan, dossier, on=ON - timedelta(days=1)).weigert
    assert {"DUO PIP-2", "DUO PIP-4"} <= {each.artikel for each in found}
