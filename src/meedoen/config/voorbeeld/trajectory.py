"""What happens after the PIP: offer, lessons, PVT, MAP, exams, and the end of the duty."""

from datetime import date
from typing import Any

from meedoen.config.voorbeeld.course import MONTH, Course
from meedoen.config.voorbeeld.days import days_after
from meedoen.rules.choices import Leerroute

LESSONS_EVERY = 330  # days between two reports of the school
MOST_HOURS = 800
CHATS = (
    ("telefoon", "Belde over de lestijden. Het past nu bij het werk."),
    ("aan de balie", "Bracht het rooster van de taalschool langs."),
    ("telefoon", "Vroeg wanneer het gesprek over de voortgang is."),
    ("e-mail", "Stuurde het bewijs van inschrijving bij de taalschool."),
    ("op school", "Sprak in de pauze over een stage bij een bakker."),
    ("telefoon", "Gaf door dat de fiets nog niet is geregeld."),
    ("thuis", "Keek samen naar de brief van DUO en legde hem uit."),
)


def follow(course: Course, plan: date, route: Leerroute) -> None:
    """Everything after the plan; what lies after today drops out by itself."""
    starts = _offer(course, plan)
    if route is Leerroute.ONDERWIJSROUTE and course.is_refugee:
        course.tell(starts, "start_taalschakeltraject_gemeld", {"kon_starten": True})
    _lessons(course, starts, route)
    _participation(course, plan, route)
    for _ in range(course.rng.choice((0, 0, 1, 1))):
        how, words = course.rng.choice(CHATS)
        told = {"hoe": how, "met_wie": "de inburgeraar", "notitie": words}
        course.tell(course.later(plan, 20, 900), "contact", told)
    course.detail(course.later(plan, 150, 210), "voortgangsgesprek_gevoerd")
    done = course.later(plan, 20 * MONTH, 37 * MONTH)
    {
        Leerroute.B1_ROUTE: _exams,
        Leerroute.ONDERWIJSROUTE: _bridge,
        Leerroute.ZELFREDZAAMHEIDSROUTE: _self_reliance,
    }[route](course, plan, done)


def _offer(course: Course, plan: date) -> date:
    """The offer and the school, for whom the municipality pays; the day on which lessons begin."""
    if not course.is_refugee:
        if course.chance(0.3):
            asked = course.later(plan, 10, 60)
            told = {"leendoel": "cursus inburgering of Nederlands"}
            course.tell(asked, "lening_gevraagd", told, lag=8)
            course.tell(course.later(asked, 20, 50), "lening_verstrekt", lag=4)
        return course.later(plan, 30, 120)
    # one in twelve waits longer than the three months of Ri 4.1:1g
    offered = course.later(plan, 100, 170) if course.chance(0.08) else course.later(plan, 5, 70)
    # told in every dossier: lessons follow from it, and without it a work list asks where it is
    course.chance(1)  # the same draws as ever, so that the town keeps its people
    course.tell(offered, "aanbod_gedaan")
    return course.later(offered, 10, 40)


def _lessons(course: Course, starts: date, route: Leerroute) -> None:
    per_day = course.rng.uniform(0.75, 1.25)  # five to nine hours a week, holidays included
    for number in range(1, 5):
        day = course.later(days_after(starts, LESSONS_EVERY * number), -20, 20)
        hours = min(round(per_day * (day - starts).days), MOST_HOURS)
        told: dict[str, Any] = {"cursusuren": hours, "cursusuren_nt2": round(hours * 0.9)}
        if route is Leerroute.ONDERWIJSROUTE:
            told = {"cursusuren_taalschakeltraject": hours}
        course.tell(day, "lessen_gevolgd", told, lag=5)


def _participation(course: Course, plan: date, route: Leerroute) -> None:
    pvt = course.later(plan, 4 * MONTH, 13 * MONTH)
    hours = {"pvt_uren": course.rng.randint(12, 16), "pvt_activiteiten": 1}
    course.detail(pvt, "pvt_gevolgd", hours | {"aanwezigheid_geregistreerd": True})
    signed = {"verklaring_daar_getekend": True, "ondertekening_geregistreerd": True}
    course.detail(pvt, "participatieverklaring_getekend", signed)
    course.tell(pvt, "pvt_afgerond")
    if route is Leerroute.ONDERWIJSROUTE:
        return
    begun = course.later(plan, 12 * MONTH, 19 * MONTH)
    whole = {"map_uren": 60, "map_praktijkuren": 44, "map_themas": 8}
    ended = course.later(begun, 60, 150)
    course.detail(ended, "map_gevolgd", whole)
    course.detail(ended, "map_eindgesprek_gevoerd")
    course.tell(ended, "map_afgerond")


def _exams(course: Course, plan: date, done: date) -> None:
    first = course.later(plan, 13 * MONTH, 22 * MONTH)
    told = {"lezen_behaald": "B1", "luisteren_behaald": "B1", "taalexamens_behaald": 2}
    course.tell(first, "examen_behaald", told, lag=6)
    last = max(done, days_after(first, 40))
    told = {"schrijven_behaald": "B1", "spreken_behaald": "B1", "taalexamens_behaald": 4}
    course.tell(last, "examen_behaald", told | {"knm_behaald": True}, lag=6)
    course.tell(last, "inburgeringsexamen_behaald", {"leerroute_behaald": True}, lag=8)
    course.tell(last, "voldaan", lag=9)


def _bridge(course: Course, plan: date, done: date) -> None:
    course.tell(course.later(plan, 60, 120), "taalschakeltraject_gemeld", _stage("volgt het nog"))
    course.tell(done, "taalschakeltraject_gemeld", _stage("afgerond en behaald"), lag=5)
    course.tell(done, "examen_behaald", {"knm_behaald": True}, lag=6)
    course.tell(done, "leerroute_behaald", lag=7)
    course.tell(done, "voldaan", {"leerroute_behaald": True}, lag=8)


def _stage(word: str) -> dict[str, str]:
    return {"taalschakelstand": word}


def _self_reliance(course: Course, plan: date, done: date) -> None:
    if course.is_refugee:
        for months, hours in ((9, 210), (18, 470), (26, 730)):
            told = {"participatie_uren": hours + course.rng.randint(-30, 60)}
            told |= {"nederlandstalige_omgeving": True, "niet_in_isolement": True}
            course.tell(
                course.later(plan, months * MONTH, (months + 1) * MONTH),
                "participatie_gevolgd",
                told,
            )
        course.tell(done, "participatie_gevolgd", {"participatie_uren": 800})
    course.tell(done, "lessen_gevolgd", {"cursusuren": MOST_HOURS, "cursusuren_nt2": 720})
    spoken = {"eindgesprek_door": "het college, of een ambtenaar van de gemeente"}
    course.tell(done, "eindgesprek_gevoerd", spoken)
    course.tell(course.later(done, 5, 20), "leerroute_behaald", lag=2)
    ended = course.later(done, 20, 30)
    course.tell(ended, "voldaan", {"leerroute_behaald": True}, lag=2)
    course.tell(
        course.later(ended, 5, 20),
        "certificaat_overhandigd",
        {"certificaat_persoonlijk_overhandigd": True},
    )
