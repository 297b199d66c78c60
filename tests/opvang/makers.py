"""Somebody who comes, with something in every part of the page «Opvang»."""

from typing import Any

from tests.dossier.makers import ON, later

from meedoen.accounts.actor import Actor
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.diary import record
from meedoen.opvang.actions.arrival import Profiel, hold_talk, receive_profile, tell_preparation
from meedoen.opvang.actions.housing import answer_offer, expect_family, offer_house, set_key
from meedoen.opvang.models import Driegesprek, Nareis, Woning
from meedoen.rules.choices import Doelgroep, Verblijfsrecht

HOUSE = {"straat": "Lindelaan 1", "postcode": "1234 AB", "plaats": "Voorbeeldstad"}
PREPARATION: dict[str, Any] = {
    "stand_op": ON,
    "instemming": "ja",
    "instemming_op": ON,
    "nt2_uren": 84,
    "knm": True,
    "intro_pvt": False,
    "vrijwilligerswerk": True,
    "niveau_lezen": "A1-",
}
FAMILY: dict[str, Any] = {"wie": Nareis.Wie.PARTNER, "aantal": 1, "mvv_op": ON, "verwacht_op": None}


def couple(actor: Actor, dossier: int) -> None:
    """An asylum permit, and COA couples the person on the usual day."""
    told = {"doelgroep": Doelgroep.ASIELSTATUSHOUDER, "verblijfsrecht": Verblijfsrecht.ASIEL}
    with as_actor(actor):
        record(dossier, "kennisgeving_ontvangen", told, on=ON, at=later(6))
        record(dossier, "gekoppeld", {}, on=ON, at=later(6))


def awaited(actor: Actor, dossier: int) -> tuple[Woning, Nareis]:
    """All that can be told of somebody who comes; the house is accepted, the key is there."""
    day: dict[str, Any] = {"on": ON, "at": later(7)}
    with as_actor(actor):
        receive_profile(dossier, Profiel(ON, ON, "azc Duindorp", 3), **day)
        tell_preparation(dossier, PREPARATION, **day)
        hold_talk(dossier, Driegesprek.Hoe.AZC, "De intake begint in het azc.", **day)
        woning = offer_house(dossier, HOUSE, **day)
        answer_offer(woning, Woning.Stand.GEACCEPTEERD, **day)
        set_key(woning, ON, **day)
        return woning, expect_family(dossier, FAMILY, **day)
