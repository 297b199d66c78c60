"""What changed from one text to another, word by word."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

_PIECES = re.compile(r"\n|\S+[^\S\n]*|[^\S\n]+")


class Change(NamedTuple):
    """A piece of text: `what` is same, gone or new."""

    what: str
    text: str


def changes(before: str, after: str) -> list[Change]:
    """The pieces of both texts, in order; what is gone comes before what is new in its place.

    A word is the same whatever space follows it: else the last word of a line would change with
    every word that is added behind it.
    """
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    matcher = SequenceMatcher(None, [_bare(e) for e in old], [_bare(e) for e in new], False)
    return [piece for step in matcher.get_opcodes() for piece in _step(step, old, new)]


def _bare(piece: str) -> str:
    return piece.strip() or piece


def _step(step: tuple[str, int, int, int, int], old: list[str], new: list[str]) -> Iterator[Change]:
    same, gone_from, gone_to, new_from, new_to = step
    if same == "equal":
        yield Change("same", "".join(new[new_from:new_to]))
        return
    for what, pieces in (("gone", old[gone_from:gone_to]), ("new", new[new_from:new_to])):
        if pieces:
            yield Change(what, "".join(pieces))
