"""What a leerroute would cost, and what would make it fit."""

from typing import Any

import pytest
from tests.apps.browsing import get
from tests.apps.visitor import visitor
from tests.dossier.makers import HIER, ON, dossier_for, later, team

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.diary import record
from meedoen.persoonlijk_plan.actions import Oordeel, judge
from meedoen.persoonlijk_plan.routes import compare
from meedoen.rules.choices import Leerroute

pytestmark = pytest.mark.usefixtures("db")
KM = Rol.KLANTMANAGER
NIET: dict[str, Any] = {"grote_kans_op_diploma": False, "redelijkerwijs_niet_in_staat": False}


@pytest.mark.parametrize(
    ("doelgroep", "lenen", "says"),
    [
        ("asielstatushouder", None, ("11.600,00: gemiddelde prijs van uw gemeente", "inkoopt")),
        ("gezins- of overige migrant", 1_000_000, ("10.000,00 (Bi 6.2:1)", "wie betaalt")),
    ],
)
def test_what_a_route_costs_is_of_the_municipality_or_of_duo_and_never_guessed(
    doelgroep: str, lenen: int | None, says: tuple[str, str]
) -> None:
    people = team(HIER, KM)
    dossier = dossier_for(people[KM])
    told = {"doelgroep": doelgroep}
    with as_actor(people[KM]):
        record(dossier.pk, "kennisgeving_ontvangen", told, on=ON, at=later(1))
    with as_actor(people[KM]):
        oordeel = Oordeel(Leerroute.B1_ROUTE, "leest al", **NIET)
        judge(dossier.pk, oordeel, on=ON, at=later(2))
    with as_actor(people[KM]):
        now = compare(dossier, on=ON)
    b1, onderwijs, z = now.routes
    asiel = lenen is None
    expected = [1_160_000, 1_700_000, None] if asiel else [0, 0, None]
    assert [each.kosten for each in now.routes] == expected
    assert (b1.zelf, z.betaalt, now.lenen) == (not asiel, asiel, lenen)
    assert b1.anders == ()
    assert [len(each.anders) for each in (onderwijs, z)] == [2, 1]  # a wish and a chance; not able
    page = get(visitor(people[KM]), f"/plan/dossier/{dossier.pk}/")
    assert all(words in page for words in (*says, "Deze leerroute past als ook dit zo is"))
