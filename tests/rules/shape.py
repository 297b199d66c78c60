"""What every module of the rules looks like from outside: annotations, and data that stays."""

from collections.abc import Iterator
from dataclasses import is_dataclass
from importlib import import_module
from inspect import getmembers, isclass, isfunction
from pathlib import Path
from typing import Any, get_type_hints

import meedoen.rules

MODULES = sorted(path.stem for path in Path(meedoen.rules.__path__[0]).glob("[a-z]*.py"))
CHANGING = {"Fact"}  # a fact learns its name when its class is made


def unreadable(name: str) -> Iterator[str]:
    """The functions and classes of a module whose annotations mean nothing when they are read."""
    for place, thing in _own(name):
        try:
            get_type_hints(thing)
        except TypeError as error:
            yield f"{place}: {error}"


def changeable(name: str) -> Iterator[str]:
    """The classes of data whose fields can be set again."""
    for place, thing in _own(name):
        if isclass(thing) and is_dataclass(thing) and place not in CHANGING:
            parameters: Any = thing.__dict__["__dataclass_params__"]
            if not parameters.frozen:
                yield place


def _own(name: str) -> Iterator[tuple[str, Any]]:
    module = import_module(f"meedoen.rules.{name}")
    for place, thing in getmembers(module, lambda it: isclass(it) or isfunction(it)):
        if thing.__module__ == module.__name__:
            yield place, thing
            if isclass(thing):
                yield from getmembers(thing, isfunction)
