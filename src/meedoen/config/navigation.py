"""The menu: the places that somebody can reach, under the nine processes of the municipal work.

The nine are those of AEF, "Veldonderzoek kosten nieuw inburgeringsstelsel" (2019), in the words of
the people who do the work. A place that is not built is not shown, nor is a process without one.
"""

from typing import Any, NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from meedoen.accounts.roles import Recht
from meedoen.config.addresses import url


class Proces(TextChoices):
    """A process of the work, in the order of the study; its label is the heading in the menu."""

    INTAKE = "intake", _("Intake en plan")
    VOORTGANG = "voortgang", _("Voortgang en handhaving")
    AANBOD = "aanbod", _("Lessen en scholen")
    ONTZORGEN = "ontzorgen", _("Ontzorgen")
    PVT = "pvt", _("Participatieverklaring")
    MAP = "map", _("Werk en MAP")
    BEGELEIDING = "begeleiding", _("Maatschappelijke begeleiding")
    BELEID = "beleid", _("Beleid en controle")
    BEHEER = "beheer", _("Beheer")


class Place(NamedTuple):
    """A page that the menu leads to: who has one of the rights sees it, or all where it has none.

    `g` and `key` go there.
    """

    label: Any
    name: str
    key: str
    rechten: frozenset[Recht]
    proces: Proces | None = None  # None: for all the work, on top


class Link(NamedTuple):
    """A place as the menu shows it. `current`: "page" here, "true" on a page beneath it, or ""."""

    label: str
    href: str
    key: str
    current: str


class Group(NamedTuple):
    """Links under one heading; the heading of what belongs to all the work is empty."""

    title: str
    links: tuple[Link, ...]


