"""An objection to a besluit of a dossier that went on in another: recorded and decided there."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from tests.apps.browsing import get
from tests.apps.visitor import visitor
from tests.dossier.letters_ready import at_home, officials
from tests.dossier.makers import BSN, ON, Team, dossier_for, later

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions import bezwaar as acts
from meedoen.dossier.actions.besluiten import propose, send, sign
from meedoen.dossier.actions.merging import Voorstel, merge, propose_merge
from meedoen.dossier.bezwaar import KIND
from meedoen.dossier.gronden import Gronden
from meedoen.dossier.models import Besluit, Bezwaar, Dossier
from meedoen.dossier.verify import CHECKS

KM, TL, JURIST = Rol.KLANTMANAGER, Rol.TEAMLEIDER, Rol.JURIST
GENERAL = "besluit_algemeen"
FACTS = Gronden(eigen_feiten="U kwam op 1 september niet.")
DECISION: dict[str, Any] = {
    "onderwerp": "uw lessen",
    "beslissing": "Wij wijzen uw verzoek af.",
    "gevolg": "Er verandert niets.",
    "motivering": "U volgt al genoeg lessen.",
    "artikel": "Wi 17:2",
}
MERGED, CAME = date(2026, 12, 1), date(2026, 12, 14)  # long after the term to object


def at(day: date, hour: int = 9) -> datetime:
    """A moment on a day."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


@pytest.fixture
def people(db: None) -> Team:
    return officials(GENERAL, KIND)


def _merged(people: Team) -> tuple[Besluit, Dossier]:
    """A besluit of a dossier that closed, and the dossier that goes on."""
    closing, remaining = at_home(people), dossier_for(people[KM], bsn=BSN)
    with as_actor(people[KM]):
        made = propose(closing.pk, GENERAL, DECISION, on=ON, at=later(2), gronden=FACTS)
        sign(made.pk, on=ON, at=later(3))
        besluit = send(made.pk, "post", on=ON, at=later(4))
        asked = propose_merge(
            Voorstel(closing.pk, remaining.pk, "ik zag het paspoort", ()),
            gezien=_ends(closing, remaining),
            on=MERGED,
            at=at(MERGED),
        )
    with as_actor(people[TL]):
        merge(asked.pk, gezien=_ends(closing, remaining), on=MERGED, at=at(MERGED, 10))
    return besluit, remaining


def _ends(*both: Dossier) -> Any:
    return tuple(Dossier.objects.get(pk=each.pk).laatste_nummer for each in both)


def test_it_is_recorded_where_the_person_went_and_takes_the_besluit_away(people: Team) -> None:
    besluit, remaining = _merged(people)
    client = visitor(people[KM])
    where = f"/dossiers/{remaining.pk}/brieven/{besluit.pk}/bezwaar/"
    assert where in get(client, f"/dossiers/{remaining.pk}/brieven/")
    assert "Leg het bezwaar vast" in get(client, where)
    with as_actor(people[KM]):
        row = acts.receive(besluit.pk, Bezwaar.Kanaal.BALIE, acts.Dagen(CAME), on=CAME, at=at(CAME))
    assert row.dossier_id == remaining.pk
    page = f"/dossiers/{remaining.pk}/bezwaren/{row.pk}/"
    assert page in get(client, f"/dossiers/{remaining.pk}/brieven/")
    assert f'href="/dossiers/{remaining.pk}/brieven/">Naar het besluit' in get(client, page)
    _decided(people, row)
    with as_actor(people[KM]):
        besluit.refresh_from_db()
    assert besluit.ingetrokken_op == CAME
    assert not [fault for check in CHECKS.values() for fault in check()]


def _decided(people: Team, row: Bezwaar) -> None:
    answer: dict[str, Any] = {
        "besluit_van": ON,
        "ontvangen_op": CAME,
        "beslissing": "Wij geven u gelijk.",
        "gevolg": "Het besluit geldt niet meer.",
        "horen": "U vertelde op 14 december waarom u het niet eens bent.",
        "motivering": "Wij rekenden uw lessen verkeerd.",
    }
    with as_actor(people[JURIST]):
        acts.judge_lateness(row.pk, "Zij was ziek.", verschoonbaar=True, on=CAME, at=at(CAME))
        acts.heard(row.pk, on=CAME, at=at(CAME))
        made = propose(row.dossier_id, KIND, answer, on=CAME, at=at(CAME), gronden=FACTS)
        acts.decide(row.pk, Bezwaar.Uitkomst.GEGROND, on=CAME, at=at(CAME))
    with as_actor(people[TL]):
        sign(made.pk, on=CAME, at=at(CAME, 10))
        send(made.pk, "overhandigd", on=CAME, at=at(CAME, 11))
