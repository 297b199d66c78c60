"""How content leaves the tables for good: SQL for migrations, beside guards.py.

A withdrawal takes some contents, or all of a dossier as destruction does; both ask two people.
"""

from django.db.migrations import RunSQL

from meedoen.accounts.roles import ZAAKROLLEN
from meedoen.dossier.guards import CHAIN_FUNCTION, DESTROY_FUNCTION

_IN_SCOPE = """
CREATE FUNCTION dossier_in_beeld(gemeente int) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT gemeente = ANY (current_setting('meedoen.gemeenten')::int[])
$$;
"""

# Everything of a dossier; its envelopes, and what was declared about it, stay.
_ERASE = """
CREATE FUNCTION dossier_wis(d bigint, dag date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE p bigint;
BEGIN
  SELECT persoon_id INTO p FROM dossier_dossier WHERE id = d FOR UPDATE;
  DELETE FROM dossier_besluit WHERE dossier_id = d;
  DELETE FROM dossier_documentinhoud WHERE dossier_id = d;
  DELETE FROM dossier_document WHERE dossier_id = d;
  DELETE FROM dossier_afspraak WHERE dossier_id = d;
  DELETE FROM dossier_bijzonder WHERE dossier_id = d;
  DELETE FROM dossier_feit WHERE dossier_id = d;
  DELETE FROM dossier_stand WHERE dossier_id = d;
  DELETE FROM dossier_inhoud WHERE dossier_id = d;
  DELETE FROM dossier_betrokkenheid WHERE dossier_id = d;
  DELETE FROM dossier_beperking WHERE dossier_id = d;
  DELETE FROM dossier_inzageverzoek WHERE dossier_id = d;
  UPDATE dossier_dossier SET persoon_id = NULL, klantmanager_id = NULL, vernietigd_op = dag
    WHERE id = d;
  DELETE FROM dossier_naamsleutel WHERE persoon_id = p;
  DELETE FROM dossier_gezinslid WHERE persoon_id = p;
  DELETE FROM dossier_adres WHERE persoon_id = p;
  DELETE FROM dossier_veiligcontact WHERE persoon_id = p;
  DELETE FROM dossier_vertegenwoordiging WHERE persoon_id = p;
  DELETE FROM dossier_afwezigheid WHERE persoon_id = p;
  DELETE FROM dossier_identiteitsbewijs WHERE persoon_id = p;
  DELETE FROM dossier_persoon WHERE id = p;
END $$;
REVOKE ALL ON FUNCTION dossier_wis(bigint, date) FROM PUBLIC;
"""

_DESTROY = """
CREATE OR REPLACE FUNCTION dossier_vernietig(welke bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v dossier_vernietiging;
BEGIN
  SELECT * INTO v FROM dossier_vernietiging WHERE id = welke FOR UPDATE;
  IF v.id IS NULL OR NOT dossier_in_beeld(v.gemeente_id) THEN
    RAISE EXCEPTION 'deze vernietiging is er niet' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF v.goedgekeurd_door_id IS NULL OR v.goedgekeurd_door_id = v.voorgesteld_door_id
     OR v.verklaring = '' THEN
    RAISE EXCEPTION 'een ander moet de vernietiging goedkeuren'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM dossier_moet_niet_blijven(v.dossier_id);
  PERFORM dossier_wis(v.dossier_id, (v.goedgekeurd_at AT TIME ZONE 'Europe/Amsterdam')::date);
END $$;
"""

_HELD = """
CREATE FUNCTION dossier_moet_niet_blijven(d bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM dossier_bewaarblokkade b WHERE b.dossier_id = d AND b.tot IS NULL) THEN
    RAISE EXCEPTION 'dit dossier moet bewaard blijven' USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;
REVOKE ALL ON FUNCTION dossier_moet_niet_blijven(bigint) FROM PUBLIC;
"""

# An open objection or an appeal without a ruling. Who approves a destruction reads no objections,
# so the database answers.
_OBJECTED = """
CREATE FUNCTION dossier_loopt_bezwaar(d bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM dossier_bezwaar b LEFT JOIN dossier_besluit l ON l.id = b.beslissing_id
    WHERE b.dossier_id = d AND dossier_in_beeld(b.gemeente_id) AND b.ingetrokken_op IS NULL
      AND (l.verzonden_at IS NULL OR (b.beroep_op IS NOT NULL AND b.uitspraak_op IS NULL)))
$$;
REVOKE ALL ON FUNCTION dossier_loopt_bezwaar(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION dossier_loopt_bezwaar(bigint) TO meedoen_web, meedoen_worker;
"""

# A receipt names per fact the gebeurtenis that told it.
_RESTS_ON = """
CREATE FUNCTION dossier_rust_op(bon bytea, nummers int[]) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT EXISTS (SELECT FROM jsonb_each(convert_from(bon, 'UTF8')::jsonb -> 'feiten') f
                 WHERE (f.value ->> 'gebeurtenis')::int = ANY (nummers))
$$;
"""

