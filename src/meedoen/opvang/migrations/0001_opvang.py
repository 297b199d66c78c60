"""Five tables of who comes, who reaches them, and that they are erased with the dossier."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from meedoen.accounts.policies import protect, sequences
from meedoen.dossier.erasure_apps import erased_with_dossier
from meedoen.dossier.guards import child_of


TOLD = ("klantprofiel", "voorbereiding", "driegesprek")  # by a line of the diary, and never changed
CHANGED = ("woning", "nareis")


class Migration(migrations.Migration):
    """What COA told, the way to a house, and family that comes later."""

    initial = True

    dependencies: ClassVar = [
        ("accounts", "0013_oin"),
        ("dossier", "0015_wissen_met_apps"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Driegesprek",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("gevoerd_op", models.DateField()),
                (
                    "hoe",
                    models.TextField(
                        choices=[
                            ("azc", "in het azc"),
                            ("gemeente", "bij de gemeente"),
                            ("video", "met beeld, op afstand"),
                            ("telefoon", "met de telefoon"),
                        ]
                    ),
                ),
                ("afspraken", models.TextField(blank=True)),
                ("gemaakt_at", models.DateTimeField()),
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
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["dossier"], name="driegesprek_van_dossier")],
            },
        ),
        migrations.CreateModel(
            name="Klantprofiel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "langs",
                    models.TextField(
                        choices=[
                            ("formulier", "overgenomen door een medewerker"),
                            ("document", "als document"),
                            ("bestand", "met een bestand van het COA"),
                        ]
                    ),
                ),
                ("ontvangen_op", models.DateField()),
                ("opgemaakt_op", models.DateField(null=True)),
                ("opvanglocatie", models.TextField(blank=True)),
                ("gezinsgrootte", models.PositiveSmallIntegerField(null=True)),
                ("gemaakt_at", models.DateTimeField()),
                (
                    "document",
                    models.ForeignKey(
                        db_constraint=False,
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
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["dossier"], name="klantprofiel_van_dossier")],
            },
        ),
        migrations.CreateModel(
            name="Nareis",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "wie",
                    models.TextField(
                        choices=[
                            ("partner", "partner"),
                            ("kind", "kind"),
                            ("partner en kind", "partner en kinderen"),
                            ("ouder", "ouder"),
                            ("ander", "ander gezinslid"),
                        ]
                    ),
                ),
                ("aantal", models.PositiveSmallIntegerField()),
                ("mvv_op", models.DateField(null=True)),
                ("verwacht_op", models.DateField(null=True)),
                ("woning_past", models.BooleanField(null=True)),
                ("vve_nodig", models.BooleanField(null=True)),
                ("pip_verandert", models.BooleanField(null=True)),
                (
                    "stand",
                    models.TextField(
                        choices=[
                            ("verwacht", "verwacht"),
                            ("aangekomen", "aangekomen"),
                            ("komt niet", "komt niet"),
                        ],
                        default="verwacht",
                    ),
                ),
                ("stand_op", models.DateField()),
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
                "indexes": [models.Index(fields=["dossier"], name="nareis_van_dossier")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("aantal__gte", 1)), name="nareis_van_iemand"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Voorbereiding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "langs",
                    models.TextField(
                        choices=[
                            ("formulier", "overgenomen door een medewerker"),
                            ("document", "als document"),
                            ("bestand", "met een bestand van het COA"),
                        ]
                    ),
                ),
                ("stand_op", models.DateField()),
                (
                    "instemming",
                    models.TextField(
                        blank=True,
                        choices=[("ja", "ja"), ("nee", "nee"), ("niet gevraagd", "niet gevraagd")],
                    ),
                ),
                ("instemming_op", models.DateField(null=True)),
                (
                    "instemming_reden",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("wil niet", "wil niet"),
                            ("verhuist binnenkort", "verhuist binnenkort"),
                            ("geen opvang voor de kinderen", "geen opvang voor de kinderen"),
                            ("heeft werk of opleiding", "heeft werk of opleiding"),
                            ("geen plaats in een groep", "geen plaats in een groep"),
                            ("iets anders", "iets anders"),
                        ],
                    ),
                ),
                ("nt2_uren", models.PositiveSmallIntegerField(null=True)),
                ("knm", models.BooleanField(null=True)),
                ("intro_map", models.BooleanField(null=True)),
                ("intro_pvt", models.BooleanField(null=True)),
                ("vrijwilligerswerk", models.BooleanField(null=True)),
                (
                    "niveau_lezen",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("nog geen A1", "nog geen A1"),
                            ("A1-", "bijna A1 (A1-)"),
                            ("A1", "A1"),
                            ("A2", "A2"),
                            ("B1", "B1 of hoger"),
                        ],
                    ),
                ),
                (
                    "niveau_luisteren",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("nog geen A1", "nog geen A1"),
                            ("A1-", "bijna A1 (A1-)"),
                            ("A1", "A1"),
                            ("A2", "A2"),
                            ("B1", "B1 of hoger"),
                        ],
                    ),
                ),
                (
                    "niveau_schrijven",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("nog geen A1", "nog geen A1"),
                            ("A1-", "bijna A1 (A1-)"),
                            ("A1", "A1"),
                            ("A2", "A2"),
                            ("B1", "B1 of hoger"),
                        ],
                    ),
                ),
                (
                    "niveau_spreken",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("nog geen A1", "nog geen A1"),
                            ("A1-", "bijna A1 (A1-)"),
                            ("A1", "A1"),
                            ("A2", "A2"),
                            ("B1", "B1 of hoger"),
                        ],
                    ),
                ),
                ("gemaakt_at", models.DateTimeField()),
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
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["dossier"], name="voorbereiding_van_dossier")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("instemming_reden", ""), ("instemming", "nee"), _connector="OR"
                        ),
                        name="reden_bij_geen_instemming",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Woning",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("straat", models.TextField()),
                ("postcode", models.TextField()),
                ("plaats", models.TextField()),
                ("aangeboden_op", models.DateField()),
                (
                    "stand",
                    models.TextField(
                        choices=[
                            ("aangeboden", "aangeboden"),
                            ("geaccepteerd", "geaccepteerd"),
                            ("geweigerd", "geweigerd"),
                            ("vervallen", "vervallen"),
                        ],
                        default="aangeboden",
                    ),
                ),
                ("beantwoord_op", models.DateField(null=True)),
                ("sleutel_op", models.DateField(null=True)),
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
                "indexes": [models.Index(fields=["dossier"], name="woning_van_dossier")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("stand__in", ["aangeboden", "geaccepteerd"])),
                        fields=("dossier",),
                        name="een_woning_tegelijk",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("beantwoord_op__isnull", True), ("stand", "aangeboden")),
                            models.Q(
                                models.Q(("stand", "aangeboden"), _negated=True),
                                ("beantwoord_op__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="woning_beantwoord",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sleutel_op__isnull", True), ("stand", "geaccepteerd"), _connector="OR"
                        ),
                        name="sleutel_van_geaccepteerde_woning",
                    ),
                ],
            },
        ),
        *(protect(f"opvang_{each}", rights="SELECT, INSERT") for each in TOLD),
        *(protect(f"opvang_{each}", rights="SELECT, INSERT, UPDATE") for each in CHANGED),
        *(child_of("dossier_dossier", "dossier_id", each, app="opvang") for each in TOLD + CHANGED),
        erased_with_dossier("opvang", *CHANGED, of_lines=TOLD),
        sequences(),
    ]
