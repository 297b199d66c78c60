"""Tables of the diary: envelopes in a chain, their contents apart, facts, and the state today."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from meedoen.accounts.models import Gemeente, Medewerker
from meedoen.accounts.roles import Rol
from meedoen.dossier.people import PERIODE, Persoon, no_overlap


class Dossier(models.Model):
    """The file of one person. Its last number, hash and moment are kept by the database itself."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    persoon = models.OneToOneField(Persoon, models.PROTECT, null=True)  # null: destroyed, or merged
    nummer = models.TextField()
    geopend_op = models.DateField()
    klantmanager = models.ForeignKey(Medewerker, models.PROTECT, null=True)
    laatste_nummer = models.PositiveIntegerField(default=0)
    laatste_hash = models.BinaryField(default=bytes)
    laatste_at = models.DateTimeField(null=True)
    versie = models.PositiveIntegerField(default=1)
    vernietigd_op = models.DateField(null=True)
    # the dossier in which this one goes on; then the person is found there
    samengevoegd_met = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="samengevoegd"
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gemeente", "nummer"], name="een_dossier_per_nummer"),
            models.CheckConstraint(
                condition=Q(persoon__isnull=False)
                | Q(vernietigd_op__isnull=False)
                | Q(samengevoegd_met__isnull=False),
                name="dossier_van_iemand",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["gemeente", "klantmanager"])]

    def __str__(self) -> str:
        return self.nummer


class Betrokkenheid(models.Model):
    """An official or partner takes part in a dossier, beside its klantmanager."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    medewerker = models.ForeignKey(Medewerker, models.PROTECT)
    rol = models.TextField(choices=Rol.choices)
    reden = models.TextField(blank=True)  # why somebody from outside opened it (break-glass)
    van = models.DateField()
    tot = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=PERIODE, name="betrokkenheid_tot")
        ]
        indexes: ClassVar = [models.Index(fields=["medewerker", "dossier"])]


class Gebeurtenis(models.Model):
    """An envelope of the diary: append-only, numbered, chained; what it says is in `Inhoud`."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    nummer = models.PositiveIntegerField()
    soort = models.TextField()
    gebeurd_op = models.DateField()
    vastgelegd_at = models.DateTimeField()
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, null=True)  # null: the system
    herstelt = models.PositiveIntegerField(null=True)  # the number whose content no longer counts
    vorige_hash = models.BinaryField()
    inhoud_hash = models.BinaryField()
    hash = models.BinaryField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dossier", "nummer"], name="een_gebeurtenis_per_nummer"
            ),
            models.CheckConstraint(
                condition=Q(herstelt__isnull=True) | Q(herstelt__lt=F("nummer")),
                name="herstelt_iets_eerders",
            ),
        ]
        indexes: ClassVar = [
            # few lines put another right, and every fact asks whether one does
            models.Index(
                fields=["dossier", "herstelt"],
                name="gebeurtenis_herstelt",
                condition=Q(herstelt__isnull=False),
            )
        ]


class Inhoud(models.Model):
    """What an envelope says: canonical UTF-8 bytes and the salt that its hash was made with."""

    gebeurtenis = models.OneToOneField(Gebeurtenis, models.PROTECT, primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    bytes = models.BinaryField()
    zout = models.BinaryField()


class Feit(models.Model):
    """A dated fact: what was known of somebody, from which day, and since which moment.

    `waarde` is the canonical text of law/register.py; null says that it became unknown.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    gebeurtenis = models.ForeignKey(Gebeurtenis, models.PROTECT)
    nummer = models.PositiveIntegerField()  # of the gebeurtenis: the later one wins
    naam = models.TextField()
    waarde = models.TextField(null=True)
    geldt_van = models.DateField()
    vastgelegd_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gebeurtenis", "naam"], name="een_feit_per_gebeurtenis")
        ]
        indexes: ClassVar = [models.Index(fields=["dossier", "naam"])]


class Bijzonder(models.Model):
    """A text that may hold health or belief (AVG 9, Wi 37). No rule, list or letter reads it."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    gebeurtenis = models.ForeignKey(Gebeurtenis, models.PROTECT)
    naam = models.TextField()
    tekst = models.TextField()
    zout = models.BinaryField()


class Bewaarblokkade(models.Model):
    """A legal hold: while it stands, nothing of the dossier is destroyed."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    reden = models.TextField()
    van = models.DateField()
    tot = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=PERIODE, name="bewaarblokkade_tot"),
            no_overlap("een_blokkade_tegelijk", "dossier_id"),
        ]


class Vernietiging(models.Model):
    """Two people destroy a dossier: one proposes, another approves; the verklaring stays."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    grond = models.TextField()
    voorgesteld_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    voorgesteld_at = models.DateTimeField()
    goedgekeurd_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    goedgekeurd_at = models.DateTimeField(null=True)
    verklaring = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(goedgekeurd_door__isnull=True)
                | ~Q(goedgekeurd_door=F("voorgesteld_door")),
                name="vernietiging_door_twee",
            )
        ]
