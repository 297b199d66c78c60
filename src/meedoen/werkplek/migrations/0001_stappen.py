"""The days of the steps of every dossier of a municipality, for who may see how long they take."""

from typing import ClassVar

from django.db import migrations

from meedoen.accounts.roles import Recht, with_right

_WORDS = ", ".join(f"'{rol.value}'" for rol in with_right(Recht.DOORLOOPTIJD_ZIEN))
_NAMES = ", ".join(
    f"'{rol.value}'"
    for rol in with_right(Recht.DOORLOOPTIJD_ZIEN)
    if rol in with_right(Recht.ALLE_DOSSIERS_ZIEN)
)

# only names of our own roles are put in: nothing typed by anybody
_FUNCTION = f"""
CREATE FUNCTION werkplek_stappen(welke int) RETURNS TABLE (
  dossier bigint, koppeling date, klantprofiel date, huis date, bericht date, gevraagd date,
  intake date, pip date, activiteit date, laatste date, einde date
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN meedoen_rol() IN ({_NAMES}) THEN d.id END, s.gekoppeld_op, g.klantprofiel,
    s.ingeschreven_op, s.kennisgeving_op, least(g.gevraagd, b.gevraagd), g.intake,
    s.dagtekening_eerste_pip, g.activiteit, g.laatste,
    coalesce(s.zaak_geeindigd_op, s.plicht_geeindigd_op, s.overleden_op,
      CASE WHEN s.overleden OR NOT s.ingezetene THEN g.laatste END)
  FROM dossier_dossier d
  JOIN dossier_stand s ON s.dossier_id = d.id
  LEFT JOIN (
    SELECT dossier_id,
      min(gebeurd_op) FILTER (WHERE soort = 'klantprofiel_ontvangen') AS klantprofiel,
      min(gebeurd_op) FILTER (WHERE soort IN ('uitnodiging_verzonden', 'oproep_verzonden'))
        AS gevraagd,
      min(gebeurd_op) FILTER (WHERE soort = 'brede_intake_afgerond') AS intake,
      min(gebeurd_op) FILTER (WHERE soort IN ('inspanning_voor_plan', 'lessen_gevolgd',
        'pvt_gevolgd', 'map_gevolgd', 'participatie_gevolgd')) AS activiteit,
      max(gebeurd_op) AS laatste
    FROM dossier_gebeurtenis r
    WHERE gemeente_id = welke AND NOT EXISTS (
      SELECT FROM dossier_gebeurtenis h WHERE h.dossier_id = r.dossier_id AND h.herstelt = r.nummer)
    GROUP BY dossier_id
  ) g ON g.dossier_id = d.id
  LEFT JOIN (
    SELECT dossier_id, min(dagtekening) AS gevraagd FROM dossier_besluit
    WHERE gemeente_id = welke AND verzonden_at IS NOT NULL AND soort IN
      ('uitnodiging_brede_intake', 'oproep_brede_intake', 'waarschuwing_tweede_oproep',
       'derde_oproep')
    GROUP BY dossier_id
  ) b ON b.dossier_id = d.id
  WHERE d.gemeente_id = welke AND d.persoon_id IS NOT NULL AND meedoen_rol() IN ({_WORDS})
    AND welke = ANY (current_setting('meedoen.gemeenten')::int[])
$$;
REVOKE ALL ON FUNCTION werkplek_stappen(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION werkplek_stappen(int) TO meedoen_web, meedoen_worker;
"""  # noqa: S608  # nosec B608


class Migration(migrations.Migration):
    """A function, no table."""

    dependencies: ClassVar = [("dossier", "0015_wissen_met_apps")]
    operations: ClassVar = [
        migrations.RunSQL(_FUNCTION, "DROP FUNCTION werkplek_stappen(int)"),
    ]
