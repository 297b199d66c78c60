"""Letters for the tests of sending and of objections: proposed, signed, sent."""

from datetime import date
from typing import Any

from tests.dossier.makers import HIER, ON, Team, dossier_for, later, team

from meedoen.accounts.actions import Besluitrecht, give_mandate
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.besluiten import propose, send, sign
from meedoen.dossier.actions.circumstances import move
from meedoen.dossier.models import Adres, Besluit, Dossier

INVITATION = "uitnodiging_brede_intake"
INVITED: dict[str, Any] = {"dag": date(2026, 10, 1), "tijd": "10.00 uur", "plaats": "de balie"}
HOME = {"straat": "Dorpsstraat 1", "postcode": "9999 XX", "plaats": "Voorbeeldstad"}


def officials(*kinds: str) -> Team:
    """Officials, of whom klantmanager, jurist and teamleider may sign these kinds of letters."""
    made = team(HIER)
    for soort in kinds or (INVITATION,):
        for rol in (Rol.KLANTMANAGER, Rol.JURIST, Rol.TEAMLEIDER):
            give_mandate(HIER, Besluitrecht(rol, soort, "nr. 4"), van=date(2022, 1, 1))
    return made


def at_home(people: Team, naam: str = "Selam Tesfay") -> Dossier:
    """A dossier of somebody with an address."""
    dossier = dossier_for(people[Rol.KLANTMANAGER], naam)
    with as_actor(people[Rol.KLANTMANAGER]):
        move(dossier.pk, Adres.Soort.WOONADRES, HOME, on=ON, at=later(1))
    return dossier


def signed(people: Team, dossier: Dossier, *, minutes: int = 2) -> Besluit:
    """An invitation, signed, so many minutes after the usual moment."""
    with as_actor(people[Rol.KLANTMANAGER]):
        made = propose(dossier.pk, INVITATION, INVITED, on=ON, at=later(minutes))
        return sign(made.pk, on=ON, at=later(minutes))


def sent(people: Team, dossier: Dossier, kanaal: str = "post", *, minutes: int = 2) -> Besluit:
    """An invitation that went out on the usual day."""
    letter = signed(people, dossier, minutes=minutes)
    with as_actor(people[Rol.KLANTMANAGER]):
        return send(letter.pk, kanaal, on=ON, at=later(minutes))
