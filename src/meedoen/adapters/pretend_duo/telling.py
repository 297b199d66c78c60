"""One thing that a municipality tells the pretend DUO."""

from collections.abc import Iterable
from dataclasses import dataclass

from meedoen.adapters.pretend_duo.persoon import Persoon
from meedoen.adapters.pretend_duo.refusal import Refusal
from meedoen.adapters.pretend_duo.world import World


@dataclass(frozen=True)
class Telling:
    """Who tells it, about whom, and what; `nummer` is of a contactpersoon or a school."""

    world: World
    gemeente: int
    raw: bytes = b""
    about: Persoon | None = None
    nummer: str = ""

    @property
    def persoon(self) -> Persoon:
        """The person it is about. Errors: Refusal 404 where the address names nobody."""
        if self.about is None:
            raise Refusal(404, why="deze persoon is bij DUO niet bekend")
        return self.about


def refuse(faults: Iterable[str]) -> None:
    """Errors: Refusal 403 with every fault, if there is one."""
    if listed := list(faults):
        raise Refusal(403, *listed)
