"""Also who has a plan and no choice here counts: it was made elsewhere, or before Meedoen."""

from typing import ClassVar

from django.db import migrations

from meedoen.accounts.roles import Recht, with_right

_WORDS = ", ".join(f"'{rol.value}'" for rol in with_right(Recht.DOORLOOPTIJD_ZIEN))

# only names of our own roles are put in: nothing typed by anybody
_FUNCTION = f"""
CREATE OR REPLACE FUNCTION plan_gelijk(welke int, van date, tot date, werk text[]) RETURNS TABLE (
  geslacht text, keuze text, wijkt_af boolean, uren int, werkdoel boolean, opvang boolean
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.geslacht, coalesce(k.keuze, s.leerroute), k.wijkt_af, n.uren::int,
    EXISTS (SELECT FROM persoonlijk_plan_doel g WHERE g.dossier_id = d.id
      AND g.stand <> 'gestopt' AND g.keuze = ANY (werk))
    OR EXISTS (SELECT FROM persoonlijk_plan_planactiviteit a WHERE a.dossier_id = d.id
      AND a.soort IN ('werk', 'vrijwilligerswerk', 'stage')),
    o.nodig IS NOT NULL
  FROM dossier_dossier d
  JOIN dossier_persoon p ON p.id = d.persoon_id
  JOIN dossier_stand s ON s.dossier_id = d.id
  LEFT JOIN (
    SELECT DISTINCT ON (dossier_id) dossier_id, keuze, wijkt_af,
      (keuze_at AT TIME ZONE 'Europe/Amsterdam')::date AS op
    FROM persoonlijk_plan_leerroutekeuze
    WHERE gemeente_id = welke AND keuze <> '' ORDER BY dossier_id, ronde DESC
  ) k ON k.dossier_id = d.id
  LEFT JOIN (
    SELECT DISTINCT ON (dossier_id) dossier_id, uren FROM persoonlijk_plan_plan
    WHERE gemeente_id = welke ORDER BY dossier_id, nummer DESC
  ) n ON n.dossier_id = d.id
  LEFT JOIN persoonlijk_plan_kinderopvang o ON o.dossier_id = d.id
  WHERE d.gemeente_id = welke AND meedoen_rol() IN ({_WORDS})
    AND coalesce(k.keuze, s.leerroute) IS NOT NULL
    AND coalesce(k.op, s.dagtekening_eerste_pip) > van
    AND coalesce(k.op, s.dagtekening_eerste_pip) <= tot
    AND welke = ANY (current_setting('meedoen.gemeenten')::int[])
$$;
"""  # noqa: S608  # nosec B608


class Migration(migrations.Migration):
    """The function once more; its rights stay."""

    dependencies: ClassVar = [("persoonlijk_plan", "0007_gelijk")]
    operations: ClassVar = [migrations.RunSQL(_FUNCTION, migrations.RunSQL.noop)]
