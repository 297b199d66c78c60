"""The days on which DUO exempts somebody for a while: columns of stand, as every fact has one."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two columns."""

    dependencies: ClassVar = [
        ("dossier", "0011_beloofd_en_uitgesteld"),
    ]

    operations: ClassVar = [
        migrations.AddField(
            model_name="stand",
            name="tijdelijk_vrijgesteld_tot",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="stand",
            name="tijdelijk_vrijgesteld_van",
            field=models.DateField(null=True),
        ),
    ]
