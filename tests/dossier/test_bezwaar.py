"""Objections: receipt, term, defects, hearing, delay, withdrawal, decision and appeal."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from tests.dossier.letters_ready import INVITATION, at_home, officials, sent
from tests.dossier.makers import ON, Team, later
from tests.letters.pdf_text import bare, text_of

from meedoen.accounts.actor import Actor, NotAllowedError
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions import bezwaar as acts
from meedoen.dossier.actions.besluiten import propose, send, sign, withdraw
from meedoen.dossier.actions.bezwaar import Dagen
from meedoen.dossier.actions.destruction import destroy, propose_destruction
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.actions.restriction import restrict
from meedoen.dossier.bezwaar import KIND, clock_of, open_ones, state_of, steps_of
from meedoen.dossier.gronden import Gronden
from meedoen.dossier.models import (
    Beperking,
    Besluit,
    Bezwaar,
    Documentinhoud,
    Dossier,
    Verzending,
)
from meedoen.dossier.queries import dossiers_visible_to
from meedoen.dossier.verify import verify_chains, verify_stand

GENERAL = "besluit_algemeen"
FACTS = Gronden(eigen_feiten="U kwam op 1 september niet.")
DECISION: dict[str, Any] = {
    "onderwerp": "uw lessen",
    "beslissing": "Wij wijzen uw verzoek af.",
    "gevolg": "Er verandert niets.",
    "motivering": "U volgt al genoeg lessen.",
    "artikel": "Wi 17:2",
}
ANSWER: dict[str, Any] = {
    "besluit_van": ON,
    "ontvangen_op": date(2026, 10, 1),
    "beslissing": "Wij geven u gelijk.",
    "gevolg": "Het besluit geldt niet meer.",
    "horen": "U vertelde op 2 oktober waarom u het niet eens bent.",
    "motivering": "Wij rekenden uw lessen verkeerd.",
}
CAME = date(2026, 10, 1)
Kanaal, Uitkomst = Bezwaar.Kanaal, Bezwaar.Uitkomst


def at(day: date, hour: int = 9) -> datetime:
    """A moment on a day."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


@pytest.fixture
def people(db: None) -> Team:
    return officials(INVITATION, GENERAL, KIND)


@pytest.fixture
def besluit(people: Team) -> Besluit:
    dossier = at_home(people)
    with as_actor(people[Rol.KLANTMANAGER]):
        made = propose(dossier.pk, GENERAL, DECISION, on=ON, at=later(2), gronden=FACTS)
        sign(made.pk, on=ON, at=later(3))
        return send(made.pk, "post", on=ON, at=later(4))


def _came(people: Team, besluit: Besluit, day: date = CAME, **more: Any) -> Bezwaar:
    with as_actor(people[Rol.KLANTMANAGER]):
        dagen = Dagen(day, more.get("gepost"))
        kanaal = more.get("kanaal", Kanaal.BALIE)
        return acts.receive(besluit.pk, kanaal, dagen, on=day, at=at(day))


def _fresh(row: Bezwaar) -> Bezwaar:
    return Bezwaar.objects.select_related("besluit", "beslissing", "gemeente").get(pk=row.pk)


def test_an_objection_has_its_clocks_at_once(people: Team, besluit: Besluit) -> None:
    row = _came(people, besluit)
    with as_actor(people[Rol.JURIST]):
        clock = clock_of(_fresh(row), on=CAME)
        assert (clock.indienen, clock.beslissen) == (date(2026, 10, 26), date(2026, 12, 7))
        assert clock.op_tijd is True
        assert state_of(row) == ("actie", "in behandeling, nog te horen")
        visible = dossiers_visible_to(people[Rol.JURIST], on=CAME)
        assert [each.pk for each in open_ones(visible)] == [row.pk]


def test_who_is_late_is_judged_before_anything_is_decided(people: Team, besluit: Besluit) -> None:
    day = date(2026, 10, 27)
    row = _came(people, besluit, day)
    with as_actor(people[Rol.JURIST]):
        assert clock_of(_fresh(row), on=day).tijdig is None
        acts.not_heard(row.pk, Bezwaar.NietHoren.WIL_NIET, on=day, at=at(day))
        with pytest.raises(DiaryError, match="6:11"):
            acts.decide(row.pk, Uitkomst.ONGEGROND, on=day, at=at(day))
        acts.judge_lateness(row.pk, "was op reis", verschoonbaar=False, on=day, at=at(day))
        with pytest.raises(DiaryError, match="niet-ontvankelijk"):
            acts.decide(row.pk, Uitkomst.ONGEGROND, on=day, at=at(day))


def test_who_is_in_time_is_not_judged(people: Team, besluit: Besluit) -> None:
    row = _came(people, besluit)
    with as_actor(people[Rol.JURIST]), pytest.raises(DiaryError, match="niet te laat"):
        acts.judge_lateness(row.pk, "x", verschoonbaar=True, on=CAME, at=at(CAME))


