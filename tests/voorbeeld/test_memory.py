"""Time travel tells what was known: saved on forty days, and asked again afterwards."""

import numpy as np
from tests.voorbeeld.memory import AUDIT, DAYS, Memory, Saved, columns, findings

from meedoen.accounts.models import Gemeente
from meedoen.config.voorbeeld.happenings import Archive
from meedoen.dossier.as_of import end_of
from meedoen.dossier.facts_table import facts_of
from meedoen.law.loader import law_for
from meedoen.law.register import register
from meedoen.rules.column import Array

WITHDRAWN = "examen_behaald"  # of Lan: it was of somebody else, and is gone at every moment


def test_travelling_to_a_day_tells_what_was_known_and_said_on_that_day(
    village: Archive, remembered: Memory
) -> None:
    assert len({each.day for each in remembered.saved}) == DAYS
    gone = set()
    for saved in remembered.saved:
        known_at = end_of(saved.day)
        then = facts_of(saved.dossiers, on=saved.day, known_at=known_at, using=AUDIT).facts
        gone |= _differences(saved, columns(then))
        same = ~_rows_of(saved, {dossier for dossier, _ in gone})
        gemeente = Gemeente.objects.using(AUDIT).get(pk=saved.gemeente)
        again = findings(then, law_for(gemeente.stelsel, gemeente.code))
        assert not [name for name in again if not _alike(saved.findings[name], again[name], same)]
    lan = village.dossiers["lan"]
    assert gone
    assert {dossier for dossier, _ in gone} == {lan}
    assert {name for _, name in gone} <= {each.name for each in register()[WITHDRAWN].facts}


def _differences(saved: Saved, then: dict[str, Array]) -> set[tuple[int, str]]:
    """Dossier and fact of all that is told otherwise than it was saved."""
    found = set()
    for name, before in saved.facts.items():
        for place in np.flatnonzero(before != then[name]):
            found.add((saved.dossiers[place], name))
    return found


def _rows_of(saved: Saved, dossiers: set[int]) -> Array:
    return np.isin(saved.dossiers, list(dossiers))


def _alike(before: Array | str, again: Array | str, rows: Array) -> bool:
    """Whether a rule says the same of these rows, or has the same reason not to answer."""
    if isinstance(before, str) or isinstance(again, str):
        return before == again
    return bool((before[rows] == again[rows]).all())
