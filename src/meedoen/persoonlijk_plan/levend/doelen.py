"""The goals of somebody as the page shows them: what the intake said, what runs, what is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from meedoen.dossier.models import Dossier
from meedoen.intake.gesprek import kader_for
from meedoen.intake.said import Bekend, known
from meedoen.persoonlijk_plan.levend.doel_tables import Doel, Planactiviteit

FROM_INTAKE = ("hoofddoel", "ontwikkelwensen")


@dataclass(frozen=True)
class Regel:
    """A goal and what is done for it."""

    doel: Doel
    activiteiten: tuple[Planactiviteit, ...]


@dataclass(frozen=True)
class Doelen:
    """What the intake said of goals; goals that run, that ended; what is done for no goal."""

    intake: tuple[Bekend, ...]
    lopend: tuple[Regel, ...]
    klaar: tuple[Regel, ...]
    los: tuple[Planactiviteit, ...]

    @property
    def hoofddoel(self) -> str:
        """The main goal of the intake, "" where none was said."""
        return next((b.gezegd.waarde for b in self.intake if b.vraag.naam == "hoofddoel"), "")

    @property
    def einddoelen(self) -> list[Doel]:
        """The end goals of the zelfredzaamheidsroute that count: those that did not stop."""
        rows = [each.doel for each in (*self.lopend, *self.klaar) if each.doel.einddoel]
        return [each for each in rows if each.stand != Doel.Stand.GESTOPT]

    @property
    def einddoelen_bereikt(self) -> bool:
        """Whether there are end goals and every one of them was reached."""
        return bool(self.einddoelen) and all(
            each.stand == Doel.Stand.BEREIKT for each in self.einddoelen
        )


def doelen_of(dossier: Dossier, *, on: date) -> Doelen:
    """The goals of a dossier on a day, in four questions."""
    rows = list(Doel.objects.filter(dossier=dossier).order_by("volgorde"))
    every = list(Planactiviteit.objects.filter(dossier=dossier).order_by("van", "pk"))
    ids = {row.pk for row in rows}
    running = [row for row in rows if row.stand == Doel.Stand.LOOPT]
    ended = [row for row in rows if row.stand != Doel.Stand.LOOPT]
    return Doelen(
        intake=from_intake(dossier, on=on),
        lopend=_with(running, every),
        klaar=_with(ended, every),
        los=tuple(each for each in every if each.doel_id not in ids),
    )


def from_intake(dossier: Dossier, *, on: date) -> tuple[Bekend, ...]:
    """What was said in the intake of main goal and wishes, where it was talked about."""
    sections = [
        each
        for each in kader_for(dossier, on).onderdelen
        if any(vraag.naam in FROM_INTAKE for vraag in each.alle)
    ]
    told = known(dossier.pk, sections, special=False)
    return tuple(told[name] for name in FROM_INTAKE if name in told and told[name].in_woorden)


def _with(rows: Sequence[Doel], every: Sequence[Planactiviteit]) -> tuple[Regel, ...]:
    return tuple(
        Regel(row, tuple(each for each in every if each.doel_id == row.pk)) for row in rows
    )
