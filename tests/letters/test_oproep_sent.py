"""An oproep that is sent counts: the rules see it, and forget how the one before it ended."""

from datetime import date

from tests.dossier.makers import HIER, ON, dossier_for, later, team
from tests.letters.samples import VALUES

from meedoen.accounts.actions import Besluitrecht, give_mandate
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.besluiten import propose, send, sign
from meedoen.dossier.actions.diary import record
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.verify import verify_stand

KIND = "oproep_brede_intake"


def test_the_rules_see_an_oproep_that_was_sent(db: None) -> None:
    who = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    give_mandate(HIER, Besluitrecht(who.rol, KIND, "mandaatregister"), van=date(2022, 1, 1))
    dossier = dossier_for(who)
    with as_actor(who):
        record(dossier.pk, "oproep_afgelopen", {"kwam_op_oproep": False}, on=ON, at=later(1))
        proposed = propose(dossier.pk, KIND, VALUES[KIND], on=ON, at=later(2))
        sign(proposed.pk, on=ON, at=later(3))
        send(proposed.pk, "overhandigd", on=ON, at=later(4))
        known = facts_of([dossier.pk], on=ON).facts.row()
        assert known["laatste_oproep_op"] == ON
        assert known["oproepen_verstuurd"] == 1
        assert known["termijn_oproep_tot"] == date(2026, 9, 29)
        assert known.get("kwam_op_oproep") is None
        assert not list(verify_stand())
