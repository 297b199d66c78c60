"""Officials with a work number, dossiers of people with a duty, and a pretend DUO beside them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.berichten.melding_scene import DUTY, FIRST_ROUND, SETTLED, Beside, say
from tests.dossier.makers import HIER, ON, Team, dossier_for
from tests.pretend_duo.invented import BSN, town

from meedoen.accounts.actions import add_medewerker, grant_role
from meedoen.accounts.actor import Actor
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.accounts.werkcontact.actions import record_own_number
from meedoen.adapters.duo_tells import DuoTells
from meedoen.berichten import contact_round
from meedoen.berichten.asking import duo_actor
from meedoen.berichten.contact_round import tell_contacts
from meedoen.berichten.contact_tables import Contactmelding
from meedoen.dossier.actions.people import hand_over
from meedoen.dossier.models import Dossier
from meedoen.rules.choices import Doelgroep

KM = Rol.KLANTMANAGER
NUMBER = "020 123 45 67"


def beside_contacts(monkeypatch: pytest.MonkeyPatch) -> Beside:
    """A DUO that knows one person of this municipality, with a duty."""
    found = Beside(town((100, "vestiging", {}), (90, "plicht", {}), day=ON))
    monkeypatch.setattr(contact_round, "duo_tells_of", lambda _: DuoTells(found.line))
    return found


def with_duty(people: Team, bsn: str = BSN) -> Dossier:
    """A dossier of the person whom that DUO knows, in the caseload of the klantmanager."""
    dossier = dossier_for(people[KM], bsn=bsn)
    duty = {"doelgroep": Doelgroep.ASIELSTATUSHOUDER}
    say(people, dossier, "doelgroep_vastgesteld", duty, on=SETTLED)
    say(people, dossier, "kennisgeving_ontvangen", {"plicht_begon_op": DUTY}, on=DUTY)
    return dossier


def another(naam: str, *, number: str = NUMBER) -> Actor:
    """One more klantmanager, with a work number or (an empty one) without."""
    who = add_medewerker(f"{naam.replace(' ', '.').lower()}@example.org", naam)
    grant_role(who, KM, HIER, van=date(2022, 1, 1))
    actor = Actor(who.pk, who.naam, KM, (HIER,))
    if number:
        record_own_number(actor, number, at=FIRST_ROUND)
    return actor


def reach(actor: Actor, number: str = NUMBER) -> None:
    record_own_number(actor, number, at=FIRST_ROUND)


def give(people: Team, dossier: Dossier, to: Actor | None) -> None:
    """The dossier goes to another klantmanager, or to nobody."""
    with as_actor(people[Rol.TEAMLEIDER]):
        at = Dossier.objects.get(pk=dossier.pk).laatste_at or FIRST_ROUND
        hand_over(dossier.pk, None if to is None else to.medewerker_id, on=ON, at=at)


def tell(minutes: float = 0) -> int:
    """Rounds of the worker until nothing is due, so many minutes after the first."""
    done, at = 0, FIRST_ROUND + timedelta(minutes=minutes)
    while ended := tell_contacts(HIER, on=ON, at=at):
        done += ended
    return done


def rows() -> list[Contactmelding]:
    with as_actor(duo_actor(HIER)):
        return list(Contactmelding.objects.select_related("contactpersoon").order_by("pk"))


def states() -> list[str]:
    """Of each message what it says, how far it is, and why."""
    return [f"{each.soort} {each.stand} {each.waarom}".strip() for each in rows()]


def at_duo(duo: Beside) -> str | None:
    """The name of the contactpersoon whom DUO has for the person."""
    found = duo.place.person.contactpersoon
    return None if found is None else str(duo.place.world.contactpersonen[found].velden["naam"])


def names(duo: Beside) -> list[str]:
    """Every contactpersoon whom DUO has."""
    return sorted(str(each.velden["naam"]) for each in duo.place.world.contactpersonen.values())
