"""How long each step takes, against its norm and the year before, and where it stands still now.

Whoever is still busy with a step is counted as running, not left out: the median and the quarters
are those of Kaplan and Meier, to which a running step adds what is certain: that it takes longer
than until today. Leaving out who still waits would make every step look shorter than it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.models import Gemeente
from meedoen.law.loader import law_for
from meedoen.rules.column import Array, Kind, column_of
from meedoen.werkplek.lijn import STIL
from meedoen.werkplek.stappen import Stappen
from meedoen.werkplek.team import LEAST

YEAR = 365  # days of a cohort
SILENT = STIL.days


@dataclass(frozen=True)
class Stap:
    """A step: from the last of some days until another. `norm`: numbers of the law, in weeks."""

    name: str
    label: Any
    van: tuple[str, ...]
    tot: str
    norm: tuple[str, ...] = ()


STAPPEN = (
    Stap("klantprofiel", lazy("Koppeling tot klantprofiel"), ("koppeling",), "klantprofiel"),
    Stap(
        "huis",
        lazy("Koppeling tot huis"),
        ("koppeling",),
        "huis",
        ("woning_binnen", "verhuizing_binnen"),
    ),
    Stap("gevraagd", lazy("Bericht van DUO tot eerste vraag"), ("bericht",), "gevraagd"),
    Stap("intake", lazy("Eerste vraag tot intake klaar"), ("gevraagd",), "intake"),
    Stap("pip", lazy("Bericht en huis tot PIP"), ("bericht", "huis"), "pip", ("termijn_pip",)),
    Stap("activiteit", lazy("PIP tot eerste activiteit"), ("pip",), "activiteit"),
)


@dataclass(frozen=True)
class Duur:
    """One step of a cohort: who finished, who is busy, who stopped; days, None where not known."""

    klaar: int
    bezig: int
    gestopt: int
    kwart: int | None = None
    mediaan: int | None = None
    driekwart: int | None = None
    boven: int = 0  # of all, who took longer than the norm or is busy for longer already

    @property
    def count(self) -> int:
        """All who began this step in the year."""
        return self.klaar + self.bezig + self.gestopt

    @property
    def told(self) -> bool:
        """Whether enough people began it to say something."""
        return self.count >= LEAST


@dataclass(frozen=True)
class Rij:
    """A step this year and the year before, with its norm in days and the article."""

    stap: Stap
    nu: Duur
    eerder: Duur
    norm: int | None
    artikel: str


@dataclass(frozen=True)
class Fase:
    """Where dossiers are now: how many, how many of them stand still, and the longest silence."""

    name: str
    label: Any
    count: int
    stil: int
    langst: int | None


@dataclass(frozen=True)
class Doorlooptijd:
    """The whole picture on a day. `vast`: numbers of dossiers that stand still, longest first."""

    rijen: tuple[Rij, ...]
    fasen: tuple[Fase, ...]
    vast: tuple[tuple[int, int, Any], ...]  # dossier, days of silence, label of the phase

    @property
    def langst(self) -> int:
        """What the picture must hold, in days."""
        found = [each.nu.driekwart or each.nu.mediaan or 0 for each in self.rijen]
        before = [each.eerder.mediaan or 0 for each in self.rijen]
        return max([*found, *before, *(each.norm or 0 for each in self.rijen), 1])


FASEN = (
    ("huis", lazy("Wacht op een huis")),
    ("gevraagd", lazy("Nog niet uitgenodigd of opgeroepen")),
    ("intake", lazy("De brede intake loopt")),
    ("pip", lazy("Wacht op het PIP")),
    ("activiteit", lazy("Wacht op de eerste activiteit")),
)


def doorlooptijd_of(found: Stappen, gemeente: Gemeente, *, on: date, most: int) -> Doorlooptijd:
    """The picture of these steps on a day; at most `most` dossiers that stand still."""
    law = law_for(gemeente.stelsel, gemeente.pk)
    numbers = law.in_force(column_of([on], Kind.DAY))
    this, before = on - timedelta(days=YEAR), on - timedelta(days=2 * YEAR)
    rijen = []
    for stap in STAPPEN:
        weeks = [getattr(numbers, name).plain() for name in stap.norm]
        norm = 7 * sum(weeks) if stap.norm and None not in weeks else None
        article = law.number(stap.norm[-1]).article if stap.norm else ""
        nu = duur_of(found, stap, began=(this, on), norm=norm, on=on)
        eerder = duur_of(found, stap, began=(before, this), norm=norm, on=on)
        rijen.append(Rij(stap, nu, eerder, norm, article))
    fasen, vast = _phases(found, on=on, most=most)
    return Doorlooptijd(tuple(rijen), fasen, vast)


def duur_of(
    found: Stappen, stap: Stap, *, began: tuple[date, date], norm: int | None, on: date
) -> Duur:
    """A step of who began it after the first day and until the last."""
    van = np.maximum.reduce([getattr(found, name) for name in stap.van])
    if stap.tot == "pip":  # who has no home to wait for, begins with the notice
        van = np.fmax.reduce([getattr(found, name) for name in stap.van])
        van = np.where(np.isnat(found.bericht), np.datetime64("NaT"), van)
    tot = getattr(found, stap.tot)
    chosen = (van > np.datetime64(began[0])) & (van <= np.datetime64(began[1]))
    van, tot, einde = van[chosen], tot[chosen], found.einde[chosen]
    done, stopped = ~np.isnat(tot), np.isnat(tot) & ~np.isnat(einde)
    until = np.where(done, tot, np.where(stopped, einde, np.datetime64(on)))
    days = np.maximum((until - van).astype(np.int64), 0)
    count = int(done.sum()), int((~done & ~stopped).sum()), int(stopped.sum())
    if sum(count) < LEAST:
        return Duur(*count)
    kwart, mediaan, driekwart = (after(days, done, share=share) for share in (0.25, 0.5, 0.75))
    over = int((days > norm).sum()) if norm is not None else 0
    return Duur(*count, kwart, mediaan, driekwart, boven=over)


def after(days: Array, done: Array, *, share: float) -> int | None:
    """After how many days this share has finished (Kaplan and Meier); None: not reached yet.

    `days`: how long each took, or is busy; `done`: whether it finished.
    """
    times, place = np.unique(days, return_inverse=True)
    finished = np.bincount(place, weights=done)
    at_risk = np.bincount(place)[::-1].cumsum()[::-1]
    busy = np.cumprod(1 - finished / at_risk)
    reached = np.flatnonzero(busy <= 1 - share + 1e-9)
    return int(times[reached[0]]) if reached.size else None


def _phases(
    found: Stappen, *, on: date, most: int
) -> tuple[tuple[Fase, ...], tuple[tuple[int, int, Any], ...]]:
    """Where who is not finished stands now, and who of them stands still longest."""
    fase = phase_of(found)
    silent = (np.datetime64(on) - found.laatste).astype(np.int64)
    silent = np.where(np.isnat(found.laatste), 0, silent)
    told = []
    for number, (name, label) in enumerate(FASEN):
        here = fase == number
        stil = here & (silent >= SILENT)
        longest = int(silent[stil].max()) if stil.any() else None
        told.append(Fase(name, label, int(here.sum()), int(stil.sum()), longest))
    stuck = np.flatnonzero((fase >= 0) & (silent >= SILENT) & (found.dossier > 0))
    order = stuck[np.argsort(-silent[stuck], kind="stable")][:most]
    named: Mapping[int, Any] = {number: label for number, (_name, label) in enumerate(FASEN)}
    rows = ((int(found.dossier[i]), int(silent[i]), named[int(fase[i])]) for i in order)
    return tuple(told), tuple(rows)


def phase_of(found: Stappen) -> Array:
    """The place in `FASEN` of each dossier; −1: finished, ended, or not begun."""
    no_home = ~np.isnat(found.koppeling) & np.isnat(found.huis)
    open_ = [
        no_home,
        np.isnat(found.gevraagd) & np.isnat(found.intake) & np.isnat(found.pip),
        np.isnat(found.intake) & np.isnat(found.pip),
        np.isnat(found.pip),
        np.isnat(found.activiteit),
    ]
    begun = ~np.isnat(found.koppeling) | ~np.isnat(found.bericht)
    runs = begun & np.isnat(found.einde)
    return np.select([runs & each for each in open_], range(len(open_)), -1)