def test_by_post_the_postmark_counts(people: Team, besluit: Besluit) -> None:
    day = date(2026, 10, 29)
    row = _came(people, besluit, day, kanaal=Kanaal.POST, gepost=date(2026, 10, 26))
    with as_actor(people[Rol.JURIST]):
        assert clock_of(_fresh(row), on=day).op_tijd is True
    unread = _came(people, besluit, day, kanaal=Kanaal.POST)
    with as_actor(people[Rol.JURIST]):
        assert clock_of(_fresh(unread), on=day).op_tijd is None


@pytest.mark.parametrize("commissie", [False, True])
def test_mending_stops_the_clock_and_delays_add_to_it(
    people: Team, besluit: Besluit, commissie: bool
) -> None:
    row, asked = _came(people, besluit), date(2026, 11, 2)
    with as_actor(people[Rol.JURIST]):
        acts.ask_to_mend(row.pk, "naam", voor=date(2026, 11, 16), on=asked, at=at(asked))
        assert clock_of(_fresh(row), on=asked).beslissen is None
        early = date(2026, 11, 10)
        with pytest.raises(DiaryError, match="nog niet voorbij"):
            acts.mended(row.pk, hersteld=False, on=early, at=at(early))
        late = date(2026, 11, 20)
        acts.mended(row.pk, hersteld=False, on=late, at=at(late))
        assert clock_of(_fresh(row), on=late).beslissen == date(2026, 12, 21)
        if commissie:
            acts.ask_committee(row.pk, on=late, at=at(late))
        acts.adjourn(row.pk, on=late, at=at(late))
        with pytest.raises(DiaryError, match="een keer"):
            acts.adjourn(row.pk, on=late, at=at(late))
        # 18 weeks and 13 days after 26 October; no working day is added to more than 12 weeks
        wanted = date(2027, 3, 14) if commissie else date(2027, 2, 1)
        assert clock_of(_fresh(row), on=late).beslissen == wanted
        agreed = wanted + timedelta(days=30)
        with pytest.raises(DiaryError, match="na de laatste dag"):
            acts.put_off(row.pk, Bezwaar.Uitstel.ALLEN, tot_en_met=wanted, on=late, at=at(late))
        acts.put_off(row.pk, Bezwaar.Uitstel.ALLEN, tot_en_met=agreed, on=late, at=at(late))
        assert clock_of(_fresh(row), on=late).beslissen == agreed


def test_who_made_the_besluit_does_not_hear(people: Team, besluit: Besluit) -> None:
    row, maker = _came(people, besluit), people[Rol.KLANTMANAGER]
    jurist: Actor = replace(maker, rol=Rol.JURIST)  # the same person in another role
    with as_actor(jurist), pytest.raises(NotAllowedError, match="7:5"):
        acts.heard(row.pk, on=CAME, at=at(CAME))
    with as_actor(people[Rol.JURIST]):
        acts.heard(row.pk, on=CAME, at=at(CAME))
        with pytest.raises(DiaryError, match="al gehoord"):
            acts.not_heard(row.pk, Bezwaar.NietHoren.WIL_NIET, on=CAME, at=at(CAME))


def _answered(people: Team, row: Bezwaar, uitkomst: Bezwaar.Uitkomst) -> Besluit:
    with as_actor(people[Rol.JURIST]):
        acts.heard(row.pk, on=CAME, at=at(CAME))
        with pytest.raises(DiaryError, match="Maak eerst de brief"):
            acts.decide(row.pk, uitkomst, on=CAME, at=at(CAME))
        made = propose(row.dossier_id, KIND, ANSWER, on=CAME, at=at(CAME), gronden=FACTS)
    with as_actor(people[Rol.KLANTMANAGER]), pytest.raises(NotAllowedError):
        acts.decide(row.pk, uitkomst, on=CAME, at=at(CAME))
    with as_actor(people[Rol.TEAMLEIDER]), pytest.raises(DiaryError, match="uitkomst"):
        sign(made.pk, on=CAME, at=at(CAME))
    with as_actor(people[Rol.JURIST]):
        acts.decide(row.pk, uitkomst, on=CAME, at=at(CAME))
    with as_actor(people[Rol.KLANTMANAGER]), pytest.raises(NotAllowedError, match="10:3"):
        sign(made.pk, on=CAME, at=at(CAME))
    with as_actor(people[Rol.TEAMLEIDER]):
        sign(made.pk, on=CAME, at=at(CAME))
        return send(made.pk, "post", on=CAME, at=at(CAME, 10))


