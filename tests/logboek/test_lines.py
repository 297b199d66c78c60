"""The lines of the log: who may write which, who reads them, and what nobody can do to them."""

from dataclasses import replace
from datetime import date, timedelta

import psycopg
import pytest
from django.db import connection
from django.db.utils import IntegrityError, ProgrammingError
from tests.database import AsRole, Connection
from tests.dossier.makers import ELDERS, HIER, Team, team
from tests.logboek.makers import AT, look

from meedoen.accounts.actor import Actor
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.logboek import queries
from meedoen.logboek.actions import write_look
from meedoen.logboek.looks import Look
from meedoen.logboek.models import Logregel
from meedoen.logboek.pseudonym import pseudonym
from meedoen.logboek.trace import Trace, trace_of

READERS = {Rol.FG, Rol.KWALITEITSMEDEWERKER}
TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"


@pytest.fixture
def people(db: None) -> Team:
    return team(HIER)


def test_a_list_of_three_is_one_line_and_three_below_it(people: Team) -> None:
    made = look(people[Rol.KLANTMANAGER], 1, 2, 3, 2)
    with as_actor(people[Rol.FG]):
        rows = list(Logregel.objects.order_by("pk"))
    top, *below = rows
    assert top.betrokkene is None
    assert top.parent_span_id is None
    wanted = [pseudonym(each, gemeente=HIER) for each in (1, 2, 3)]
    assert [bytes(row.betrokkene) for row in below if row.betrokkene] == wanted
    assert {bytes(row.parent_span_id or b"") for row in below} == {bytes(top.span_id)}
    assert {bytes(row.trace_id) for row in rows} == {made.trace.trace_id}
    assert len({bytes(row.span_id) for row in rows}) == 4


def test_a_trace_from_outside_goes_on(people: Team) -> None:
    actor = people[Rol.KLANTMANAGER]
    with as_actor(actor):
        write_look(Look(actor, HIER, "zoeken", "vinden", AT, trace=trace_of(TRACEPARENT)))
    with as_actor(people[Rol.FG]):
        (row,) = queries.looks_by(actor.official, gemeente=HIER).rows
    assert row.trace.hex() == "4bf92f3577b34da6a3ce929d0e0e4736"
    assert row.parent is not None
    assert row.parent.hex() == "00f067aa0ba902b7"


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "niets",
        TRACEPARENT.upper(),
        TRACEPARENT.replace("00-4", "ff-4"),
        "00-" + "0" * 32 + "-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-" + "0" * 16 + "-01",
        TRACEPARENT + "\n",
    ],
)
def test_a_wrong_trace_begins_a_new_one(header: str | None) -> None:
    one, other = trace_of(header), trace_of(header)
    assert one.parent is None
    assert len(one.trace_id) == 16
    assert one != other


def test_a_later_version_of_the_header_is_read() -> None:
    later = "01" + TRACEPARENT[2:] + "-what-comes-later"
    assert trace_of(later) == trace_of(TRACEPARENT)
    assert trace_of(TRACEPARENT) == Trace(
        bytes.fromhex("4bf92f3577b34da6a3ce929d0e0e4736"), bytes.fromhex("00f067aa0ba902b7")
    )


def test_a_pseudonym_belongs_to_one_municipality() -> None:
    assert pseudonym(1, gemeente=HIER) == pseudonym(1, gemeente=HIER)
    assert len({pseudonym(p, gemeente=g) for p in (1, 2) for g in (HIER, ELDERS)}) == 4


@pytest.mark.parametrize("rol", Rol)
def test_everybody_adds_and_few_read(people: Team, rol: Rol) -> None:
    look(people[rol], 1)
    with as_actor(people[rol]):
        assert Logregel.objects.exists() is (rol in READERS)


def test_another_municipality_reads_none(people: Team) -> None:
    look(people[Rol.KLANTMANAGER], 1)
    with as_actor(team(ELDERS, Rol.FG)[Rol.FG]):
        assert not Logregel.objects.exists()


def test_nobody_writes_in_the_name_of_another(people: Team) -> None:
    me = people[Rol.KLANTMANAGER]
    pretended = [
        replace(me, medewerker_id=people[Rol.JURIST].medewerker_id),
        replace(me, rol=Rol.FG),
        replace(me, medewerker_id=None),
    ]
    for actor in pretended:
        with pytest.raises(ProgrammingError, match="row-level security"), as_actor(me):
            write_look(Look(actor, HIER, "zoeken", "vinden", AT))
    with pytest.raises(ProgrammingError, match="row-level security"), as_actor(me):
        write_look(Look(me, ELDERS, "zoeken", "vinden", AT))


def test_the_system_writes_in_its_own_name(people: Team) -> None:
    look(Actor(None, "Meedoen", Rol.FG, (HIER,)))
    with as_actor(people[Rol.FG]):
        (row,) = queries.looks_on(AT.date(), gemeente=HIER).rows
    assert (row.medewerker, row.who) == (None, "")


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE logboek_logregel SET naam = 'niets'",
        "DELETE FROM logboek_logregel",
        "TRUNCATE logboek_logregel",
        "UPDATE logboek_zegel SET nummer = 0",
        "DELETE FROM logboek_zegel",
    ],
)
def test_nobody_changes_a_line(people: Team, sql: str) -> None:
    with pytest.raises(ProgrammingError), as_actor(people[Rol.FG]):
        connection.cursor().execute(sql)


