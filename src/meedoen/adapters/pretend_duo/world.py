"""The invented world: people, a clock of days, and who may see whom."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from threading import RLock

from meedoen.adapters.pretend_duo.persoon import Persoon, Step, Wire
from meedoen.adapters.pretend_duo.population import Setting
from meedoen.adapters.pretend_duo.steps import perform
from meedoen.adapters.pretend_duo.term import months_before

OLD_PLAN = 1  # months in which the municipality before may still ask


@dataclass(frozen=True)
class Happening:
    """An event that DUO tells a municipality; the BSN is empty as long as it is not known."""

    gemeente: int
    code: str
    vnummer: int
    op: date
    bsn: str = ""


@dataclass
class Contactpersoon:
    """Whom an inburgeraar can call, as a municipality told it."""

    gemeente: int
    velden: Wire


class World:
    """All that the pretend DUO knows. Whoever reads or writes holds `lock`."""

    def __init__(self, people: Iterable[Persoon], setting: Setting, day: date) -> None:
        self.lock = RLock()
        self.people = list(people)
        self.setting = setting
        self.contactpersonen: dict[int, Contactpersoon] = {}
        self.contactnummer = 0  # the last one given: none is given twice
        self.told: Callable[[Happening], None] = _nobody
        first = min((step.op for p in self.people for step in p.steps), default=day)
        self.day = min(first - timedelta(days=1), day)
        self.step((day - self.day).days)

    def know(self, contactpersonen: Mapping[int, Contactpersoon]) -> None:
        """These were told before today, under these numbers."""
        self.contactpersonen.update(contactpersonen)
        self.contactnummer = max(self.contactpersonen, default=0)

    def listen(self, told: Callable[[Happening], None]) -> None:
        """From now on this is called for every event."""
        self.told = told

    def step(self, days: int = 1) -> int:
        """Let days pass; returns how many events there were."""
        before = sum(len(persoon.gebeurtenissen) for persoon in self.people)
        with self.lock:
            for _ in range(max(days, 0)):
                self.day += timedelta(days=1)
                for persoon in self.people:
                    self._live(persoon)
            return sum(len(persoon.gebeurtenissen) for persoon in self.people) - before

    def soonest(self, gemeenten: Sequence[int]) -> Persoon | None:
        """Who can be let live on first, best for watching: known by BSN, with nothing yet.

        Of the first municipality, as long as it has somebody.
        """
        able = [p for p in self.people if p.steps and p.gemeenten[0] in gemeenten]
        return min(
            able,
            key=lambda p: (
                gemeenten.index(p.gemeenten[0]),
                not p.bsn_bekend,
                len(p.gebeurtenissen),
                p.steps[0].op,
            ),
            default=None,
        )

    def pull(self, persoon: Persoon) -> int:
        """Let the next event of one person happen now, and all that comes after it sooner.

        Returns how many events that gave; none where the story is over.
        """
        with self.lock:
            before = len(persoon.gebeurtenissen)
            while persoon.steps and len(persoon.gebeurtenissen) == before:
                sooner = persoon.steps[0].op - self.day
                persoon.steps = [Step(s.op - sooner, s.wat, s.velden) for s in persoon.steps]
                self._live(persoon)
            return len(persoon.gebeurtenissen) - before

    def _live(self, persoon: Persoon) -> None:
        while persoon.steps and persoon.steps[0].op <= self.day:
            step = persoon.steps.pop(0)
            for code in perform(persoon, step):
                persoon.gebeurtenissen.append((self.day, code))
                self.tell(persoon, code)

    def tell(self, persoon: Persoon, code: str) -> None:
        """Tell the municipality where this person belongs now, if there is one."""
        if persoon.gemeente is not None:
            bsn = persoon.bsn if persoon.bsn_bekend else ""
            self.told(Happening(persoon.gemeente, code, persoon.vnummer, self.day, bsn))

    def find(self, bsn: str) -> Persoon | None:
        """Who has this BSN, if DUO knows of a duty, now or once."""
        return next((p for p in self.people if p.bsn == bsn and p.is_bekend), None)

    def may_see(self, gemeente: int, persoon: Persoon) -> bool:
        """Resident, coupled, maker of the plan now, or of the one before it for a month."""
        if persoon.gemeente == gemeente:
            return True
        makers = [pip.gemeente for pip in persoon.pips[-2:]]
        if makers and makers[-1] == gemeente:
            return True
        fresh = bool(makers) and persoon.pips[-1].dagtekening > months_before(self.day, OLD_PLAN)
        return fresh and makers[0] == gemeente


def _nobody(happening: Happening) -> None:
    """Nobody listens yet."""
