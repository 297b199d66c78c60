"""Tables of the living plan: goals in the "ik"-form, and what somebody does for them."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from meedoen.accounts.models import Gemeente
from meedoen.dossier.models import Dossier, Gebeurtenis

# What ended has a day; what stopped has a reason too.
ENDED = Q(stand="loopt", einde_op__isnull=True) | (~Q(stand="loopt") & Q(einde_op__isnull=False))
STOPPED = ~Q(stand="gestopt") | ~Q(reden="")


class Doel(models.Model):
    """What somebody works on, in his own words or from the list (law/plan/doelen.toml).

    `keuze` is the name in that list, "" for own words; `volgorde` the place among those that run.
    `einddoel`: set with the person as an end of the zelfredzaamheidsroute (L88).
    """

    class Stand(models.TextChoices):
        """What became of it."""

        LOOPT = "loopt", _("hier werkt u aan")
        BEREIKT = "bereikt", _("bereikt")
        GESTOPT = "gestopt", _("gestopt")

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    gebeurtenis = models.ForeignKey(Gebeurtenis, models.PROTECT)  # which told of it first
    ik = models.TextField()
    keuze = models.TextField(blank=True)
    einddoel = models.BooleanField(default=False)
    volgorde = models.PositiveSmallIntegerField()
    van = models.DateField()
    stand = models.TextField(choices=Stand.choices, default=Stand.LOOPT)
    einde_op = models.DateField(null=True)
    reden = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=ENDED, name="doel_einde"),
            models.CheckConstraint(condition=STOPPED, name="doel_reden"),
        ]
        indexes: ClassVar = [models.Index(fields=["dossier", "volgorde"], name="doel_dossier")]


class Planactiviteit(models.Model):
    """What somebody does for a goal: [van, tot), and who arranges it."""

    class Soort(models.TextChoices):
        """What kind of activity."""

        TAALLES = "taalles", _("taalles")
        WERK = "werk", _("betaald werk")
        VRIJWILLIG = "vrijwilligerswerk", _("vrijwilligerswerk")
        STUDIE = "studie", _("studie")
        STAGE = "stage", _("stage")
        SPORT = "sport", _("sport")
        ZORG = "zorg", _("zorgen voor anderen")

    class Regelt(models.TextChoices):
        """Who arranges it."""

        GEMEENTE = "gemeente", _("de gemeente")
        PERSOON = "persoon", _("de persoon zelf")
        SAMEN = "samen", _("samen")
        ANDER = "ander", _("een school, een werkgever of iemand anders")

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    gebeurtenis = models.ForeignKey(Gebeurtenis, models.PROTECT)
    # a goal that does not belong here goes, and what is done for it stays
    doel = models.ForeignKey(Doel, models.DO_NOTHING, null=True, db_constraint=False)
    soort = models.TextField(choices=Soort.choices)
    wat = models.TextField()
    regelt = models.TextField(choices=Regelt.choices)
    van = models.DateField(null=True)  # None: not known yet
    tot = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(van__isnull=True) | Q(tot__isnull=True) | Q(tot__gte=F("van")),
                name="activiteit_eerst_van",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["dossier"], name="activiteit_dossier")]

    @property
    def vorm(self) -> str:
        """What kind it is, in the language of the screen."""
        return str(self.Soort(self.soort).label)
