"""The plan: a draft that the rules look at, a proposal that freezes it, a letter that tells it."""

from typing import Any

import pytest
from django.db.utils import IntegrityError
from tests.apps.browsing import few_queries, get, post
from tests.apps.visitor import visitor
from tests.dossier.makers import ELDERS, ON, Team, later, team
from tests.letters.pdf_text import bare, text_of
from tests.persoonlijk_plan.planned import (
    HELE,
    KM,
    TL,
    chosen,
    planners,
    proposed,
    ready,
    sent,
    written,
)

from meedoen.accounts.actor import NotAllowedError
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.destruction import destroy, propose_destruction
from meedoen.dossier.actions.diary import DiaryError, record
from meedoen.dossier.actions.people import StaleError
from meedoen.dossier.actions.sending import came_back
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import Documentinhoud, Dossier, Gebeurtenis, Inhoud, Verzending
from meedoen.persoonlijk_plan.inzage import part
from meedoen.persoonlijk_plan.models import Plan
from meedoen.persoonlijk_plan.plan_actions import PlanError, save_plan
from meedoen.persoonlijk_plan.plan_keuring import Keuring, keur
from meedoen.persoonlijk_plan.plan_reading import nieuw, stand_of
from meedoen.rules.choices import Leerroute, Niveau

pytestmark = pytest.mark.usefixtures("db")

HUUR = "Huur en zorgverzekering, tot 12 december"


@pytest.fixture
def people() -> Team:
    return planners()


@pytest.fixture
def dossier(people: Team) -> Dossier:
    made = ready(people)
    chosen(people, made)
    return made


def _facts(people: Team, dossier: Dossier) -> dict[str, Any]:
    with as_actor(people[KM]):
        return dict(facts_of([dossier.pk], on=ON).facts.row())


def _keuring(people: Team, dossier: Dossier, plan: Plan) -> Keuring:
    with as_actor(people[KM]):
        return keur(plan, dossier, on=ON)


def _address(dossier: Dossier, tail: str = "") -> str:
    return f"/plan/dossier/{dossier.pk}/besluit/{tail}"


def _typed(**changes: Any) -> dict[str, Any]:
    """The form as a browser sends it."""
    plain = {name: value for name, value in HELE.items() if not isinstance(value, bool | list)}
    return plain | {"kind": "nee", "bijstand": "nee", "versie": 0} | changes


@pytest.mark.brief("L52")
def test_a_draft_is_kept_half_and_says_what_the_law_still_asks(
    people: Team, dossier: Dossier
) -> None:
    client = visitor(people[KM])
    post(client, _address(dossier), versie=0, begeleiding="Een maatje", uren="12")
    text = get(client, _address(dossier))
    assert "Een maatje" in text
    for article in ("Wi 15:1c", "Bi 5.3:4", "Awb 3:46"):
        assert article in text
    assert "Wi 15:1b" not in text  # the guidance stands there
    with as_actor(people[KM]):
        lines = Gebeurtenis.objects.filter(dossier=dossier, soort="plan_opgesteld")
        assert not lines.exists()  # nothing happened to the person yet


def test_the_page_asks_the_database_little(people: Team, dossier: Dossier) -> None:
    written(people, dossier)
    client = visitor(people[KM])
    with few_queries():
        text = get(client, _address(dossier))
    assert "Alles wat de wet vraagt, staat erin" in text
    assert "Stel het plan voor" in text
    with few_queries():
        get(client, f"/plan/dossier/{dossier.pk}/versies/")


