"""The plan of somebody: its draft, and its versions, which no longer change once proposed."""

from typing import ClassVar

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from meedoen.accounts.policies import protect, sequences
from meedoen.dossier.erasure_apps import erased_with_dossier
from meedoen.dossier.guards import child_of

# What was proposed stands in a letter: it is not written anew, whoever tries.
FROZEN = """
CREATE FUNCTION persoonlijk_plan_bevroren() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.besluit_id IS NOT NULL THEN
    RAISE EXCEPTION 'een plan dat is voorgesteld, verandert niet meer'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bevroren BEFORE UPDATE ON persoonlijk_plan_plan
  FOR EACH ROW EXECUTE FUNCTION persoonlijk_plan_bevroren();
"""
THAWED = """
DROP TRIGGER bevroren ON persoonlijk_plan_plan;
DROP FUNCTION persoonlijk_plan_bevroren();
"""


class Migration(migrations.Migration):
    """One table, and the trigger that freezes what was proposed."""

    dependencies: ClassVar = [
        ("accounts", "0013_oin"),
        ("dossier", "0015_wissen_met_apps"),
        ("persoonlijk_plan", "0002_doelen"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Plan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nummer", models.PositiveSmallIntegerField()),
                (
                    "soort",
                    models.TextField(
                        choices=[
                            ("eerste", "eerste plan"),
                            ("na verhuizing", "plan na een verhuizing"),
                            ("wijziging", "gewijzigd plan"),
                        ]
                    ),
                ),
                (
                    "leerroute",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("B1-route", "B1-route"),
                            ("onderwijsroute", "onderwijsroute"),
                            ("zelfredzaamheidsroute", "zelfredzaamheidsroute"),
                        ],
                    ),
                ),
                ("niveau", models.TextField(blank=True)),
                (
                    "a2",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), default=list, size=None
                    ),
                ),
                ("examen", models.BooleanField(null=True)),
                ("examendelen", models.TextField(blank=True)),
                ("alfabetisering", models.BooleanField(null=True)),
                ("uren", models.PositiveSmallIntegerField(null=True)),
                ("intensiteit", models.TextField(blank=True)),
                ("begeleiding", models.TextField(blank=True)),
                ("gesprekken", models.PositiveSmallIntegerField(null=True)),
                ("pvt", models.TextField(blank=True)),
                ("map", models.TextField(blank=True)),
                ("kind", models.BooleanField(null=True)),
                ("vve", models.TextField(blank=True)),
                ("ontzorgen", models.TextField(blank=True)),
                ("bijstand", models.BooleanField(null=True)),
                ("bijlagen", models.TextField(blank=True)),
                ("wijziging", models.TextField(blank=True)),
                ("motivering", models.TextField(blank=True)),
                ("versie", models.PositiveIntegerField(default=1)),
                ("begonnen_at", models.DateTimeField()),
                ("gewijzigd_at", models.DateTimeField()),
                (
                    "besluit",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plan",
                        to="dossier.besluit",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="dossier.dossier"
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="accounts.gemeente"
                    ),
                ),
                (
                    "gewijzigd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dossier", "nummer"), name="een_plan_per_nummer"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("besluit__isnull", True)),
                        fields=("dossier",),
                        name="een_open_plan",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("a2__contained_by", ["lezen", "luisteren", "schrijven", "spreken"])
                        ),
                        name="plan_onderdelen_a2",
                    ),
                ],
            },
        ),
        protect("persoonlijk_plan_plan", rights="SELECT, INSERT, UPDATE"),
        child_of("dossier_dossier", "dossier_id", "plan", app="persoonlijk_plan"),
        migrations.RunSQL(FROZEN, THAWED),
        erased_with_dossier(
            "persoonlijk_plan", "plan", of_lines=["planactiviteit", "doel", "leerroutekeuze"]
        ),
        sequences(),
    ]
