"""SQL of opvang that runs as the owner of the tables: forgetting files, and counting who comes."""

from django.db.migrations import RunSQL

from meedoen.accounts.roles import Recht, with_right

_FORGET = """
CREATE FUNCTION opvang_vergeet_bestanden(voor timestamptz) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH weg AS (DELETE FROM opvang_bestand WHERE gemaakt_at < voor RETURNING 1)
  SELECT count(*) FROM weg
$$;
REVOKE ALL ON FUNCTION opvang_vergeet_bestanden(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION opvang_vergeet_bestanden(timestamptz) TO meedoen_worker;
"""

# Days and counts of a whole municipality, and nobody's name or number: beleid sees no dossier.
_WHO_COMES = """
CREATE FUNCTION opvang_wie_komt(voor int, vanaf date)
RETURNS TABLE (gekoppeld_op date, gehuisvest_op date, sleutel_op date, woning text, aantal bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.gekoppeld_op,
    CASE WHEN s.gehuisvest THEN s.ingeschreven_op END,
    w.sleutel_op, w.stand, count(*)
  FROM dossier_stand s
  JOIN dossier_dossier d ON d.id = s.dossier_id AND d.persoon_id IS NOT NULL
  LEFT JOIN opvang_woning w ON w.dossier_id = d.id AND w.stand IN ('aangeboden', 'geaccepteerd')
  WHERE s.gemeente_id = voor AND dossier_in_beeld(voor) AND meedoen_rol() IN ({rollen})
    AND s.gekoppeld_op IS NOT NULL AND s.zaak_geeindigd_op IS NULL
    AND (NOT coalesce(s.gehuisvest, false) OR s.ingeschreven_op >= vanaf)
  GROUP BY 1, 2, 3, 4
$$;
REVOKE ALL ON FUNCTION opvang_wie_komt(int, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION opvang_wie_komt(int, date) TO meedoen_web;
"""


def forget_files() -> RunSQL:
    """What waited too long goes, whatever municipality it is of."""
    return RunSQL(_FORGET, "DROP FUNCTION opvang_vergeet_bestanden(timestamptz)")


def who_comes() -> RunSQL:
    """How many came and will come, for every role that may know (Recht.KOMST_ZIEN)."""
    rollen = ", ".join(f"'{rol.value}'" for rol in with_right(Recht.KOMST_ZIEN))
    return RunSQL(
        _WHO_COMES.replace("{rollen}", rollen), "DROP FUNCTION opvang_wie_komt(int, date)"
    )
