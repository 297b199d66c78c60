"""The table of work numbers: how others in the chain reach an official of a municipality."""

from typing import ClassVar

from django.db import models
from django.db.models import Q


class Werkcontact(models.Model):
    """The work number of an official, or (no `medewerker`) of the whole team of a municipality.

    Rows are added, never changed: the last one counts. "" in `telefoon`: no number any more. The
    team has a number that is told in the place of everybody's own, with an address where it has
    one. Never anything private.
    """

    gemeente = models.ForeignKey("accounts.Gemeente", models.PROTECT, db_index=False)
    medewerker = models.ForeignKey("accounts.Medewerker", models.PROTECT, null=True)
    telefoon = models.TextField(blank=True)
    email = models.TextField(blank=True)
    vastgelegd_door = models.ForeignKey("accounts.Medewerker", models.PROTECT, related_name="+")
    vastgelegd_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["gemeente", "medewerker", "id"], name="werkcontact_van_wie")
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(medewerker__isnull=True) | Q(email=""), name="werkcontact_email"
            ),
            models.CheckConstraint(
                condition=~Q(telefoon="") | Q(email=""), name="werkcontact_niet_alleen_email"
            ),
        ]
