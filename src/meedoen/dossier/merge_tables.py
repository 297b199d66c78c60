"""Tables of two dossiers that become one: the proposal, the decision, what was told anew."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from meedoen.accounts.models import Gemeente, Medewerker
from meedoen.dossier.diary_tables import Dossier, Gebeurtenis
from meedoen.dossier.people import Persoon


class Samenvoeging(models.Model):
    """One official proposes that `dossier` goes on in `blijft`, another confirms or refuses.

    `keuzes`: of what differs, what is taken over from the dossier that closes (merging.py).
    `gezien` and `gezien_blijft`: the last line of each diary when it was proposed. `persoon`: once
    merged, the row of the person that was, with what could not go along.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="samenvoegingen")
    blijft = models.ForeignKey(Dossier, models.PROTECT, related_name="+")
    reden = models.TextField()
    keuzes = ArrayField(models.TextField(), default=list)
    gezien = models.PositiveIntegerField()
    gezien_blijft = models.PositiveIntegerField()
    voorgesteld_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    voorgesteld_at = models.DateTimeField()
    besloten_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    besloten_at = models.DateTimeField(null=True)
    goedgekeurd = models.BooleanField(null=True)
    antwoord = models.TextField(blank=True)  # why it does not go on
    persoon = models.OneToOneField(Persoon, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(goedgekeurd__isnull=True) | Q(goedgekeurd=True),
                name="een_samenvoeging_tegelijk",
            ),
            models.CheckConstraint(condition=~Q(dossier=F("blijft")), name="samen_met_een_ander"),
            models.CheckConstraint(
                condition=Q(goedgekeurd__isnull=True)
                | Q(goedgekeurd=False)
                | ~Q(besloten_door=F("voorgesteld_door")),
                name="samenvoeging_door_twee",
            ),
            models.CheckConstraint(
                condition=Q(goedgekeurd__isnull=True)
                | Q(besloten_door__isnull=False, besloten_at__isnull=False),
                name="samenvoeging_besloten",
            ),
        ]


class Overgenomen(models.Model):
    """A gebeurtenis that tells anew what stood in a dossier that was merged into this one."""

    gebeurtenis = models.OneToOneField(Gebeurtenis, models.PROTECT, primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    bron = models.ForeignKey(Gebeurtenis, models.PROTECT, related_name="+")
