"""How Meedoen looks and speaks for a municipality, with its versions."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """The table of the huisstijl."""

    dependencies: ClassVar = [
        ("accounts", "0003_inloggen"),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Huisstijl",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("van", models.DateField()),
                ("titel", models.TextField(default="Meedoen")),
                ("stijlblad", models.TextField(default="")),
                ("thema", models.TextField(default="")),
                ("logo", models.TextField(default="")),
                ("logo_alt", models.TextField(default="")),
                ("rolnamen", models.JSONField(default=dict)),
                ("hulp", models.TextField(default="")),
                ("verklaring", models.TextField(default="")),
                ("vastgelegd_at", models.DateTimeField()),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="accounts.gemeente"
                    ),
                ),
                (
                    "vastgelegd_door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["gemeente", "van"], name="huisstijl_gemeente")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("titel", ""), _negated=True), name="huisstijl_titel"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("logo", ""), models.Q(("logo_alt", ""), _negated=True), _connector="OR"
                        ),
                        name="huisstijl_logo_heeft_tekst",
                    ),
                ],
            },
        ),
    ]
