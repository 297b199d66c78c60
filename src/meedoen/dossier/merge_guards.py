"""What the database itself does and holds when two dossiers become one: SQL for migrations.

Python tells the diary anew and asks; these functions move the rest, after two people, in scope.
"""

from django.db.migrations import RunSQL

from meedoen.accounts.policies import WRITERS, protect
from meedoen.accounts.roles import Recht, with_right
from meedoen.dossier.erasure import CHAIN, HELD
from meedoen.dossier.erasure_apps import WITHDRAW_BY_ALL, erased_by_all
from meedoen.dossier.version_policies import among

_ME = "(SELECT current_setting('meedoen.medewerker'))::bigint"
_DECISION = "besloten_door_id, besloten_at, goedgekeurd, antwoord"
ERASED = ("overgenomen", "onderscheid", "toezegging", "uitstel", "bezwaar", "verzending")
BEFORE = ERASED[1:]

# Nothing is added to a diary that was told anew in another.
_END = """  IF d.samengevoegd_met_id IS NOT NULL THEN
    RAISE EXCEPTION 'dit dossier is samengevoegd'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
"""
_CLOSED_CHAIN = CHAIN.replace("  IF NEW.nummer <>", f"{_END}  IF NEW.nummer <>", 1)

# The web server and the worker may change a dossier, but not say that it became another.
_BY_FUNCTION_ONLY = """
CREATE FUNCTION dossier_samen_door_twee() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.samengevoegd_met_id IS DISTINCT FROM OLD.samengevoegd_met_id
     AND current_user IN ('meedoen_web', 'meedoen_worker') THEN
    RAISE EXCEPTION 'samenvoegen doen twee mensen' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER samen_door_twee BEFORE UPDATE ON dossier_dossier
  FOR EACH ROW EXECUTE FUNCTION dossier_samen_door_twee();
"""

# Rows of a person go along where no period of the other is in the way; else they stay with the
# row of the person that was, and so in the copy of AVG 15.
_PERSON = """
CREATE FUNCTION dossier_neem_persoon_over(oud bigint, nieuw bigint) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['adres', 'gezinslid', 'veiligcontact', 'afwezigheid'] LOOP
    EXECUTE format(
      'UPDATE dossier_%1$s a SET persoon_id = $2 WHERE a.persoon_id = $1 AND NOT EXISTS ('
      || 'SELECT FROM dossier_%1$s b WHERE b.persoon_id = $2'
      || ' AND daterange(a.van, a.tot) && daterange(b.van, b.tot)'
      || CASE t WHEN 'adres' THEN
           ' AND (a.soort = ''briefadres'') = (b.soort = ''briefadres'')' ELSE '' END || ')', t)
      USING oud, nieuw;
  END LOOP;
  UPDATE dossier_vertegenwoordiging SET persoon_id = nieuw WHERE persoon_id = oud;
  UPDATE dossier_identiteitsbewijs SET persoon_id = nieuw WHERE persoon_id = oud;
  DELETE FROM dossier_naamsleutel WHERE persoon_id = oud;
END $$;
REVOKE ALL ON FUNCTION dossier_neem_persoon_over(bigint, bigint) FROM PUBLIC;
"""

# Letters and besluiten stay: what was signed never changes, nor the number that stands on it.
_PAPER = """
CREATE FUNCTION dossier_neem_stukken_over(oud bigint, nieuw bigint) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE dossier_afspraak SET dossier_id = nieuw WHERE dossier_id = oud;
  UPDATE dossier_toezegging SET dossier_id = nieuw WHERE dossier_id = oud;
  UPDATE dossier_betrokkenheid SET dossier_id = nieuw WHERE dossier_id = oud;
  UPDATE dossier_uitstel a SET dossier_id = nieuw WHERE a.dossier_id = oud AND NOT EXISTS (
    SELECT FROM dossier_uitstel b
    WHERE b.dossier_id = nieuw AND b.signaal = a.signaal AND b.sleutel = a.sleutel);
  UPDATE dossier_bewaarblokkade a SET dossier_id = nieuw WHERE a.dossier_id = oud AND NOT EXISTS (
    SELECT FROM dossier_bewaarblokkade b WHERE b.dossier_id = nieuw
      AND daterange(a.van, a.tot) && daterange(b.van, b.tot));
  UPDATE dossier_documentinhoud i SET dossier_id = nieuw FROM dossier_document d
    WHERE d.id = i.document_id AND d.dossier_id = oud AND d.gebeurtenis_id IS NOT NULL;
  UPDATE dossier_document d SET dossier_id = nieuw, gebeurtenis_id = o.gebeurtenis_id
    FROM dossier_overgenomen o WHERE d.dossier_id = oud AND o.bron_id = d.gebeurtenis_id;
  INSERT INTO dossier_bijzonder (gemeente_id, dossier_id, gebeurtenis_id, naam, tekst, zout)
    SELECT b.gemeente_id, nieuw, o.gebeurtenis_id, b.naam, b.tekst, b.zout
    FROM dossier_bijzonder b JOIN dossier_overgenomen o ON o.bron_id = b.gebeurtenis_id
    WHERE b.dossier_id = oud AND o.dossier_id = nieuw;
END $$;
REVOKE ALL ON FUNCTION dossier_neem_stukken_over(bigint, bigint) FROM PUBLIC;
"""

