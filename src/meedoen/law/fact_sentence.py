"""A fact as a besluit says it: what, the value, and on which day we learned it from whom."""

import re
from datetime import date

from meedoen.law.presentation import first_up, in_words
from meedoen.rules.column import Kind, Plain
from meedoen.rules.fact import Fact, Source

_ARTICLES = re.compile(r" \((?:Wi|Bi|Ri|Pw|Awb|Vw)[^()]*\)")
_OURS = "Dat stelden wij vast op {dag}."
_OTHERS = "Dat hoorden wij van {bron} op {dag}."
_TOLD = {
    Source.INBURGERAAR: "Dat vertelde u ons op {dag}.",
    Source.KLANTMANAGER: _OURS,
    Source.COLLEGE: _OURS,
    Source.AMBTENAAR: _OURS,
    Source.BRP: "Dat zagen wij in de basisregistratie personen (BRP) op {dag}.",
}


def sentence_of(fact: Fact, value: Plain, day: date) -> str:
    """A fact in words for the person whom it is about; `day`: when the college learned it."""
    meaning = first_up(_ARTICLES.sub("", fact.meaning))
    told = _TOLD.get(fact.source, _OTHERS)
    said = told.format(bron=fact.source.value, dag=in_words(day, Kind.DAY))
    return f"{meaning}: {in_words(value, fact.kind)}. {said}"
