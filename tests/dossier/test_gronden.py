"""What a letter may rest on: the ladder of summonses, facts and grounds, a mandate, deviation."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from tests.dossier.makers import HIER, ON, Team, dossier_for, later, team
from tests.letters.pdf_text import bare, text_of
from tests.letters.samples import VALUES

from meedoen.accounts.actions import Besluitrecht, give_mandate
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.besluiten import propose, sign
from meedoen.dossier.actions.diary import record
from meedoen.dossier.actions.sending import send_now
from meedoen.dossier.addressee import HAND, addressee_of
from meedoen.dossier.besluiten import shown_deviation, shown_values
from meedoen.dossier.gronden import Gronden
from meedoen.dossier.letters import LetterError
from meedoen.dossier.models import Besluit, Document, Documentinhoud, Dossier, Persoon
from meedoen.dossier.names import Naam
from meedoen.dossier.printed_name import greeting, left_out
from meedoen.dossier.sending import Bewijs
from meedoen.law.brief_file import brief_kinds
from meedoen.rules.choices import Doelgroep, Verblijfsrecht

KM = Rol.KLANTMANAGER
WARNING, THIRD, FIRST = "waarschuwing_tweede_oproep", "derde_oproep", "oproep_brede_intake"
PLAN, ANY = "vaststelling_pip", "besluit_algemeen"
LATE = "oproep_termijn.schoot_tekort"
OWN = {name: value for name, value in VALUES[ANY].items() if name != "feiten"}
HANDED = Bewijs(aan="Selam Tesfay", plaats="het stadhuis")


@pytest.fixture
def people(db: None) -> Team:
    made = team(HIER, KM)
    for soort in brief_kinds():
        give_mandate(HIER, Besluitrecht(KM, soort, "mandaatregister"), van=date(2022, 1, 1))
    return made


def missed(people: Team, *, nummer: int = 1, ended: bool = True) -> Dossier:
    """A dossier with summons `nummer`, to which nobody came; its term ended or still runs."""
    dossier = dossier_for(people[KM])
    with as_actor(people[KM]):
        told: dict[str, Any] = {"doelgroep": Doelgroep.ASIELSTATUSHOUDER}
        record(dossier.pk, "kennisgeving_ontvangen", told, on=date(2026, 6, 1), at=later(1))
        here = {"gehuisvest": True}
        record(dossier.pk, "ingeschreven", here, on=date(2026, 6, 1), at=later(2))
        until = ON - timedelta(days=7) if ended else ON + timedelta(days=7)
        told = {"oproepen_verstuurd": nummer, "termijn_oproep_tot": until}
        told["schriftelijk_gewaarschuwd"] = nummer > 1
        record(dossier.pk, "oproep_verzonden", told, on=date(2026, 8, 3), at=later(3))
    return dossier


def stayed_away(people: Team, dossier: Dossier, *, reason: bool = False) -> Dossier:
    with as_actor(people[KM]):
        record(dossier.pk, "oproep_afgelopen", {"kwam_op_oproep": False}, on=ON, at=later(4))
        told = {"goede_reden": reason, "oproepen_met_goede_reden": int(reason)}
        record(dossier.pk, "medewerking_beoordeeld", told, on=ON, at=later(5))
    return dossier


def proposed(people: Team, dossier: Dossier, kind: str, **gronden: Any) -> Besluit:
    values = {name: value for name, value in VALUES[kind].items() if name != "feiten"}
    with as_actor(people[KM]):
        return propose(dossier.pk, kind, values, on=ON, at=later(10), gronden=Gronden(**gronden))


def refused(people: Team, dossier: Dossier, kind: str, **gronden: Any) -> LetterError:
    with pytest.raises(LetterError) as error:
        proposed(people, dossier, kind, **gronden)
    return error.value


def test_a_warning_names_the_summons_that_was_missed(people: Team) -> None:
    made = proposed(people, stayed_away(people, missed(people)), WARNING)
    feiten = dict(shown_values(brief_kinds()[WARNING], made))["Feiten"]
    assert "Kwam binnen de termijn van de laatste oproep: nee. Dat stelden wij vast op" in feiten
    assert "14 september 2026" in feiten
    with as_actor(people[KM]):
        sign(made.pk, on=ON, at=later(11))
        sent = send_now(made.pk, HAND, HANDED, on=ON, at=later(12))
        letter = text_of(bytes(Documentinhoud.objects.get(document=sent.brief).bytes))
    # conduct, facts, articles, weighing and remedy: what a jurist looks for
    for part in (
        "U kwam niet naar het gesprek op 31 augustus 2026.",
        "Kwam binnen de termijn van de laatste oproep: nee.",
        "artikel 14, eerste lid, van de Wet inburgering 2021",
        "Dat is geen goede reden.",
        "U kunt bezwaar maken.",
    ):
        assert bare(part) in letter


@pytest.mark.parametrize("kind", [WARNING, THIRD])
def test_while_the_term_runs_there_is_no_next_summons(people: Team, kind: str) -> None:
    dossier = stayed_away(people, missed(people, ended=False))
    said = str(refused(people, dossier, kind, afgeweken_van=(LATE,), reden="Wij willen door."))
    assert "Deze brief kan nu niet" in said
    assert "Schoot tekort na de oproep: nee (Wi 14:1)" in said


def test_after_a_good_reason_there_is_no_warning(people: Team) -> None:
    dossier = stayed_away(people, missed(people), reason=True)
    assert "kan nu niet" in str(refused(people, dossier, WARNING))
    assert proposed(people, dossier, FIRST).pk  # the same step again


@pytest.mark.parametrize("kind", [FIRST, WARNING, THIRD, PLAN])
def test_before_the_housing_nobody_is_summoned_and_there_is_no_plan(
    people: Team, kind: str
) -> None:
    dossier = dossier_for(people[KM])
    with as_actor(people[KM]):
        told = {"verblijfsrecht": Verblijfsrecht.ASIEL}
        record(dossier.pk, "verblijf_besloten", told, on=date(2026, 6, 1), at=later(1))
        record(dossier.pk, "ingeschreven", {"gehuisvest": False}, on=date(2026, 6, 1), at=later(2))
    said = str(refused(people, dossier, kind))
    assert "Deze brief kan nu niet" in said
    assert "(Wi 1:1)" in said or "(Bi 5.3:1)" in said


def test_what_is_not_known_yet_asks_a_reason(people: Team) -> None:
    dossier = missed(people)
    error = refused(people, dossier, WARNING)
    assert "onbekend" in error.fields["afgeweken_van"]
    why = {"afgeweken_van": (LATE, "oproep.waarschuwing_nodig"), "reden": "Wij zagen u niet."}
    made = proposed(people, dossier, WARNING, **why)
    assert [text for text, _answer in shown_deviation(made)]


def test_the_third_summons_follows_the_second(people: Team) -> None:
    assert proposed(people, stayed_away(people, missed(people, nummer=2)), THIRD).pk
    error = refused(people, stayed_away(people, missed(people)), THIRD)
    assert "tweede oproep die telt" in error.fields["afgeweken_van"]


def test_a_besluit_without_a_fact_or_a_ground_is_not_proposed(people: Team) -> None:
    dossier = dossier_for(people[KM])
    assert "ten minste één feit" in refused(people, dossier, ANY).fields["feiten"]
    values = OWN | {"motivering": " ", "beslissing": "", "artikel": ""}
    why = Gronden(eigen_feiten="U vroeg het ons op 1 september 2026.")
    with as_actor(people[KM]), pytest.raises(LetterError) as error:
        propose(dossier.pk, ANY, values, on=ON, at=later(2), gronden=why)
    assert sorted(error.value.fields) == ["artikel", "beslissing", "motivering"]
    made = proposed(people, dossier, ANY, eigen_feiten="U vroeg het ons op 1 september 2026.\n\n")
    assert json.loads(bytes(made.waarden))["feiten"] == "U vroeg het ons op 1 september 2026."


def test_the_official_chooses_the_facts(people: Team) -> None:
    dossier = missed(people)
    made = proposed(
        people, dossier, PLAN, feiten=("kennisgeving_op",), eigen_feiten="U woont hier."
    )
    lines = json.loads(bytes(made.waarden))["feiten"].splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("Dag waarop DUO schreef dat iemand moet inburgeren: 1 juni 2026.")
    assert lines[0].endswith("Dat hoorden wij van DUO op 1 juni 2026.")


def test_without_a_mandate_of_anybody_nothing_is_proposed(db: None) -> None:
    people = team(HIER, KM)
    said = str(refused(people, dossier_for(people[KM]), "brief_algemeen"))
    assert "Niemand heeft nu mandaat" in said
    assert "functioneel beheerder" in said


def test_who_deviates_may_not_still_claim_it(people: Team) -> None:
    dossier = missed(people)
    claim = "Het college kan een PIP vaststellen."
    values = VALUES[PLAN] | {"motivering": f"U wilt werken. {claim}"}
    values.pop("feiten")
    why = Gronden(afgeweken_van=("opvang.plan_kan_al",), reden="U verhuist nog.")
    with as_actor(people[KM]), pytest.raises(LetterError) as error:
        propose(dossier.pk, PLAN, values, on=ON, at=later(10), gronden=why)
    assert claim in error.value.fields["motivering"]
    made = proposed(people, dossier, PLAN, afgeweken_van=why.afgeweken_van, reden=why.reden)
    assert shown_deviation(made) == [("Het college kan een PIP vaststellen", "ja")]
    assert json.loads(bytes(made.bon))["afwijking"]["reden"] == "U verhuist nog."


@pytest.mark.parametrize(
    ("gronden", "field"),
    [
        ({"reden": "Zomaar."}, "afgeweken_van"),
        ({"afgeweken_van": ("opvang.plan_kan_al",)}, "afwijking"),
        ({"afgeweken_van": ("onzin",), "reden": "Zomaar."}, "afgeweken_van"),
    ],
)
def test_a_deviation_is_whole_or_it_is_none(
    people: Team, gronden: dict[str, Any], field: str
) -> None:
    assert field in refused(people, missed(people), PLAN, **gronden).fields


def test_a_sheet_in_the_language_of_the_person_goes_along(people: Team) -> None:
    dossier = dossier_for(people[KM])
    with as_actor(people[KM]):
        Persoon.objects.filter(dossier=dossier).update(talen=["Tigrinya"])
        made = propose(dossier.pk, "brief_algemeen", VALUES["brief_algemeen"], on=ON, at=later(2))
        sign(made.pk, on=ON, at=later(3))
        send_now(made.pk, HAND, HANDED, on=ON, at=later(4))
        names = list(Document.objects.filter(dossier=dossier).values_list("naam", flat=True))
    assert "Hulpblad Tigrinya bij Brief over uw inburgering 2026-09-14.pdf" in names
    assert len(names) == 2


def test_no_sheet_where_the_official_wants_none_or_there_is_no_language(people: Team) -> None:
    dossier = dossier_for(people[KM])
    values = VALUES["brief_algemeen"] | {"vertaling": None}
    with as_actor(people[KM]):
        made = propose(dossier.pk, "brief_algemeen", values, on=ON, at=later(2))
        sign(made.pk, on=ON, at=later(3))
        send_now(made.pk, HAND, HANDED, on=ON, at=later(4))
        assert Document.objects.filter(dossier=dossier).count() == 1


@pytest.mark.parametrize(
    ("naam", "said", "dropped"),
    [
        (Naam("Selam", "", "Tesfay", "ሰላም ተስፋይ"), "Selam Tesfay (ሰላም ተስፋይ)", ""),
        (Naam("Somchai", "", "Suksai", "สมชาย"), "Somchai Suksai", "สมชาย"),
        (Naam("", "", "สมชาย"), "smchay", "สมชาย"),
        (Naam("Omar", "", "Haddad"), "Omar Haddad", ""),
    ],
)
def test_a_script_that_we_cannot_print_is_left_out_and_told(
    naam: Naam, said: str, dropped: str
) -> None:
    assert greeting(naam) == said
    assert left_out(naam) == dropped


def test_a_letter_greets_in_the_own_script(people: Team) -> None:
    dossier = dossier_for(people[KM])
    with as_actor(people[KM]):
        Persoon.objects.filter(dossier=dossier).update(eigen_schrift="ሰላም ተስፋይ")
        to = addressee_of(Dossier.objects.get(pk=dossier.pk), HAND, on=ON)
    assert to.naam == ("Selam Tesfay",)
    assert to.aanhef == "Selam Tesfay (ሰላም ተስፋይ)"
