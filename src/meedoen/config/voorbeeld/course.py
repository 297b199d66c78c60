"""What happens in an ordinary dossier, from the notice of DUO until the duty is met.

Shares and spans come from the published figures where there are any (CBS, SWI 2023: the PIP takes
17 weeks on average). The rest is assumed, because nobody published it: the division over the
leerroutes, the time until lessons and exams. It is a demo, no forecast.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from meedoen.config.voorbeeld.accounts import PLAN, SUMMONS, klantmanager_may_sign
from meedoen.config.voorbeeld.days import days_after, working_day
from meedoen.config.voorbeeld.life import Happening
from meedoen.rules.choices import Doelgroep, Leerroute, Niveau

WEEK, MONTH = 7, 30.4
# Since this day letters are made in Meedoen itself; what is older came from another system.
LETTERS_SINCE = date(2026, 9, 7)
# Of what is older, the system before kept the outlines only.
WHOLE_SINCE, IN_OLD_DOSSIERS = date(2026, 6, 1), 0.12
# Since this day the municipality hurries: before it the PIP took far too long.
HURRIES_SINCE = date(2026, 1, 1)
NEW_FLAT_OPENS = date(2026, 9, 14)  # with so many new people at once that it takes longer again
INVITED_BY_LETTER = 0.45

ROUTES = {
    Doelgroep.ASIELSTATUSHOUDER: (0.58, 0.14, 0.28),
    Doelgroep.GEZINS_OF_OVERIGE_MIGRANT: (0.85, 0.05, 0.10),
}  # B1-route, onderwijsroute, zelfredzaamheidsroute


@dataclass
class Course:
    """The happenings of one life as they are drawn, in any order."""

    rng: Random
    group: Doelgroep
    born: date
    gemeente: int
    by: str  # the key of the klantmanager
    signs: str  # the key of the teamleider
    told: list[Happening] = field(default_factory=list)

    def tell(
        self,
        on: date,
        what: str,
        told: Mapping[str, Any] | None = None,
        *,
        by: str = "",
        lag: int = 0,
    ) -> None:
        """Something happened on this day; it was recorded `lag` days later."""
        recorded = working_day(days_after(on, lag))
        self.told.append(Happening(on, what, told or {}, by or self.by, recorded))

    def detail(self, on: date, what: str, told: Mapping[str, Any] | None = None) -> None:
        """Something that newer dossiers hold, and of the older ones a few."""
        if self.chance(IN_OLD_DOSSIERS) or on >= WHOLE_SINCE:
            self.tell(on, what, told)

    def chance(self, share: float) -> bool:
        """Yes in this share of the cases."""
        return self.rng.random() < share

    def later(self, day: date, least: float, most: float) -> date:
        """A working day between so many days after a day."""
        return working_day(days_after(day, round(self.rng.uniform(least, most))))

    @property
    def is_refugee(self) -> bool:
        """Of the group that gets an offer of the municipality."""
        return self.group is Doelgroep.ASIELSTATUSHOUDER


def plan_day(course: Course, clock: date) -> date:
    """The day of the PIP: after weeks that vary a lot, and fewer since the municipality hurries."""
    mean = 20.0 if clock < HURRIES_SINCE else 10.5 if clock < NEW_FLAT_OPENS else 12.0
    weeks = min(max(course.rng.gauss(mean, 0.3 * mean), 4.0), 40.0)
    return working_day(days_after(clock, round(weeks * WEEK)))


def intake(course: Course, clock: date, plan: date) -> date:
    """Invitation or summons, test, talk and end of the brede intake; the day of the talk."""
    talk = working_day(days_after(plan, -course.rng.randint(14, 30)))
    invited = max(working_day(days_after(clock, 1)), days_after(talk, -course.rng.randint(10, 24)))
    _invite(course, working_day(invited), talk)
    if course.chance(0.93):
        needed = 6000
        score = course.rng.randint(2500, 9500)
        told = {"behaalde_score": score, "benodigde_score": needed}
        course.detail(course.later(talk, -9, -1), "leerbaarheidstoets_afgenomen", told)
    course.detail(talk, "intakegesprek_gevoerd", dict.fromkeys(TALKED_ABOUT, True))
    course.detail(course.later(talk, 1, 6), "brede_intake_afgerond")
    return talk


TALKED_ABOUT = (
    "onderwijs_en_werk_onderzocht", "omstandigheden_verkend", "taalniveau_in_kaart",
    "arbeidsparticipatie_in_kaart", "zelfredzaamheid_in_kaart", "gewezen_op_gesprek_alleen",
    "intake_op_schrift",
)  # fmt: skip


def _invite(course: Course, day: date, talk: date) -> None:
    if day >= LETTERS_SINCE and course.chance(INVITED_BY_LETTER):
        values = {
            "oproepen": 1,
            "laatste_dag": working_day(max(talk, days_after(day, 14))),
            "dag": talk,
            "tijd": course.rng.choice(("9.30 uur", "10.00 uur", "13.30 uur", "15.00 uur")),
            "plaats": "het stadhuis, Raadhuisplein 1, balie inburgering",
        }
        send_letter(course, SUMMONS, values, day=day)
        course.tell(talk, "oproep_afgelopen", {"kwam_op_oproep": True})
    elif course.chance(0.3):
        course.detail(day, "uitnodiging_verzonden")
    else:
        told = {"oproepen_verstuurd": 1, "termijn_oproep_tot": max(talk, days_after(day, 14))}
        course.detail(day, "oproep_verzonden", told)


def send_letter(course: Course, soort: str, values: Mapping[str, Any], *, day: date) -> None:
    """The klantmanager proposes a letter; he or the teamleider signs and sends it on this day."""
    own = klantmanager_may_sign(course.gemeente, soort, on=day) and course.chance(0.5)
    signs = course.by if own else course.signs
    course.tell(working_day(days_after(day, -1)), "voorstel", {"brief": soort, **values})
    course.tell(day, "ondertekening", by=signs)
    course.tell(day, "verzending", {"kanaal": "post"}, by=signs)


def choose_route(course: Course, plan: date) -> Leerroute:
    """The judgement of the klantmanager about the leerroute, some days before the PIP."""
    route = course.rng.choices(list(Leerroute), ROUTES[course.group])[0]
    study, cannot = route is Leerroute.ONDERWIJSROUTE, route is Leerroute.ZELFREDZAAMHEIDSROUTE
    day = working_day(days_after(plan, -course.rng.randint(2, 8)))
    child = course.chance(0.2)
    wishes = {"kind_voor_vve": child, "wil_opleiding": study or course.chance(0.1)}
    if child or study:
        course.detail(day, "intake_aangevuld", wishes)
    judged = {"grote_kans_op_diploma": study, "redelijkerwijs_niet_in_staat": cannot}
    if cannot:
        judged |= {"afwijking_gemotiveerd": True, "tweede_blik_gedaan": True}
    course.detail(day, "leerroute_beoordeeld", judged)
    written = dict.fromkeys(WRITTEN, True)
    written["intensiteit_leerroute_vastgesteld"] = course.is_refugee
    written |= {"vve_vastgesteld": True} if child else {}
    course.detail(working_day(days_after(plan, -1)), "plan_opgesteld", written)
    return route


WRITTEN = (
    "leerroute_vastgesteld", "begeleiding_vastgesteld", "intensiteit_pvt_vastgesteld",
    "intensiteit_map_vastgesteld", "gesprekken_vastgesteld",
)  # fmt: skip


def fix_plan(course: Course, plan: date, route: Leerroute) -> None:
    """The PIP itself: by letter, or as it stood in the system before; then DUO fixes the term."""
    exam = route is not Leerroute.ZELFREDZAAMHEIDSROUTE
    if plan >= LETTERS_SINCE:
        words = {"leerroute": route.value, **_words(course, route)}
        words |= {"niveau": Niveau.B1.value} if exam else {}
        send_letter(course, PLAN, words, day=plan)
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


def _words(course: Course, route: Leerroute) -> dict[str, Any]:
    hours = course.rng.choice((9, 10, 12, 15))
    words: dict[str, Any] = {
        "begeleiding": "Uw klantmanager belt u elke maand en spreekt u elk half jaar.",
        "pvt": "Vier ochtenden in het buurthuis, en een bezoek aan de gemeenteraad.",
        "gesprekken": course.rng.choice((2, 3, 4)),
        "motivering": REASONS[route],
    }
    if course.is_refugee:
        words["intensiteit"] = f"{hours} uur les per week, in de ochtend"
    if route is not Leerroute.ONDERWIJSROUTE:
        words["map"] = "Veertig uur, met een proefplaatsing bij een bedrijf in de buurt."
    return words


REASONS = {
    Leerroute.B1_ROUTE: "U wilt werken en u leert snel. De uitslag van de toets past hierbij.",
    Leerroute.ONDERWIJSROUTE: "U wilt een opleiding doen. De kans is groot dat u die haalt.",
    Leerroute.ZELFREDZAAMHEIDSROUTE: "U leert het best door te doen. Daarom oefent u in de wijk.",
}


def _years_after(day: date, years: int) -> date:
    leap = day.month == 2 and day.day == 29
    return day.replace(year=day.year + years, day=28 if leap else day.day)
