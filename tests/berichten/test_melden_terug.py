"""A changed plan that is taken back: what DUO then hears, and when it hears nothing."""

from datetime import date, timedelta

import pytest
from tests.berichten.melding_scene import Beside, beside, messages, states, tell, with_facts
from tests.berichten.test_melden import letter
from tests.dossier.makers import HIER, ON, Team, later
from tests.dossier.test_besluiten import PIP, _people

from meedoen.accounts.actions import Besluitrecht, give_mandate
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.besluiten import propose, send, sign, withdraw
from meedoen.dossier.gronden import Gronden
from meedoen.dossier.models import Besluit, Dossier
from meedoen.dossier.verify import verify_chains, verify_stand
from meedoen.rules.choices import Leerroute

ONE_DAY = timedelta(days=1)


@pytest.fixture
def people(db: None) -> Team:
    return _people()


@pytest.fixture
def duo(monkeypatch: pytest.MonkeyPatch) -> Beside:
    return beside(monkeypatch)


WIJZIGING = PIP | {"wijziging": "Leerroute: dit was B1-route, dit wordt een andere"}
LATER = ON + 3 * ONE_DAY


def changed(people: Team, dossier: Dossier, leerroute: Leerroute, minutes: int) -> Besluit:
    """The letter that changes the plan to this leerroute."""
    right = Besluitrecht(Rol.KLANTMANAGER, "wijziging_pip", "mandaatregister 2022, nr. 5")
    if minutes < 20:
        give_mandate(HIER, right, van=ON.replace(year=2022))
    rules = ("wijziging_plan.mag_leerroute_wijzigen", "afschalen.mag_afschalen")
    grounds = Gronden(afgeweken_van=rules, reden="het antwoord van DUO is nog niet binnen")
    values = WIJZIGING | {"leerroute": leerroute}
    with as_actor(people[Rol.KLANTMANAGER]):
        at = later(minutes)
        made = propose(dossier.pk, "wijziging_pip", values, on=ON, at=at, gronden=grounds)
        sign(made.pk, on=ON, at=at)
        return send(made.pk, "post", on=ON, at=at)


def taken_back(people: Team, besluit: Besluit, minutes: int, *, on: date = ON) -> None:
    at = later(minutes) + (on - ON)
    with as_actor(people[Rol.KLANTMANAGER]):
        withdraw(besluit.pk, "een fout in het plan", on=on, at=at)


def test_of_a_change_that_is_taken_back_the_plan_of_before_holds_again(
    people: Team, duo: Beside
) -> None:
    dossier = with_facts(people)
    first = letter(people, dossier)
    tell()
    besluit = changed(people, dossier, Leerroute.ONDERWIJSROUTE, 12)
    tell(10)
    assert duo.plans() == [(ON, "B"), (ON, "O")]
    duo.place.world.day = LATER
    taken_back(people, besluit, 30, on=LATER)
    tell(30, on=LATER)
    assert duo.plans()[-1] == (LATER, "B")  # no date before that of the plan that DUO has (PIP-3)
    assert states() == ["bevestigd"] * 3
    assert messages()[-1].soort == "pip_hersteld"
    assert (tell(31, on=LATER), duo.sent()) == (0, ["POST PIP"] * 3)
    taken_back(people, first, 45, on=LATER)
    tell(45, on=LATER)
    assert messages()[-1].soort == "pip_ingetrokken"
    assert states() == ["bevestigd"] * 4
    assert duo.sent()[3:] == ["DELETE PIP"]
    assert not [*verify_chains(), *verify_stand()]


def test_a_change_that_duo_never_heard_of_is_not_taken_back_there(
    people: Team, duo: Beside
) -> None:
    dossier = with_facts(people)
    letter(people, dossier)
    tell()
    besluit = changed(people, dossier, Leerroute.ONDERWIJSROUTE, 12)
    taken_back(people, besluit, 30)
    tell(30)
    assert states()[1:] == ["ingetrokken besluit_weg", "ingetrokken nooit_verteld"]
    assert duo.sent() == ["POST PIP"]


def test_a_change_that_a_later_one_replaced_is_taken_back_without_a_word(
    people: Team, duo: Beside
) -> None:
    dossier = with_facts(people)
    letter(people, dossier)
    tell()
    besluit = changed(people, dossier, Leerroute.ONDERWIJSROUTE, 12)
    tell(10)
    changed(people, dossier, Leerroute.B1_ROUTE, 25)
    tell(22)
    taken_back(people, besluit, 40)
    tell(40)
    assert states() == ["bevestigd", "bevestigd", "bevestigd", "ingetrokken later_plan"]
    assert [route for _day, route in duo.plans()] == ["B", "O", "B"]


def test_a_change_of_which_nothing_came_before_is_withdrawn(people: Team, duo: Beside) -> None:
    dossier = with_facts(people)
    first = letter(people, dossier)
    tell()
    besluit = changed(people, dossier, Leerroute.ONDERWIJSROUTE, 12)
    tell(10)
    taken_back(people, first, 30)
    tell(30)
    taken_back(people, besluit, 31)
    tell(31)
    tell(32)
    assert messages()[-1].soort == "pip_ingetrokken"
    assert states()[2:] == ["ingetrokken later_plan", "bevestigd"]
    assert duo.sent() == ["POST PIP", "POST PIP", "DELETE PIP"]
