"""A notice of DUO as a file: read strictly, taken in once, in the right dossier."""

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.apps.browsing import few_queries, get
from tests.apps.notices import EXAMPLE, REMOVED, as_file, content
from tests.apps.visitor import visitor
from tests.dossier.makers import AT, BSN, ELDERS, HIER, ON, Team, dossier_for, later, team

from meedoen.accounts.actor import Actor
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.config.voorbeeld import __file__ as demo_folder
from meedoen.dossier.actions.notice import Received, receive_notice
from meedoen.dossier.actions.people import change_person
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import Dossier, Gebeurtenis
from meedoen.dossier.notice import MOST_BYTES, NoticeError, read_notice
from meedoen.law.loader import law_for
from meedoen.law.register import RegisterError
from meedoen.rules.choices import Doelgroep, Verblijfsrecht
from meedoen.rules.persoonlijk_plan import uiterste_dag_zonder_derde

ADDRESS = "/dossiers/bericht/"


@pytest.fixture
def people(db: None) -> Team:
    return team(HIER, Rol.KLANTMANAGER, Rol.TEAMLEIDER, Rol.FINANCIEEL)


def _receive(actor: Actor, **changes: Any) -> Received:
    notice = read_notice(content(**changes), today=ON)
    with as_actor(actor):
        return receive_notice(
            actor.gemeenten[0], notice, on=ON, at=AT, klantmanager=actor.medewerker_id
        )


def _wrong(raw: bytes) -> dict[str, str]:
    with pytest.raises(NoticeError) as refused:
        read_notice(raw, today=ON)
    return refused.value.fields


def test_the_examples_can_be_read() -> None:
    demo = Path(demo_folder).parent / "berichten" / "inburgeringsplicht_vastgesteld.json"
    for file in (EXAMPLE, demo):
        found = read_notice(file.read_bytes(), today=ON)
        assert found.verblijfsrecht is Verblijfsrecht.ASIEL
        assert found.ingeschreven_op == date(2026, 9, 14)


@pytest.mark.parametrize(
    ("changes", "field", "says"),
    [
        ({"kleur": "rood"}, "kleur", "kennen wij niet"),
        ({"doelgroep": REMOVED}, "doelgroep", "ontbreekt"),
        ({"doelgroep": None}, "doelgroep", "leeg"),
        ({"doelgroep": "vluchteling"}, "doelgroep", "asielstatushouder"),
        ({"soort": "iets_anders"}, "soort", "nog niet lezen"),
        ({"bericht_id": "a b"}, "bericht_id", "kenmerk"),
        ({"bericht_id": 12}, "bericht_id", "tekst"),
        ({"bsn": "999990018"}, "bsn", "bestaat niet"),
        ({"bsn": REMOVED, "vnummer": REMOVED}, "bsn", "BSN of een V-nummer"),
        ({"vnummer": "12345678901"}, "vnummer", "10 cijfers"),
        ({"naam": "Selam Tesfay"}, "naam", "in delen"),
        ({"naam": {}}, "naam.geslachtsnaam", "Vul een naam in"),
        ({"naam": {"geslachtsnaam": 3}}, "naam.geslachtsnaam", "tekst"),
        ({"naam": {"achternaam": "x", "voornamen": "y"}}, "naam.achternaam", "kennen wij niet"),
        ({"geboortedatum": "31-02-1991"}, "geboortedatum", "bestaat niet"),
        ({"kennisgeving_op": "2026-09-15"}, "kennisgeving_op", "moet nog komen"),
        ({"kennisgeving_op": "11-05-2026"}, "kennisgeving_op", "2026-09-14"),
        ({"ingeschreven_op": "2026-02-30"}, "ingeschreven_op", "geen dag"),
        ({"ingeschreven_op": 20260914}, "ingeschreven_op", "tekst"),
        ({"\ud800": 1}, "?", "kennen wij niet"),
    ],
)
def test_what_is_wrong_is_told_per_field(changes: dict[str, Any], field: str, says: str) -> None:
    assert says in _wrong(content(**changes))[field]


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"  \n",
        b"[]",
        b"geen json",
        b"\xff\xfe",
        b"[" * 50_000,
        b'{"bsn": ' + b"9" * 10_000 + b"}",
        b" " * (MOST_BYTES + 1),
    ],
)
def test_what_is_no_notice_is_refused_as_a_whole(raw: bytes) -> None:
    assert set(_wrong(raw)) == {""}


def test_a_field_that_stands_there_twice_is_refused() -> None:
    raw = content().replace(b'"bsn"', b'"bsn": "999990020", "bsn"', 1)
    assert "twee keer" in _wrong(raw)["bsn"]


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode()))
def test_no_file_breaks_the_reader(raw: bytes) -> None:
    assert _wrong(raw)


@given(
    st.dictionaries(
        st.sampled_from(["bsn", "naam", "doelgroep", "kennisgeving_op", "bericht_id", "vnummer"]),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=20),
            lambda each: st.lists(each, max_size=3) | st.dictionaries(st.text(max_size=9), each),
            max_leaves=6,
        ),
        min_size=1,
    )
)
def test_no_value_breaks_the_reader(changes: dict[str, Any]) -> None:
    with suppress(NoticeError):  # any other error is ours
        assert read_notice(content(**changes), today=ON).bericht_id


