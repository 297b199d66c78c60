"""Objections: a last day of their own, the same when looking back, and they hold a dossier."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError
from tests.apps.browsing import get
from tests.apps.visitor import visitor
from tests.dossier.letters_ready import INVITATION, at_home, officials
from tests.dossier.makers import ON, Team, later
from tests.dossier.test_bezwaar import ANSWER, DECISION, FACTS, GENERAL, at

from meedoen.accounts.models import Gemeente
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions import bezwaar as acts
from meedoen.dossier.actions.besluiten import propose, send, sign
from meedoen.dossier.actions.destruction import destroy, propose_destruction
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.as_of import end_of
from meedoen.dossier.bezwaar import KIND, clock_of
from meedoen.dossier.models import Besluit, Bezwaar, Dossier, Vernietiging
from meedoen.dossier.queries import dossiers_visible_to
from meedoen.law.loader import law_for
from meedoen.werkplek.bezwaren import items_of_bezwaren, items_then
from meedoen.werkplek.item import Item
from meedoen.werkplek.queries import all_items

CAME = date(2026, 10, 1)
Kanaal, Uitkomst, Uitstel = Bezwaar.Kanaal, Bezwaar.Uitkomst, Bezwaar.Uitstel


@pytest.fixture
def people(db: None) -> Team:
    return officials(INVITATION, GENERAL, KIND)


@pytest.fixture
def row(people: Team) -> Bezwaar:
    dossier = at_home(people)
    with as_actor(people[Rol.KLANTMANAGER]):
        made = propose(dossier.pk, GENERAL, DECISION, on=ON, at=later(2), gronden=FACTS)
        sign(made.pk, on=ON, at=later(3))
        send(made.pk, "post", on=ON, at=later(4))
        return acts.receive(made.pk, Kanaal.BALIE, acts.Dagen(CAME), on=CAME, at=at(CAME))


def _work(people: Team, on: date) -> list[tuple[str, date | None]]:
    actor = people[Rol.JURIST]
    with as_actor(actor):
        items = all_items(actor, Gemeente.objects.get(pk=people.gemeente), on=on)
    return [(i.signaal.name, i.day) for i in items if i.signaal.name.startswith("bezwaar")]


def _said(items: list[Item]) -> list[tuple[Any, ...]]:
    return [(i.signaal.name, i.day, i.key, i.waarom, i.words["wat"]) for i in items]


def test_an_objection_has_its_own_last_day_which_good_friday_moves(
    people: Team, row: Bezwaar
) -> None:
    """Sent on Friday 1 January 2027: objecting until 12 February, six weeks on is Good Friday."""
    with as_actor(people[Rol.JURIST]):
        assert _work(people, CAME) == [("bezwaar", clock_of(row, on=CAME).beslissen)]
        row.besluit.dagtekening = date(2027, 1, 1)
        assert clock_of(row, on=CAME).beslissen == date(2027, 3, 30)


def test_looking_back_shows_the_objection_as_it_was_known(people: Team, row: Bezwaar) -> None:
    """Saved at the end of each day, while steps are taken; seen the same from the last one."""
    jurist = people[Rol.JURIST]
    day = [CAME + timedelta(days=each) for each in range(9)]
    agreed = date(2027, 6, 1)
    steps: tuple[Callable[[date], object], ...] = (
        lambda on: acts.ask_to_mend(row.pk, "naam", voor=day[7], on=on, at=at(on)),
        lambda on: acts.mended(row.pk, hersteld=True, on=on, at=at(on)),
        lambda on: acts.ask_committee(row.pk, on=on, at=at(on)),
        lambda on: acts.adjourn(row.pk, on=on, at=at(on)),
        lambda on: acts.put_off(row.pk, Uitstel.ALLEN, tot_en_met=agreed, on=on, at=at(on)),
        lambda on: acts.put_off(
            row.pk, Uitstel.ALLEN, tot_en_met=agreed + timedelta(days=9), on=on, at=at(on)
        ),
        lambda on: _decided(people, row, on),
    )
    with as_actor(jurist):
        dossier = Dossier.objects.select_related("gemeente").get(pk=row.dossier_id)
        visible = dossiers_visible_to(jurist, on=CAME)
        law = law_for(dossier.gemeente.stelsel, dossier.gemeente_id)
        seen = {CAME: _said(items_of_bezwaren(visible, law, on=CAME))}
    for on, step in zip(day[1:], steps, strict=False):
        with as_actor(jurist):
            step(on)
        with as_actor(jurist):
            seen[on] = _said(items_of_bezwaren(visible, law, on=on))
    with as_actor(jurist):
        for on, said in seen.items():
            assert _said(items_then(dossier, law, on=on, known_at=end_of(on))) == said, on
        before = CAME - timedelta(days=1)
        assert not items_then(dossier, law, on=before, known_at=end_of(day[-1]))
    assert [len(said) for said in seen.values()] == [1, 1, 1, 1, 1, 1, 1, 0]
    # completed while one could still object: no day of the time to decide was lost
    assert seen[day[2]] == seen[CAME]
    assert len(set(map(str, seen.values()))) == len(seen) - 1, "each other step says something new"
    page = get(visitor(jurist), f"/dossiers/{dossier.pk}/nu/?op_dag=1&op_maand=10&op_jaar=2026")
    assert "Beslis uiterlijk op 7 december 2026 op het bezwaar" in page


def _decided(people: Team, row: Bezwaar, on: date) -> Besluit:
    acts.heard(row.pk, on=on, at=at(on))
    made = propose(row.dossier_id, KIND, ANSWER, on=on, at=at(on), gronden=FACTS)
    acts.decide(row.pk, Uitkomst.ONGEGROND, on=on, at=at(on))
    with as_actor(people[Rol.TEAMLEIDER]):
        sign(made.pk, on=on, at=at(on))
        return send(made.pk, "post", on=on, at=at(on, 10))


def test_an_open_objection_and_an_appeal_keep_the_dossier(people: Team, row: Bezwaar) -> None:
    """Also where it came after the proposal; and not in Python only."""
    pk, kwaliteit, fg = row.dossier_id, people[Rol.KWALITEITSMEDEWERKER], people[Rol.FG]
    page = f"/dossiers/{pk}/bewaren/"
    assert "Er loopt een bezwaar of beroep" in get(visitor(kwaliteit), page)
    with as_actor(kwaliteit), pytest.raises(DiaryError, match="bezwaar of beroep"):
        propose_destruction(pk, "voorbij", on=CAME, at=at(CAME))
    with as_actor(people[Rol.JURIST]):
        _decided(people, row, CAME)
    with as_actor(kwaliteit):
        proposed = propose_destruction(pk, "voorbij", on=CAME, at=at(CAME, 11))
    with as_actor(people[Rol.JURIST]):
        acts.appeal(row.pk, "Den Haag", on=CAME, at=at(CAME, 12))
    with as_actor(fg):
        with pytest.raises(DiaryError, match="bezwaar of beroep"):
            destroy(proposed.pk, on=CAME, at=at(CAME, 13))
        done = {"goedgekeurd_door": fg.medewerker_id, "goedgekeurd_at": at(CAME, 13)}
        Vernietiging.objects.filter(pk=proposed.pk).update(verklaring="weg", **done)
        with (
            pytest.raises(ProgrammingError, match="moet bewaard blijven"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute("SELECT dossier_vernietig(%s)", [proposed.pk])
