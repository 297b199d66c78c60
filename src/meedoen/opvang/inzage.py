"""What opvang knows of somebody, for the copy of AVG 15. Only of the person, not of officials."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from meedoen.dossier.inzage_apps import Part, Told
from meedoen.dossier.models import Dossier
from meedoen.opvang.actions.arrival import in_words
from meedoen.opvang.models import Driegesprek, Klantprofiel, Nareis, Voorbereiding, Woning


def part(dossier: Dossier, at: datetime) -> Part:
    """Every row about the person that was there at a moment."""
    rows = (
        list(each(row))
        for table, each in PARTS
        for row in table.objects.filter(dossier=dossier, gemaakt_at__lte=at).order_by("pk")
    )
    regels = [
        [Told(wat=str(what), waarde=_plain(value), grond="") for what, value in row] for row in rows
    ]
    return Part(naam="opvang", kop=_("Uw komst naar de gemeente"), regels=regels)


def _plain(value: Any) -> str:
    if value is None or value == "":
        return _("onbekend")
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    return value.isoformat() if isinstance(value, date) else str(value)


Rows = Iterator[tuple[str, Any]]


def _profile(row: Klantprofiel) -> Rows:
    yield _("Klantprofiel ontvangen op"), row.ontvangen_op
    yield _("Gemaakt door het COA op"), row.opgemaakt_op
    yield _("Woonde in"), row.opvanglocatie
    yield _("Mensen in het gezin"), row.gezinsgrootte


def _preparation(row: Voorbereiding) -> Rows:
    yield _("Voorbereiding, stand op"), row.stand_op
    yield _("Hoe het stond"), in_words(row)


def _talk(row: Driegesprek) -> Rows:
    yield _("Gesprek met het COA en de gemeente op"), row.gevoerd_op
    yield _("Waar"), row.get_hoe_display()
    yield _("Wat er is afgesproken"), row.afspraken


def _house(row: Woning) -> Rows:
    yield _("Woning"), f"{row.straat}, {row.postcode} {row.plaats}"
    yield _("Aangeboden op"), row.aangeboden_op
    yield _("Hoe het staat"), row.get_stand_display()
    yield _("Sleutel op"), row.sleutel_op


def _family(row: Nareis) -> Rows:
    yield _("Gezin dat later komt"), f"{row.aantal}: {row.get_wie_display()}"
    yield _("Hoe het staat"), row.get_stand_display()
    yield _("Verwacht op"), row.verwacht_op


PARTS: tuple[tuple[Any, Any], ...] = (
    (Klantprofiel, _profile),
    (Voorbereiding, _preparation),
    (Driegesprek, _talk),
    (Woning, _house),
    (Nareis, _family),
)
