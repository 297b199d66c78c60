"""«Leg vast»: every soort has a form, nothing is written twice, and what is wrong is put right."""

from datetime import date

import pytest
from tests.apps.browsing import day, get, hidden, post
from tests.apps.visitor import visitor
from tests.dossier.makers import HIER, ON, Team, dossier_for, later, team

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.diary import record
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.forms.record import HOE
from meedoen.dossier.models import Dossier, Gebeurtenis
from meedoen.dossier.soorten import by_process
from meedoen.law.register import register

pytestmark = pytest.mark.usefixtures("db")

KM, TL = Rol.KLANTMANAGER, Rol.TEAMLEIDER
NOTICE = "kennisgeving_ontvangen"


@pytest.fixture
def people() -> Team:
    return team(HIER)


@pytest.fixture
def dossier(people: Team) -> Dossier:
    return dossier_for(people[KM])


def _to(dossier: Dossier, place: str) -> str:
    return f"/dossiers/{dossier.pk}/{place}/"


def _rows(people: Team, dossier: Dossier, soort: str) -> list[Gebeurtenis]:
    with as_actor(people[KM]):
        return list(Gebeurtenis.objects.filter(dossier=dossier, soort=soort).order_by("nummer"))


def test_every_soort_has_a_form_for_every_role_that_may_record_it(
    people: Team, dossier: Dossier
) -> None:
    seen = set()
    for rol in (KM, Rol.KWALITEITSMEDEWERKER):
        client = visitor(people[rol])
        listed = get(client, _to(dossier, "vastleggen"))
        for group in by_process(rol):
            for soort in group.soorten:
                place = _to(dossier, f"vastleggen/{soort.name}")
                assert place in listed
                get(client, place)
                seen.add(soort.name)
    open_to_them = {
        name for name, soort in register().items()
        if not soort.system and {KM.value, Rol.KWALITEITSMEDEWERKER.value} & set(soort.roles)
    }  # fmt: skip
    assert seen == open_to_them - {"herstel"}


def test_a_word_narrows_the_list(people: Team, dossier: Dossier) -> None:
    client = visitor(people[KM])
    found = get(client, _to(dossier, "vastleggen") + "?soort=UITSLAG examen")
    assert "vastleggen/examen_behaald/" in found
    assert f"vastleggen/{NOTICE}/" not in found
    assert "Niets gevonden." in get(client, _to(dossier, "vastleggen") + "?soort=%3Cb%3E")


@pytest.mark.parametrize("soort", ["dossier_geopend", "bestaat_niet"])
def test_what_only_meedoen_writes_has_no_form(people: Team, dossier: Dossier, soort: str) -> None:
    get(visitor(people[KM]), _to(dossier, f"vastleggen/{soort}"), status=404)
    post(visitor(people[KM]), _to(dossier, f"vastleggen/{soort}"), status=404)


def test_what_is_told_stands_in_the_diary_and_in_the_facts(people: Team, dossier: Dossier) -> None:
    client = visitor(people[KM])
    form = get(client, _to(dossier, f"vastleggen/{NOTICE}"))
    typed = {**day("gebeurd_op", ON), "gezien": hidden(form, "gezien")}
    post(client, _to(dossier, f"vastleggen/{NOTICE}"), **typed)
    with as_actor(people[KM]):
        assert facts_of([dossier.pk], on=ON).facts.row()["kennisgeving_op"] == ON


def test_money_hours_answers_and_words_arrive_as_what_they_are(
    people: Team, dossier: Dossier
) -> None:
    client = visitor(people[KM])
    typed = {**day("gebeurd_op", ON), **day("bijstandsmaand", date(2026, 9, 1)), "gezien": "1"}
    money = {"huur": "€ 1.234,56", "water": "12", "besluit_noemt_bedrag": "nee"}
    post(client, _to(dossier, "vastleggen/maandbedragen_vastgesteld"), **typed, **money)
    lessons = {**day("gebeurd_op", ON), "cursusuren": "1.200", "gezien": "2"}
    post(client, _to(dossier, "vastleggen/lessen_gevolgd"), **lessons)
    with as_actor(people[KM]):
        row = facts_of([dossier.pk], on=ON).facts.row()
    assert (row["huur"], row["water"], row["besluit_noemt_bedrag"]) == (123456, 1200, False)
    assert row["cursusuren"] == 1200
    again = get(client, _to(dossier, "vastleggen/maandbedragen_vastgesteld"))
    assert "Nu staat er: € 1.234,56." in again
    assert "dat weten wij niet meer" in again


