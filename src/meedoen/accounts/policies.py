"""Row-level security as SQL for migrations: who may read and write which rows of a table.

Meant for `migrations.RunSQL`. Every table is either protected here or in EXEMPT, with the reason;
a test walks the database and finds the one that is neither.
"""

from collections.abc import Sequence

from django.db.migrations import RunSQL

from meedoen.accounts.roles import ZAAKROLLEN, Rol

WRITERS = ("meedoen_web", "meedoen_worker")

# No personal data of newcomers, or needed before there is a scope.
EXEMPT: dict[str, str] = {
    "accounts_gemeente": "the list of municipalities is public",
    "accounts_organisatie": "who executes for whom is public",
    "accounts_uitvoering": "who executes for whom is public",
    "accounts_medewerker": "an official must be found before there is a scope",
    "accounts_rolverlening": "the scope is made from it",
    "accounts_rechtenregel": "rights of officials; how they changed",
    "accounts_vervanging": "which official replaces which; the caseload in sight is made from it",
    "accounts_koppelverzoek": "officials who came through a login of a municipality",
    "accounts_besluitmandaat": "mandates are public decisions",
    "accounts_oin": "the numbers by which organisations know each other are public",
    "accounts_teambeeld": "whether a municipality shows how its work is divided is no secret",
    "intake_spreidingsbeeld": "whether a municipality compares how the intake is filled in",
    "accounts_agendasleutel": "who reads a calendar must be found before there is a scope",
    "accounts_uitnodiging": "an invited official must be found before there is a scope",
    "accounts_teller": "of Django's cache: how often somebody tried to log in, and codes used",
    "accounts_demodag": "the day of the demo",
    "accounts_huisstijl": "how a municipality looks and what it calls its roles is public",
    "account_emailaddress": "of allauth: addresses of officials",
    "account_emailconfirmation": "of allauth; not used",
    "mfa_authenticator": "of allauth: second factors of officials",
    "socialaccount_socialaccount": "of allauth: an official at the login of his municipality",
    "socialaccount_socialapp": "of allauth; not used: the provider stands in the settings",
    "socialaccount_socialtoken": "of allauth; not used: no token is kept",
    "auth_group": "of Django; not used",
    "auth_group_permissions": "of Django; not used",
    "auth_permission": "of Django; not used",
    "django_content_type": "of Django: names of models",
    "django_migrations": "of Django: which migrations ran",
    "django_session": "an official must be known before there is a scope; holds no case data",
    "procrastinate_events": "arguments of jobs hold numbers of rows only",
    "procrastinate_jobs": "arguments of jobs hold numbers of rows only",
    "procrastinate_periodic_defers": "names of tasks",
    "procrastinate_workers": "heartbeats",
}

_GEMEENTE = "gemeente_id = ANY ((SELECT current_setting('meedoen.gemeenten'))::int[])"
_ROL = "(SELECT meedoen_rol())"
# Which policy is asked first, the planner decides: so the role alone must fail without a scope too.
_ROL_OF_SCOPE = """
CREATE OR REPLACE FUNCTION meedoen_rol() RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF current_setting('meedoen.rol') = '' THEN
    RAISE EXCEPTION 'no scope: use accounts.scope.as_actor' USING ERRCODE = 'data_exception';
  END IF;
  RETURN current_setting('meedoen.rol');
END $$;
"""
_READ_BY_FUNCTION = """
DO $do$
DECLARE p record; old text := 'current_setting(''meedoen.rol''::text)';
BEGIN
  FOR p IN SELECT tablename, policyname, qual, with_check FROM pg_policies
           WHERE schemaname = 'public' AND concat(qual, with_check) LIKE '%' || old || '%' LOOP
    EXECUTE format('ALTER POLICY %I ON %I', p.policyname, p.tablename)
      || coalesce(' USING (' || replace(p.qual, old, 'meedoen_rol()') || ')', '')
      || coalesce(' WITH CHECK (' || replace(p.with_check, old, 'meedoen_rol()') || ')', '');
  END LOOP;
END $do$;
"""


