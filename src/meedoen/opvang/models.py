"""The tables of this app, gathered from the files that hold them."""

from meedoen.opvang.house_tables import Nareis, Woning
from meedoen.opvang.office_tables import Bestand, Taakstelling
from meedoen.opvang.tables import Driegesprek, Klantprofiel, Langs, Niveau, Voorbereiding

__all__ = [
    "Bestand",
    "Driegesprek",
    "Klantprofiel",
    "Langs",
    "Nareis",
    "Niveau",
    "Taakstelling",
    "Voorbereiding",
    "Woning",
]
