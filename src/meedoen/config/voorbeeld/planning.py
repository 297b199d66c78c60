"""What happens with a plan in a story: its leerroute is chosen, a colleague looks, it is made."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from meedoen.persoonlijk_plan.actions import OPEN, Keuze, Oordeel, choose, judge, look_along
from meedoen.persoonlijk_plan.inhoud import GESCHREVEN
from meedoen.persoonlijk_plan.models import Leerroutekeuze
from meedoen.persoonlijk_plan.plan_actions import propose_plan, save_plan
from meedoen.rules.choices import Leerroute

if TYPE_CHECKING:
    from meedoen.config.voorbeeld.happenings import Archive, Moment
    from meedoen.config.voorbeeld.life import Life


def choose_route(archive: "Archive", life: "Life", moment: "Moment") -> None:
    """An own judgement, and the choice that follows from it."""
    told = moment.told
    route, reden = Leerroute(told["leerroute"]), told["reden"]
    norms = {name: told[name] for name in OPEN if name in told}
    oordeel = Oordeel(route, reden, **norms)
    made = judge(archive.dossiers[life.key], oordeel, on=moment.on, at=moment.at)
    keuze = Keuze(route, reden, told.get("antwoord", ""))
    choose(made.pk, keuze, versie=made.versie, on=moment.on, at=moment.at)


def second_look(archive: "Archive", life: "Life", moment: "Moment") -> None:
    """A colleague agrees with the choice."""
    row = Leerroutekeuze.objects.filter(dossier=archive.dossiers[life.key]).latest("ronde")
    seen, reden = row.versie, moment.told.get("reden", "")
    look_along(row.pk, eens=True, reden=reden, versie=seen, on=moment.on, at=moment.at)


def make_plan(archive: "Archive", life: "Life", moment: "Moment") -> None:
    """The draft and its proposal; signing and sending are told apart."""
    pk, told = archive.dossiers[life.key], moment.told
    parts = {name: told[name] for name in (*GESCHREVEN, "kinderen") if name in told}
    plan = save_plan(pk, parts, versie=0, on=moment.on, at=moment.at)
    reden = told.get("reden", "")
    made = propose_plan(pk, reden, versie=plan.versie, on=moment.on, at=moment.at)
    archive.besluiten[life.key] = made.pk


PLANNEN: dict[str, Callable[["Archive", "Life", "Moment"], None]] = {
    "leerroute_keuze": choose_route,
    "tweede_blik": second_look,
    "plan": make_plan,
}
