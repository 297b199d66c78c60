"""Goals and what is done for them: who reaches them, and that they are erased."""

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
        ("persoonlijk_plan", "0001_leerroute"),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Doel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ik", models.TextField()),
                ("keuze", models.TextField(blank=True)),
                ("einddoel", models.BooleanField(default=False)),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("van", models.DateField()),
                (
                    "stand",
                    models.TextField(
                        choices=[
                            ("loopt", "hier werkt u aan"),
                            ("bereikt", "bereikt"),
                            ("gestopt", "gestopt"),
                        ],
                        default="loopt",
                    ),
                ),
                ("einde_op", models.DateField(null=True)),
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
        ),
        migrations.CreateModel(
            name="Planactiviteit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "soort",
                    models.TextField(
                        choices=[
                            ("taalles", "taalles"),
                            ("werk", "betaald werk"),
                            ("vrijwilligerswerk", "vrijwilligerswerk"),
                            ("studie", "studie"),
                            ("stage", "stage"),
                            ("sport", "sport"),
                            ("zorg", "zorgen voor anderen"),
                        ]
                    ),
                ),
                ("wat", models.TextField()),
                (
                    "regelt",
                    models.TextField(
                        choices=[
                            ("gemeente", "de gemeente"),
                            ("persoon", "de persoon zelf"),
                            ("samen", "samen"),
                            ("ander", "een school, een werkgever of iemand anders"),
                        ]
                    ),
                ),
                ("van", models.DateField(null=True)),
                ("tot", models.DateField(null=True)),
                (
                    "doel",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="persoonlijk_plan.doel",
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
        migrations.AddIndex(
            model_name="doel",
            index=models.Index(fields=["dossier", "volgorde"], name="doel_dossier"),
        ),
        migrations.AddConstraint(
            model_name="doel",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("einde_op__isnull", True), ("stand", "loopt")),
                    models.Q(
                        models.Q(("stand", "loopt"), _negated=True), ("einde_op__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="doel_einde",
            ),
        ),
        migrations.AddConstraint(
            model_name="doel",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stand", "gestopt"), _negated=True),
                    models.Q(("reden", ""), _negated=True),
                    _connector="OR",
                ),
                name="doel_reden",
            ),
        ),
        migrations.AddIndex(
            model_name="planactiviteit",
            index=models.Index(fields=["dossier"], name="activiteit_dossier"),
        ),
        migrations.AddConstraint(
            model_name="planactiviteit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("van__isnull", True),
                    ("tot__isnull", True),
                    ("tot__gte", models.F("van")),
                    _connector="OR",
                ),
                name="activiteit_eerst_van",
            ),
        ),
        protect("persoonlijk_plan_planactiviteit", rights="SELECT, INSERT, UPDATE"),
        child_of("dossier_dossier", "dossier_id", "planactiviteit", app="persoonlijk_plan"),
        protect("persoonlijk_plan_doel", rights="SELECT, INSERT, UPDATE"),
        child_of("dossier_dossier", "dossier_id", "doel", app="persoonlijk_plan"),
        erased_with_dossier(
            "persoonlijk_plan", of_lines=["planactiviteit", "doel", "leerroutekeuze"]
        ),
        sequences(),
    ]
