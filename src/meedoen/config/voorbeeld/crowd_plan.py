"""How somebody of the crowd gets a PIP: on the screens of today, or in the system before."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from meedoen.config.voorbeeld.accounts import PLAN
from meedoen.config.voorbeeld.course import LETTERS_SINCE, Course, sign_and_send
from meedoen.config.voorbeeld.days import days_after, working_day
from meedoen.rules.choices import Doelgroep, Leerroute, Niveau

ROUTES = {
    Doelgroep.ASIELSTATUSHOUDER: (0.58, 0.14, 0.28),
    Doelgroep.GEZINS_OF_OVERIGE_MIGRANT: (0.85, 0.05, 0.10),
}  # B1-route, onderwijsroute, zelfredzaamheidsroute
WRITTEN = (
    "leerroute_vastgesteld", "begeleiding_vastgesteld", "intensiteit_pvt_vastgesteld",
    "intensiteit_map_vastgesteld", "gesprekken_vastgesteld",
)  # fmt: skip


class Chosen(NamedTuple):
    """The leerroute, and whether there is a child that may go to voor- of vroegschool."""

    route: Leerroute
    child: bool


def choose_route(course: Course, plan: date) -> Chosen:
    """The judgement of the klantmanager about the leerroute, some days before the PIP."""
    route = course.rng.choices(list(Leerroute), ROUTES[course.group])[0]
    study, cannot = route is Leerroute.ONDERWIJSROUTE, route is Leerroute.ZELFREDZAAMHEIDSROUTE
    day = working_day(days_after(plan, -course.rng.randint(2, 8)))
    child = course.chance(0.2)
    wishes = {"kind_voor_vve": child, "wil_opleiding": study or course.chance(0.1)}
    if child or study:
        course.detail(day, "intake_aangevuld", wishes)
    judged = {"grote_kans_op_diploma": study, "redelijkerwijs_niet_in_staat": cannot}
    if plan >= LETTERS_SINCE:
        _choose(course, day, route, judged=judged)
    else:
        _as_it_was_kept(course, day, plan, judged=judged, child=child)
    return Chosen(route, child)


def _choose(course: Course, day: date, route: Leerroute, *, judged: Mapping[str, bool]) -> None:
    told = {"leerroute": route.value, "reden": WHY[route], "antwoord": ANSWER[route], **judged}
    for _draw in range(2):  # the same draws as ever, so that the town keeps its people
        course.chance(1)
    course.tell(day, "leerroute_keuze", told)
    if route is Leerroute.ZELFREDZAAMHEIDSROUTE:
        course.tell(day, "tweede_blik", by=course.signs)


def _as_it_was_kept(
    course: Course, day: date, plan: date, *, judged: dict[str, bool], child: bool
) -> None:
    if judged["redelijkerwijs_niet_in_staat"]:
        judged |= {"afwijking_gemotiveerd": True, "tweede_blik_gedaan": True}
    course.detail(day, "leerroute_beoordeeld", judged)
    written = dict.fromkeys(WRITTEN, True)
    written["intensiteit_leerroute_vastgesteld"] = course.is_refugee
    written |= {"vve_vastgesteld": True} if child else {}
    course.detail(working_day(days_after(plan, -1)), "plan_opgesteld", written)


def fix_plan(course: Course, plan: date, chosen: Chosen) -> None:
    """The PIP itself: made and sent, or from the system before; then DUO fixes the term."""
    route = chosen.route
    exam = route is not Leerroute.ZELFREDZAAMHEIDSROUTE
    if plan >= LETTERS_SINCE:
        course.tell(working_day(days_after(plan, -1)), "plan", _parts(course, chosen))
        sign_and_send(course, PLAN, day=plan)
    else:
        told: dict[str, Any] = {"leerroute": route}
        told |= {"niveau_in_pip": Niveau.B1} if exam else {}
        told |= {} if exam else {"alfabetisering_in_pip": course.chance(0.6)}
        course.tell(plan, "eerste_pip_vastgesteld", told)
        # told in every dossier, as the offer is: else the work list asks for years who got a plan
        course.chance(1)  # the same draws as ever
        course.tell(plan, "pip_bekendgemaakt")
    ends = _years_after(days_after(plan, 1), 3)
    term = {"soort_termijn": "termijn van drie jaar", "einde_huidige_termijn": ends}
    course.tell(course.later(plan, 9, 25), "termijn_vastgesteld", term, lag=2)


def _parts(course: Course, chosen: Chosen) -> dict[str, Any]:
    hours = course.rng.choice((9, 10, 12, 15))
    told: dict[str, Any] = {
        "reden": "Wat er nog niet in staat, komt in het eerste gesprek over het plan.",
        "alfabetisering": False,
        "begeleiding": "Uw klantmanager belt u elke maand en spreekt u elk half jaar.",
        "pvt": "Vier ochtenden in het buurthuis, en een bezoek aan de gemeenteraad.",
        "gesprekken": course.rng.choice((2, 3, 4)),
        "kind": chosen.child,
        "vve": "Uw kind gaat vier ochtenden naar de voorschool." if chosen.child else "",
        "motivering": REASONS[chosen.route],
    }
    if chosen.route is not Leerroute.ZELFREDZAAMHEIDSROUTE:
        told["niveau"] = Niveau.B1.value
    if course.is_refugee:
        told |= {"uren": hours, "intensiteit": "In de ochtend"}
    if chosen.route is not Leerroute.ONDERWIJSROUTE:
        told["map"] = "Veertig uur, met een proefplaatsing bij een bedrijf in de buurt."
    return told


WHY = {
    Leerroute.B1_ROUTE: "Wil werken en leert snel genoeg.",
    Leerroute.ONDERWIJSROUTE: "Wil een opleiding doen, en de kans is groot dat het lukt.",
    Leerroute.ZELFREDZAAMHEIDSROUTE: "Haalt het examen in deze tijd niet, ook niet op A2.",
}
ANSWER = {
    Leerroute.B1_ROUTE: "U wilt nu werken. De onderwijsroute kan later nog.",
    Leerroute.ONDERWIJSROUTE: "U wilt een opleiding doen. De onderwijsroute past bij u.",
    Leerroute.ZELFREDZAAMHEIDSROUTE: "De onderwijsroute past nu niet: de stap is te groot.",
}
REASONS = {
    Leerroute.B1_ROUTE: "U wilt werken en u leert snel. De uitslag van de toets past hierbij.",
    Leerroute.ONDERWIJSROUTE: "U wilt een opleiding doen. De kans is groot dat u die haalt.",
    Leerroute.ZELFREDZAAMHEIDSROUTE: "U leert het best door te doen. Daarom oefent u in de wijk.",
}


def _years_after(day: date, years: int) -> date:
    leap = day.month == 2 and day.day == 29
    return day.replace(year=day.year + years, day=28 if leap else day.day)
