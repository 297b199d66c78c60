"""What tests of a withdrawal do: take in a notice, propose, approve."""

from typing import Any

from tests.apps.notices import content
from tests.dossier.makers import HIER, ON, Team, later

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.notice import receive_notice
from meedoen.dossier.actions.withdrawal import propose_withdrawal, withdraw_data
from meedoen.dossier.models import Dossier, Intrekking
from meedoen.dossier.notice import read_notice
from meedoen.dossier.withdrawal import read

KM, FG = Rol.KLANTMANAGER, Rol.FG


def proposal(people: Team, dossier: Dossier, nummer: int | None, minute: int = 20) -> Intrekking:
    """A proposal of the klantmanager, for a line or (None) the whole dossier."""
    with as_actor(people[KM]):
        return propose_withdrawal(
            dossier.pk, nummer, "hoort bij een andere gemeente", bron="DUO", on=ON, at=later(minute)
        )


def approve(people: Team, made: Intrekking, minute: int = 40) -> dict[str, Any]:
    """The FG approves; the verklaring."""
    with as_actor(people[FG]):
        return read(withdraw_data(made.pk, on=ON, at=later(minute)))


def notice(people: Team) -> Dossier:
    """A dossier that a notice of DUO opened."""
    with as_actor(people[KM]):
        told = read_notice(content(), today=ON)
        who = people[KM].medewerker_id
        return receive_notice(HIER, told, on=ON, at=later(1), klantmanager=who).dossier
