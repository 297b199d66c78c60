"""Inzage: a copy of all that is known of one person, and of nobody else, safely handed over."""

import hashlib
import json
from datetime import date
from typing import Any

import pytest
from tests.apps.browsing import few_queries, get, post
from tests.apps.filled import filled_dossier, safe_dossier
from tests.apps.visitor import visitor
from tests.dossier.makers import BSN, HIER, ON, Team, dossier_for, later, team

from meedoen.accounts.actor import Actor
from meedoen.accounts.roles import RECHTEN, Recht, Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions import circumstances
from meedoen.dossier.actions.diary import record
from meedoen.dossier.actions.restriction import restrict
from meedoen.dossier.inzage_term import last_day_for
from meedoen.dossier.models import Adres, Beperking, Dossier, Gebeurtenis
from meedoen.law.loader import load_law
from meedoen.law.register import register
from meedoen.logboek.actions import write_look
from meedoen.logboek.looks import Look

pytestmark = pytest.mark.usefixtures("db")

KM, TL, JURIST, KWALITEIT = Rol.KLANTMANAGER, Rol.TEAMLEIDER, Rol.JURIST, Rol.KWALITEITSMEDEWERKER
NOTE = {"hoe": "telefoon", "notitie": "Belde over de les.", "vertrouwelijk": "slaapt slecht"}
TOP = {
    "vorm", "gemaakt", "persoon", "eerder", "adressen", "gezin", "veilig_contact",
    "vertegenwoordigers", "afwezig", "bewijzen", "feiten", "tijdlijn", "brieven", "documenten",
    "afspraken", "toezeggingen", "uitgesteld", "onderdelen", "bewaren",
    "verwerkingen", "gekeken",
}  # fmt: skip
KEYS = {
    "adressen": {"soort", "straat", "postcode", "plaats", "afgeschermd", "van", "tot"},
    "gezin": {"rol", "van", "tot"},
    "vertegenwoordigers": {"soort", "waarover", "van", "tot"},
    "afwezig": {"van", "tot"},
    "bewijzen": {"soort", "geldig_tot", "gezien_op"},
    "feiten": {"wat", "waarde", "artikel", "bron", "verteld_in"},
    "tijdlijn": {
        "nummer", "wat", "dag", "vastgelegd", "bron", "verteld", "weggelaten", "hersteld_in",
    },
    "verwerkingen": {"titel", "doel", "grond", "gegevens", "ontvangers", "bewaren", "bijzonder"},
    "gekeken": {"moment", "rol", "waarvoor", "doel", "vorm"},
}  # fmt: skip


@pytest.fixture
def people() -> Team:
    return team(HIER)


@pytest.fixture
def dossier(people: Team) -> Dossier:
    made = filled_dossier(people[KM])
    with as_actor(people[KM]):
        record(made.pk, "contact", NOTE, on=ON, at=later(5))
        record(made.pk, "ingeschreven", {"gehuisvest": True}, on=ON, at=later(5))
    look = Look(people[TL], HIER, "dossiervoering", "zien wie iemand is", later(6))
    look.show(made.persoon_id)
    with as_actor(people[TL]):
        write_look(look)
    return made


def _at(dossier: Dossier, rest: str = "") -> str:
    return f"/dossiers/{dossier.pk}/inzage/{rest}"


def _step(actor: Actor, dossier: Dossier, stap: str, *, status: Any = 302, **typed: str) -> str:
    return post(visitor(actor), _at(dossier, f"{stap}/"), status=status, **typed)


def _made(people: Team, dossier: Dossier, **typed: str) -> dict[str, Any]:
    """Ask for a copy, make it, and read the file."""
    actor = people[KWALITEIT]
    _step(actor, dossier, "vragen", hoe="aan de balie, met paspoort")
    _step(actor, dossier, "maken", status=302, **typed)
    answer = visitor(actor).get(_at(dossier, "kopie.json"))
    assert answer["Content-Type"] == "application/json"
    return dict(json.loads(answer.content))


