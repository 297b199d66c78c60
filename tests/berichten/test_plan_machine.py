"""Random days, officials and events of DUO, from a summons to a changed plan: no illegal state.

What no law allows is refused with its reason, the clock of the plan is that of the second reading,
and DUO takes all it is told.
"""

from collections import Counter

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test
from tests.berichten.melding_scene import beside
from tests.berichten.plan_walk import Trajectory
from tests.dossier.makers import ON
from tests.intake.asking import mandates
from tests.persoonlijk_plan.planned import planners
from tests.pretend_duo.invented import town

from meedoen.accounts.roles import Rol
from meedoen.intake.treden import KINDS

# a life takes seconds: a sixth of the examples that a cheap property has
FEW = max(int(getattr(settings.default, "max_examples", 50)) // 6, 1)


@pytest.fixture
def machine(db: None, monkeypatch: pytest.MonkeyPatch) -> type[Trajectory]:
    people = planners(Rol.KLANTMANAGER, Rol.TEAMLEIDER)
    mandates(people, KINDS)

    class Here(Trajectory):
        pass

    Here.people, Here.seen = people, Counter()
    Here.duo_beside = staticmethod(
        lambda: beside(monkeypatch, town((1, "vestiging", {}), (0, "plicht", {}), day=ON))
    )
    return Here


def test_no_walk_leads_to_an_illegal_state(machine: type[Trajectory]) -> None:
    few = settings(max_examples=FEW, stateful_step_count=15, deadline=None)
    run_state_machine_as_test(machine, settings=few)
    # it came everywhere: a first plan and a changed one, a refusal, and DUO that was told
    assert {"eerste", "wijziging", "refused", "told"} <= {*+machine.seen}, machine.seen
