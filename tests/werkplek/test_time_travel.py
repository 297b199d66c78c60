"""Another day: what was known then, what is expected, and that nothing is written from there."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import pytest
from django.http import QueryDict
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from tests.apps.browsing import day, few_queries, get
from tests.apps.visitor import visitor
from tests.dossier.makers import HIER, ON, Team, dossier_for, later, team

from meedoen.accounts.actions import Besluitrecht, give_mandate
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.besluiten import propose, send, sign, withdraw
from meedoen.dossier.actions.circumstances import set_safe_contact, unite
from meedoen.dossier.actions.diary import record
from meedoen.dossier.addressee import HAND
from meedoen.dossier.as_of import end_of
from meedoen.dossier.forms.on_day import OpDatumForm
from meedoen.dossier.letters_then import besluiten_then
from meedoen.dossier.models import Dossier, Gezinslid

TODAY = date(2026, 11, 23)
WRONG, RIGHT = date(2026, 9, 7), date(2026, 9, 8)
ASIEL = {"doelgroep": "asielstatushouder", "plicht_begon_op": date(2026, 9, 1)}
MENDED = 3 * 24 * 60  # minutes after the first line was written
KIND = "uitnodiging_brede_intake"


def _form(**typed: Any) -> OpDatumForm:
    return OpDatumForm(QueryDict(urlencode(typed)), today=TODAY)


def _asked(on: date, weet: date | None = None, tijd: str = "") -> OpDatumForm:
    more = day("weet", weet) if weet is not None else {}
    return _form(**day("op", on), **more, **({"weet_tijd": tijd} if tijd else {}))


def test_nothing_typed_and_today_are_now() -> None:
    for asked in (_form(), _asked(TODAY), _asked(TODAY, TODAY), _form(op_dag="31", op_maand="2")):
        toen = asked.as_of
        assert (toen.on, toen.known_at, toen.query, toen.travelled) == (TODAY, None, "", False)


def test_an_earlier_day_is_what_was_known_at_its_end() -> None:
    toen = _asked(WRONG).as_of
    assert (toen.on, toen.known_at, toen.chosen) == (WRONG, end_of(WRONG), False)
    assert toen.known_at == datetime(2026, 9, 7, 21, 59, 59, 999999, UTC)  # summer time
    assert toen.query == "?op_dag=7&op_maand=9&op_jaar=2026"
    assert toen.line(4) == "?op_dag=7&op_maand=9&op_jaar=2026&tot=4#nr-4"


def test_a_day_to_come_looks_at_all_that_is_recorded() -> None:
    toen = _asked(date(2028, 2, 29)).as_of
    assert (toen.known_at, toen.ahead, toen.travelled) == (None, True, True)


@pytest.mark.parametrize(
    ("on", "weet", "tijd", "known_at"),
    [
        (WRONG, TODAY, "", end_of(TODAY)),
        (WRONG, RIGHT, "", end_of(RIGHT)),
        (WRONG, date(2026, 9, 1), "", end_of(date(2026, 9, 1))),
        (TODAY, RIGHT, "", end_of(RIGHT)),
        (date(2027, 1, 1), RIGHT, "", end_of(RIGHT)),
        (WRONG, RIGHT, "10:30", datetime(2026, 9, 8, 8, 30, 59, tzinfo=UTC)),
        (WRONG, None, "10.30", datetime(2026, 9, 7, 8, 30, 59, tzinfo=UTC)),
        (TODAY, None, "10:30", datetime(2026, 11, 23, 9, 30, 59, tzinfo=UTC)),
    ],
)
def test_the_two_times_can_differ(
    on: date, weet: date | None, tijd: str, known_at: datetime
) -> None:
    toen = _asked(on, weet, tijd).as_of
    assert (toen.on, toen.known_at, toen.chosen) == (on, known_at, True)
    again = OpDatumForm(QueryDict(toen.query.removeprefix("?")), today=TODAY).as_of
    assert again == toen


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"op_dag": "31", "op_maand": "2", "op_jaar": "2026"}, "op"),
        ({"op_dag": "", "op_maand": "", "op_jaar": ""}, "op"),
        ({**day("op", WRONG), **day("weet", TODAY + timedelta(days=1))}, "weet"),
        ({**day("op", WRONG), "weet_tijd": "25:00"}, "weet_tijd"),
        ({"weet_tijd": "10:00"}, "op"),
    ],
)
def test_what_is_no_day_is_told_at_its_box(typed: dict[str, str], field: str) -> None:
    asked = _form(**typed)
    assert field in asked.errors
    assert not asked.as_of.travelled


@given(
    on=st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    weet=st.none() | st.dates(date(1900, 1, 1), TODAY),
    clock=st.none() | st.times(),
)
def test_every_choice_survives_its_address_and_never_knows_tomorrow(
    on: date, weet: date | None, clock: time | None
) -> None:
    toen = _asked(on, weet, clock.strftime("%H:%M") if clock else "").as_of
    assert OpDatumForm(QueryDict(toen.query.removeprefix("?")), today=TODAY).as_of == toen
    assert toen.known_at is None or toen.known_at <= end_of(TODAY)
    if toen.known_at is not None and clock is None:
        there = toen.known_at.astimezone(ZoneInfo("Europe/Amsterdam"))
        assert there.date() == (weet or min(on, TODAY))


@pytest.fixture
def people(db: None) -> Team:
    return team(HIER, Rol.KLANTMANAGER)


@pytest.fixture
def client(people: Team) -> Client:
    return visitor(people[Rol.KLANTMANAGER])


@pytest.fixture
def dossier(people: Team) -> Dossier:
    """Three days after ON somebody put right what DUO's day was."""
    made = dossier_for(people[Rol.KLANTMANAGER])
    with as_actor(people[Rol.KLANTMANAGER]):
        record(made.pk, "kennisgeving_ontvangen", ASIEL, on=WRONG, at=later(1))
        record(made.pk, "kennisgeving_ontvangen", ASIEL, on=RIGHT, at=later(MENDED), herstelt=2)
    return made


