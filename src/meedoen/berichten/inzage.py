"""What inbox and outbox know of a person, for the copy of AVG 15."""

from datetime import datetime

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from meedoen.accounts.keys import UnsealError
from meedoen.berichten.contact_tables import Contactmelding
from meedoen.berichten.melding_inhoud import fields, opened
from meedoen.berichten.melding_tables import Melding
from meedoen.berichten.models import Bericht, Gedaan, Vraag
from meedoen.berichten.redenen import in_words
from meedoen.dossier.inzage_apps import Part, Told
from meedoen.dossier.models import Dossier
from meedoen.law.duo_events import duo_event
from meedoen.law.duo_meldingen import duo_meldingen


def part(dossier: Dossier, at: datetime) -> Part:
    """Until this moment every notice, what was done with it, and what DUO was asked and told."""
    told = Bericht.objects.filter(dossier=dossier, ontvangen_at__lte=at).order_by("pk")
    asked = Vraag.objects.filter(dossier=dossier, gevraagd_at__lte=at).order_by("pk")
    done = Gedaan.objects.filter(dossier=dossier, vastgelegd_at__lte=at).select_related("bericht")
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
    rows += [_marked(each) for each in done.order_by("pk")]
    rows += [_message(each) for each in _messages(dossier, at)]
    rows += [_contact(each) for each in _contacts(dossier, at)]
    kept = [[each for each in row if each["waarde"]] for row in rows]
    return {
        "naam": "berichten",
        "kop": _("Berichten van DUO, vragen en meldingen aan DUO"),
        "regels": kept,
    }


def _marked(each: Gedaan) -> list[Told]:
    """That somebody did what a notice asks, or that it was not done after all."""
    asked = duo_event(each.bericht.gebeurtenis).todo
    return [
        _told(_("Een bericht van DUO vroeg iets van ons"), asked),
        _told(_("Hoe het staat"), _("gedaan") if each.gedaan else _("toch niet gedaan")),
        _told(_("Op"), _moment(each.vastgelegd_at)),
        _told(_("Toelichting"), each.toelichting),
    ]


def _messages(dossier: Dossier, at: datetime) -> list[Melding]:
    return list(Melding.objects.filter(dossier=dossier, gemaakt_at__lte=at).order_by("pk"))


def _message(each: Melding) -> list[Told]:
    """A message with what was sent, word for word; what does not open is told as not readable."""
    try:
        sent = opened(each)
    except UnsealError:
        return [_told(_("Wij melden aan DUO"), _("Dit is niet meer te lezen."))]
    words = [] if sent is None else [(label, told) for _n, label, told in fields(sent.pip)]
    return [
        _told(_("Wij melden aan DUO"), duo_meldingen().label(each.soort)),
        *(_told(label, told) for label, told in words),
        _told(_("Hoe ver het is"), str(each.get_stand_display())),
        _told(_("Waarom"), " ".join([in_words(each.waarom), *each.redenen]).strip()),
    ]


def _contacts(dossier: Dossier, at: datetime) -> list[Contactmelding]:
    rows = Contactmelding.objects.filter(dossier=dossier, gemaakt_at__lte=at)
    return list(rows.order_by("pk"))


def _contact(each: Contactmelding) -> list[Told]:
    """That DUO was told who the contactpersoon of the person is."""
    return [
        _told(_("Wij melden aan DUO"), str(each.get_soort_display())),
        _told(_("Naam"), each.naam),
        _told(_("Hoe ver het is"), str(each.get_stand_display())),
        _told(_("Op"), _moment(each.gemaakt_at)),
    ]


def _told(wat: str, waarde: str) -> Told:
    return {"wat": wat, "waarde": waarde, "grond": ""}


def _count(vraag: Vraag) -> str:
    if vraag.antwoord_at is None:
        return _("DUO heeft nog niet geantwoord.")
    return _("Aantal nieuwe gegevens: %(aantal)s") % {"aantal": vraag.nieuw}


def _moment(at: datetime) -> str:
    """On our clock, as the rest of the page."""
    return f"{localtime(at):%d-%m-%Y %H:%M}"
