"""Each sending with its proof, and the batches of the mailroom."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from meedoen.accounts.policies import protect, sequences
from meedoen.dossier.guards import child_of
from meedoen.dossier.sending_guards import besluit_of_gemeente, part_of, sending_guards

CHANGE = "SELECT, INSERT, UPDATE"


class Migration(migrations.Migration):
    """Two tables, and what keeps a sent letter and its proof as they were."""

    dependencies: ClassVar = [
        ("accounts", "0008_uitnodiging"),
        ("dossier", "0004_zonder_rol"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Partij",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("dag", models.DateField()),
                ("gemaakt_at", models.DateTimeField()),
                ("gepost_at", models.DateTimeField(null=True)),
                ("vervallen_at", models.DateTimeField(null=True)),
                (
                    "gemaakt_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="accounts.gemeente"
                    ),
                ),
                (
                    "gepost_door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gepost_at__isnull", True),
                            ("vervallen_at__isnull", True),
                            _connector="OR",
                        ),
                        name="gepost_of_vervallen",
                    )
                ]
            },
        ),
        migrations.CreateModel(
            name="Verzending",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kanaal", models.TextField()),
                ("klaargezet_at", models.DateTimeField()),
                ("adres_nagekeken", models.BooleanField(default=False)),
                ("nummer", models.TextField(blank=True)),
                ("aan", models.TextField(blank=True)),
                ("plaats", models.TextField(blank=True)),
                ("hoe", models.TextField(blank=True)),
                ("gezocht", models.TextField(blank=True)),
                ("pdf", models.BinaryField(default=bytes)),
                ("fout", models.TextField(blank=True)),
                ("vervallen_at", models.DateTimeField(null=True)),
                ("geadresseerde", models.BinaryField(default=bytes)),
                ("regel", models.PositiveIntegerField(null=True)),
                ("verzonden_op", models.DateField(null=True)),
                ("verzonden_at", models.DateTimeField(null=True)),
                ("terug_op", models.DateField(null=True)),
                (
                    "terug_reden",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("onbekend", "de persoon woont niet op dit adres"),
                            ("adres", "het adres bestaat niet of is niet volledig"),
                            ("geweigerd", "de persoon wilde de brief niet aannemen"),
                            ("niet_afgehaald", "de persoon haalde de brief niet op"),
                            ("anders", "dat staat er niet bij"),
                        ],
                    ),
                ),
                ("terug_at", models.DateTimeField(null=True)),
                ("bekend", models.BooleanField(null=True)),
                ("terug_klaar_at", models.DateTimeField(null=True)),
                (
                    "besluit",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verzendingen",
                        to="dossier.besluit",
                    ),
                ),
                (
                    "brief",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
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
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="accounts.gemeente"
                    ),
                ),
                (
                    "klaargezet_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "partij",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, to="dossier.partij"
                    ),
                ),
                (
                    "terug_door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "verzonden_door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(
                            ("vervallen_at__isnull", True), ("verzonden_at__isnull", True)
                        ),
                        fields=["gemeente", "klaargezet_at"],
                        name="wacht_op_post",
                    ),
                    models.Index(fields=["dossier"], name="verzending_van_dossier"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("vervallen_at__isnull", True), ("verzonden_at__isnull", True)
                        ),
                        fields=("besluit",),
                        name="wacht_een_keer",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("verzonden_at__isnull", True),
                            models.Q(
                                ("brief__isnull", False),
                                ("verzonden_door__isnull", False),
                                ("verzonden_op__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="verzonden_met_bewijs",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("terug_op__isnull", True),
                            models.Q(
                                ("bekend__isnull", False),
                                ("terug_door__isnull", False),
                                ("verzonden_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="terug_na_verzonden",
                    ),
                ],
            },
        ),
        protect("dossier_partij", rights=CHANGE),
        protect("dossier_verzending", rights=CHANGE),
        besluit_of_gemeente(),
        part_of("verzending", "besluit"),
        child_of("dossier_dossier", "dossier_id", "verzending"),
        *sending_guards(),
        sequences(),
    ]
