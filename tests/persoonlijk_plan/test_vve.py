"""What each child gets in the plan: written per child, frozen with it, told in the letter."""

from datetime import date
from typing import Any

import pytest
from django.db.utils import IntegrityError
from tests.apps.browsing import day, few_queries, get, post
from tests.apps.visitor import visitor
from tests.dossier.makers import ELDERS, HIER, ON, Team, later, team
from tests.letters.pdf_text import bare, text_of
from tests.persoonlijk_plan.planned import (
    HELE,
    KM,
    chosen,
    planners,
    proposed,
    ready,
    sent,
    written,
)

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.circumstances import unite
from meedoen.dossier.actions.destruction import destroy, propose_destruction
from meedoen.dossier.actions.people import NewPerson, open_dossier
from meedoen.dossier.models import Documentinhoud, Dossier, Gezinslid
from meedoen.dossier.names import Naam
from meedoen.dossier.partial_date import OnvolledigeDatum
from meedoen.persoonlijk_plan import vve
from meedoen.persoonlijk_plan.inhoud import als_in_plan
from meedoen.persoonlijk_plan.inzage import part
from meedoen.persoonlijk_plan.models import Plan, Vveafspraak
from meedoen.persoonlijk_plan.plan_actions import save_plan
from meedoen.persoonlijk_plan.plan_keuring import keur

pytestmark = pytest.mark.usefixtures("db")

VANAF = date(2027, 1, 4)
NATNAEL: dict[str, Any] = {
    "naam": "Natnael",
    "geboortejaar": 2023,
    "nodig": True,
    "plek": "De Speelboot",
    "uren": 16,
    "vanaf_op": VANAF,
}
GAAT = (
    "Natnael (2023) gaat naar de voorschool of vroegschool: De Speelboot, 16 uur per week,"
    " vanaf 4 januari 2027."
)


@pytest.fixture
def people() -> Team:
    return planners()


@pytest.fixture
def dossier(people: Team) -> Dossier:
    made = ready(people)
    chosen(people, made)
    return made


def _row(**changes: Any) -> Vveafspraak:
    return Vveafspraak(**NATNAEL | changes)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, GAAT),
        (
            {"uren": None, "vanaf_op": None},
            "Natnael (2023) gaat naar de voorschool of vroegschool: De Speelboot.",
        ),
        (
            {"nodig": False, "plek": "", "uren": None, "vanaf_op": None, "geboortejaar": None},
            "Natnael heeft de voorschool of vroegschool niet nodig.",
        ),
        (
            {
                "naam": "N.",
                "geboortejaar": None,
                "plek": "",
                "uren": None,
                "vanaf_op": None,
                "te_doen": "Bel.",
                "regelt": "ouder",
            },
            "N. heeft de voorschool of vroegschool nodig. Nog te regelen: Bel. Dat regelt u zelf.",
        ),
    ],
)
def test_a_row_becomes_short_sentences(changes: dict[str, Any], told: str) -> None:
    assert vve.zin(_row(**changes)) == told


@pytest.mark.parametrize(
    ("rows", "text", "kind", "known"),
    [
        ([], "", None, {}),
        ([], "Per kind een regel", True, {"kind_voor_vve": True, "vve_vastgesteld": True}),
        ([_row()], "", None, {"kind_voor_vve": True, "vve_vastgesteld": True}),
        ([_row(plek="")], "", True, {"kind_voor_vve": True, "vve_vastgesteld": False}),
        (
            [_row(plek="", te_doen="a", regelt="")],
            "",
            True,
            {"kind_voor_vve": True, "vve_vastgesteld": False},
        ),
        ([_row(), _row(nodig=None)], "", True, {"kind_voor_vve": True}),  # not known is no no
        ([_row(nodig=False)], "", True, {"kind_voor_vve": True, "vve_vastgesteld": True}),
    ],
)
def test_rows_are_facts_for_the_rules(
    rows: list[Vveafspraak], text: str, kind: bool | None, known: dict[str, bool]
) -> None:
    plan = Plan(kind=kind, vve=text)
    plan.kinderen = rows
    told = als_in_plan(plan)
    assert {
        name: told[name] for name in ("kind_voor_vve", "vve_vastgesteld") if name in told
    } == known