def _page(dossier: Dossier, page: str, **typed: str) -> str:
    return f"/dossiers/{dossier.pk}/{page}/?{urlencode(typed)}"


def test_a_fact_tells_who_told_it_and_what_was_put_right(client: Client, dossier: Dossier) -> None:
    address = f"/dossiers/{dossier.pk}/feit/kennisgeving_op/"
    with few_queries():
        text = get(client, address)
    assert "8 september 2026" in text
    assert "hersteld door" in text
    assert "?tot=3#nr-3" in text
    then = get(client, f"{address}?{urlencode(day('op', ON))}")
    assert "8 september 2026" not in then
    assert "hersteld door" not in then
    unknown = get(client, f"/dossiers/{dossier.pk}/feit/overleden_op/")
    assert "Niemand heeft dit nog verteld." in unknown
    get(client, f"/dossiers/{dossier.pk}/feit/geen_feit/", status=404)


def test_the_chosen_day_goes_along_over_the_pages_that_know_it(
    client: Client, dossier: Dossier
) -> None:
    asked = urlencode(day("op", ON)).replace("&", "&amp;")
    rule = "waarom/persoonlijk_plan.begin_van_de_klok"
    for page in ("nu", "tijdlijn", "brieven", rule, "feit/doelgroep"):
        with few_queries():
            text = get(client, _page(dossier, page, **day("op", ON)))
        assert "U kijkt naar 14 september 2026." in text, page
        assert "Terug naar vandaag" in text
        for other in ("nu", "tijdlijn", "brieven"):
            assert f"/dossiers/{dossier.pk}/{other}/?{asked}" in text, (page, other)
        assert "Persoon (vandaag)" in text
        for word in ("/vastleggen/", "/nieuw/", "/herstel/", "contactnotitie"):
            assert word not in _main(text), (page, word)


def test_what_the_rules_say_of_a_day_to_come_is_an_expectation(
    people: Team, client: Client, dossier: Dossier
) -> None:
    with as_actor(people[Rol.KLANTMANAGER]):
        record(dossier.pk, "ingeschreven", {"gehuisvest": True}, on=RIGHT, at=later(MENDED + 1))
    text = get(client, _page(dossier, "nu", **day("op", date(2028, 2, 29))))
    assert "U kijkt vooruit naar 29 februari 2028." in text
    assert "Dit is een verwachting" in text
    assert "moest uiterlijk" in text  # nobody made the plan: then it is late


