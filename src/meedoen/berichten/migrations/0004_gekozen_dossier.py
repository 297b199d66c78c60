"""A dossier that an official chose for a notice; an answer that was not understood; forgetting."""

from typing import ClassVar

from django.db import migrations, models

from meedoen.berichten.inbox_functions import FORGET_NOBODY


class Migration(migrations.Migration):
    """Two columns and their rights, and a function of the owner that deletes."""

    dependencies: ClassVar = [("berichten", "0003_vraag")]

    operations: ClassVar = [
        migrations.AddField(
            "bericht", "gekozen", models.BooleanField(default=False, db_default=False)
        ),
        migrations.AddField(
            "berichtinhoud", "antwoord", models.TextField(default="", db_default="")
        ),
        migrations.RunSQL(
            "GRANT UPDATE (gekozen) ON berichten_bericht TO meedoen_web, meedoen_worker;"
            "GRANT UPDATE (antwoord) ON berichten_berichtinhoud TO meedoen_web, meedoen_worker;",
            "REVOKE UPDATE (gekozen) ON berichten_bericht FROM meedoen_web, meedoen_worker;"
            "REVOKE UPDATE (antwoord) ON berichten_berichtinhoud FROM meedoen_web, meedoen_worker;",
        ),
        migrations.RunSQL(FORGET_NOBODY, "DROP FUNCTION berichten_vergeet_van_niemand"),
    ]
