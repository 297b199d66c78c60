"""Lines in many diaries at once are the lines that one at a time would be."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.dossier.makers import APART, HIER, ON, dossier_for, later, somebody, team

from meedoen.accounts.actor import Actor
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.diary import Content, DiaryError, append, lock
from meedoen.dossier.actions.many import Told, open_dossiers, tell_many
from meedoen.dossier.actions.people import open_dossier
from meedoen.dossier.models import Dossier, Feit, Gebeurtenis, Naamsleutel, Stand
from meedoen.dossier.verify import CHECKS, one_moment

FACTS = st.fixed_dictionaries(
    {},
    optional={
        "gekoppeld_op": st.dates(ON - timedelta(days=9), ON),
        "gehuisvest": st.booleans(),
        "cursusuren": st.integers(0, 900),
    },
)
LINE = st.tuples(st.integers(0, 2), FACTS, st.sampled_from(("", "aan de balie")), st.integers(0, 5))


@pytest.fixture
def actor(db: None) -> Actor:
    return team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]


def _told(dossiers: list[int], line: tuple[int, dict[str, Any], str, int]) -> Told:
    place, facts, text, ago = line
    content = Content(feiten=facts, teksten={"toelichting": text} if text else {})
    return Told(dossiers[place], "gekoppeld", content, ON - timedelta(days=ago))


def _diary(dossier: int) -> tuple[Any, ...]:
    """All that is kept, but ids, hashes and salts."""
    lines = Gebeurtenis.objects.filter(dossier=dossier).select_related("inhoud").order_by("nummer")
    told = [
        (row.nummer, row.soort, row.gebeurd_op, row.vastgelegd_at, row.medewerker_id)
        for row in lines
    ]
    contents = [json.loads(bytes(row.inhoud.bytes)) for row in lines]
    facts = Feit.objects.filter(dossier=dossier).order_by("nummer", "naam")
    stand = Stand.objects.filter(pk=dossier).values().get()
    return told, contents, list(facts.values_list("nummer", "naam", "waarde", "geldt_van")), stand


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(LINE, min_size=1, max_size=9))
def test_many_lines_at_once_are_those_of_one_at_a_time(
    actor: Actor, lines: list[tuple[int, dict[str, Any], str, int]]
) -> None:
    with as_actor(actor), transaction.atomic():
        people = [somebody(f"Iemand {name}") for name in APART[:3]]
        ids = open_dossiers(HIER, people, on=ON, at=later(0))
        both: list[list[tuple[Any, ...]]] = []
        for write in (_at_once, _one_at_a_time):
            with transaction.atomic():
                write([_told(ids, line) for line in lines])
                both.append([_diary(each) for each in ids])
                transaction.set_rollback(True)
        transaction.set_rollback(True)
    assert both[0] == both[1]


def _at_once(lines: list[Told]) -> None:
    tell_many(lines, at=later(1))


def _one_at_a_time(lines: list[Told]) -> None:
    for each in lines:
        append(lock(each.dossier), each.soort, each.content, on=each.on, at=later(1))


def test_what_was_written_at_once_is_found_whole(actor: Actor) -> None:
    with as_actor(actor):
        people = [somebody(f"Iemand {name}") for name in APART[:3]]
        ids = open_dossiers(HIER, people, on=ON, at=later(0))
        lines = [
            (place, {"gehuisvest": False, "cursusuren": 9}, "aan de balie", 0)
            for place in (2, 0, 2)
        ]
        tell_many([_told(ids, line) for line in lines], at=later(1))
        with one_moment():
            assert not [fault for check in CHECKS.values() for fault in check()]


def test_many_dossiers_are_opened_as_one_is(actor: Actor) -> None:
    one, other = somebody("Selam Tesfay"), somebody("Selam Tesfay")
    with as_actor(actor):
        alone = open_dossier(HIER, one, on=ON, at=later(0)).pk
        among = open_dossiers(HIER, [other], on=ON, at=later(0))[0]
        told, contents, facts, stand = _diary(among)
        expected = _diary(alone)
        assert (told, contents, facts) == expected[:3]
        assert stand == expected[3] | {"dossier_id": among}
        rows = Dossier.objects.filter(pk__in=(alone, among)).values_list("persoon", flat=True)
        keys = [
            sorted(Naamsleutel.objects.filter(persoon=each).values_list("soort", "sleutel"))
            for each in rows
        ]
        assert keys[0] == keys[1]


def test_one_line_that_cannot_be_leaves_nothing_of_the_others(actor: Actor) -> None:
    dossiers = [dossier_for(actor, f"Iemand {name}").pk for name in APART[:2]]
    wrong = Told(dossiers[1], "gekoppeld", Content(), ON + timedelta(days=1))
    right = Told(dossiers[0], "gekoppeld", Content(feiten={"gehuisvest": False}), ON)
    with as_actor(actor):
        with pytest.raises(DiaryError), transaction.atomic():
            tell_many([right, wrong], at=later(1))
        assert Gebeurtenis.objects.filter(dossier__in=dossiers).count() == 2
        assert tell_many([], at=later(1)) == []
