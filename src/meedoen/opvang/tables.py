"""What COA told before somebody arrives: the klantprofiel, the preparation, the talk of three.

A row is never changed: what was wrong is told again, and the newest counts. A line of the diary
that is withdrawn takes its row along.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meedoen.accounts.models import Gemeente, Medewerker
from meedoen.dossier.models import Document, Dossier, Gebeurtenis


class Langs(models.TextChoices):
    """The way in which something of COA came in."""

    FORMULIER = "formulier", _("overgenomen door een medewerker")
    DOCUMENT = "document", _("als document")
    BESTAND = "bestand", _("met een bestand van het COA")


class Klantprofiel(models.Model):
    """A klantprofiel came in: from where, made when, and who comes along (R02.12).

    Only what the college may use, and only for the brede intake (Wi 35:2; R14.26).
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    gebeurtenis = models.ForeignKey(Gebeurtenis, models.PROTECT)
    langs = models.TextField(choices=Langs.choices)
    ontvangen_op = models.DateField()
    opgemaakt_op = models.DateField(null=True)
    opvanglocatie = models.TextField(blank=True)
    gezinsgrootte = models.PositiveSmallIntegerField(null=True)  # the person counts too
    document = models.ForeignKey(Document, models.PROTECT, null=True, db_constraint=False)
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    gemaakt_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["dossier"], name="klantprofiel_van_dossier")]


class Niveau(models.TextChoices):
    """How far somebody is in a skill of Dutch, as COA tells it."""

    GEEN = "nog geen A1", _("nog geen A1")
    A1_MIN = "A1-", _("bijna A1 (A1-)")
    A1 = "A1", _("A1")
    A2 = "A2", _("A2")
    B1 = "B1", _("B1 of hoger")


class Voorbereiding(models.Model):
    """How the preparation in the AZC stands: consent, lessons, levels (Bi 3.17). It is voluntary.

    What is None was not told. `instemming_reden` is one of a few words, so that no health is in it.
    """

    class Instemming(models.TextChoices):
        """Whether somebody wants to take part."""

        JA = "ja", _("ja")
        NEE = "nee", _("nee")
        NIET_GEVRAAGD = "niet gevraagd", _("niet gevraagd")

    class Reden(models.TextChoices):
        """Why somebody does not take part, without what is private."""

        WIL_NIET = "wil niet", _("wil niet")
        VERHUIST = "verhuist binnenkort", _("verhuist binnenkort")
        OPVANG = "geen opvang voor de kinderen", _("geen opvang voor de kinderen")
        WERK = "heeft werk of opleiding", _("heeft werk of opleiding")
        GEEN_PLEK = "geen plaats in een groep", _("geen plaats in een groep")
        ANDERS = "iets anders", _("iets anders")

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    gebeurtenis = models.ForeignKey(Gebeurtenis, models.PROTECT)
    langs = models.TextField(choices=Langs.choices)
    stand_op = models.DateField()
    instemming = models.TextField(choices=Instemming.choices, blank=True)
    instemming_op = models.DateField(null=True)
    instemming_reden = models.TextField(choices=Reden.choices, blank=True)
    nt2_uren = models.PositiveSmallIntegerField(null=True)
    knm = models.BooleanField(null=True)
    intro_map = models.BooleanField(null=True)
    intro_pvt = models.BooleanField(null=True)
    vrijwilligerswerk = models.BooleanField(null=True)
    niveau_lezen = models.TextField(choices=Niveau.choices, blank=True)
    niveau_luisteren = models.TextField(choices=Niveau.choices, blank=True)
    niveau_schrijven = models.TextField(choices=Niveau.choices, blank=True)
    niveau_spreken = models.TextField(choices=Niveau.choices, blank=True)
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    gemaakt_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(instemming_reden="") | Q(instemming="nee"),
                name="reden_bij_geen_instemming",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["dossier"], name="voorbereiding_van_dossier")]


class Driegesprek(models.Model):
    """A talk of the person, COA and the municipality, and what was agreed (R02.13)."""

    class Hoe(models.TextChoices):
        """Where the three met."""

        AZC = "azc", _("in het azc")
        GEMEENTE = "gemeente", _("bij de gemeente")
        VIDEO = "video", _("met beeld, op afstand")
        TELEFOON = "telefoon", _("met de telefoon")

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    gebeurtenis = models.ForeignKey(Gebeurtenis, models.PROTECT)
    gevoerd_op = models.DateField()
    hoe = models.TextField(choices=Hoe.choices)
    afspraken = models.TextField(blank=True)
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    gemaakt_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["dossier"], name="driegesprek_van_dossier")]
