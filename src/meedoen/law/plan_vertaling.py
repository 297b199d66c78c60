"""The fixed texts of a plan that is read together (law/plan/vertaling): Dutch and six languages."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from meedoen.law.vertaling import Vertaling, read_translations

HOME = Path(__file__).with_name("plan") / "vertaling"
DUTCH = "nl"


@cache
def plan_translations() -> Mapping[str, Vertaling]:
    """Every language by its code, Dutch among them. Errors: TomlError with file and line."""
    return read_translations(HOME)