@pytest.mark.parametrize(
    ("soort", "typed", "message"),
    [
        ("maandbedragen_vastgesteld", {"huur": "12.50"}, "Schrijf het zo: 1.234,56"),
        ("maandbedragen_vastgesteld", {"huur": "-5"}, "Dit is geen bedrag"),
        ("lessen_gevolgd", {"cursusuren": "twaalf"}, "Vul een heel getal in"),
        ("lessen_gevolgd", {"cursusuren": "99999"}, "Dit kan van"),
        ("lessen_gevolgd", {}, "Vul ten minste één gegeven in."),
        ("examen_afgelegd", {"examenonderdeel": "zwemmen"}, "Kies iets uit de lijst."),
        ("lessen_gevolgd", {"alle_lessen_gevolgd": "misschien"}, "Kies iets uit de lijst."),
    ],
)
def test_what_cannot_be_is_told_at_its_field_and_kept(
    people: Team, dossier: Dossier, soort: str, typed: dict[str, str], message: str
) -> None:
    sent = {**day("gebeurd_op", ON), "gezien": "1", **typed}
    text = post(visitor(people[KM]), _to(dossier, f"vastleggen/{soort}"), status=400, **sent)
    assert message in text
    assert 'value="2026"' in text
    assert all(f'value="{value}"' in text for value in typed.values() if value[0] in "1-9t")
    assert not _rows(people, dossier, soort)


def test_nothing_happens_in_the_future(people: Team, dossier: Dossier) -> None:
    typed = day("gebeurd_op", date(2099, 1, 1))
    text = post(visitor(people[KM]), _to(dossier, f"vastleggen/{NOTICE}"), status=400, **typed)
    assert "Deze dag moet nog komen." in text
    text = post(visitor(people[KM]), _to(dossier, f"vastleggen/{NOTICE}"), status=400)
    assert "Vul de datum in." in text


def test_a_double_click_writes_once_and_two_notes_are_kept(people: Team, dossier: Dossier) -> None:
    client, place = visitor(people[KM]), _to(dossier, "contact")
    note = {"hoe": "telefoon", "notitie": "Belde over de les.", "gezien": "1"}
    post(client, place, **note)
    post(client, place, **note)
    assert len(_rows(people, dossier, "contact")) == 1
    post(client, place, **{**note, "notitie": "Belde nog eens."})
    post(client, place, **{**note, "gezien": "3"})  # a form made afterwards: said on purpose
    assert len(_rows(people, dossier, "contact")) == 3


def test_a_double_click_with_a_special_text_writes_once(people: Team, dossier: Dossier) -> None:
    client, place = visitor(people[KM]), _to(dossier, "vastleggen/contact")
    typed = {**day("gebeurd_op", ON), "vertrouwelijk": "niet bellen", "gezien": "1"}
    post(client, place, **typed)
    post(client, place, **typed)
    assert len(_rows(people, dossier, "contact")) == 1
    post(client, place, **{**typed, "vertrouwelijk": "wel bellen"})
    assert len(_rows(people, dossier, "contact")) == 2


def test_the_note_on_the_page_offers_the_words_that_the_form_takes(
    people: Team, dossier: Dossier
) -> None:
    text = get(visitor(people[KM]), _to(dossier, "tijdlijn"))
    assert all(f'<option value="{word}">{label}</option>' in text for word, label in HOE)
    assert hidden(text, "gezien") == "1"
    wrong = post(
        visitor(people[KM]), _to(dossier, "contact"), status=400, hoe="brief", met_wie="Ab"
    )
    assert "Schrijf in een paar woorden op waar het over ging." in wrong
    assert 'value="Ab"' in wrong


