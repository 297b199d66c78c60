"""Who recorded a mandate, and how it ended; two of the same never overlap; only its end changes."""

from typing import ClassVar

import django.contrib.postgres.constraints
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Func, Q, Value

from meedoen.accounts.policies import WRITERS

PROTECT = django.db.models.deletion.PROTECT
TABLE = "accounts_besluitmandaat"
END = "tot, beeindigd_bron, beeindigd_door_id, beeindigd_at"
WHO = ", ".join(WRITERS)


def _wie() -> models.ForeignKey:  # type: ignore[type-arg]
    return models.ForeignKey(
        null=True, on_delete=PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
    )


def _same(word: str) -> tuple[Func, str]:
    key = Func(F(word), Value(0), function="hashtextextended")
    return Func(key, key, Value("[]"), function="int8range"), "&&"


class Migration(migrations.Migration):
    """Mandates that a beheerder records."""

    dependencies: ClassVar = [("accounts", "0011_teambeeld")]

    operations: ClassVar = [
        migrations.RemoveConstraint("besluitmandaat", "besluitmandaat_tot"),
        migrations.AddField("besluitmandaat", "vastgelegd_door", _wie()),
        migrations.AddField("besluitmandaat", "vastgelegd_at", models.DateTimeField(null=True)),
        migrations.AddField("besluitmandaat", "beeindigd_bron", models.TextField(default="")),
        migrations.AddField("besluitmandaat", "beeindigd_door", _wie()),
        migrations.AddField("besluitmandaat", "beeindigd_at", models.DateTimeField(null=True)),
        migrations.AddConstraint(
            "besluitmandaat",
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")), name="besluitmandaat_tot"
            ),
        ),
        migrations.AddConstraint(
            "besluitmandaat",
            models.CheckConstraint(condition=~Q(bron=""), name="besluitmandaat_bron"),
        ),
        migrations.AddConstraint(
            "besluitmandaat",
            models.CheckConstraint(
                condition=Q(beeindigd_at__isnull=True, beeindigd_bron="")
                | ~Q(beeindigd_bron="") & Q(beeindigd_at__isnull=False, tot__isnull=False),
                name="besluitmandaat_beeindigd",
            ),
        ),
        migrations.AddConstraint(
            "besluitmandaat",
            django.contrib.postgres.constraints.ExclusionConstraint(
                name="besluitmandaat_een_tegelijk",
                expressions=[
                    (
                        Func(F("gemeente"), F("gemeente"), Value("[]"), function="int8range"),
                        "&&",
                    ),
                    _same("rol"),
                    _same("soort"),
                    (Func(F("van"), F("tot"), function="daterange"), "&&"),
                ],
            ),
        ),
        migrations.RunSQL(
            f"REVOKE UPDATE ON {TABLE} FROM {WHO}; GRANT UPDATE ({END}) ON {TABLE} TO {WHO};",
            f"GRANT UPDATE ON {TABLE} TO {WHO};",
        ),
    ]
