"""The Tijdlijn: what happened, what was known on another day, and why a rule says what it says."""

from datetime import date, timedelta

import pytest
from django.test import Client
from tests.apps.browsing import day, few_queries, get
from tests.apps.visitor import visitor
from tests.dossier.makers import ELDERS, HIER, ON, Team, dossier_for, later, team

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.diary import Content, append, lock, record
from meedoen.dossier.diary_lines import PAGE
from meedoen.dossier.models import Dossier
from meedoen.law.citation import in_full

pytestmark = pytest.mark.usefixtures("db")

KM, TL = Rol.KLANTMANAGER, Rol.TEAMLEIDER
WRONG, RIGHT = date(2026, 9, 7), date(2026, 9, 8)
INTIME = "praat liever niet met een man"


@pytest.fixture
def people() -> Team:
    return team(HIER)


@pytest.fixture
def dossier(people: Team) -> Dossier:
    return dossier_for(people[KM])


def _notice(dossier: Dossier, on: date, *, minutes: int, herstelt: int | None = None) -> None:
    told = {"kennisgeving_op": on}
    at = later(minutes)
    record(dossier.pk, "kennisgeving_ontvangen", told, on=ON, at=at, herstelt=herstelt)


def _tijdlijn(dossier: Dossier) -> str:
    return f"/dossiers/{dossier.pk}/tijdlijn/"


def test_a_line_says_what_happened_who_told_it_and_when(people: Team, dossier: Dossier) -> None:
    with as_actor(people[KM]):
        _notice(dossier, WRONG, minutes=1)
    text = get(visitor(people[KM]), _tijdlijn(dossier))
    assert "7 september 2026" in text
    assert people[KM].naam in text
    assert 'id="nr-2"' in text
    assert text.index('id="nr-2"') < text.index('id="nr-1"')


def test_what_was_put_right_is_struck_through_and_points_on(people: Team, dossier: Dossier) -> None:
    with as_actor(people[KM]):
        _notice(dossier, WRONG, minutes=1)
        _notice(dossier, RIGHT, minutes=2, herstelt=2)
    text = get(visitor(people[KM]), _tijdlijn(dossier))
    assert "<s>" in text
    assert "Telt niet meer mee." in text
    assert f"/dossiers/{dossier.pk}/tijdlijn/2/herstel/" not in text
    assert f"/dossiers/{dossier.pk}/tijdlijn/3/herstel/" in text


def test_special_texts_are_for_who_may_read_them(people: Team, dossier: Dossier) -> None:
    with as_actor(people[KM]):
        told = {"notitie": "Belde over de les.", "vertrouwelijk": INTIME}
        record(dossier.pk, "contact", told, on=ON, at=later(1))
    assert INTIME in get(visitor(people[KM]), _tijdlijn(dossier))
    for rol in (TL, Rol.JURIST, Rol.KWALITEITSMEDEWERKER):
        text = get(visitor(people[rol]), _tijdlijn(dossier))
        assert INTIME not in text
        assert "Afgeschermd. U ziet deze tekst niet met uw rol." in text
        assert "Belde over de les." in text


