"""The whole way round: a plan is sent, DUO is told, DUO sets the term and says so, we ask it."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.berichten import melding_scene as scene
from tests.berichten.melding_scene import FIRST_ROUND, Beside, beside, diary, tell, with_facts
from tests.berichten.sender import duo_is_known, known_by_oin, send
from tests.berichten.test_melden import letter
from tests.berichten.wire import notice
from tests.dossier.makers import HIER, ON, Team
from tests.dossier.test_besluiten import _people
from tests.pretend_duo.invented import BSN

from meedoen.accounts.scope import as_actor
from meedoen.adapters.duo_rest import DuoRest
from meedoen.berichten import rounds
from meedoen.berichten.asking import duo_actor
from meedoen.berichten.turn_actions import process_next
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import Dossier
from meedoen.law.loader import law_for
from meedoen.werkplek.signalen.duo import SIGNALEN

NEXT_DAY = ON + timedelta(days=1)
LATER = FIRST_ROUND + timedelta(days=1)
OTHER_TERM = next(each for each in SIGNALEN if each.name == "duo_andere_termijn")


@pytest.fixture
def people(db: None) -> Team:
    return _people()


@pytest.fixture
def duo(monkeypatch: pytest.MonkeyPatch) -> Beside:
    found = beside(monkeypatch)
    monkeypatch.setattr(rounds, "duo_of", lambda _: DuoRest(found.line))
    monkeypatch.setattr("meedoen.api.notificaties.now", lambda: LATER)
    known_by_oin()
    return found


def told_of_the_term(duo: Beside) -> None:
    """DUO takes a day; its notice comes in, and the worker asks what it is about."""
    duo.place.world.step(1)
    assert duo.place.codes()[-1] == "SS102"
    with duo_is_known:
        send(notice("SS102", bsn=BSN, at=LATER))
    assert process_next(HIER, on=NEXT_DAY, at=LATER) == 1


def facts(dossier: Dossier) -> Any:
    with as_actor(duo_actor(HIER)):
        return facts_of([dossier.pk], on=NEXT_DAY).facts


def differs(dossier: Dossier) -> bool:
    """Whether the work list says that DUO's term is another than ours."""
    return bool(OTHER_TERM.holds(facts(dossier), law_for("wi2021", HIER))[0])


def test_the_term_of_duo_comes_back_and_is_the_one_that_we_compute(
    people: Team, duo: Beside
) -> None:
    dossier = with_facts(people)
    letter(people, dossier)
    tell()
    told_of_the_term(duo)
    assert facts(dossier).row()["einde_huidige_termijn"] == date(2029, 9, 15)
    assert not differs(dossier)
    lines = diary(dossier)
    assert lines.index("pip_gemeld") < lines.index("termijn_vastgesteld")
    assert (scene.states(), tell(120)) == (["bevestigd"], 0)


def test_a_term_of_duo_that_is_another_stands_and_is_shown_as_a_difference(
    people: Team, duo: Beside
) -> None:
    dossier = with_facts(people)
    letter(people, dossier)
    tell()
    duo.place.world.step(1)
    duo.place.person.termijn[-1].einde = date(2029, 12, 15)
    with duo_is_known:
        send(notice("SS102", bsn=BSN, at=LATER))
    process_next(HIER, on=NEXT_DAY, at=LATER)
    assert facts(dossier).row()["einde_huidige_termijn"] == date(2029, 12, 15)
    assert differs(dossier)
