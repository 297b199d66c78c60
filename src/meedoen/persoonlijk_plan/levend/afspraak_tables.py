"""Tables of the agreements: what the newcomer does by when, and whether both sides agreed.

What the municipality does are its promises (dossier.Toezegging): they have a table already.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meedoen.accounts.models import Gemeente, Medewerker
from meedoen.dossier.models import Document, Dossier, Gebeurtenis


class Planafspraak(models.Model):
    """What the newcomer does, by which day, and how it went."""

    class Stand(models.TextChoices):
        """Where it stands."""

        OPEN = "open", _("open")
        GEDAAN = "gedaan", _("gedaan")
        ANDERS = "anders", _("het wordt anders")

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    gebeurtenis = models.ForeignKey(Gebeurtenis, models.PROTECT)
    wat = models.TextField()
    uiterlijk_op = models.DateField()
    stand = models.TextField(choices=Stand.choices, default=Stand.OPEN)
    toelichting = models.TextField(blank=True)
    besproken_op = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(stand="open", besproken_op__isnull=True)
                | (~Q(stand="open") & Q(besproken_op__isnull=False)),
                name="planafspraak_besproken",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["gemeente", "stand", "uiterlijk_op"], name="planafspraak_werk")
        ]


class Instemming(models.Model):
    """That both sides agreed with the plan, or that somebody does not sign now, and why.

    Added, never changed: the newest counts. `nummer` is the last line of the diary that the plan
    had then, so that a later change is seen. Not signing has no consequence by itself.
    """

    class Wijze(models.TextChoices):
        """How."""

        SCHERM = "scherm", _("op het scherm")
        PAPIER = "papier", _("op papier")
        NIET = "niet", _("tekent nu niet")

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    gebeurtenis = models.OneToOneField(Gebeurtenis, models.PROTECT)
    nummer = models.PositiveIntegerField()
    wijze = models.TextField(choices=Wijze.choices)
    naam_persoon = models.TextField(blank=True)
    naam_medewerker = models.TextField(blank=True)
    document = models.ForeignKey(Document, models.SET_NULL, null=True, db_constraint=False)
    reden = models.TextField(blank=True)
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    op_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(wijze="niet") & ~Q(reden="")
                | ~Q(wijze="niet") & ~Q(naam_persoon="") & ~Q(naam_medewerker=""),
                name="instemming_met_namen_of_reden",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["dossier", "-op_at"], name="instemming_nieuwste")]