PLACES = (
    Place(_("Werklijst"), "werkplek:werklijst", "w", frozenset({Recht.DOSSIERS_ZIEN})),
    Place(_("Kalender"), "werkplek:kalender", "a", frozenset({Recht.DOSSIERS_ZIEN})),
    Place(_("Dossiers"), "dossier:lijst", "d", frozenset({Recht.DOSSIERS_ZIEN})),
    Place(_("Wie komt er"), "opvang:bord", "f", frozenset({Recht.KOMST_ZIEN})),
    Place(_("Team"), "werkplek:team", "t", frozenset({Recht.TEAM_ZIEN})),
    Place(_("Vervanging"), "vervanging:lijst", "e", frozenset({Recht.VERVANGING_REGELEN})),
    Place(_("Mijn gegevens"), "werkcontact", "3", frozenset({Recht.BERICHTEN_ZIEN})),
    Place(_("Post"), "dossier:post", "p", frozenset({Recht.POST_VERWERKEN})),
    Place(
        _("Nieuw dossier"),
        "dossier:nieuw",
        "n",
        frozenset({Recht.DOSSIER_OPENEN}),
        Proces.INTAKE,
    ),
    Place(
        _("Klantprofielen van het COA"),
        "opvang:bestand",
        "c",
        frozenset({Recht.DOSSIER_OPENEN}),
        Proces.INTAKE,
    ),
    Place(
        _("Bericht uit een bestand"),
        "dossier:bericht",
        "b",
        frozenset({Recht.DOSSIER_OPENEN}),
        Proces.INTAKE,
    ),
    Place(
        _("Keuzes van leerroutes"),
        "plan:keuzes",
        "q",
        frozenset({Recht.TEAM_ZIEN}),
        Proces.INTAKE,
    ),
    Place(
        _("Berichten van DUO"),
        "berichten:lijst",
        "m",
        frozenset({Recht.BERICHTEN_ZIEN}),
        Proces.VOORTGANG,
    ),
    Place(
        _("Bezwaren"),
        "dossier:bezwaren",
        "z",
        frozenset({Recht.BEZWAAR_BEHANDELEN}),
        Proces.VOORTGANG,
    ),
    Place(
        _("Invullen van de intake"),
        "intake:spreiding",
        "y",
        frozenset({Recht.SPREIDING_ZIEN}),
        Proces.BELEID,
    ),
    Place(
        _("Doorlopende lijn"),
        "werkplek:doorlooptijd",
        "1",
        frozenset({Recht.DOORLOOPTIJD_ZIEN}),
        Proces.BELEID,
    ),
    Place(
        _("Mannen en vrouwen"),
        "plan:gelijk",
        "5",
        frozenset({Recht.DOORLOOPTIJD_ZIEN}),
        Proces.BELEID,
    ),
    Place(_("Regelboek"), "regelboek", "l", frozenset(), Proces.BELEID),
    Place(
        _("Wie keek"),
        "logboek:dag",
        "k",
        frozenset({Recht.TOEGANG_NAZIEN}),
        Proces.BELEID,
    ),
    Place(
        _("Vernietigingen"),
        "dossier:vernietigingen",
        "v",
        frozenset({Recht.VERNIETIGING_VOORSTELLEN, Recht.VERNIETIGING_GOEDKEUREN}),
        Proces.BEHEER,
    ),
    Place(
        _("Intrekkingen"),
        "dossier:intrekkingen",
        "i",
        frozenset({Recht.INTREKKING_VOORSTELLEN, Recht.INTREKKING_GOEDKEUREN}),
        Proces.BEHEER,
    ),
    Place(
        _("Rechten"),
        "rechten:lijst",
        "r",
        frozenset({Recht.RECHTEN_BEHEREN, Recht.TOEGANG_NAZIEN}),
        Proces.BEHEER,
    ),
    Place(
        _("Uitnodigingen"),
        "uitnodigingen",
        "u",
        frozenset({Recht.RECHTEN_BEHEREN}),
        Proces.BEHEER,
    ),
    Place(
        _("Verbinding met DUO"),
        "berichten:verbinding",
        "o",
        frozenset({Recht.BERICHTEN_ZIEN, Recht.VERBINDING_BEHEREN}),
        Proces.BEHEER,
    ),
    Place(
        _("Nummer van het team"),
        "werkcontact_team",
        "4",
        frozenset({Recht.VERBINDING_BEHEREN}),
        Proces.BEHEER,
    ),
    Place(
        _("Beeld van het team"),
        "teambeeld",
        "j",
        frozenset({Recht.TEAMBEELD_KIEZEN}),
        Proces.BEHEER,
    ),
    Place(
        _("Spreiding van de intake"),
        "intake:spreiding_keuze",
        "2",
        frozenset({Recht.TEAMBEELD_KIEZEN}),
        Proces.BEHEER,
    ),
    Place(
        _("Huisstijl"),
        "accounts:huisstijl",
        "h",
        frozenset({Recht.HUISSTIJL_KIEZEN}),
        Proces.BEHEER,
    ),
    Place(
        _("Teksten in brieven"),
        "brieven:teksten",
        "x",
        frozenset({Recht.TEKSTEN_BEHEREN, Recht.TEKSTEN_VASTSTELLEN}),
        Proces.BEHEER,
    ),
    Place(
        _("Afzender van brieven"),
        "brieven:afzender",
        "s",
        frozenset({Recht.TEKSTEN_BEHEREN, Recht.TEKSTEN_VASTSTELLEN}),
        Proces.BEHEER,
    ),
)


def menu(request: Any) -> list[Group]:
    """The groups of the menu for the role in which somebody works; no query."""
    may = request.actor.may
    allowed = [each for each in PLACES if not each.rechten or any(map(may, each.rechten))]
    addresses = {each: url(each.name) for each in allowed}
    here = _nearest(request.path, list(addresses.values()))
    groups = []
    for proces in (None, *Proces):
        links = tuple(
            Link(str(each.label), href, each.key, _current(request.path, href, here))
            for each, href in addresses.items()
            if each.proces is proces
        )
        if links:
            groups.append(Group(str(proces.label) if proces else "", links))
    return groups


def _nearest(path: str, addresses: list[str]) -> str:
    """The address that a page lies at or beneath; the beginning has nothing beneath it."""
    above = [each for each in addresses if path == each or (each != "/" and path.startswith(each))]
    return max(above, key=len, default="")


def _current(path: str, href: str, here: str) -> str:
    if href != here:
        return ""
    return "page" if path == href else "true"
