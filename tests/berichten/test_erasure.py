"""What DUO sent goes with the dossier, also of somebody who is known by a V-nummer only."""

from dataclasses import replace
from typing import Any

import pytest
from tests.berichten.sender import duo_is_known, inbox, known_by_oin, send
from tests.berichten.wire import notice
from tests.dossier.makers import HIER, ON, Team, later, somebody, team

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.berichten.gedaan_actions import mark_done
from meedoen.berichten.models import Bericht, Berichtinhoud, Gedaan
from meedoen.dossier.actions.destruction import destroy, propose_destruction
from meedoen.dossier.actions.people import open_dossier

pytestmark = pytest.mark.usefixtures("db")
KM, CHIEF, QUALITY = Rol.KLANTMANAGER, Rol.TEAMLEIDER, Rol.KWALITEITSMEDEWERKER
VNUMMER, OTHER = 9998000001, 9998000002


def _came(people: Team, vnummer: int, code: str = "SS113", **state: object) -> Bericht:
    send(notice(code, bsn=None, vNummer=vnummer))
    with as_actor(people[CHIEF]):
        found = inbox()[-1]
        Bericht.objects.filter(pk=found.pk).update(**state)
        found.refresh_from_db()
    return found


def test_what_came_by_v_nummer_goes_too_and_of_nobody_else() -> None:
    people = team(HIER, KM, CHIEF, QUALITY, Rol.FG)
    known_by_oin()
    with as_actor(people[KM]):
        person = replace(somebody(), vnummer=str(VNUMMER))
        who = people[KM].medewerker_id
        dossier = open_dossier(HIER, person, on=ON, at=later(0), klantmanager=who)
    done: dict[str, Any] = {"dossier": dossier.pk, "stand": "verwerkt", "volgende_at": None}
    with duo_is_known:
        told = _came(people, VNUMMER, **done)
        _came(people, VNUMMER)  # never put in the dossier
        others = _came(people, OTHER)
        # an official put this one in the dossier, whatever number it names
        _came(people, OTHER + 1, "SS114", gekozen=True, **done)
        theirs = _came(people, OTHER + 1)
    with as_actor(people[KM]):
        mark_done(told, "gebeld", on=ON, at=later(4))
    with as_actor(people[QUALITY]):
        proposed = propose_destruction(dossier.pk, "termijn voorbij", on=ON, at=later(5))
    with as_actor(people[Rol.FG]):
        destroy(proposed.pk, on=ON, at=later(6))
    with as_actor(people[CHIEF]):
        assert [each.pk for each in inbox()] == [others.pk, theirs.pk]
        assert Berichtinhoud.objects.count() == 2
        assert not Gedaan.objects.exists()
