"""From JSON to our words: one object, a list of them, or a list whose lines hold several."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import ValidationError

from meedoen.adapters.duo_wire.fields import WireT, unknown_fields

ToldT = TypeVar("ToldT")


@dataclass(frozen=True)
class Read(Generic[ToldT]):
    """What an answer tells, and the fields that we do not know: place and JSON text."""

    told: ToldT
    extra: tuple[tuple[str, str], ...]


# Errors of each: UnfitError.
Reader = Callable[[object], Read[ToldT]]


class UnfitError(ValueError):
    """JSON that does not fit; the message names fields and kinds of faults, never a value."""


def one(kind: type[WireT], tell: Callable[[WireT], ToldT]) -> Reader[ToldT]:
    """Reads one object."""

    def read(content: object) -> Read[ToldT]:
        wire = _valid(kind, content, "")
        return Read(tell(wire), _extra(wire, ""))

    return read


def many(kind: type[WireT], tell: Callable[[WireT], ToldT]) -> Reader[tuple[ToldT, ...]]:
    """Reads a list of objects, in their order."""
    return flat(kind, lambda wire: (tell(wire),))


def flat(
    kind: type[WireT], tell: Callable[[WireT], tuple[ToldT, ...]]
) -> Reader[tuple[ToldT, ...]]:
    """Reads a list of objects that each tell none, one or several things."""

    def read(content: object) -> Read[tuple[ToldT, ...]]:
        if not isinstance(content, list):
            raise UnfitError("no list")
        places = [f"[{number}]." for number in range(len(content))]
        wires = [_valid(kind, part, at) for at, part in zip(places, content, strict=True)]
        told = tuple(each for wire in wires for each in tell(wire))
        extra = tuple(
            pair for at, wire in zip(places, wires, strict=True) for pair in _extra(wire, at)
        )
        return Read(told, extra)

    return read


def _valid(kind: type[WireT], content: object, place: str) -> WireT:
    try:
        return kind.model_validate(content)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False, include_input=False)
    names = [(".".join(str(part) for part in fault["loc"]), fault["type"]) for fault in faults]
    raise UnfitError("; ".join(f"{place}{name}: {fault}" for name, fault in names))


def _extra(wire: WireT, place: str) -> tuple[tuple[str, str], ...]:
    # as ASCII, so that a database can hold any sign; default: a number with a point is a Decimal
    return tuple((at, json.dumps(value, default=str)) for at, value in unknown_fields(wire, place))
