"""Invitations for officials who log in with an account of Meedoen."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

from meedoen.accounts.policies import grant, sequences
from meedoen.accounts.roles import Rol


class Migration(migrations.Migration):
    """The table and its grants; rows are never deleted."""

    dependencies: ClassVar = [("accounts", "0007_inlogpogingen")]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Uitnodiging",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("rol", models.TextField(choices=Rol.choices, null=True)),
                ("van", models.DateField(null=True)),
                ("tot", models.DateField(null=True)),
                ("sleutel_hash", models.BinaryField(unique=True)),
                ("gemaakt_at", models.DateTimeField()),
                ("verloopt_at", models.DateTimeField()),
                ("gebruikt_at", models.DateTimeField(null=True)),
                ("ingetrokken_at", models.DateTimeField(null=True)),
                (
                    "gemaakt_door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gemaakte_uitnodigingen",
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
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uitnodigingen",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(tot__isnull=True) | Q(tot__gt=F("van")), name="uitnodiging_tot"
                    ),
                    models.CheckConstraint(
                        condition=Q(rol__isnull=True, van__isnull=True, tot__isnull=True)
                        | Q(rol__isnull=False, van__isnull=False),
                        name="uitnodiging_rol_van",
                    ),
                    models.CheckConstraint(
                        condition=Q(gebruikt_at__isnull=True) | Q(ingetrokken_at__isnull=True),
                        name="uitnodiging_een_einde",
                    ),
                    models.UniqueConstraint(
                        condition=Q(gebruikt_at__isnull=True, ingetrokken_at__isnull=True),
                        fields=("medewerker",),
                        name="uitnodiging_een_open",
                    ),
                ]
            },
        ),
        grant("accounts_uitnodiging", "SELECT, INSERT, UPDATE"),
        sequences(),
    ]
