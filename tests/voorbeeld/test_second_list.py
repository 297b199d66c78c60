"""For every dossier of the demo the work list equals the second reading of it."""

import pytest
from tests.werkplek.agreement import first_list, second_list, told_of

from meedoen.accounts.actor import Actor
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.config.settings import DEMO_TODAY
from meedoen.config.voorbeeld.accounts import BRIEFDORP, VOORBEELDSTAD
from meedoen.config.voorbeeld.happenings import Archive
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import Dossier


@pytest.mark.parametrize("gemeente", [VOORBEELDSTAD, BRIEFDORP])
def test_the_list_of_the_demo_is_read_the_same_by_another_hand(
    village: Archive, gemeente: int
) -> None:
    actor = Actor(None, "Meedoen", Rol.TEAMLEIDER, (gemeente,))
    with as_actor(actor):
        ids = list(Dossier.objects.values_list("pk", flat=True))
        caseload = facts_of(ids, on=DEMO_TODAY)
    people = [told_of(caseload, row) for row in range(len(ids))]
    assert any(people)
    for person, (ours, refused) in zip(people, first_list(DEMO_TODAY, people), strict=True):
        assert not refused
        assert ours == second_list(DEMO_TODAY, person), person
