"""The diary: numbered, chained, append-only; facts follow it, and nothing is lost."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from threading import Barrier, Thread

import psycopg
import pytest
from django.db import connections, transaction
from django.db.utils import IntegrityError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.dossier.makers import AT, ELDERS, HIER, ON, dossier_for, later, team

from meedoen.accounts.actor import Actor, NotAllowedError
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.diary import Content, DiaryError, append, lock, record
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import Dossier, Feit, Gebeurtenis, Stand
from meedoen.dossier.verify import verify_chains, verify_contents, verify_stand
from meedoen.law.register import RegisterError

AsRole = Callable[[str], AbstractContextManager["psycopg.Connection[tuple[object, ...]]"]]


@pytest.fixture
def klantmanager(db: None) -> Actor:
    return team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]


def _notice(
    dossier: Dossier, day: date, *, minutes: int, herstelt: int | None = None
) -> Gebeurtenis:
    return record(
        dossier.pk,
        "kennisgeving_ontvangen",
        {"kennisgeving_op": day},
        on=ON,
        at=later(minutes),
        herstelt=herstelt,
    )


def test_what_is_told_is_a_fact_and_stands(klantmanager: Actor) -> None:
    dossier = dossier_for(klantmanager)
    with as_actor(klantmanager):
        told = _notice(dossier, date(2026, 9, 7), minutes=1)
        known = facts_of([dossier.pk], on=ON).facts.row()
        assert told.nummer == 2
        assert known["kennisgeving_op"] == date(2026, 9, 7)
        assert known["geboren_op"] == date(1991, 3, 16)
        assert Stand.objects.get(pk=dossier.pk).bijgewerkt_tot == 2


def test_a_correction_takes_the_content_back_and_leaves_the_line(klantmanager: Actor) -> None:
    dossier = dossier_for(klantmanager)
    with as_actor(klantmanager):
        wrong = _notice(dossier, date(2026, 9, 7), minutes=1)
        _notice(dossier, date(2026, 9, 1), minutes=2, herstelt=wrong.nummer)
        assert facts_of([dossier.pk], on=ON).facts.row()["kennisgeving_op"] == date(2026, 9, 1)
        then = facts_of([dossier.pk], on=ON, known_at=later(1)).facts.row()
        assert then["kennisgeving_op"] == date(2026, 9, 7)
        assert Gebeurtenis.objects.filter(dossier=dossier).count() == 3


def test_before_it_was_told_it_was_unknown(klantmanager: Actor) -> None:
    dossier = dossier_for(klantmanager)
    with as_actor(klantmanager):
        _notice(dossier, date(2026, 9, 7), minutes=10)
        assert "kennisgeving_op" not in facts_of([dossier.pk], on=ON, known_at=later(9)).facts.row()
        assert "kennisgeving_op" in facts_of([dossier.pk], on=ON, known_at=later(10)).facts.row()


def test_one_equals_many(klantmanager: Actor) -> None:
    dossiers = [dossier_for(klantmanager, f"Iemand N{number}") for number in range(5)]
    with as_actor(klantmanager):
        for number, dossier in enumerate(dossiers):
            _notice(dossier, date(2026, 9, 1) + timedelta(days=number), minutes=number)
        ids = [dossier.pk for dossier in reversed(dossiers)]
        many = facts_of(ids, on=ON)
        alone = [facts_of([one], on=ON).facts.row() for one in ids]
        assert [many.facts.row(place) for place in range(5)] == alone
        then = facts_of(ids, on=ON, known_at=later(60))
        assert [then.facts.row(place) for place in range(5)] == alone


def test_no_dossiers_give_no_rows(klantmanager: Actor) -> None:
    with as_actor(klantmanager):
        assert facts_of([], on=ON).dossiers == ()


def test_a_dossier_out_of_sight_is_an_error_and_not_a_gap(klantmanager: Actor) -> None:
    elsewhere = dossier_for(team(ELDERS, Rol.KLANTMANAGER)[Rol.KLANTMANAGER])
    own = dossier_for(klantmanager)
    with as_actor(klantmanager), pytest.raises(KeyError):
        facts_of([own.pk, elsewhere.pk], on=ON)


@pytest.mark.parametrize(
    ("soort", "gegevens", "error"),
    [
        ("bestaat_niet", {}, DiaryError),
        ("dossier_geopend", {}, DiaryError),
        ("kennisgeving_ontvangen", {"kennisgeving_op": date(2026, 9, 15)}, RegisterError),
        ("kennisgeving_ontvangen", {"cursusuren": 3}, RegisterError),
        ("kennisgeving_ontvangen", {"kennisgeving_op": "morgen"}, RegisterError),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    klantmanager: Actor, soort: str, gegevens: dict[str, object], error: type[Exception]
) -> None:
    dossier = dossier_for(klantmanager)
    with as_actor(klantmanager):
        with pytest.raises(error), transaction.atomic():
            record(dossier.pk, soort, gegevens, on=ON, at=later(1))
        assert Gebeurtenis.objects.filter(dossier=dossier).count() == 1


def test_nothing_happens_in_the_future(klantmanager: Actor) -> None:
    dossier = dossier_for(klantmanager)
    with as_actor(klantmanager), pytest.raises(DiaryError, match="toekomst"):
        record(dossier.pk, "kennisgeving_ontvangen", {}, on=ON + timedelta(days=1), at=later(1))


def test_a_clock_that_runs_behind_is_refused(klantmanager: Actor) -> None:
    dossier = dossier_for(klantmanager)
    with as_actor(klantmanager), pytest.raises(DiaryError, match="klok"):
        _notice(dossier, ON, minutes=-5)


def test_who_waited_for_the_lock_is_stamped_after(klantmanager: Actor) -> None:
    dossier = dossier_for(klantmanager)
    with as_actor(klantmanager):
        _notice(dossier, ON, minutes=2)
        late = record(
            dossier.pk, "kennisgeving_ontvangen", {}, on=ON, at=later(2) - timedelta(seconds=20)
        )
        assert late.vastgelegd_at == later(2)


def test_the_database_refuses_what_breaks_the_chain(klantmanager: Actor) -> None:
    dossier = dossier_for(klantmanager)
    with as_actor(klantmanager):
        first = Gebeurtenis.objects.get(dossier=dossier)
        for changed in ({"nummer": 5}, {"vorige_hash": b"x"}, {"vastgelegd_at": AT - timedelta(1)}):
            fields = {
                "nummer": 2,
                "vorige_hash": bytes(first.hash),
                "vastgelegd_at": AT,
                **changed,
            }
            with pytest.raises(IntegrityError), transaction.atomic():
                Gebeurtenis.objects.create(
                    gemeente_id=HIER,
                    dossier=dossier,
                    soort="contact",
                    gebeurd_op=ON,
                    inhoud_hash=b"y",
                    hash=b"z",
                    **fields,
                )


def test_a_role_may_record_only_what_the_register_gives_it(db: None) -> None:
    people = team(HIER, Rol.KLANTMANAGER, Rol.FG)
    dossier = dossier_for(people[Rol.KLANTMANAGER])
    with as_actor(people[Rol.FG]), pytest.raises(NotAllowedError):
        _notice(dossier, ON, minutes=1)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(
    st.lists(
        st.tuples(st.integers(0, 13), st.booleans(), st.sampled_from(["kennisgeving_ontvangen"])),
        min_size=1,
        max_size=6,
    )
)
def test_stand_is_what_the_diary_says(
    klantmanager: Actor, told: list[tuple[int, bool, str]]
) -> None:
    dossier = dossier_for(klantmanager, "Iemand Anders")
    with as_actor(klantmanager):
        for minute, (days, corrects, soort) in enumerate(told, start=1):
            record(
                dossier.pk,
                soort,
                {"kennisgeving_op": ON - timedelta(days=days)},
                on=ON - timedelta(days=days // 2),
                at=later(minute),
                herstelt=minute if corrects and minute > 1 else None,
            )
        stands = facts_of([dossier.pk], on=ON).facts.row()
        again = facts_of([dossier.pk], on=ON, known_at=later(99)).facts.row()
        assert stands == again
    with pytest.raises(UndoError), transaction.atomic():
        raise UndoError


class UndoError(Exception):
    """Ends an example."""


def test_eight_writers_at_once_keep_numbers_unique_and_chained(committed_db: None) -> None:
    actor = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    dossier = dossier_for(actor)
    ready, failed = Barrier(8), list[Exception]()

    def write(number: int) -> None:
        try:
            ready.wait()
            for minute in range(5):
                with as_actor(actor):
                    content = Content(teksten={"tekst": f"{number}-{minute}"})
                    append(lock(dossier.pk), "contact", content, on=ON, at=later(1))
        except Exception as error:  # noqa: BLE001 - shown by the main thread
            failed.append(error)
        finally:
            connections.close_all()

    writers = [Thread(target=write, args=(number,)) for number in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert not failed
    with as_actor(actor):
        numbers = Gebeurtenis.objects.filter(dossier=dossier).values_list("nummer", flat=True)
        assert sorted(numbers) == list(range(1, 42))
    assert not list(verify_chains())
    assert not list(verify_contents())
    assert not list(verify_stand())


@pytest.mark.parametrize(
    ("sql", "check"),
    [
        ("UPDATE dossier_gebeurtenis SET gebeurd_op = gebeurd_op - 1 WHERE nummer = 2", "keten"),
        ("UPDATE dossier_gebeurtenis SET soort = 'contact' WHERE nummer = 1", "keten"),
        ("UPDATE dossier_inhoud SET bytes = bytes || ' '", "inhoud"),
        ("UPDATE dossier_stand SET kennisgeving_op = kennisgeving_op + 1", "stand"),
        ("DELETE FROM dossier_feit WHERE naam = 'kennisgeving_op'", "stand"),
        ("UPDATE dossier_bijzonder SET tekst = 'anders'", "inhoud"),
    ],
)
def test_a_byte_changed_by_the_superuser_is_found(
    committed_db: None, superuser: "psycopg.Connection[tuple[object, ...]]", sql: str, check: str
) -> None:
    actor = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    dossier = dossier_for(actor)
    with as_actor(actor):
        _notice(dossier, ON, minutes=1)
        special = Content(bijzonder={"toelichting": "vertelde iets over zichzelf"})
        append(lock(dossier.pk), "contact", special, on=ON, at=later(2))
    checks = {"keten": verify_chains, "inhoud": verify_contents, "stand": verify_stand}
    assert not [fault for each in checks.values() for fault in each()]
    changed = superuser.execute(sql)
    superuser.commit()
    assert changed.rowcount > 0
    assert list(checks[check]())


def test_the_last_envelope_cannot_be_cut_off(
    committed_db: None, superuser: "psycopg.Connection[tuple[object, ...]]"
) -> None:
    actor = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    dossier = dossier_for(actor)
    with as_actor(actor):
        append(lock(dossier.pk), "contact", Content(), on=ON, at=later(1))
    superuser.execute(
        "DELETE FROM dossier_inhoud WHERE gebeurtenis_id IN"
        " (SELECT id FROM dossier_gebeurtenis WHERE nummer = 2)"
    )
    superuser.execute("DELETE FROM dossier_gebeurtenis WHERE nummer = 2")
    superuser.commit()
    assert list(verify_chains())


def test_facts_are_never_read_from_special_texts(klantmanager: Actor) -> None:
    dossier = dossier_for(klantmanager)
    with as_actor(klantmanager):
        content = Content(bijzonder={"toelichting": "2026-01-01"})
        append(lock(dossier.pk), "contact", content, on=ON, at=later(1))
        assert not Feit.objects.filter(nummer=2).exists()
