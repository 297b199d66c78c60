"""The one door to special answers for who gives inzage: SQL for migrations."""

from django.db.migrations import RunSQL

_SPECIAL = """
CREATE FUNCTION intake_bijzonder_voor_inzage(d bigint)
RETURNS TABLE (nummer int, vraag text, stand text, waarde text, bron text, op date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT b.nummer, b.vraag, b.stand, b.waarde, b.bron, b.op
  FROM intake_bijzonderantwoord b
  WHERE b.dossier_id = d AND dossier_in_beeld(b.gemeente_id)
    AND current_setting('meedoen.rol') = 'kwaliteitsmedewerker'
    AND EXISTS (SELECT FROM dossier_inzageverzoek v
                WHERE v.dossier_id = d AND v.gegeven_op IS NULL)
  ORDER BY b.nummer, b.vraag
$$;
REVOKE ALL ON FUNCTION intake_bijzonder_voor_inzage(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION intake_bijzonder_voor_inzage(bigint) TO meedoen_web;
"""


def for_inzage() -> RunSQL:
    """Of one dossier, and only while its copy is asked."""
    return RunSQL(_SPECIAL, "DROP FUNCTION intake_bijzonder_voor_inzage(bigint)")