# `dossier` knows no app above it: every table that names a dossier is asked of the catalogue.
_APPS = """
CREATE FUNCTION dossier_neem_van_apps_over(oud bigint, nieuw bigint) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE t name; regels int; genummerd boolean; er boolean;
BEGIN
  FOR t IN SELECT r.relname FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid
           JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
           WHERE c.contype = 'f' AND c.confrelid = 'dossier_dossier'::regclass
             AND cardinality(c.conkey) = 1 AND a.attname = 'dossier_id'
             AND r.relname NOT LIKE 'dossier\\_%' ORDER BY r.relname LOOP
    -- how many lines a row names, and whether it keeps the number of its line too
    regels := (SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND conrelid = t::regclass
               AND confrelid = 'dossier_gebeurtenis'::regclass AND cardinality(conkey) = 1);
    genummerd := regels = 1 AND EXISTS (
      SELECT FROM pg_attribute WHERE attrelid = t::regclass AND attname = 'nummer'
      AND atttypid = 'int4'::regtype);
    EXECUTE format('SELECT EXISTS (SELECT FROM %1$I WHERE dossier_id = $1)'
                   ' AND ($3 OR EXISTS (SELECT FROM %1$I WHERE dossier_id = $2))', t)
      INTO er USING oud, nieuw, regels > 1;
    -- several lines cannot be told apart, and of numbers of two diaries none is the newest
    IF er AND (regels > 1 OR genummerd) THEN
      RAISE EXCEPTION 'kan niet mee' USING ERRCODE = 'unique_violation', TABLE = t;
    END IF;
    IF genummerd THEN
      EXECUTE format('UPDATE %I a SET dossier_id = $2, gebeurtenis_id = g.id, nummer = g.nummer'
                     ' FROM dossier_overgenomen o JOIN dossier_gebeurtenis g'
                     ' ON g.id = o.gebeurtenis_id'
                     ' WHERE a.dossier_id = $1 AND o.bron_id = a.gebeurtenis_id', t)
        USING oud, nieuw;
    ELSIF regels = 1 THEN
      EXECUTE format('UPDATE %I a SET dossier_id = $2, gebeurtenis_id = o.gebeurtenis_id'
                     ' FROM dossier_overgenomen o'
                     ' WHERE a.dossier_id = $1 AND o.bron_id = a.gebeurtenis_id', t)
        USING oud, nieuw;
      EXECUTE format('UPDATE %I SET dossier_id = $2'
                     ' WHERE dossier_id = $1 AND gebeurtenis_id IS NULL', t) USING oud, nieuw;
    ELSE
      EXECUTE format('UPDATE %I SET dossier_id = $2 WHERE dossier_id = $1', t) USING oud, nieuw;
    END IF;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION dossier_neem_van_apps_over(bigint, bigint) FROM PUBLIC;
"""

