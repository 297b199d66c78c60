"""Rules ask one another the same questions over and over: one table of facts needs one answer."""

from collections.abc import Callable
from functools import wraps
from typing import TypeAlias

from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding
from meedoen.rules.parameters import Law

Rule: TypeAlias = Callable[[Facts, Law], Finding]


def once(rule: Rule) -> Rule:
    """For a rule that several rules ask: computed one time for these facts under this law.

    A rule is pure, so its answer stays the same; it lives as long as the table of facts.
    """

    @wraps(rule)
    def remembered(f: Facts, law: Law) -> Finding:
        known = f.answers.get((rule, id(law)))
        if known is None:
            # the law is kept too, or another could get its id
            known = f.answers[rule, id(law)] = law, rule(f, law)
        return known[1]

    return remembered