def test_the_file_has_the_documented_keys_and_all_of_the_person(
    people: Team, dossier: Dossier
) -> None:
    copy = _made(people, dossier)
    assert set(copy) == TOP
    for name, keys in KEYS.items():
        assert copy[name], name
        assert {frozenset(row) for row in copy[name]} == {frozenset(keys)}, name
    assert copy["persoon"]["bsn"] == BSN
    assert copy["persoon"]["eigen_schrift"] == "ሰላም ተስፋይ"
    assert copy["adressen"][0]["straat"] == "Lindelaan 1"
    assert [(x["rol"], x["waarvoor"]) for x in copy["gekeken"]][-1] == (
        "teamleider",
        "zien wie iemand is",
    )
    (note,) = (line for line in copy["tijdlijn"] if line["wat"] == register()["contact"].label)
    told = {each["waarde"]: each["grond"] for each in note["verteld"]}
    assert told["Belde over de les."] == ""
    assert told["slaapt slecht"] == "Wi 37"


def test_nothing_of_others_is_in_it(people: Team, dossier: Dossier) -> None:
    copy = json.dumps(_made(people, dossier), ensure_ascii=False)
    page = get(visitor(people[KWALITEIT]), _at(dossier, "kopie/")).partition("<main")[2]
    for text in (copy, page):
        assert "Noor" not in text  # the child
        assert "Bewind BV" not in text
        assert "van 9999" not in text  # officials are called after role and town
        assert "bewindvoerder" in text
        assert "slaapt slecht" in text


def test_the_page_reads_and_says_where_to_complain(people: Team, dossier: Dossier) -> None:
    _made(people, dossier)
    client = visitor(people[KWALITEIT])
    with few_queries():
        get(client, _at(dossier))
    text = get(client, _at(dossier, "kopie/"))
    for words in ("AVG 16", "Autoriteit Persoonsgegevens", "Wie keek in uw dossier", "Lindelaan 1"):
        assert words in text


def test_a_secret_address_and_safe_contact_are_not_on_paper(people: Team) -> None:
    made = dossier_for(people[KM], "Hadas Berhe")
    where = {"straat": "Schuilpad 7", "postcode": "9999 XX", "plaats": "Elders"}
    with as_actor(people[KM]):
        circumstances.move(made.pk, Adres.Soort.GEHEIM, where, on=ON, at=later(1))
    copy = _made(people, made)
    assert "Schuilpad" not in json.dumps(copy)
    assert copy["adressen"][0]["afgeschermd"] is True
    assert "vraag ernaar" in get(visitor(people[KWALITEIT]), _at(made, "kopie/")).lower()


def test_a_line_about_another_can_be_left_out(people: Team, dossier: Dossier) -> None:
    with as_actor(people[KM]):
        nummer = Gebeurtenis.objects.get(dossier=dossier, soort="contact").nummer
    copy = _made(people, dossier, weggelaten=f"{nummer}")
    (line,) = (each for each in copy["tijdlijn"] if each["nummer"] == nummer)
    assert (line["verteld"], line["weggelaten"]) == ([], True)
    assert "slaapt slecht" not in json.dumps(copy)
    again = _step(people[KWALITEIT], dossier, "maken", status=400, weggelaten="vier")
    assert "Schrijf alleen nummers op." in again
    assert "Kijk ze na." in _step(people[KWALITEIT], dossier, "maken", status=409, weggelaten="999")


def test_what_was_handed_over_can_be_recognised(people: Team, dossier: Dossier) -> None:
    _made(people, dossier)
    file = visitor(people[KWALITEIT]).get(_at(dossier, "kopie.json")).content
    _step(people[KWALITEIT], dossier, "geven", hoe="op papier, in de hand")
    code = hashlib.sha256(file).hexdigest()
    assert code in get(visitor(people[KWALITEIT]), _at(dossier))
    with as_actor(people[KM]):
        rows = Gebeurtenis.objects.filter(dossier=dossier).order_by("-nummer")
        assert rows[0].soort == "inzage_gegeven"
    get(visitor(people[KWALITEIT]), _at(dossier, "kopie/"), status=404)  # the request is answered


