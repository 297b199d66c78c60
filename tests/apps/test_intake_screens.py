"""The screens of the talk: in any order, saved per section, and nothing typed is lost."""

from typing import Any

import pytest
from django.test import Client
from tests.apps.browsing import day, get, hidden, post
from tests.apps.visitor import few_queries, visitor
from tests.dossier.makers import HIER, ON, Team, dossier_for, team

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.models import Dossier, Gebeurtenis
from meedoen.intake.gesprek import kader_for
from meedoen.intake.models import Antwoord, Startpositie

pytestmark = pytest.mark.usefixtures("db")
KM, TL = Rol.KLANTMANAGER, Rol.TEAMLEIDER
HOW = {**day("op", ON), "bron": "inburgeraar"}


@pytest.fixture
def people() -> Team:
    return team(HIER)


@pytest.fixture
def dossier(people: Team) -> Dossier:
    return dossier_for(people[KM])


@pytest.fixture
def client(people: Team) -> Client:
    return visitor(people[KM])


def at(dossier: Dossier, place: str) -> str:
    return f"/intake/dossier/{dossier.pk}/{place}/"


def fill(client: Client, dossier: Dossier, section: str, status: Any = 302, **typed: str) -> str:
    """Open a section, fill it in and save it."""
    address = at(dossier, f"gesprek/{section}")
    seen = {"gezien": hidden(get(client, address), "gezien")}
    return post(client, address, status=status, **(HOW | seen | typed))


def test_the_overview_says_what_is_known_and_what_is_not(client: Client, dossier: Dossier) -> None:
    fill(client, dossier, "talen", nederlands_lezen="A1", genoeg_talen="on")
    with few_queries():
        text = get(client, at(dossier, "gesprek"))
    assert "1 van 5" in text
    assert "Hoe dit gesprek gaat" in text
    assert "voorstel van Meedoen" in text
    assert "klantmanager van 9999" in text


def test_a_section_shows_what_is_known_with_its_source(client: Client, dossier: Dossier) -> None:
    fill(client, dossier, "opleiding", jaren_school="9", richting="Naaien")
    with few_queries():
        text = get(client, at(dossier, "gesprek/opleiding"))
    assert 'value="9"' in text
    assert "Opgeschreven door" in text
    assert "Naaien" in get(client, at(dossier, "gesprek/opleiding/eerder"))


def test_saving_goes_on_to_the_next_section(client: Client, dossier: Dossier) -> None:
    address = at(dossier, "gesprek/talen")
    answer = client.post(address, HOW | {"nederlands_lezen": "A1", "verder": "ja"})
    assert answer["Location"] == at(dossier, "gesprek/opleiding")
    answer = client.post(address, HOW | {"nederlands_lezen": "A2", "gezien": "9"})
    assert answer["Location"] == at(dossier, "gesprek")


def test_languages_are_kept_with_their_skills(client: Client, dossier: Dossier) -> None:
    told = {"andere_talen_taal1": "Tigrinya", "andere_talen_lezen1": "goed"}
    fill(client, dossier, "talen", **told)
    assert "Tigrinya (lezen goed)" in get(client, at(dossier, "startpositie"))
    wrong = fill(client, dossier, "talen", 400, andere_talen_lezen2="goed")
    assert "Schrijf ook de naam van de taal op" in wrong


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"jaren_school": "negen"}, "Vul een heel getal in"),
        ({"jaren_school": "99"}, "van 0 tot en met 30"),
        ({"jaren_school": "9", "jaren_school_wil_niet": "on"}, "een antwoord, of dat iemand"),
        ({"hoogste_opleiding": "mavo"}, "Kies iets uit de lijst"),
        (day("waardering_op", ON.replace(year=2027)), "na de dag waarop"),
        (day("op", ON.replace(year=2099)), "moet nog komen"),
        (day("waardering_op", ON) | {"waardering_op_maand": "13"}, "bestaat niet"),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_stays(
    client: Client, dossier: Dossier, typed: dict[str, str], words: str
) -> None:
    text = fill(client, dossier, "opleiding", 400, richting="Naaien", **typed)
    assert words in text
    assert "Naaien" in text
    assert "Fout:" in text


