"""From tables to columns: whatever the way of reading, the facts are the same."""

from datetime import date
from typing import Any

import pytest
from tests.dossier.makers import HIER, ON, dossier_for, team

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.facts_table import FEW, facts_of
from meedoen.dossier.models import Stand
from meedoen.rules.choices import Doelgroep

GEZIN = Doelgroep.GEZINS_OF_OVERIGE_MIGRANT


def test_few_and_many_dossiers_read_the_same_facts(db: None) -> None:
    """Two ways to read: plain rows, and text of a whole column. Days, words, answers, amounts."""
    klantmanager = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    dossier, other = dossier_for(klantmanager), dossier_for(klantmanager, "Omar Haddad")
    told: dict[str, Any] = {
        "kennisgeving_op": date(2026, 9, 7),
        "doelgroep": GEZIN.value,
        "gehuisvest": True,
        "familielid_van_unieburger": False,
        "aftrek_cursusuren": 140,
        "achterstand": 0,
    }
    with as_actor(klantmanager):
        Stand.objects.filter(pk=dossier.pk).update(**told)
        ids = [other.pk, dossier.pk]
        few = facts_of(ids, on=ON).facts
        many = facts_of(ids * FEW, on=ON).facts
        assert [few.row(place) for place in (0, 1)] == [many.row(place) for place in (0, 1)]
        kept = few.row(1)
        assert {name: kept[name] for name in told} == told | {"doelgroep": GEZIN}
        assert "gehuisvest" not in few.row(0)
        with pytest.raises(KeyError):
            facts_of([dossier.pk, -1], on=ON)
