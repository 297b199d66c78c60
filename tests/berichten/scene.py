"""A municipality that DUO tells things: who acts, who is known, and what the dossier then says."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from tests.berichten.fake_duo import FakeDuo
from tests.dossier.makers import HIER

from meedoen.accounts.actor import Actor
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.berichten.uitkomst import Melding, Uitkomst
from meedoen.berichten.verwerking import process
from meedoen.berichten.vragen import ask
from meedoen.dossier.actions.people import NewPerson, open_dossier
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import Dossier, Gebeurtenis
from meedoen.dossier.names import Naam
from meedoen.dossier.partial_date import OnvolledigeDatum

ON, AT = date(2026, 9, 14), datetime(2026, 9, 14, 9, 30, tzinfo=UTC)
SENT = datetime(2026, 9, 13, 8, 0, tzinfo=UTC)
BSN, OTHER, VNUMMER = "999950009", "999950010", "9998000001"
DUO = Actor(None, "DUO", Rol.TEAMLEIDER, (HIER,))


@pytest.fixture
def scope(db: None) -> Iterator[None]:
    """The worker that serves DUO, in one municipality."""
    with as_actor(DUO):
        yield


def tell(
    code: str, duo: FakeDuo, *, bsn: str = BSN, vnummer: str = "", number: int = 1
) -> Uitkomst:
    """What comes of one notice."""
    melding = Melding(f"bericht-{number}", HIER, code, SENT, bsn, vnummer)
    (outcome,) = process([melding], partial(ask, duo.duo), on=ON, at=AT)
    return outcome


def facts(dossier: int) -> dict[str, Any]:
    """Every known fact of a dossier."""
    return facts_of([dossier], on=ON).facts.row()


def soorten(dossier: int) -> list[str]:
    """The soorten in the diary, in order."""
    rows = Gebeurtenis.objects.filter(dossier=dossier).order_by("nummer")
    return list(rows.values_list("soort", flat=True))


def known(bsn: str = BSN, vnummer: str = "") -> Dossier:
    """Somebody who has a dossier."""
    person = NewPerson(Naam("Selam", "", "Tesfay"), OnvolledigeDatum(1991, 3, 16), bsn, vnummer)
    return open_dossier(HIER, person, on=date(2026, 2, 2), at=AT - timedelta(days=30))
