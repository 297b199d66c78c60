"""Screens, findings and the register are easy to read (LANG-01); letters: test_letters.py."""

import ast
import tomllib
from collections.abc import Callable, Iterator

import pytest
from tests.architecture.source import PACKAGE, files, tree

from meedoen.config.texts import sources
from meedoen.law.plain_language import MEAN_WORDS, PASSIVE_SHARE, STATE_SHARE, banned, measure
from meedoen.rules.catalogue import rules
from meedoen.rules.fact import Source
from meedoen.rules.facts import Facts


def screens() -> Iterator[str]:
    """What templates, views and forms say."""
    for source in sources():
        yield from (source,) if isinstance(source, str) else source


def findings() -> Iterator[str]:
    """What rules give as a reason."""
    for path in files(PACKAGE / "rules", "*.py"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call):
                said = [each.value for each in node.keywords if each.arg == "text"]
                if getattr(node.func, "id", "") in {"Finding", "norm"}:
                    said += node.args[:1]
                for each in said:
                    if isinstance(each, ast.Constant) and isinstance(each.value, str):
                        yield each.value


def summaries() -> Iterator[str]:
    """What a rule answers, in one sentence: the head of «waarom?»."""
    yield from (rule.summary for rule in rules())


def facts() -> Iterator[str]:
    """What is asked, and of whom."""
    yield from (fact.meaning for fact in Facts.all())
    yield from (source.value for source in Source)


def register() -> Iterator[str]:
    """What can be recorded."""
    for path in files(PACKAGE / "law" / "gebeurtenissen", "*.toml"):
        for soort in tomllib.loads(path.read_text("utf-8")).get("soort", ()):
            yield from (soort[key] for key in ("label", "help") if key in soort)
            yield from (text["label"] for text in soort.get("texts", ()))


ALL = (screens, findings, summaries, facts, register)


@pytest.mark.parametrize("texts", ALL, ids=lambda f: f.__name__)
def test_texts_are_plain(texts: Callable[[], Iterator[str]]) -> None:
    found = measure(texts())
    assert not found.long, "sentences of more than twenty words"
    assert not found.banned, "words with a plainer one"
    assert found.mean_words <= MEAN_WORDS
    assert found.passive <= PASSIVE_SHARE, "people act: say who"
    assert found.state <= STATE_SHARE


@pytest.mark.parametrize("texts", ALL, ids=lambda f: f.__name__)
def test_there_is_something_to_measure(texts: Callable[[], Iterator[str]]) -> None:
    assert len(list(texts())) > 100


def test_the_measures_see_what_is_wrong() -> None:
    wrong = measure(["Gelieve middels dit formulier een verzoek te doen."] * 3)
    assert len(wrong.banned) == 6
    assert measure(["Het wordt gedaan.", "U doet het."]).passive == 0.5
    assert measure([" ".join(["woord"] * 21) + "."]).long


def test_a_quotation_of_the_law_is_exempt() -> None:
    quoted = "In de wet staat: “De inburgeringsplichtige dient zulks te verstrekken.”"
    assert not list(banned("".join(measure([quoted]).banned)))
    assert not measure([quoted]).banned
