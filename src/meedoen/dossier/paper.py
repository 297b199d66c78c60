"""Tables of documents, appointments and besluiten."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from meedoen.accounts.models import Gemeente, Medewerker
from meedoen.dossier.diary_tables import Dossier, Gebeurtenis


class Document(models.Model):
    """A file in a dossier. What kind of file it is was read from its content, not from its name."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    gebeurtenis = models.ForeignKey(Gebeurtenis, models.PROTECT, null=True)
    naam = models.CharField(max_length=200)
    mediatype = models.TextField()
    grootte = models.PositiveIntegerField()  # bytes
    sha256 = models.BinaryField()
    toegevoegd_at = models.DateTimeField()
    toegevoegd_door = models.ForeignKey(Medewerker, models.PROTECT, null=True)


class Documentinhoud(models.Model):
    """The bytes of a document: in the database, so in its transactions, backups and destruction."""

    document = models.OneToOneField(Document, models.PROTECT, primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    bytes = models.BinaryField()


class Afspraak(models.Model):
    """An appointment. The interpreter is never a child or a partner (standard of the field)."""

    class Uitkomst(models.TextChoices):
        """How it went."""

        GEPLAND = "gepland", _("gepland")
        GEKOMEN = "gekomen", _("gekomen")
        NIET_GEKOMEN = "niet_gekomen", _("niet gekomen")
        AFGEZEGD = "afgezegd", _("afgezegd")

    class Tolk(models.TextChoices):
        """Who interprets."""

        GEEN = "geen", _("geen tolk")
        PROFESSIONEEL = "professioneel", _("tolk van het tolkenbureau")
        TELEFONISCH = "telefonisch", _("tolk aan de telefoon")
        VERTROUWD = "vertrouwd", _("vertrouwd persoon, geen partner of kind")

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    onderwerp = models.TextField()
    begint_at = models.DateTimeField()
    eindigt_at = models.DateTimeField()
    plaats = models.TextField()
    tolk = models.TextField(choices=Tolk.choices)
    tolk_taal = models.TextField(blank=True)
    tolk_dialect = models.TextField(blank=True)
    tolk_geslacht = models.TextField(blank=True)
    medewerker = models.ForeignKey(Medewerker, models.PROTECT)
    uitkomst = models.TextField(choices=Uitkomst.choices, default=Uitkomst.GEPLAND)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(eindigt_at__gt=F("begint_at")), name="afspraak_eindigt_later"
            ),
            models.CheckConstraint(
                condition=Q(tolk="geen") | ~Q(tolk_taal=""), name="tolk_in_een_taal"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["gemeente", "begint_at"])]


class Besluit(models.Model):
    """A decision or letter of the college: proposed, signed, sent. Signed, its content is frozen.

    `waarden` are the variables of the letter, `bon` is the receipt: canonical UTF-8 JSON.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    soort = models.TextField()  # a letter kind of law/brieven
    waarden = models.BinaryField()
    bon = models.BinaryField()
    afwijking = models.TextField(blank=True)  # why the official deviates from a finding
    voorgesteld_at = models.DateTimeField()
    voorgesteld_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    ondertekend_at = models.DateTimeField(null=True)
    ondertekend_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    mandaat = models.TextField(blank=True)  # the source of the mandate, as it was at signing
    functie = models.TextField(blank=True)  # as what somebody signed, in the municipality's word
    verzonden_at = models.DateTimeField(null=True)
    dagtekening = models.DateField(null=True)
    kanaal = models.TextField(blank=True)
    geadresseerde = models.BinaryField(default=bytes)  # to whom it went, as it was that day
    brief = models.OneToOneField(Document, models.PROTECT, null=True)
    ingetrokken_op = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(verzonden_at__isnull=True)
                | Q(ondertekend_at__isnull=False, dagtekening__isnull=False, brief__isnull=False),
                name="verzonden_is_ondertekend",
            ),
        ]