def test_who_would_not_say_was_asked(client: Client, dossier: Dossier) -> None:
    fill(client, dossier, "geld", schulden="~wil niet zeggen", komt_rond="net")
    fill(client, dossier, "netwerk", kent_hier="~wil niet zeggen")
    assert "wil dit niet zeggen" in get(client, at(dossier, "gesprek/geld/eerder"))
    assert "wil dit niet zeggen" in get(client, at(dossier, "startpositie"))
    both = client.post(
        at(dossier, "gesprek/netwerk"), HOW | {"kent_hier": ["familie", "~wil niet zeggen"]}
    )
    assert both.status_code == 400


def test_of_two_in_one_section_both_texts_stay(
    people: Team, client: Client, dossier: Dossier
) -> None:
    chief = visitor(people[TL])
    address = at(dossier, "gesprek/opleiding")
    seen = hidden(get(client, address), "gezien")
    assert "heeft dit onderdeel ook open" in get(chief, address)
    fill(chief, dossier, "opleiding", richting="Lassen")
    mine = HOW | {"gezien": seen, "richting": "Naaien"}
    text = post(client, address, status=409, **mine)
    assert "Lassen" in text
    assert "Naaien" in text
    assert "teamleider van 9999" in text
    post(client, address, **(mine | {"gezien": hidden(text, "gezien")}))
    history = get(client, f"{address}eerder/")
    assert "Lassen" in history
    assert "Naaien" in history


def test_an_open_page_hears_of_the_other(people: Team, client: Client, dossier: Dossier) -> None:
    address = at(dossier, "gesprek/talen/wie")
    get(visitor(people[TL]), at(dossier, "gesprek/talen"))
    told = client.post(address).json()["hier"]
    assert len(told) == 1
    assert told[0].startswith("teamleider van 9999 heeft dit onderdeel ook open, sinds")
    fill(visitor(people[TL]), dossier, "talen", nederlands_lezen="A1")
    assert client.post(address).json()["hier"] == []


def test_sent_twice_is_kept_once(people: Team, client: Client, dossier: Dossier) -> None:
    address = at(dossier, "gesprek/talen")
    typed = HOW | {"gezien": hidden(get(client, address), "gezien"), "nederlands_lezen": "A1"}
    post(client, address, **typed)
    post(client, address, **typed)
    with as_actor(people[KM]):
        assert Gebeurtenis.objects.filter(soort="intake_besproken").count() == 1


def test_without_a_session_nothing_is_kept_and_one_is_told(dossier: Dossier) -> None:
    """The page itself keeps what was typed: tests/browser/test_session_end.py."""
    answer = Client().post(at(dossier, "gesprek/talen"), HOW | {"nederlands_lezen": "A1"})
    assert answer["Location"].startswith("/inloggen/")


def test_health_is_for_who_may_see_it(people: Team, client: Client, dossier: Dossier) -> None:
    fill(client, dossier, "gezondheid", gezondheid_nodig="Een lokaal zonder trap")
    assert "zonder trap" in get(client, at(dossier, "gesprek/gezondheid"))
    chief = visitor(people[TL])
    for place in ("gesprek", "gesprek/gezondheid", "gesprek/gezondheid/eerder", "startpositie"):
        assert "zonder trap" not in get(chief, at(dossier, place))
    assert "afgeschermd" in get(chief, at(dossier, "gesprek"))
    assert "zonder trap" not in get(client, at(dossier, "startpositie"))
    assert "zonder trap" not in get(client, f"/dossiers/{dossier.pk}/tijdlijn/")


