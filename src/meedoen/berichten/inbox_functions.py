"""How the database itself takes in a notice, in one statement: SQL for migrations.

The functions are of the owner of the tables: whoever may call them may add by them, and no more.
"""

from django.db.migrations import RunSQL

# The web server remembers which number is whose; here it is asked whether that is still so.
# Sent again, it is the same message: another with its number is kept beside it, for an official.
# The job is made in the same transaction. Where one waits already, none is added: so a NOTIFY, for
# which all commits stand in line, is rare when many notices come at once.
_RECEIVE = """
CREATE FUNCTION berichten_ontvang(
  voor int, doel text, dag date, nummer uuid, van text, code text, geregistreerd timestamptz,
  ontvangen timestamptz, wie_hash bytea, hash bytea, inhoud text, vreemd text[]) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE b bigint; had bytea; uitkomst text := 'nieuw';
BEGIN
  IF NOT EXISTS (SELECT FROM accounts_oin o JOIN accounts_gemeente g ON g.code = o.gemeente_id
      WHERE o.oin = doel AND o.gemeente_id = voor AND g.doet_mee
        AND o.van <= dag AND (o.tot IS NULL OR o.tot > dag)) THEN
    RETURN 'onbekend';
  END IF;
  INSERT INTO berichten_bericht (gemeente_id, bericht_id, eerste, bron, gebeurtenis,
      geregistreerd_at, ontvangen_at, wie, inhoud_hash, opvallend, stand, waarom, pogingen,
      volgende_at)
    VALUES (voor, nummer, true, van, code, geregistreerd, ontvangen, wie_hash, hash, vreemd,
      'ontvangen', '', 0, ontvangen)
    ON CONFLICT (gemeente_id, bericht_id) WHERE eerste DO NOTHING RETURNING id INTO b;
  IF b IS NULL THEN
    SELECT inhoud_hash INTO had FROM berichten_bericht
      WHERE gemeente_id = voor AND bericht_id = nummer AND eerste;
    IF had = hash THEN RETURN 'herhaald'; END IF;
    INSERT INTO berichten_bericht (gemeente_id, bericht_id, eerste, bron, gebeurtenis,
        geregistreerd_at, ontvangen_at, wie, inhoud_hash, opvallend, stand, waarom, pogingen)
      VALUES (voor, nummer, false, van, code, geregistreerd, ontvangen, wie_hash, hash, vreemd,
        'aan_mens', 'zelfde_nummer', 0)
      ON CONFLICT (gemeente_id, bericht_id, inhoud_hash) WHERE NOT eerste DO NOTHING
      RETURNING id INTO b;
    IF b IS NULL THEN RETURN 'herhaald'; END IF;
    uitkomst := 'anders';
  END IF;
  INSERT INTO berichten_berichtinhoud (bericht_id, gemeente_id, verzegeld)
    VALUES (b, voor, inhoud);
  IF uitkomst = 'nieuw' AND NOT EXISTS (SELECT FROM procrastinate_jobs
      WHERE queueing_lock = 'verwerk_berichten' AND status = 'todo') THEN
    INSERT INTO procrastinate_jobs (queue_name, task_name, queueing_lock)
      VALUES ('default', 'meedoen.berichten.tasks.verwerk_berichten', 'verwerk_berichten')
      ON CONFLICT (queueing_lock) WHERE status = 'todo' DO NOTHING;
  END IF;
  RETURN uitkomst;
END $$;
REVOKE ALL ON FUNCTION berichten_ontvang(
  int, text, date, uuid, text, text, timestamptz, timestamptz, bytea, bytea, text, text[])
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION berichten_ontvang(
  int, text, date, uuid, text, text, timestamptz, timestamptz, bytea, bytea, text, text[])
  TO meedoen_web;
"""

_REFUSE = """
CREATE FUNCTION berichten_weiger(
  voor int, ontvangen timestamptz, antwoord int, waarom text, inhoud text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO berichten_geweigerd (gemeente_id, ontvangen_at, status, reden, verzegeld)
    VALUES (voor, ontvangen, antwoord, waarom, inhoud)
$$;
REVOKE ALL ON FUNCTION berichten_weiger(int, timestamptz, int, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION berichten_weiger(int, timestamptz, int, text, text) TO meedoen_web;
"""

_FORGET = """
CREATE FUNCTION berichten_vergeet_geweigerd(voor timestamptz) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH weg AS (DELETE FROM berichten_geweigerd WHERE ontvangen_at < voor RETURNING 1)
  SELECT count(*) FROM weg
$$;
REVOKE ALL ON FUNCTION berichten_vergeet_geweigerd(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION berichten_vergeet_geweigerd(timestamptz) TO meedoen_worker;
"""

# Of somebody who is in no dossier nothing else can take it away. What still waits for a decision
# stays: nobody looked at it yet.
FORGET_NOBODY = """
CREATE FUNCTION berichten_vergeet_van_niemand(voor timestamptz) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH oud AS (SELECT id FROM berichten_bericht WHERE dossier_id IS NULL
                 AND stand = 'afgehandeld' AND verwerkt_at < voor),
    inhoud AS (DELETE FROM berichten_berichtinhoud WHERE bericht_id IN (SELECT id FROM oud)),
    weg AS (DELETE FROM berichten_bericht WHERE id IN (SELECT id FROM oud) RETURNING 1)
  SELECT count(*) FROM weg
$$;
REVOKE ALL ON FUNCTION berichten_vergeet_van_niemand(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION berichten_vergeet_van_niemand(timestamptz) TO meedoen_worker;
"""

