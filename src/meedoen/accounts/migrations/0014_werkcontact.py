"""How officials, or a whole team, can be reached at work."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

from meedoen.accounts.policies import protect, sequences
from meedoen.accounts.roles import Rol

PROTECT = django.db.models.deletion.PROTECT


class Migration(migrations.Migration):
    """The table of work numbers: of the municipalities in scope, and only added to."""

    dependencies: ClassVar = [("accounts", "0013_oin")]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Werkcontact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("telefoon", models.TextField(blank=True)),
                ("email", models.TextField(blank=True)),
                ("vastgelegd_at", models.DateTimeField()),
                (
                    "gemeente",
                    models.ForeignKey(db_index=False, on_delete=PROTECT, to="accounts.gemeente"),
                ),
                (
                    "medewerker",
                    models.ForeignKey(null=True, on_delete=PROTECT, to=settings.AUTH_USER_MODEL),
                ),
                (
                    "vastgelegd_door",
                    models.ForeignKey(
                        on_delete=PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["gemeente", "medewerker", "id"], name="werkcontact_van_wie"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(medewerker__isnull=True) | Q(email=""),
                        name="werkcontact_email",
                    ),
                    models.CheckConstraint(
                        condition=~Q(telefoon="") | Q(email=""),
                        name="werkcontact_niet_alleen_email",
                    ),
                ],
            },
        ),
        protect("accounts_werkcontact", rights="SELECT, INSERT", rollen=tuple(Rol)),
        sequences(),
    ]
