"""Questions to DUO that officials want an answer to, and who reaches them."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

from meedoen.accounts.policies import protect, sequences
from meedoen.accounts.roles import Recht, with_right

CHANGE = "SELECT, INSERT, UPDATE (pogingen, uitkomst, nieuw, volgende_at, antwoord_at)"


class Migration(migrations.Migration):
    """One table; nobody deletes from it."""

    dependencies: ClassVar = [
        ("berichten", "0002_bescherming"),
        ("dossier", "0003_rechten_betrokkene"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Vraag",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("gevraagd_at", models.DateTimeField()),
                ("antwoord_at", models.DateTimeField(null=True)),
                ("uitkomst", models.TextField(default="")),
                ("nieuw", models.PositiveSmallIntegerField(default=0)),
                ("pogingen", models.PositiveSmallIntegerField(default=0)),
                ("volgende_at", models.DateTimeField(null=True)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="dossier.dossier"
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="accounts.gemeente",
                    ),
                ),
                (
                    "medewerker",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["gemeente", "volgende_at"],
                        condition=Q(antwoord_at__isnull=True),
                        name="vraag_aan_de_beurt",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["dossier"],
                        condition=Q(antwoord_at__isnull=True),
                        name="een_vraag_tegelijk",
                    ),
                    models.CheckConstraint(
                        condition=Q(antwoord_at__isnull=True) ^ Q(volgende_at__isnull=True),
                        name="vraag_volgende",
                    ),
                ],
            },
        ),
        protect("berichten_vraag", rights=CHANGE, rollen=with_right(Recht.BERICHTEN_ZIEN)),
        migrations.RunSQL(
            "ALTER TABLE berichten_vraag ADD CONSTRAINT vraag_zelfde_gemeente"
            " FOREIGN KEY (dossier_id, gemeente_id) REFERENCES dossier_dossier (id, gemeente_id)",
            "ALTER TABLE berichten_vraag DROP CONSTRAINT vraag_zelfde_gemeente",
        ),
        sequences(),
    ]