def test_another_role_has_no_field_for_special_texts(people: Team, dossier: Dossier) -> None:
    place = _to(dossier, "vastleggen/contact")
    assert 'name="vertrouwelijk"' in get(visitor(people[KM]), place)
    assert 'name="vertrouwelijk"' not in get(visitor(people[TL]), place)
    typed = {**day("gebeurd_op", ON), "notitie": "x", "vertrouwelijk": "toch", "gezien": "1"}
    post(visitor(people[TL]), place, **typed)
    assert "toch" not in get(visitor(people[KM]), _to(dossier, "tijdlijn"))


def _wrong_notice(people: Team, dossier: Dossier) -> str:
    with as_actor(people[KM]):
        record(dossier.pk, NOTICE, {"kennisgeving_op": date(2026, 9, 7)}, on=ON, at=later(1))
    return _to(dossier, "tijdlijn/2/herstel")


def test_a_correction_begins_with_what_was_told_and_counts_from_then_on(
    people: Team, dossier: Dossier
) -> None:
    client, place = visitor(people[KM]), _wrong_notice(people, dossier)
    form = get(client, place)
    assert f'value="{ON.day}"' in form
    typed = {**day("gebeurd_op", date(2026, 9, 10)), "gezien": hidden(form, "gezien")}
    post(client, place, **typed)
    post(client, place, **typed)  # a double click
    with as_actor(people[KM]):
        row = facts_of([dossier.pk], on=ON).facts.row()
        assert row["kennisgeving_op"] == date(2026, 9, 10)
    assert [each.herstelt for each in _rows(people, dossier, NOTICE)] == [None, 2]


def test_of_two_who_put_it_right_the_second_reads_what_the_first_did(
    people: Team, dossier: Dossier
) -> None:
    place = _wrong_notice(people, dossier)
    typed = {**day("gebeurd_op", date(2026, 9, 10)), "gezien": "2"}
    post(visitor(people[KM]), place, **typed)
    text = post(visitor(people[TL]), place, status=409, **{**typed, "gebeurd_op_dag": "11"})
    assert "is al hersteld door nummer 3" in text
    assert 'value="11"' in text
    assert len(_rows(people, dossier, NOTICE)) == 2


def test_what_did_not_happen_is_taken_back_with_a_reason(people: Team, dossier: Dossier) -> None:
    client = visitor(people[KM])
    _wrong_notice(people, dossier)
    place = _to(dossier, "tijdlijn/2/intrekken")
    assert "Vul dit in." in post(client, place, status=400, gezien="2")
    post(client, place, reden="Hoorde bij iemand anders.", gezien="2")
    with as_actor(people[KM]):
        assert "kennisgeving_op" not in facts_of([dossier.pk], on=ON).facts.row()
    assert "Hoorde bij iemand anders." in get(client, _to(dossier, "tijdlijn"))


def test_what_meedoen_wrote_itself_is_not_put_right_here(people: Team, dossier: Dossier) -> None:
    client = visitor(people[KM])
    for place in ("tijdlijn/1/herstel", "tijdlijn/1/intrekken", "tijdlijn/77/herstel"):
        get(client, _to(dossier, place), status=404)
        post(client, _to(dossier, place), status=404, reden="x", gezien="1")


def test_who_cannot_read_all_of_it_does_not_put_it_right(people: Team, dossier: Dossier) -> None:
    with as_actor(people[KM]):
        told = {"notitie": "n", "vertrouwelijk": "v"}
        record(dossier.pk, "contact", told, on=ON, at=later(1))
    get(visitor(people[KM]), _to(dossier, "tijdlijn/2/herstel"))
    get(visitor(people[TL]), _to(dossier, "tijdlijn/2/herstel"), status=404)
