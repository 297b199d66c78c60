"""What DUO cannot be told is work: the sources of the outbox on the work list."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import DutchText
from meedoen.accounts.roles import Recht
from meedoen.berichten.melding_tables import IS_OPEN, REFUSED, Melding, Meldingstand
from meedoen.berichten.redenen import in_words
from meedoen.dossier.models import Dossier
from meedoen.law.duo_meldingen import duo_meldingen
from meedoen.werkplek.bron import Bron, Rows, columns
from meedoen.werkplek.signaal import Consequence, Fase, Signaal

INCOMPLETE = ("ontbreekt", "zonder_bsn")
ONE_DAY = timedelta(days=1)


def _refused(dossiers: QuerySet[Dossier], _on: date) -> Rows:
    """Messages that DUO refuses, or would: the first of the reasons."""
    rows = _messages(dossiers).filter(stand__in=[each.value for each in REFUSED])
    reason = Coalesce(F("redenen__0"), F("waarom"))
    return columns(rows, "duo_afgewezen", wat=F("soort"), wie=reason)


def _incomplete(dossiers: QuerySet[Dossier], _on: date) -> Rows:
    """Messages that wait for a fact of the dossier."""
    rows = _messages(dossiers).filter(stand=Meldingstand.WACHT, waarom__in=INCOMPLETE)
    return columns(rows, "duo_onvolledig", wat=F("soort"), wie=F("waarom"))


def _waiting(dossiers: QuerySet[Dossier], on: date) -> Rows:
    """Messages that are not done for too long, for another reason; also of unknown outcome."""
    midnight = timezone.make_aware(datetime.combine(on + ONE_DAY, time.min))
    rows = _messages(dossiers).filter(IS_OPEN, gemaakt_at__lt=midnight - duo_meldingen().na)
    rows = rows.exclude(stand=Meldingstand.WACHT, waarom__in=INCOMPLETE)
    return columns(rows, "duo_wacht", wat=F("soort"), wie=F("waarom"))


def _messages(dossiers: QuerySet[Dossier]) -> QuerySet[Melding]:
    return Melding.objects.filter(dossier__in=dossiers)


def _message(soort: str) -> str:
    return DutchText(duo_meldingen().label(soort))


def _telling(
    rows: Callable[[QuerySet[Dossier], date], Rows], name: str, *, label: Any, title: Any
) -> Bron:
    """A source of messages to DUO: without the plan DUO sets no term."""
    return Bron(
        Signaal(name, label, Fase.DUO, Consequence.HARM, title, term=False),
        rows,
        lazy("Bekijk de melding"),
        "berichten:melding",
        "melding",
        Recht.BERICHTEN_ZIEN,
        wat=_message,
        waarom=in_words,
    )


MELDINGEN: tuple[Bron, ...] = (
    _telling(
        _refused,
        "duo_afgewezen",
        label=lazy("DUO neemt een melding niet aan"),
        title=lazy("DUO neemt de melding niet aan: %(wat)s. Kijk waarom"),
    ),
    _telling(
        _incomplete,
        "duo_onvolledig",
        label=lazy("Voor een melding aan DUO ontbreekt iets"),
        title=lazy("Vul aan wat DUO moet weten: %(wat)s"),
    ),
    _telling(
        _waiting,
        "duo_wacht",
        label=lazy("Melding aan DUO wacht te lang"),
        title=lazy("DUO weet nog niet: %(wat)s. Kijk waarom"),
    ),
)
