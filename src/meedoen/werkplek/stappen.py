"""On which day every dossier reached each step, from koppeling to first activity: columns of days.

One question for a whole municipality. A function of the database answers it, so that policy staff
see days without seeing a person: the number of the dossier comes only to who may see them all.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
from django.db import connection

from meedoen.rules.column import Array

DAY = "datetime64[D]"


@dataclass(frozen=True)
class Stappen:
    """Columns of days, one row per dossier; NaT: not reached, or not known.

    `dossier`: numbers, 0 where the reader may not know them. `laatste`: when anything happened
    last. `einde`: when the case ended, also by leaving or death.
    """

    dossier: Array
    koppeling: Array
    klantprofiel: Array
    huis: Array
    bericht: Array
    gevraagd: Array
    intake: Array
    pip: Array
    activiteit: Array
    laatste: Array
    einde: Array


_NAMES = (
    *("koppeling", "klantprofiel", "huis", "bericht", "gevraagd", "intake", "pip"),
    *("activiteit", "laatste", "einde"),
)


def stappen_of(gemeente: int, *, on: date) -> Stappen:
    """The steps of every dossier of a municipality, as known now; nothing after the day `on`."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM werkplek_stappen(%s)", [gemeente])
        rows = cursor.fetchall()
    columns = list(zip(*rows, strict=True)) if rows else [()] * (len(_NAMES) + 1)
    days = (np.array(each, DAY) for each in columns[1:])
    until = np.datetime64(on)
    known = [np.where(each <= until, each, np.datetime64("NaT")) for each in days]
    return Stappen(np.array([each or 0 for each in columns[0]], np.int64), *known)
