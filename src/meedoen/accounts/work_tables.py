"""Tables about how officials divide the work among each other."""

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _


class Vervanging(models.Model):
    """Somebody takes over the whole caseload of a colleague, from a day until a day: [van, tot).

    One that ends on the day it began was held for a part of that day, or never. `reden` says no
    more than a calendar on the wall would: nobody writes down here that somebody is ill.
    """

    class Reden(models.TextChoices):
        """Why, in a word that tells nothing of anybody's health."""

        VERLOF = "verlof", _("verlof")
        ANDER_WERK = "ander_werk", _("ander werk of een opleiding")
        AFWEZIG = "afwezig", _("afwezig")

    gemeente = models.ForeignKey("accounts.Gemeente", models.PROTECT)
    afwezige = models.ForeignKey("accounts.Medewerker", models.PROTECT, related_name="+")
    vervanger = models.ForeignKey("accounts.Medewerker", models.PROTECT, related_name="+")
    van = models.DateField()
    tot = models.DateField()
    reden = models.TextField(choices=Reden.choices)
    gemaakt_door = models.ForeignKey("accounts.Medewerker", models.PROTECT, related_name="+")
    gemaakt_at = models.DateTimeField()
    beeindigd_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["vervanger", "gemeente"], name="vervanging_van_wie")
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(tot__gte=F("van")), name="vervanging_tot"),
            models.CheckConstraint(
                condition=~Q(afwezige=F("vervanger")), name="vervanging_door_een_ander"
            ),
            # nobody is replaced twice at once; `int8range` because btree_gist is absent
            ExclusionConstraint(
                name="vervanging_een_tegelijk",
                expressions=[
                    (
                        Func(F("gemeente"), F("gemeente"), Value("[]"), function="int8range"),
                        RangeOperators.OVERLAPS,
                    ),
                    (
                        Func(F("afwezige"), F("afwezige"), Value("[]"), function="int8range"),
                        RangeOperators.OVERLAPS,
                    ),
                    (Func(F("van"), F("tot"), function="daterange"), RangeOperators.OVERLAPS),
                ],
            ),
        ]


class Agendasleutel(models.Model):
    """The secret address at which a calendar program reads the calendar of an official in a role.

    Only the hash of its key is kept. It ends with the role and the account, and when nobody read
    it for AGENDA_DAGEN days; `gebruikt_op` is the last day on which somebody did, or made it.
    """

    verlening = models.ForeignKey("accounts.Rolverlening", models.PROTECT)
    sleutel_hash = models.BinaryField(unique=True)
    gemaakt_at = models.DateTimeField()
    gebruikt_op = models.DateField()
    uur_at = models.DateTimeField(null=True)  # when the hour began in which reading is counted
    keren = models.PositiveIntegerField(default=0)  # how often in that hour
    beeindigd_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["verlening"],
                condition=Q(beeindigd_at__isnull=True),
                name="agendasleutel_een_open",
            ),
        ]


class Teambeeld(models.Model):
    """Whether a municipality shows how the work lies over its officials, from a day on.

    Choices are added, never changed; of two that begin on one day the last one counts. `grond`: why
    it may, such as the day on which the works council agreed (WOR 27:1l).
    """

    gemeente = models.ForeignKey("accounts.Gemeente", models.PROTECT)
    van = models.DateField()
    aan = models.BooleanField()
    grond = models.TextField(blank=True)
    vastgelegd_door = models.ForeignKey("accounts.Medewerker", models.PROTECT)
    vastgelegd_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["gemeente", "van"], name="teambeeld_gemeente")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(aan=False) | ~Q(grond=""), name="teambeeld_grond"),
        ]
