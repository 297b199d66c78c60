"""The questions of the brede intake that hold on a day (law/intake/)."""

from datetime import date
from functools import lru_cache
from pathlib import Path

from meedoen.law.kader_file import read_kader
from meedoen.law.vraag import Kader

HOME = Path(__file__).with_name("intake")
DAYS = 64  # kept: those of today, and those that somebody looks back at


@lru_cache(maxsize=DAYS)
def kader_of(gemeente: int, on: date) -> Kader:
    """The questions of a municipality (code) on a day: the national ones, and its own.

    Errors: TomlError with file and line; LookupError for a day before the first version.
    """
    return read_kader(HOME, gemeente, on)
