"""An open objection, or an appeal without a ruling, keeps a dossier from being destroyed."""

from typing import ClassVar

from django.db import migrations

from meedoen.dossier.erasure import held_by_objection


class Migration(migrations.Migration):
    """One function that answers, and the one that refuses."""

    dependencies: ClassVar = [
        ("dossier", "0011_beloofd_en_uitgesteld"),
    ]

    operations: ClassVar = [*held_by_objection()]