@pytest.mark.brief("L54")
def test_the_letter_and_the_next_version_tell_it(people: Team, dossier: Dossier) -> None:
    plan = written(people, dossier, kind=True, vve="Wij bellen u in mei.", kinderen=[NATNAEL])
    besluit = sent(people, proposed(people, plan))
    with as_actor(people[KM]):
        text = text_of(bytes(Documentinhoud.objects.get(document=besluit.brief).bytes))
        told = {
            each["wat"]: each["waarde"] for row in part(dossier, later(9))["regels"] for each in row
        }
        assert told["Voorschool of vroegschool van Natnael (2023)"] == GAAT
    assert bare("Natnael (2023) gaat naar de voorschool of vroegschool: De Speelboot") in text
    assert bare("Wij bellen u in mei.") in text
    with as_actor(people[KM]):  # the next draft begins with what holds
        changed = HELE | {"kind": True, "motivering": "Meer uren"}
        draft = save_plan(dossier.pk, changed, versie=0, on=ON, at=later(7))
        assert [each.plek for each in draft.kinderen] == ["De Speelboot"]
        more = {"kinderen": [NATNAEL | {"plek": "De Eekhoorn"}, {"naam": "Sara", "nodig": None}]}
        save_plan(dossier.pk, more, versie=1, on=ON, at=later(8))
    sent(
        people,
        proposed(people, _open(people, dossier), "Wij weten het van Sara niet.", minutes=9),
        minutes=10,
    )
    page = get(visitor(people[KM]), f"/plan/dossier/{dossier.pk}/versies/")
    assert "De Eekhoorn" in page
    assert "Voorschool of vroegschool van Sara" in page


def _open(people: Team, dossier: Dossier) -> Plan:
    with as_actor(people[KM]):
        return Plan.objects.get(dossier=dossier, besluit__isnull=True)


def test_rows_freeze_with_the_plan_and_go_with_the_dossier(people: Team, dossier: Dossier) -> None:
    plan = written(people, dossier, kind=True, kinderen=[NATNAEL])
    with as_actor(team(ELDERS)[KM]):
        assert not Vveafspraak.objects.exists()
    proposed(people, plan)
    rows = Vveafspraak.objects.filter(dossier=dossier)
    for write in (rows.delete, lambda: rows.update(plek="anders")):
        with as_actor(people[KM]), pytest.raises(IntegrityError, match="verandert niet meer"):
            write()
    row = _row(naam="Sara", volgorde=2, plan=plan)
    row.dossier_id, row.gemeente_id = dossier.pk, dossier.gemeente_id
    with as_actor(people[KM]), pytest.raises(IntegrityError, match="verandert niet meer"):
        Vveafspraak.objects.bulk_create([row])


def test_rows_of_a_letter_are_erased_with_the_dossier(people: Team, dossier: Dossier) -> None:
    sent(people, proposed(people, written(people, dossier, kind=True, kinderen=[NATNAEL])))
    with as_actor(people[Rol.KWALITEITSMEDEWERKER]):
        asked = propose_destruction(dossier.pk, "bewaartermijn voorbij", on=ON, at=later(10))
    with as_actor(people[Rol.FG]):
        destroy(asked.pk, on=ON, at=later(11))
    with as_actor(people[KM]):
        assert not Vveafspraak.objects.exists()


def test_what_lacks_is_told_per_child(people: Team, dossier: Dossier) -> None:
    bare_row = {"naam": "Natnael", "nodig": True}
    plan = written(people, dossier, kind=True, kinderen=[bare_row, {"naam": "Sara", "nodig": None}])
    with as_actor(people[KM]):
        found = keur(plan, dossier, on=ON)
    assert any("Natnael" in each.tekst and each.artikel == "Wi 15:1d" for each in found.ontbreekt)
    assert any("Sara" in each.tekst and each.artikel == "Wi 15:1d" for each in found.onbekend)


