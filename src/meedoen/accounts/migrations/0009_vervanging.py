"""Who replaces whom, from a day until a day."""

from typing import ClassVar

import django.contrib.postgres.constraints
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Func, Q, Value

from meedoen.accounts.policies import grant, sequences

SOORTEN = [
    ("gegeven", "rol gegeven"),
    ("beeindigd", "rol beëindigd"),
    ("nagezien", "rechten nagezien"),
    ("gesloten", "account gesloten"),
    ("heropend", "account weer open"),
    ("gekoppeld", "account gekoppeld aan de inlog van de gemeente"),
    ("geweigerd", "koppeling geweigerd"),
    ("vervangt", "gaat een collega vervangen"),
    ("vervangt_niet", "vervangt een collega niet meer"),
]
REDENEN = [
    ("verlof", "verlof"),
    ("ander_werk", "ander werk of een opleiding"),
    ("afwezig", "afwezig"),
]
PROTECT = django.db.models.deletion.PROTECT


def _wie() -> models.ForeignKey:  # type: ignore[type-arg]
    return models.ForeignKey(on_delete=PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)


def _same(column: str) -> tuple[Func, str]:
    return Func(F(column), F(column), Value("[]"), function="int8range"), "&&"


class Migration(migrations.Migration):
    """The table of vervangingen."""

    dependencies: ClassVar = [("accounts", "0008_uitnodiging")]

    operations: ClassVar = [
        migrations.AlterField("rechtenregel", "soort", models.TextField(choices=SOORTEN)),
        migrations.CreateModel(
            name="Vervanging",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("van", models.DateField()),
                ("tot", models.DateField()),
                ("reden", models.TextField(choices=REDENEN)),
                ("gemaakt_at", models.DateTimeField()),
                ("beeindigd_at", models.DateTimeField(null=True)),
                ("afwezige", _wie()),
                ("gemaakt_door", _wie()),
                ("gemeente", models.ForeignKey(on_delete=PROTECT, to="accounts.gemeente")),
                ("vervanger", _wie()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["vervanger", "gemeente"], name="vervanging_van_wie")
                ],
                "constraints": [
                    models.CheckConstraint(condition=Q(tot__gte=F("van")), name="vervanging_tot"),
                    models.CheckConstraint(
                        condition=~Q(afwezige=F("vervanger")), name="vervanging_door_een_ander"
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        name="vervanging_een_tegelijk",
                        expressions=[
                            _same("gemeente"),
                            _same("afwezige"),
                            (Func(F("van"), F("tot"), function="daterange"), "&&"),
                        ],
                    ),
                ],
            },
        ),
        grant("accounts_vervanging", "SELECT, INSERT, UPDATE"),
        sequences(),
    ]
