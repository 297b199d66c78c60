"""A plan that was of somebody else: what DUO took of it goes there too, or a human decides."""

from typing import Any

import httpx
import pytest
from tests.berichten.melding_scene import (
    PLAN,
    Beside,
    beside,
    messages,
    say,
    states,
    tell,
    with_facts,
)
from tests.dossier.makers import HIER, ON, Team, team
from tests.dossier.withdrawing import approve, proposal

from meedoen.accounts.scope import as_actor
from meedoen.berichten.asking import duo_actor
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import Dossier
from meedoen.dossier.verify import verify_chains, verify_stand
from meedoen.rules.choices import Leerroute

FIRST, CHANGED = "eerste_pip_vastgesteld", "pip_gewijzigd"
OTHER = PLAN | {"leerroute": Leerroute.ONDERWIJSROUTE}


@pytest.fixture
def people(db: None) -> Team:
    return team(HIER)


@pytest.fixture
def duo(monkeypatch: pytest.MonkeyPatch) -> Beside:
    return beside(monkeypatch)


def gone(people: Team, dossier: Dossier, nummer: int) -> None:
    """The data of this line are withdrawn by two officials."""
    approve(people, proposal(people, dossier, nummer))


def known(dossier: Dossier) -> dict[str, Any]:
    with as_actor(duo_actor(HIER)):
        return dict(facts_of([dossier.pk], on=ON).facts.row())


def test_a_plan_of_somebody_else_is_withdrawn_at_duo(people: Team, duo: Beside) -> None:
    dossier = with_facts(people)
    line = say(people, dossier, FIRST, PLAN)
    tell()
    gone(people, dossier, line.nummer)
    tell(40)
    assert duo.sent() == ["POST PIP", "DELETE PIP"]
    assert duo.plans() == []
    assert states() == ["bevestigd"]  # the message about it went with the data
    assert messages()[-1].soort == "pip_ingetrokken"
    assert "te_melden_leerroute" not in known(dossier)
    assert (tell(41), len(duo.sent())) == (0, 2)
    assert not [*verify_chains(), *verify_stand()]


def test_the_plan_of_before_holds_again(people: Team, duo: Beside) -> None:
    dossier = with_facts(people)
    say(people, dossier, FIRST, PLAN)
    tell()
    line = say(people, dossier, CHANGED, OTHER)
    tell(1)
    gone(people, dossier, line.nummer)
    tell(40)
    assert [route for _day, route in duo.plans()] == ["B", "O", "B"]
    assert states() == ["bevestigd"] * 2
    assert messages()[-1].soort == "pip_hersteld"


def test_of_one_that_a_later_plan_replaced_duo_hears_nothing(people: Team, duo: Beside) -> None:
    dossier = with_facts(people)
    line = say(people, dossier, FIRST, PLAN)
    tell()
    say(people, dossier, CHANGED, OTHER)
    tell(1)
    gone(people, dossier, line.nummer)
    tell(40)
    assert states() == ["bevestigd", "ingetrokken later_plan"]
    assert [route for _day, route in duo.plans()] == ["B", "O"]


def test_where_duo_does_not_let_it_go_a_human_decides(people: Team, duo: Beside) -> None:
    dossier = with_facts(people)
    line = say(people, dossier, FIRST, PLAN)
    tell()
    duo.place.world.step()  # the term starts
    gone(people, dossier, line.nummer)
    tell(40)
    assert states() == ["vooraf vooraf"]
    assert duo.sent() == ["POST PIP"]


def test_what_did_not_go_yet_goes_no_more(people: Team, duo: Beside) -> None:
    dossier = with_facts(people, known={"gehuisvest": True})  # when somebody settled is missing
    line = say(people, dossier, FIRST, PLAN)
    tell()
    assert states()[0].startswith("wacht")
    gone(people, dossier, line.nummer)
    tell(40)
    assert states() == ["ingetrokken nooit_verteld"]
    assert duo.sent() == []


@pytest.mark.parametrize("took", [True, False])
def test_of_unknown_outcome_it_is_asked_and_never_sent_again(
    people: Team, duo: Beside, *, took: bool
) -> None:
    def lost(request: httpx.Request) -> None:
        if request.method == "POST":
            raise httpx.ReadTimeout("lost")

    dossier = with_facts(people)
    line = say(people, dossier, FIRST, PLAN)
    duo.after, duo.before = (lost, duo.before) if took else (duo.after, lost)
    tell()
    assert states() == ["verzonden onbekende_uitkomst"]
    duo.after = duo.before = lambda _request: None
    gone(people, dossier, line.nummer)
    tell(40)
    assert states() == ["bevestigd" if took else "ingetrokken nooit_verteld"]
    assert duo.sent() == (["POST PIP", "DELETE PIP"] if took else ["POST PIP"])
    assert duo.plans() == []


def test_what_else_is_withdrawn_is_nothing_to_tell(people: Team, duo: Beside) -> None:
    dossier = with_facts(people)
    other = say(people, dossier, "persoonsgegevens_ontvangen", {"ingezetene": True})
    say(people, dossier, FIRST, PLAN)
    tell()
    gone(people, dossier, other.nummer)
    tell(40)
    assert states() == ["bevestigd"]
    assert duo.sent() == ["POST PIP"]
