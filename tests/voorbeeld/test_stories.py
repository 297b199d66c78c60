"""The hand-written people are what their stories say: the rules agree, on the day of the demo."""

import tomllib

import pytest
from tests.architecture.source import ROOT

from meedoen.accounts.scope import as_actor
from meedoen.config.settings import DEMO_TODAY
from meedoen.config.voorbeeld.accounts import DEMO_ACCOUNTS
from meedoen.config.voorbeeld.happenings import Archive
from meedoen.config.voorbeeld.story_file import STORIES
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.addressee import HAND, POST, addressee_of
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import Afspraak, Besluit, Dossier
from meedoen.dossier.person import whole_person
from meedoen.dossier.queries import dossiers_visible_to
from meedoen.law.loader import law_for
from meedoen.law.presentation import in_words
from meedoen.rules.catalogue import rule_named

UNKNOWN = "onbekend"
# Per person: the rule, and what it answers on the day of the demo.
ANSWERS = {
    "selam": {
        "inburgeringsplicht.inburgeringsplichtig": "ja",
        "doelgroep.asielstatushouder": "ja",
        "persoonlijk_plan.uiterste_dag": "23 november 2026",
        "brede_intake.intake_compleet": "ja",
        "advies_leerroute.advies": UNKNOWN,
        "inhoud_plan.plan_compleet": UNKNOWN,
    },
    "yonas": {
        "inburgeringsplicht.inburgeringsplichtig": "ja",
        "advies_leerroute.keuze_onderbouwd": "ja",
        "inhoud_plan.plan_compleet": "ja",
        "melding_pip.duo_neemt_pip_aan": "ja",
        "inburgeringstermijn.laatste_dag": "6 november 2029",
        "persoonlijk_plan.uiterste_dag_bezwaar": "4 januari 2027",  # of the changed plan
    },
    "natnael": {"inburgeringsplicht.heeft_de_leeftijd": "nee"},
    "amina": {
        "inburgeringsplicht.inburgeringsplichtig": "ja",
        "advies_leerroute.geen_parkeerplaats": "ja",
        "leerroute.zelfredzaamheidsroute_past": "ja",
        "inhoud_plan.plan_compleet": "ja",
        "pvt_map.pvt_terecht_afgerond": "ja",
        "persoonlijk_plan.uiterste_dag_zonder_derde": "13 januari 2025",
    },
    "farid": {
        "brede_intake.krijgt_diplomawaardering": "ja",
        "pvt_map.map_terecht_afgerond": "ja",
        "examen.lezen_klaar": "ja",
        "examen.knm_klaar": "ja",
        "voldaan.voldaan": UNKNOWN,
        "ontzorgen.bijstand_loopt": "nee",
    },
    "rim": {
        "doelgroep.asielstatushouder": "ja",
        "persoonlijk_plan.uiterste_dag_zonder_derde": "30 november 2026",
        "brede_intake.intake_compleet": UNKNOWN,
    },
    "lan": {
        "doelgroep.doelgroep": "gezins- of overige migrant",
        "doelgroep.krijgt_aanbod": "nee",
        "doelgroep.betaler_cursusuren": "de inburgeraar",
        "inhoud_plan.plan_compleet": "ja",
    },
    "dawit": {
        "advies_leerroute.advies": "onderwijsroute",
        "leerroute.taalschakeltraject_telt": "ja",
        "pvt_map.map_hoeft_niet": "ja",
        "persoonlijk_plan.uiterste_dag_zonder_derde": "20 juli 2026",
    },
    "emmanuel": {
        "inburgeringsplicht.verblijft_tijdelijk": "ja",
        "inburgeringsplicht.inburgeringsplichtig": "ja",
        "inburgeringstermijn.laatste_dag": "12 augustus 2028",
    },
    "hassan": {
        "ontzorgen.einde_ontzorgen": "19 februari 2025",
        "ontzorgen.ontzorgen_loopt": "nee",
        "inburgeringstermijn.laatste_dag": "22 november 2027",
    },
    "zahra": {
        "persoonlijk_plan.uiterste_dag": "7 december 2026",
        "leerbaarheidstoets.toets_en_onderzoek_vervallen": "ja",
        "leerbaarheidstoets.leerroute_na_verhuizing": "B1-route",
        "inburgeringstermijn.laatste_dag": "21 januari 2028",
    },
    "bilal": {
        "persoonlijk_plan.uiterste_dag": "14 september 2026",
        "brede_intake.toets_geregeld": UNKNOWN,
    },
    "hadas": {
        "opvang.alleen_uitnodiging": "ja",
        "opvang.plan_kan_al": "nee",
        "inburgeringsplicht.inburgeringsplichtig": UNKNOWN,  # the day of birth is not known
    },
    "nasir": {
        "opvang.alleen_uitnodiging": "ja",
        "opvang.plan_kan_al": "nee",
        "inburgeringsplicht.inburgeringsplichtig": "ja",
    },
    "sara": {"vrijstelling.vrijstelling": "ja"},
    "omid": {"inburgeringsplicht.heeft_de_leeftijd": "nee"},
    "maryam": {
        "doelgroep.asielstatushouder": "ja",
        "persoonlijk_plan.uiterste_dag_zonder_derde": "29 oktober 2026",
        "persoonlijk_plan.uiterste_dag": "9 november 2026",
        "inburgeringstermijn.laatste_dag": "5 november 2029",
    },
    "omar": {
        "boete_procedure.uiterste_dag_boetebesluit": "25 november 2026",
        "boete_procedure.procedure_gevolgd": "ja",
        "oproep.boete_mogelijk": UNKNOWN,
    },
    "idris": {
        "oproep_termijn.oproepen_die_tellen": "3",
        "oproep.volgende_stap": "geen: de brede intake is voltooid",
    },
    "parwin": {"oproep_termijn.oproepen_die_tellen": "1", "opvang.alleen_uitnodiging": "nee"},
    "yusuf": {
        "examen.examen_behaald": "ja",
        "voldaan.klaar_met_map": UNKNOWN,
        "voldaan.voldaan": UNKNOWN,
    },
}
JUDGED_YET = ("verwijtbaar", "goede_reden")


