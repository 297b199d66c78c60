"""The hours of the whole plan: what DUO asks of the B1-route, and what a fine is measured by."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """One column."""

    dependencies: ClassVar = [("persoonlijk_plan", "0005_afspraken")]

    operations: ClassVar = [
        migrations.AddField("plan", "uren_totaal", models.PositiveSmallIntegerField(null=True)),
    ]
