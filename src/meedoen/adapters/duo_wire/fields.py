"""Kinds of fields of DUO, and which of DUO's end days belong to the period."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from meedoen.ports.duo_words import ChoiceT, Word
from meedoen.ports.period import Period

WireT = TypeVar("WireT", bound="Wire")


class Wire(BaseModel):
    """One object of an answer; names are ours, the alias is DUO's."""

    model_config = ConfigDict(extra="allow", frozen=True, strict=True)


def day_of(value: object) -> object:
    """A day as DUO writes it, exactly; what is no text is left for the field to refuse."""
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise ValueError("no day as YYYY-MM-DD")
    return date.fromisoformat(value)


def whole_of(value: object) -> object:
    """A whole number: 12.0 is one in JSON, "12" is not."""
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    return value


def hundredths_of(value: object) -> object:
    """A score with a decimal comma as a whole number of hundredths: "12,50" is 1250."""
    if not isinstance(value, str):
        raise ValueError("no score as text")
    if not re.fullmatch(r"[0-9]{1,3},[0-9]{2}", value):
        raise ValueError("no score as 0,00")
    return int(value.replace(",", ""))


def cents_of(value: object) -> object:
    """Euros as whole cents."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise ValueError("no amount as a number")
    return whole_of(Decimal(value) * 100)


def gemeente_of(value: object) -> object:
    """The CBS code of a municipality: "0363" is 363."""
    if not isinstance(value, str) or not re.fullmatch("[0-9]{4}", value):
        raise ValueError("no code of four digits")
    return int(value)


def storable(value: str) -> str:
    """A text that a database can hold: no NUL, no half of a sign."""
    if re.search("[\\0\ud800-\udfff]", value):
        raise ValueError("a sign that cannot be kept")
    return value


Text = Annotated[str, AfterValidator(storable)]
Day = Annotated[date, BeforeValidator(day_of)]
Whole = Annotated[int, BeforeValidator(whole_of), Field(ge=0)]
Hundredths = Annotated[int, BeforeValidator(hundredths_of)]
Cents = Annotated[int, BeforeValidator(cents_of), Field(ge=0)]
Gemeente = Annotated[int, BeforeValidator(gemeente_of)]


def until(start: date | None, end: date | None) -> Period:
    """A period of which DUO's end day is the first day after (termijn, uren, aanbod)."""
    return Period(start, end)


def through(start: date | None, last: date | None) -> Period:
    """A period of which DUO's end day is the last day of it (plicht, doelgroep, vrijstelling).

    The last day that a calendar can hold means that no end is known.
    """
    if last is None or last == date.max:
        return Period(start, None)
    return Period(start, last + timedelta(days=1))


def word(raw: str, known: Mapping[str, ChoiceT]) -> Word[ChoiceT]:
    """What DUO wrote beside our word for it; a word that we do not know is kept."""
    return Word(raw, known.get(raw))


def word_or_none(raw: str | None, known: Mapping[str, ChoiceT]) -> Word[ChoiceT] | None:
    """As `word`, for what may be left out."""
    return None if raw is None else word(raw, known)


def unknown_fields(wire: Wire, place: str = "") -> Iterator[tuple[str, object]]:
    """Place and value of every field that we do not know, also deeper down."""
    yield from ((place + name, value) for name, value in (wire.model_extra or {}).items())
    for name, field in type(wire).model_fields.items():
        value = getattr(wire, name)
        inner = f"{place}{field.alias or name}"
        for number, part in enumerate(value if isinstance(value, tuple) else (value,)):
            if isinstance(part, Wire):
                deeper = f"{inner}[{number}]." if isinstance(value, tuple) else f"{inner}."
                yield from unknown_fields(part, deeper)
