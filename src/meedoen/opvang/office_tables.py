"""What the office keeps: a file of COA that waits for «akkoord», and the taakstelling."""

from datetime import timedelta
from typing import ClassVar

from django.db import models

from meedoen.accounts.models import Gemeente, Medewerker

KEPT = timedelta(hours=24)


class Bestand(models.Model):
    """The bytes of a file under seal. It goes as soon as it is taken in, or after `KEPT`."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    verzegeld = models.TextField()
    gemaakt_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["gemaakt_at"], name="bestand_ouder_dan")]


class Taakstelling(models.Model):
    """How many permit holders a municipality must house in a half-year, as it was told (Hw 28, 29).

    A later row of the same half-year counts instead of an earlier one. With the inhabitants the
    rule computes the number too.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    halfjaar_van = models.DateField()  # 1 January or 1 July
    aantal = models.PositiveIntegerField()  # with what was left of the half-year before
    inwoners_gemeente = models.PositiveIntegerField(null=True)
    inwoners_nederland = models.PositiveIntegerField(null=True)
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    gemaakt_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["gemeente", "halfjaar_van"], name="taakstelling_van_halfjaar")
        ]
