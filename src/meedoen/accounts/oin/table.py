"""The table of organisation numbers: which municipality has which OIN, from a day until a day."""

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value


class Oin(models.Model):
    """The organisatie-identificatienummer of a municipality (20 digits): [van, tot).

    Who exchanges messages with it finds it by this number, so a number has one municipality at a
    time; a municipality may have two while it changes. Recorded by nobody (None): by the
    installation itself. Nothing is deleted: of a row only its end changes.
    """

    gemeente = models.ForeignKey("accounts.Gemeente", models.PROTECT)
    oin = models.CharField(max_length=20)
    van = models.DateField()
    tot = models.DateField(null=True)
    vastgelegd_door = models.ForeignKey(
        "accounts.Medewerker", models.PROTECT, null=True, related_name="+"
    )
    vastgelegd_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")), name="oin_tot"
            ),
            models.CheckConstraint(
                condition=Q(oin__regex=r"^[0-9]{20}$"), name="oin_twintig_cijfers"
            ),
            ExclusionConstraint(
                name="oin_een_gemeente_tegelijk",
                expressions=[
                    (
                        # as a range of one number, because btree_gist is absent
                        Func(
                            Func(F("oin"), Value(0), function="hashtextextended"),
                            Func(F("oin"), Value(0), function="hashtextextended"),
                            Value("[]"),
                            function="int8range",
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                    (Func(F("van"), F("tot"), function="daterange"), RangeOperators.OVERLAPS),
                ],
            ),
        ]
