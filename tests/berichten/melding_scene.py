"""Somebody with a plan beside a pretend DUO in this process, and what both then say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest
from tests.dossier.makers import AT, HIER, ON, Team, dossier_for
from tests.pretend_duo.invented import BSN, Town, town

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.adapters.breaker import Breaker
from meedoen.adapters.duo_line import Address, DuoLine, Patience, Surroundings
from meedoen.adapters.duo_rest import DuoRest
from meedoen.adapters.duo_tells import DuoTells
from meedoen.adapters.pretend_duo.oins import DUO, oin_of
from meedoen.berichten import melding_round
from meedoen.berichten.asking import duo_actor
from meedoen.berichten.melding_round import tell_next
from meedoen.berichten.melding_tables import Melding
from meedoen.dossier.actions.diary import record
from meedoen.dossier.models import Dossier, Gebeurtenis
from meedoen.rules.choices import Doelgroep, Leerroute, Niveau

SETTLED, DUTY = ON - timedelta(days=100), ON - timedelta(days=90)
FIRST_ROUND = AT + timedelta(minutes=9)
KNOWN = {
    "vestiging_in_gemeente_op": SETTLED,
    "gehuisvest": True,
}
PLAN: dict[str, Any] = {"leerroute": Leerroute.B1_ROUTE, "niveau_in_pip": Niveau.B1}


@dataclass
class Beside:
    """The pretend DUO, and a transport to it that a test may break; `calls` is what went over."""

    place: Town
    calls: list[str] = field(default_factory=list)
    before: Callable[[httpx.Request], Any] = field(default=lambda _request: None)
    after: Callable[[httpx.Request], Any] = field(default=lambda _request: None)

    def __post_init__(self) -> None:
        wsgi = httpx.WSGITransport(app=self.place.app)

        def handle(request: httpx.Request) -> httpx.Response:
            self.calls.append(f"{request.method} {request.url.path.rpartition('/')[2]}")
            self.before(request)
            answer = wsgi.handle_request(request)
            self.after(request)
            return answer

        around = Surroundings(lambda: 0.0, lambda _: None, uuid4)
        address = Address("http://duo.example/v1", oin_of(HIER), DUO)
        self.line = DuoLine(
            address,
            httpx.MockTransport(handle),
            Breaker(around.clock, limit=10_000),
            around=around,
            patience=Patience(attempts=1),
        )

    def sent(self) -> list[str]:
        """What was told, without what was asked."""
        return [call for call in self.calls if not call.startswith("GET")]

    def plans(self) -> list[tuple[date, str]]:
        """What DUO knows: date and route of each plan, the current one last."""
        return [(pip.dagtekening, str(pip.velden["leerroute"])) for pip in self.place.person.pips]


def beside(monkeypatch: pytest.MonkeyPatch, place: Town | None = None) -> Beside:
    """A DUO that knows this person: a resident with a duty and no plan yet."""
    found = Beside(place or town((100, "vestiging", {}), (90, "plicht", {}), day=ON))
    monkeypatch.setattr(melding_round, "duo_of", lambda _: DuoRest(found.line))
    monkeypatch.setattr(melding_round, "duo_tells_of", lambda _: DuoTells(found.line))
    return found


def with_facts(people: Team, *, known: dict[str, Any] | None = None) -> Dossier:
    """A dossier of the person whom that DUO knows."""
    dossier = dossier_for(people[Rol.KLANTMANAGER], bsn=BSN)
    say(people, dossier, "ingeschreven", KNOWN if known is None else known, on=SETTLED)
    duty = {"doelgroep": Doelgroep.ASIELSTATUSHOUDER}
    say(people, dossier, "doelgroep_vastgesteld", duty, on=SETTLED)
    say(people, dossier, "kennisgeving_ontvangen", {"plicht_begon_op": DUTY}, on=DUTY)
    return dossier


def say(
    people: Team,
    dossier: Dossier,
    soort: str,
    gegevens: dict[str, Any],
    *,
    on: date = ON,
    herstelt: int | None = None,
) -> Gebeurtenis:
    """A line of the diary; the moment is that of the last one, or the usual."""
    with as_actor(people[Rol.KLANTMANAGER]):
        at = Dossier.objects.get(pk=dossier.pk).laatste_at or AT
        return record(dossier.pk, soort, gegevens, on=on, at=at, herstelt=herstelt)


def tell(minutes: float = 0, *, on: date = ON) -> int:
    """One round of the worker, so many minutes after the first, perhaps of a later day."""
    return tell_next(HIER, on=on, at=FIRST_ROUND + timedelta(minutes=minutes) + (on - ON))


def messages() -> list[Melding]:
    with as_actor(duo_actor(HIER)):
        return list(Melding.objects.select_related("gebeurtenis").order_by("pk"))


def states() -> list[str]:
    """Of each message how far it is, and why."""
    return [f"{each.stand} {each.waarom}".strip() for each in messages()]


def diary(dossier: Dossier) -> list[str]:
    with as_actor(duo_actor(HIER)):
        rows = Gebeurtenis.objects.filter(dossier=dossier).order_by("nummer")
        return list(rows.values_list("soort", flat=True))
