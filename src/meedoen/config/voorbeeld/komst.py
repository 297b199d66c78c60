"""What can happen in a story before somebody lives here: the actions of opvang, by name."""

from collections.abc import Callable
from typing import Any

from django.utils.timezone import localdate

from meedoen.config.voorbeeld.life import Life
from meedoen.opvang.actions import arrival, housing
from meedoen.opvang.models import Driegesprek, Nareis, Woning

WHERE = ("straat", "postcode", "plaats")


def _profile(pk: int, told: dict[str, Any], moment: Any) -> None:
    profiel = arrival.Profiel(moment.on, **told)
    arrival.receive_profile(pk, profiel, on=localdate(moment.at), at=moment.at)


def _preparation(pk: int, told: dict[str, Any], moment: Any) -> None:
    row = {"stand_op": moment.on, **told}
    arrival.tell_preparation(pk, row, on=localdate(moment.at), at=moment.at)


def _talk(pk: int, told: dict[str, Any], moment: Any) -> None:
    hoe, words = Driegesprek.Hoe(told["hoe"]), told.get("afspraken", "")
    arrival.hold_talk(pk, hoe, words, on=moment.on, at=moment.at)


def _offer(pk: int, told: dict[str, Any], moment: Any) -> None:
    where = {name: told[name] for name in WHERE}
    housing.offer_house(pk, where, on=moment.on, at=moment.at)


def _answer(pk: int, told: dict[str, Any], moment: Any) -> None:
    housing.answer_offer(_house(pk), Woning.Stand(told["stand"]), on=moment.on, at=moment.at)


def _key(pk: int, told: dict[str, Any], moment: Any) -> None:
    day = told.get("op", moment.on)
    housing.set_key(_house(pk), day, on=localdate(moment.at), at=moment.at)


def _family(pk: int, told: dict[str, Any], moment: Any) -> None:
    who = {**told, "wie": Nareis.Wie(told["wie"])}
    housing.expect_family(pk, who, on=moment.on, at=moment.at)


def _house(pk: int) -> Woning:
    """The house that is offered now."""
    return Woning.objects.get(dossier=pk, stand__in=Woning.OPEN)


def _of_dossier(act: Callable[[int, dict[str, Any], Any], None]) -> Callable[..., None]:
    """An action of a story, for the dossier of the life."""

    def told(archive: Any, life: Life, moment: Any) -> None:
        act(archive.dossiers[life.key], dict(moment.told), moment)

    return told


KOMST: dict[str, Callable[..., None]] = {
    name: _of_dossier(act)
    for name, act in {
        "klantprofiel": _profile,
        "voorbereiding_stand": _preparation,
        "driegesprek": _talk,
        "woning": _offer,
        "woning_antwoord": _answer,
        "sleutel": _key,
        "nareis": _family,
    }.items()
}