@pytest.mark.parametrize("key", ANSWERS)
def test_the_rules_say_what_the_story_says(village: Archive, key: str) -> None:
    law = law_for("wi2021", 9999)
    with as_actor(village.staff["s.ramdin"]):
        facts = facts_of([village.dossiers[key]], on=DEMO_TODAY).facts
    found = {name: rule_named(name).rule(facts, law).value for name in ANSWERS[key]}
    assert {name: in_words(v.plain(), v.kind) for name, v in found.items()} == ANSWERS[key]


def test_selam_stands_as_on_the_screen(village: Archive) -> None:
    """The example of the screens: what is known of her, what is missing, who helps her."""
    with as_actor(village.staff["j.dewit"]) as actor:
        mine = dossiers_visible_to(actor, on=DEMO_TODAY).select_related("persoon", "klantmanager")
        dossier = mine.get(pk=village.dossiers["selam"])
        person = whole_person(dossier, on=DEMO_TODAY)
        facts = facts_of([dossier.pk], on=DEMO_TODAY).facts
        next_talk = Afspraak.objects.get(dossier=dossier, uitkomst=Afspraak.Uitkomst.GEPLAND)
    assert dossier.klantmanager is not None
    assert dossier.klantmanager.naam == "J. de Wit"
    assert person.persoon.naam.volledig == "Selam Tesfay"
    assert person.persoon.geboren.jaar == 1991
    assert person.persoon.talen == ["Tigrinya"]
    assert person.persoon.tolk_nodig
    assert len(person.gezin) + 1 == 3
    known = facts.row()
    days = ("gekoppeld_op", "ingeschreven_op")
    assert [known[name].isoformat() for name in days] == ["2026-05-11", "2026-09-14"]  # type: ignore[union-attr]
    finding = rule_named("inhoud_plan.plan_compleet").rule(facts, law_for("wi2021", 9999))
    missing = finding.open_facts(facts.known())
    assert {"leerroute_vastgesteld", "begeleiding_vastgesteld", "vve_vastgesteld"} <= missing
    assert next_talk.begint_at.isoformat() == "2026-11-26T09:00:00+00:00"  # ten o'clock here


def test_nobody_judged_omar_yet(village: Archive) -> None:
    with as_actor(village.staff["p.vanleeuwen"]):
        known = facts_of([village.dossiers["omar"]], on=DEMO_TODAY).facts.row()
    assert known["zienswijze_gevraagd"] is True
    assert all(known.get(name) is None for name in JUDGED_YET)


def test_letters_follow_the_people(village: Archive) -> None:
    """A copy for a bewindvoerder; nothing by post where post is not safe."""
    with as_actor(village.staff["f.ozkan"]):
        dossiers = {key: _dossier(village, key) for key in ("hassan", "maryam")}
        to = addressee_of(dossiers["hassan"], POST, on=DEMO_TODAY)
        given = [each.kanaal for each in Besluit.objects.filter(dossier=dossiers["maryam"])]
        with pytest.raises(DiaryError, match="niet veilig"):
            addressee_of(dossiers["maryam"], POST, on=DEMO_TODAY)
        assert not whole_person(dossiers["maryam"], on=DEMO_TODAY).adressen
    assert to.kopie == ("Bewindkantoor De Vliet (bewindvoerder)",)
    assert given == [HAND, HAND]


def test_families_are_families(village: Archive) -> None:
    with as_actor(village.staff["s.ramdin"]):
        sizes = {
            key: 1 + len(whole_person(_dossier(village, key), on=DEMO_TODAY).gezin)
            for key in ("nasir", "rim", "selam", "bilal")
        }
    assert sizes == {"nasir": 5, "rim": 2, "selam": 3, "bilal": 1}


def test_the_one_without_bsn_has_a_vnummer_and_one_name(village: Archive) -> None:
    with as_actor(village.staff["j.dewit"]):
        person = _dossier(village, "hadas").persoon
    assert person is not None
    assert (person.bsn_hash, len(person.vnummer or "")) == (None, 10)
    assert (person.naam.volledig, str(person.geboren)) == ("Hadas", "1998-00-00")


def test_a_partner_sees_only_those_he_helps(village: Archive) -> None:
    with as_actor(village.staff["a.said"]) as actor:
        seen = set(dossiers_visible_to(actor, on=DEMO_TODAY).values_list("pk", flat=True))
        every = Dossier.objects.count()
    assert {village.dossiers["selam"], village.dossiers["amina"]} <= seen
    assert len(seen) < every / 2


def test_every_story_has_a_text_and_its_people_stand_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for path in STORIES.glob("*.toml"):
        content = tomllib.loads(path.read_text("utf-8"))
        family = {person["achternaam"] for person in content["persoon"]}
        assert len(content["verhaal"].split()) >= 20, path.name
        assert any(name in readme for name in family), path.name
    assert all(account.email in readme for account in DEMO_ACCOUNTS)


def _dossier(village: Archive, key: str) -> Dossier:
    return Dossier.objects.select_related("persoon").get(pk=village.dossiers[key])
