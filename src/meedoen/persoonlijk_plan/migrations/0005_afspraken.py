"""Agreements of the newcomer and with the plan: who reaches them, and that they are erased."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from meedoen.accounts.policies import protect, sequences
from meedoen.dossier.erasure_apps import erased_with_dossier
from meedoen.dossier.guards import child_of


class Migration(migrations.Migration):
    """Two tables."""

    dependencies: ClassVar = [
        ("accounts", "0013_oin"),
        ("dossier", "0016_onderscheid"),
        ("persoonlijk_plan", "0004_week"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Instemming",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nummer", models.PositiveIntegerField()),
                (
                    "wijze",
                    models.TextField(
                        choices=[
                            ("scherm", "op het scherm"),
                            ("papier", "op papier"),
                            ("niet", "tekent nu niet"),
                        ]
                    ),
                ),
                ("naam_persoon", models.TextField(blank=True)),
                ("naam_medewerker", models.TextField(blank=True)),
                ("reden", models.TextField(blank=True)),
                ("op_at", models.DateTimeField()),
                (
                    "document",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to="dossier.document",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="dossier.dossier"
                    ),
                ),
                (
                    "gebeurtenis",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, to="dossier.gebeurtenis"
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="accounts.gemeente"
                    ),
                ),
                (
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["dossier", "-op_at"], name="instemming_nieuwste")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("wijze", "niet"), models.Q(("reden", ""), _negated=True)),
                            models.Q(
                                models.Q(("wijze", "niet"), _negated=True),
                                models.Q(("naam_persoon", ""), _negated=True),
                                models.Q(("naam_medewerker", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="instemming_met_namen_of_reden",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Planafspraak",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("wat", models.TextField()),
                ("uiterlijk_op", models.DateField()),
                (
                    "stand",
                    models.TextField(
                        choices=[
                            ("open", "open"),
                            ("gedaan", "gedaan"),
                            ("anders", "het wordt anders"),
                        ],
                        default="open",
                    ),
                ),
                ("toelichting", models.TextField(blank=True)),
                ("besproken_op", models.DateField(null=True)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="dossier.dossier"
                    ),
                ),
                (
                    "gebeurtenis",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="dossier.gebeurtenis"
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="accounts.gemeente"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["gemeente", "stand", "uiterlijk_op"], name="planafspraak_werk"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("besproken_op__isnull", True), ("stand", "open")),
                            models.Q(
                                models.Q(("stand", "open"), _negated=True),
                                ("besproken_op__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="planafspraak_besproken",
                    )
                ],
            },
        ),
        protect("persoonlijk_plan_planafspraak", rights="SELECT, INSERT, UPDATE"),
        child_of("dossier_dossier", "dossier_id", "planafspraak", app="persoonlijk_plan"),
        protect("persoonlijk_plan_instemming", rights="SELECT, INSERT, UPDATE"),
        child_of("dossier_dossier", "dossier_id", "instemming", app="persoonlijk_plan"),
        erased_with_dossier(
            "persoonlijk_plan",
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
