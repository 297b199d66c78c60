"""The register as people choose from it: what a role may record, per process and by a word."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.roles import Rol
from meedoen.law.register import register
from meedoen.law.soort import PROCESSEN, Soort

TITLES = {
    "opvang": lazy("Opvang en huisvesting"),
    "intake": lazy("Brede intake"),
    "plan": lazy("Persoonlijk plan (PIP)"),
    "voortgang": lazy("Voortgang, examens en contact"),
    "handhaving": lazy("Handhaving"),
    "geld": lazy("Geld"),
    "gegevens": lazy("Gegevens en herstel"),
}
# A correction begins at the line that is wrong.
NOT_BY_ITSELF = frozenset({"herstel"})


@dataclass(frozen=True)
class Group:
    """The soorten of one process that somebody may record."""

    title: str
    soorten: tuple[Soort, ...]


def by_process(rol: Rol, word: str = "") -> list[Group]:
    """What this role may record, in the order of the law; with a word only what speaks of it."""
    found = [soort for soort in _of_role(rol) if _speaks_of(soort, word)]
    groups = (
        Group(str(TITLES[proces]), tuple(each for each in found if each.proces == proces))
        for proces in PROCESSEN
    )
    return [group for group in groups if group.soorten]


def that_tell(fact: str, rol: Rol) -> list[Soort]:
    """What this role can record to tell a fact."""
    return [
        soort
        for soort in _of_role(rol)
        if any(each.name == fact and each.is_ != "onbekend" for each in soort.facts)
    ]


def _of_role(rol: Rol) -> Iterable[Soort]:
    for soort in register().values():
        if not soort.system and rol.value in soort.roles and soort.name not in NOT_BY_ITSELF:
            yield soort


def _speaks_of(soort: Soort, word: str) -> bool:
    """Whether every part of the word is in the label, the help, the article or a fact."""
    facts = " ".join(each.fact().meaning for each in soort.facts if each.asked)
    said = f"{soort.label} {soort.help} {soort.article} {facts}".casefold()
    return all(part in said for part in word.casefold().split())
