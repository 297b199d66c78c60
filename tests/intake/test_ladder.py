"""The ladder of summonses: each step proposes the next letter; its facts follow by themselves."""

from datetime import date, timedelta

import pytest
from tests.dossier.makers import HIER, Team, later, team
from tests.intake.asking import TERM, Walk, mandates
from tests.werkplek.asylum import notified

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.diary import DiaryError, RestrictedError
from meedoen.dossier.actions.restriction import restrict
from meedoen.dossier.letters import LetterError
from meedoen.dossier.models import Afspraak, Beperking, Besluit
from meedoen.intake.actions.ladder import complete_in_absence
from meedoen.intake.oordeel import Uitkomst
from meedoen.intake.treden import DERDE, OPROEP, UITNODIGING, WAARSCHUWING, Trede

HOUSED, START = date(2026, 9, 1), date(2026, 9, 15)
KM = Rol.KLANTMANAGER


@pytest.fixture
def people(db: None) -> Team:
    made = team(HIER, KM, Rol.KWALITEITSMEDEWERKER)
    mandates(made)
    return made


@pytest.fixture
def walk(people: Team) -> Walk:
    return Walk(people[KM], notified(people[KM], "Selam Tesfay", HOUSED, HOUSED))


def _after(on: date, days: int) -> date:
    return on + timedelta(days=days)


@pytest.mark.brief("L35")
def test_three_missed_summonses_end_in_an_intake_in_absence(walk: Walk) -> None:
    on = START
    assert walk.step(on).brief == OPROEP
    for kind in (OPROEP, WAARSCHUWING, DERDE):
        step = walk.step(on)
        assert step.brief == kind
        assert step.boete == (kind == DERDE)  # whether a fine comes with it, nobody knows yet
        walk.ask(kind, on)
        assert walk.step(_after(on, 1)).rule == "oproep_termijn.termijn_voorbij"
        assert walk.step(_after(on, TERM + 1)).uitkomst
        on = walk.miss(on)
    assert walk.step(on).afwezig
    with as_actor(walk.actor):
        complete_in_absence(walk.dossier.pk, on=on, at=walk.at(on))
    verloop = walk.verloop()
    assert verloop.afwezig
    assert verloop.klaar_op == on
    treden = [each.trede for each in verloop.gevraagd]
    assert treden == [Trede.EERSTE, Trede.TWEEDE, Trede.DERDE]
    with pytest.raises(LetterError, match="intake is klaar"):
        walk.planned(OPROEP, on)


def test_facts_of_a_sent_summons_follow_by_themselves(walk: Walk) -> None:
    walk.ask(OPROEP, START)
    stand = walk.stand(START)
    told = {
        "laatste_oproep_op": START,
        "oproepen_verstuurd": 1,
        "termijn_oproep_tot": _after(START, TERM + 1),
        "oproep_in_boetebesluit": False,
    }
    assert {name: stand.fact(name) for name in told} == told
    asked = walk.verloop().laatste
    assert asked is not None
    assert asked.laatste_dag == _after(START, TERM)
    assert asked.afspraak is not None
    walk.tell(Uitkomst.MEEGEWERKT, _after(START, 7))
    assert walk.step(_after(START, 7)).gesprek
    with as_actor(walk.actor):
        assert Afspraak.objects.get().uitkomst == "gekomen"


def test_who_had_a_good_reason_is_summoned_on_the_same_rung(walk: Walk) -> None:
    walk.ask(OPROEP, START)
    on = walk.miss(START)
    walk.ask(WAARSCHUWING, on)
    day = _after(on, TERM + 1)
    walk.tell(Uitkomst.GOEDE_REDEN, day)
    assert walk.step(day).brief == OPROEP
    walk.ask(OPROEP, day)
    last = walk.miss(day)
    treden = [each.trede for each in walk.verloop().gevraagd]
    assert treden == [Trede.EERSTE, Trede.TWEEDE, Trede.TWEEDE]
    assert walk.stand(last).fact("oproepen_met_goede_reden") == 1
    assert walk.step(last).brief == DERDE


