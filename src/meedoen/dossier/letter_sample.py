"""A letter with invented values, for whoever writes what letters say; it says so on every page."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from meedoen.dossier.letter_versions import Sender, frozen_texts
from meedoen.dossier.letters import Geadresseerde, Signature, render
from meedoen.law.brief_file import Brief, brief_kinds
from meedoen.law.brief_variable import Variable
from meedoen.rules.column import Kind

# Dutch, as every letter: nobody of this name gets one.
WHO = Geadresseerde(("Sam Voorbeeld",), ("Voorbeeldstraat 1", "9999 XX Voorbeeldstad"))
SIGNATORY = "(naam van wie ondertekent)"
FUNCTION = "(functie)"
LATER = timedelta(days=14)


def sample(
    kind: Brief,
    gemeente: int,
    sender: Sender,
    *,
    own: Mapping[str, str] | None = None,
    on: date,
    at: datetime,
) -> bytes:
    """The PDF of a kind of letter with the texts of a day; `own`: texts to try out in their place.

    Errors: LetterError.
    """
    signed = Signature(
        sender.afzender, SIGNATORY, "VOORBEELD", functie=FUNCTION, logo=sender.logo, voorbeeld=True
    )
    texts = {name: each["tekst"] for name, each in frozen_texts(gemeente, kind, on=on).items()}
    values = {each.name: _invented(each, on) for each in kind.variables}
    return render(kind, values, WHO, signed=signed, at=at, teksten=texts | dict(own or {}))


def kind_for(brief: str) -> Brief:
    """The kind of letter that shows a block; a text of every letter shows in the first besluit."""
    kinds = brief_kinds()
    return kinds[brief] if brief else next(each for each in kinds.values() if each.is_besluit)


def _invented(each: Variable, on: date) -> Any:
    """A value of the right kind; what an official may leave out, and no list names, stays out."""
    if each.words or each.cites or each.kind is None:
        return _invented_text(each)
    if not isinstance(each.kind, Kind):
        return next(iter(each.kind))
    if each.kind is Kind.DAY:
        return on + LATER
    return True if each.kind is Kind.ANSWER else 3


def _invented_text(each: Variable) -> str | None:
    if each.words:
        return each.words[0]
    if each.cites:
        return "Wi 17:2"
    return f"(voorbeeld: {each.label})" if each.required else None
