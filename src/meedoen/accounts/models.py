"""Municipalities, organisations, officials, and who has which role where, with dates."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from meedoen.accounts import work_tables  # noqa: F401 - Django looks for tables here
from meedoen.accounts.mandaten import table  # noqa: F401 - and here
from meedoen.accounts.oin import table as oin_table  # noqa: F401 - and here
from meedoen.accounts.roles import Rol
from meedoen.accounts.werkcontact import table as werkcontact_table  # noqa: F401 - and here

PERIODE = Q(tot__isnull=True) | Q(tot__gt=F("van"))


class Gemeente(models.Model):
    """A municipality, by its CBS number; periods are half-open: [geldig_van, geldig_tot)."""

    code = models.PositiveIntegerField(primary_key=True)
    naam = models.TextField()
    geldig_van = models.DateField()
    geldig_tot = models.DateField(null=True)
    stelsel = models.TextField()
    doet_mee = models.BooleanField(default=False)  # works with this installation

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(code__range=(1, 9999)), name="gemeente_code"),
        ]

    def __str__(self) -> str:
        return self.naam


class Organisatie(models.Model):
    """A party that is no municipality: executing body, contractor, school, region or the Rijk."""

    class Soort(models.TextChoices):
        """What kind of party."""

        BEVOEGD_ORGAAN = "bevoegd_orgaan", _("bevoegd orgaan")
        OPDRACHTNEMER = "opdrachtnemer", _("opdrachtnemer")
        INSTELLING = "instelling", _("instelling")
        REGIO = "regio", _("regio")
        RIJK = "rijk", _("Rijk")

    soort = models.TextField(choices=Soort.choices)
    naam = models.TextField()
    kenmerk = models.TextField(unique=True)  # OIN, KvK or BRIN: how others know it
    van = models.DateField()
    tot = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=PERIODE, name="organisatie_tot")]

    def __str__(self) -> str:
        return self.naam


class Uitvoering(models.Model):
    """For which municipality an organisation works, on what ground, and when (Wi 18)."""

    class Grond(models.TextChoices):
        """Why the organisation may."""

        MANDAAT = "mandaat", _("mandaat van de gemeente (Wi 18)")
        OPDRACHT = "opdracht", _("opdracht")
        DEELNAME = "deelname", _("deelname in de regio")

    organisatie = models.ForeignKey(Organisatie, models.PROTECT)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    grond = models.TextField(choices=Grond.choices)
    bron = models.TextField()
    van = models.DateField()
    tot = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=PERIODE, name="uitvoering_tot")]


class Medewerkers(BaseUserManager["Medewerker"]):
    """Finds officials by the address they log in with; Django's login asks for this class."""

    def get_by_natural_key(self, username: str | None) -> "Medewerker":
        """The official with this address, whatever its capitals. Errors: DoesNotExist."""
        return self.get(email__iexact=username)


class Medewerker(AbstractBaseUser):
    """An official or partner who logs in. `actief_tot` ends it; nobody is ever deleted."""

    email = models.EmailField(unique=True)
    naam = models.TextField()
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, null=True)
    is_active = models.BooleanField(default=True)

    objects = Medewerkers()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["naam"]

    def __str__(self) -> str:
        return self.naam

    def has_perm(self, perm: str, obj: Any = None) -> bool:  # noqa: ARG002 - Django's signature
        """Nobody holds rights of Django: rights follow from the role (accounts/roles.py)."""
        return False


class Rolverlening(models.Model):
    """Somebody has a role for a municipality, from a day until a day.

    What the login of the municipality gave, only that login ends: `aanbieder` is its issuer. A role
    that ends on the day it began was held for a part of that day.
    """

    class Bron(models.TextChoices):
        """Who gave the role."""

        HAND = "hand", _("een beheerder")
        AANBIEDER = "aanbieder", _("de inlog van de gemeente")

    medewerker = models.ForeignKey(Medewerker, models.PROTECT)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    rol = models.TextField(choices=Rol.choices)
    van = models.DateField()
    tot = models.DateField(null=True)
    verleend_door = models.ForeignKey(
        Medewerker, models.PROTECT, null=True, related_name="verleende_rollen"
    )
    bron = models.TextField(choices=Bron.choices, default=Bron.HAND)
    aanbieder = models.TextField(default="")
    laatst_gebruikt_op = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")), name="rolverlening_tot"
            ),
            models.CheckConstraint(
                condition=Q(bron="hand", aanbieder="") | Q(bron="aanbieder") & ~Q(aanbieder=""),
                name="rolverlening_aanbieder",
            ),
        ]


