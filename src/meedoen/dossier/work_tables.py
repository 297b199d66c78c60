"""Tables of work that no rule knows: what was promised or put off, and who is not who."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from meedoen.accounts.models import Gemeente, Medewerker
from meedoen.dossier.diary_tables import Dossier


class Toezegging(models.Model):
    """What an official promised: to whom, what, and until which day. Done or withdrawn once."""

    class Soort(models.TextChoices):
        """What kind of promise."""

        CONTACT = "contact", _("Terugbellen of schrijven")
        ANDERS = "anders", _("Iets anders")

    class Stand(models.TextChoices):
        """Where it stands."""

        OPEN = "open", _("open")
        GEDAAN = "gedaan", _("gedaan")
        INGETROKKEN = "ingetrokken", _("ingetrokken")

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    soort = models.TextField(choices=Soort.choices)
    aan = models.TextField()  # to whom: the person, a school, a helper
    wat = models.TextField()
    uiterlijk_op = models.DateField()
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")  # who promised
    gemaakt_at = models.DateTimeField()
    stand = models.TextField(choices=Stand.choices, default=Stand.OPEN)
    toelichting = models.TextField(blank=True)  # how it ended
    afgehandeld_at = models.DateTimeField(null=True)
    afgehandeld_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(stand="open", afgehandeld_at__isnull=True)
                | (~Q(stand="open") & Q(afgehandeld_at__isnull=False)),
                name="toezegging_afgehandeld",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["gemeente", "stand"])]


class Uitstel(models.Model):
    """Work of a dossier that somebody put off until a day, and why.

    `signaal` and `sleutel` name the work, `dag` was its last day then: when that is another day
    now, the work is back. `tot` is the day on which it comes back anyhow. The diary keeps all.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    signaal = models.TextField()
    sleutel = models.TextField(blank=True)
    dag = models.DateField(null=True)
    tot = models.DateField()
    reden = models.TextField()
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    gemaakt_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dossier", "signaal", "sleutel"], name="een_uitstel_per_werk"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["gemeente", "tot"])]


class Onderscheid(models.Model):
    """An official looked: the person of this dossier is not that of the other one.

    A row in each of the two, so that it goes with the dossier it stands in.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    ander = models.ForeignKey(Dossier, models.PROTECT, related_name="+")
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    vastgelegd_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dossier", "ander"], name="een_onderscheid_per_paar"),
            models.CheckConstraint(
                condition=~Q(ander=F("dossier")), name="onderscheid_van_een_ander"
            ),
        ]