def test_it_opens_a_dossier_in_which_the_ten_weeks_are_known(people: Team) -> None:
    done = _receive(people[Rol.KLANTMANAGER])
    assert (done.new, done.written, done.other) == (True, True, ())
    with as_actor(people[Rol.KLANTMANAGER]):
        dossier = Dossier.objects.select_related("persoon").get(pk=done.dossier.pk)
        facts = facts_of([dossier.pk], on=ON).facts
        told = Gebeurtenis.objects.filter(dossier=dossier).order_by("nummer")
        soorten = list(told.values_list("soort", flat=True))
    assert dossier.persoon is not None
    assert dossier.persoon.naam.volledig == "Selam Tesfay"
    assert dossier.persoon.vnummer == "0099990001"
    assert soorten == [
        "dossier_geopend",
        "persoonsgegevens_ontvangen",
        "kennisgeving_ontvangen",
        "ingeschreven",
    ]
    assert facts.row()["doelgroep"] is Doelgroep.ASIELSTATUSHOUDER
    # R04.03b: notice before the registration, so ten weeks from 14 September
    last = uiterste_dag_zonder_derde(facts, law_for("wi2021", HIER)).value.plain()
    assert last == date(2026, 11, 23)


def test_the_same_notice_twice_gives_one_dossier_and_writes_nothing(people: Team) -> None:
    first = _receive(people[Rol.KLANTMANAGER])
    again = _receive(people[Rol.KLANTMANAGER])
    assert (again.new, again.written) == (False, False)
    assert again.dossier.pk == first.dossier.pk
    assert again.dossier.laatste_nummer == first.dossier.laatste_nummer


def test_a_second_notice_goes_into_the_dossier_that_is_there(people: Team) -> None:
    known = dossier_for(people[Rol.KLANTMANAGER], "Selam Tesfai", BSN)
    done = _receive(people[Rol.KLANTMANAGER], geboortedatum="1992-00-00", vnummer=REMOVED)
    assert (done.new, done.written) == (False, True)
    assert done.dossier.pk == known.pk
    assert done.other == ("de naam", "de geboortedatum")


def test_numbers_of_two_people_are_refused(people: Team) -> None:
    actor = people[Rol.KLANTMANAGER]
    one, two = dossier_for(actor, "Selam Tesfay", BSN), dossier_for(actor, "Omar Haddad")
    with as_actor(actor):
        change_person(two.pk, {"vnummer": "0099990001"}, versie=1, on=ON, at=later(1))
    text = _post(people[Rol.KLANTMANAGER], content(), status=400)
    assert one.nummer in text
    assert two.nummer in text


def test_what_contradicts_itself_is_refused_and_nothing_is_kept(people: Team) -> None:
    with pytest.raises(RegisterError) as refused:
        _receive(people[Rol.KLANTMANAGER], plicht_begon_op="2026-06-01")
    assert set(refused.value.fields) == {"plicht_begon_op"}
    with as_actor(people[Rol.KLANTMANAGER]):
        assert not Dossier.objects.exists()


def test_another_municipality_has_its_own_dossier(people: Team) -> None:
    _receive(people[Rol.KLANTMANAGER])
    elders = team(ELDERS, Rol.KLANTMANAGER)
    done = _receive(elders[Rol.KLANTMANAGER])
    assert done.new
    assert done.dossier.gemeente_id == ELDERS


def test_the_screen_takes_it_in(people: Team) -> None:
    client = visitor(people[Rol.KLANTMANAGER])
    with few_queries():
        get(client, ADDRESS)
    answer = client.post(ADDRESS, {"bestand": as_file(content()), "voor_mij": "on"})
    assert answer.status_code == 302
    page = get(client, answer["Location"])
    assert "Het dossier is geopend" in page
    assert "Selam Tesfay" in page
    answer = client.post(ADDRESS, {"bestand": as_file(content())}, follow=True)
    assert "was al verwerkt" in answer.content.decode()


def test_the_screen_tells_what_is_wrong(people: Team) -> None:
    text = _post(people[Rol.KLANTMANAGER], content(doelgroep="x", kleur="<b>"), status=400)
    assert "Er is niets vastgelegd" in text
    assert "<code>doelgroep</code>" in text
    assert "Kies eerst een bestand" in _post(people[Rol.KLANTMANAGER], None, status=400)


def test_whoever_may_be_known_is_shown_first(people: Team) -> None:
    actor = people[Rol.KLANTMANAGER]
    known = dossier_for(actor, "Selam Tesfai")
    text = _post(actor, content(), status=409)
    assert f"/dossiers/{known.pk}/" in text
    assert "Er is nog niets vastgelegd" in text
    _post(actor, content(), status=302, iemand_anders="on")


def test_a_dossier_of_a_colleague_stays_closed(people: Team) -> None:
    known = dossier_for(people[Rol.TEAMLEIDER], "Selam Tesfay", BSN)
    text = _post(people[Rol.KLANTMANAGER], content(), status=409)
    assert known.nummer in text
    assert "Geef het bericht aan die collega" in text
    assert "Tesfay" not in text


def test_a_role_without_cases_may_not(people: Team) -> None:
    client = visitor(people[Rol.FINANCIEEL])
    assert client.get(ADDRESS).status_code == 403


def _post(actor: Actor, raw: bytes | None, *, status: int, **typed: str) -> str:
    file = {} if raw is None else {"bestand": as_file(raw)}
    answer = visitor(actor).post(ADDRESS, {**file, **typed})
    text = str(answer.content.decode())
    assert answer.status_code == status, text[:3000]
    return text
