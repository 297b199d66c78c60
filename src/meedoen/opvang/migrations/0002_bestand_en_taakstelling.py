"""A file of COA that waits, the taakstelling, and counts of who comes for who sees no names."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from meedoen.accounts.policies import protect, sequences
from meedoen.accounts.roles import Recht, with_right
from meedoen.opvang.functions import forget_files, who_comes


class Migration(migrations.Migration):
    """Two tables, and two functions of the owner of the tables."""

    dependencies: ClassVar = [
        ("accounts", "0013_oin"),
        ("opvang", "0001_opvang"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Bestand",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("verzegeld", models.TextField()),
                ("gemaakt_at", models.DateTimeField()),
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
                "indexes": [models.Index(fields=["gemaakt_at"], name="bestand_ouder_dan")],
            },
        ),
        migrations.CreateModel(
            name="Taakstelling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("halfjaar_van", models.DateField()),
                ("aantal", models.PositiveIntegerField()),
                ("inwoners_gemeente", models.PositiveIntegerField(null=True)),
                ("inwoners_nederland", models.PositiveIntegerField(null=True)),
                ("gemaakt_at", models.DateTimeField()),
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
                        fields=["gemeente", "halfjaar_van"], name="taakstelling_van_halfjaar"
                    )
                ],
            },
        ),
        protect(
            "opvang_bestand",
            rights="SELECT, INSERT, UPDATE, DELETE",
            rollen=with_right(Recht.DOSSIER_OPENEN),
        ),
        protect(
            "opvang_taakstelling", rights="SELECT, INSERT", rollen=with_right(Recht.KOMST_ZIEN)
        ),
        forget_files(),
        who_comes(),
        sequences(),
    ]