@pytest.mark.parametrize("uitkomst", [Uitkomst.GEGROND, Uitkomst.ONGEGROND])
def test_the_decision_ends_it_and_gegrond_takes_the_besluit_away(
    people: Team, besluit: Besluit, uitkomst: Bezwaar.Uitkomst
) -> None:
    row = _came(people, besluit)
    letter = _answered(people, row, uitkomst)
    with as_actor(people[Rol.JURIST]):
        pdf = bytes(Documentinhoud.objects.get(document=letter.brief).bytes)
        assert bare("U kunt in beroep gaan") in text_of(pdf)
        assert bare("bezwaar maken") not in text_of(pdf)
        besluit.refresh_from_db()
        assert besluit.ingetrokken_op == (CAME if uitkomst is Uitkomst.GEGROND else None)
        with pytest.raises(DiaryError, match="afgehandeld"):
            acts.take_away(row.pk, on=CAME, at=at(CAME, 11))
        with pytest.raises(DiaryError, match="geen besluit"):
            acts.receive(letter.pk, Kanaal.BALIE, Dagen(CAME), on=CAME, at=at(CAME, 11))
        day = date(2026, 11, 1)
        acts.appeal(row.pk, "Den Haag", on=day, at=at(day))
        assert steps_of(_fresh(row), clock_of(_fresh(row), on=day)) == ("uitspraak",)
        acts.ruled(row.pk, "ongegrond", on=day, at=at(day))
        with pytest.raises(DiaryError, match="geen beroep"):
            acts.ruled(row.pk, "ongegrond", on=day, at=at(day))
    assert not [*verify_chains(), *verify_stand()]


def test_a_letter_about_one_objection_decides_on_no_other(people: Team, besluit: Besluit) -> None:
    row, other = _came(people, besluit), _came(people, besluit, date(2026, 10, 5))
    day = date(2026, 10, 6)
    with as_actor(people[Rol.JURIST]):
        made = propose(row.dossier_id, KIND, ANSWER, on=day, at=at(day), gronden=FACTS)
        for each in (row, other):
            acts.not_heard(each.pk, Bezwaar.NietHoren.WIL_NIET, on=day, at=at(day))
        with pytest.raises(DiaryError, match="de dag waarop u het bezwaar ontving"):
            acts.decide(other.pk, Uitkomst.ONGEGROND, on=day, at=at(day))
        acts.decide(row.pk, Uitkomst.ONGEGROND, on=day, at=at(day))
        assert _fresh(row).beslissing == made


def test_what_was_withdrawn_needs_no_decision(people: Team, besluit: Besluit) -> None:
    row = _came(people, besluit)
    with as_actor(people[Rol.JURIST]):
        acts.take_away(row.pk, on=CAME, at=at(CAME))
        assert state_of(_fresh(row))[1] == "ingetrokken"
        assert not open_ones(Dossier.objects.all()).exists()


def test_a_besluit_withdrawn_meanwhile_leaves_the_objection_open(
    people: Team, besluit: Besluit
) -> None:
    row = _came(people, besluit)
    with as_actor(people[Rol.JURIST]):
        withdraw(besluit.pk, "een fout", on=CAME, at=at(CAME))
        assert [each.pk for each in open_ones(Dossier.objects.all())] == [row.pk]


def test_an_objection_goes_on_while_the_dossier_is_restricted(
    people: Team, besluit: Besluit
) -> None:
    with as_actor(people[Rol.JURIST]):
        restrict(besluit.dossier_id, Beperking.Grond.JUISTHEID, "x", on=CAME, at=at(CAME))
    row = _came(people, besluit)
    with as_actor(people[Rol.JURIST]):
        acts.heard(row.pk, on=CAME, at=at(CAME))


@pytest.mark.parametrize(
    ("dagen", "why"),
    [
        (Dagen(CAME, CAME + timedelta(days=1)), "Kijk de dagen na"),
        (Dagen(CAME + timedelta(days=1)), "Kijk de dagen na"),
    ],
)
def test_days_that_cannot_be_are_refused(
    people: Team, besluit: Besluit, dagen: Dagen, why: str
) -> None:
    with as_actor(people[Rol.KLANTMANAGER]), pytest.raises(DiaryError, match=why):
        acts.receive(besluit.pk, Kanaal.POST, dagen, on=CAME, at=at(CAME))


def test_against_a_proposal_or_an_invitation_nobody_objects(people: Team) -> None:
    dossier = at_home(people)
    letter = sent(people, dossier)
    with as_actor(people[Rol.KLANTMANAGER]):
        with pytest.raises(DiaryError, match="geen besluit"):
            acts.receive(letter.pk, Kanaal.BALIE, Dagen(ON), on=ON, at=later(5))
        made = propose(dossier.pk, GENERAL, DECISION, on=ON, at=later(5), gronden=FACTS)
        with pytest.raises(DiaryError, match="6:10"):
            acts.receive(made.pk, Kanaal.BALIE, Dagen(ON), on=ON, at=later(6))


def test_what_is_destroyed_takes_its_bezwaar_and_its_proof_along(
    people: Team, besluit: Besluit
) -> None:
    _answered(people, _came(people, besluit), Uitkomst.ONGEGROND)
    day = date(2026, 11, 1)
    with as_actor(people[Rol.KWALITEITSMEDEWERKER]):
        proposed = propose_destruction(besluit.dossier_id, "voorbij", on=day, at=at(day))
    with as_actor(people[Rol.FG]):
        destroy(proposed.pk, on=day, at=at(day, 10))
    with as_actor(people[Rol.JURIST]):
        assert not any(table.objects.exists() for table in (Besluit, Bezwaar, Verzending))