def test_under_safe_contact_two_people_look(people: Team) -> None:
    made, actor = safe_dossier(people[KM]), people[KWALITEIT]
    _step(actor, made, "vragen", hoe="gebeld op het afgesproken nummer")
    assert "Eerst kijkt een collega mee" in get(visitor(actor), _at(made))
    assert "Laat eerst een collega nakijken" in _step(actor, made, "maken", status=409)
    get(visitor(actor), _at(made, "kopie/"), status=404)
    _step(actor, made, "nakijken", hoe="op kantoor")
    _step(actor, made, "maken", status=403)  # not by the one who looked it over
    _step(people[JURIST], made, "nakijken", hoe="op kantoor, in de hand")
    _step(actor, made, "maken")
    assert "staat niet op papier" in get(visitor(actor), _at(made, "kopie/"))
    _step(actor, made, "geven", hoe="op kantoor")


def test_a_restriction_does_not_stop_it(people: Team, dossier: Dossier) -> None:
    with as_actor(people[JURIST]):
        restrict(dossier.pk, Beperking.Grond.BEZWAAR, "bezwaar", on=ON, at=later(9))
    assert _made(people, dossier)["persoon"]["bsn"] == BSN


def test_steps_out_of_order_are_told(people: Team, dossier: Dossier) -> None:
    actor = people[KWALITEIT]
    assert "geen vraag om inzage" in _step(actor, dossier, "geven", status=409, hoe="x")
    _step(actor, dossier, "vragen", hoe="per brief")
    assert "Er is al een vraag" in _step(actor, dossier, "vragen", status=409, hoe="per brief")
    assert "Maak eerst de kopie." in _step(actor, dossier, "geven", status=409, hoe="x")
    _step(actor, dossier, "maken")
    assert "Schrijf op hoe de persoon" in _step(actor, dossier, "geven", status=400)
    _step(actor, dossier, "verzinnen", status=404)


@pytest.mark.parametrize(
    ("asked", "last"),
    [
        (date(2026, 9, 14), date(2026, 10, 14)),
        (date(2026, 1, 31), date(2026, 2, 28)),
        (date(2026, 12, 31), date(2027, 1, 31)),
    ],
)
def test_it_must_be_given_within_a_month(asked: date, last: date) -> None:
    assert last_day_for(asked, load_law()) == last


def test_who_may_give_and_who_may_look_over(people: Team, dossier: Dossier) -> None:
    assert [rol for rol in Rol if Recht.INZAGE_GEVEN in RECHTEN[rol]] == [KWALITEIT]
    _step(people[KWALITEIT], dossier, "vragen", hoe="per brief")
    _step(people[KM], dossier, "maken", status=403)
    _step(people[TL], dossier, "maken", status=403)
    get(visitor(people[TL]), _at(dossier))
    get(visitor(people[KM]), _at(dossier), status=403)
    get(visitor(people[JURIST]), _at(dossier, "kopie/"), status=403)


def test_the_door_to_special_texts_is_shut_until_it_is_asked(
    people: Team, dossier: Dossier
) -> None:
    from django.db import connection

    def asked(rol: Rol) -> int:
        with as_actor(people[rol]), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM dossier_bijzonder_voor_inzage(%s)", [dossier.pk])
            return int(cursor.fetchone()[0])

    assert asked(KWALITEIT) == 0
    _step(people[KWALITEIT], dossier, "vragen", hoe="per brief")
    assert (asked(KWALITEIT), asked(TL), asked(JURIST)) == (1, 0, 0)