def test_nobody_chooses_the_number_of_a_line(people: Team) -> None:
    """A line with a low number would stand behind a seal."""
    sql = "INSERT INTO logboek_logregel (id) OVERRIDING SYSTEM VALUE VALUES (1)"
    with pytest.raises(ProgrammingError, match="permission denied"), as_actor(people[Rol.FG]):
        connection.cursor().execute(sql)


def test_only_the_worker_seals(people: Team) -> None:
    sql = "INSERT INTO logboek_zegel (gemeente_id) VALUES (9999)"
    with pytest.raises(ProgrammingError, match="permission denied"), as_actor(people[Rol.FG]):
        connection.cursor().execute(sql)


def test_the_owner_and_the_superuser_change_nothing_either(
    as_role: AsRole, superuser: Connection
) -> None:
    refused = psycopg.errors.IntegrityConstraintViolation
    for each in (b"UPDATE logboek_logregel SET naam = ''", b"DELETE FROM logboek_zegel"):
        with pytest.raises(refused, match="logboek"), as_role("meedoen_owner") as owner:
            owner.execute(each)
        with pytest.raises(refused, match="logboek"):
            superuser.execute(each)
        superuser.rollback()


def test_a_line_that_ends_before_it_begins_is_refused(people: Team) -> None:
    actor = people[Rol.KLANTMANAGER]
    made = Look(actor, HIER, "zoeken", "vinden", AT)
    made._began += 10
    with pytest.raises(IntegrityError), as_actor(actor):
        write_look(made)


def test_pages_go_on_where_the_last_ended(people: Team) -> None:
    actor = people[Rol.KLANTMANAGER]
    for minute in range(5):
        look(actor, 7, at=AT + timedelta(minutes=minute))
    look(actor, 8)
    with as_actor(people[Rol.KWALITEITSMEDEWERKER]):
        first = queries.looks_at(7, gemeente=HIER, most=3)
        second = queries.looks_at(7, gemeente=HIER, most=3, before=first.older)
        exact = queries.looks_at(7, gemeente=HIER, most=5)
    rows = first.rows + second.rows
    assert [row.at.minute for row in rows] == [34, 33, 32, 31, 30]
    assert (second.older, exact.older) == (None, None)
    assert {(row.who, row.rol, row.vorm) for row in rows} == {
        (actor.naam, "klantmanager", "scherm")
    }


def test_a_day_is_a_day_of_this_country(people: Team) -> None:
    late = AT.replace(hour=21, minute=59)  # 23.59 here, in summer
    look(people[Rol.KLANTMANAGER], at=late)
    look(people[Rol.KLANTMANAGER], at=late + timedelta(minutes=1))
    with as_actor(people[Rol.FG]):
        days = [
            [row.at for row in queries.looks_on(date(2026, 9, day), gemeente=HIER).rows]
            for day in (13, 14, 15)
        ]
    assert days == [[], [late], [late + timedelta(minutes=1)]]


def test_counts_say_how_often_and_at_how_many_people(people: Team) -> None:
    one, other = people[Rol.KLANTMANAGER], people[Rol.JURIST]
    for personen in ((1, 2), (2, 3), ()):
        look(one, *personen)
    look(other, 1)
    look(other, 1, at=AT + timedelta(days=1))
    with as_actor(people[Rol.FG]):
        found = queries.counts_by_medewerker(AT.date(), AT.date(), gemeente=HIER)
    assert [(each.who, each.looks, each.people) for each in found] == [
        (one.naam, 3, 3),
        (other.naam, 1, 1),
    ]


def test_the_wire_form_is_that_of_the_standard(people: Team) -> None:
    look(people[Rol.KLANTMANAGER], 7)
    with as_actor(people[Rol.FG]):
        below, top = queries.looks_on(AT.date(), gemeente=HIER).rows
    told = queries.as_ldv(below)
    assert told.keys() == {
        "trace_id", "span_id", "parent_span_id", "status", "name", "start_time", "end_time",
        "attributes",
    }  # fmt: skip
    assert (len(told["trace_id"]), len(told["span_id"])) == (32, 16)
    assert told["parent_span_id"] == top.span.hex()
    assert told["status"] == "Ok"
    assert told["start_time"] == 1789378200000
    assert told["attributes"] == {
        "dpl.core.processing_activity_id": "urn:x-meedoen:verwerking:9999:zoeken",
        "dpl.core.data_subject_id": pseudonym(7, gemeente=HIER).hex(),
        "dpl.core.data_subject_id_type": "persoon",
    }
    assert "parent_span_id" not in queries.as_ldv(top)
    assert queries.as_ldv(top)["attributes"].keys() == {"dpl.core.processing_activity_id"}
