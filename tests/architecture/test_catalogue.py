"""Every rule of the catalogue is where a reader looks for it, and names what it implements."""

import re
from importlib import import_module

from tests.architecture.source import PACKAGE

from meedoen.rules.catalogue import CHAPTERS, is_rule, rules

# what issues asked for, by id of the rule catalogue; the second row is no rule of its own
PART_1 = """
R01.01 R01.02 R01.03 R01.04 R01.05 R01.06 R01.07 R01.08 R01.09 R01.10 R01.11 R01.12 R01.15 R01.16
R01.17 R01.18 R01.19 R01.20 R04.01 R04.02 R04.03a R04.03b R04.04 R04.05 R04.06 R04.07 R04.08 R04.10
R04.11 R04.12 R04.15 R07.01 R07.02 R07.03 R07.04 R07.05 R07.06 R07.07 R07.08 R07.09 R07.10 R07.11
R07.12 R07.13 R07.15 R07.16 R07.17 R07.18 R07.19 R07.20
"""


def test_no_rule_stands_outside_the_chapters() -> None:
    known = {module.__name__ for module in CHAPTERS}
    for path in sorted((PACKAGE / "rules").glob("*.py")):
        module = import_module(f"meedoen.rules.{path.stem}")
        functions = [value for value in vars(module).values() if callable(value)]
        found = [f for f in functions if hasattr(f, "__code__") and is_rule(f, module)]
        assert not found or module.__name__ in known, f"{path.name} is not in CHAPTERS"


def test_every_rule_names_its_article() -> None:
    for rule in rules():
        assert rule.summary.endswith("."), rule.name
        assert re.search(r"artikel|bijlage|PIP-\d|stelsel|DUO|volgens|Wie ", rule.summary), (
            rule.name
        )


def test_what_was_asked_is_there() -> None:
    named = "\n".join(rule.rule.__doc__ or "" for rule in rules())
    assert not [wanted for wanted in PART_1.split() if not _stands_in(wanted, named)]


def _stands_in(wanted: str, named: str) -> bool:
    return re.search(rf"{re.escape(wanted)}\b|{re.escape(wanted[:6])}a/b", named) is not None
