"""Days of birth as the BRP knows them: whole, without the day, only the year, or unknown."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Self

from django.utils.formats import date_format
from django.utils.translation import gettext as _

FIRST_YEAR = 1850  # nobody alive is older; an earlier year is a slip of the pen
MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
UNKNOWN_WORD = "onbekend"
SEPARATOR = re.compile(r"[\s./-]+")


class PartialDateError(ValueError):
    """A day of birth that cannot be read or cannot exist; the message is for who typed it."""


@dataclass(frozen=True)
class OnvolledigeDatum:
    """A date of which parts may be unknown (0): never a day without month, or month without year.

    Errors: PartialDateError.
    """

    jaar: int = 0
    maand: int = 0
    dag: int = 0

    def __post_init__(self) -> None:
        if (self.maand and not self.jaar) or (self.dag and not self.maand):
            raise PartialDateError(
                _("Bij een dag hoort een maand, en bij een maand hoort een jaar.")
            )
        if self.jaar and not FIRST_YEAR <= self.jaar <= date.max.year:
            raise PartialDateError(_("Dit jaar kan niet. Schrijf het jaar met 4 cijfers."))
        if not 0 <= self.maand <= len(MONTHS):
            raise PartialDateError(
                _("Deze maand bestaat niet. Kies een maand van 1 tot en met 12.")
            )
        longest = monthrange(self.jaar, self.maand)[1] if self.maand else 0
        if not 0 <= self.dag <= longest:
            raise PartialDateError(_("Deze dag bestaat niet. Kijk de datum na."))

    def __str__(self) -> str:
        """As it is stored: 1991-00-00."""
        return f"{self.jaar:04d}-{self.maand:02d}-{self.dag:02d}"

    @classmethod
    def of(cls, day: date) -> Self:
        """The whole date of a day."""
        return cls(day.year, day.month, day.day)

    @property
    def volledig(self) -> date | None:
        """The day, if all of it is known: only then it is the fact `geboren_op`."""
        return date(self.jaar, self.maand, self.dag) if self.dag else None

    @property
    def eerst_mogelijk(self) -> date | None:
        """The first day that it can be; None if the year is unknown."""
        return date(self.jaar, self.maand or 1, self.dag or 1) if self.jaar else None

    @property
    def laatst_mogelijk(self) -> date | None:
        """The last day that it can be; None if the year is unknown."""
        if not self.jaar:
            return None
        maand = self.maand or len(MONTHS)
        return date(self.jaar, maand, self.dag or monthrange(self.jaar, maand)[1])

    @property
    def in_woorden(self) -> str:
        """As people read it, in their language: "16 maart 1991", "maart 1991, dag onbekend"."""
        if not self.jaar:
            return _("onbekend")
        if not self.maand:
            return _("%(jaar)s, dag en maand onbekend") % {"jaar": self.jaar}
        month = date_format(date(self.jaar, self.maand, 1), "F Y")
        if not self.dag:
            return _("%(maand)s, dag onbekend") % {"maand": month}
        return f"{self.dag} {month}"

    def may_equal(self, other: Self) -> bool:
        """Whether both can be one day: for the warning that somebody is perhaps known already."""
        pairs = zip(_parts(self), _parts(other), strict=True)
        return all(one == another or not one or not another for one, another in pairs)


def parse(text: str) -> OnvolledigeDatum:
    """Read a date by hand or from the BRP; zeros are unknown.

    16-3-1991, 16 maart 1991, 1991-03-16, 19910316; 00-00-1991, 03-1991, 1991, onbekend. Nothing
    at all is not "unknown": that is an answer somebody has to give. Errors: PartialDateError.
    """
    words = [_number(word) for word in SEPARATOR.split(text.strip().lower()) if word]
    if words == [UNKNOWN_WORD]:
        return OnvolledigeDatum()
    if len(words) == 1 and len(words[0]) == 8:
        words = [words[0][:4], words[0][4:6], words[0][6:]]
    if words and len(words[0]) != 4:
        words.reverse()  # day and month stand in front of the year
    if not _is_date(words):
        raise PartialDateError(_("Schrijf de datum als 16-03-1991. Zet 00 voor wat u niet weet."))
    return OnvolledigeDatum(*(int(word) for word in words))


def _number(word: str) -> str:
    """A month as its number, so that 16 maart 1991 reads as 16-03-1991; the rest as it is."""
    return f"{MONTHS.index(word) + 1:02d}" if word in MONTHS else word


def _is_date(words: list[str]) -> bool:
    """Whether these are a year of four digits, then perhaps a month and a day of at most two."""
    whole = "-".join(words)
    return re.fullmatch(r"[0-9]{4}(-[0-9]{1,2}){0,2}", whole) is not None


def _parts(day: OnvolledigeDatum) -> tuple[int, int, int]:
    return day.jaar, day.maand, day.dag
