"""What was chosen and asked for women and men, without people, for who may compare it."""

from typing import ClassVar

from django.db import migrations

from meedoen.accounts.roles import Recht, with_right

_WORDS = ", ".join(f"'{rol.value}'" for rol in with_right(Recht.DOORLOOPTIJD_ZIEN))

# only names of our own roles are put in: nothing typed by anybody
_FUNCTION = f"""
CREATE FUNCTION plan_gelijk(welke int, van date, tot date, werk text[]) RETURNS TABLE (
  geslacht text, keuze text, wijkt_af boolean, uren int, werkdoel boolean, opvang boolean
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.geslacht, k.keuze, k.wijkt_af, n.uren::int,
    EXISTS (SELECT FROM persoonlijk_plan_doel g WHERE g.dossier_id = d.id
      AND g.stand <> 'gestopt' AND g.keuze = ANY (werk))
    OR EXISTS (SELECT FROM persoonlijk_plan_planactiviteit a WHERE a.dossier_id = d.id
      AND a.soort IN ('werk', 'vrijwilligerswerk', 'stage')),
    o.nodig IS NOT NULL
  FROM dossier_dossier d
  JOIN dossier_persoon p ON p.id = d.persoon_id
  JOIN (
    SELECT DISTINCT ON (dossier_id) dossier_id, keuze, wijkt_af, keuze_at
    FROM persoonlijk_plan_leerroutekeuze
    WHERE gemeente_id = welke AND keuze <> '' ORDER BY dossier_id, ronde DESC
  ) k ON k.dossier_id = d.id
  LEFT JOIN (
    SELECT DISTINCT ON (dossier_id) dossier_id, uren FROM persoonlijk_plan_plan
    WHERE gemeente_id = welke ORDER BY dossier_id, nummer DESC
  ) n ON n.dossier_id = d.id
  LEFT JOIN persoonlijk_plan_kinderopvang o ON o.dossier_id = d.id
  WHERE d.gemeente_id = welke AND meedoen_rol() IN ({_WORDS})
    AND (k.keuze_at AT TIME ZONE 'Europe/Amsterdam')::date > van
    AND (k.keuze_at AT TIME ZONE 'Europe/Amsterdam')::date <= tot
    AND welke = ANY (current_setting('meedoen.gemeenten')::int[])
$$;
REVOKE ALL ON FUNCTION plan_gelijk(int, date, date, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION plan_gelijk(int, date, date, text[]) TO meedoen_web, meedoen_worker;
"""  # noqa: S608  # nosec B608


class Migration(migrations.Migration):
    """A function, no table."""

    dependencies: ClassVar = [
        ("persoonlijk_plan", "0006_uren_totaal"),
        ("dossier", "0020_geslacht"),
    ]
    operations: ClassVar = [
        migrations.RunSQL(_FUNCTION, "DROP FUNCTION plan_gelijk(int, date, date, text[])"),
    ]
