"""That two dossiers are of two people: the table, who reaches it, and that it is erased."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from meedoen.accounts.policies import protect, sequences
from meedoen.dossier.erasure_apps import also_erased_by_all
from meedoen.dossier.guards import child_of


class Migration(migrations.Migration):
    """One table."""

    dependencies: ClassVar = [
        ("dossier", "0015_wissen_met_apps"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Onderscheid",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("vastgelegd_at", models.DateTimeField()),
                (
                    "ander",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="dossier.dossier",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="dossier.dossier"
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
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dossier", "ander"), name="een_onderscheid_per_paar"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ander", models.F("dossier")), _negated=True),
                        name="onderscheid_van_een_ander",
                    ),
                ]
            },
        ),
        protect("dossier_onderscheid", rights="SELECT, INSERT"),
        child_of("dossier_dossier", "dossier_id", "onderscheid"),
        also_erased_by_all("onderscheid"),
        sequences(),
    ]
