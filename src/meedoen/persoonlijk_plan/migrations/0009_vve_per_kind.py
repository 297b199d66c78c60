"""What each child gets, a row per child, frozen with its plan; a text that was there stays."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models

from meedoen.accounts.policies import WRITERS, protect, sequences
from meedoen.dossier.erasure_apps import erased_with_dossier
from meedoen.dossier.guards import child_of

_WRITERS = ", ".join(f"'{each}'" for each in WRITERS)
# A draft is written anew as a whole. Only erasing, by the owner, takes a row of a letter away.
FROZEN = f"""
CREATE FUNCTION persoonlijk_plan_vve_bevroren() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM persoonlijk_plan_plan WHERE besluit_id IS NOT NULL
      AND id = CASE TG_OP WHEN 'INSERT' THEN NEW.plan_id ELSE OLD.plan_id END)
     AND (TG_OP <> 'DELETE' OR current_user IN ({_WRITERS})) THEN
    RAISE EXCEPTION 'een plan dat is voorgesteld, verandert niet meer'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER bevroren BEFORE INSERT OR UPDATE OR DELETE ON persoonlijk_plan_vveafspraak
  FOR EACH ROW EXECUTE FUNCTION persoonlijk_plan_vve_bevroren();
"""  # nosec B608
THAWED = """
DROP TRIGGER bevroren ON persoonlijk_plan_vveafspraak;
DROP FUNCTION persoonlijk_plan_vve_bevroren();
"""


class Migration(migrations.Migration):
    """One table, and the trigger that freezes its rows with their plan."""

    dependencies: ClassVar = [
        ("accounts", "0013_oin"),
        ("dossier", "0020_geslacht"),
        ("persoonlijk_plan", "0008_gelijk_zonder_keuze"),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Vveafspraak",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("naam", models.TextField()),
                ("geboortejaar", models.PositiveSmallIntegerField(null=True)),
                ("nodig", models.BooleanField(null=True)),
                ("plek", models.TextField(blank=True)),
                ("uren", models.PositiveSmallIntegerField(null=True)),
                ("vanaf_op", models.DateField(null=True)),
                ("te_doen", models.TextField(blank=True)),
                (
                    "regelt",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("gemeente", "de gemeente"),
                            ("ouder", "de ouder"),
                            ("samen", "de gemeente en de ouder samen"),
                            ("school", "de voorschool of de school"),
                        ],
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="accounts.gemeente"
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="dossier.dossier"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="vve_afspraken",
                        to="persoonlijk_plan.plan",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("plan", "naam", "geboortejaar"),
                        name="een_afspraak_per_kind",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("naam", ""), _negated=True), name="vve_kind_heeft_naam"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("nodig", True),
                            models.Q(
                                ("plek", ""), ("uren__isnull", True), ("vanaf_op__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="vve_plek_voor_wie_het_nodig_heeft",
                    ),
                ],
            },
        ),
        protect("persoonlijk_plan_vveafspraak", rights="SELECT, INSERT, UPDATE, DELETE"),
        child_of("dossier_dossier", "dossier_id", "vveafspraak", app="persoonlijk_plan"),
        migrations.RunSQL(FROZEN, THAWED),
        erased_with_dossier(
            "persoonlijk_plan",
            "vveafspraak",
            "plan",
            of_lines=[
                "planactiviteit",
                "doel",
                "bezigheid",
                "kinderopvang",
                "planafspraak",
                "instemming",
                "leerroutekeuze",
            ],
        ),
        sequences(),
    ]
