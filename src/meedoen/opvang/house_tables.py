"""The way to a house, and who of the family comes later. A row changes; the diary keeps each step.

That somebody lives here is no row: it is the gebeurtenis `ingeschreven`, told once.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meedoen.accounts.models import Gemeente, Medewerker
from meedoen.dossier.models import Dossier


class Woning(models.Model):
    """A house that was offered: which, the answer, and when the key is there."""

    class Stand(models.TextChoices):
        """What came of the offer."""

        AANGEBODEN = "aangeboden", _("aangeboden")
        GEACCEPTEERD = "geaccepteerd", _("geaccepteerd")
        GEWEIGERD = "geweigerd", _("geweigerd")
        VERVALLEN = "vervallen", _("vervallen")

    OPEN: ClassVar = (Stand.AANGEBODEN, Stand.GEACCEPTEERD)

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    straat = models.TextField()
    postcode = models.TextField()
    plaats = models.TextField()
    aangeboden_op = models.DateField()
    stand = models.TextField(choices=Stand.choices, default=Stand.AANGEBODEN)
    beantwoord_op = models.DateField(null=True)
    sleutel_op = models.DateField(null=True)  # may be to come
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    gemaakt_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(stand__in=["aangeboden", "geaccepteerd"]),
                name="een_woning_tegelijk",
            ),
            models.CheckConstraint(
                condition=Q(stand="aangeboden", beantwoord_op__isnull=True)
                | (~Q(stand="aangeboden") & Q(beantwoord_op__isnull=False)),
                name="woning_beantwoord",
            ),
            models.CheckConstraint(
                condition=Q(sleutel_op__isnull=True) | Q(stand="geaccepteerd"),
                name="sleutel_van_geaccepteerde_woning",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["dossier"], name="woning_van_dossier")]


class Nareis(models.Model):
    """Family that comes later: who, the mvv, when, and what changes by it."""

    class Wie(models.TextChoices):
        """Who comes, seen from the person of the dossier."""

        PARTNER = "partner", _("partner")
        KIND = "kind", _("kind")
        PARTNER_EN_KIND = "partner en kind", _("partner en kinderen")
        OUDER = "ouder", _("ouder")
        ANDER = "ander", _("ander gezinslid")

    class Stand(models.TextChoices):
        """How it stands."""

        VERWACHT = "verwacht", _("verwacht")
        AANGEKOMEN = "aangekomen", _("aangekomen")
        KOMT_NIET = "komt niet", _("komt niet")

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    wie = models.TextField(choices=Wie.choices)
    aantal = models.PositiveSmallIntegerField()
    mvv_op = models.DateField(null=True)
    verwacht_op = models.DateField(null=True)
    woning_past = models.BooleanField(null=True)  # the house is large enough
    vve_nodig = models.BooleanField(null=True)  # a child needs VVE or childcare
    pip_verandert = models.BooleanField(null=True)
    stand = models.TextField(choices=Stand.choices, default=Stand.VERWACHT)
    stand_op = models.DateField()
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    gemaakt_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(aantal__gte=1), name="nareis_van_iemand"),
        ]
        indexes: ClassVar = [models.Index(fields=["dossier"], name="nareis_van_dossier")]
