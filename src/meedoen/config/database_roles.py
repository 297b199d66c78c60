"""The roles of the database and their rights on the schema; tables get theirs in migrations."""

from collections.abc import Mapping

from psycopg import Connection, sql

OWNER, WEB, WORKER, AUDIT = "meedoen_owner", "meedoen_web", "meedoen_worker", "meedoen_audit"
ROLES = (OWNER, WEB, WORKER, AUDIT)
_RIGHTS = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION"
_SCHEMA = f"""\
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO {OWNER};
GRANT USAGE ON SCHEMA public TO {WEB}, {WORKER}, {AUDIT};
"""

_SCRIPT = """\
-- Maakt de rollen en de database van Meedoen, of brengt ze bij de tijd. Als superuser, met psql:
--   ./meedoen rollen | psql -v owner=GEHEIM1 -v web=GEHEIM2 -v worker=GEHEIM3 -v audit=GEHEIM4
\\set ON_ERROR_STOP on
{roles}
SELECT 'CREATE DATABASE {database} OWNER {owner} TEMPLATE template0 ENCODING ''UTF8'''
  WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '{database}') \\gexec
\\connect {database}
REVOKE ALL ON DATABASE {database} FROM PUBLIC;
GRANT CONNECT ON DATABASE {database} TO {all};
{schema}"""

_ROLE = """\
SELECT 'CREATE ROLE {role}'
  WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') \\gexec
ALTER ROLE {role} {rights} PASSWORD :'{word}';"""


def make_roles(superuser: "Connection[tuple[object, ...]]", passwords: Mapping[str, str]) -> None:
    """Make the four roles, or bring them up to date. Without a password: for a trusted socket."""
    for role in ROLES:
        found = superuser.execute("SELECT FROM pg_roles WHERE rolname = %s", [role]).fetchone()
        verb = "ALTER" if found is not None else "CREATE"
        secret = (
            sql.SQL(" PASSWORD {}").format(passwords[role]) if role in passwords else sql.SQL("")
        )
        superuser.execute(
            sql.SQL(f"{verb} ROLE {{}} {_RIGHTS}").format(sql.Identifier(role)) + secret
        )


def make_database(superuser: "Connection[tuple[object, ...]]", name: str) -> None:
    """An empty database of the owner. The connection must be in autocommit mode."""
    superuser.execute(
        sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0 ENCODING 'UTF8'").format(
            sql.Identifier(name), sql.Identifier(OWNER)
        )
    )


def close_schema(superuser: "Connection[tuple[object, ...]]") -> None:
    """In a database: only the owner makes tables; the others may enter."""
    superuser.execute(_SCHEMA)


def script(database: str = "meedoen") -> str:
    """The same as a script for psql, for whoever runs the database; twice does no harm."""
    roles = [
        _ROLE.format(role=role, rights=_RIGHTS, word=role.removeprefix("meedoen_"))
        for role in ROLES
    ]
    return _SCRIPT.format(
        roles="\n".join(roles),
        database=database,
        owner=OWNER,
        all=", ".join(ROLES),
        schema=_SCHEMA,
    )


def rollen() -> None:
    """Schrijf het script dat de rollen en de database maakt, voor psql (beheerders)."""
    print(script(), end="")