@pytest.mark.brief("L51")
@pytest.mark.brief("L55")
@pytest.mark.brief("L56")
@pytest.mark.brief("L58")
@pytest.mark.brief("L77")
@pytest.mark.brief("L89")
def test_from_draft_to_letter_nothing_is_typed_twice(people: Team, dossier: Dossier) -> None:
    besluit = sent(
        people, proposed(people, written(people, dossier, alfabetisering=True, ontzorgen=HUUR))
    )
    with as_actor(people[KM]):
        pdf = bytes(Documentinhoud.objects.get(document=besluit.brief).bytes)
        soorten = list(
            Gebeurtenis.objects.filter(dossier=dossier)
            .order_by("-nummer")
            .values_list("soort", flat=True)[:5]
        )
        stand = stand_of(dossier, on=ON)
    text = text_of(pdf)
    hours = ("12 uur les per week", "600 uur", "In de ochtend", "Veertig uur")
    for said in (*hours, "B1-route", "alfabetisering", HUUR, "Gesprekken per jaar 4"):
        assert bare(said) in text
    assert bare("begint op de dag na de datum van deze brief") in text
    assert soorten[:2] == ["eerste_pip_vastgesteld", "besluit_verzonden"]
    assert "plan_opgesteld" in soorten
    known = _facts(people, dossier)
    assert known["dagtekening_eerste_pip"] == known["pip_bekend_op"] == ON
    assert (known["leerroute"], known["niveau_in_pip"]) == (Leerroute.B1_ROUTE, Niveau.B1)
    assert (known["alfabetisering_in_pip"], known["uren_in_pip"]) == (True, 600)
    assert known["begeleiding_vastgesteld"] is True
    assert stand.geldt is not None
    assert stand.geldt.besluit_id == besluit.pk
    assert stand.soort == Plan.Soort.WIJZIGING


def test_a_letter_that_came_back_takes_its_facts_with_it(people: Team, dossier: Dossier) -> None:
    besluit = sent(people, proposed(people, written(people, dossier)))
    with as_actor(people[KM]):
        why = Verzending.Terug.ONBEKEND
        came_back(besluit.pk, why, bekend=False, on=ON, at=later(8))
    assert "dagtekening_eerste_pip" not in _facts(people, dossier)


def test_without_a_finished_choice_there_is_no_proposal(people: Team) -> None:
    bare_dossier = ready(people)
    plan = written(people, bare_dossier)
    with pytest.raises(PlanError, match="keuze voor de leerroute"):
        proposed(people, plan)
    text = get(visitor(people[KM]), _address(bare_dossier))
    assert "Stel het plan voor" not in text


def test_what_is_missing_asks_a_reason_that_is_kept(people: Team, dossier: Dossier) -> None:
    plan = written(people, dossier, map="")
    client, address = visitor(people[KM]), _address(dossier, "voorstellen/")
    typed = {"voorstel-versie": plan.versie, "voorstel-reden": ""}
    assert "Schrijf op waarom" in post(client, address, status=400, **typed)
    post(client, address, **typed | {"voorstel-reden": "De MAP volgt in maart."})
    with as_actor(people[KM]):
        line = Gebeurtenis.objects.get(dossier=dossier, soort="plan_opgesteld")
        told = bytes(Inhoud.objects.get(gebeurtenis=line).bytes).decode()
    assert "De MAP volgt in maart." in told


def test_who_has_no_duty_asks_a_reason_in_the_letter(people: Team, dossier: Dossier) -> None:
    with as_actor(people[KM]):
        told = {"viel_onder_wi2013": True}
        record(dossier.pk, "plicht_beoordeeld", told, on=ON, at=later(2))
    plan = written(people, dossier)
    assert _keuring(people, dossier, plan).reden == ("inburgeringsplicht.inburgeringsplichtig",)
    with pytest.raises(DiaryError, match="Schrijf op waarom"):
        proposed(people, plan)
    besluit = proposed(people, plan, "U wilt zelf meedoen.")
    assert besluit.afwijking == "U wilt zelf meedoen."


def test_what_is_not_known_is_told_with_who_can_tell(people: Team) -> None:
    vague = ready(people, zonder_dag=True)
    chosen(people, vague)
    plan = written(people, vague, kind=None)
    found = _keuring(people, vague, plan).onbekend
    asked = {who for each in found for _what, who in each.vragen}
    assert {"DUO", "de klantmanager"} <= asked
    text = get(visitor(people[KM]), _address(vague))
    assert "Dit weten wij nog niet" in text
    assert proposed(people, plan).pk  # what is not known stops nobody


