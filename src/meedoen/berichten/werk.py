"""What DUO sends that is work: the sources of berichten on the work list."""

from datetime import date

from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.roles import Recht
from meedoen.berichten.inbox import Stand
from meedoen.berichten.models import Bericht
from meedoen.berichten.redenen import in_words
from meedoen.dossier.models import Dossier
from meedoen.law.duo_events import duo_event
from meedoen.werkplek.bron import Bron, Rows, columns
from meedoen.werkplek.signaal import Consequence, Fase, Signaal


def _undecided(dossiers: QuerySet[Dossier], _on: date) -> Rows:
    """Notices that the worker could not process, of people in a dossier."""
    rows = Bericht.objects.filter(dossier__in=dossiers, stand=Stand.AAN_MENS)
    return columns(rows, "duo_beslissing", wat=F("gebeurtenis"), wie=F("waarom"))


def _label(code: str) -> str:
    return duo_event(code).label


BRONNEN: tuple[Bron, ...] = (
    Bron(
        Signaal(
            "duo_beslissing",
            lazy("Bericht van DUO vraagt een beslissing"),
            Fase.DUO,
            Consequence.RIGHT,
            lazy("Beslis over een bericht van DUO: %(wat)s"),
            term=False,
        ),
        _undecided,
        lazy("Bekijk het bericht"),
        "berichten:bericht",
        "bericht",
        Recht.BERICHTEN_ZIEN,
        wat=_label,
        waarom=in_words,
        in_dossier=False,
    ),
)
