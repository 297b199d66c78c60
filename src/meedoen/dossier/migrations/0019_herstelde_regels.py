"""What puts a line right is found at once, and a line is chained in one statement."""

from typing import ClassVar

from django.db import migrations, models

from meedoen.dossier.erasure import CHAIN
from meedoen.dossier.guards import CHAIN_AT_ONCE


class Migration(migrations.Migration):
    """An index of the few lines that put another right; the function of the chain made again."""

    dependencies: ClassVar = [("dossier", "0018_werklijst_vindt")]

    operations: ClassVar = [
        migrations.AddIndex(
            "gebeurtenis",
            models.Index(
                fields=["dossier", "herstelt"],
                name="gebeurtenis_herstelt",
                condition=models.Q(("herstelt__isnull", False)),
            ),
        ),
        migrations.RunSQL(CHAIN_AT_ONCE, CHAIN),
    ]