def test_a_reason_that_is_known_later_takes_the_judgement_back(walk: Walk) -> None:
    walk.ask(OPROEP, START)
    on = walk.miss(START)
    walk.tell(Uitkomst.GOEDE_REDEN, on)
    walk.tell(Uitkomst.GOEDE_REDEN, on)
    assert walk.stand(on).fact("oproepen_met_goede_reden") == 1
    walk.tell(Uitkomst.NIET, on)
    assert walk.stand(on).fact("oproepen_met_goede_reden") == 0
    assert walk.step(on).brief == WAARSCHUWING


def test_while_the_term_runs_nobody_failed_to_come(walk: Walk) -> None:
    walk.ask(OPROEP, START)
    day = _after(START, 8)
    walk.tell(Uitkomst.NIET_BEKEND, day)
    assert walk.stand(day).fact("kwam_op_oproep") is None
    assert walk.step(day).rule == "oproep_termijn.termijn_voorbij"
    walk.tell(Uitkomst.GOEDE_REDEN, day)
    assert walk.step(day).brief == OPROEP


def test_who_came_but_did_not_cooperate_is_judged_by_name_with_a_reason(walk: Walk) -> None:
    walk.ask(OPROEP, START)
    day = _after(START, TERM + 1)
    walk.tell(Uitkomst.ONVOLDOENDE, day, reden="Gaf geen antwoord op vragen over werk.")
    asked = walk.verloop().laatste
    assert asked is not None
    assert asked.wie == walk.actor.naam
    assert asked.waarom.startswith("Gaf geen antwoord")
    assert walk.step(day).brief == WAARSCHUWING


@pytest.mark.brief("L49")
def test_before_the_home_only_an_invitation_and_it_counts_for_nothing(people: Team) -> None:
    walk = Walk(people[KM], notified(people[KM], "Yonas Haile", HOUSED, None))
    step = walk.step(START)
    assert (step.brief, step.rule) == (UITNODIGING, "opvang.alleen_uitnodiging")
    with pytest.raises(LetterError, match="Tot dan kunt u alleen uitnodigen"):
        walk.planned(OPROEP, START)
    walk.record("gekoppeld", {}, START)
    walk.ask(UITNODIGING, START, place="AZC, Voorbeeldweg 1")
    assert walk.stand(START).fact("oproepen_verstuurd") is None
    asked = walk.verloop().laatste
    assert asked is not None
    assert asked.afspraak is not None
    assert asked.afspraak.plaats == "AZC, Voorbeeldweg 1"
    step = walk.step(_after(START, 30))
    assert (step.brief, step.rule) == (UITNODIGING, "oproep.volgende_stap")
    walk.record("ingeschreven", {"gehuisvest": True}, START)
    assert walk.step(START).brief == OPROEP  # housed: the first summons, whatever was invited


@pytest.mark.parametrize(
    ("soort", "why"), [("overleden", "overleden"), ("uitgeschreven", "nieuwe gemeente")]
)
def test_nobody_is_asked_who_died_or_moved_away(walk: Walk, soort: str, why: str) -> None:
    walk.ask(OPROEP, START)
    walk.record(soort, {}, START)
    with pytest.raises(LetterError, match=why):
        walk.planned(WAARSCHUWING, START)
    with pytest.raises(DiaryError, match=why):
        walk.tell(Uitkomst.NIET, _after(START, 20))
    with as_actor(walk.actor):
        assert Besluit.objects.count() == 1


def test_a_restricted_dossier_is_only_kept(people: Team, walk: Walk) -> None:
    with as_actor(people[Rol.KWALITEITSMEDEWERKER]):
        restrict(walk.dossier.pk, Beperking.Grond.JUISTHEID, "x", on=HOUSED, at=later(9))
    with pytest.raises(RestrictedError):
        walk.planned(OPROEP, START)


@pytest.mark.parametrize("asked", [(), (OPROEP,), (OPROEP, WAARSCHUWING)])
def test_an_intake_in_absence_before_three_summonses_is_refused(
    walk: Walk, asked: tuple[str, ...]
) -> None:
    on = START
    for kind in asked:
        walk.ask(kind, on)
        on = walk.miss(on)
    with as_actor(walk.actor), pytest.raises(DiaryError, match="Wi 14:2"):
        complete_in_absence(walk.dossier.pk, on=on, at=walk.at(on))
