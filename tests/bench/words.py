"""Mutations in the words of the rules: a rule is written as calls, which cosmic-ray leaves alone.

Each operator names the sources that may stand in the place of a node of parso's tree.
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from cosmic_ray import plugins
from cosmic_ray.operators.operator import Operator
from parso.grammar import load_grammar

from meedoen.rules.catalogue import word_lists
from meedoen.rules.facts import Facts

LOGIC, CALENDAR = "meedoen.rules.logic", "meedoen.rules.calendar"

SWAPS: dict[str, tuple[str, list[str]]] = {
    "all_of": (LOGIC, ["any_of"]),
    "any_of": (LOGIC, ["all_of"]),
    "at_least": (LOGIC, ["at_most", "before"]),
    "at_most": (LOGIC, ["before"]),
    "before": (LOGIC, ["at_most"]),
    "earliest": (LOGIC, ["latest"]),
    "latest": (LOGIC, ["earliest"]),
    "smallest": (LOGIC, ["largest"]),
    "largest": (LOGIC, ["smallest"]),
    "add_months": (CALENDAR, ["add_weeks", "months_longer"]),
    "months_longer": (CALENDAR, ["add_months", "add_weeks"]),
    "day_after": (CALENDAR, ["day_before"]),
    "day_before": (CALENDAR, ["day_after"]),
}
MANY = {"all_of", "any_of", "sum_of", "total", "earliest", "latest", "smallest", "largest"}
Sources = Iterator[str]


def call(node: Any) -> tuple[str, list[Any]]:
    """The name and the arguments of a call; no name where the node is something else."""
    if node.type != "atom_expr" or len(node.children) != 2 or node.children[0].type != "name":
        return "", []
    trailer = node.children[1]
    if trailer.children[0] != "(" or len(trailer.children) != 3:
        return "", []
    inside = trailer.children[1]
    found = inside.children if inside.type == "arglist" else [inside]
    return node.children[0].value, [argument for argument in found if argument != ","]


def source(node: Any) -> str:
    """The code of a node, without the white space and comments before it."""
    return str(node.get_code(include_prefix=False))


def written(node: Any, texts: list[str], name: str = "") -> str:
    """The call with other arguments or another name, laid out as it was."""
    inside, close = node.children[1].children[1:]
    last = inside.children[-1] if inside.type == "arglist" else None
    comma = last.get_code() if last == "," else ""
    return f"{name or node.children[0].value}({','.join(texts)}{comma}{close.get_code()}"


def laid(arguments: list[Any]) -> list[str]:
    """The arguments as source, with the white space before each."""
    return [argument.get_code() for argument in arguments]


def by_place(arguments: list[Any]) -> list[int]:
    """Which arguments are given without a name; `*many` is one of them."""
    return [
        place
        for place, argument in enumerate(arguments)
        if argument.type != "argument" or argument.children[0] in ("*", "**")
    ]


def swap_word(node: Any) -> Sources:
    """all_of for any_of, at_least for at_most, months for weeks, and so on."""
    name, arguments = call(node)
    module, others = SWAPS.get(name, ("", []))
    for other in others:
        # not by its bare name: what is not imported would only look as if a test killed it
        there = f'__import__("{module}", fromlist=["_"]).{other}'
        yield written(node, laid(arguments), there)


def drop_word(node: Any) -> Sources:
    """not_so(x) and working_day(x) become x."""
    name, arguments = call(node)
    if name in {"not_so", "working_day"}:
        yield f"({source(arguments[0])})"


def swap_branches(node: Any) -> Sources:
    """What follows from yes and from no change places; and two neighbours of a by_word."""
    name, arguments = call(node)
    if name in {"fork", "choose"} and len(by_place(arguments)) >= 3:
        first, yes, no, *rest = laid(arguments)
        yield written(node, [first, no, yes, *rest])
    if name == "by_word" and source(arguments[1]).startswith("{"):
        first, _, *rest = laid(arguments)
        for changed in _neighbours(arguments[1]):
            yield written(node, [first, changed, *rest])


def _neighbours(table: Any) -> Sources:
    """The table of words with the values of two neighbours changed about."""
    entries = [child for child in getattr(table.children[1], "children", []) if child != ","]
    keys, values = entries[::3], entries[2::3]
    if len(keys) != len(values) or any(colon != ":" for colon in entries[1::3]):
        return
    for place in range(len(keys) - 1):
        row = laid(values)
        row[place], row[place + 1] = row[place + 1], row[place]
        if row[place] != row[place + 1]:
            pairs = zip(keys, row, strict=True)
            inside = ",".join(f"{key.get_code()}:{value}" for key, value in pairs)
            prefix, close = table.get_first_leaf().prefix, table.children[-1].get_code()
            yield f"{prefix}{{{inside},{close}"


def other_word(node: Any) -> Sources:
    """The next word of the same list, where a rule asks for one word."""
    name, arguments = call(node)
    if name not in {"equals", "one_of"}:
        return
    texts = [source(argument) for argument in arguments]
    for place in by_place(arguments)[1:]:
        kind, _, word = texts[place].partition(".")
        words = [member.name for member in word_lists().get(kind, ())]
        if word in words:
            free = [w for w in _turned(words, word) if f"{kind}.{w}" not in texts]
            if free:
                changed = laid(arguments)
                changed[place] = f" {kind}.{free[0]}"
                yield written(node, changed)


def drop_part(node: Any) -> Sources:
    """One part less of all_of, any_of, a sum or a choice of the least or the most."""
    name, arguments = call(node)
    places = by_place(arguments)
    if name in MANY and len(places) > 1:
        for place in places:
            texts = laid(arguments)
            yield written(node, texts[:place] + texts[place + 1 :])


def other_fact(node: Any) -> Sources:
    """The next fact of the same kind that the module uses."""
    name = _fact_name(node)
    fact = Facts.named(name)
    if fact is not None:
        used = [other for other in _facts_of(node.get_root_node()) if _kind(other) is fact.kind]
        others = _turned(used, name)
        if others:
            yield f"f.{others[0]}"


def _kind(name: str) -> object:
    fact = Facts.named(name)
    return fact.kind if fact else None


def _turned(names: list[str], name: str) -> list[str]:
    """The names after this one, and then those before it."""
    place = names.index(name)
    return names[place + 1 :] + names[:place]


def _fact_name(node: Any) -> str:
    if node.type != "atom_expr" or len(node.children) != 2 or source(node.children[0]) != "f":
        return ""
    trailer = node.children[1]
    return trailer.children[1].value if trailer.children[0] == "." else ""


@cache
def _facts_of(root: Any) -> list[str]:
    found: dict[str, None] = {}
    todo = [root]
    while todo:
        node = todo.pop()
        if name := _fact_name(node):
            found[name] = None
        todo += reversed(getattr(node, "children", []))
    return list(found)


class Word(Operator):  # type: ignore[misc]  # cosmic-ray ships no types
    """An operator that puts other source in the place of a node."""

    sources: Callable[[Any], Sources]

    def mutation_positions(self, node: Any) -> Iterator[tuple[Any, Any]]:
        for _ in type(self).sources(node):
            yield node.start_pos, node.end_pos

    def mutate(self, node: Any, index: int) -> Any:
        changed = list(type(self).sources(node))[index]
        new: Any = load_grammar().parse(changed).children[0]
        new.get_first_leaf().prefix = node.get_first_leaf().prefix
        return new

    @classmethod
    def examples(cls) -> tuple[()]:
        return ()


WORDS = {
    function.__name__: type(function.__name__, (Word,), {"sources": staticmethod(function)})
    for function in (
        swap_word, drop_word, swap_branches, other_word, drop_part, other_fact,
    )
}  # fmt: skip


def register() -> None:
    """Let cosmic-ray find these operators, as it finds those of a package with an entry point."""
    plugins.OPERATOR_PROVIDERS["words"] = WORDS
