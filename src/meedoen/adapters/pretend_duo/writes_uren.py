"""Hours that a municipality tells: totals that replace what was told (UREN-1)."""

from datetime import timedelta

from meedoen.adapters.pretend_duo.bodies import InstellingUrenBody, UrenBody, as_wire, read
from meedoen.adapters.pretend_duo.check_aanbod import faults_of_hours, faults_of_school
from meedoen.adapters.pretend_duo.persoon import Uren
from meedoen.adapters.pretend_duo.telling import Telling, refuse

NAMES = {
    "uren_intake": "TaallesEnKnmBredeIntake",
    "uren_activiteiten": "ParticipatieactiviteitenBredeIntake",
    "uren_taalles": "ParticipatieAlsTaalles",
}


def soort(name: str, telling: Telling) -> None:
    """One of the three totals; known until and with today."""
    body = read(UrenBody, telling.raw)
    uren = _of(telling)
    uren.soorten[NAMES[name]] = as_wire(body)
    uren.bekend_tot = telling.world.day + timedelta(days=1)


def instelling(telling: Telling) -> None:
    """Hours at one school."""
    body = read(InstellingUrenBody, telling.raw)
    persoon, world = telling.persoon, telling.world
    school = (telling.nummer, world.setting.instellingen)
    faults = faults_of_hours(body, persoon, nummer=telling.nummer, day=world.day)
    refuse([*faults_of_school(persoon, school), *faults])
    uren = _of(telling)
    uren.instellingen[telling.nummer] = as_wire(body)
    uren.bekend_tot = max(uren.bekend_tot, body.bekend_tot)


def _of(telling: Telling) -> Uren:
    return telling.persoon.uren.setdefault(telling.gemeente, Uren(telling.world.day))
