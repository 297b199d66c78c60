"""The database of the demo: made under another name, and given its own when it is complete.

Whoever stops it halfway, starts afresh the next time; what is whole and of this version is kept.
"""

from typing import Any

import typer

from meedoen.config import embedded

DATABASE, UNFINISHED = "meedoen_demo", "meedoen_demo_in_aanmaak"


def fill_if_needed(server: embedded.Server) -> None:
    """A whole municipality of this version, made if it is not there. Django must be ready."""
    import psycopg

    with psycopg.connect(server.url(embedded.SUPERUSER, "postgres"), autocommit=True) as admin:
        _drop(admin, UNFINISHED)
        found = admin.execute("SELECT FROM pg_database WHERE datname = %s", [DATABASE]).fetchone()
        if found is not None and not _of_this_version():
            typer.echo("De demo is van een andere versie van Meedoen. Hij wordt opnieuw gemaakt.")
            _drop(admin, DATABASE)
            found = None
        if found is None:
            _build(server, admin)


def _drop(admin: Any, name: str) -> None:
    admin.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def _of_this_version() -> bool:
    """The same migrations as the code has: none less, and none more."""
    from django.db import connections
    from django.db.migrations.loader import MigrationLoader

    with connections["owner"].temporary_connection():
        loader = MigrationLoader(connections["owner"])
    same = set(loader.applied_migrations) == set(loader.disk_migrations)
    connections.close_all()
    return same


def _build(server: embedded.Server, admin: Any) -> None:
    import psycopg
    from django.db import connections

    from meedoen.config import database_roles
    from meedoen.config.progress import Progress
    from meedoen.config.voorbeeld.build import fill

    typer.echo("Meedoen maakt een gemeente met verzonnen mensen. Dit duurt ongeveer een minuut.")
    database_roles.make_roles(admin, {})
    database_roles.make_database(admin, UNFINISHED)
    with psycopg.connect(server.url(embedded.SUPERUSER, UNFINISHED), autocommit=True) as inside:
        database_roles.close_schema(inside)
    # half a demo is thrown away anyhow: it need not reach the disk after every day
    admin.execute(f"ALTER DATABASE {UNFINISHED} SET synchronous_commit = off")
    _point_at(UNFINISHED)
    _migrate()
    fill(Progress())
    connections.close_all()
    admin.execute(f"ALTER DATABASE {UNFINISHED} RESET synchronous_commit")
    admin.execute(f"ALTER DATABASE {UNFINISHED} RENAME TO {DATABASE}")
    _point_at(DATABASE)


def _point_at(name: str) -> None:
    from django.db import connections

    connections.close_all()
    for alias in connections:
        connections.settings[alias]["NAME"] = name
        connections[alias].settings_dict["NAME"] = name


def _migrate() -> None:
    from django.core.management import call_command

    from meedoen.accounts.actions import load_gemeenten

    call_command("migrate", database="owner", verbosity=0, interactive=False)
    load_gemeenten()
