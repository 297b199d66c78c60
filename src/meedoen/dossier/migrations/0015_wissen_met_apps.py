"""Erasing a dossier, and withdrawing lines of it, ask the apps above what they keep of it."""

from typing import ClassVar

from django.db import migrations

from meedoen.dossier.erasure_apps import asks_apps


class Migration(migrations.Migration):
    """One function that asks, and the two that erase."""

    dependencies: ClassVar = [
        ("dossier", "0014_bezwaar_houdt_dossier_vast"),
    ]

    operations: ClassVar = [*asks_apps()]
