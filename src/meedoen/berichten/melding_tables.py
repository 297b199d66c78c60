"""The outbox: what DUO must be told of a dossier, how far that is, and every step on the way."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _

from meedoen.accounts.models import Gemeente, Medewerker
from meedoen.dossier.models import Dossier, Gebeurtenis


class Meldingstand(TextChoices):
    """How far a message to DUO is. The first three the worker looks at again by itself."""

    KLAAR = "klaar", _("klaar om te versturen")
    WACHT = "wacht", _("wacht")
    VERZONDEN = "verzonden", _("verstuurd, nog niet bevestigd")
    BEVESTIGD = "bevestigd", _("bevestigd")
    AFGEWEZEN = "afgewezen", _("afgewezen door DUO")
    VOORAF = "vooraf", _("niet verstuurd: DUO wijst dit af")
    INGETROKKEN = "ingetrokken", _("niet meer nodig")
    VERVALLEN = "vervallen", _("vervallen")


OPEN = (Meldingstand.KLAAR, Meldingstand.WACHT, Meldingstand.VERZONDEN)
REFUSED = (Meldingstand.AFGEWEZEN, Meldingstand.VOORAF)
IS_OPEN = Q(stand__in=[each.value for each in OPEN])


class Melding(models.Model):
    """One message to DUO because of one line of the diary (`gebeurtenis`).

    `over`: of a withdrawal, the number of the line that no longer holds. `waarom`: a key of
    redenen.py. `redenen`: DUO's words, what our own check found, or the facts that are missing.
    `verzegeld`: what was sent, sealed. `gezien`: how far the dossier was when last looked at.
    `gemeld`: the line that says that DUO was told.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, db_index=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, db_index=False)
    gebeurtenis = models.OneToOneField(Gebeurtenis, models.PROTECT, related_name="+")
    soort = models.TextField()
    over = models.PositiveIntegerField(null=True)
    stand = models.TextField(choices=Meldingstand.choices)
    waarom = models.TextField(default="")
    redenen = ArrayField(models.TextField(), default=list)
    gemaakt_at = models.DateTimeField()
    pogingen = models.PositiveSmallIntegerField(default=0)
    volgende_at = models.DateTimeField(null=True)
    bericht_id = models.UUIDField(null=True)
    verzonden_at = models.DateTimeField(null=True)
    klaar_at = models.DateTimeField(null=True)
    verzegeld = models.TextField(default="")
    gezien = models.PositiveIntegerField(default=0)
    met_de_hand = models.BooleanField(default=False)
    gemeld = models.ForeignKey(
        Gebeurtenis, models.PROTECT, null=True, related_name="+", db_index=False
    )

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(stand__in=Meldingstand.values), name="melding_stand"
            ),
            models.CheckConstraint(
                condition=IS_OPEN & Q(volgende_at__isnull=False)
                | ~IS_OPEN & Q(volgende_at__isnull=True),
                name="melding_volgende",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["gemeente", "volgende_at"], condition=IS_OPEN, name="melding_aan_de_beurt"
            ),
            models.Index(fields=["dossier", "id"], name="melding_van_dossier"),
        ]


class Meldingstap(models.Model):
    """One step of a message: what it became, and by whom, where an official did it; added only."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, db_index=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    gebeurtenis = models.ForeignKey(Gebeurtenis, models.PROTECT, related_name="+", db_index=False)
    melding = models.ForeignKey(Melding, models.CASCADE, related_name="stappen")
    at = models.DateTimeField()
    stand = models.TextField(choices=Meldingstand.choices)
    waarom = models.TextField(default="")
    redenen = ArrayField(models.TextField(), default=list)
    bericht_id = models.UUIDField(null=True)
    medewerker = models.ForeignKey(
        Medewerker, models.PROTECT, null=True, related_name="+", db_index=False
    )
    toelichting = models.TextField(default="")
