"""What the database itself holds about a diary, a besluit and destruction: SQL for migrations.

Python writes; these functions refuse what would break the chain, whoever writes.
"""

from django.db.migrations import RunSQL

# Children must be of the municipality of their parent, whoever is allowed in several.
_SAME_GEMEENTE = {
    "dossier_dossier": (
        "betrokkenheid", "gebeurtenis", "inhoud", "feit", "bijzonder", "bewaarblokkade",
        "vernietiging", "document", "documentinhoud", "afspraak", "besluit", "stand",
    ),
    "dossier_persoon": (
        "dossier", "naamsleutel", "gezinslid", "adres", "veiligcontact", "vertegenwoordiging",
        "afwezigheid", "identiteitsbewijs",
    ),
}  # fmt: skip

CHAIN_FUNCTION = """
CREATE FUNCTION dossier_keten() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE d dossier_dossier;
BEGIN
  SELECT * INTO d FROM dossier_dossier WHERE id = NEW.dossier_id FOR UPDATE;
  IF NEW.nummer <> d.laatste_nummer + 1 OR NEW.vorige_hash <> d.laatste_hash THEN
    RAISE EXCEPTION 'gebeurtenis % volgt niet op %', NEW.nummer, d.laatste_nummer
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.vastgelegd_at < d.laatste_at THEN
    RAISE EXCEPTION 'vastgelegd voor de laatste gebeurtenis'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  UPDATE dossier_dossier
    SET laatste_nummer = NEW.nummer, laatste_hash = NEW.hash, laatste_at = NEW.vastgelegd_at
    WHERE id = d.id;
  RETURN NEW;
END $$;
"""

# The same in one statement instead of two: most lines follow on the one before. What the FG writes
# is counted by the database, as the FG reads no facts.
CHAIN_AT_ONCE = """
CREATE OR REPLACE FUNCTION dossier_keten() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE d dossier_dossier;
BEGIN
  UPDATE dossier_dossier
    SET laatste_nummer = NEW.nummer, laatste_hash = NEW.hash, laatste_at = NEW.vastgelegd_at
    WHERE id = NEW.dossier_id AND laatste_nummer = NEW.nummer - 1
      AND laatste_hash = NEW.vorige_hash
      AND (laatste_at IS NULL OR laatste_at <= NEW.vastgelegd_at);
  IF NOT FOUND THEN
    SELECT * INTO d FROM dossier_dossier WHERE id = NEW.dossier_id;
    IF NEW.nummer = d.laatste_nummer + 1 AND NEW.vorige_hash = d.laatste_hash THEN
      RAISE EXCEPTION 'vastgelegd voor de laatste gebeurtenis'
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RAISE EXCEPTION 'gebeurtenis % volgt niet op %', NEW.nummer, d.laatste_nummer
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF current_setting('meedoen.rol', true) = 'fg' THEN
    UPDATE dossier_stand SET bijgewerkt_tot = NEW.nummer WHERE dossier_id = NEW.dossier_id;
  END IF;
  RETURN NEW;
END $$;
"""

_CHAIN = (
    CHAIN_FUNCTION
    + """
CREATE TRIGGER keten BEFORE INSERT ON dossier_gebeurtenis
  FOR EACH ROW EXECUTE FUNCTION dossier_keten();
"""
)

_FROZEN = """
CREATE FUNCTION dossier_bevroren() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ondertekend_at IS NOT NULL AND
     (NEW.waarden, NEW.bon, NEW.soort, NEW.dossier_id, NEW.afwijking, NEW.ondertekend_at,
      NEW.ondertekend_door_id, NEW.mandaat) IS DISTINCT FROM
     (OLD.waarden, OLD.bon, OLD.soort, OLD.dossier_id, OLD.afwijking, OLD.ondertekend_at,
      OLD.ondertekend_door_id, OLD.mandaat) THEN
    RAISE EXCEPTION 'wat ondertekend is, verandert niet meer'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF OLD.verzonden_at IS NOT NULL AND
     (NEW.verzonden_at, NEW.dagtekening, NEW.kanaal, NEW.brief_id, NEW.geadresseerde)
     IS DISTINCT FROM
     (OLD.verzonden_at, OLD.dagtekening, OLD.kanaal, OLD.brief_id, OLD.geadresseerde) THEN
    RAISE EXCEPTION 'wat verzonden is, verandert niet meer'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bevroren BEFORE UPDATE ON dossier_besluit
  FOR EACH ROW EXECUTE FUNCTION dossier_bevroren();
"""

