"""Who gave a role and when it was used last; every change of rights, and requests to couple."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from meedoen.accounts.policies import grant, sequences
from meedoen.accounts.roles import Rol

SOORTEN = [
    ("gegeven", "rol gegeven"),
    ("beeindigd", "rol beëindigd"),
    ("nagezien", "rechten nagezien"),
    ("gesloten", "account gesloten"),
    ("heropend", "account weer open"),
    ("gekoppeld", "account gekoppeld aan de inlog van de gemeente"),
    ("geweigerd", "koppeling geweigerd"),
]
BRONNEN = [("hand", "een beheerder"), ("aanbieder", "de inlog van de gemeente")]
KEY: dict[str, object] = {
    "auto_created": True,
    "primary_key": True,
    "serialize": False,
    "verbose_name": "ID",
}
PROTECT = django.db.models.deletion.PROTECT


def _wie(**more: object) -> models.ForeignKey:  # type: ignore[type-arg]
    return models.ForeignKey(on_delete=PROTECT, to=settings.AUTH_USER_MODEL, **more)  # type: ignore[arg-type]


class Migration(migrations.Migration):
    """Roles that a login of a municipality gave, and the history of rights."""

    dependencies: ClassVar = [("accounts", "0005_huisstijl_rechten")]

    operations: ClassVar = [
        migrations.RemoveConstraint("rolverlening", "rolverlening_tot"),
        migrations.AddConstraint(
            "rolverlening",
            models.CheckConstraint(
                condition=models.Q(tot__isnull=True) | models.Q(tot__gte=models.F("van")),
                name="rolverlening_tot",
            ),
        ),
        migrations.AddField(
            "rolverlening", "bron", models.TextField(choices=BRONNEN, default="hand")
        ),
        migrations.AddField("rolverlening", "aanbieder", models.TextField(default="")),
        migrations.AddField("rolverlening", "laatst_gebruikt_op", models.DateField(null=True)),
        migrations.AddConstraint(
            "rolverlening",
            models.CheckConstraint(
                condition=models.Q(bron="hand", aanbieder="")
                | models.Q(bron="aanbieder") & ~models.Q(aanbieder=""),
                name="rolverlening_aanbieder",
            ),
        ),
        migrations.CreateModel(
            "Rechtenregel",
            [
                ("id", models.BigAutoField(**KEY)),
                ("soort", models.TextField(choices=SOORTEN)),
                ("rol", models.TextField(blank=True, choices=Rol.choices)),
                ("aanbieder", models.TextField(blank=True)),
                ("on", models.DateField()),
                ("at", models.DateTimeField()),
                ("reden", models.TextField(blank=True)),
                ("medewerker", _wie(related_name="rechtenregels")),
                ("gemeente", models.ForeignKey(on_delete=PROTECT, to="accounts.gemeente")),
                ("door", _wie(null=True, related_name="+")),
            ],
            options={
                "indexes": [models.Index(fields=["gemeente", "medewerker"], name="regel_van_wie")]
            },
        ),
        migrations.CreateModel(
            "Koppelverzoek",
            [
                ("id", models.BigAutoField(**KEY)),
                ("aanbieder", models.TextField()),
                ("sub", models.TextField()),
                ("naam", models.TextField()),
                ("at", models.DateTimeField()),
                ("open", models.BooleanField(default=True)),
                ("medewerker", _wie()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=["aanbieder", "sub"], name="een_koppelverzoek")
                ]
            },
        ),
        grant("accounts_rechtenregel", "SELECT, INSERT"),
        grant("accounts_koppelverzoek", "SELECT, INSERT, UPDATE"),
        sequences(),
    ]
