"""Tables about people: who they are, who belongs with whom, where they live, who speaks for them.

A person is a row per municipality: a move makes a new one (docs/architecture.md).
"""

from typing import Any, ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from meedoen.accounts.models import Gemeente, Medewerker
from meedoen.dossier.names import NOG_ONBEKEND, Naam
from meedoen.dossier.partial_date import OnvolledigeDatum, parse

PERIODE = Q(tot__isnull=True) | Q(tot__gt=F("van"))


def no_overlap(name: str, owner: str, condition: Q | None = None) -> ExclusionConstraint:
    """Periods of one owner (a column) may not overlap; `int8range` because btree_gist is absent."""
    key = Func(F(owner), F(owner), Value("[]"), function="int8range")
    period = Func(F("van"), F("tot"), function="daterange")
    overlaps = RangeOperators.OVERLAPS
    return ExclusionConstraint(
        name=name, expressions=[(key, overlaps), (period, overlaps)], condition=condition
    )


class Persoon(models.Model):
    """Somebody in the care of one municipality. The BSN is sealed; it is found by its hash.

    `geslacht` is that of the BRP; "" is not known, which is what "O" says there.
    """

    class Geslacht(models.TextChoices):
        """As the BRP writes it down (GGM: Ingeschreven persoon.Geslachtsaanduiding)."""

        VROUW = "vrouw", _("vrouw")
        MAN = "man", _("man")

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    bsn_sleutel = models.TextField(blank=True)  # the id of the key that sealed it
    bsn_verzegeld = models.BinaryField(null=True)
    bsn_hash = models.BinaryField(null=True)
    vnummer = models.CharField(max_length=10, null=True)
    voornamen = models.CharField(max_length=200, blank=True)
    voorvoegsel = models.CharField(max_length=20, blank=True)
    geslachtsnaam = models.CharField(max_length=200, blank=True)
    eigen_schrift = models.CharField(max_length=200, blank=True)
    sorteernaam = models.TextField()
    geboortedatum = models.CharField(max_length=10)  # as the BRP: 1991-00-00 is "in 1991"
    geslacht = models.TextField(choices=Geslacht.choices, blank=True)
    talen = ArrayField(models.TextField(), default=list)
    tolk_nodig = models.BooleanField(null=True)
    tolk_taal = models.TextField(blank=True)
    tolk_dialect = models.TextField(blank=True)
    tolk_geslacht = models.TextField(blank=True)
    telefoon = models.TextField(blank=True)
    email = models.EmailField(blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gemeente", "bsn_hash"], name="een_persoon_per_bsn"),
            models.UniqueConstraint(fields=["gemeente", "vnummer"], name="een_persoon_per_vnummer"),
            models.CheckConstraint(
                condition=Q(vnummer__isnull=True) | Q(vnummer__regex=r"^\d{10}$"),
                name="vnummer_tien_cijfers",
            ),
            models.CheckConstraint(
                condition=~Q(voornamen="", geslachtsnaam=""), name="persoon_heeft_een_naam"
            ),
            models.CheckConstraint(
                condition=Q(geboortedatum__regex=r"^(\d{4}-\d{2}-\d{2})$"),
                name="geboortedatum_als_brp",
            ),
            models.CheckConstraint(
                condition=Q(geslacht__in=("", "vrouw", "man")), name="geslacht_als_brp"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["gemeente", "sorteernaam"]),
            models.Index(  # the few of whom the work list asks the name
                fields=["gemeente"],
                name="dossier_persoon_zonder_naam",
                condition=Q(geslachtsnaam=NOG_ONBEKEND),
            ),
        ]

    @property
    def naam(self) -> Naam:
        """The name as a whole, from the columns that hold its parts."""
        return Naam(self.voornamen, self.voorvoegsel, self.geslachtsnaam, self.eigen_schrift)

    @property
    def geboren(self) -> OnvolledigeDatum:
        """The day of birth, as far as it is known."""
        return parse(self.geboortedatum)


@models.TextField.register_lookup
class Begins(models.Lookup):
    """Text that begins with another: an operator that the database trusts with every row.

    LIKE it does not trust, so under row-level security no index would serve it.
    """

    lookup_name = "begins"

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        """The condition in SQL, and its parameters."""
        text, params = self.process_lhs(compiler, connection)
        beginning, more = self.process_rhs(compiler, connection)
        return f"{text} ^@ {beginning}", (*params, *more)


