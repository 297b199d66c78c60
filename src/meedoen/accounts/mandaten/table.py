"""The table of mandates: which role signs which kind of letter, from a day until a day."""

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from meedoen.accounts.roles import Rol


def _same(word: str) -> tuple[Func, str]:
    """Equal words; as a range of one number, because btree_gist is absent."""
    key = Func(F(word), Value(0), function="hashtextextended")
    return Func(key, key, Value("[]"), function="int8range"), RangeOperators.OVERLAPS


class Besluitmandaat(models.Model):
    """Which role may sign which kind of besluit, up to which amount (Awb 10:3): [van, tot).

    Without a row nobody may. `soort` is the name of a letter kind in law/brieven; `bron` the
    decision of the college. Recorded by nobody (None): by the installation itself. One that ends on
    the day it begins held for a part of it, or never. Nothing is deleted: of a row only its end
    changes.
    """

    gemeente = models.ForeignKey("accounts.Gemeente", models.PROTECT)
    rol = models.TextField(choices=Rol.choices)
    soort = models.TextField()
    tot_bedrag_cents = models.BigIntegerField(null=True)  # None: the kind has no amount
    van = models.DateField()
    tot = models.DateField(null=True)
    bron = models.TextField()
    vastgelegd_door = models.ForeignKey(
        "accounts.Medewerker", models.PROTECT, null=True, related_name="+"
    )
    vastgelegd_at = models.DateTimeField(null=True)
    beeindigd_bron = models.TextField(default="")
    beeindigd_door = models.ForeignKey(
        "accounts.Medewerker", models.PROTECT, null=True, related_name="+"
    )
    beeindigd_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")), name="besluitmandaat_tot"
            ),
            models.CheckConstraint(condition=~Q(bron=""), name="besluitmandaat_bron"),
            models.CheckConstraint(
                condition=Q(beeindigd_at__isnull=True, beeindigd_bron="")
                | ~Q(beeindigd_bron="") & Q(beeindigd_at__isnull=False, tot__isnull=False),
                name="besluitmandaat_beeindigd",
            ),
            ExclusionConstraint(
                name="besluitmandaat_een_tegelijk",
                expressions=[
                    (
                        Func(F("gemeente"), F("gemeente"), Value("[]"), function="int8range"),
                        RangeOperators.OVERLAPS,
                    ),
                    _same("rol"),
                    _same("soort"),
                    (Func(F("van"), F("tot"), function="daterange"), RangeOperators.OVERLAPS),
                ],
            ),
        ]