class Rechtenregel(models.Model):
    """One change in what somebody may, or one review of it; rows are added only.

    `door` is None where the login of the municipality (`aanbieder`) did it, or the installation.
    """

    class Soort(models.TextChoices):
        """What happened."""

        GEGEVEN = "gegeven", _("rol gegeven")
        BEEINDIGD = "beeindigd", _("rol beëindigd")
        NAGEZIEN = "nagezien", _("rechten nagezien")
        GESLOTEN = "gesloten", _("account gesloten")
        HEROPEND = "heropend", _("account weer open")
        GEKOPPELD = "gekoppeld", _("account gekoppeld aan de inlog van de gemeente")
        GEWEIGERD = "geweigerd", _("koppeling geweigerd")
        VERVANGT = "vervangt", _("gaat een collega vervangen")
        VERVANGT_NIET = "vervangt_niet", _("vervangt een collega niet meer")

    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="rechtenregels")
    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    soort = models.TextField(choices=Soort.choices)
    rol = models.TextField(choices=Rol.choices, blank=True)
    door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    aanbieder = models.TextField(blank=True)
    on = models.DateField()
    at = models.DateTimeField()
    reden = models.TextField(blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["gemeente", "medewerker"], name="regel_van_wie")]


class Koppelverzoek(models.Model):
    """Somebody came through a login of a municipality with the address of an account that exists.

    A beheerder decides whether it is the same person: an address proves nothing (AUTH-02).
    """

    medewerker = models.ForeignKey(Medewerker, models.PROTECT)
    aanbieder = models.TextField()
    sub = models.TextField()
    naam = models.TextField()
    at = models.DateTimeField()
    open = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["aanbieder", "sub"], name="een_koppelverzoek"),
        ]


class Uitnodiging(models.Model):
    """A link with which somebody chooses a password, once; `rol` is given when it is used.

    Only the hash of the link is kept. Without a `rol` it makes an existing account usable again.
    """

    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="uitnodigingen")
    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    rol = models.TextField(choices=Rol.choices, null=True)
    van = models.DateField(null=True)
    tot = models.DateField(null=True)
    sleutel_hash = models.BinaryField(unique=True)
    gemaakt_at = models.DateTimeField()
    gemaakt_door = models.ForeignKey(  # None: on the server itself
        Medewerker, models.PROTECT, null=True, related_name="gemaakte_uitnodigingen"
    )
    verloopt_at = models.DateTimeField()
    gebruikt_at = models.DateTimeField(null=True)
    ingetrokken_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=PERIODE, name="uitnodiging_tot"),
            models.CheckConstraint(
                condition=Q(rol__isnull=True, van__isnull=True, tot__isnull=True)
                | Q(rol__isnull=False, van__isnull=False),
                name="uitnodiging_rol_van",
            ),
            models.CheckConstraint(
                condition=Q(gebruikt_at__isnull=True) | Q(ingetrokken_at__isnull=True),
                name="uitnodiging_een_einde",
            ),
            models.UniqueConstraint(
                fields=["medewerker"],
                condition=Q(gebruikt_at__isnull=True, ingetrokken_at__isnull=True),
                name="uitnodiging_een_open",
            ),
        ]


class Huisstijl(models.Model):
    """How Meedoen looks and speaks for a municipality, from a day until the next one begins.

    Versions are added, never changed; of two that begin on one day the last one counts. The style
    sheet and the logo are names of files in the folder THEME_DIR of the installation; `thema` is
    the class that the sheet sets. `rolnamen`: per value of `Rol` the municipality's own word.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    van = models.DateField()
    titel = models.TextField(default="Meedoen")
    stijlblad = models.TextField(default="")
    thema = models.TextField(default="")
    logo = models.TextField(default="")
    logo_alt = models.TextField(default="")
    rolnamen = models.JSONField(default=dict)
    hulp = models.TextField(default="")  # whom to ask for help, in the municipality's words
    verklaring = models.TextField(default="")  # address of the toegankelijkheidsverklaring
    vastgelegd_door = models.ForeignKey(Medewerker, models.PROTECT, null=True)
    vastgelegd_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["gemeente", "van"], name="huisstijl_gemeente")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(titel=""), name="huisstijl_titel"),
            models.CheckConstraint(
                condition=Q(logo="") | ~Q(logo_alt=""), name="huisstijl_logo_heeft_tekst"
            ),
        ]


class Demodag(models.Model):
    """The day on which the demo stands still, and the real moment at which it was set; one row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    dag = models.DateField()
    gezet_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=Q(id=1), name="een_demodag")]