# Who keeps the connection working sees no notice of anybody: of them it gets counts and moments.
_PULSE = """
CREATE FUNCTION berichten_hartslag(voor int, sinds timestamptz)
RETURNS TABLE (laatste timestamptz, open_sinds timestamptz, mislukt bigint, aan_mens bigint,
               geweigerd bigint, laatste_weigering timestamptz, onbekend_doel bigint,
               dossiers bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT (SELECT ontvangen_at FROM berichten_bericht WHERE gemeente_id = voor
          ORDER BY id DESC LIMIT 1),
    (SELECT min(ontvangen_at) FROM berichten_bericht WHERE gemeente_id = voor
      AND stand IN ('ontvangen', 'mislukt')),
    (SELECT count(*) FROM berichten_bericht WHERE gemeente_id = voor AND stand = 'mislukt'),
    (SELECT count(*) FROM berichten_bericht WHERE gemeente_id = voor AND stand = 'aan_mens'),
    (SELECT count(*) FROM berichten_geweigerd WHERE gemeente_id = voor AND ontvangen_at >= sinds),
    (SELECT max(ontvangen_at) FROM berichten_geweigerd WHERE gemeente_id = voor),
    (SELECT count(*) FROM berichten_geweigerd WHERE gemeente_id IS NULL AND ontvangen_at >= sinds),
    (SELECT count(*) FROM dossier_dossier WHERE gemeente_id = voor AND persoon_id IS NOT NULL)
  WHERE dossier_in_beeld(voor)
$$;
REVOKE ALL ON FUNCTION berichten_hartslag(int, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION berichten_hartslag(int, timestamptz) TO meedoen_web, meedoen_worker;
"""

# What DUO wrote of somebody goes with the dossier: also what was never put in it.
_ERASE = """
CREATE FUNCTION berichten_wis() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE welke bigint[];
BEGIN
  welke := ARRAY(SELECT id FROM berichten_bericht WHERE dossier_id = NEW.id
                 UNION SELECT b.id FROM berichten_bericht b
                   JOIN dossier_persoon p ON p.gemeente_id = b.gemeente_id AND p.bsn_hash = b.wie
                   WHERE p.id = OLD.persoon_id);
  DELETE FROM berichten_berichtinhoud WHERE bericht_id = ANY (welke);
  DELETE FROM berichten_bericht WHERE id = ANY (welke);
  RETURN NULL;
END $$;
CREATE TRIGGER berichten_wis AFTER UPDATE OF vernietigd_op ON dossier_dossier
  FOR EACH ROW WHEN (OLD.vernietigd_op IS NULL AND NEW.vernietigd_op IS NOT NULL)
  EXECUTE FUNCTION berichten_wis();
"""

# Of somebody who is known by a V-nummer only, what is in no dossier yet is found by the notices
# that are; not by one that an official put there, for that may name the numbers of another.
_BY_BSN = """UNION SELECT b.id FROM berichten_bericht b
                   JOIN dossier_persoon p ON p.gemeente_id = b.gemeente_id AND p.bsn_hash = b.wie
                   WHERE p.id = OLD.persoon_id"""
_BY_NOTICE = """
                 UNION SELECT b.id FROM berichten_bericht b
                   JOIN berichten_bericht ook ON ook.gemeente_id = b.gemeente_id AND ook.wie = b.wie
                   WHERE ook.dossier_id = NEW.id AND NOT ook.gekozen AND b.dossier_id IS NULL"""

_SAME_GEMEENTE = """
CREATE FUNCTION berichten_zelfde_gemeente() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM dossier_dossier
                 WHERE id = NEW.dossier_id AND gemeente_id = NEW.gemeente_id) THEN
    RAISE EXCEPTION 'dit dossier is van een andere gemeente'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER zelfde_gemeente BEFORE INSERT OR UPDATE OF dossier_id ON berichten_bericht
  FOR EACH ROW WHEN (NEW.dossier_id IS NOT NULL) EXECUTE FUNCTION berichten_zelfde_gemeente();
"""


def functions() -> list[RunSQL]:
    """Taking in, refusing, counting and erasing, as the owner of the tables."""
    return [
        RunSQL(_RECEIVE, "DROP FUNCTION berichten_ontvang"),
        RunSQL(_REFUSE, "DROP FUNCTION berichten_weiger"),
        RunSQL(_FORGET, "DROP FUNCTION berichten_vergeet_geweigerd"),
        RunSQL(_PULSE, "DROP FUNCTION berichten_hartslag"),
        RunSQL(_ERASE, "DROP FUNCTION berichten_wis CASCADE"),
        RunSQL(_SAME_GEMEENTE, "DROP FUNCTION berichten_zelfde_gemeente CASCADE"),
    ]


def erases_by_notice() -> RunSQL:
    """With the dossier goes also what is in no dossier and is about the same V-nummer."""
    before = _ERASE.partition("CREATE TRIGGER")[0].replace("CREATE", "CREATE OR REPLACE", 1)
    return RunSQL(before.replace(_BY_BSN, _BY_BSN + _BY_NOTICE), before)
