"""Makes a living plan for a dossier: something of everything."""

from typing import Any

from tests.dossier.makers import ON, later

from meedoen.accounts.actor import Actor
from meedoen.accounts.scope import as_actor
from meedoen.persoonlijk_plan.levend.actions_doelen import (
    NieuwDoel,
    Onderneming,
    agree_activity,
    set_goals,
)
from meedoen.persoonlijk_plan.models import Planactiviteit


def planned(actor: Actor, dossier: int, text: str, *, minutes: int = 7) -> dict[str, int]:
    """A goal and what is done for it, both with this text; their ids by the names of addresses."""
    when: dict[str, Any] = {"on": ON, "at": later(minutes)}
    with as_actor(actor):
        (doel,) = set_goals(dossier, [NieuwDoel(text)], van=ON, **when)
        stage = Onderneming(
            Planactiviteit.Soort.STAGE, text, Planactiviteit.Regelt.SAMEN, doel=doel.pk, van=ON
        )
        activiteit = agree_activity(dossier, stage, **when)
    return {"doel": doel.pk, "activiteit": activiteit.pk}