def test_what_a_newer_version_wrote_is_still_shown(
    people: Team, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    from meedoen.dossier import diary_lines
    from meedoen.law.register import register

    with as_actor(people[KM]):
        content = Content(feiten={"kennisgeving_op": WRONG}, teksten={"nieuwe_tekst": "van later"})
        append(lock(dossier.pk), "kennisgeving_ontvangen", content, on=ON, at=later(1))
    older = {name: soort for name, soort in register().items() if name != "kennisgeving_ontvangen"}
    monkeypatch.setattr(diary_lines, "register", lambda: older)
    text = get(visitor(people[KM]), _tijdlijn(dossier))
    assert "Kennisgeving ontvangen" in text
    assert "Deze soort kent deze versie van Meedoen nog niet." in text
    assert "van later" in text


def test_looking_back_shows_what_was_known_then(people: Team, dossier: Dossier) -> None:
    with as_actor(people[KM]):
        _notice(dossier, WRONG, minutes=1)
        _notice(dossier, RIGHT, minutes=3 * 24 * 60, herstelt=2)
    client = visitor(people[KM])
    then = client.get(_tijdlijn(dossier), day("op", ON)).content.decode()
    assert "Dit wisten wij toen" in then
    assert "7 september 2026" in then
    assert "8 september 2026" not in then
    assert "Telt niet meer mee." not in then
    after = client.get(_tijdlijn(dossier), day("op", ON + timedelta(days=3))).content.decode()
    assert "8 september 2026" in after
    before = client.get(_tijdlijn(dossier), day("op", ON - timedelta(days=1))).content.decode()
    assert "Op deze dag was er nog niets vastgelegd." in before


@pytest.mark.parametrize(
    "typed",
    [
        {"op_dag": "31", "op_maand": "2", "op_jaar": "2026"},
        {"op_dag": "1", "op_maand": "1", "op_jaar": "2101"},
        {"op_dag": "x", "op_maand": "", "op_jaar": "<script>"},
    ],
)
def test_a_day_that_cannot_be_is_told_and_kept(
    people: Team, dossier: Dossier, typed: dict[str, str]
) -> None:
    answer = visitor(people[KM]).get(_tijdlijn(dossier), typed)
    assert answer.status_code == 400
    assert f'value="{typed["op_dag"]}"' in answer.content.decode()
    assert "<script>" not in answer.content.decode().replace("<script src", "")


def test_pages_go_on_where_the_last_one_ended(people: Team, dossier: Dossier) -> None:
    with as_actor(people[KM]):
        for minute in range(1, PAGE + 10):
            record(dossier.pk, "contact", {"notitie": f"nr {minute}"}, on=ON, at=later(minute))
    client = visitor(people[KM])
    with few_queries():
        first = get(client, _tijdlijn(dossier))
    assert "?tot=10" in first
    second = get(client, _tijdlijn(dossier) + "?tot=10")
    assert 'id="nr-10"' in second
    assert 'id="nr-11"' in first
    assert 'id="nr-11"' not in second
    beyond = get(client, _tijdlijn(dossier) + "?tot=999999")
    assert f'id="nr-{PAGE + 10}"' in beyond


def test_the_pages_of_one_dossier_stay_within_the_budget(people: Team, dossier: Dossier) -> None:
    client = visitor(people[KM])
    back = "?" + "&".join(f"{name}={value}" for name, value in day("op", ON).items())
    why = f"/dossiers/{dossier.pk}/waarom/persoonlijk_plan.uiterste_dag/"
    for address in (
        _tijdlijn(dossier) + back,
        why,
        why + back,
        f"/dossiers/{dossier.pk}/vastleggen/",
        f"/dossiers/{dossier.pk}/vastleggen/kennisgeving_ontvangen/",
        f"/dossiers/{dossier.pk}/documenten/",
        f"/dossiers/{dossier.pk}/afspraken/",
        f"/dossiers/{dossier.pk}/bewaren/",
    ):
        with few_queries():
            get(client, address)


def _why(dossier: Dossier, rule: str = "persoonlijk_plan.uiterste_dag") -> str:
    return f"/dossiers/{dossier.pk}/waarom/{rule}/"


def test_why_asks_for_what_is_missing_and_says_where_to_record_it(
    people: Team, dossier: Dossier
) -> None:
    text = get(visitor(people[KM]), _why(dossier))
    assert "onbekend" in text
    assert "Dit weten wij nog niet" in text
    assert f"/dossiers/{dossier.pk}/vastleggen/kennisgeving_ontvangen/" in text


def test_why_shows_the_answer_who_told_it_and_the_articles(people: Team, dossier: Dossier) -> None:
    with as_actor(people[KM]):
        _notice(dossier, WRONG, minutes=1)
    text = get(visitor(people[KM]), _why(dossier))
    assert "7 september 2026" in text
    assert f"/dossiers/{dossier.pk}/tijdlijn/?tot=2#nr-2" in text
    assert "Besluit inburgering 2021, artikel 5.3, lid 1" in text


def test_why_looks_back_and_does_not_use_what_was_put_right(people: Team, dossier: Dossier) -> None:
    with as_actor(people[KM]):
        _notice(dossier, WRONG, minutes=1)
        _notice(dossier, RIGHT, minutes=3 * 24 * 60, herstelt=2)
    client = visitor(people[KM])
    now = get(client, _why(dossier))
    assert "?tot=3#nr-3" in now
    assert "tot=2#nr-2" not in now
    then = client.get(_why(dossier), day("op", ON)).content.decode()
    assert "tot=2#nr-2" in then
    assert "U kijkt naar 14 september 2026." in then


def test_a_rule_that_is_not_there_is_not_found(people: Team, dossier: Dossier) -> None:
    get(visitor(people[KM]), _why(dossier, "persoonlijk_plan.bestaat_niet"), status=404)


def test_every_rule_can_be_asked_why(people: Team, dossier: Dossier) -> None:
    from meedoen.rules.catalogue import rules

    client = visitor(people[KM])
    chosen = [each for each in rules() if each.chapter in {"bewaartermijn", "oproep", "voldaan"}]
    assert chosen
    for each in chosen:
        get(client, _why(dossier, each.name))


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Wi 12:1b", "Wet inburgering 2021, artikel 12, lid 1, onder b"),
        ("Bi 9.9", "Besluit inburgering 2021, artikel 9.9"),
        ("Ri 2.1:a", "Regeling inburgering 2021, artikel 2.1, onder a"),
        ("Awb 6:7", "Algemene wet bestuursrecht, artikel 6:7"),
        ("Awb 5:51:1", "Algemene wet bestuursrecht, artikel 5:51, lid 1"),
        ("Sel 8:verstrekt", "selectielijst gemeenten, 8:verstrekt"),
        ("Brief L81", "hoofdlijnenbrief van 2 juli 2018, L81"),
        ("iets anders", "iets anders"),
    ],
)
def test_a_citation_in_full(short: str, full: str) -> None:
    assert in_full(short) == full


def test_another_municipality_does_not_exist_here(people: Team) -> None:
    foreign = dossier_for(team(ELDERS, KM)[KM])
    client: Client = visitor(people[KM])
    get(client, _tijdlijn(foreign), status=404)
    get(client, _why(foreign), status=404)
