"""Drafts the motivation of a besluit from the findings: sentences that an official edits.

Only answers that are known become a ground, with the branches that carried them. A quantity is no
ground: no letter gives a calculation as its reason (AWB-07). What is open in the law (a reading)
is no ground either: it is explained on the screen.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from meedoen.law.citation import spoken
from meedoen.law.presentation import first_up
from meedoen.rules.choices import Choice
from meedoen.rules.logic import Finding

DEPTH = 2  # the conclusion, its reasons, and theirs: deeper is for the screen «waarom?»
# How the law's clauses begin that leave out who it is about.
_VERBS = frozenset(
    re.findall(
        r"\w+",
        """
    begon behaalde bereikte besteedt blijft deed deelt doet duurde gaat gaf geldt ging haalde had
    hoeft hoort kon koos kreeg krijgt kwam leert liep liet maakt maakte mag moet past reserveert
    rondde schoot spande spreekt staat stond stopte stroomde tekende telt toonde valt verblijft
    verhuisde verklaart verloor viel voerde voldeed voldoet volgde volgt vraagt vroeg was weigerde
    bestaat heet kost kunnen moeten roept waarschuwt werkt werkte wijkt woonde woont wordt worden
""",
    )
)
_TO_U = {"is": "bent", "heeft": "hebt", "kan": "kunt", "wil": "wilt"}
_WORD = re.compile(r"[\w’'-]+")


@dataclass(frozen=True)
class Ground:
    """One sentence of a draft: the rule and the finding that it says, the article, its text."""

    rule: str
    finding: str
    basis: str
    text: str
    depth: int


def grounds_of(rule: str, finding: Finding) -> Iterator[Ground]:
    """The sentences that say what a rule found of one person (row 0) and why."""
    yield from _said(rule, finding, 0)


def draft(findings: Mapping[str, Finding]) -> str:
    """The motivation as a proposal: a paragraph per finding, each sentence once.

    What does not hold carries a decision only where nothing else does.
    """
    said: set[str] = set()
    paragraphs = []
    holds = {name: each for name, each in findings.items() if each.value.plain() is not False}
    carries = any(list(grounds_of(name, each)) for name, each in holds.items())
    for rule, finding in (holds if carries else findings).items():
        new = [each for each in grounds_of(rule, finding) if each.text not in said]
        said |= {each.text for each in new}
        if new:
            paragraphs.append(_paragraph(new))
    return "\n".join(paragraphs)


def claims(text: str, findings: Mapping[str, Finding], rule: str) -> str:
    """The first sentence in a text that still says what this rule found; "" where none does.

    A sentence that another finding carries too does not count.
    """
    others = {
        each.text for name in findings if name != rule for each in grounds_of(name, findings[name])
    }
    plain = _plain(text)
    own = (each.text for each in grounds_of(rule, findings[rule]) if each.text not in others)
    return next((each for each in own if _plain(each) in plain), "")


def _paragraph(grounds: list[Ground]) -> str:
    first, *rest = grounds
    article = f"Dat staat in {spoken(first.basis)}."
    why = ["Dit zijn de redenen.", *(each.text for each in rest)] if rest else []
    return " ".join([first.text, article, *why])


def _said(rule: str, finding: Finding, depth: int) -> Iterator[Ground]:
    value = finding.value.plain()
    if not isinstance(value, bool | Choice) or finding.text.startswith("lezing"):
        return
    yield Ground(rule, finding.text, finding.basis, _sentence(finding.text, value), depth)
    if depth < DEPTH:
        for part in _reasons(finding):
            yield from _said(rule, part, depth + 1)


def _reasons(finding: Finding) -> tuple[Finding, ...]:
    """What carried an answer; of a denial the reasons of what is denied, as it says the same."""
    parts = finding.followed(0)
    if len(parts) == 1 and _opposite(finding, parts[0]):
        return parts[0].followed(0)
    return parts


def _opposite(one: Finding, other: Finding) -> bool:
    values = one.value.plain(), other.value.plain()
    return all(isinstance(each, bool) for each in values) and values[0] is not values[1]


def _sentence(clause: str, value: bool | Choice) -> str:
    if isinstance(value, Choice):
        return f"{first_up(_about_u(clause))}: {value.value}."
    text = _about_u(clause)
    if not value:
        return f"Dit is niet zo: {text}."
    whole = any(word.lower() in _FINITE for word in _WORD.findall(text))
    return f"{first_up(text)}." if whole else f"Wij stellen vast: {text}."


_FINITE = _VERBS | _TO_U.keys() | set(_TO_U.values()) | {"waren", "zijn", "geen"}


def _about_u(clause: str) -> str:
    """«is al opgeroepen» says of whom: u bent al opgeroepen."""
    first, space, rest = clause.partition(" ")
    verb = _TO_U.get(first, first if first in _VERBS else "")
    return f"u {verb}{space}{rest}" if verb else clause


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")
