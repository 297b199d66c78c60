"""Tables of what a municipality says in its letters: its own texts, and who it is as sender.

They hold no data of newcomers. A version is proposed by one official and put in force by another:
it goes to everybody who gets a letter. What was decided never changes; a later version follows it.
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from meedoen.accounts.models import Gemeente, Medewerker

DECIDED = Q(besloten_door__isnull=True, besloten_at__isnull=True, goedgekeurd__isnull=True) | Q(
    besloten_door__isnull=False, besloten_at__isnull=False, goedgekeurd__isnull=False
)
BY_TWO = ~Q(goedgekeurd=True) | ~Q(besloten_door=F("voorgesteld_door"))
FILLED = ~(
    Q(naam="") | Q(college="") | Q(straat="") | Q(postcode="") | Q(plaats="") | Q(telefoon="")
    | Q(openingstijden="") | Q(website="")
)  # fmt: skip
# How, how else and where to object, and the court for what cannot wait (Awb 3:45, 6:4, 8:81).
OBJECT = ~(Q(bezwaar_website="") | Q(bezwaar_adres="") | Q(rechtbank=""))


class Tekstversie(models.Model):
    """A municipality's own text in the place of a text block, from a day until the next version.

    `brief`: the kind of letter, or empty: in every letter. `standaard`: the text of the product
    holds again. `goedgekeurd` is empty until somebody decided; `antwoord` says why not.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    brief = models.TextField(blank=True)
    blok = models.TextField()
    tekst = models.TextField(blank=True)
    standaard = models.BooleanField(default=False)
    van = models.DateField()
    voorgesteld_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    voorgesteld_at = models.DateTimeField()
    besloten_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    besloten_at = models.DateTimeField(null=True)
    goedgekeurd = models.BooleanField(null=True)
    antwoord = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=DECIDED, name="tekst_besloten"),
            models.CheckConstraint(condition=BY_TWO, name="tekst_door_twee"),
            models.CheckConstraint(
                condition=Q(standaard=False) | Q(tekst=""), name="tekst_is_standaard"
            ),
            models.UniqueConstraint(
                fields=["gemeente", "brief", "blok"],
                condition=Q(besloten_at__isnull=True),
                name="een_open_tekst",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["gemeente", "van"], name="tekst_gemeente")]


class Afzenderversie(models.Model):
    """Who a municipality is on its letters, from a day until the next version.

    The logo is kept here as it was chosen: a file that changes or goes changes no letter.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    naam = models.TextField()
    college = models.TextField()
    straat = models.TextField()
    postcode = models.TextField()
    plaats = models.TextField()
    telefoon = models.TextField()
    openingstijden = models.TextField()
    website = models.TextField()
    bezwaar_website = models.TextField()
    bezwaar_adres = models.TextField()
    rechtbank = models.TextField()
    logo_naam = models.TextField(blank=True)
    logo = models.BinaryField(default=bytes)
    logo_alt = models.TextField(blank=True)
    van = models.DateField()
    voorgesteld_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    voorgesteld_at = models.DateTimeField()
    besloten_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    besloten_at = models.DateTimeField(null=True)
    goedgekeurd = models.BooleanField(null=True)
    antwoord = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=DECIDED, name="afzender_besloten"),
            models.CheckConstraint(condition=BY_TWO, name="afzender_door_twee"),
            models.CheckConstraint(condition=FILLED, name="afzender_compleet"),
            models.CheckConstraint(condition=OBJECT, name="afzender_bezwaar"),
            models.CheckConstraint(
                condition=Q(logo_naam="") | ~Q(logo_alt=""), name="afzender_logo_heeft_tekst"
            ),
            models.UniqueConstraint(
                fields=["gemeente"],
                condition=Q(besloten_at__isnull=True),
                name="een_open_afzender",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["gemeente", "van"], name="afzender_gemeente")]
