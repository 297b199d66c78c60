"""What officials did of what notices ask, who reaches it, and that it goes with the dossier."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from meedoen.accounts.policies import protect, sequences
from meedoen.accounts.roles import Recht, with_right
from meedoen.berichten.inbox_functions import erases_by_notice
from meedoen.dossier.erasure_apps import erased_with_dossier


class Migration(migrations.Migration):
    """One table; rows are only added."""

    dependencies: ClassVar = [
        ("berichten", "0005_meldingen"),
        ("dossier", "0015_wissen_met_apps"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Gedaan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("gedaan", models.BooleanField()),
                ("toelichting", models.TextField(default="")),
                ("vastgelegd_at", models.DateTimeField()),
                (
                    "bericht",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="berichten.bericht"
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
        ),
        protect(
            "berichten_gedaan", rights="SELECT, INSERT", rollen=with_right(Recht.BERICHTEN_ZIEN)
        ),
        migrations.RunSQL(
            "ALTER TABLE berichten_gedaan ADD CONSTRAINT gedaan_zelfde_gemeente"
            " FOREIGN KEY (dossier_id, gemeente_id) REFERENCES dossier_dossier (id, gemeente_id)",
            "ALTER TABLE berichten_gedaan DROP CONSTRAINT gedaan_zelfde_gemeente",
        ),
        erased_with_dossier("berichten", "gedaan", of_lines=["meldingstap", "melding"]),
        erases_by_notice(),
        sequences(),
    ]
