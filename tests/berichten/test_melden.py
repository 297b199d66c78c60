"""Telling DUO: what goes, what does not and why, in which order, and what the dossier then says."""

from datetime import timedelta
from typing import Any

import pytest
from tests.berichten.melding_scene import (
    KNOWN,
    PLAN,
    SETTLED,
    Beside,
    beside,
    diary,
    messages,
    say,
    states,
    tell,
    with_facts,
)
from tests.dossier.makers import AT, HIER, ON, Team, later
from tests.dossier.test_besluiten import PIP, _people, _sent
from tests.pretend_duo.invented import THERE, town

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.berichten.asking import duo_actor
from meedoen.berichten.melding_inhoud import opened
from meedoen.berichten.melding_tables import Meldingstap
from meedoen.dossier.actions.besluiten import withdraw
from meedoen.dossier.actions.circumstances import move
from meedoen.dossier.actions.sending import came_back
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import Adres, Dossier, Verzending
from meedoen.dossier.verify import verify_chains, verify_stand
from meedoen.rules.choices import Leerroute, Niveau

FIRST = "eerste_pip_vastgesteld"
ONE_DAY = timedelta(days=1)


@pytest.fixture
def people(db: None) -> Team:
    return _people()


@pytest.fixture
def duo(monkeypatch: pytest.MonkeyPatch) -> Beside:
    return beside(monkeypatch)


def facts(dossier: Dossier) -> dict[str, Any]:
    with as_actor(duo_actor(HIER)):
        return facts_of([dossier.pk], on=ON).facts.row()


def letter(people: Team, dossier: Dossier) -> Any:
    """The letter with the plan, sent today."""
    with as_actor(people[Rol.KLANTMANAGER]):
        home = {"straat": "Dorpsstraat 1", "postcode": "9999 XX", "plaats": "Voorbeeldstad"}
        move(dossier.pk, Adres.Soort.WOONADRES, home, on=ON, at=AT)
    return _sent(people, dossier)


def test_a_plan_that_was_sent_is_told_and_the_diary_says_so(people: Team, duo: Beside) -> None:
    dossier = with_facts(people)
    letter(people, dossier)
    assert tell() == 1
    assert duo.plans() == [(ON, "B")]
    assert states() == ["bevestigd"]
    assert diary(dossier)[-1] == "pip_gemeld"
    told = facts(dossier)
    assert told["dagtekening_te_melden_pip"] == ON
    assert (told["te_melden_leerroute"], told["te_melden_niveau"]) == (PIP["leerroute"], Niveau.B1)
    assert (told["eerste_pip_ooit"], told["niveau_gemeld"]) == (True, True)
    assert tell(1) == 0
    assert duo.sent() == ["POST PIP"]
    assert not [*verify_chains(), *verify_stand()]
    assert not duo.place.journal.remarks


def test_each_step_is_kept_and_what_was_sent_is_sealed(people: Team, duo: Beside) -> None:
    dossier = with_facts(people)
    say(people, dossier, FIRST, PLAN | {"uren_in_pip": 600})
    tell()
    with as_actor(duo_actor(HIER)):
        steps = list(Meldingstap.objects.order_by("pk").values_list("stand", flat=True))
    assert steps == ["klaar", "verzonden", "bevestigd"]
    (row,) = messages()
    assert "B1-route" not in row.verzegeld
    sent = opened(row)
    assert sent is not None
    assert (sent.pip.intensiteit_uren, sent.eerste, sent.vorig) == (600, True, None)
    assert duo.place.person.pips[-1].velden["geschatteIntensiteitB1Route"] == 600


def test_what_our_own_check_refuses_is_not_sent(people: Team, duo: Beside) -> None:
    dossier = with_facts(people)
    say(people, dossier, FIRST, PLAN | {"niveau_in_pip": Niveau.A2})
    tell()
    assert states() == ["vooraf vooraf"]
    (row,) = messages()
    assert any("PIP-7" in each for each in row.redenen)
    assert duo.sent() == []


