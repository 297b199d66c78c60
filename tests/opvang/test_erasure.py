"""What opvang keeps of somebody goes with the dossier, goes when withdrawn, and is in the copy."""

import pytest
from tests.dossier.makers import HIER, ON, dossier_for, later, team
from tests.opvang.makers import awaited

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.withdrawal import propose_withdrawal, withdraw_data
from meedoen.dossier.inzage_apps import parts_of
from meedoen.dossier.models import Gebeurtenis
from meedoen.opvang.models import Driegesprek, Klantprofiel, Nareis, Voorbereiding, Woning

pytestmark = pytest.mark.usefixtures("db")
KM = Rol.KLANTMANAGER
TABLES = (Klantprofiel, Voorbereiding, Driegesprek, Woning, Nareis)


def test_a_profile_of_somebody_else_can_be_withdrawn() -> None:
    people = team(HIER, KM, Rol.FG)
    dossier = dossier_for(people[KM])
    awaited(people[KM], dossier.pk)
    with as_actor(people[KM]):
        line = Gebeurtenis.objects.get(soort="klantprofiel_ontvangen")
        made = propose_withdrawal(
            dossier.pk, line.nummer, "van een ander", bron="COA", on=ON, at=later(9)
        )
    with as_actor(people[Rol.FG]):
        withdraw_data(made.pk, on=ON, at=later(10))
    with as_actor(people[KM]):
        assert [table.objects.count() for table in TABLES] == [0, 1, 1, 1, 1]


def test_the_copy_tells_all_of_it() -> None:
    actor = team(HIER, KM)[KM]
    dossier = dossier_for(actor)
    awaited(actor, dossier.pk)
    with as_actor(actor):
        part = next(each for each in parts_of(dossier, later(9)) if each["naam"] == "opvang")
        before = next(each for each in parts_of(dossier, later(1)) if each["naam"] == "opvang")
    assert len(part["regels"]) == len(TABLES)
    told = " ".join(each["waarde"] for row in part["regels"] for each in row)
    for words in ("azc Duindorp", "NT2: 84 uur", "Lindelaan 1", "het azc", "1: partner"):
        assert words in told
    assert before["regels"] == []
