"""Tables of the week: blocks of time of somebody, and whether care of a child is arranged."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from meedoen.accounts.models import Gemeente
from meedoen.dossier.models import Dossier, Gebeurtenis


class Bezigheid(models.Model):
    """A block of time on a day of the week (1 to 7), in [aanvang, einde), and who told of it.

    `reis_minuten`: the way to the place; None, like an empty place, is not known. `reden`: why a
    full week can be done. Later parts of the product write here too, such as lessons of a school.
    """

    class Soort(models.TextChoices):
        """What somebody does then."""

        LES = "les", _("les")
        WERK = "werk", _("betaald werk")
        VRIJWILLIG = "vrijwilligerswerk", _("vrijwilligerswerk")
        STUDIE = "studie", _("studie")
        STAGE = "stage", _("stage")
        SPORT = "sport", _("sport")
        ZORG = "zorg", _("zorgen voor anderen")
        OPVANG = "kinderopvang", _("opvang van het kind")
        ANDERS = "anders", _("iets anders")

    class Bron(models.TextChoices):
        """Who told it."""

        PERSOON = "persoon", _("de persoon zelf")
        GEMEENTE = "gemeente", _("de gemeente")
        SCHOOL = "school", _("de school")
        WERKGEVER = "werkgever", _("de werkgever")
        OPVANG = "kinderopvang", _("de kinderopvang")

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    gebeurtenis = models.ForeignKey(Gebeurtenis, models.PROTECT)
    dag = models.PositiveSmallIntegerField()
    van = models.TimeField()
    tot = models.TimeField()
    soort = models.TextField(choices=Soort.choices)
    wat = models.TextField(blank=True)
    plaats = models.TextField(blank=True)
    reis_minuten = models.PositiveSmallIntegerField(null=True)
    aanvang = models.DateField()
    einde = models.DateField(null=True)
    bron = models.TextField(choices=Bron.choices)
    reden = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(dag__gte=1, dag__lte=7), name="bezigheid_dag"),
            models.CheckConstraint(condition=Q(tot__gt=F("van")), name="bezigheid_eerst_van"),
            models.CheckConstraint(
                condition=Q(einde__isnull=True) | Q(einde__gte=F("aanvang")),
                name="bezigheid_eerst_aanvang",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["dossier", "dag"], name="bezigheid_dossier")]

    @property
    def dagnaam(self) -> str:
        """The day of the week by its name."""
        return str(WEEKDAYS[self.dag - 1])

    @property
    def naam(self) -> str:
        """How it is called: in own words, else its kind."""
        return self.wat or str(self.Soort(self.soort).label)

    @property
    def tijd(self) -> str:
        """From when until when: 09:00–12:00."""
        return f"{self.van:%H:%M}–{self.tot:%H:%M}"

    @property
    def minuten(self) -> tuple[int, int]:
        """The same in minutes after midnight."""
        return self.van.hour * 60 + self.van.minute, self.tot.hour * 60 + self.tot.minute


class Kinderopvang(models.Model):
    """Whether a child needs care during lessons, and what of it is arranged; never why.

    A row per dossier: the newest is what is known. `nodig` None and "" are not discussed.
    """

    class Stand(models.TextChoices):
        """How far it is."""

        GEREGELD = "geregeld", _("geregeld")
        AANGEVRAAGD = "aangevraagd", _("aangevraagd")
        MOET_NOG = "moet nog", _("moet nog")

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.OneToOneField(Dossier, models.PROTECT)
    gebeurtenis = models.ForeignKey(Gebeurtenis, models.PROTECT)
    nodig = models.BooleanField(null=True)
    opvang = models.TextField(choices=Stand.choices, blank=True)
    toeslag = models.TextField(choices=Stand.choices, blank=True)
    vraag_aan = models.TextField(blank=True)
    op = models.DateField()
