"""Each code of DUO does in the dossier what the answers say, and says it once."""

import pytest
from tests.berichten.codes import ALSO, CASES, LINES
from tests.berichten.fake_duo import FakeDuo
from tests.berichten.scene import facts, known, scope, soorten, tell

from meedoen.berichten.uitkomst import Toestand
from meedoen.law.duo_events import duo_events

__all__ = ["scope"]

pytestmark = pytest.mark.usefixtures("scope")


def test_every_code_has_a_case() -> None:
    assert set(CASES) == set(duo_events())


@pytest.mark.parametrize("code", sorted(CASES))
def test_a_code_does_what_the_answers_say_once(code: str) -> None:
    answers, expected = CASES[code]
    dossier = known()
    before = facts(dossier.pk)
    outcome = tell(code, FakeDuo(answers))
    assert (outcome.toestand, outcome.dossier) == (Toestand.VERWERKT, dossier.pk)
    assert facts(dossier.pk) == before | expected
    assert LINES.get(code, soorten(dossier.pk)[0]) in soorten(dossier.pk)
    written = soorten(dossier.pk)
    assert set(written) - {"dossier_geopend"} <= set(duo_events()[code].soorten) | ALSO
    again = tell(code, FakeDuo(answers), number=2)
    assert again == outcome
    assert soorten(dossier.pk) == written, "an answer that tells nothing new writes nothing"
