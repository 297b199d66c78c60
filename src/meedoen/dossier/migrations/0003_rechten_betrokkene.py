"""Restriction, withdrawal and inzage: their tables, who reaches them, and what they erase."""

from typing import ClassVar

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from meedoen.accounts.policies import protect, sequences
from meedoen.accounts.roles import Recht, Rol, with_right
from meedoen.dossier.erasure import erasure, read_by_cases_only
from meedoen.dossier.guards import child_of

CHANGE = "SELECT, INSERT, UPDATE"
ALL = "SELECT, INSERT, UPDATE, DELETE"
# The FG decides on a withdrawal, and must see that a restriction or a proposal stands.
OVERSEERS = (*with_right(Recht.DOSSIERS_ZIEN), Rol.FG)


class Migration(migrations.Migration):
    """Three tables, and the functions that erase."""

    dependencies: ClassVar = [
        ("accounts", "0003_inloggen"),
        ("dossier", "0002_bescherming"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Beperking",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "grond",
                    models.TextField(
                        choices=[
                            ("a", "De persoon zegt dat de gegevens niet kloppen"),
                            (
                                "b",
                                "Wij mochten dit niet, maar de persoon wil niet dat wij wissen",
                            ),
                            ("c", "De persoon heeft de gegevens nodig voor een rechtszaak"),
                            ("d", "De persoon maakte bezwaar tegen ons gebruik van de gegevens"),
                        ]
                    ),
                ),
                ("reden", models.TextField()),
                ("van", models.DateField()),
                ("tot", models.DateField(null=True)),
                (
                    "open_voor",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("toestemming", "De persoon wil het zelf"),
                            ("rechtsvordering", "Het is nodig voor een rechtszaak"),
                            ("bescherming", "Het beschermt de rechten van een ander"),
                        ],
                    ),
                ),
                ("gemeld_op", models.DateField(null=True)),
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
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__isnull", True), ("tot__gt", models.F("van")), _connector="OR"
                        ),
                        name="beperking_tot",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            (
                                models.Func(
                                    models.F("dossier_id"),
                                    models.F("dossier_id"),
                                    models.Value("[]"),
                                    function="int8range",
                                ),
                                "&&",
                            ),
                            (
                                models.Func(models.F("van"), models.F("tot"), function="daterange"),
                                "&&",
                            ),
                        ],
                        name="een_beperking_tegelijk",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Intrekking",
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
                            ("gebeurtenis", "wat één bericht of gebeurtenis vertelde"),
                            ("document", "een document"),
                            ("dossier", "het hele dossier"),
                        ]
                    ),
                ),
                (
                    "nummers",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveIntegerField(), size=None
                    ),
                ),
                ("document", models.BigIntegerField(null=True)),
                ("sha256", models.BinaryField(default=bytes)),
                (
                    "berichten",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), size=None
                    ),
                ),
                ("reden", models.TextField()),
                ("bron", models.TextField()),
                ("geleverd_at", models.DateTimeField()),
                ("voorgesteld_at", models.DateTimeField()),
                ("besloten_at", models.DateTimeField(null=True)),
                ("goedgekeurd", models.BooleanField(null=True)),
                ("antwoord", models.TextField(blank=True)),
                ("verklaring", models.BinaryField(default=bytes)),
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
                    "voorgesteld_door",
                    models.ForeignKey(
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
                            ("besloten_door__isnull", True),
                            models.Q(
                                ("besloten_door", models.F("voorgesteld_door")), _negated=True
                            ),
                            _connector="OR",
                        ),
                        name="intrekking_door_twee",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("goedgekeurd__isnull", True),
                            models.Q(
                                ("besloten_at__isnull", False), ("besloten_door__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="intrekking_besloten",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Inzageverzoek",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("gevraagd_op", models.DateField()),
                (
                    "weggelaten",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveIntegerField(), default=list, size=None
                    ),
                ),
                ("gemaakt_at", models.DateTimeField(null=True)),
                ("nagekeken_at", models.DateTimeField(null=True)),
                ("gegeven_op", models.DateField(null=True)),
                ("sha256", models.BinaryField(default=bytes)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="dossier.dossier"
                    ),
                ),
                (
                    "gegeven_door",
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
                    "nagekeken_door",
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
                    models.UniqueConstraint(
                        condition=models.Q(("gegeven_op__isnull", True)),
                        fields=("dossier",),
                        name="een_open_verzoek",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("nagekeken_door__isnull", True),
                            models.Q(("nagekeken_door", models.F("gegeven_door")), _negated=True),
                            _connector="OR",
                        ),
                        name="inzage_door_twee",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gegeven_op__isnull", True),
                            ("gegeven_op__gte", models.F("gevraagd_op")),
                            _connector="OR",
                        ),
                        name="gegeven_na_gevraagd",
                    ),
                ],
            },
        ),
        protect("dossier_beperking", rights=ALL, rollen=OVERSEERS),
        protect("dossier_intrekking", rights=CHANGE, rollen=OVERSEERS),
        protect("dossier_inzageverzoek", rights=CHANGE),
        *(
            child_of("dossier_dossier", "dossier_id", child)
            for child in ("beperking", "intrekking", "inzageverzoek")
        ),
        read_by_cases_only("dossier_inhoud"),
        read_by_cases_only("dossier_stand"),
        *erasure(),
        sequences(),
    ]
