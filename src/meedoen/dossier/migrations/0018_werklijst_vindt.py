"""Two small indexes for what the work list asks of a whole caseload."""

from typing import ClassVar

from django.db import migrations, models

from meedoen.dossier.names import NOG_ONBEKEND
from meedoen.dossier.stand import COMING


class Migration(migrations.Migration):
    """Who is coupled and not housed, and of whom DUO told a number only."""

    dependencies: ClassVar = [("dossier", "0017_samenvoeging")]

    operations: ClassVar = [
        migrations.AddIndex(
            "stand",
            models.Index(fields=["dossier_id"], name="dossier_stand_komt", condition=COMING),
        ),
        migrations.AddIndex(
            "persoon",
            models.Index(
                fields=["gemeente"],
                name="dossier_persoon_zonder_naam",
                condition=models.Q(geslachtsnaam=NOG_ONBEKEND),
            ),
        ),
    ]
