"""How what apps above keep of a dossier goes with it: SQL for migrations, beside erasure.py.

`dossier` knows no app above it. It asks every function by a known name, made by the owner of the
tables; a test finds the table that no such function names.
"""

from collections.abc import Sequence

from django.db.migrations import RunSQL

from meedoen.dossier.erasure import WITHDRAW, erased

# For all of a dossier (lijnen null), or for what some gebeurtenissen (their ids) told.
_OF_APPS = """
CREATE FUNCTION dossier_wis_van_apps(d bigint, lijnen bigint[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE f name;
BEGIN
  FOR f IN SELECT p.proname FROM pg_proc p
           JOIN pg_class c ON c.oid = 'dossier_dossier'::regclass AND c.relowner = p.proowner
           WHERE p.pronamespace = c.relnamespace
             AND p.proname LIKE 'dossier\\_wis\\_van\\_app\\_%'
           ORDER BY p.proname LOOP
    EXECUTE format('SELECT %I($1, $2)', f) USING d, lijnen;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION dossier_wis_van_apps(bigint, bigint[]) FROM PUBLIC;
"""

_WHOLE = "  IF lijnen IS NULL THEN DELETE FROM %s WHERE dossier_id = d; END IF;\n"
_TOLD = (
    "  DELETE FROM %s WHERE dossier_id = d AND (lijnen IS NULL OR gebeurtenis_id = ANY (lijnen));\n"
)


def erased_with_dossier(app: str, *tables: str, of_lines: Sequence[str] = ()) -> RunSQL:
    """What an app above keeps of a dossier goes with it: rows with its dossier_id, in this order.

    Names without the prefix of the app. Rows of the tables `of_lines` also name the gebeurtenis_id
    that told them, and go when that one is withdrawn. A later migration names all tables again.
    """
    name = f"dossier_wis_van_app_{app}"
    rows = [_TOLD % f"{app}_{table}" for table in of_lines]
    rows += [_WHOLE % f"{app}_{table}" for table in tables]
    return RunSQL(
        f"CREATE OR REPLACE FUNCTION {name}(d bigint, lijnen bigint[]) RETURNS void"
        f" LANGUAGE plpgsql AS $$ BEGIN\n{''.join(rows)} END $$;"
        f" REVOKE ALL ON FUNCTION {name}(bigint, bigint[]) FROM PUBLIC;",
        f"DROP FUNCTION IF EXISTS {name}(bigint, bigint[])",
    )


TABLES = ("toezegging", "uitstel", "bezwaar", "verzending")
_FIRST = "  SELECT persoon_id INTO p FROM dossier_dossier WHERE id = d FOR UPDATE;\n"


def erased_by_all(*tables: str) -> str:
    """The function that erases a dossier, made again: it asks the apps above, then these tables."""
    return erased(*tables).replace(_FIRST, f"{_FIRST}  PERFORM dossier_wis_van_apps(d, NULL);\n", 1)


def also_erased_by_all(*tables: str) -> RunSQL:
    """These tables of a dossier are erased too, besides what was named before."""
    return RunSQL(erased_by_all(*tables, *TABLES), erased_by_all(*TABLES))


_WITHDRAW_AGAIN = WITHDRAW.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION", 1)
_LAST = "  DELETE FROM dossier_bijzonder WHERE gebeurtenis_id = ANY (lijnen);\n"
WITHDRAW_BY_ALL = _WITHDRAW_AGAIN.replace(
    _LAST, f"  PERFORM dossier_wis_van_apps(v.dossier_id, lijnen);\n{_LAST}", 1
)


def asks_apps() -> list[RunSQL]:
    """Erasing and withdrawing ask the apps above too; what `also_erased` named stays named."""
    return [
        RunSQL(_OF_APPS, "DROP FUNCTION dossier_wis_van_apps(bigint, bigint[])"),
        RunSQL(erased_by_all(*TABLES), erased(*TABLES)),
        RunSQL(WITHDRAW_BY_ALL, _WITHDRAW_AGAIN),
    ]
