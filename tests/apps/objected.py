"""A dossier with a besluit that was objected to, and a letter that waits for the mailroom."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from tests.dossier.letters_ready import HOME, INVITATION, INVITED
from tests.dossier.makers import Team, dossier_for

from meedoen.accounts.actions import Besluitrecht, give_mandate
from meedoen.accounts.clock import now
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.besluiten import propose, send, sign
from meedoen.dossier.actions.bezwaar import Dagen, receive
from meedoen.dossier.actions.circumstances import move
from meedoen.dossier.actions.sending import ready_for_mailroom
from meedoen.dossier.gronden import Gronden
from meedoen.dossier.models import Adres, Bezwaar

GENERAL = "besluit_algemeen"
DECISION: dict[str, Any] = {
    "onderwerp": "uw lessen",
    "beslissing": "Wij wijzen uw verzoek af.",
    "gevolg": "Er verandert niets.",
    "motivering": "U volgt al genoeg lessen.",
    "artikel": "Wi 17:2",
}


def objected_dossier(people: Team) -> dict[str, int]:
    """The ids that addresses name: the dossier, its besluit, the bezwaar."""
    mine = people[Rol.KLANTMANAGER]
    right = Besluitrecht(Rol.KLANTMANAGER, GENERAL, "nr. 4")
    give_mandate(people.gemeente, right, van=date(2022, 1, 1))
    dossier, today = dossier_for(mine, "Zahra Karimi"), timezone.localdate(now())
    with as_actor(mine):
        move(dossier.pk, Adres.Soort.WOONADRES, HOME, on=today, at=now())
        gronden = Gronden(eigen_feiten="U vroeg om meer lessen.")
        made = propose(dossier.pk, GENERAL, DECISION, on=today, at=now(), gronden=gronden)
        sign(made.pk, on=today, at=now())
        send(made.pk, "post", on=today, at=now())
        came = receive(made.pk, Bezwaar.Kanaal.BALIE, Dagen(today), on=today, at=now())
        invited = INVITED | {"dag": today + timedelta(days=30)}
        letter = propose(dossier.pk, INVITATION, invited, on=today, at=now())
        sign(letter.pk, on=today, at=now())
        ready_for_mailroom(letter.pk, on=today, at=now())
    return {"objected": dossier.pk, "decided": made.pk, "bezwaar": came.pk}
