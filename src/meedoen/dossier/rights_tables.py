"""Tables of what a data subject may ask (AVG 15 and 18), and of data that is not ours to have."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from meedoen.accounts.models import Gemeente, Medewerker
from meedoen.dossier.diary_tables import Dossier
from meedoen.dossier.people import PERIODE, no_overlap


class Beperking(models.Model):
    """While it stands nothing is done with the data but keeping them (AVG 18).

    `open_voor` is empty, or why work is allowed meanwhile (AVG 18:2). `gemeld_op`: the day on which
    the person heard that it will be lifted (AVG 18:3).
    """

    class Grond(models.TextChoices):
        """Why; the values are the letters of AVG 18:1."""

        JUISTHEID = "a", _("De persoon zegt dat de gegevens niet kloppen")
        ONRECHTMATIG = "b", _("Wij mochten dit niet, maar de persoon wil niet dat wij wissen")
        RECHTSVORDERING = "c", _("De persoon heeft de gegevens nodig voor een rechtszaak")
        BEZWAAR = "d", _("De persoon maakte bezwaar tegen ons gebruik van de gegevens")

    class Openstelling(models.TextChoices):
        """Why work is allowed all the same (AVG 18:2)."""

        TOESTEMMING = "toestemming", _("De persoon wil het zelf")
        RECHTSVORDERING = "rechtsvordering", _("Het is nodig voor een rechtszaak")
        ANDER = "bescherming", _("Het beschermt de rechten van een ander")

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    grond = models.TextField(choices=Grond.choices)
    reden = models.TextField()
    van = models.DateField()
    tot = models.DateField(null=True)
    open_voor = models.TextField(choices=Openstelling.choices, blank=True)
    gemeld_op = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=PERIODE, name="beperking_tot"),
            no_overlap("een_beperking_tegelijk", "dossier_id"),
        ]


class Intrekking(models.Model):
    """Data that was delivered here by mistake: one official proposes that it goes, another decides.

    `nummers`: the gebeurtenissen whose content goes; `document` and `sha256`: the id of a file that
    goes too, and the hash of its bytes.
    `verklaring`: what went, who saw it and which copies left, as canonical JSON, frozen.
    """

    class Soort(models.TextChoices):
        """How much goes."""

        GEBEURTENIS = "gebeurtenis", _("wat één bericht of gebeurtenis vertelde")
        DOCUMENT = "document", _("een document")
        DOSSIER = "dossier", _("het hele dossier")

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    soort = models.TextField(choices=Soort.choices)
    nummers = ArrayField(models.PositiveIntegerField())
    document = models.BigIntegerField(null=True)
    sha256 = models.BinaryField(default=bytes)
    berichten = ArrayField(models.TextField())  # ids: the same message does not come in again
    reden = models.TextField()
    bron = models.TextField()  # who delivered it
    geleverd_at = models.DateTimeField()
    voorgesteld_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    voorgesteld_at = models.DateTimeField()
    besloten_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    besloten_at = models.DateTimeField(null=True)
    goedgekeurd = models.BooleanField(null=True)
    antwoord = models.TextField(blank=True)  # why it may not go
    verklaring = models.BinaryField(default=bytes)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(besloten_door__isnull=True) | ~Q(besloten_door=F("voorgesteld_door")),
                name="intrekking_door_twee",
            ),
            models.CheckConstraint(
                condition=Q(goedgekeurd__isnull=True)
                | Q(besloten_door__isnull=False, besloten_at__isnull=False),
                name="intrekking_besloten",
            ),
        ]


class Inzageverzoek(models.Model):
    """Somebody asked for a copy of his data (AVG 15), and how he got it.

    `gemaakt_at`: the copy holds what was there at this moment. `weggelaten`: numbers of the diary
    that are about somebody else (AVG 15:4). `sha256` is the hash of the copy as JSON: what was
    handed over can be recognised later.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    gevraagd_op = models.DateField()
    weggelaten = ArrayField(models.PositiveIntegerField(), default=list)
    gemaakt_at = models.DateTimeField(null=True)
    nagekeken_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    nagekeken_at = models.DateTimeField(null=True)
    gegeven_op = models.DateField(null=True)
    gegeven_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    sha256 = models.BinaryField(default=bytes)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dossier"], condition=Q(gegeven_op__isnull=True), name="een_open_verzoek"
            ),
            models.CheckConstraint(
                condition=Q(nagekeken_door__isnull=True) | ~Q(nagekeken_door=F("gegeven_door")),
                name="inzage_door_twee",
            ),
            models.CheckConstraint(
                condition=Q(gegeven_op__isnull=True) | Q(gegeven_op__gte=F("gevraagd_op")),
                name="gegeven_na_gevraagd",
            ),
        ]