# Who approves sees no letters: of those that went out it gets the kind, day and channel.
_LETTERS = """
CREATE FUNCTION dossier_brieven_op(welke bigint)
RETURNS TABLE (besluit bigint, soort text, dag date, kanaal text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT b.id, b.soort, b.dagtekening, b.kanaal
  FROM dossier_intrekking i JOIN dossier_besluit b ON b.dossier_id = i.dossier_id
  WHERE i.id = welke AND dossier_in_beeld(i.gemeente_id) AND b.verzonden_at IS NOT NULL
    AND (i.soort = 'dossier' OR dossier_rust_op(b.bon, i.nummers))
  ORDER BY b.dagtekening, b.id
$$;
REVOKE ALL ON FUNCTION dossier_brieven_op(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION dossier_brieven_op(bigint) TO meedoen_web, meedoen_worker;
"""

# The facts are as if they were never told: `stand` says what the other gebeurtenissen say.
_RESTORE = """
CREATE FUNCTION dossier_stand_zonder(d bigint, namen text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE n text; w text; t text;
BEGIN
  FOREACH n IN ARRAY namen LOOP
    SELECT format_type(a.atttypid, a.atttypmod) INTO t FROM pg_attribute a
      WHERE a.attrelid = 'dossier_stand'::regclass AND a.attname = n AND NOT a.attisdropped;
    CONTINUE WHEN t IS NULL;
    w := (SELECT f.waarde FROM dossier_feit f WHERE f.dossier_id = d AND f.naam = n
            AND NOT EXISTS (SELECT FROM dossier_gebeurtenis g
                            WHERE g.dossier_id = d AND g.herstelt = f.nummer)
          ORDER BY f.geldt_van DESC, f.nummer DESC LIMIT 1);
    IF t = 'boolean' THEN w := (w = 'ja')::text; END IF;
    EXECUTE format('UPDATE dossier_stand SET %I = $1::%s WHERE dossier_id = $2', n, t) USING w, d;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION dossier_stand_zonder(bigint, text[]) FROM PUBLIC;
"""

WITHDRAW = """
CREATE FUNCTION dossier_trek_in(welke bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE v dossier_intrekking; lijnen bigint[]; namen text[];
BEGIN
  SELECT * INTO v FROM dossier_intrekking WHERE id = welke FOR UPDATE;
  IF v.id IS NULL OR NOT dossier_in_beeld(v.gemeente_id) THEN
    RAISE EXCEPTION 'deze intrekking is er niet' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF v.goedgekeurd IS NOT TRUE OR v.besloten_door_id IS NULL
     OR v.besloten_door_id = v.voorgesteld_door_id OR v.verklaring = '' THEN
    RAISE EXCEPTION 'een ander moet de intrekking goedkeuren'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM dossier_moet_niet_blijven(v.dossier_id);
  IF v.soort = 'dossier' THEN
    PERFORM dossier_wis(v.dossier_id, (v.besloten_at AT TIME ZONE 'Europe/Amsterdam')::date);
    RETURN;
  END IF;
  lijnen := ARRAY(SELECT id FROM dossier_gebeurtenis
                  WHERE dossier_id = v.dossier_id AND nummer = ANY (v.nummers));
  namen := ARRAY(SELECT DISTINCT naam FROM dossier_feit WHERE gebeurtenis_id = ANY (lijnen));
  DELETE FROM dossier_besluit b WHERE b.dossier_id = v.dossier_id AND b.verzonden_at IS NULL
    AND dossier_rust_op(b.bon, v.nummers);
  DELETE FROM dossier_documentinhoud WHERE document_id = v.document AND dossier_id = v.dossier_id;
  DELETE FROM dossier_document WHERE id = v.document AND dossier_id = v.dossier_id;
  DELETE FROM dossier_bijzonder WHERE gebeurtenis_id = ANY (lijnen);
  DELETE FROM dossier_feit WHERE gebeurtenis_id = ANY (lijnen);
  DELETE FROM dossier_inhoud WHERE gebeurtenis_id = ANY (lijnen);
  PERFORM dossier_stand_zonder(v.dossier_id, namen);
END $$;
REVOKE ALL ON FUNCTION dossier_trek_in(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION dossier_trek_in(bigint) TO meedoen_web, meedoen_worker;
"""

# The FG appends an envelope when it approves, and reads no facts: the database counts for it.
CHAIN = CHAIN_FUNCTION.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION").replace(
    "  RETURN NEW;",
    """  IF current_setting('meedoen.rol', true) = 'fg' THEN
    UPDATE dossier_stand SET bijgewerkt_tot = NEW.nummer WHERE dossier_id = d.id;
  END IF;
  RETURN NEW;""",
)


