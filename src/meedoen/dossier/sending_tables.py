"""Tables of how letters went out: each sending with its proof, and the batches of the mailroom."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meedoen.accounts.models import Gemeente, Medewerker
from meedoen.dossier.diary_tables import Dossier
from meedoen.dossier.paper import Besluit, Document


class Partij(models.Model):
    """Letters that were printed on one day, to be posted that day: `dag` stands on all of them.

    Open: printed, and nobody said yet whether they were posted. `vervallen_at`: they were not.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dag = models.DateField()
    gemaakt_at = models.DateTimeField()
    gemaakt_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    gepost_at = models.DateTimeField(null=True)
    gepost_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    vervallen_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(gepost_at__isnull=True) | Q(vervallen_at__isnull=True),
                name="gepost_of_vervallen",
            ),
        ]


class Verzending(models.Model):
    """One letter that waits for the mailroom, or went out, with the proof of it (Awb 3:41).

    `geadresseerde` and `brief` are as they went; `nummer` is of registered post. Who sent a letter
    again makes a second one. `bekend`: of a letter that came back, whether it still counts as made
    known; docs/decisions/0013-returned-letters.md says when.
    """

    class Terug(models.TextChoices):
        """Why the letter came back."""

        ONBEKEND = "onbekend", _("de persoon woont niet op dit adres")
        ADRES = "adres", _("het adres bestaat niet of is niet volledig")
        GEWEIGERD = "geweigerd", _("de persoon wilde de brief niet aannemen")
        NIET_AFGEHAALD = "niet_afgehaald", _("de persoon haalde de brief niet op")
        ANDERS = "anders", _("dat staat er niet bij")

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    # the database removes these rows with the letter, so that whoever erases it forgets none
    besluit = models.ForeignKey(
        Besluit, models.PROTECT, related_name="verzendingen", db_constraint=False
    )
    kanaal = models.TextField()
    partij = models.ForeignKey(Partij, models.PROTECT, null=True)
    klaargezet_at = models.DateTimeField()
    klaargezet_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    adres_nagekeken = models.BooleanField(default=False)
    nummer = models.TextField(blank=True)
    aan = models.TextField(blank=True)  # who took it
    plaats = models.TextField(blank=True)
    hoe = models.TextField(blank=True)  # another suitable way (Awb 3:41:2)
    gezocht = models.TextField(blank=True)  # what was done to find the address
    pdf = models.BinaryField(default=bytes)  # as printed, until it is posted
    fout = models.TextField(blank=True)  # why the last batch left it out
    vervallen_at = models.DateTimeField(null=True)  # taken back before it went
    geadresseerde = models.BinaryField(default=bytes)
    brief = models.ForeignKey(Document, models.PROTECT, null=True)
    regel = models.PositiveIntegerField(null=True)  # the number in the diary
    verzonden_op = models.DateField(null=True)
    verzonden_at = models.DateTimeField(null=True)
    verzonden_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    terug_op = models.DateField(null=True)
    terug_reden = models.TextField(blank=True, choices=Terug.choices)
    terug_at = models.DateTimeField(null=True)
    terug_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    bekend = models.BooleanField(null=True)
    terug_klaar_at = models.DateTimeField(null=True)  # looked into; nothing more to do

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["besluit"],
                condition=Q(verzonden_at__isnull=True, vervallen_at__isnull=True),
                name="wacht_een_keer",
            ),
            models.CheckConstraint(
                condition=Q(verzonden_at__isnull=True)
                | Q(verzonden_op__isnull=False, verzonden_door__isnull=False, brief__isnull=False),
                name="verzonden_met_bewijs",
            ),
            models.CheckConstraint(
                condition=Q(terug_op__isnull=True)
                | Q(verzonden_at__isnull=False, bekend__isnull=False, terug_door__isnull=False),
                name="terug_na_verzonden",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["gemeente", "klaargezet_at"],
                condition=Q(verzonden_at__isnull=True, vervallen_at__isnull=True),
                name="wacht_op_post",
            ),
            models.Index(fields=["dossier"], name="verzending_van_dossier"),
        ]
