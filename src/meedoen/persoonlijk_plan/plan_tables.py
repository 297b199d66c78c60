"""Tables of the plan itself (Wi 15): a draft, each version with its letter, and its children."""

from functools import cached_property
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meedoen.accounts.models import Gemeente, Medewerker
from meedoen.dossier.models import Besluit, Dossier
from meedoen.rules.choices import Leerroute

ROUTES = [(each.value, each.value) for each in Leerroute]
ONDERDELEN = ("lezen", "luisteren", "schrijven", "spreken")  # of the exam, that may be at A2


class Plan(models.Model):
    """One version of somebody's plan: a draft until it is proposed, then frozen beside its letter.

    Whether it is sent, withdrawn or objected to, its besluit says; nothing of that is kept here.
    An empty text or None is what was not written yet: never a no. `versie` counts the saves, so
    that who writes on what a colleague changed is told.
    """

    class Soort(models.TextChoices):
        """Which plan of this person it is; each has its own letter."""

        EERSTE = "eerste", _("eerste plan")
        NA_VERHUIZING = "na verhuizing", _("plan na een verhuizing")
        WIJZIGING = "wijziging", _("gewijzigd plan")

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    nummer = models.PositiveSmallIntegerField()
    soort = models.TextField(choices=Soort.choices)
    besluit = models.OneToOneField(Besluit, models.PROTECT, null=True, related_name="plan")
    leerroute = models.TextField(choices=ROUTES, blank=True)
    niveau = models.TextField(blank=True)
    a2 = ArrayField(models.TextField(), default=list)
    examen = models.BooleanField(null=True)
    examendelen = models.TextField(blank=True)
    alfabetisering = models.BooleanField(null=True)
    uren = models.PositiveSmallIntegerField(null=True)  # lesuren a week
    uren_totaal = models.PositiveSmallIntegerField(null=True)  # of NT2 and KNM, an estimate
    intensiteit = models.TextField(blank=True)
    begeleiding = models.TextField(blank=True)
    gesprekken = models.PositiveSmallIntegerField(null=True)
    pvt = models.TextField(blank=True)
    map = models.TextField(blank=True)
    kind = models.BooleanField(null=True)  # a child that may go to voor- of vroegschool
    vve = models.TextField(blank=True)
    ontzorgen = models.TextField(blank=True)
    bijstand = models.BooleanField(null=True)  # whether decisions on bijstand belong to it
    bijlagen = models.TextField(blank=True)
    wijziging = models.TextField(blank=True)  # what changes and the versions cannot show
    motivering = models.TextField(blank=True)
    versie = models.PositiveIntegerField(default=1)
    begonnen_at = models.DateTimeField()
    gewijzigd_at = models.DateTimeField()
    gewijzigd_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dossier", "nummer"], name="een_plan_per_nummer"),
            models.UniqueConstraint(
                fields=["dossier"], condition=Q(besluit__isnull=True), name="een_open_plan"
            ),
            models.CheckConstraint(
                condition=Q(a2__contained_by=list(ONDERDELEN)), name="plan_onderdelen_a2"
            ),
        ]

    @property
    def open(self) -> bool:
        """Whether it is still a draft: no letter was proposed of it."""
        return self.besluit_id is None

    @cached_property
    def kinderen(self) -> "list[Vveafspraak]":
        """What each child gets, in order. Of a draft that nobody saved: what was put here."""
        if self.pk is None:
            return []
        return sorted(self.vve_afspraken.all(), key=lambda row: row.volgorde)


class Vveafspraak(models.Model):
    """What is agreed about the voor- of vroegschool of one child in a version (Wi 15:1d).

    It freezes with its plan. `nodig` None, and what is empty, is not known yet: never a no. The
    child is named as the plan names it, and has no dossier for it; never why it needs anything.
    """

    class Regelt(models.TextChoices):
        """Who does what is still to be arranged."""

        GEMEENTE = "gemeente", _("de gemeente")
        OUDER = "ouder", _("de ouder")
        SAMEN = "samen", _("de gemeente en de ouder samen")
        SCHOOL = "school", _("de voorschool of de school")

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="vve_afspraken")
    volgorde = models.PositiveSmallIntegerField()
    naam = models.TextField()
    geboortejaar = models.PositiveSmallIntegerField(null=True)
    nodig = models.BooleanField(null=True)
    plek = models.TextField(blank=True)
    uren = models.PositiveSmallIntegerField(null=True)  # a week
    vanaf_op = models.DateField(null=True)
    te_doen = models.TextField(blank=True)
    regelt = models.TextField(choices=Regelt.choices, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["plan", "naam", "geboortejaar"],
                name="een_afspraak_per_kind",
                nulls_distinct=False,
            ),
            models.CheckConstraint(condition=~Q(naam=""), name="vve_kind_heeft_naam"),
            models.CheckConstraint(
                condition=Q(nodig=True) | Q(plek="", uren__isnull=True, vanaf_op__isnull=True),
                name="vve_plek_voor_wie_het_nodig_heeft",
            ),
        ]

    @property
    def kind(self) -> str:
        """How the plan calls the child: its name, and the year where that is written."""
        return f"{self.naam} ({self.geboortejaar})" if self.geboortejaar else self.naam

    @property
    def geregeld(self) -> bool | None:
        """Whether the agreement is whole: a place, or what is still to do and by whom."""
        if self.te_doen and not self.regelt:
            return False
        if self.nodig:
            return bool(self.plek or self.te_doen)
        return None if self.nodig is None else True
