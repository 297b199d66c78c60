"""What was thought and chosen about the leerroute of somebody (Wi 15:1a): a row per round."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from meedoen.accounts.models import Gemeente, Medewerker
from meedoen.dossier.models import Dossier, Gebeurtenis
from meedoen.persoonlijk_plan.levend.afspraak_tables import Instemming, Planafspraak
from meedoen.persoonlijk_plan.levend.doel_tables import Doel, Planactiviteit
from meedoen.persoonlijk_plan.levend.week_tables import Bezigheid, Kinderopvang
from meedoen.persoonlijk_plan.plan_tables import ROUTES, Plan, Vveafspraak

__all__ = [
    "Bezigheid",
    "Doel",
    "Instemming",
    "Kinderopvang",
    "Leerroutekeuze",
    "Plan",
    "Planactiviteit",
    "Planafspraak",
    "Vveafspraak",
]


class Leerroutekeuze(models.Model):
    """First an own judgement; then the advice opens; then a choice; where it weighs, a second look.

    Words and names only: the reasons stand in the diary. `advies` and `toetsadvies` are what the
    rules said when the advice opened, "" where they said nothing.
    """

    class Blik(models.TextChoices):
        """What a second official thinks of the choice."""

        NODIG = "nodig", _("een tweede collega kijkt nog mee")
        EENS = "eens", _("een tweede collega is het eens")
        ONEENS = "oneens", _("een tweede collega is het niet eens")

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    gebeurtenis = models.ForeignKey(Gebeurtenis, models.PROTECT)
    ronde = models.PositiveSmallIntegerField()
    oordeel = models.TextField(choices=ROUTES)
    oordeel_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    oordeel_at = models.DateTimeField()
    advies = models.TextField(choices=ROUTES, blank=True)
    toetsadvies = models.TextField(blank=True)
    keuze = models.TextField(choices=ROUTES, blank=True)
    keuze_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    keuze_at = models.DateTimeField(null=True)
    wijkt_af = models.BooleanField(null=True)
    blik = models.TextField(choices=Blik.choices, blank=True)
    blik_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    blik_at = models.DateTimeField(null=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dossier", "ronde"], name="een_keuze_per_ronde"),
            models.CheckConstraint(
                condition=Q(keuze="", keuze_at__isnull=True, blik="")
                | (~Q(keuze="") & Q(keuze_at__isnull=False, wijkt_af__isnull=False)),
                name="leerroute_gekozen",
            ),
            models.CheckConstraint(
                condition=Q(blik_door__isnull=True) | ~Q(blik_door=F("keuze_door")),
                name="tweede_blik_van_een_ander",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["gemeente", "keuze_at"])]

    @property
    def af(self) -> bool:
        """Whether nothing of this round is still to do: chosen, and looked at where it must be."""
        return bool(self.keuze) and self.blik in {"", self.Blik.EENS}

    @property
    def loopt(self) -> bool:
        """Whether this round waits for a choice or for a second look."""
        return not self.keuze or self.blik == self.Blik.NODIG
