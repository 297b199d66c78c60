"""Whom DUO knows as contactpersoon of a municipality, and the messages by which it came to know."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _

from meedoen.accounts.models import Gemeente, Medewerker
from meedoen.berichten.melding_tables import IS_OPEN, Meldingstand
from meedoen.dossier.models import Dossier


class Contactsoort(TextChoices):
    """What DUO is told: of an official the first three, of an inburgeraar the others."""

    NIEUW = "nieuw", _("Nieuwe contactpersoon")
    GEWIJZIGD = "gewijzigd", _("Andere gegevens van de contactpersoon")
    WEG = "weg", _("Geen contactpersoon meer")
    KOPPEL = "koppel", _("Dit is de contactpersoon")
    ONTKOPPEL = "ontkoppel", _("Er is geen contactpersoon meer")


OF_DOSSIER = (Contactsoort.KOPPEL, Contactsoort.ONTKOPPEL)
_OF_DOSSIER = Q(soort__in=[each.value for each in OF_DOSSIER])


class Contactpersoon(models.Model):
    """An official as DUO knows him for this municipality, from `sinds_at` until `weg_at`.

    `duo_nummer` is told once only, in the answer to the first message; None: an official typed it
    in the Portal and does not know the number, so that only the Portal can change it.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, db_index=False)
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="+", db_index=False)
    duo_nummer = models.PositiveIntegerField(null=True)
    naam = models.TextField()
    email = models.TextField()
    telefoon = models.TextField()
    sinds_at = models.DateTimeField()
    weg_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["gemeente", "medewerker"],
                condition=Q(weg_at__isnull=True),
                name="een_contactpersoon_per_medewerker",
            ),
            models.UniqueConstraint(
                fields=["gemeente", "duo_nummer"],
                condition=Q(weg_at__isnull=True),
                name="een_contactpersoon_per_nummer",
            ),
        ]


class Contactmelding(models.Model):
    """One message to DUO about a contactpersoon, or (with a `dossier`) about whose he is.

    Not of a line of the diary: which must go follows from who works where now. `naam`, `email` and
    `telefoon`: as they were sent, or would be when it was last looked at. The rest: as `Melding`.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, db_index=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, null=True, db_index=False)
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="+", db_index=False)
    contactpersoon = models.ForeignKey(
        Contactpersoon, models.PROTECT, null=True, related_name="meldingen"
    )
    soort = models.TextField(choices=Contactsoort.choices)
    naam = models.TextField(default="")
    email = models.TextField(default="")
    telefoon = models.TextField(default="")
    stand = models.TextField(choices=Meldingstand.choices)
    waarom = models.TextField(default="")
    redenen = ArrayField(models.TextField(), default=list)
    gemaakt_at = models.DateTimeField()
    pogingen = models.PositiveSmallIntegerField(default=0)
    volgende_at = models.DateTimeField(null=True)
    bericht_id = models.UUIDField(null=True)
    verzonden_at = models.DateTimeField(null=True)
    klaar_at = models.DateTimeField(null=True)
    met_de_hand = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(stand__in=Meldingstand.values), name="contactmelding_stand"
            ),
            models.CheckConstraint(
                condition=IS_OPEN & Q(volgende_at__isnull=False)
                | ~IS_OPEN & Q(volgende_at__isnull=True),
                name="contactmelding_volgende",
            ),
            models.CheckConstraint(
                condition=_OF_DOSSIER & Q(dossier__isnull=False)
                | ~_OF_DOSSIER & Q(dossier__isnull=True),
                name="contactmelding_over_wie",
            ),
            models.UniqueConstraint(
                fields=["gemeente", "medewerker"],
                condition=IS_OPEN & Q(dossier__isnull=True),
                name="een_contactmelding_per_medewerker",
            ),
            models.UniqueConstraint(
                fields=["dossier"], condition=IS_OPEN, name="een_contactmelding_per_dossier"
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["gemeente", "volgende_at"],
                condition=IS_OPEN,
                name="contactmelding_beurt",
            ),
            models.Index(fields=["dossier", "id"], name="contactmelding_dossier"),
            models.Index(fields=["gemeente", "medewerker", "id"], name="contactmelding_wie"),
        ]


class Contactstap(models.Model):
    """One step of such a message: what it became, and by whom, where an official did it."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, db_index=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, null=True)
    contactmelding = models.ForeignKey(Contactmelding, models.CASCADE, related_name="stappen")
    at = models.DateTimeField()
    stand = models.TextField(choices=Meldingstand.choices)
    waarom = models.TextField(default="")
    redenen = ArrayField(models.TextField(), default=list)
    bericht_id = models.UUIDField(null=True)
    medewerker = models.ForeignKey(
        Medewerker, models.PROTECT, null=True, related_name="+", db_index=False
    )
    toelichting = models.TextField(default="")
