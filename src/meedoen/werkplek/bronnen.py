"""Work that no rule of the law finds: promises, appointments, letters, requests for inzage.

A new source is a new row of `BRONNEN`, here or in the module `werk` of an app above
(werk_apps.py). All rows of all sources are read in one query (eigen_werk.py).
"""

from collections.abc import Collection, Mapping
from datetime import date, datetime, time
from functools import cache

from django.db.models import F, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.roles import Recht
from meedoen.dossier.inzage_term import last_day_for
from meedoen.dossier.models import (
    Afspraak,
    Besluit,
    Dossier,
    Inzageverzoek,
    Persoon,
    Toezegging,
)
from meedoen.dossier.names import NOG_ONBEKEND
from meedoen.dossier.sending import at_mailroom, came_back, stuck
from meedoen.law.brief_file import brief_kinds
from meedoen.persoonlijk_plan.models import Planafspraak
from meedoen.werkplek.bezwaren import BEZWAAR, COMPLEET
from meedoen.werkplek.bron import Bron, Rows, columns
from meedoen.werkplek.dubbel import DUBBEL, SAMENVOEGEN
from meedoen.werkplek.komst import KOMST
from meedoen.werkplek.signaal import Consequence, Fase, Signaal
from meedoen.werkplek.signalen import SIGNALEN
from meedoen.werkplek.werk_apps import sources_above


def _nameless(dossiers: QuerySet[Dossier], _on: date) -> Rows:
    """People of whom DUO told a number only."""
    rows = Persoon.objects.filter(dossier__in=dossiers, geslachtsnaam=NOG_ONBEKEND)
    return columns(rows.annotate(dossier_id=F("dossier__pk")), "zonder_naam")


def _promises(dossiers: QuerySet[Dossier], _on: date) -> Rows:
    rows = Toezegging.objects.filter(dossier__in=dossiers, stand=Toezegging.Stand.OPEN)
    return columns(rows, "toezegging", dag=F("uiterlijk_op"), wat=F("wat"), wie=F("aan"))


def _appointments(dossiers: QuerySet[Dossier], on: date) -> Rows:
    """From the day after it: who had it today may still write down how it went."""
    midnight = timezone.make_aware(datetime.combine(on, time.min))
    rows = Afspraak.objects.filter(
        dossier__in=dossiers, uitkomst=Afspraak.Uitkomst.GEPLAND, begint_at__lt=midnight
    )
    return columns(rows, "afspraak", dag=TruncDate("begint_at"), wat=F("onderwerp"))


def _unsigned(dossiers: QuerySet[Dossier], _on: date) -> Rows:
    rows = _letters(dossiers).filter(ondertekend_at__isnull=True)
    return columns(rows, "handtekening", wat=F("soort"))


def _unsent(dossiers: QuerySet[Dossier], _on: date) -> Rows:
    """Signed and not with the mailroom: what waits there is the mailroom's work."""
    rows = _letters(dossiers).filter(ondertekend_at__isnull=False, verzonden_at__isnull=True)
    rows = rows.exclude(verzendingen__in=at_mailroom(dossiers))
    return columns(rows, "verzenden", wat=F("soort"))


def _letters(dossiers: QuerySet[Dossier]) -> QuerySet[Besluit]:
    return Besluit.objects.filter(dossier__in=dossiers, ingetrokken_op__isnull=True)


def _returned(dossiers: QuerySet[Dossier], _on: date) -> Rows:
    rows = Besluit.objects.filter(verzendingen__in=came_back(dossiers))
    return columns(rows, "teruggekomen", dag=F("verzendingen__terug_op"), wat=F("soort"))


def _stuck(dossiers: QuerySet[Dossier], _on: date) -> Rows:
    """The mailroom could not send it; who laid it ready sees why."""
    rows = Besluit.objects.filter(verzendingen__in=stuck(dossiers))
    return columns(rows, "post_mislukt", wat=F("soort"))


def _requests(dossiers: QuerySet[Dossier], _on: date) -> Rows:
    rows = Inzageverzoek.objects.filter(dossier__in=dossiers, gegeven_op__isnull=True)
    return columns(rows, "inzage", dag=F("gevraagd_op"))


def _agreed(dossiers: QuerySet[Dossier], on: date) -> Rows:
    """What newcomers would do by a day that is over: time to ask how it goes."""
    rows = Planafspraak.objects.filter(
        dossier__in=dossiers, stand=Planafspraak.Stand.OPEN, uiterlijk_op__lt=on
    )
    return columns(rows, "planafspraak", dag=F("uiterlijk_op"), wat=F("wat"))


def _kind(soort: str) -> str:
    found = brief_kinds().get(soort)
    return soort if found is None else str(found.label)