def _address(dossier: Dossier) -> str:
    return f"/plan/dossier/{dossier.pk}/besluit/"


def _typed(row: int = 0, /, **told: Any) -> dict[str, Any]:
    plain = {name: value for name, value in HELE.items() if not isinstance(value, bool | list)}
    plain |= {"kind": "ja", "bijstand": "nee", "versie": 0, f"kind{row}_naam": ""}
    return plain | {f"kind{row}_{name}": value for name, value in told.items()}


def test_a_child_of_the_family_is_picked_and_taken_out_again(
    people: Team, dossier: Dossier
) -> None:
    with as_actor(people[KM]):
        child = NewPerson(Naam(voornamen="Natnael"), OnvolledigeDatum(ON.year - 3, 5, 2))
        kind = open_dossier(HIER, child, on=ON, at=later(1), klantmanager=people[KM].medewerker_id)
        unite((kind.pk, Gezinslid.Rol.KIND), (dossier.pk, Gezinslid.Rol.OUDER), on=ON, at=later(4))
        assert kind.persoon is not None
        naam, pk = kind.persoon.voornamen, kind.persoon.pk
    client = visitor(people[KM])
    with few_queries():
        assert "Welk kind van het gezin?" in get(client, _address(dossier))
    told = _typed(wie=str(pk), nodig="ja", plek="De Speelboot", uren="16")
    post(client, _address(dossier), **told | day("kind0_vanaf_op", VANAF))
    with as_actor(people[KM]):
        row = Vveafspraak.objects.get(dossier=dossier)
        assert (row.naam, row.nodig, row.uren, row.vanaf_op) == (naam, True, 16, VANAF)
    page = get(client, _address(dossier))
    assert "Haal dit kind uit het plan" in page
    assert "Welk kind van het gezin?" not in page  # it stands in the plan already
    post(client, _address(dossier), **_typed(naam=naam, nodig="ja", weg="on") | {"versie": 1})
    with as_actor(people[KM]):
        assert not Vveafspraak.objects.exists()


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"nodig": "ja", "plek": "De Speelboot"}, "over welk kind dit gaat"),
        ({"naam": "N.", "plek": "De Speelboot"}, "Kies dan of het kind dit nodig heeft"),
        ({"naam": "N.", "nodig": "nee", "plek": "De Speelboot"}, "Haal dan de plek"),
        ({"naam": "N.", "nodig": "ja", "plek": "De Speelboot", "uren": "99"}, "1 tot en met 60"),
        ({"naam": "N.", "plek": "De Speelboot", "geboortejaar": "23"}, "met vier cijfers"),
        ({"naam": "N.", "plek": "De Speelboot", "regelt": "ouder"}, "wat er nog geregeld moet"),
    ],
)
def test_what_cannot_be_comes_back_with_what_was_typed(
    people: Team, dossier: Dossier, told: dict[str, Any], says: str
) -> None:
    text = post(visitor(people[KM]), _address(dossier), status=400, **_typed(**told))
    assert says in text
    assert "De Speelboot" in text


def test_no_child_and_a_child_cannot_both_be(people: Team, dossier: Dossier) -> None:
    client = visitor(people[KM])
    told = _typed(naam="N.", nodig="ja") | {"kind": "nee"}
    assert "Kies ja" in post(client, _address(dossier), status=400, **told)
    twice = _typed(naam="N.", nodig="ja") | _typed(1, naam="N.", nodig="ja") | {"kind0_naam": "N."}
    assert "twee keer" in post(client, _address(dossier), status=400, **twice)


def test_who_writes_on_a_child_that_a_colleague_changed_sees_both(
    people: Team, dossier: Dossier
) -> None:
    written(people, dossier, kind=True, kinderen=[NATNAEL])
    told = _typed(naam="Natnael", geboortejaar="2023", nodig="ja", plek="De Eekhoorn")
    text = post(visitor(people[KM]), _address(dossier), status=409, **told)
    assert "nu staat er «<bdi>Natnael (2023) gaat naar" in text
    assert "De Eekhoorn" in text