class Naamsleutel(models.Model):
    """A piece of a name to find somebody by: as written in Latin letters, or as it sounds."""

    class Soort(models.TextChoices):
        """How the piece was made (dossier/names.py)."""

        LETTERS = "letters"
        KLANK = "klank"

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    persoon = models.ForeignKey(Persoon, models.CASCADE)
    soort = models.TextField(choices=Soort.choices)
    sleutel = models.TextField()

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["gemeente", "soort", "sleutel"],
                name="naamsleutel_zoek",
                opclasses=["int4_ops", "text_ops", "text_pattern_ops"],
            )
        ]


class Gezin(models.Model):
    """People who belong together, for as long as they do."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)


class Gezinslid(models.Model):
    """Somebody is part of a family from a day until a day."""

    class Rol(models.TextChoices):
        """What somebody is in the family; the referent brought the others over (Vw 2a)."""

        REFERENT = "referent", _("referent")
        PARTNER = "partner", _("partner")
        OUDER = "ouder", _("ouder")
        KIND = "kind", _("kind")
        ANDER = "ander", _("ander familielid")

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    gezin = models.ForeignKey(Gezin, models.PROTECT)
    persoon = models.ForeignKey(Persoon, models.CASCADE)
    rol = models.TextField(choices=Rol.choices)
    van = models.DateField()
    tot = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=PERIODE, name="gezinslid_tot"),
            no_overlap("een_gezin_tegelijk", "persoon_id"),
        ]


class Adres(models.Model):
    """Where somebody lives or gets letters. A secret address is in no list, export or log."""

    class Soort(models.TextChoices):
        """What kind of address; VOW: departed, destination unknown."""

        AZC = "azc", _("azc")
        WOONADRES = "woonadres", _("woonadres")
        BRIEFADRES = "briefadres", _("briefadres")
        VOW = "vow", _("vertrokken, onbekend waarheen")
        GEHEIM = "geheim", _("geheim adres")

    WOONT = (Soort.AZC, Soort.WOONADRES, Soort.VOW, Soort.GEHEIM)

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    persoon = models.ForeignKey(Persoon, models.CASCADE)
    soort = models.TextField(choices=Soort.choices)
    straat = models.TextField(blank=True)
    postcode = models.TextField(blank=True)
    plaats = models.TextField(blank=True)
    van = models.DateField()
    tot = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=PERIODE, name="adres_tot"),
            no_overlap(
                "een_woonadres_tegelijk",
                "persoon_id",
                Q(soort__in=["azc", "woonadres", "vow", "geheim"]),
            ),
            no_overlap("een_briefadres_tegelijk", "persoon_id", Q(soort="briefadres")),
        ]


class VeiligContact(models.Model):
    """How somebody can be reached without danger; the family view and the address stay closed."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    persoon = models.ForeignKey(Persoon, models.CASCADE)
    kanaal = models.TextField()
    uren = models.TextField(blank=True)
    niet_zeggen = models.TextField(blank=True)
    niet_horen = models.TextField(blank=True)
    van = models.DateField()
    tot = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=PERIODE, name="veilig_contact_tot"),
            no_overlap("een_veilig_contact_tegelijk", "persoon_id"),
        ]


class Vertegenwoordiging(models.Model):
    """Who speaks for somebody, about what, from when until when. Letters follow it (Awb 2:1)."""

    class Soort(models.TextChoices):
        """In what capacity."""

        GEMACHTIGDE = "gemachtigde", _("gemachtigde")
        BEWINDVOERDER = "bewindvoerder", _("bewindvoerder")
        CURATOR = "curator", _("curator")
        NIDOS = "nidos", _("Nidos (voogd)")

    class Omvang(models.TextChoices):
        """About what."""

        ALLES = "alles", _("alles")
        GELD = "geld", _("geld")

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    persoon = models.ForeignKey(Persoon, models.CASCADE)
    soort = models.TextField(choices=Soort.choices)
    omvang = models.TextField(choices=Omvang.choices)
    naam = models.TextField()
    straat = models.TextField()
    postcode = models.TextField()
    plaats = models.TextField()
    bewijs_gezien_op = models.DateField()
    van = models.DateField()
    tot = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=PERIODE, name="vertegenwoordiging_tot")
        ]


class Afwezigheid(models.Model):
    """Somebody cannot be reached for a while. Why is nobody's business: it has no field."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    persoon = models.ForeignKey(Persoon, models.CASCADE)
    van = models.DateField()
    tot = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(tot__gt=F("van")), name="afwezigheid_tot"),
            no_overlap("een_afwezigheid_tegelijk", "persoon_id"),
        ]


class Identiteitsbewijs(models.Model):
    """An identity document that was seen. It is never copied, and its number is not kept."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    persoon = models.ForeignKey(Persoon, models.CASCADE)
    soort = models.TextField()
    geldig_tot = models.DateField()
    gezien_op = models.DateField()
    gezien_door = models.ForeignKey(Medewerker, models.PROTECT)