def test_closing_asks_why_and_freezes_the_start(
    people: Team, client: Client, dossier: Dossier
) -> None:
    fill(client, dossier, "talen", nederlands_lezen="A1")
    with few_queries():
        assert "Er ontbreekt nog iets" in get(client, at(dossier, "afronden"))
    assert "Schrijf op waarom" in post(client, at(dossier, "afronden"), status=400, reden=" ")
    post(client, at(dossier, "afronden"), reden="De les begint morgen.")
    fill(client, dossier, "talen", nederlands_lezen="A2")
    with few_queries():
        start = get(client, at(dossier, "startpositie"))
    assert "A1: " not in start  # the words of a scale, not its anchor
    assert ">A1<" in start
    assert ">A2<" not in start
    assert client.get(at(dossier, "afronden"))["Location"] == at(dossier, "startpositie")
    with as_actor(people[KM]):
        assert Startpositie.objects.filter(dossier=dossier).count() == 1
    assert "De les begint morgen." in get(client, f"/dossiers/{dossier.pk}/tijdlijn/")


def test_a_section_that_is_not_there(client: Client, dossier: Dossier) -> None:
    get(client, at(dossier, "gesprek/horoscoop"), status=404)
    assert client.post(at(dossier, "gesprek/horoscoop/wie")).status_code == 404


def test_the_copy_of_avg_15_holds_every_answer(
    people: Team, client: Client, dossier: Dossier
) -> None:
    from meedoen.intake.inzage import part

    fill(client, dossier, "opleiding", richting="Naaien")
    with as_actor(people[Rol.KWALITEITSMEDEWERKER]):
        assert Antwoord.objects.filter(dossier=dossier).exists()
        last = Gebeurtenis.objects.latest("nummer").vastgelegd_at
        told = part(dossier, last)["regels"]
    assert told[0][0] == {"wat": "Wat leerde u daar?", "waarde": "Naaien", "grond": ""}


@pytest.mark.brief("L45")
def test_one_page_to_give_holds_language_work_money_and_home(
    client: Client, dossier: Dossier
) -> None:
    """What colleagues of work, income and care need stands together; not what is special."""
    said = {
        "talen": {"nederlands_lezen": "A1"},
        "werkervaring": {"laatste_werk": "Naaister"},
        "geld": {"komt_rond": "net"},
        "netwerk": {"kent_hier": "familie"},
    }
    for section, answers in said.items():
        assert client.post(at(dossier, f"gesprek/{section}"), HOW | answers).status_code == 302
    text = get(client, at(dossier, "startpositie"))
    for section in said:
        label = kader_for(dossier, ON).onderdeel(section)
        assert label is not None
        assert label.label in text
    for answer in ("A1", "Naaister", "Net", "familie"):
        assert answer in text
    assert "Hoe het met u gaat" not in text


def test_a_question_stands_beside_the_language_of_the_newcomer(
    client: Client, dossier: Dossier
) -> None:
    plain = get(client, at(dossier, "gesprek/gesprek"))
    assert "vraag-naast" not in plain
    with few_queries():
        text = get(client, at(dossier, "gesprek/gesprek") + "?taal=ar")
    assert "هل تفهم المترجم جيداً؟" in text
    assert "Verstaat u de tolk goed?" in text
    assert 'lang="ar" dir="rtl"' in text
    assert "nog niet nagelezen" in text
    assert "gesprek/lezen_en_schrijven/?taal=ar" in text
    assert "vraag-naast" not in get(client, at(dossier, "gesprek/gesprek") + "?taal=xx")


def test_the_language_stays_when_a_section_is_saved(client: Client, dossier: Dossier) -> None:
    address = at(dossier, "gesprek/talen") + "?taal=ti"
    seen = {"gezien": hidden(get(client, address), "gezien")}
    answer = client.post(address, HOW | seen | {"nederlands_lezen": "A1"})
    assert answer["Location"].endswith("/gesprek/?taal=ti")


def test_an_own_question_is_said_not_to_be_translated(client: Client, dossier: Dossier) -> None:
    text = get(client, at(dossier, "gesprek/netwerk") + "?taal=en")
    assert "Deze vraag van uw gemeente is niet vertaald." in text


@pytest.mark.parametrize("taal", ["ar", "ti", "uk"])
def test_the_questions_go_on_paper(client: Client, taal: str) -> None:
    answer = client.get(f"/intake/vragen/{taal}/vragen.pdf")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    assert client.get("/intake/vragen/xx/vragen.pdf").status_code == 404
