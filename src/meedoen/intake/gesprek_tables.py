"""Tables of the talk: what somebody answered, the start position, and who is in a section now."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meedoen.accounts.models import Gemeente, Medewerker
from meedoen.dossier.models import Dossier, Gebeurtenis


class Stand(models.TextChoices):
    """What became of a question."""

    ANTWOORD = "antwoord", _("beantwoord")
    WIL_NIET = "wil niet zeggen", _("wil dit niet zeggen")
    NIET = "niet besproken", _("niet besproken")


class Bron(models.TextChoices):
    """Who told it, or what."""

    INBURGERAAR = "inburgeraar", _("de persoon zelf")
    TOLK = "tolk", _("de persoon, via de tolk")
    DOCUMENT = "document", _("een document")
    KLANTPROFIEL = "klantprofiel", _("het klantprofiel van het COA")
    WAARNEMING = "waarneming", _("ik zag het zelf")


# With an answer and only then there is a value.
HAS_VALUE = Q(stand="antwoord") & ~Q(waarde="") | ~Q(stand="antwoord") & Q(waarde="")


class Antwoord(models.Model):
    """What was said to a question: append-only, the newest counts.

    Who wrote it and when, the gebeurtenis tells; `waarde` is the text of law/antwoord.py.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    gebeurtenis = models.ForeignKey(Gebeurtenis, models.PROTECT)
    nummer = models.PositiveIntegerField()  # of the gebeurtenis
    vraag = models.TextField()
    kader = models.TextField()  # the version of the questions
    stand = models.TextField(choices=Stand.choices)
    waarde = models.TextField(blank=True)
    bron = models.TextField(choices=Bron.choices)
    op = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gebeurtenis", "vraag"], name="een_antwoord_per_keer"),
            models.CheckConstraint(condition=HAS_VALUE, name="antwoord_met_waarde"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["dossier", "vraag", "-nummer"], name="antwoord_nieuwste"),
        ]


class BijzonderAntwoord(models.Model):
    """The same of questions about health, and of free text that may tell of it (AVG 9, Wi 37)."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    gebeurtenis = models.ForeignKey(Gebeurtenis, models.PROTECT)
    nummer = models.PositiveIntegerField()
    vraag = models.TextField()
    kader = models.TextField()
    stand = models.TextField(choices=Stand.choices)
    waarde = models.TextField(blank=True)
    bron = models.TextField(choices=Bron.choices)
    op = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gebeurtenis", "vraag"], name="een_bijzonder_per_keer"),
            models.CheckConstraint(condition=HAS_VALUE, name="bijzonder_met_waarde"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["dossier", "vraag", "-nummer"], name="bijzonder_nieuwste"),
        ]


class Startpositie(models.Model):
    """Where somebody stood when the intake was closed: all that was told up to this gebeurtenis.

    Answers and facts are append-only, so its number is enough to read it again as it was.
    `ontbreekt`: what the rules still missed then.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    gebeurtenis = models.OneToOneField(Gebeurtenis, models.PROTECT)
    nummer = models.PositiveIntegerField()
    kader = models.TextField()
    op = models.DateField()
    compleet = models.BooleanField(null=True)
    ontbreekt = ArrayField(models.TextField(), default=list)
    besproken = models.PositiveSmallIntegerField()  # how many questions had an answer
    vragen = models.PositiveSmallIntegerField()  # of how many

    class Meta:
        indexes: ClassVar = [models.Index(fields=["dossier"], name="startpositie_dossier")]


class Aanwezig(models.Model):
    """Who has a section open, so that two who talk with one person see each other."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    onderdeel = models.TextField()
    medewerker = models.ForeignKey(Medewerker, models.PROTECT)
    sinds_at = models.DateTimeField()
    gezien_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dossier", "onderdeel", "medewerker"], name="een_keer_aanwezig"
            ),
        ]


class Spreidingsbeeld(models.Model):
    """Whether a municipality compares how its officials fill in the intake, from a day on.

    Choices are added, never changed. `minste`: from how many answers on something is shown.
    `grond`: why it may (WOR 27:1l).
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    van = models.DateField()
    aan = models.BooleanField()
    minste = models.PositiveSmallIntegerField(default=10)
    grond = models.TextField(blank=True)
    vastgelegd_door = models.ForeignKey(Medewerker, models.PROTECT)
    vastgelegd_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(aan=False) | ~Q(grond=""), name="spreiding_grond"),
            models.CheckConstraint(condition=Q(minste__gte=5), name="spreiding_minste"),
        ]