def protect(table: str, *, rights: str, rollen: Sequence[Rol] = ZAAKROLLEN) -> RunSQL:
    """Force row-level security on a table and grant `rights` ("SELECT, INSERT") to web and worker.

    Rows of the municipalities in scope only, and only for these roles.
    """
    words = ", ".join(f"'{rol.value}'" for rol in rollen)
    role = f"{_ROL} IN ({words})"
    writers = ", ".join(WRITERS)
    # only migrations call this, with tables and roles of our own: nothing typed by anybody
    return RunSQL(
        f"""
        {_ROL_OF_SCOPE}
        ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY eigenaar ON {table} TO meedoen_owner USING (true) WITH CHECK (true);
        CREATE POLICY nazien ON {table} FOR SELECT TO meedoen_audit USING (true);
        CREATE POLICY gemeente ON {table} TO {writers} USING ({_GEMEENTE})
            WITH CHECK ({_GEMEENTE});
        CREATE POLICY rol ON {table} AS RESTRICTIVE TO {writers} USING ({role})
            WITH CHECK ({role});
        REVOKE ALL ON {table} FROM PUBLIC;
        GRANT {rights} ON {table} TO {writers};
        GRANT SELECT ON {table} TO meedoen_audit;
        """,  # nosec B608
        f"""
        DROP POLICY rol ON {table};
        DROP POLICY gemeente ON {table};
        DROP POLICY nazien ON {table};
        DROP POLICY eigenaar ON {table};
        ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY;
        ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;
        REVOKE ALL ON {table} FROM {writers}, meedoen_audit;
        """,
    )


def role_by_function() -> RunSQL:
    """Policies made before `meedoen_rol` was there ask it too: the same rows, an error sooner."""
    return RunSQL(_ROL_OF_SCOPE + _READ_BY_FUNCTION, RunSQL.noop)


def grant(table: str, rights: str) -> RunSQL:
    """Rights on an exempt table, for web and worker; audit may read it."""
    writers = ", ".join(WRITERS)
    return RunSQL(
        f"GRANT {rights} ON {table} TO {writers}; GRANT SELECT ON {table} TO meedoen_audit;",
        f"REVOKE ALL ON {table} FROM {writers}, meedoen_audit;",
    )


def sequences() -> RunSQL:
    """Numbers for new rows: every sequence that is there when this runs."""
    writers = ", ".join(WRITERS)
    return RunSQL(
        f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {writers}",
        f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {writers}",
    )


def append_only(table: str, *, columns: Sequence[str], readers: Sequence[Rol]) -> RunSQL:
    """A table that web and worker add to in their own name only, and that few roles read.

    Only `columns` can be given: the id comes by itself, so that no row can be put in between.
    `medewerker_id` and `rol` must be those of the scope. Nobody has UPDATE or DELETE.
    """
    words = ", ".join(f"'{rol.value}'" for rol in readers)
    own = (
        "coalesce(medewerker_id, 0) = (SELECT current_setting('meedoen.medewerker'))::bigint"
        f" AND rol = {_ROL}"
    )
    writers = ", ".join(WRITERS)
    return RunSQL(
        f"""
        {_ROL_OF_SCOPE}
        ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY eigenaar ON {table} TO meedoen_owner USING (true) WITH CHECK (true);
        CREATE POLICY nazien ON {table} FOR SELECT TO meedoen_audit USING (true);
        CREATE POLICY gemeente ON {table} TO {writers} USING ({_GEMEENTE})
            WITH CHECK ({_GEMEENTE});
        CREATE POLICY rol ON {table} AS RESTRICTIVE FOR SELECT TO {writers}
            USING ({_ROL} IN ({words}));
        CREATE POLICY eigen_naam ON {table} AS RESTRICTIVE FOR INSERT TO {writers}
            WITH CHECK ({own});
        REVOKE ALL ON {table} FROM PUBLIC;
        GRANT SELECT, INSERT ({", ".join(columns)}) ON {table} TO {writers};
        GRANT SELECT ON {table} TO meedoen_audit;
        """,  # nosec B608
        f"""
        DROP POLICY eigen_naam ON {table};
        DROP POLICY rol ON {table};
        DROP POLICY gemeente ON {table};
        DROP POLICY nazien ON {table};
        DROP POLICY eigenaar ON {table};
        ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY;
        ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;
        REVOKE ALL ON {table} FROM {writers}, meedoen_audit;
        """,
    )
