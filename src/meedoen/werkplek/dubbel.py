"""Work of two dossiers that may be of one person: somebody looks, and says which it is."""

from collections.abc import Collection
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import current_actor
from meedoen.dossier.doubles import doubles_in
from meedoen.dossier.models import Dossier, Samenvoeging
from meedoen.werkplek.bron import Bron, Rows, columns
from meedoen.werkplek.item import Item
from meedoen.werkplek.signaal import Consequence, Fase, Signaal, Stap

DUBBEL = Signaal(
    "lijkt_op",
    lazy("Misschien twee dossiers van één persoon"),
    Fase.OPVANG,
    Consequence.RIGHT,
    lazy("Dit lijkt dezelfde persoon als in een ander dossier"),
    term=False,
)


def _merges(dossiers: QuerySet[Dossier], _on: date) -> Rows:
    """Two dossiers of one person, proposed to become one: with the dossier that would close."""
    rows = Samenvoeging.objects.filter(dossier__in=dossiers, goedgekeurd__isnull=True)
    return columns(rows, "samenvoeging")


SAMENVOEGEN = Bron(
    Signaal(
        "samenvoeging",
        lazy("Twee dossiers van één persoon: bevestigen"),
        Fase.OPVANG,
        Consequence.RIGHT,
        lazy("Voorgesteld om twee dossiers samen te voegen"),
        term=False,
    ),
    _merges,
    lazy("Kijk en bevestig"),
    "dossier:samenvoeging",
    "samenvoeging",
    Recht.SAMENVOEGEN_BEVESTIGEN,
)


def items_of_doubles(dossiers: Collection[int], *, on: date) -> list[Item]:
    """What there is to look at in these dossiers (ids): of each two once, both in sight.

    Who the other is, the page of the person tells: there the access log knows of both.
    """
    stap = Stap(lazy("Kijk of het één persoon is"), "dossier:persoon")
    why = _("de naam klinkt hetzelfde, en de geboortedatum kan dezelfde zijn")
    return [
        Item(dossier=dossier, signaal=DUBBEL, stap=stap, waarom=why)
        for dossier in doubles_in(dossiers, current_actor(), on=on)
    ]
