"""The review of rights: who is shown, what is late, who may change what."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from django.utils import timezone
from tests.apps.browsing import day, few_queries, get, post
from tests.apps.visitor import visitor
from tests.dossier.makers import ELDERS, HIER, Team, team

from meedoen.accounts import gate
from meedoen.accounts.actions import add_medewerker, grant_role, note_use
from meedoen.accounts.models import Koppelverzoek, Medewerker, Rechtenregel, Rolverlening
from meedoen.accounts.roles import RECHTEN, Recht, Rol

TODAY = date(2026, 11, 23)
LIST = "/rechten/"
WHY = "zij wisselde van team"


@pytest.fixture
def people(db: None, monkeypatch: pytest.MonkeyPatch) -> Team:
    monkeypatch.setattr(gate, "now", lambda: datetime(2026, 11, 23, 9, tzinfo=UTC))
    return team(HIER, Rol.BEHEERDER, Rol.FG, Rol.KLANTMANAGER, Rol.BELEID)


@pytest.fixture
def chief(people: Team) -> Client:
    return visitor(people[Rol.BEHEERDER])


def _place(people: Team, rol: Rol, more: str = "") -> str:
    return f"{LIST}{people[rol].medewerker_id}/{more}"


def _role(people: Team, rol: Rol) -> Rolverlening:
    return Rolverlening.objects.get(medewerker=people[rol].official)


def _told() -> list[tuple[str, str, str]]:
    rows = Rechtenregel.objects.order_by("pk")
    return [(each.soort, each.rol, each.reden) for each in rows]


def _many(number: int) -> None:
    for each in range(number):
        who = add_medewerker(f"a{each}@voorbeeldstad.example", f"A{each:03}")
        grant_role(who, Rol.KLANTMANAGER, HIER, van=TODAY - timedelta(days=10))


def test_everybody_of_this_municipality_and_nobody_else(people: Team, chief: Client) -> None:
    team(ELDERS, Rol.JURIST)
    page = get(chief, f"{LIST}?toon=nu")
    assert "klantmanager van 9999" in page
    assert "9998" not in page
    assert "niet gebruikt sinds 90 dagen" in page


def test_two_hundred_officials_ask_no_more_of_the_database(people: Team, chief: Client) -> None:
    _many(200)
    for place in (LIST, f"{LIST}?toon=nu&op=naam&vanaf=50", f"{LIST}csv/"):
        with few_queries():
            page = get(chief, place)
    first = get(chief, f"{LIST}?op=naam")
    assert first.split("<tbody")[1].count("<tr") == 50
    assert "vanaf=50" in first
    assert "A199" in page


@pytest.mark.parametrize(
    "more", ["toon=onzin", "op=onzin", "vanaf=x", "vanaf=99999999", "vanaf=50"]
)
def test_an_odd_question_gives_the_usual_list(chief: Client, more: str) -> None:
    assert "klantmanager van 9999" in get(chief, f"{LIST}?{more}")


def test_what_is_late_stands_on_top_with_its_norm(people: Team, chief: Client) -> None:
    Rolverlening.objects.exclude(rol=Rol.KLANTMANAGER).update(van=TODAY)
    page = get(chief, LIST)
    assert page.index("klantmanager van 9999") < page.index("beleidsmedewerker van 9999")
    assert "sinds 2 jan 2023" in page
    assert "Nazien (1)" in page


def test_a_heavy_role_is_due_every_quarter(people: Team, chief: Client) -> None:
    Rolverlening.objects.update(van=TODAY - timedelta(days=100))
    page = get(chief, f"{LIST}?toon=nazien")
    assert "functionaris gegevensbescherming van 9999" in page
    assert "klantmanager van 9999" not in page
    assert "klantmanager van 9999" not in get(chief, f"{LIST}?toon=zwaar")


def test_use_and_second_check_are_shown(people: Team, chief: Client) -> None:
    role = _role(people, Rol.KLANTMANAGER)
    note_use(role, on=TODAY - timedelta(days=89))
    Authenticator.objects.create(user=role.medewerker, type="totp", data={})
    SocialAccount.objects.create(user=role.medewerker, provider="https://x.example", uid="1")
    page = get(chief, _place(people, Rol.KLANTMANAGER))
    assert "code-app" in page
    assert "bij de gemeente" in page
    assert "26 aug 2026" in page
    assert "klantmanager van 9999" not in get(chief, f"{LIST}?toon=ongebruikt")


def test_a_beheerder_reviews(people: Team, chief: Client) -> None:
    post(chief, _place(people, Rol.KLANTMANAGER, "nagezien/"), reden="gesproken met de teamleider")
    page = get(chief, _place(people, Rol.KLANTMANAGER))
    assert "rechten nagezien" in page
    assert "gesproken met de teamleider" in page
    assert "voor 24 nov 2027" in page
    assert _told() == [("nagezien", "", "gesproken met de teamleider")]


def test_a_role_is_given_from_a_day_with_a_reason(people: Team, chief: Client) -> None:
    place = _place(people, Rol.KLANTMANAGER, "geef/")
    assert 'value="2026"' in get(chief, place)
    typed = day("van", TODAY) | day("laatste", TODAY + timedelta(days=30))
    post(chief, place, rol="jurist", reden=WHY, **typed)
    given = Rolverlening.objects.get(rol="jurist")
    assert (given.van, given.tot) == (TODAY, TODAY + timedelta(days=31))
    assert given.verleend_door_id == people[Rol.BEHEERDER].medewerker_id
    assert _told() == [("gegeven", "jurist", WHY)]
    page = get(chief, _place(people, Rol.KLANTMANAGER))
    assert "23 nov 2026 tot en met 23 dec" in page


WRONG = {
    "yesterday": ({"rol": "jurist"}, -1, None, "niet eerder beginnen dan vandaag"),
    "ends before": ({"rol": "jurist"}, 5, 4, "ligt voor de eerste dag"),
    "no reason": ({"rol": "jurist", "reden": ""}, 0, None, "Waarom?"),
    "no role": ({"rol": ""}, 0, None, "Kies een antwoord"),
    "an invented role": ({"rol": "baas"}, 0, None, "Rol"),
    "a role that is there": ({"rol": "klantmanager"}, 0, None, "heeft deze rol al"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_cannot_be_is_told_and_what_was_typed_stays(
    people: Team, chief: Client, wrong: str
) -> None:
    other, van, laatste, words = WRONG[wrong]
    typed = {"reden": WHY, **other} | day("van", TODAY + timedelta(days=van))
    if laatste is not None:
        typed |= day("laatste", TODAY + timedelta(days=laatste))
    page = post(chief, _place(people, Rol.KLANTMANAGER, "geef/"), status=400, **typed)
    assert words in page
    assert not typed["reden"] or WHY in page
    assert _told() == []


def test_a_role_ends_at_once_or_later_and_never_earlier(people: Team, chief: Client) -> None:
    role = _role(people, Rol.KLANTMANAGER)
    place = _place(people, Rol.KLANTMANAGER, f"stop/{role.pk}/")
    before = day("laatste", TODAY - timedelta(days=5))
    assert "niet eerder eindigen" in post(chief, place, status=400, reden=WHY, **before)
    post(chief, place, reden=WHY, **day("laatste", TODAY + timedelta(days=7)))
    role.refresh_from_db()
    assert role.tot == TODAY + timedelta(days=8)
    post(chief, place, reden=WHY)
    role.refresh_from_db()
    assert role.tot == TODAY
    worker = visitor(people[Rol.KLANTMANAGER])
    assert worker.get("/")["Location"] == "/rol/"
    get(chief, place, status=404)
    assert "Rollen van vroeger" in get(chief, _place(people, Rol.KLANTMANAGER))


def test_a_role_that_has_not_begun_never_begins(people: Team, chief: Client) -> None:
    later = TODAY + timedelta(days=30)
    who = Medewerker.objects.get(pk=people[Rol.KLANTMANAGER].official)
    role = grant_role(who, Rol.JURIST, HIER, van=later)
    post(chief, _place(people, Rol.KLANTMANAGER, f"stop/{role.pk}/"), reden=WHY)
    role.refresh_from_db()
    assert (role.van, role.tot) == (later, later)


def test_what_the_municipality_gave_it_also_ends(people: Team, chief: Client) -> None:
    role = _role(people, Rol.KLANTMANAGER)
    Rolverlening.objects.filter(pk=role.pk).update(bron="aanbieder", aanbieder="https://x.example")
    page = get(chief, _place(people, Rol.KLANTMANAGER))
    assert "stopt bij de gemeente" in page
    assert "stop/" not in page
    place = _place(people, Rol.KLANTMANAGER, f"stop/{role.pk}/")
    assert "Beëindig hem daar" in post(chief, place, status=400, reden=WHY)


def test_closing_ends_everything_at_once_and_opening_gives_nothing(
    people: Team, chief: Client
) -> None:
    role = _role(people, Rol.KLANTMANAGER)
    worker = visitor(people[Rol.KLANTMANAGER])
    get(worker, "/")
    post(chief, _place(people, Rol.KLANTMANAGER, "sluit/"), reden="uit dienst")
    assert worker.get("/")["Location"] == "/inloggen/"
    assert not Medewerker.objects.get(pk=role.medewerker_id).is_active
    assert _told() == [("beeindigd", "klantmanager", "uit dienst"), ("gesloten", "", "uit dienst")]
    assert "gesloten" in get(chief, f"{LIST}?toon=vroeger")
    place = _place(people, Rol.KLANTMANAGER, "geef/")
    refused = post(chief, place, status=400, rol="jurist", reden=WHY, **day("van", TODAY))
    assert "Dit account is gesloten" in refused
    post(chief, _place(people, Rol.KLANTMANAGER, "open/"), reden="terug in dienst")
    assert Medewerker.objects.get(pk=role.medewerker_id).is_active
    role.refresh_from_db()
    assert role.tot == TODAY


def test_whoever_works_elsewhere_too_keeps_the_account(people: Team, chief: Client) -> None:
    who = Medewerker.objects.get(pk=people[Rol.KLANTMANAGER].official)
    grant_role(who, Rol.JURIST, ELDERS, van=date(2022, 1, 1))
    post(chief, _place(people, Rol.KLANTMANAGER, "sluit/"), reden="uit dienst")
    who.refresh_from_db()
    assert who.is_active
    assert Rolverlening.objects.get(medewerker=who, gemeente=ELDERS).tot is None
    assert "blijft open" in get(chief, _place(people, Rol.KLANTMANAGER))


@pytest.mark.parametrize("what", ["", "geef/", "nagezien/", "sluit/", "open/"])
def test_nobody_changes_his_own_rights(people: Team, chief: Client, what: str) -> None:
    place = _place(people, Rol.BEHEERDER, what)
    if not what:
        page = get(chief, place)
        assert "Dit bent u zelf" in page
        assert "Geef een rol" not in page
        return
    get(chief, place, status=403)
    typed = {"reden": WHY, "rol": "jurist"} | day("van", TODAY)
    assert "uw eigen rechten" in post(chief, place, status=403, **typed)
    assert _told() == []


def test_the_fg_reads_and_changes_nothing(people: Team) -> None:
    reader = visitor(people[Rol.FG])
    assert "Rechten" in get(reader, "/begin/")
    for place in (LIST, f"{LIST}rollen/", f"{LIST}csv/", _place(people, Rol.KLANTMANAGER)):
        assert "Geef een rol" not in get(reader, place)
    for what in ("geef/", "nagezien/", "sluit/"):
        get(reader, _place(people, Rol.KLANTMANAGER, what), status=403)


@pytest.mark.parametrize("rol", [Rol.KLANTMANAGER, Rol.BELEID])
def test_others_do_not_see_it(people: Team, rol: Rol) -> None:
    client = visitor(people[rol])
    for place in (LIST, f"{LIST}csv/", f"{LIST}rollen/", _place(people, Rol.FG)):
        get(client, place, status=403)
    assert Client().get(LIST)["Location"].startswith("/inloggen/")


def test_nothing_of_another_municipality_can_be_reached(people: Team, chief: Client) -> None:
    other = team(ELDERS, Rol.JURIST)
    role = _role(other, Rol.JURIST)
    for what in ("", "geef/", "sluit/", f"stop/{role.pk}/"):
        get(chief, _place(other, Rol.JURIST, what), status=404)
    get(chief, _place(people, Rol.KLANTMANAGER, f"stop/{role.pk}/"), status=404)


@pytest.mark.parametrize(("answer", "coupled"), [("ja", 1), ("nee", 0)])
def test_a_beheerder_decides_about_an_account_of_the_municipality(
    people: Team, chief: Client, answer: str, coupled: int
) -> None:
    asked = Koppelverzoek.objects.create(
        medewerker_id=people[Rol.KLANTMANAGER].official,
        aanbieder="https://login.example",
        sub="sub-1",
        naam="K. Lant",
        at=timezone.now(),
    )
    assert "wil koppelen" in get(chief, LIST)
    place = _place(people, Rol.KLANTMANAGER, f"koppel/{asked.pk}/")
    assert place in get(chief, _place(people, Rol.KLANTMANAGER))
    assert "K. Lant" in get(chief, place)
    assert "Kies een antwoord" in post(chief, place, status=400, reden=WHY)
    post(chief, place, zelfde=answer, reden="ik belde haar")
    assert SocialAccount.objects.filter(uid="sub-1").count() == coupled
    assert _told()[0][2] == "ik belde haar"
    get(chief, place, status=404)


def test_the_matrix_tells_all_that_a_role_may(chief: Client) -> None:
    page = get(chief, f"{LIST}rollen/")
    for rol in Rol:
        assert str(rol.label) in page
    for recht in Recht:
        held = sum(recht in RECHTEN[rol] for rol in Rol)
        assert len(re.findall(f"<li>{re.escape(recht.value)}(?: <|<)", page)) == held, recht
