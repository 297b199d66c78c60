"""What the database itself holds about sendings: SQL for migrations, beside guards.py."""

from django.db.migrations import RunSQL

# A sent letter is frozen. Only where its sending is recorded as one that came back and does not
# count as made known, a new sending may put its own day and letter in place (decision 0013).
_FROZEN = """
CREATE OR REPLACE FUNCTION dossier_bevroren() RETURNS trigger LANGUAGE plpgsql AS $$
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
     (OLD.verzonden_at, OLD.dagtekening, OLD.kanaal, OLD.brief_id, OLD.geadresseerde)
     AND (NEW.verzonden_at IS NULL OR NOT EXISTS (
       SELECT FROM dossier_verzending v
       WHERE v.besluit_id = OLD.id AND v.brief_id = OLD.brief_id AND v.bekend IS FALSE)) THEN
    RAISE EXCEPTION 'wat verzonden is, verandert niet meer'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
"""

_FROZEN_WITH_FUNCTIE = _FROZEN.replace("NEW.mandaat)", "NEW.mandaat, NEW.functie)").replace(
    "OLD.mandaat)", "OLD.mandaat, OLD.functie)"
)

_PROOF = """
CREATE FUNCTION dossier_bewijs_blijft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.verzonden_at IS NOT NULL AND
     (NEW.besluit_id, NEW.dossier_id, NEW.kanaal, NEW.partij_id, NEW.nummer, NEW.aan, NEW.plaats,
      NEW.hoe, NEW.gezocht, NEW.geadresseerde, NEW.brief_id, NEW.regel, NEW.verzonden_op,
      NEW.verzonden_at, NEW.verzonden_door_id) IS DISTINCT FROM
     (OLD.besluit_id, OLD.dossier_id, OLD.kanaal, OLD.partij_id, OLD.nummer, OLD.aan, OLD.plaats,
      OLD.hoe, OLD.gezocht, OLD.geadresseerde, OLD.brief_id, OLD.regel, OLD.verzonden_op,
      OLD.verzonden_at, OLD.verzonden_door_id) THEN
    RAISE EXCEPTION 'het bewijs van verzending verandert niet meer'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF OLD.terug_op IS NOT NULL AND (NEW.terug_op, NEW.terug_reden, NEW.bekend)
     IS DISTINCT FROM (OLD.terug_op, OLD.terug_reden, OLD.bekend) THEN
    RAISE EXCEPTION 'wat over de terugkomst is vastgelegd, verandert niet meer'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bewijs_blijft BEFORE UPDATE ON dossier_verzending
  FOR EACH ROW EXECUTE FUNCTION dossier_bewijs_blijft();
"""

# What went out before there was a table for it; the number in the diary is of the sending itself.
_BEFORE = """
INSERT INTO dossier_verzending
  (gemeente_id, dossier_id, besluit_id, kanaal, klaargezet_at, klaargezet_door_id, adres_nagekeken,
   nummer, aan, plaats, hoe, gezocht, pdf, fout, geadresseerde, brief_id, regel, verzonden_op,
   verzonden_at, verzonden_door_id, terug_reden)
SELECT b.gemeente_id, b.dossier_id, b.id, b.kanaal, b.verzonden_at, b.ondertekend_door_id, false,
   '', '', '', '', '', '', '', b.geadresseerde, b.brief_id,
   (SELECT min(g.nummer) FROM dossier_gebeurtenis g JOIN dossier_inhoud i ON i.gebeurtenis_id = g.id
    WHERE g.dossier_id = b.dossier_id AND g.soort = 'besluit_verzonden'
      AND (convert_from(i.bytes, 'UTF8')::jsonb #>> '{details,besluit}')::bigint = b.id),
   b.dagtekening, b.verzonden_at, b.ondertekend_door_id, ''
FROM dossier_besluit b WHERE b.verzonden_at IS NOT NULL;
"""


def sending_guards() -> list[RunSQL]:
    """The functions and triggers that keep a sent letter and its proof as they were."""
    return [
        RunSQL(_BEFORE, RunSQL.noop),
        RunSQL(
            _PROOF,
            "DROP TRIGGER bewijs_blijft ON dossier_verzending;"
            " DROP FUNCTION dossier_bewijs_blijft();",
        ),
        RunSQL(_FROZEN, RunSQL.noop),
    ]


def frozen_with_functie() -> RunSQL:
    """As what somebody signed, does not change either."""
    return RunSQL(_FROZEN_WITH_FUNCTIE, _FROZEN)


def part_of(child: str, column: str) -> RunSQL:
    """Rows that belong to a letter: of its municipality, and gone with it when it is erased."""
    return RunSQL(
        f"ALTER TABLE dossier_{child} ADD CONSTRAINT {child}_bij_{column} FOREIGN KEY"
        f" ({column}_id, gemeente_id) REFERENCES dossier_besluit (id, gemeente_id)"
        " ON DELETE CASCADE",
        f"ALTER TABLE dossier_{child} DROP CONSTRAINT {child}_bij_{column}",
    )


def besluit_of_gemeente() -> RunSQL:
    """What `part_of` refers to."""
    return RunSQL(
        "ALTER TABLE dossier_besluit ADD CONSTRAINT dossier_besluit_gemeente"
        " UNIQUE (id, gemeente_id)",
        "ALTER TABLE dossier_besluit DROP CONSTRAINT dossier_besluit_gemeente",
    )
