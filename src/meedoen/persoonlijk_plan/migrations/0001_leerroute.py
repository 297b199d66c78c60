"""What was thought and chosen about the leerroute, who reaches it, and that it is erased."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from meedoen.accounts.policies import protect, sequences
from meedoen.dossier.erasure_apps import erased_with_dossier
from meedoen.dossier.guards import child_of


class Migration(migrations.Migration):
    """One table."""

    initial = True

    dependencies: ClassVar = [
        ("accounts", "0013_oin"),
        ("dossier", "0015_wissen_met_apps"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Leerroutekeuze",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ronde", models.PositiveSmallIntegerField()),
                (
                    "oordeel",
                    models.TextField(
                        choices=[
                            ("B1-route", "B1-route"),
                            ("onderwijsroute", "onderwijsroute"),
                            ("zelfredzaamheidsroute", "zelfredzaamheidsroute"),
                        ]
                    ),
                ),
                ("oordeel_at", models.DateTimeField()),
                (
                    "advies",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("B1-route", "B1-route"),
                            ("onderwijsroute", "onderwijsroute"),
                            ("zelfredzaamheidsroute", "zelfredzaamheidsroute"),
                        ],
                    ),
                ),
                ("toetsadvies", models.TextField(blank=True)),
                (
                    "keuze",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("B1-route", "B1-route"),
                            ("onderwijsroute", "onderwijsroute"),
                            ("zelfredzaamheidsroute", "zelfredzaamheidsroute"),
                        ],
                    ),
                ),
                ("keuze_at", models.DateTimeField(null=True)),
                ("wijkt_af", models.BooleanField(null=True)),
                (
                    "blik",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("nodig", "een tweede collega kijkt nog mee"),
                            ("eens", "een tweede collega is het eens"),
                            ("oneens", "een tweede collega is het niet eens"),
                        ],
                    ),
                ),
                ("blik_at", models.DateTimeField(null=True)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "blik_door",
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
                (
                    "keuze_door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "oordeel_door",
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
                        fields=["gemeente", "keuze_at"], name="persoonlijk_gemeent_a38dbd_idx"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dossier", "ronde"), name="een_keuze_per_ronde"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("blik", ""), ("keuze", ""), ("keuze_at__isnull", True)),
                            models.Q(
                                models.Q(("keuze", ""), _negated=True),
                                ("keuze_at__isnull", False),
                                ("wijkt_af__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="leerroute_gekozen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("blik_door__isnull", True),
                            models.Q(("blik_door", models.F("keuze_door")), _negated=True),
                            _connector="OR",
                        ),
                        name="tweede_blik_van_een_ander",
                    ),
                ],
            },
        ),
        protect("persoonlijk_plan_leerroutekeuze", rights="SELECT, INSERT, UPDATE"),
        child_of("dossier_dossier", "dossier_id", "leerroutekeuze", app="persoonlijk_plan"),
        erased_with_dossier("persoonlijk_plan", of_lines=["leerroutekeuze"]),
        sequences(),
    ]
