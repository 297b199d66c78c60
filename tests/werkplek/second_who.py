"""The second reading of the work list: about whom there is work, and when a day is near or over."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from tests.rules.second_reading import inburgeringsplicht
from tests.werkplek.certain import Person

WEEK = timedelta(days=7)
Work = Iterator[tuple[str, date | None]]


def is_open(p: Person) -> bool:
    """Lives, lives here, and the case was not closed."""
    return not (p.has("zaak_geeindigd_op") or p.is_yes("overleden") or p.is_no("ingezetene"))


def goes_on(p: Person) -> bool:
    return is_open(p) and not p.within("tijdelijk_vrijgesteld")


def before_plan(p: Person) -> bool:
    return goes_on(p) and not p.has("dagtekening_eerste_pip")


def on_the_way(p: Person) -> bool:
    ended = p.is_yes("niet_meer_plichtig") or p.is_yes("plicht_voldaan")
    done = ended or p.has("plicht_geeindigd_op")
    return goes_on(p) and p.has("dagtekening_eerste_pip") and not done


def no_duty(p: Person) -> bool:
    """A child certainly has none, also while the first day of its permit is not known."""
    too_young = p.no(inburgeringsplicht.heeft_de_leeftijd)
    return too_young or p.no(inburgeringsplicht.inburgeringsplichtig)


def intake_to_do(p: Person) -> bool:
    return before_plan(p) and not p.is_yes("intake_voltooid")


def day_before(p: Person, rule: Callable[..., date | None]) -> date | None:
    day = p.day(rule)
    return None if day is None else day - timedelta(days=1)


def within(p: Person, day: date | None, weeks: int) -> bool:
    return day is not None and day <= p.today + weeks * WEEK


def is_over(p: Person, day: date | None) -> bool:
    return day is not None and day < p.today


def those(*rows: tuple[str, bool, date | None]) -> Work:
    """The signals that hold: name, whether, and last day of each."""
    return ((name, day) for name, holds, day in rows if holds)
