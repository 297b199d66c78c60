"""Mandates: recorded by the beheerder as the college decided, dated, never two, never deleted."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from django.test import Client
from tests.apps.browsing import day, few_queries, get, post
from tests.apps.visitor import visitor
from tests.dossier.makers import AT, ELDERS, HIER, Team, team

from meedoen.accounts import gate
from meedoen.accounts.actions import AccountError, Besluitrecht, give_mandate
from meedoen.accounts.actor import NotAllowedError
from meedoen.accounts.mandaten.actions import Mandaat, end, record
from meedoen.accounts.mandaten.table import Besluitmandaat
from meedoen.accounts.roles import Rol
from meedoen.dossier.besluiten import mandates_for, no_mandate
from meedoen.law.brief_file import brief_kinds

TODAY, DAY = date(2026, 11, 23), timedelta(days=1)
FIRST, END = TODAY + DAY * 7, TODAY + DAY * 14  # the first day with it, and the first without
LIST, GIVE = "/rechten/mandaten/", "/rechten/mandaten/geef/teamleider/"
PLAN, LETTER, DECISION = "vaststelling_pip", "brief_algemeen", "beslissing_op_bezwaar"
BRON = "mandaatbesluit van 12 januari 2026, nummer 4"


@pytest.fixture
def people(db: None, monkeypatch: pytest.MonkeyPatch) -> Team:
    monkeypatch.setattr(gate, "now", lambda: datetime(2026, 11, 23, 9, tzinfo=UTC))
    return team(HIER, Rol.BEHEERDER, Rol.FG, Rol.TEAMLEIDER)


@pytest.fixture
def boss(people: Team) -> Client:
    return visitor(people[Rol.BEHEERDER])


def _mandaat(*soorten: str, rol: Rol = Rol.TEAMLEIDER, **more: Any) -> Mandaat:
    usual: dict[str, Any] = {"bron": BRON, "van": FIRST, "tot": END}
    return Mandaat(rol, soorten or (PLAN,), **usual | more)


def _record(people: Team, mandaat: Mandaat) -> list[Besluitmandaat]:
    return record(people[Rol.BEHEERDER], mandaat, on=TODAY, at=AT)


def _end(people: Team, row: Besluitmandaat, tot: date, on: date = TODAY) -> Besluitmandaat:
    return end(people[Rol.BEHEERDER], row.pk, "besluit nr. 9", tot=tot, on=on, at=AT)


def _holds(on: date, soort: str = PLAN) -> bool:
    return mandates_for(HIER, soort, on=on).exists()


def test_it_holds_from_its_first_through_its_last_day(people: Team) -> None:
    _record(people, _mandaat())
    days = [FIRST - DAY, FIRST, END - DAY, END]
    assert [_holds(on) for on in days] == [False, True, True, False]
    assert not mandates_for(ELDERS, PLAN, on=FIRST).exists()


def test_one_without_end_may_have_begun_before_it_was_recorded(people: Team) -> None:
    made = _record(people, _mandaat(PLAN, LETTER, PLAN, van=date(2026, 1, 12), tot=None))
    assert [each.soort for each in made] == [LETTER, PLAN]
    assert _holds(TODAY)
    assert _holds(date(2090, 1, 1))


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"soorten": ()}, "ten minste één soort"),
        ({"bron": ""}, "in welk besluit"),
        ({"tot": FIRST}, "voor de eerste dag"),
        ({"van": date(2026, 1, 1), "tot": TODAY}, "al voorbij"),
        ({"rol": Rol.KLANTMANAGER, "soorten": (PLAN, DECISION)}, "geen mandaat krijgen"),
        ({"rol": Rol.BEHEERDER}, "geen mandaat krijgen"),
        ({"soorten": ("bestaat_niet",)}, "geen mandaat krijgen"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    people: Team, wrong: dict[str, Any], words: str
) -> None:
    usual: dict[str, Any] = {
        "rol": Rol.TEAMLEIDER,
        "soorten": (PLAN,),
        "bron": BRON,
        "van": FIRST,
        "tot": END,
    }
    with pytest.raises(AccountError, match=words):
        _record(people, Mandaat(**usual | wrong))
    assert not Besluitmandaat.objects.exists()


@pytest.mark.parametrize(
    ("van", "tot", "free"),
    [
        (FIRST - DAY * 3, FIRST, True),
        (FIRST - DAY * 3, FIRST + DAY, False),
        (END - DAY, None, False),
        (FIRST - DAY * 3, None, False),
        (END, None, True),
    ],
)
def test_a_role_never_has_two_for_one_kind_on_a_day(
    people: Team, van: date, tot: date | None, free: bool
) -> None:
    _record(people, _mandaat())
    again = _mandaat(LETTER, PLAN, van=van, tot=tot)
    if free:
        assert len(_record(people, again)) == 2
        return
    with pytest.raises(AccountError, match="nog mandaat tot en met 6 december 2026"):
        _record(people, again)
    assert not _holds(END - DAY, LETTER)  # all of it or none
    _record(people, _mandaat(rol=Rol.KLANTMANAGER, van=van, tot=tot))  # another role may


def test_the_database_itself_refuses_two_and_changes_or_deletes_nothing(people: Team) -> None:
    (row,) = _record(people, _mandaat(tot=None))
    with pytest.raises(IntegrityError), transaction.atomic():
        give_mandate(HIER, Besluitrecht(Rol.TEAMLEIDER, PLAN, "nr. 5"), van=END)
    give_mandate(ELDERS, Besluitrecht(Rol.TEAMLEIDER, PLAN, "nr. 5"), van=END)
    kept = Besluitmandaat.objects.filter(pk=row.pk)
    for changed in ({"bron": "een ander besluit"}, {"van": TODAY}, {"rol": Rol.JURIST}):
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            kept.update(**changed)
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        kept.delete()


def test_it_ends_as_the_college_decided_and_stays_to_be_read(people: Team) -> None:
    (row,) = _record(people, _mandaat(van=TODAY - DAY, tot=None))
    with pytest.raises(AccountError, match="eerder eindigen dan vandaag"):
        _end(people, row, TODAY - DAY)
    ended = _end(people, row, TODAY + DAY)
    assert (ended.bron, ended.beeindigd_bron) == (BRON, "besluit nr. 9")
    assert ended.beeindigd_door_id == people[Rol.BEHEERDER].official
    assert [_holds(TODAY), _holds(TODAY + DAY)] == [True, False]
    with pytest.raises(AccountError, match="eindigt dan al"):
        _end(people, row, TODAY + DAY * 2)
    _end(people, row, TODAY)  # sooner can be
    assert not _holds(TODAY)


def test_one_that_has_not_begun_never_begins_and_leaves_room(people: Team) -> None:
    (row,) = _record(people, _mandaat())
    assert _end(people, row, TODAY).tot == FIRST
    assert not any(_holds(FIRST + DAY * number) for number in range(8))
    _record(people, _mandaat(tot=None))
    assert _holds(FIRST)


def test_only_who_manages_rights_records_and_only_of_his_own_municipality(people: Team) -> None:
    (row,) = _record(people, _mandaat())
    other = team(ELDERS, Rol.BEHEERDER)[Rol.BEHEERDER]
    with pytest.raises(AccountError, match="is er niet"):
        end(other, row.pk, "nr. 9", tot=TODAY, on=TODAY, at=AT)
    for rol in (Rol.FG, Rol.TEAMLEIDER):
        with pytest.raises(NotAllowedError):
            record(people[rol], _mandaat(LETTER), on=TODAY, at=AT)
        with pytest.raises(NotAllowedError):
            end(people[rol], row.pk, "nr. 9", tot=TODAY, on=TODAY, at=AT)


def test_a_municipality_begins_with_none_and_records_all_at_once(boss: Client) -> None:
    kind = brief_kinds()[PLAN]
    refused = no_mandate(HIER, kind, on=TODAY)
    assert "functioneel beheerder" in refused
    assert "Rechten, Mandaten" in refused
    assert "Nog niemand mag brieven of besluiten ondertekenen" in get(boss, LIST)
    assert "Mandaten: wie mag ondertekenen?" in get(boss, "/rechten/")
    assert "Besluit: vaststelling" in get(boss, GIVE)
    typed = day("van", TODAY) | {"bron": BRON, "soorten": "alle"}
    post(boss, GIVE, **typed)
    may = {name for name, each in brief_kinds().items() if "teamleider" in each.roles}
    assert set(Besluitmandaat.objects.values_list("soort", flat=True)) == may
    assert no_mandate(HIER, kind, on=TODAY) == ""
    with few_queries():
        page = get(boss, LIST)
    assert f"{len(may)} mandaten zijn vastgelegd" in page
    assert page.count(BRON) == len(may)
    assert "Deze brieven mag nu niemand" not in page
    assert "heeft al mandaat voor alles" in get(boss, GIVE)


def test_what_is_typed_wrong_is_told_and_stays(boss: Client) -> None:
    page = post(boss, GIVE, status=400, laatste_dag="31", bron=BRON)
    for words in ("ten minste één soort brief", "Vul de eerste dag in", "Vul ook de maand", BRON):
        assert words in page
    typed = day("van", FIRST) | day("laatste", FIRST - DAY) | {"bron": BRON, "soorten": PLAN}
    assert "ligt voor de eerste dag" in post(boss, GIVE, status=400, **typed)
    never = "/rechten/mandaten/geef/klantmanager/"
    assert "invalid" not in get(boss, never)
    typed = day("van", TODAY) | {"bron": BRON, "soorten": DECISION}
    assert DECISION in post(boss, never, status=400, **typed)
    for rol in ("beheerder", "docent", "niets"):
        get(boss, f"/rechten/mandaten/geef/{rol}/", status=404)
    assert not Besluitmandaat.objects.exists()


def test_one_is_stopped_on_the_screen_and_the_fg_reads_along(people: Team, boss: Client) -> None:
    now, later = _record(people, _mandaat(van=TODAY)) + _record(people, _mandaat(LETTER))
    stop = f"/rechten/mandaten/{now.pk}/stop/"
    assert "in welk besluit" in post(boss, stop, status=400)
    typed = day("laatste", TODAY - DAY * 2) | {"bron": "besluit nr. 9"}
    assert "eerder eindigen" in post(boss, stop, status=400, **typed)
    post(boss, stop, bron="besluit nr. 9")
    get(boss, stop, status=404)
    page = get(visitor(people[Rol.FG]), LIST)
    assert "besluit nr. 9" in page
    assert "meteen gestopt" in page
    assert "Mandaten die nog komen" in page
    assert "Wat doet u" not in page
    assert "Geef mandaat" not in page
    get(visitor(people[Rol.FG]), f"/rechten/mandaten/{later.pk}/stop/", status=403)