@pytest.mark.parametrize("on", [date(1900, 1, 1), date(2021, 12, 31), date(2024, 2, 29)])
@pytest.mark.parametrize("weet", [None, date(1900, 1, 1)])
def test_before_the_dossier_and_the_law_nothing_is_known_and_nothing_breaks(
    client: Client, dossier: Dossier, on: date, weet: date | None
) -> None:
    more = day("weet", weet) if weet else {}
    rule = "waarom/persoonlijk_plan.uiterste_dag"
    for page in ("nu", "tijdlijn", "brieven", rule, "feit/doelgroep"):
        assert "asielstatushouder" not in _body(
            get(client, _page(dossier, page, **day("op", on), **more))
        )


def _main(text: str) -> str:
    return text.partition("<main")[2].partition("</main>")[0]


def _body(text: str) -> str:
    """What stands beneath the head and the tabs, which are of today."""
    return text.partition('<section class="tijdreis"')[2]


@pytest.mark.parametrize("on", [date(2040, 2, 29), date(2100, 12, 31)])
def test_beyond_the_numbers_that_are_known_it_is_unknown_and_no_error(
    client: Client, dossier: Dossier, on: date
) -> None:
    rules = ("bijstandsnorm.bijstandsnorm", "persoonlijk_plan.uiterste_dag", "ontzorgen.ontzorgen")
    for page in ("nu", *(f"waarom/{rule}" for rule in rules if _is_rule(rule))):
        get(client, _page(dossier, page, **day("op", on)))


def _is_rule(name: str) -> bool:
    from meedoen.rules.catalogue import rules

    return any(each.name == name for each in rules())


def test_letters_stand_as_they_stood(people: Team, dossier: Dossier) -> None:
    actor = people[Rol.KLANTMANAGER]
    give_mandate(HIER, Besluitrecht(Rol.KLANTMANAGER, KIND, "mandaat"), van=date(2022, 1, 1))
    told = {"dag": date(2026, 10, 1), "tijd": "10.00 uur", "plaats": "Raadhuisplein 1"}
    with as_actor(actor):
        at = MENDED + 10
        made = propose(dossier.pk, KIND, told, on=RIGHT, at=later(at))
        sign(made.pk, on=RIGHT, at=later(at + 10))
        send(made.pk, HAND, on=RIGHT, at=later(at + 20))
        withdraw(made.pk, "vergist", on=RIGHT, at=later(at + 30))
        stood = [_stood(dossier, at + more) for more in (-1, 0, 10, 20, 30)]
    assert stood == [
        None,
        (False, False, False, False),
        (True, False, False, False),
        (True, True, True, False),
        (True, True, True, True),
    ]


def _stood(dossier: Dossier, minutes: int) -> tuple[bool, ...] | None:
    """Whether a letter was signed, sent, dated and withdrawn at a moment."""
    found = besluiten_then(dossier, later(minutes))
    if not found:
        return None
    one = found[0]
    known = (one.ondertekend_at, one.verzonden_at, one.dagtekening, one.ingetrokken_op)
    return tuple(each is not None for each in known)


def test_who_hides_today_is_not_seen_on_an_earlier_day_either(
    people: Team, client: Client, dossier: Dossier
) -> None:
    actor = people[Rol.KLANTMANAGER]
    partner = dossier_for(actor, "Yonas Haile")
    rol = Gezinslid.Rol.PARTNER
    with as_actor(actor):
        unite((dossier.pk, rol), (partner.pk, rol), on=ON, at=later(MENDED + 1))
    then = _page(dossier, "nu", **day("op", ON + timedelta(days=1)))
    assert "Yonas Haile" in get(client, then)
    with as_actor(actor):
        how = {"kanaal": "bel", "uren": "", "niet_zeggen": "", "niet_horen": ""}
        set_safe_contact(partner.pk, how, on=ON + timedelta(days=9), at=later(3 * MENDED))
    assert "Yonas" not in get(client, then)
