"""The lines of the log and the seals over them; both can only be added to.

A line stands by itself: it names nobody but by number or pseudonym, and stays when a person goes.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meedoen.accounts.models import Gemeente, Medewerker

PERSOON = "persoon"  # the kind of data subject that the log knows: a person of the dossiers


class Logregel(models.Model):
    """One look, or one person in it (Logboek Dataverwerkingen 1.0, a log record).

    Without `betrokkene`: what was asked; with it: a person that was in the answer, whose
    `parent_span_id` is the `span_id` of the first.
    """

    class Status(models.TextChoices):
        """How it ended; in the words of the standard. OK: shown or done. ERROR: refused."""

        OK = "Ok", _("gelukt")
        ERROR = "Error", _("geweigerd")

    class Vorm(models.TextChoices):
        """In which form a person was in the answer."""

        SCHERM = "scherm", _("op het scherm")
        BESTAND = "bestand", _("in een bestand")
        ANTWOORD = "antwoord", _("in een antwoord aan een ander systeem")
        OPDRACHT = "opdracht", _("iets gedaan of vastgelegd")

    gemeente = models.ForeignKey(Gemeente, models.DO_NOTHING, db_constraint=False, db_index=False)
    trace_id = models.BinaryField()  # 16 bytes
    span_id = models.BinaryField()  # 8 bytes
    parent_span_id = models.BinaryField(null=True)  # 8 bytes
    status = models.TextField(choices=Status.choices)
    naam = models.TextField()  # what was done, in words: the `doel` of a view
    begin_at = models.DateTimeField()
    einde_at = models.DateTimeField()
    verwerking = models.TextField()  # a key of the register (law/verwerkingen.py)
    betrokkene = models.BinaryField(null=True)  # 32 bytes: logboek/pseudonym.py
    betrokkene_type = models.TextField(default="")
    medewerker = models.ForeignKey(
        Medewerker, models.DO_NOTHING, db_constraint=False, db_index=False, null=True
    )  # None: the system itself
    rol = models.TextField()
    vorm = models.TextField(choices=Vorm.choices)
    opdrachtgever = models.TextField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["gemeente", "betrokkene", "id"],
                condition=Q(betrokkene__isnull=False),
                name="logregel_van_betrokkene",
            ),
            models.Index(fields=["gemeente", "medewerker", "id"], name="logregel_van_medewerker"),
            models.Index(fields=["gemeente", "id"], name="logregel_van_gemeente"),
            models.Index(fields=["gemeente", "begin_at"], name="logregel_van_dag"),
        ]


class Zegel(models.Model):
    """A seal over the lines of a municipality after `na_id`, up to and with `tot_id`.

    `regels` holds for each line its id (8 bytes) and its hash (32); `hmac` vouches for all of it
    and for the seal before, with a key that is not in the database (logboek/sealing.py).
    """

    gemeente = models.ForeignKey(Gemeente, models.DO_NOTHING, db_constraint=False, db_index=False)
    nummer = models.PositiveIntegerField()
    na_id = models.BigIntegerField()
    tot_id = models.BigIntegerField()
    aantal = models.PositiveIntegerField()
    regels = models.BinaryField()
    gezet_at = models.DateTimeField()
    vorige_hmac = models.BinaryField()
    hmac = models.BinaryField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gemeente", "nummer"], name="zegel_nummer"),
            models.CheckConstraint(condition=Q(tot_id__gt=models.F("na_id")), name="zegel_vooruit"),
        ]
