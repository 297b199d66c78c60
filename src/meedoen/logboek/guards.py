"""What the database itself holds about the log: SQL for migrations.

A line takes a shared lock of its municipality before it gets its number, and keeps it until its
transaction ends. The sealer takes the same lock for itself alone: then every line with a lower
number is there for good or never comes (docs/decisions/0008-sealing-the-access-log.md).
"""

from django.db.migrations import RunSQL

LOCKS = 20080  # the class of these advisory locks; the municipality (CBS code) is the object

_LOCK = f"""
CREATE FUNCTION logboek_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared({LOCKS}, code)
    FROM unnest(current_setting('meedoen.gemeenten')::int[]) code;
  RETURN NULL;
END $$;
CREATE TRIGGER open BEFORE INSERT ON logboek_logregel
  FOR EACH STATEMENT EXECUTE FUNCTION logboek_open();
"""

_FROZEN = """
CREATE FUNCTION logboek_bevroren() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'het logboek verandert niet: er komt alleen bij'
    USING ERRCODE = 'integrity_constraint_violation';
END $$;
"""

_SHAPE = """
ALTER TABLE logboek_logregel
  ADD CONSTRAINT logregel_trace CHECK (octet_length(trace_id) = 16),
  ADD CONSTRAINT logregel_span CHECK (octet_length(span_id) = 8),
  ADD CONSTRAINT logregel_parent CHECK (octet_length(parent_span_id) = 8),
  ADD CONSTRAINT logregel_betrokkene CHECK
    (octet_length(betrokkene) = 32 AND betrokkene_type <> ''
     OR betrokkene IS NULL AND betrokkene_type = ''),
  ADD CONSTRAINT logregel_einde CHECK (einde_at >= begin_at);
ALTER TABLE logboek_zegel
  ADD CONSTRAINT zegel_regels CHECK (octet_length(regels) = 40 * aantal),
  ADD CONSTRAINT zegel_hmac CHECK (octet_length(hmac) = 32 AND octet_length(vorige_hmac) = 32);
"""


def guards() -> list[RunSQL]:
    """The lock of a line, the shape of lines and seals, and the refusal to change any of them."""
    return [
        RunSQL(_LOCK, "DROP TRIGGER open ON logboek_logregel; DROP FUNCTION logboek_open();"),
        RunSQL(_SHAPE, RunSQL.noop),
        RunSQL(_FROZEN, "DROP FUNCTION logboek_bevroren()"),
        *[_frozen(table) for table in ("logboek_logregel", "logboek_zegel")],
    ]


def _frozen(table: str) -> RunSQL:
    return RunSQL(
        f"CREATE TRIGGER bevroren BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}"
        " FOR EACH STATEMENT EXECUTE FUNCTION logboek_bevroren()",
        f"DROP TRIGGER bevroren ON {table}",
    )
