"""What the inbox knows of a person, for the copy of AVG 15."""

from datetime import datetime

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from meedoen.berichten.models import Bericht, Vraag
from meedoen.berichten.redenen import in_words
from meedoen.dossier.inzage_apps import Part, Told
from meedoen.dossier.models import Dossier
from meedoen.law.duo_events import duo_event


def part(dossier: Dossier, at: datetime) -> Part:
    """Every notice about the person until this moment, and every time that DUO was asked."""
    told = Bericht.objects.filter(dossier=dossier, ontvangen_at__lte=at).order_by("pk")
    asked = Vraag.objects.filter(dossier=dossier, gevraagd_at__lte=at).order_by("pk")
    rows = [
        [
            _told(_("DUO stuurde een bericht"), _moment(each.ontvangen_at)),
            _told(_("Waarover"), duo_event(each.gebeurtenis).label),
            _told(_("Wat ermee gebeurde"), str(each.get_stand_display())),
            _told(_("Waarom"), in_words(each.waarom)),
        ]
        for each in told
    ]
    rows += [
        [
            _told(_("Wij vroegen DUO naar u"), _moment(each.gevraagd_at)),
            _told(_("Wat DUO antwoordde"), in_words(each.uitkomst) or _count(each)),
        ]
        for each in asked
    ]
    kept = [[each for each in row if each["waarde"]] for row in rows]
    return {"naam": "berichten", "kop": _("Berichten van DUO en vragen aan DUO"), "regels": kept}


def _told(wat: str, waarde: str) -> Told:
    return {"wat": wat, "waarde": waarde, "grond": ""}


def _count(vraag: Vraag) -> str:
    if vraag.antwoord_at is None:
        return _("DUO heeft nog niet geantwoord.")
    return _("Aantal nieuwe gegevens: %(aantal)s") % {"aantal": vraag.nieuw}


def _moment(at: datetime) -> str:
    """On our clock, as the rest of the page."""
    return f"{localtime(at):%d-%m-%Y %H:%M}"
