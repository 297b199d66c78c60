"""The inbox: every notice once, what it held under seal, and what was refused.

Rows come in by functions of the database only (inbox_functions.py): the web server has no right to
add to a table, and reads back nothing but whether it had the message.
"""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from meedoen.accounts.models import Gemeente, Medewerker
from meedoen.berichten import (
    contact_tables,  # noqa: F401 - Django looks for tables here
    melding_tables,  # noqa: F401 - and here
)
from meedoen.berichten.inbox import OPEN, Stand
from meedoen.dossier.models import Dossier

WAITS = Q(stand__in=[each.value for each in OPEN])
DONE = Q(stand__in=["ontvangen", "verwerkt", "afgehandeld"])  # no index: nobody looks for them


class Bericht(models.Model):
    """One notice, without what it says of whom: that stands sealed in `Berichtinhoud`.

    `wie` finds the person: the hash of the BSN as in `Persoon.bsn_hash`, else one of the V-nummer.
    `eerste`: the first with this number; another with the same number and other content is kept for
    an official to look at. `opvallend`: what was strange (redenen.py). `medewerker`: who decided.
    `gekozen`: the dossier is the one that this official chose, whatever numbers it names.
    `gevraagd_at`: when DUO was asked last because of it; None: never.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, db_index=False)
    bericht_id = models.UUIDField()
    eerste = models.BooleanField()
    bron = models.CharField(max_length=20)
    gebeurtenis = models.CharField(max_length=6)
    geregistreerd_at = models.DateTimeField(null=True)
    ontvangen_at = models.DateTimeField()
    wie = models.BinaryField(null=True)
    inhoud_hash = models.BinaryField()
    opvallend = ArrayField(models.TextField(), default=list)
    stand = models.TextField(choices=Stand.choices)
    waarom = models.TextField(default="")
    pogingen = models.PositiveSmallIntegerField(default=0)
    volgende_at = models.DateTimeField(null=True)
    verwerkt_at = models.DateTimeField(null=True)
    gevraagd_at = models.DateTimeField(null=True)
    dossier = models.ForeignKey(Dossier, models.PROTECT, null=True)
    medewerker = models.ForeignKey(
        Medewerker, models.PROTECT, null=True, related_name="+", db_index=False
    )
    gekozen = models.BooleanField(default=False, db_default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["gemeente", "bericht_id"],
                condition=Q(eerste=True),
                name="een_bericht_per_nummer",
            ),
            models.UniqueConstraint(
                fields=["gemeente", "bericht_id", "inhoud_hash"],
                condition=Q(eerste=False),
                name="een_afwijking_per_inhoud",
            ),
            models.CheckConstraint(
                condition=Q(stand__in=[each.value for each in Stand]), name="bericht_stand"
            ),
            models.CheckConstraint(
                condition=WAITS & Q(volgende_at__isnull=False)
                | ~WAITS & Q(volgende_at__isnull=True),
                name="bericht_volgende",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["volgende_at", "id"], condition=WAITS, name="bericht_aan_de_beurt"
            ),
            models.Index(fields=["gemeente", "wie", "id"], name="bericht_van_wie"),
            models.Index(fields=["gemeente", "id"], name="bericht_lijst"),
            models.Index(
                fields=["gemeente", "stand", "id"], condition=~DONE, name="bericht_nog_niet_klaar"
            ),
        ]


class Berichtinhoud(models.Model):
    """What was received, word for word, sealed (accounts/keys.py `seal_text`).

    `antwoord`: also what DUO answered then, where we did not understand it.
    """

    bericht = models.OneToOneField(Bericht, models.CASCADE, primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, db_index=False)
    verzegeld = models.TextField()
    antwoord = models.TextField(default="", db_default="")


class Geweigerd(models.Model):
    """A message that was refused: when, with which answer and why (redenen.py); sealed, if kept.

    `gemeente` is None where nobody here has the number it was meant for; then nothing is kept.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, null=True, db_index=False)
    ontvangen_at = models.DateTimeField()
    status = models.PositiveSmallIntegerField()
    reden = models.TextField()
    verzegeld = models.TextField(default="")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(gemeente__isnull=False) | Q(verzegeld=""), name="geweigerd_van_wie"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["gemeente", "ontvangen_at"], name="geweigerd_ontvangen"),
        ]


class Vraag(models.Model):
    """That somebody asked DUO about a dossier without a notice, and what came of it.

    The worker asks; `uitkomst` is a key of redenen.py, "" where DUO answered and all was taken in.
    `nieuw`: how many gebeurtenissen the answer added.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, db_index=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="+", db_index=False)
    gevraagd_at = models.DateTimeField()
    antwoord_at = models.DateTimeField(null=True)
    uitkomst = models.TextField(default="")
    nieuw = models.PositiveSmallIntegerField(default=0)
    pogingen = models.PositiveSmallIntegerField(default=0)
    volgende_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dossier"], condition=Q(antwoord_at__isnull=True), name="een_vraag_tegelijk"
            ),
            models.CheckConstraint(
                condition=Q(antwoord_at__isnull=True) ^ Q(volgende_at__isnull=True),
                name="vraag_volgende",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["gemeente", "volgende_at"],
                condition=Q(antwoord_at__isnull=True),
                name="vraag_aan_de_beurt",
            )
        ]


class Vraagantwoord(models.Model):
    """What DUO answered to a question of an official, where we did not understand it: sealed."""

    vraag = models.OneToOneField(Vraag, models.PROTECT, primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, db_index=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    verzegeld = models.TextField()


class Gedaan(models.Model):
    """That an official did what a notice asks, or that it was not done after all.

    Rows are only added: the last one of a notice counts. The diary says it too.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, db_index=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    bericht = models.ForeignKey(Bericht, models.PROTECT)
    gedaan = models.BooleanField()
    toelichting = models.TextField(default="")
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="+", db_index=False)
    vastgelegd_at = models.DateTimeField()
