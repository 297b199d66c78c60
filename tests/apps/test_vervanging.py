"""Absence: who takes over sees the caseload on those days only, and everybody can see that."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from tests.apps.browsing import day, few_queries, get, post
from tests.apps.visitor import visitor
from tests.dossier.makers import AT, ELDERS, HIER, Team, dossier_for, later, team

from meedoen.accounts.actions import AccountError, add_medewerker, grant_role
from meedoen.accounts.actor import Actor, NotAllowedError
from meedoen.accounts.models import Rechtenregel, Rolverlening
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.accounts.vervanging.actions import LONGEST, Plan, end_replacing, replace_colleague
from meedoen.accounts.work_tables import Vervanging
from meedoen.dossier.queries import dossiers_visible_to

MONDAY, FRIDAY = date(2026, 10, 5), date(2026, 10, 10)  # the first day, and the first without
DAY = timedelta(days=1)
TODAY = MONDAY - DAY


@pytest.fixture
def people(db: None) -> Team:
    return team(HIER, Rol.KLANTMANAGER, Rol.TEAMLEIDER, Rol.BEHEERDER, Rol.INKOMENSCONSULENT)


def colleague(naam: str, rol: Rol = Rol.KLANTMANAGER, code: int = HIER) -> Actor:
    who = add_medewerker(f"{naam.casefold()}@{code}.example.org", naam)
    grant_role(who, rol, code, van=date(2022, 1, 1))
    return Actor(who.pk, who.naam, rol, (code,))


def _plan(away: Actor, by: Actor, van: date = MONDAY, tot: date = FRIDAY) -> Plan:
    return Plan(away.official, by.official, van, tot, Vervanging.Reden.VERLOF)


def _arrange(actor: Actor, plan: Plan, on: date = TODAY) -> Vervanging:
    with as_actor(actor):
        return replace_colleague(actor, plan, on=on, at=AT)


def _sees(actor: Actor, on: date) -> set[int]:
    with as_actor(actor):
        return set(dossiers_visible_to(actor, on=on).values_list("pk", flat=True))


@pytest.mark.parametrize(
    ("on", "seen"),
    [(TODAY, False), (MONDAY, True), (FRIDAY - DAY, True), (FRIDAY, False)],
)
def test_the_caseload_is_in_sight_from_the_first_until_the_last_day(
    people: Team, on: date, seen: bool
) -> None:
    away, by = people[Rol.KLANTMANAGER], colleague("Fatma")
    dossier = dossier_for(away)
    _arrange(away, _plan(away, by))
    assert (dossier.pk in _sees(by, on)) is seen
    assert dossier.pk in _sees(away, on)


def test_nobody_else_sees_more_and_no_other_role_or_municipality(people: Team) -> None:
    away, by, third = people[Rol.KLANTMANAGER], colleague("Fatma"), colleague("Mo")
    dossier_for(away)
    _arrange(people[Rol.TEAMLEIDER], _plan(away, by))
    assert not _sees(third, MONDAY)
    other = Actor(by.medewerker_id, by.naam, Rol.INKOMENSCONSULENT, (HIER,))
    assert not _sees(other, MONDAY)
    assert not _sees(Actor(by.medewerker_id, by.naam, Rol.KLANTMANAGER, (ELDERS,)), MONDAY)


def test_ending_it_early_takes_the_sight_away_at_once_and_twice_is_once(people: Team) -> None:
    away, by = people[Rol.KLANTMANAGER], colleague("Fatma")
    dossier_for(away)
    made = _arrange(away, _plan(away, by))
    for _again in range(2):
        end_replacing(away, made.pk, on=MONDAY + DAY, at=later(1))
    assert not _sees(by, MONDAY + DAY)
    kept = Rechtenregel.objects.filter(medewerker=by.official).order_by("pk")
    assert [each.soort for each in kept] == ["vervangt", "vervangt_niet"]
    assert kept[0].reden == f"{away.naam}, 05-10-2026 tot en met 09-10-2026"


def test_one_that_has_not_begun_never_begins(people: Team) -> None:
    away, by = people[Rol.KLANTMANAGER], colleague("Fatma")
    dossier_for(away)
    made = _arrange(away, _plan(away, by))
    end_replacing(people[Rol.TEAMLEIDER], made.pk, on=TODAY, at=later(1))
    assert not any(_sees(by, MONDAY + DAY * days) for days in range(6))


def test_who_takes_over_cannot_give_that_to_himself_nor_end_it(people: Team) -> None:
    away, by = people[Rol.KLANTMANAGER], colleague("Fatma")
    with pytest.raises(NotAllowedError, match="alleen uw eigen vervanging"):
        _arrange(by, _plan(away, by))
    made = _arrange(away, _plan(away, by))
    with pytest.raises(NotAllowedError):
        end_replacing(by, made.pk, on=MONDAY, at=AT)
    with pytest.raises(NotAllowedError):
        _arrange(people[Rol.INKOMENSCONSULENT], _plan(away, by))


@pytest.mark.parametrize(
    ("van", "tot", "words"),
    [
        (TODAY - DAY, FRIDAY, "eerder beginnen dan vandaag"),
        (MONDAY, MONDAY, "ligt voor de eerste dag"),
        (MONDAY, MONDAY + LONGEST + DAY, "ten hoogste 26 weken"),
    ],
)
def test_a_period_that_cannot_be_is_refused(people: Team, van: date, tot: date, words: str) -> None:
    away = people[Rol.KLANTMANAGER]
    with pytest.raises(AccountError, match=words):
        _arrange(away, _plan(away, colleague("Fatma"), van, tot))


def test_only_a_klantmanager_here_takes_over_the_whole_time_and_never_oneself(
    people: Team,
) -> None:
    away = people[Rol.KLANTMANAGER]
    for by in (people[Rol.INKOMENSCONSULENT], colleague("Sjoerd", code=ELDERS)):
        with pytest.raises(AccountError, match="niet dezelfde rol"):
            _arrange(away, _plan(away, by))
    with pytest.raises(AccountError, match="zichzelf niet"):
        _arrange(away, _plan(away, away))
    leaving = colleague("Fatma")
    Rolverlening.objects.filter(medewerker=leaving.official).update(tot=FRIDAY - DAY)
    with pytest.raises(AccountError, match="stopt eerder"):
        _arrange(away, _plan(away, leaving))
    with pytest.raises(AccountError, match="geen dossiers meer"):
        _arrange(people[Rol.TEAMLEIDER], _plan(people[Rol.BEHEERDER], away))


def test_no_chain_and_no_loop_but_the_days_after_are_free(people: Team) -> None:
    chief, one = people[Rol.TEAMLEIDER], people[Rol.KLANTMANAGER]
    two, three = colleague("Fatma"), colleague("Mo")
    _arrange(chief, _plan(one, two))
    with pytest.raises(AccountError, match="zelf afwezig"):
        _arrange(chief, _plan(three, one))
    with pytest.raises(AccountError, match="vervangt in die dagen zelf"):
        _arrange(chief, _plan(two, three, FRIDAY - DAY, FRIDAY + DAY))
    with pytest.raises(AccountError, match="al een vervanger"):
        _arrange(chief, _plan(one, three))
    _arrange(chief, _plan(two, one, FRIDAY, FRIDAY + DAY))


def test_the_database_itself_refuses_two_at_once(people: Team) -> None:
    away, by = people[Rol.KLANTMANAGER], colleague("Fatma")
    made = _arrange(away, _plan(away, by))
    made.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        made.save()


def test_whoever_takes_over_is_told_on_every_page_and_works_in_the_dossier(people: Team) -> None:
    away, by = people[Rol.KLANTMANAGER], colleague("Fatma")
    dossier = dossier_for(away, "Selam Tesfay")
    today = localdate()
    _arrange(away, _plan(away, by, today, today + DAY * 9), on=today)
    client = visitor(by)
    with few_queries():
        page = get(client, "/dossiers/")
    assert "Tesfay" in page
    assert "U vervangt" in page
    head = get(client, f"/dossiers/{dossier.pk}/")
    assert "vervangen door" in head
    assert post(client, f"/dossiers/{dossier.pk}/vastleggen/contact/", status=400)
    assert "U vervangt" not in get(visitor(away), "/dossiers/")


def test_a_klantmanager_arranges_it_on_the_screen_and_ends_it(people: Team) -> None:
    away, by, today = people[Rol.KLANTMANAGER], colleague("Fatma"), localdate()
    client = visitor(away)
    wrong = post(client, "/vervanging/nieuw/", status=400, vervanger="999999", reden="ziek")
    assert "Vul de eerste dag in" in wrong
    days = day("van", today) | day("laatste", today)
    post(client, "/vervanging/nieuw/", vervanger=str(by.official), reden="verlof", **days)
    made = Vervanging.objects.get()
    assert (made.van, made.tot, made.afwezige_id) == (today, today + DAY, away.official)
    with few_queries():
        assert "Fatma" in get(client, "/vervanging/")
    twice = post(client, "/vervanging/nieuw/", status=400, vervanger=str(by.official), **days)
    assert "Kies een reden" in twice
    get(visitor(by), f"/vervanging/{made.pk}/stop/")
    post(visitor(by), f"/vervanging/{made.pk}/stop/", status=403)
    post(client, f"/vervanging/{made.pk}/stop/")
    assert Vervanging.objects.get().tot == today
    get(client, f"/vervanging/{made.pk}/stop/", status=404)


def test_the_review_of_rights_shows_it(people: Team) -> None:
    away, by, today = people[Rol.KLANTMANAGER], colleague("Fatma"), localdate()
    _arrange(people[Rol.TEAMLEIDER], _plan(away, by, today, today + DAY), on=today)
    page = get(visitor(people[Rol.BEHEERDER]), f"/rechten/{by.official}/")
    assert "Vervangt een collega" in page
    assert "gaat een collega vervangen" in page


def test_a_colleague_out_of_sight_is_not_ended_by_guessing(people: Team) -> None:
    away, by, third = people[Rol.KLANTMANAGER], colleague("Fatma"), colleague("Mo")
    made = _arrange(away, _plan(away, by, localdate(), localdate() + DAY), on=localdate())
    get(visitor(third), f"/vervanging/{made.pk}/stop/", status=404)
    get(visitor(third), "/vervanging/")
    elsewhere = team(ELDERS, Rol.TEAMLEIDER)[Rol.TEAMLEIDER]
    with pytest.raises(AccountError, match="is er niet"):
        end_replacing(elsewhere, made.pk, on=localdate(), at=AT)
