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

from meedoen.config.voorbeeld.accounts import SUMMONS, klantmanager_may_sign
from meedoen.config.voorbeeld.days import days_after, working_day
from meedoen.config.voorbeeld.life import Happening
from meedoen.config.voorbeeld.said import said_by
from meedoen.rules.choices import Doelgroep

WEEK, MONTH = 7, 30.4
# Since this day letters are made in Meedoen itself; what is older came from another system.
LETTERS_SINCE = date(2026, 9, 7)
# Since this day the talk and the start position are written down in Meedoen, of so many.
TALKS_SINCE, TALKED = date(2026, 7, 1), 0.85
# Of what is older, the system before kept the outlines only.
WHOLE_SINCE, IN_OLD_DOSSIERS = date(2026, 6, 1), 0.12
# Since this day the municipality hurries: before it the PIP took far too long.
HURRIES_SINCE = date(2026, 1, 1)
NEW_FLAT_OPENS = date(2026, 9, 14)  # with so many new people at once that it takes longer again
INVITED_BY_LETTER = 0.45


@dataclass
class Course:
    """The happenings of one life as they are drawn, in any order.

    `own`: what came later draws from this, so that the town keeps its people.
    """

    rng: Random
    group: Doelgroep
    born: date
    gemeente: int
    by: str  # the key of the klantmanager
    signs: str  # the key of the teamleider
    own: Random
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
    ends = course.later(talk, 1, 6)
    course.detail(ends, *_talk(course, talk))
    return talk


def _talk(course: Course, talk: date) -> tuple[str, dict[str, str]]:
    """How the intake ends: with a start position, where the talk was written down."""
    if talk < TALKS_SINCE or course.own.random() > TALKED:
        return "brede_intake_afgerond", {}
    course.tell(talk, "gesprek", said_by(course.own, course.group))
    return "startpositie", {"reden": "De rest vragen wij bij het plan."}


TALKED_ABOUT = (
    "onderwijs_en_werk_onderzocht", "omstandigheden_verkend", "taalniveau_in_kaart",
    "arbeidsparticipatie_in_kaart", "zelfredzaamheid_in_kaart", "gewezen_op_gesprek_alleen",
    "intake_op_schrift",
)  # fmt: skip


def _invite(course: Course, day: date, talk: date) -> None:
    if day >= LETTERS_SINCE and course.chance(INVITED_BY_LETTER):
        van, tot = course.rng.choice(HOURS)
        told: dict[str, Any] = {"brief": SUMMONS, "oproepen": 1, "op": talk, "van": van, "tot": tot}
        told["laatste_dag"] = working_day(max(talk, days_after(day, 14)))
        told["plaats"] = "het stadhuis, Raadhuisplein 1, balie inburgering"
        course.tell(working_day(days_after(day, -1)), "vraag", told)
        sign_and_send(course, SUMMONS, day=day)
        course.tell(talk, "uitkomst", {"uitkomst": "meegewerkt"})
    elif course.chance(0.3):
        course.detail(day, "uitnodiging_verzonden")
    else:
        told = {"oproepen_verstuurd": 1, "termijn_oproep_tot": max(talk, days_after(day, 14))}
        course.detail(day, "oproep_verzonden", told)


HOURS = (("09:30", "11:00"), ("10:00", "11:30"), ("13:30", "15:00"), ("15:00", "16:30"))


def sign_and_send(course: Course, soort: str, *, day: date) -> None:
    """What was proposed, the klantmanager or the teamleider signs and sends on this day."""
    own = klantmanager_may_sign(course.gemeente, soort, on=day) and course.chance(0.5)
    signs = course.by if own else course.signs
    course.tell(day, "ondertekening", by=signs)
    course.tell(day, "verzending", {"kanaal": "post"}, by=signs)