# The only way in which content leaves: after two people, never under a legal hold, in scope.
DESTROY_FUNCTION = """
CREATE FUNCTION dossier_vernietig(welke bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE v dossier_vernietiging; p bigint; d bigint;
BEGIN
  SELECT * INTO v FROM dossier_vernietiging WHERE id = welke FOR UPDATE;
  IF v.id IS NULL OR NOT v.gemeente_id = ANY (current_setting('meedoen.gemeenten')::int[]) THEN
    RAISE EXCEPTION 'deze vernietiging is er niet' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF v.goedgekeurd_door_id IS NULL OR v.goedgekeurd_door_id = v.voorgesteld_door_id
     OR v.verklaring = '' THEN
    RAISE EXCEPTION 'een ander moet de vernietiging goedkeuren'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  d := v.dossier_id;
  IF EXISTS (SELECT FROM dossier_bewaarblokkade b WHERE b.dossier_id = d AND b.tot IS NULL) THEN
    RAISE EXCEPTION 'dit dossier moet bewaard blijven' USING ERRCODE = 'insufficient_privilege';
  END IF;
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
  UPDATE dossier_dossier SET persoon_id = NULL, klantmanager_id = NULL,
    vernietigd_op = (v.goedgekeurd_at AT TIME ZONE 'Europe/Amsterdam')::date WHERE id = d;
  DELETE FROM dossier_naamsleutel WHERE persoon_id = p;
  DELETE FROM dossier_gezinslid WHERE persoon_id = p;
  DELETE FROM dossier_adres WHERE persoon_id = p;
  DELETE FROM dossier_veiligcontact WHERE persoon_id = p;
  DELETE FROM dossier_vertegenwoordiging WHERE persoon_id = p;
  DELETE FROM dossier_afwezigheid WHERE persoon_id = p;
  DELETE FROM dossier_identiteitsbewijs WHERE persoon_id = p;
  DELETE FROM dossier_persoon WHERE id = p;
END $$;
"""

_DESTROY = (
    DESTROY_FUNCTION
    + """
REVOKE ALL ON FUNCTION dossier_vernietig(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION dossier_vernietig(bigint) TO meedoen_web, meedoen_worker;
"""
)


def guards() -> list[RunSQL]:
    """The functions and triggers of the diary, the besluit and destruction."""
    return [
        RunSQL(_CHAIN, "DROP TRIGGER keten ON dossier_gebeurtenis; DROP FUNCTION dossier_keten();"),
        RunSQL(
            _FROZEN, "DROP TRIGGER bevroren ON dossier_besluit; DROP FUNCTION dossier_bevroren();"
        ),
        RunSQL(_DESTROY, "DROP FUNCTION dossier_vernietig(bigint)"),
    ]


def same_gemeente() -> list[RunSQL]:
    """A row and the dossier or person that it belongs to are of one municipality, always."""
    made = []
    for parent, children in _SAME_GEMEENTE.items():
        column = f"{parent.removeprefix('dossier_')}_id"
        made.append(
            RunSQL(
                f"ALTER TABLE {parent} ADD CONSTRAINT {parent}_gemeente UNIQUE (id, gemeente_id)",
                f"ALTER TABLE {parent} DROP CONSTRAINT {parent}_gemeente",
            )
        )
        made += [child_of(parent, column, child) for child in children]
    return made


def child_of(parent: str, column: str, child: str, *, app: str = "dossier") -> RunSQL:
    """Rows of this table are of the municipality of the row that they belong to."""
    return RunSQL(
        f"ALTER TABLE {app}_{child} ADD CONSTRAINT {child}_zelfde_gemeente FOREIGN KEY"
        f" ({column}, gemeente_id) REFERENCES {parent} (id, gemeente_id)",
        f"ALTER TABLE {app}_{child} DROP CONSTRAINT {child}_zelfde_gemeente",
    )
