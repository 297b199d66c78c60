"""Under which OIN a municipality is known; a number has one municipality at a time."""

from typing import ClassVar

import django.contrib.postgres.constraints
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Func, Q, Value

from meedoen.accounts.policies import WRITERS, grant, sequences

PROTECT = django.db.models.deletion.PROTECT
WHO = ", ".join(WRITERS)


def _number() -> Func:
    return Func(F("oin"), Value(0), function="hashtextextended")


class Migration(migrations.Migration):
    """The table of numbers: readable by all, and of a row only its end changes."""

    dependencies: ClassVar = [("accounts", "0012_besluitmandaat")]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Oin",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("oin", models.CharField(max_length=20)),
                ("van", models.DateField()),
                ("tot", models.DateField(null=True)),
                ("vastgelegd_at", models.DateTimeField()),
                ("gemeente", models.ForeignKey(on_delete=PROTECT, to="accounts.gemeente")),
                (
                    "vastgelegd_door",
                    models.ForeignKey(
                        null=True, on_delete=PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(tot__isnull=True) | Q(tot__gte=F("van")), name="oin_tot"
                    ),
                    models.CheckConstraint(
                        condition=Q(oin__regex="^[0-9]{20}$"), name="oin_twintig_cijfers"
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        name="oin_een_gemeente_tegelijk",
                        expressions=[
                            (
                                Func(_number(), _number(), Value("[]"), function="int8range"),
                                "&&",
                            ),
                            (Func(F("van"), F("tot"), function="daterange"), "&&"),
                        ],
                    ),
                ],
            },
        ),
        grant("accounts_oin", "SELECT, INSERT"),
        migrations.RunSQL(
            f"GRANT UPDATE (tot) ON accounts_oin TO {WHO}",
            f"REVOKE UPDATE (tot) ON accounts_oin FROM {WHO}",
        ),
        sequences(),
    ]
