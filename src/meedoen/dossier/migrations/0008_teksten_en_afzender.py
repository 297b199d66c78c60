"""What a municipality says in its letters: its texts and who it is, put in force by a second."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from meedoen.accounts.policies import sequences
from meedoen.dossier.sending_guards import frozen_with_functie
from meedoen.dossier.version_policies import versions_of_two


class Migration(migrations.Migration):
    """Two tables of versions, and as what somebody signed a besluit."""

    dependencies: ClassVar = [
        ("accounts", "0008_uitnodiging"),
        ("dossier", "0007_verzending"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.AddField(
            model_name="besluit",
            name="functie",
            field=models.TextField(blank=True),
        ),
        migrations.CreateModel(
            name="Afzenderversie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("naam", models.TextField()),
                ("college", models.TextField()),
                ("straat", models.TextField()),
                ("postcode", models.TextField()),
                ("plaats", models.TextField()),
                ("telefoon", models.TextField()),
                ("openingstijden", models.TextField()),
                ("website", models.TextField()),
                ("bezwaar_website", models.TextField()),
                ("bezwaar_adres", models.TextField()),
                ("rechtbank", models.TextField()),
                ("logo_naam", models.TextField(blank=True)),
                ("logo", models.BinaryField(default=bytes)),
                ("logo_alt", models.TextField(blank=True)),
                ("van", models.DateField()),
                ("voorgesteld_at", models.DateTimeField()),
                ("besloten_at", models.DateTimeField(null=True)),
                ("goedgekeurd", models.BooleanField(null=True)),
                ("antwoord", models.TextField(blank=True)),
                (
                    "besloten_door",
                    models.ForeignKey(
                        null=True,
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
                    "voorgesteld_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["gemeente", "van"], name="afzender_gemeente")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("besloten_at__isnull", True),
                                ("besloten_door__isnull", True),
                                ("goedgekeurd__isnull", True),
                            ),
                            models.Q(
                                ("besloten_at__isnull", False),
                                ("besloten_door__isnull", False),
                                ("goedgekeurd__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="afzender_besloten",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("goedgekeurd", True), _negated=True),
                            models.Q(
                                ("besloten_door", models.F("voorgesteld_door")), _negated=True
                            ),
                            _connector="OR",
                        ),
                        name="afzender_door_twee",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("naam", ""),
                            ("college", ""),
                            ("straat", ""),
                            ("postcode", ""),
                            ("plaats", ""),
                            ("telefoon", ""),
                            ("openingstijden", ""),
                            ("website", ""),
                            _connector="OR",
                            _negated=True,
                        ),
                        name="afzender_compleet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("bezwaar_website", ""),
                            ("bezwaar_adres", ""),
                            ("rechtbank", ""),
                            _connector="OR",
                            _negated=True,
                        ),
                        name="afzender_bezwaar",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("logo_naam", ""),
                            models.Q(("logo_alt", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="afzender_logo_heeft_tekst",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("besloten_at__isnull", True)),
                        fields=("gemeente",),
                        name="een_open_afzender",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Tekstversie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("brief", models.TextField(blank=True)),
                ("blok", models.TextField()),
                ("tekst", models.TextField(blank=True)),
                ("standaard", models.BooleanField(default=False)),
                ("van", models.DateField()),
                ("voorgesteld_at", models.DateTimeField()),
                ("besloten_at", models.DateTimeField(null=True)),
                ("goedgekeurd", models.BooleanField(null=True)),
                ("antwoord", models.TextField(blank=True)),
                (
                    "besloten_door",
                    models.ForeignKey(
                        null=True,
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
                    "voorgesteld_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["gemeente", "van"], name="tekst_gemeente")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("besloten_at__isnull", True),
                                ("besloten_door__isnull", True),
                                ("goedgekeurd__isnull", True),
                            ),
                            models.Q(
                                ("besloten_at__isnull", False),
                                ("besloten_door__isnull", False),
                                ("goedgekeurd__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="tekst_besloten",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("goedgekeurd", True), _negated=True),
                            models.Q(
                                ("besloten_door", models.F("voorgesteld_door")), _negated=True
                            ),
                            _connector="OR",
                        ),
                        name="tekst_door_twee",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("standaard", False), ("tekst", ""), _connector="OR"),
                        name="tekst_is_standaard",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("besloten_at__isnull", True)),
                        fields=("gemeente", "brief", "blok"),
                        name="een_open_tekst",
                    ),
                ],
            },
        ),
        frozen_with_functie(),
        *versions_of_two("dossier_tekstversie"),
        *versions_of_two("dossier_afzenderversie"),
        sequences(),
    ]
