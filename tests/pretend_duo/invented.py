"""A small invented world behind the pretend DUO, called in this process."""

import json
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

from werkzeug.test import Client, TestResponse

from meedoen.adapters.pretend_duo.journal import Journal
from meedoen.adapters.pretend_duo.kuren import Kuren
from meedoen.adapters.pretend_duo.oins import DUO, oin_of
from meedoen.adapters.pretend_duo.persoon import Persoon, Step
from meedoen.adapters.pretend_duo.population import setting
from meedoen.adapters.pretend_duo.wire import PretendDuo
from meedoen.adapters.pretend_duo.world import Happening, World

HERE, THERE = 9999, 9998
DAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
BSN = "999950009"
SCHOOL, TST, NOBODY = "9999000001", "9999000002", "9999000004"


@dataclass
class Town:
    """The world, who asks in it, and what DUO told."""

    world: World
    kuren: Kuren = field(default_factory=Kuren)
    journal: Journal = field(default_factory=lambda: Journal(lambda: NOW))
    told: list[Happening] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.world.listen(self.told.append)
        self.app = PretendDuo(
            self.world, self.journal, self.kuren, gemeenten=(HERE, THERE), sleep=self.waits.append
        )
        self.client = Client(self.app)

    @property
    def person(self) -> Persoon:
        return self.world.people[0]

    def call(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        gemeente: int = HERE,
        **headers: str | None,
    ) -> TestResponse:
        """One request; a header of None is left out. `{bsn}` is that of the person."""
        usual = {"bron": oin_of(gemeente), "doel": DUO, "berichtId": str(uuid4())}
        sent = {name: value for name, value in (usual | headers).items() if value is not None}
        return self.client.open(
            f"/v1{path.format(bsn=BSN)}",
            method=method,
            headers=sent,
            data=None if body is None else body if isinstance(body, bytes) else json.dumps(body),
            content_type=None if body is None else "application/json",
        )

    def codes(self) -> list[str]:
        return [happening.code for happening in self.told]


def town(*stappen: tuple[int, str, dict[str, Any]], day: date = DAY) -> Town:
    """One person to whom this happened, so many days before the day."""
    person = Persoon(BSN, 9_998_000_001, "Eyob Semere", date(1990, 1, 1), (HERE, THERE), "toets")
    for before, wat, velden in stappen:
        person.plan(Step(date.fromordinal(day.toordinal() - before), wat, velden))
    return Town(World([person], setting(), day))


def asiel(*more: tuple[int, str, dict[str, Any]]) -> Town:
    """A resident of HERE since 100 days, with a duty since 90 days."""
    return town((100, "vestiging", {}), (90, "plicht", {}), *more)


def with_plan(leerroute: str = "B", *more: tuple[int, str, dict[str, Any]], days: int = 60) -> Town:
    """The same, with a PIP since 60 days and so a term since 59."""
    velden = {"leerroute": leerroute, "niveau": "B1"}
    return town(
        (days + 40, "vestiging", {}),
        (days + 30, "plicht", {}),
        (days, "pip", velden),
        *more,
    )