_MERGE = """
CREATE FUNCTION dossier_voeg_samen(welke bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE v dossier_samenvoeging; oud bigint; nieuw bigint;
BEGIN
  SELECT * INTO v FROM dossier_samenvoeging WHERE id = welke FOR UPDATE;
  IF v.id IS NULL OR NOT dossier_in_beeld(v.gemeente_id) THEN
    RAISE EXCEPTION 'deze samenvoeging is er niet' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF v.goedgekeurd IS NOT TRUE OR v.persoon_id IS NOT NULL OR v.besloten_door_id IS NULL
     OR v.besloten_door_id = v.voorgesteld_door_id THEN
    RAISE EXCEPTION 'een ander moet de samenvoeging bevestigen'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT persoon_id INTO STRICT oud FROM dossier_dossier WHERE id = v.dossier_id FOR UPDATE;
  SELECT persoon_id INTO STRICT nieuw FROM dossier_dossier WHERE id = v.blijft_id FOR UPDATE;
  IF oud IS NULL OR nieuw IS NULL OR EXISTS (
      SELECT FROM dossier_persoon p JOIN dossier_persoon q ON q.id = nieuw
      WHERE p.id = oud AND (p.bsn_hash IS NOT NULL OR p.vnummer IS NOT NULL)) THEN
    RAISE EXCEPTION 'dit zijn geen twee dossiers van een persoon'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  PERFORM dossier_neem_persoon_over(oud, nieuw);
  PERFORM dossier_neem_stukken_over(v.dossier_id, v.blijft_id);
  PERFORM dossier_neem_van_apps_over(v.dossier_id, v.blijft_id);
  UPDATE dossier_samenvoeging SET persoon_id = oud WHERE id = v.id;
  DELETE FROM dossier_stand WHERE dossier_id = v.dossier_id;
  UPDATE dossier_dossier SET samengevoegd_met_id = v.blijft_id
    WHERE samengevoegd_met_id = v.dossier_id;
  UPDATE dossier_dossier SET samengevoegd_met_id = v.blijft_id, persoon_id = NULL
    WHERE id = v.dossier_id;
END $$;
REVOKE ALL ON FUNCTION dossier_voeg_samen(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION dossier_voeg_samen(bigint) TO meedoen_web;
"""

# What was told anew goes with the line it comes from, however often it was told.
_LINES = """  lijnen := lijnen || ARRAY(
    WITH RECURSIVE eerder(id) AS (
      SELECT bron_id FROM dossier_overgenomen WHERE gebeurtenis_id = ANY (lijnen)
      UNION SELECT o.bron_id FROM dossier_overgenomen o JOIN eerder e ON o.gebeurtenis_id = e.id)
    SELECT id FROM eerder);
"""
_NAMES = "  namen := ARRAY(SELECT DISTINCT naam"
_WITHDRAW = WITHDRAW_BY_ALL.replace(_NAMES, _LINES + _NAMES, 1)

_FIRST = "  SELECT persoon_id INTO p FROM dossier_dossier WHERE id = d FOR UPDATE;\n"
_WHOLE = """  PERFORM dossier_wis(s.id, dag) FROM dossier_dossier s
    WHERE s.samengevoegd_met_id = d AND s.vernietigd_op IS NULL;
  SELECT coalesce(x.persoon_id, s.persoon_id) INTO p FROM dossier_dossier x
    LEFT JOIN dossier_samenvoeging s ON s.dossier_id = x.id AND s.goedgekeurd
    WHERE x.id = d FOR UPDATE OF x;
  DELETE FROM dossier_samenvoeging WHERE dossier_id = d OR (blijft_id = d AND persoon_id IS NULL);
"""


def merged_erasure() -> str:
    """The function that erases a dossier, made again: what was merged into it goes along."""
    return erased_by_all(*ERASED).replace(_FIRST, _WHOLE, 1)


# A hold on either keeps both.
_ALSO_HELD = HELD.replace(
    "b.dossier_id = d AND",
    "(b.dossier_id = d OR b.dossier_id IN (\n"
    "      SELECT s.id FROM dossier_dossier s WHERE s.samengevoegd_met_id = d)) AND",
    1,
)


def by_two(table: str) -> list[RunSQL]:
    """Protect the proposals: made in one's own name, decided once, by a role that may."""
    writers = ", ".join(WRITERS)
    proposers = with_right(Recht.SAMENVOEGEN_VOORSTELLEN)
    deciders = with_right(Recht.SAMENVOEGEN_BEVESTIGEN)
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
    return [protect(table, rights=f"SELECT, INSERT, UPDATE ({_DECISION})"), more]


def merge_guards() -> list[RunSQL]:
    """The functions and triggers of merging, and erasing and withdrawing that know of it."""
    return [
        RunSQL(_CLOSED_CHAIN, CHAIN),
        RunSQL(
            _BY_FUNCTION_ONLY,
            "DROP TRIGGER samen_door_twee ON dossier_dossier;"
            " DROP FUNCTION dossier_samen_door_twee();",
        ),
        RunSQL(_PERSON, "DROP FUNCTION dossier_neem_persoon_over(bigint, bigint)"),
        RunSQL(_PAPER, "DROP FUNCTION dossier_neem_stukken_over(bigint, bigint)"),
        RunSQL(_APPS, "DROP FUNCTION dossier_neem_van_apps_over(bigint, bigint)"),
        RunSQL(_MERGE, "DROP FUNCTION dossier_voeg_samen(bigint)"),
        RunSQL(_WITHDRAW, WITHDRAW_BY_ALL),
        RunSQL(merged_erasure(), erased_by_all(*BEFORE)),
        RunSQL(_ALSO_HELD, HELD),
    ]
