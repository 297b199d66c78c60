"""The database itself separates municipalities and roles, whatever Python forgets."""

import psycopg
import pytest
from django.db import connection
from django.db.utils import DataError, ProgrammingError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.database import AsRole
from tests.dossier.makers import ELDERS, HIER, dossier_for, team

from meedoen.accounts.actor import Actor
from meedoen.accounts.policies import EXEMPT
from meedoen.accounts.roles import ZAAKROLLEN, Rol
from meedoen.accounts.scope import NoScopeError, as_actor, current_actor
from meedoen.dossier.models import Dossier, Persoon

pytestmark = pytest.mark.usefixtures("db")

TABLES = """
    SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity,
           count(p.polname) FILTER (WHERE p.polname IN ('eigenaar', 'nazien', 'gemeente', 'rol'))
    FROM pg_class c LEFT JOIN pg_policy p ON p.polrelid = c.oid
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
    GROUP BY c.oid, c.relname
"""


def test_every_table_is_protected_or_exempt_with_a_reason() -> None:
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        tables = {name: (forced, policies) for name, forced, policies in cursor.fetchall()}
    bare = {name for name, (forced, policies) in tables.items() if not forced or policies < 4}
    assert "dossier_dossier" in tables
    assert bare == set(EXEMPT)
    assert all(EXEMPT.values())


def test_without_a_scope_a_query_is_an_error() -> None:
    dossier_for(team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER])
    with pytest.raises((ProgrammingError, DataError)):
        list(Dossier.objects.all())


def test_the_role_alone_fails_without_a_scope_whatever_the_planner_asks_first() -> None:
    with as_actor(team(HIER, Rol.JURIST)[Rol.JURIST]):
        pass
    with connection.cursor() as cursor:
        cursor.execute("SELECT qual, with_check FROM pg_policies WHERE policyname = 'rol'")
        for qual, check in cursor.fetchall():
            assert "meedoen_rol()" in qual
            assert "meedoen.rol" not in f"{qual}{check}"
        with pytest.raises(DataError, match="no scope"):
            cursor.execute("SELECT meedoen_rol()")


def test_outside_a_scope_nobody_acts() -> None:
    with pytest.raises(NoScopeError):
        current_actor()


def test_scopes_may_be_nested_and_are_restored() -> None:
    here, there = team(HIER, Rol.JURIST)[Rol.JURIST], team(ELDERS, Rol.JURIST)[Rol.JURIST]
    with as_actor(here):
        with as_actor(there):
            assert current_actor() is there
        assert current_actor() is here
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('meedoen.gemeenten')")
            assert cursor.fetchone() == (f"{{{HIER}}}",)


def test_a_scope_ends_with_the_error_that_broke_it() -> None:
    here = team(HIER, Rol.JURIST)[Rol.JURIST]
    with as_actor(here):
        with pytest.raises(ZeroDivisionError), as_actor(here):
            raise ZeroDivisionError
        assert Dossier.objects.count() == 0


def test_another_municipality_sees_and_writes_nothing() -> None:
    here = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    there = team(ELDERS, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    dossier = dossier_for(here)
    with as_actor(there):
        assert not Dossier.objects.filter(pk=dossier.pk).exists()
        assert Dossier.objects.filter(pk=dossier.pk).update(versie=9) == 0
        assert Persoon.objects.count() == 0
    with pytest.raises(ProgrammingError, match="row-level security"), as_actor(there):
        Persoon.objects.create(
            gemeente_id=HIER, geslachtsnaam="X", sorteernaam="x", geboortedatum="0000-00-00"
        )


@pytest.mark.parametrize("rol", Rol)
def test_a_role_without_cases_sees_no_row(rol: Rol) -> None:
    people = team()
    dossier_for(people[Rol.KLANTMANAGER])
    with as_actor(people[rol]):
        assert Persoon.objects.exists() is (rol in ZAAKROLLEN)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from([9990, 9991, 9992]), max_size=6),
    st.sets(st.sampled_from([9990, 9991, 9992]), max_size=4),
    st.sampled_from(list(Rol)),
)
def test_what_is_seen_is_what_is_in_scope(rows: list[int], scope: set[int], rol: Rol) -> None:
    with pytest.raises(UndoError):
        _look(rows, scope, rol)


class UndoError(Exception):
    """Takes back what an example wrote."""


def _look(rows: list[int], scope: set[int], rol: Rol) -> None:
    everywhere = Actor(None, "iedereen", Rol.TEAMLEIDER, (9990, 9991, 9992))
    with as_actor(everywhere):
        for number, code in enumerate(rows):
            Persoon.objects.create(
                gemeente_id=code,
                geslachtsnaam=f"N{number}",
                sorteernaam=f"n{number}",
                geboortedatum="0000-00-00",
            )
        with as_actor(Actor(None, "iemand", rol, tuple(sorted(scope)))):
            seen = sorted(Persoon.objects.values_list("gemeente_id", flat=True))
        wanted = sorted(code for code in rows if code in scope and rol in ZAAKROLLEN)
        assert seen == wanted
        raise UndoError


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE dossier_gebeurtenis SET soort = 'contact'",
        "DELETE FROM dossier_gebeurtenis",
        "UPDATE dossier_inhoud SET zout = ''",
        "DELETE FROM dossier_inhoud",
        "UPDATE dossier_feit SET waarde = 'ja'",
        "DELETE FROM dossier_feit",
        "DELETE FROM dossier_besluit",
        "UPDATE dossier_dossier SET laatste_nummer = 0",
        "DELETE FROM dossier_dossier",
        "TRUNCATE dossier_persoon CASCADE",
        "ALTER TABLE dossier_dossier DISABLE ROW LEVEL SECURITY",
        "SET ROLE meedoen_owner",
        "UPDATE accounts_gemeente SET naam = 'x'",
    ],
)
def test_the_web_role_may_not(sql: str) -> None:
    here = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    dossier_for(here)
    with pytest.raises(ProgrammingError), as_actor(here), connection.cursor() as cursor:
        cursor.execute(sql)


def test_the_audit_role_reads_all_and_writes_nothing(as_role: AsRole) -> None:
    with as_role("meedoen_audit") as audit:
        audit.execute("SELECT count(*) FROM dossier_dossier")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            audit.execute("UPDATE dossier_dossier SET versie = 2")