BRONNEN: tuple[Bron, ...] = (
    *KOMST,
    SAMENVOEGEN,
    Bron(
        Signaal(
            "zonder_naam",
            lazy("Naam nog onbekend"),
            Fase.OPVANG,
            Consequence.RIGHT,
            lazy("DUO gaf alleen een nummer. Neem de naam en de geboortedatum over uit de BRP"),
            term=False,
        ),
        _nameless,
        lazy("Vul de naam in"),
        "dossier:persoon_wijzigen",
    ),
    Bron(
        Signaal(
            "toezegging",
            lazy("Belofte"),
            Fase.AFSPRAKEN,
            Consequence.RIGHT,
            lazy("Beloofd: %(wat)s"),
        ),
        _promises,
        lazy("Leg vast hoe het afliep"),
        "dossier:toezegging",
        "toezegging",
        waarom=lambda wie: _("beloofd aan %(wie)s") % {"wie": wie},
    ),
    Bron(
        Signaal(
            "afspraak",
            lazy("Afspraak zonder uitkomst"),
            Fase.AFSPRAKEN,
            Consequence.PAPER,
            lazy("Hoe ging de afspraak op %(dag)s?"),
        ),
        _appointments,
        lazy("Leg vast hoe het ging"),
        "dossier:afspraak",
        "afspraak",
    ),
    Bron(
        Signaal(
            "handtekening",
            lazy("Brief wacht op handtekening"),
            Fase.AFSPRAKEN,
            Consequence.RIGHT,
            lazy("Wacht op een handtekening: %(wat)s"),
            term=False,
        ),
        _unsigned,
        lazy("Lees en onderteken"),
        "dossier:brief",
        "besluit",
        Recht.ONDERTEKENEN,
        wat=_kind,
    ),
    Bron(
        Signaal(
            "verzenden",
            lazy("Brief ondertekend, niet verzonden"),
            Fase.AFSPRAKEN,
            Consequence.RIGHT,
            lazy("Ondertekend, maar nog niet verzonden: %(wat)s"),
            term=False,
        ),
        _unsent,
        lazy("Verzend de brief"),
        "dossier:brief",
        "besluit",
        Recht.ONDERTEKENEN,
        wat=_kind,
    ),
    Bron(
        Signaal(
            "teruggekomen",
            lazy("Brief kwam terug"),
            Fase.AFSPRAKEN,
            Consequence.RIGHT,
            lazy("Een brief kwam terug: zoek het adres (%(wat)s)"),
            term=False,
        ),
        _returned,
        lazy("Zoek het uit"),
        "dossier:brief",
        "besluit",
        wat=_kind,
    ),
    Bron(
        Signaal(
            "post_mislukt",
            lazy("Brief kan niet met de post"),
            Fase.AFSPRAKEN,
            Consequence.RIGHT,
            lazy("De postkamer kon een brief niet meesturen: %(wat)s"),
            term=False,
        ),
        _stuck,
        lazy("Kijk waarom"),
        "dossier:brief",
        "besluit",
        Recht.ONDERTEKENEN,
        wat=_kind,
    ),
    Bron(
        Signaal(
            "inzage",
            lazy("Kopie van gegevens gevraagd"),
            Fase.AFSPRAKEN,
            Consequence.RIGHT,
            lazy("Geef %(naam)s uiterlijk op %(dag)s een kopie van de gegevens"),
        ),
        _requests,
        lazy("Maak de kopie"),
        "dossier:inzage",
        recht=Recht.INZAGE_GEVEN,
        last_day=last_day_for,
        waarom=lambda _wie: _("een maand na het verzoek (AVG 12, lid 3)"),
    ),
    Bron(
        Signaal(
            "planafspraak",
            lazy("Afspraak uit het plan"),
            Fase.PLAN,
            Consequence.PAPER,
            lazy("Vraag hoe het gaat: %(wat)s"),
        ),
        _agreed,
        lazy("Leg vast hoe het gaat"),
        "plan:planafspraak",
        "planafspraak",
        waarom=lambda _wie: _("de dag van deze afspraak is voorbij; misschien is hulp nodig"),
    ),
)


@cache
def every_source() -> Mapping[str, Bron]:
    """Every source by the name of its signal: our own, then those of apps above."""
    return {bron.signaal.name: bron for bron in (*BRONNEN, *sources_above())}


def every_signal() -> tuple[Signaal, ...]:
    """Every signal there is: those of the rules, of objections, then those of the sources."""
    own = (BEZWAAR, COMPLEET, DUBBEL)
    return (*SIGNALEN, *own, *(bron.signaal for bron in every_source().values()))


def labels_of(names: Collection[str]) -> list[str]:
    """What signals with these names are called on the work list."""
    return [str(each.label) for each in every_signal() if each.name in names]
