"""Somebody who lives here and must, with a finished choice, and a plan that is whole."""

from typing import Any

from tests.dossier.makers import HIER, ON, Team, dossier_for, later, team

from meedoen.accounts.actions import Besluitrecht, give_mandate
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.besluiten import send, sign
from meedoen.dossier.actions.circumstances import move
from meedoen.dossier.actions.diary import record
from meedoen.dossier.models import Adres, Besluit, Dossier
from meedoen.persoonlijk_plan.actions import Keuze, Oordeel, choose, judge
from meedoen.persoonlijk_plan.models import Plan
from meedoen.persoonlijk_plan.plan_actions import propose_plan, save_plan
from meedoen.rules.choices import Leerroute

KM, TL = Rol.KLANTMANAGER, Rol.TEAMLEIDER
BRIEVEN = ("vaststelling_pip", "vaststelling_pip_na_verhuizing", "wijziging_pip")
HELE: dict[str, Any] = {
    "niveau": "B1",
    "a2": [],
    "alfabetisering": False,
    "uren": 12,
    "uren_totaal": 600,
    "intensiteit": "In de ochtend",
    "begeleiding": "Uw klantmanager belt u elke maand.",
    "gesprekken": 4,
    "pvt": "Drie ochtenden in januari",
    "map": "Veertig uur, vanaf maart",
    "kind": False,
    "bijstand": False,
    "motivering": "U wilt in de zorg werken en leert snel.",
}


def planners(*rollen: Rol) -> Team:
    """Officials, of whom the klantmanager may sign every letter about a plan."""
    made = team(HIER, *rollen)
    for soort in BRIEVEN:
        right = Besluitrecht(KM, soort, "mandaatregister 2022, nr. 4")
        give_mandate(HIER, right, van=ON.replace(year=2022))
    return made


def ready(people: Team, *, doelgroep: str = "asielstatushouder", **told: Any) -> Dossier:
    """A dossier of who lives here; `told` instead of what is usual, by the name of the fact."""
    dossier = dossier_for(people[KM])
    here = {"gehuisvest": told.get("gehuisvest", True), "vestiging_in_gemeente_op": ON}
    duty = {"doelgroep": doelgroep} | ({} if told.get("zonder_dag") else {"plicht_begon_op": ON})
    permit = {"verblijfsrecht": told.get("verblijfsrecht", "asiel bepaalde tijd")}
    with as_actor(people[KM]):
        record(dossier.pk, "verblijf_besloten", permit, on=ON, at=later(1))
        record(dossier.pk, "kennisgeving_ontvangen", duty, on=ON, at=later(1))
        record(dossier.pk, "ingeschreven", here, on=ON, at=later(1))
        place = {"straat": "Dorpsstraat 1", "postcode": "9999 XX", "plaats": "Voorbeeldstad"}
        move(dossier.pk, Adres.Soort.WOONADRES, place, on=ON, at=later(1))
    return dossier


def chosen(
    people: Team, dossier: Dossier, route: Leerroute = Leerroute.B1_ROUTE, *, minutes: int = 2
) -> None:
    """A finished choice of this leerroute."""
    oordeel = Oordeel(
        route,
        "past",
        grote_kans_op_diploma=route is Leerroute.ONDERWIJSROUTE,
        redelijkerwijs_niet_in_staat=False,
    )
    with as_actor(people[KM]):
        row = judge(dossier.pk, oordeel, on=ON, at=later(minutes))
        choose(row.pk, Keuze(route), versie=row.versie, on=ON, at=later(minutes))


def written(people: Team, dossier: Dossier, *, minutes: int = 3, **changes: Any) -> Plan:
    """A draft that is whole, with changes."""
    with as_actor(people[KM]):
        return save_plan(dossier.pk, HELE | changes, versie=0, on=ON, at=later(minutes))


def proposed(people: Team, plan: Plan, reden: str = "", *, minutes: int = 4) -> Besluit:
    with as_actor(people[KM]):
        return propose_plan(plan.dossier_id, reden, versie=plan.versie, on=ON, at=later(minutes))


def sent(people: Team, besluit: Besluit, *, minutes: int = 5) -> Besluit:
    with as_actor(people[KM]):
        sign(besluit.pk, on=ON, at=later(minutes))
        return send(besluit.pk, "post", on=ON, at=later(minutes))
