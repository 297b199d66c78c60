"""The week of somebody and care of a child: who reaches them, and that they are erased."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models

from meedoen.accounts.policies import protect, sequences
from meedoen.dossier.erasure_apps import erased_with_dossier
from meedoen.dossier.guards import child_of


class Migration(migrations.Migration):
    """Two tables."""

    dependencies: ClassVar = [
        ("accounts", "0013_oin"),
        ("dossier", "0015_wissen_met_apps"),
        ("persoonlijk_plan", "0003_plan"),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Kinderopvang",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nodig", models.BooleanField(null=True)),
                (
                    "opvang",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("geregeld", "geregeld"),
                            ("aangevraagd", "aangevraagd"),
                            ("moet nog", "moet nog"),
                        ],
                    ),
                ),
                (
                    "toeslag",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("geregeld", "geregeld"),
                            ("aangevraagd", "aangevraagd"),
                            ("moet nog", "moet nog"),
                        ],
                    ),
                ),
                ("vraag_aan", models.TextField(blank=True)),
                ("op", models.DateField()),
                (
                    "dossier",
                    models.OneToOneField(
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
        ),
        migrations.CreateModel(
            name="Bezigheid",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("dag", models.PositiveSmallIntegerField()),
                ("van", models.TimeField()),
                ("tot", models.TimeField()),
                (
                    "soort",
                    models.TextField(
                        choices=[
                            ("les", "les"),
                            ("werk", "betaald werk"),
                            ("vrijwilligerswerk", "vrijwilligerswerk"),
                            ("studie", "studie"),
                            ("stage", "stage"),
                            ("sport", "sport"),
                            ("zorg", "zorgen voor anderen"),
                            ("kinderopvang", "opvang van het kind"),
                            ("anders", "iets anders"),
                        ]
                    ),
                ),
                ("wat", models.TextField(blank=True)),
                ("plaats", models.TextField(blank=True)),
                ("reis_minuten", models.PositiveSmallIntegerField(null=True)),
                ("aanvang", models.DateField()),
                ("einde", models.DateField(null=True)),
                (
                    "bron",
                    models.TextField(
                        choices=[
                            ("persoon", "de persoon zelf"),
                            ("gemeente", "de gemeente"),
                            ("school", "de school"),
                            ("werkgever", "de werkgever"),
                            ("kinderopvang", "de kinderopvang"),
                        ]
                    ),
                ),
                ("reden", models.TextField(blank=True)),
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
                "indexes": [models.Index(fields=["dossier", "dag"], name="bezigheid_dossier")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("dag__gte", 1), ("dag__lte", 7)), name="bezigheid_dag"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tot__gt", models.F("van"))), name="bezigheid_eerst_van"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("einde__isnull", True),
                            ("einde__gte", models.F("aanvang")),
                            _connector="OR",
                        ),
                        name="bezigheid_eerst_aanvang",
                    ),
                ],
            },
        ),
        protect("persoonlijk_plan_bezigheid", rights="SELECT, INSERT, UPDATE"),
        child_of("dossier_dossier", "dossier_id", "bezigheid", app="persoonlijk_plan"),
        protect("persoonlijk_plan_kinderopvang", rights="SELECT, INSERT, UPDATE"),
        child_of("dossier_dossier", "dossier_id", "kinderopvang", app="persoonlijk_plan"),
        erased_with_dossier(
            "persoonlijk_plan",
            "plan",
            of_lines=["planactiviteit", "doel", "bezigheid", "kinderopvang", "leerroutekeuze"],
        ),
        sequences(),
    ]
