"""Who may write which version of what letters say: SQL for migrations.

One role proposes in its own name, another puts in force; what was decided never changes. The
database holds this, whatever Python forgets.
"""

from django.db.migrations import RunSQL

from meedoen.accounts.policies import WRITERS, protect
from meedoen.accounts.roles import ZAAKROLLEN, Recht, Rol, with_right

_DECISION = "van, besloten_door_id, besloten_at, goedgekeurd, antwoord"
_ME = "(SELECT current_setting('meedoen.medewerker'))::bigint"


def versions_of_two(table: str) -> list[RunSQL]:
    """Protect a table of versions: read by whoever makes letters and by who keeps the texts."""
    proposers, deciders = with_right(Recht.TEKSTEN_BEHEREN), with_right(Recht.TEKSTEN_VASTSTELLEN)
    writers = ", ".join(WRITERS)
    own = f"{among(proposers)} AND voorgesteld_door_id = {_ME} AND besloten_at IS NULL"
    decided = (
        f"besloten_door_id = {_ME} AND ({among(deciders)}"
        f" OR (NOT goedgekeurd AND voorgesteld_door_id = {_ME}))"
    )
    # only migrations call this, with tables and roles of our own: nothing typed by anybody
    more = RunSQL(
        f"""
        CREATE POLICY voorstel ON {table} AS RESTRICTIVE FOR INSERT TO {writers}
            WITH CHECK ({own});
        CREATE POLICY beslissing ON {table} AS RESTRICTIVE FOR UPDATE TO {writers}
            USING (besloten_at IS NULL) WITH CHECK ({decided});
        """,  # nosec B608
        f"DROP POLICY beslissing ON {table}; DROP POLICY voorstel ON {table};",
    )
    readers = tuple(dict.fromkeys((*ZAAKROLLEN, *proposers, *deciders)))
    rights = f"SELECT, INSERT, UPDATE ({_DECISION})"
    return [protect(table, rights=rights, rollen=readers), more]


def among(rollen: tuple[Rol, ...]) -> str:
    """The condition that the role of the scope is one of these."""
    words = ", ".join(f"'{rol.value}'" for rol in rollen)
    return f"(SELECT meedoen_rol()) IN ({words})"
