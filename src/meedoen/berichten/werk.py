"""What DUO sends that is work: the sources of berichten on the work list."""

from datetime import date

from django.db.models import F, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import DutchText
from meedoen.accounts.roles import Recht
from meedoen.berichten.contact_werk import CONTACTEN
from meedoen.berichten.inbox import Stand
from meedoen.berichten.melding_werk import MELDINGEN
from meedoen.berichten.models import Bericht
from meedoen.berichten.redenen import in_words
from meedoen.berichten.te_doen import to_be_done
from meedoen.dossier.models import Dossier
from meedoen.law.duo_events import duo_event
from meedoen.werkplek.bron import Bron, Rows, columns
from meedoen.werkplek.rows import in_short
from meedoen.werkplek.signaal import Consequence, Fase, Signaal

TE_DOEN = "duo_vraagt"


def _undecided(dossiers: QuerySet[Dossier], _on: date) -> Rows:
    """Notices that the worker could not process, of people in a dossier."""
    rows = Bericht.objects.filter(dossier__in=dossiers, stand=Stand.AAN_MENS)
    return columns(rows, "duo_beslissing", wat=F("gebeurtenis"), wie=F("waarom"))


def _asked(dossiers: QuerySet[Dossier], _on: date) -> Rows:
    """What notices ask of people, until it is done."""
    day = Cast(F("sinds"), TextField())
    told = Concat(F("gebeurtenis"), Value(" "), day, output_field=TextField())
    return columns(to_be_done(dossiers), TE_DOEN, wat=F("gebeurtenis"), wie=told)


def _label(code: str) -> str:
    return DutchText(duo_event(code).label)


def _todo(code: str) -> str:
    return DutchText(duo_event(code).todo)


def _since(told: str) -> str:
    """What DUO told and when, with the article."""
    code, _space, day = told.partition(" ")
    event = duo_event(code)
    words = {
        "wat": event.label,
        "dag": date_format(date.fromisoformat(day), "j F Y"),
        "artikel": in_short(event.article),
    }
    return _("DUO, %(dag)s: %(wat)s (%(artikel)s)") % words


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
    Bron(
        Signaal(
            TE_DOEN,
            lazy("Wat een bericht van DUO vraagt"),
            Fase.DUO,
            Consequence.RIGHT,
            "%(wat)s",
            term=False,
        ),
        _asked,
        lazy("Bekijk het bericht"),
        "berichten:bericht",
        "bericht",
        Recht.BERICHTEN_ZIEN,
        wat=_todo,
        waarom=_since,
        said_by=lambda code: duo_event(code).signalen,
        in_dossier=False,
    ),
    *MELDINGEN,
    *CONTACTEN,
)
