"""After a withdrawal all is whole, who approved read nothing, and what went unsaid is found."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.apps import apps
from tests.database import Connection
from tests.dossier.makers import HIER, ON, Team, dossier_for, later, team
from tests.dossier.withdrawing import approve, notice, proposal

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.diary import record
from meedoen.dossier.actions.withdrawal import refuse_withdrawal
from meedoen.dossier.models import Gebeurtenis
from meedoen.dossier.verify import CHECKS

KM, TL, FG = Rol.KLANTMANAGER, Rol.TEAMLEIDER, Rol.FG
SOORT = "kennisgeving_ontvangen"


@pytest.fixture
def people(db: None) -> Team:
    return team(HIER)


@pytest.mark.parametrize(
    "table", ["persoon", "inhoud", "feit", "stand", "bijzonder", "document", "besluit", "afspraak"]
)
def test_who_approves_reads_no_case(people: Team, table: str) -> None:
    dossier_for(people[KM])
    rows = apps.get_model("dossier", table).objects
    with as_actor(people[TL if table != "bijzonder" else KM]):
        assert rows.exists() is (table in {"persoon", "inhoud", "feit", "stand"})
    with as_actor(people[FG]):
        assert not rows.exists()


@contextmanager
def _unguarded(admin: Connection) -> Iterator[None]:
    admin.execute("SET session_replication_role = replica")
    yield
    admin.execute("SET session_replication_role = DEFAULT")
    admin.commit()


def test_verify_finds_it_whole_and_finds_what_went_without_a_word(
    committed_db: str, superuser: Connection
) -> None:
    people = team(HIER, KM, FG)
    dossier, other = notice(people), dossier_for(people[KM], "Omar Haddad")
    with as_actor(people[KM]):
        line = Gebeurtenis.objects.get(dossier=dossier, soort=SOORT)
        record(other.pk, "contact", {"hoe": "telefoon", "notitie": "x"}, on=ON, at=later(9))
    made = proposal(people, dossier, line.nummer)
    approve(people, made)
    refused = proposal(people, other, None, 60)
    with as_actor(people[FG]):
        refuse_withdrawal(refused.pk, "hoort hier wel", on=ON, at=later(61))
    assert not [str(fault) for check in CHECKS.values() for fault in check()]
    with _unguarded(superuser):
        superuser.execute("DELETE FROM dossier_inhoud WHERE dossier_id = %s", [other.pk])
    found = {str(fault) for fault in CHECKS["verklaringen"]()}
    assert f"dossier {other.nummer}, gebeurtenis 2: de inhoud is weg, zonder verklaring" in found
