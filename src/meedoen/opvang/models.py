"""The tables of this app, gathered from the files that hold them."""

from meedoen.opvang.house_tables import Nareis, Woning
from meedoen.opvang.tables import Driegesprek, Klantprofiel, Langs, Niveau, Voorbereiding

__all__ = [
    "Driegesprek",
    "Klantprofiel",
    "Langs",
    "Nareis",
    "Niveau",
    "Voorbereiding",
    "Woning",
]
