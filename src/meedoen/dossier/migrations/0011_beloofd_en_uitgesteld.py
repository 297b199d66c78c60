"""Promises of the municipality, and work that is put off: the tables of dossier/work_tables.py."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from meedoen.accounts.policies import protect, sequences
from meedoen.dossier.erasure import also_erased
from meedoen.dossier.guards import child_of


class Migration(migrations.Migration):
    """Two tables, who reaches them, and that they are erased with the dossier."""

    dependencies: ClassVar = [
        ("accounts", "0009_vervanging"),
        ("dossier", "0010_bezwaar"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Toezegging",
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
                        choices=[("contact", "Terugbellen of schrijven"), ("anders", "Iets anders")]
                    ),
                ),
                ("aan", models.TextField()),
                ("wat", models.TextField()),
                ("uiterlijk_op", models.DateField()),
                ("gemaakt_at", models.DateTimeField()),
                (
                    "stand",
                    models.TextField(
                        choices=[
                            ("open", "open"),
                            ("gedaan", "gedaan"),
                            ("ingetrokken", "ingetrokken"),
                        ],
                        default="open",
                    ),
                ),
                ("toelichting", models.TextField(blank=True)),
                ("afgehandeld_at", models.DateTimeField(null=True)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "afgehandeld_door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["gemeente", "stand"], name="dossier_toe_gemeent_f86a66_idx"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("afgehandeld_at__isnull", True), ("stand", "open")),
                            models.Q(
                                models.Q(("stand", "open"), _negated=True),
                                ("afgehandeld_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="toezegging_afgehandeld",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Uitstel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("signaal", models.TextField()),
                ("sleutel", models.TextField(blank=True)),
                ("dag", models.DateField(null=True)),
                ("tot", models.DateField()),
                ("reden", models.TextField()),
                ("gemaakt_at", models.DateTimeField()),
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
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["gemeente", "tot"], name="dossier_uit_gemeent_35adfa_idx")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dossier", "signaal", "sleutel"), name="een_uitstel_per_werk"
                    )
                ],
            },
        ),
        protect("dossier_toezegging", rights="SELECT, INSERT, UPDATE"),
        protect("dossier_uitstel", rights="SELECT, INSERT, UPDATE, DELETE"),
        child_of("dossier_dossier", "dossier_id", "toezegging"),
        child_of("dossier_dossier", "dossier_id", "uitstel"),
        also_erased("toezegging", "uitstel", "bezwaar", "verzending"),
        sequences(),
    ]
