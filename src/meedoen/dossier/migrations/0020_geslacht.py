"""The gender of a person as in the BRP; not known until somebody tells it."""

from typing import ClassVar

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """One column."""

    dependencies: ClassVar = [("dossier", "0019_herstelde_regels")]

    operations: ClassVar = [
        migrations.AddField(
            "persoon",
            "geslacht",
            models.TextField(blank=True, choices=[("vrouw", "vrouw"), ("man", "man")], default=""),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            "persoon",
            models.CheckConstraint(
                condition=Q(geslacht__in=("", "vrouw", "man")), name="geslacht_als_brp"
            ),
        ),
    ]
