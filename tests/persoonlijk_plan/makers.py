"""Makes a living plan for a dossier: something of everything."""

from datetime import time
from typing import Any

from tests.dossier.makers import ON, later

from meedoen.accounts.actor import Actor
from meedoen.accounts.scope import as_actor
from meedoen.persoonlijk_plan.levend.actions_afspraken import Handtekening, agree, sign_plan
from meedoen.persoonlijk_plan.levend.actions_doelen import (
    NieuwDoel,
    Onderneming,
    agree_activity,
    set_goals,
)
from meedoen.persoonlijk_plan.levend.actions_week import Blok, add_blocks
from meedoen.persoonlijk_plan.models import Bezigheid, Instemming, Planactiviteit


def planned(actor: Actor, dossier: int, text: str, *, minutes: int = 7) -> dict[str, int]:
    """A goal, what is done for it and a lesson, with this text; ids by the names of addresses."""
    when: dict[str, Any] = {"on": ON, "at": later(minutes), "gezien": None}
    with as_actor(actor):
        (doel,) = set_goals(dossier, [NieuwDoel(text)], van=ON, **when)
        stage = Onderneming(
            Planactiviteit.Soort.STAGE, text, Planactiviteit.Regelt.SAMEN, doel=doel.pk, van=ON
        )
        activiteit = agree_activity(dossier, stage, **when)
        les = Blok(
            Bezigheid.Soort.LES, time(9), time(12), ON, Bezigheid.Bron.SCHOOL, text, reis_minuten=20
        )
        (bezigheid,) = add_blocks(dossier, [1], les, **when)
        afspraak = agree(dossier, text, ON, **when)
        sign_plan(dossier, Handtekening(Instemming.Wijze.NIET, reden=text), **when)
    made = {"doel": doel.pk, "activiteit": activiteit.pk, "bezigheid": bezigheid.pk}
    return made | {"planafspraak": afspraak.pk}