def test_what_is_missing_is_named_and_waited_for(people: Team, duo: Beside) -> None:
    dossier = with_facts(people, known={"gehuisvest": True})
    say(people, dossier, FIRST, PLAN)
    tell()
    assert states() == ["wacht ontbreekt"]
    assert messages()[0].redenen == ["vestiging_in_gemeente_op"]
    assert tell(1) == 0  # nothing was written since
    say(people, dossier, "ingeschreven", KNOWN, on=SETTLED)
    assert tell(2) == 1
    assert states() == ["bevestigd"]


def test_what_duo_refuses_comes_back_with_its_words(people: Team, duo: Beside) -> None:
    dossier = with_facts(people)
    say(people, dossier, FIRST, PLAN, on=ON - ONE_DAY)
    duo.place.person.plicht[-1].begin = ON
    tell()
    assert states() == ["afgewezen afgewezen"]
    assert messages()[0].redenen == [
        "De dagtekening ligt voor het begin van de inburgeringsplicht."
    ]
    assert "pip_gemeld" not in diary(dossier)
    assert tell(60 * 24 * 9) == 0  # never again by itself


def test_who_is_not_of_this_municipality_waits(
    people: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    duo = beside(monkeypatch, town((100, "vestiging", {"gemeente": 2}), (90, "plicht", {}), day=ON))
    say(people, with_facts(people), FIRST, PLAN)
    tell()
    assert states() == ["wacht geen_toegang"]
    assert duo.sent() == []


def test_a_later_message_waits_for_an_earlier_one(people: Team, duo: Beside) -> None:
    dossier = with_facts(people, known={"gehuisvest": True})
    say(people, dossier, FIRST, PLAN, on=ON - ONE_DAY)
    say(
        people,
        dossier,
        "pip_gewijzigd",
        {"leerroute": Leerroute.ZELFREDZAAMHEIDSROUTE, "niveau_in_pip": Niveau.A1},
    )
    tell()
    assert states() == ["wacht ontbreekt", "klaar"]
    say(people, dossier, "ingeschreven", KNOWN, on=SETTLED)
    tell(1)
    assert states() == ["bevestigd", "klaar"]
    tell(2)
    assert duo.plans() == [(ON - ONE_DAY, "B"), (ON, "Z")]
    assert facts(dossier)["dagtekening_vorig_pip"] == ON - ONE_DAY
    assert facts(dossier)["eerste_pip_ooit"] is False


def test_of_a_line_that_was_mended_the_new_one_goes(people: Team, duo: Beside) -> None:
    dossier = with_facts(people)
    wrong = say(people, dossier, FIRST, PLAN | {"niveau_in_pip": Niveau.A2})
    tell()
    assert states() == ["vooraf vooraf"]
    say(people, dossier, FIRST, PLAN, herstelt=wrong.nummer)
    tell(1)
    assert states() == ["ingetrokken hersteld", "bevestigd"]
    assert duo.sent() == ["POST PIP"]
    again = say(
        people,
        dossier,
        FIRST,
        PLAN | {"leerroute": Leerroute.ONDERWIJSROUTE},
        herstelt=messages()[1].gebeurtenis.nummer,
    )
    tell(2)
    assert duo.plans()[-1] == (ON, "O")
    assert states() == ["ingetrokken hersteld", "bevestigd", "bevestigd"]
    assert messages()[2].gebeurtenis_id == again.pk


def test_a_plan_that_is_taken_back_is_taken_back_at_duo_too(people: Team, duo: Beside) -> None:
    dossier = with_facts(people)
    besluit = letter(people, dossier)
    tell()
    assert len(duo.plans()) == 1
    with as_actor(people[Rol.KLANTMANAGER]):
        withdraw(besluit.pk, "een fout in het plan", on=ON, at=later(10))
    tell(11)
    assert duo.plans() == []
    assert states() == ["bevestigd", "bevestigd"]
    assert diary(dossier)[-1] == "pip_melding_ingetrokken"
    assert "dagtekening_te_melden_pip" not in facts(dossier)
    assert not [*verify_chains(), *verify_stand()]


def test_a_letter_that_came_back_and_does_not_count_is_taken_back(
    people: Team, duo: Beside
) -> None:
    besluit = letter(people, with_facts(people))
    tell()
    with as_actor(people[Rol.KLANTMANAGER]):
        came_back(besluit.pk, Verzending.Terug.ADRES, bekend=False, on=ON, at=later(10))
    tell(11)
    assert (duo.plans(), states()) == ([], ["bevestigd", "bevestigd"])


def test_a_plan_with_a_term_is_not_taken_away(people: Team, duo: Beside) -> None:
    besluit = letter(people, with_facts(people))
    tell()
    duo.place.world.step(2)
    with as_actor(people[Rol.KLANTMANAGER]):
        withdraw(besluit.pk, "een fout in het plan", on=ON, at=later(10))
    tell(11)
    assert states() == ["bevestigd", "vooraf vooraf"]
    assert "PIP-10" in messages()[1].redenen[0]
    assert len(duo.plans()) == 1


def test_what_duo_never_heard_of_is_not_withdrawn_there(people: Team, duo: Beside) -> None:
    besluit = letter(people, with_facts(people, known={"gehuisvest": True}))
    tell()
    with as_actor(people[Rol.KLANTMANAGER]):
        withdraw(besluit.pk, "een fout in het plan", on=ON, at=later(10))
    tell(11)
    assert states() == ["ingetrokken besluit_weg", "ingetrokken nooit_verteld"]
    assert duo.sent() == []


def test_what_duo_knows_already_is_not_sent_again(
    people: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    pip = (0, "pip", {"leerroute": "B", "niveau": "B1"})
    place = town((100, "vestiging", {}), (90, "plicht", {}), pip, day=ON)
    place.world.step(0)
    duo = beside(monkeypatch, place)
    dossier = with_facts(people)
    say(people, dossier, FIRST, PLAN)
    tell()
    assert (states(), duo.sent()) == (["bevestigd"], [])
    assert "eerste_pip_ooit" not in facts(dossier)  # DUO does not tell that


def test_a_later_plan_of_which_duo_knows_more_is_not_overwritten(
    people: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that came from another system: DUO knows a newer plan than we do."""
    pip = (5, "pip", {"leerroute": "Z", "gemeente": 1})
    duo = beside(monkeypatch, town((100, "vestiging", {}), (90, "plicht", {}), pip, day=ON))
    say(people, with_facts(people), FIRST, PLAN, on=ON - 20 * ONE_DAY)
    tell()
    assert (states(), duo.sent()) == (["vooraf vooraf"], [])
    assert any("PIP-3" in each for each in messages()[0].redenen)


def test_what_an_official_told_by_hand_is_not_told_again(people: Team, duo: Beside) -> None:
    dossier = with_facts(people)
    by_hand = {"dagtekening_te_melden_pip": ON, "te_melden_leerroute": Leerroute.B1_ROUTE}
    say(people, dossier, FIRST, PLAN)
    say(people, dossier, "pip_gemeld", by_hand)
    assert (tell(), states()) == (0, [])
    other = with_facts_of_another(people)
    duo.place.kuren.set("storing=1")
    tell()
    say(people, other, "pip_gemeld", by_hand)
    duo.place.kuren.set("storing=0")
    tell(60)
    assert states() == ["bevestigd met_de_hand_gemeld"]
    assert messages()[0].met_de_hand


def with_facts_of_another(people: Team) -> Dossier:
    from tests.dossier.makers import BSN, dossier_for

    dossier = dossier_for(people[Rol.KLANTMANAGER], "Omar Haddad", bsn=BSN)
    say(people, dossier, FIRST, PLAN)
    return dossier


def test_without_a_bsn_it_waits(people: Team, duo: Beside) -> None:
    from tests.dossier.makers import dossier_for

    say(people, dossier_for(people[Rol.KLANTMANAGER]), FIRST, PLAN)
    assert tell() == 0
    assert (states(), duo.calls) == (["wacht zonder_bsn"], [])


def test_another_municipality_sees_no_message(people: Team, duo: Beside) -> None:
    say(people, with_facts(people), FIRST, PLAN)
    tell()
    from meedoen.berichten.melding_tables import Melding

    with as_actor(duo_actor(THERE)):
        assert not Melding.objects.exists()
        assert not Meldingstap.objects.exists()
