"""A look while it happens: what is asked, by whom, and who was in the answer until now."""

import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from meedoen.accounts.actor import Actor
from meedoen.law.verwerkingen import BIJZONDER
from meedoen.logboek.models import Logregel
from meedoen.logboek.trace import Trace, trace_of

OK, ERROR = Logregel.Status.OK, Logregel.Status.ERROR
Vorm = Logregel.Vorm


@dataclass(frozen=True)
class Shown:
    """How a person was in an answer; `vorm` None: as the answer itself."""

    verwerking: str
    vorm: Vorm | None = None


@dataclass
class Look:
    """One look of an actor at data of a municipality (CBS code), begun at a moment.

    `naam` says in words what for; `verwerking` is a key of the register (law/verwerkingen.py).
    """

    actor: Actor
    gemeente: int
    verwerking: str
    naam: str
    begin_at: datetime
    trace: Trace = field(default_factory=lambda: trace_of(None))
    status: Logregel.Status = OK
    vorm: Vorm = Vorm.SCHERM
    shown: dict[int, Shown] = field(default_factory=dict)
    _began: float = field(default_factory=time.perf_counter)

    def show(
        self, *personen: int | None, vorm: Vorm | None = None, bijzonder: bool = False
    ) -> None:
        """These persons (ids) are in the answer; `bijzonder`: with their special categories.

        Who is named twice is one line. None is nobody: a dossier whose person is gone.
        """
        for persoon in personen:
            if persoon is not None:
                before = self.shown.get(persoon, Shown(self.verwerking))
                verwerking = BIJZONDER if bijzonder else before.verwerking
                self.shown[persoon] = Shown(verwerking, vorm or before.vorm)

    def refuse(self) -> None:
        """It ended in a refusal: nobody was shown."""
        self.status = ERROR
        self.shown.clear()

    @property
    def einde_at(self) -> datetime:
        """The moment now, by the clock that this look began with."""
        return self.begin_at + timedelta(seconds=time.perf_counter() - self._began)
