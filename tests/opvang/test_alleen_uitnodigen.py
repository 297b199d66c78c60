"""Before somebody is housed the college can only invite (R02.15): no letter says more."""

import pytest
from tests.dossier.makers import HIER, ON, dossier_for, later, team
from tests.opvang.makers import couple

from meedoen.accounts.actions import Besluitrecht, give_mandate
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.besluiten import propose
from meedoen.dossier.actions.diary import record
from meedoen.dossier.letters import LetterError
from meedoen.dossier.models import Besluit

pytestmark = pytest.mark.usefixtures("db")
KM = Rol.KLANTMANAGER
INVITED = {"dag": ON, "tijd": "10.00 uur", "plaats": "het azc"}


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("oproep_brede_intake", "Maak een uitnodiging"),
        ("waarschuwing_tweede_oproep", "Maak een uitnodiging"),
        ("derde_oproep", "Maak een uitnodiging"),
        ("vaststelling_pip", "gehuisvest"),
    ],
)
def test_no_summons_warning_or_plan_before_the_house_and_the_reason_is_told(
    kind: str, words: str
) -> None:
    actor = team(HIER, KM)[KM]
    give_mandate(HIER, Besluitrecht(KM, kind, "mandaat"), van=ON)
    dossier = dossier_for(actor)
    couple(actor, dossier.pk)
    with as_actor(actor):
        with pytest.raises(LetterError, match=words):
            propose(dossier.pk, kind, {}, on=ON, at=later(7))
        assert not Besluit.objects.exists()
        record(dossier.pk, "ingeschreven", {"gehuisvest": True}, on=ON, at=later(8))
        with pytest.raises(LetterError) as after:
            propose(dossier.pk, kind, {}, on=ON, at=later(9))
        assert words not in str(after.value)  # now it is another reason: the letter is not complete


def test_an_invitation_may_be_sent_to_the_azc() -> None:
    actor = team(HIER, KM)[KM]
    give_mandate(HIER, Besluitrecht(KM, "uitnodiging_brede_intake", "mandaat"), van=ON)
    dossier = dossier_for(actor)
    couple(actor, dossier.pk)
    with as_actor(actor):
        propose(dossier.pk, "uitnodiging_brede_intake", INVITED, on=ON, at=later(7))
        assert Besluit.objects.count() == 1