# The one door to special texts for who gives inzage: of one dossier, and only while it is asked.
_SPECIAL_TEXTS = """
CREATE FUNCTION dossier_bijzonder_voor_inzage(d bigint)
RETURNS TABLE (nummer int, naam text, tekst text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT g.nummer, b.naam, b.tekst
  FROM dossier_bijzonder b JOIN dossier_gebeurtenis g ON g.id = b.gebeurtenis_id
  WHERE b.dossier_id = d AND dossier_in_beeld(b.gemeente_id)
    AND current_setting('meedoen.rol') = 'kwaliteitsmedewerker'
    AND EXISTS (SELECT FROM dossier_inzageverzoek v
                WHERE v.dossier_id = d AND v.gegeven_op IS NULL)
  ORDER BY g.nummer, b.naam
$$;
REVOKE ALL ON FUNCTION dossier_bijzonder_voor_inzage(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION dossier_bijzonder_voor_inzage(bigint) TO meedoen_web;
"""

# Who oversees finds a person by a number, and learns the id of the row only.
_PERSON_OF = """
CREATE FUNCTION dossier_persoon_van(dossiernummer text, vreemdeling text, hash bytea)
RETURNS TABLE (persoon bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id FROM dossier_dossier d JOIN dossier_persoon p ON p.id = d.persoon_id
  WHERE dossier_in_beeld(d.gemeente_id) AND current_setting('meedoen.rol') = 'fg'
    AND (d.nummer = dossiernummer OR p.vnummer = vreemdeling OR p.bsn_hash = hash)
  ORDER BY d.id LIMIT 1
$$;
REVOKE ALL ON FUNCTION dossier_persoon_van(text, text, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION dossier_persoon_van(text, text, bytea) TO meedoen_web;
"""


_ALSO = "  DELETE FROM dossier_%s WHERE dossier_id = d;\n"


def also_erased(*tables: str) -> RunSQL:
    """What is erased of a dossier, with these tables besides: their rows go first, in this order.

    Names without the prefix of the app. A migration that adds a table names those before it too.
    """
    return RunSQL(erased(*tables), RunSQL.noop)


def erased(*tables: str) -> str:
    """The function that erases a dossier, made again to erase these tables too."""
    more = "".join(_ALSO % table for table in tables)
    mark = "  DELETE FROM dossier_besluit WHERE"
    again = _ERASE.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION", 1)
    return again.replace(mark, more + mark, 1)


def erasure() -> list[RunSQL]:
    """The functions by which data is withdrawn, and by which destruction shares what it erases."""
    destroy_before = DESTROY_FUNCTION.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")
    return [
        RunSQL(_IN_SCOPE, "DROP FUNCTION dossier_in_beeld(int)"),
        RunSQL(_ERASE, "DROP FUNCTION dossier_wis(bigint, date)"),
        RunSQL(_HELD, "DROP FUNCTION dossier_moet_niet_blijven(bigint)"),
        RunSQL(_DESTROY, destroy_before),
        RunSQL(_RESTS_ON, "DROP FUNCTION dossier_rust_op(bytea, int[])"),
        RunSQL(_LETTERS, "DROP FUNCTION dossier_brieven_op(bigint)"),
        RunSQL(_RESTORE, "DROP FUNCTION dossier_stand_zonder(bigint, text[])"),
        RunSQL(WITHDRAW, "DROP FUNCTION dossier_trek_in(bigint)"),
        RunSQL(CHAIN, CHAIN_FUNCTION.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")),
        RunSQL(_PERSON_OF, "DROP FUNCTION dossier_persoon_van(text, text, bytea)"),
        RunSQL(_SPECIAL_TEXTS, "DROP FUNCTION dossier_bijzonder_voor_inzage(bigint)"),
    ]


_HELD_AGAIN = _HELD.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION", 1)
HELD = _HELD_AGAIN.replace(
    "b.tot IS NULL) THEN", "b.tot IS NULL)\n     OR dossier_loopt_bezwaar(d) THEN", 1
)


def held_by_objection() -> list[RunSQL]:
    """What is open before the college or a court keeps its dossier."""
    return [
        RunSQL(_OBJECTED, "DROP FUNCTION dossier_loopt_bezwaar(bigint)"),
        RunSQL(HELD, _HELD_AGAIN),
    ]


def read_by_cases_only(table: str) -> RunSQL:
    """Who oversees may add to this table (an approval is a gebeurtenis), and read nothing in it."""
    words = ", ".join(f"'{rol.value}'" for rol in ZAAKROLLEN)
    return RunSQL(
        f"CREATE POLICY lezen ON {table} AS RESTRICTIVE FOR SELECT TO meedoen_web, meedoen_worker"
        f" USING ((SELECT meedoen_rol()) IN ({words}))",
        f"DROP POLICY lezen ON {table}",
    )
