"""What DUO cannot be told of a contactpersoon is work: the sources of it on the work list."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import DutchText
from meedoen.accounts.roles import Recht
from meedoen.berichten.contact_actions import UNSURE
from meedoen.berichten.contact_tables import Contactmelding, Contactsoort
from meedoen.berichten.melding_tables import IS_OPEN, REFUSED
from meedoen.berichten.redenen import in_words
from meedoen.dossier.models import Dossier
from meedoen.law.duo_meldingen import duo_meldingen
from meedoen.werkplek.bron import Bron, Rows, columns
from meedoen.werkplek.signaal import Consequence, Fase, Signaal

ONE_DAY = timedelta(days=1)
WHY = Coalesce(F("redenen__0"), F("waarom"))


def _stuck(on: date) -> Q:
    """Refused, of unknown outcome where nobody sends again, or waiting for too long."""
    midnight = timezone.make_aware(datetime.combine(on + ONE_DAY, time.min))
    late = IS_OPEN & Q(gemaakt_at__lt=midnight - duo_meldingen().na)
    return Q(stand__in=[each.value for each in REFUSED]) | Q(waarom=UNSURE) | late


def _of_dossiers(dossiers: QuerySet[Dossier], on: date) -> Rows:
    rows = Contactmelding.objects.filter(_stuck(on), dossier__in=dossiers)
    return columns(rows, "duo_contact", wat=F("soort"), wie=WHY)


def _of_officials(dossiers: QuerySet[Dossier], on: date) -> Rows:
    """Once per official: at the first of the dossiers that he is klantmanager of."""
    theirs = Contactmelding.objects.filter(
        _stuck(on), dossier=None, gemeente=OuterRef("gemeente"), medewerker=OuterRef("klantmanager")
    ).order_by("-pk")
    earlier = dossiers.filter(klantmanager=OuterRef("klantmanager"), pk__lt=OuterRef("pk"))
    rows = dossiers.filter(Exists(theirs), ~Exists(earlier)).annotate(
        dossier_id=F("pk"),
        w_soort=Subquery(theirs.values("soort")[:1]),
        w_reden=Subquery(theirs.values(reden=WHY)[:1]),
    )
    return columns(rows, "duo_contactpersoon", wat=F("w_soort"), wie=F("w_reden"))


def _what(soort: str) -> str:
    return DutchText(Contactsoort(soort).label) if soort in Contactsoort.values else soort


def _telling(
    rows: Callable[[QuerySet[Dossier], date], Rows], name: str, page: str, *, label: Any, title: Any
) -> Bron:
    """A source of messages about a contactpersoon; no term hangs on it."""
    return Bron(
        Signaal(name, label, Fase.DUO, Consequence.PAPER, title, term=False),
        rows,
        lazy("Bekijk de melding"),
        page,
        "contactmelding" if page == "berichten:contact" else "",
        Recht.BERICHTEN_ZIEN,
        wat=_what,
        waarom=in_words,
    )


CONTACTEN: tuple[Bron, ...] = (
    _telling(
        _of_dossiers,
        "duo_contact",
        "berichten:contact",
        label=lazy("DUO weet niet wie de contactpersoon is"),
        title=lazy("DUO nam dit niet aan: %(wat)s. Kijk waarom"),
    ),
    _telling(
        _of_officials,
        "duo_contactpersoon",
        "berichten:gesprek",
        label=lazy("DUO kent een medewerker niet als contactpersoon"),
        title=lazy("DUO nam dit niet aan over de contactpersoon zelf: %(wat)s. Kijk waarom"),
    ),
)
