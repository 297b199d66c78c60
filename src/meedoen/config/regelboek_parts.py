"""What the pages of the rule book are made with, in their own frame and in that of Meedoen."""

from collections.abc import Sequence
from typing import Any

from meedoen.config.regelboek import Chapter
from meedoen.config.timeline import timeline
from meedoen.law.citation import address_of
from meedoen.law.presentation import first_up, in_words, spoken
from meedoen.rules.facts import Facts
from meedoen.rules.parameters import Form, Law

FILTERS = {"in_words": in_words, "spoken": spoken, "first_up": first_up}


def parts(book: Sequence[Chapter], laws: Sequence[tuple[str, Law]]) -> dict[str, Any]:
    """The names that every page knows; the frame adds `frame` and `plek` (page, anchor)."""
    return {
        "book": book,
        "laws": laws,
        "facts": Facts.all(),
        "Form": Form,
        "timeline": timeline,
        "law_link": address_of,
        "in_meedoen": False,
        "op_dag": None,
        "gezocht": None,
    }
