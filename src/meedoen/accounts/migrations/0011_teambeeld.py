"""Whether a municipality shows how the work lies over its officials."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

from meedoen.accounts.policies import grant, sequences

PROTECT = django.db.models.deletion.PROTECT


class Migration(migrations.Migration):
    """The table of those choices."""

    dependencies: ClassVar = [("accounts", "0010_agendasleutel")]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Teambeeld",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("van", models.DateField()),
                ("aan", models.BooleanField()),
                ("grond", models.TextField(blank=True)),
                ("vastgelegd_at", models.DateTimeField()),
                ("gemeente", models.ForeignKey(on_delete=PROTECT, to="accounts.gemeente")),
                (
                    "vastgelegd_door",
                    models.ForeignKey(on_delete=PROTECT, to=settings.AUTH_USER_MODEL),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["gemeente", "van"], name="teambeeld_gemeente")],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(aan=False) | ~Q(grond=""), name="teambeeld_grond"
                    )
                ],
            },
        ),
        grant("accounts_teambeeld", "SELECT, INSERT"),
        sequences(),
    ]
