"""Work about who comes (Wi 10) that stands in tables of opvang and not in facts.

How many weeks may pass is our own measure; no law gives a norm. That is said with each.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.dossier.models import Dossier, Gebeurtenis, Stand
from meedoen.dossier.stand import COMING
from meedoen.opvang.models import Driegesprek, Klantprofiel, Woning
from meedoen.werkplek.bron import Bron, Rows, columns
from meedoen.werkplek.signaal import Consequence, Fase, Signaal

PROFIEL, GESPREK, ANTWOORD = timedelta(weeks=2), timedelta(weeks=4), timedelta(weeks=2)
INVITED = ("uitnodiging_verzonden", "oproep_verzonden", "intakegesprek_gevoerd")
GROWN = 18  # of a child the profile of a parent is enough


def _coming(dossiers: QuerySet[Dossier], on: date) -> QuerySet[Any]:
    """What is known of adults who are coupled and not housed, in a case that runs."""
    leap = (on.month, on.day) == (2, 29)
    born = on.replace(year=on.year - GROWN, day=28 if leap else on.day)
    known: QuerySet[Any] = Stand.objects.filter(
        COMING,
        Q(geboren_op__lte=born) | Q(geboren_op__isnull=True),
        pk__in=dossiers.values("pk"),
    )
    return known


def _without(table: Any, wait: timedelta, name: str) -> Callable[..., Rows]:
    """Who has no row in a table so long after the koppeling."""

    def rows(dossiers: QuerySet[Dossier], on: date) -> Rows:
        there = table.objects.filter(dossier=OuterRef("pk"))
        found = _coming(dossiers, on).filter(~Exists(there), gekoppeld_op__lte=on - wait)
        return columns(found, name, dag=F("gekoppeld_op"))

    return rows


def _no_answer(dossiers: QuerySet[Dossier], on: date) -> Rows:
    rows = Woning.objects.filter(
        dossier__in=_coming(dossiers, on).values("pk"),
        stand=Woning.Stand.AANGEBODEN,
        aangeboden_op__lte=on - ANTWOORD,
    )
    return columns(rows, "woning_zonder_antwoord", dag=F("aangeboden_op"))


def _not_invited(dossiers: QuerySet[Dossier], on: date) -> Rows:
    """The key is known, so the person nearly lives here, and nobody invited him for the intake."""
    asked = Gebeurtenis.objects.filter(dossier=OuterRef("dossier"), soort__in=INVITED)
    rows = Woning.objects.filter(
        ~Exists(asked),
        dossier__in=_coming(dossiers, on).values("pk"),
        stand=Woning.Stand.GEACCEPTEERD,
        sleutel_op__isnull=False,
    )
    return columns(rows, "sleutel_zonder_intake", dag=F("sleutel_op"))


KOMST: tuple[Bron, ...] = (
    Bron(
        Signaal(
            "klantprofiel_mist",
            lazy("Klantprofiel ontbreekt"),
            Fase.OPVANG,
            Consequence.RIGHT,
            lazy("Vraag het COA om het klantprofiel van %(naam)s"),
        ),
        _without(Klantprofiel, PROFIEL, "klantprofiel_mist"),
        lazy("Leg het klantprofiel vast"),
        "opvang:klantprofiel",
        last_day=lambda day, _law: day + PROFIEL,
        waarom=lambda _wie: _("twee weken na de koppeling, onze eigen maat (Wi 35, lid 2)"),
    ),
    Bron(
        Signaal(
            "geen_driegesprek",
            lazy("Geen gesprek met het COA"),
            Fase.OPVANG,
            Consequence.RIGHT,
            lazy("Er was nog geen gesprek met %(naam)s en het COA. Plan het"),
        ),
        _without(Driegesprek, GESPREK, "geen_driegesprek"),
        lazy("Leg het gesprek vast"),
        "opvang:driegesprek",
        last_day=lambda day, _law: day + GESPREK,
        waarom=lambda _wie: _("vier weken na de koppeling, onze eigen maat (Wi 10)"),
    ),
    Bron(
        Signaal(
            "woning_zonder_antwoord",
            lazy("Woning zonder antwoord"),
            Fase.OPVANG,
            Consequence.RIGHT,
            lazy("Er is een woning aangeboden op %(dag)s. Wat was het antwoord?"),
        ),
        _no_answer,
        lazy("Leg het antwoord vast"),
        "opvang:antwoord",
        "woning",
        waarom=lambda _wie: _("twee weken na het aanbod, onze eigen maat (Hw 28)"),
    ),
    Bron(
        Signaal(
            "sleutel_zonder_intake",
            lazy("Sleutel bekend, niet uitgenodigd"),
            Fase.OPVANG,
            Consequence.RIGHT,
            lazy("De sleutel is er op %(dag)s. Nodig %(naam)s nu al uit voor de intake"),
        ),
        _not_invited,
        lazy("Bekijk de stappen"),
        "opvang:dossier",
        waarom=lambda _wie: _("de intake mag al voor de verhuizing, als iemand dat wil (Wi 1)"),
    ),
)