def test_of_two_who_propose_at_once_one_wins(people: Team, dossier: Dossier) -> None:
    plan = written(people, dossier)
    both = visitor(people[KM]), visitor(people[TL])
    typed = {"voorstel-versie": plan.versie}
    first, second = (
        each.post(_address(dossier, "voorstellen/"), typed).status_code for each in both
    )
    assert (first, second) == (302, 409)
    with as_actor(people[KM]):
        assert Gebeurtenis.objects.filter(soort="besluit_voorgesteld").count() == 1


def test_who_writes_on_what_a_colleague_changed_sees_both(people: Team, dossier: Dossier) -> None:
    mine, theirs = visitor(people[KM]), visitor(people[TL])
    post(mine, _address(dossier), **_typed())
    post(theirs, _address(dossier), **_typed(versie=1, pvt="Zes avonden"))
    text = post(mine, _address(dossier), status=409, **_typed(versie=1, begeleiding="Een maatje"))
    assert "nu staat er «<bdi>Zes avonden</bdi>»" in text
    assert "Een maatje" in text  # what was typed is kept
    again = _typed(versie=2, begeleiding="Een maatje", pvt="Zes avonden")
    post(mine, _address(dossier), **again)
    with as_actor(people[KM]):
        assert Plan.objects.get(dossier=dossier).begeleiding == "Een maatje"


def test_what_cannot_be_stays_as_it_was_typed(people: Team, dossier: Dossier) -> None:
    typed = _typed(uren="twaalf", gesprekken="900", pvt="Zes avonden")
    text = post(visitor(people[KM]), _address(dossier), status=400, **typed)
    assert "twaalf" in text
    assert "Zes avonden" in text
    assert "hooguit 52" in text


def test_what_was_proposed_never_changes(people: Team, dossier: Dossier) -> None:
    plan = written(people, dossier)
    proposed(people, plan)
    with as_actor(people[KM]), pytest.raises(StaleError):
        save_plan(dossier.pk, {"pvt": "anders"}, versie=plan.versie, on=ON, at=later(6))
    with as_actor(people[KM]), pytest.raises(IntegrityError, match="verandert niet meer"):
        Plan.objects.filter(dossier=dossier).update(pvt="anders")


def test_only_who_decides_writes_the_plan(people: Team, dossier: Dossier) -> None:
    with as_actor(people[Rol.MAATSCHAPPELIJK_BEGELEIDER]), pytest.raises(NotAllowedError):
        save_plan(dossier.pk, {"pvt": "x"}, versie=0, on=ON, at=later(3))
    written(people, dossier)
    with as_actor(team(ELDERS)[KM]):
        assert not Plan.objects.exists()


def test_the_letter_can_be_read_before_it_is_proposed(people: Team, dossier: Dossier) -> None:
    client = visitor(people[KM])
    written(people, dossier, motivering="")
    answer = client.get(_address(dossier, "proef/"))
    assert answer.status_code == 302  # it says what is missing, on the page of the plan
    post(client, _address(dossier), **_typed(versie=1))
    answer = client.get(_address(dossier, "proef/"))
    assert answer["Content-Type"] == "application/pdf"
    assert bare("VOORBEELD") in text_of(answer.content)


def test_the_plan_goes_with_the_dossier_and_into_the_copy(people: Team, dossier: Dossier) -> None:
    written(people, dossier)
    with as_actor(people[KM]):
        told = {
            each["wat"]: each["waarde"] for row in part(dossier, later(9))["regels"] for each in row
        }
    assert told["Participatieverklaringstraject (PVT)"] == HELE["pvt"]
    with as_actor(people[Rol.KWALITEITSMEDEWERKER]):
        asked = propose_destruction(dossier.pk, "bewaartermijn voorbij", on=ON, at=later(10))
    with as_actor(people[Rol.FG]):
        destroy(asked.pk, on=ON, at=later(11))
    with as_actor(people[KM]):
        assert not Plan.objects.exists()


def test_a_child_of_the_intake_is_not_asked_twice(people: Team, dossier: Dossier) -> None:
    with as_actor(people[KM]):
        record(dossier.pk, "intake_aangevuld", {"kind_voor_vve": True}, on=ON, at=later(3))
    with as_actor(people[KM]):
        made = nieuw(dossier, stand_of(dossier, on=ON), facts_of([dossier.pk], on=ON).facts.row())
    assert made.kind is True
