"""The secret address of a calendar."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

from meedoen.accounts.policies import grant, sequences


class Migration(migrations.Migration):
    """The table of those addresses: hashes only."""

    dependencies: ClassVar = [("accounts", "0009_vervanging")]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Agendasleutel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sleutel_hash", models.BinaryField(unique=True)),
                ("gemaakt_at", models.DateTimeField()),
                ("gebruikt_op", models.DateField()),
                ("uur_at", models.DateTimeField(null=True)),
                ("keren", models.PositiveIntegerField(default=0)),
                ("beeindigd_at", models.DateTimeField(null=True)),
                (
                    "verlening",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="accounts.rolverlening"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=Q(beeindigd_at__isnull=True),
                        fields=("verlening",),
                        name="agendasleutel_een_open",
                    )
                ],
            },
        ),
        grant("accounts_agendasleutel", "SELECT, INSERT, UPDATE"),
        sequences(),
    ]
