"""The table of objections: one row per bezwaar, with what moved its last day and how it ended."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meedoen.accounts.models import Gemeente, Medewerker
from meedoen.dossier.diary_tables import Dossier
from meedoen.dossier.paper import Besluit


class Bezwaar(models.Model):
    """An objection to a besluit (Awb 6 and 7). Why somebody objects is in his own letter only.

    Days are as they were told; the last days are computed (rules/bezwaar.py), never kept.
    """

    class Kanaal(models.TextChoices):
        """How it came."""

        POST = "post", _("met de post")
        BALIE = "balie", _("aan de balie")
        WEBSITE = "website", _("via de website")

    class NietHoren(models.TextChoices):
        """Why a hearing may be left out (Awb 7:3)."""

        NIET_ONTVANKELIJK = "a", _("het bezwaar is duidelijk niet-ontvankelijk")
        ONGEGROND = "b", _("het bezwaar is duidelijk ongegrond")
        WIL_NIET = "c", _("de persoon wil niet gehoord worden")
        GEEN_ANTWOORD = "d", _("de persoon zei niet op tijd dat hij gehoord wil worden")
        GELIJK = "e", _("de persoon krijgt helemaal gelijk, en niemand heeft nadeel")

    class Uitstel(models.TextChoices):
        """Why the decision may be put off further (Awb 7:10:4)."""

        ALLEN = "a", _("alle belanghebbenden vinden het goed")
        INDIENER = "b", _("wie bezwaar maakte vindt het goed, en niemand heeft nadeel")
        VOORSCHRIFT = "c", _("een wettelijke procedure vraagt het")

    class Uitkomst(models.TextChoices):
        """What the college decides (Awb 7:11)."""

        GEGROND = "gegrond", _("gegrond")
        DEELS = "deels", _("deels gegrond")
        ONGEGROND = "ongegrond", _("ongegrond")
        NIET_ONTVANKELIJK = "niet_ontvankelijk", _("niet-ontvankelijk")

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    dossier = models.ForeignKey(Dossier, models.PROTECT)
    # the database removes a bezwaar with its besluit, so that whoever erases it forgets none
    besluit = models.ForeignKey(
        Besluit, models.PROTECT, related_name="bezwaren", db_constraint=False
    )
    kanaal = models.TextField(choices=Kanaal.choices)
    ontvangen_op = models.DateField()
    op_de_post_op = models.DateField(null=True)
    vastgelegd_at = models.DateTimeField()
    vastgelegd_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    verschoonbaar = models.BooleanField(null=True)
    herstel_gevraagd_op = models.DateField(null=True)
    herstel_voor = models.DateField(null=True)  # the last day to make it complete
    herstel_voorbij_op = models.DateField(null=True)
    hersteld = models.BooleanField(null=True)
    commissie = models.BooleanField(default=False)
    gehoord_op = models.DateField(null=True)
    gehoord_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    niet_horen = models.TextField(blank=True, choices=NietHoren.choices)
    verdaagd_op = models.DateField(null=True)
    uitgesteld_tot = models.DateField(null=True)  # the first day after
    uitstel_grond = models.TextField(blank=True, choices=Uitstel.choices)
    ingetrokken_op = models.DateField(null=True)
    uitkomst = models.TextField(blank=True, choices=Uitkomst.choices)
    beslissing = models.OneToOneField(
        Besluit, models.PROTECT, null=True, related_name="beslist_op", db_constraint=False
    )
    beroep_op = models.DateField(null=True)
    rechtbank = models.TextField(blank=True)
    uitspraak_op = models.DateField(null=True)
    uitspraak = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(beslissing__isnull=True) | ~Q(uitkomst=""),
                name="beslissing_met_uitkomst",
            ),
            models.CheckConstraint(
                condition=Q(gehoord_op__isnull=True) | Q(gehoord_door__isnull=False),
                name="gehoord_door_iemand",
            ),
            models.CheckConstraint(
                condition=Q(uitgesteld_tot__isnull=True) | ~Q(uitstel_grond=""),
                name="uitstel_met_grond",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["dossier"], name="bezwaar_van_dossier")]
