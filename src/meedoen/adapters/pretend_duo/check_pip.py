"""Conditions of the PIP (PIP-2 to PIP-10): what the pretend DUO refuses, in its own words."""

from collections.abc import Iterator

from meedoen.adapters.pretend_duo.bodies import PipBody
from meedoen.adapters.pretend_duo.persoon import Persoon


def faults_of_pip(pip: PipBody, persoon: Persoon, gemeente: int) -> list[str]:
    """Every condition that this PIP does not meet; none is good."""
    return [*_days(pip, persoon, gemeente), *_route(pip, persoon)]


def _days(pip: PipBody, persoon: Persoon, gemeente: int) -> Iterator[str]:
    day = pip.dagtekening_pip
    begun = next((p.begin for p in reversed(persoon.plicht) if p.plichtig and p.begin), None)
    if begun and day < begun:
        yield "De dagtekening ligt voor het begin van de inburgeringsplicht."
    if persoon.pips and day < persoon.pips[0].dagtekening:
        yield "De dagtekening ligt voor die van het eerste PIP."
    elif persoon.pips and day < persoon.pips[-1].dagtekening:
        yield "De dagtekening ligt voor die van het huidige PIP."
    settled = persoon.settled_in(gemeente)
    if settled is None or day < settled:
        yield "De persoon woonde op de dag van de dagtekening nog niet in uw gemeente."


def _route(pip: PipBody, persoon: Persoon) -> Iterator[str]:
    if pip.leerroute == "O" and pip.niveau == "A2":
        yield "Niveau A2 kan niet bij de onderwijsroute."
    if pip.leerroute == "Z" and pip.niveau == "B1":
        yield "Niveau B1 kan niet bij de zelfredzaamheidsroute."
    if pip.leerroute == "B" and pip.niveau == "A2" and not persoon.pips:
        yield "In het eerste PIP kan de B1-route niet met niveau A2 beginnen."
    if pip.geschatte_intensiteit_b1_route is not None:
        if pip.leerroute != "B":
            yield "De geschatte intensiteit hoort alleen bij de B1-route."
        if not persoon.is_asiel:
            yield "De geschatte intensiteit geldt alleen voor asielstatushouders."


def faults_of_withdrawal(persoon: Persoon) -> list[str]:
    """Why the current PIP cannot be withdrawn (PIP-10)."""
    faults = []
    if persoon.termijn:
        faults.append("De inburgeringstermijn staat al vast. Het PIP kan niet meer weg.")
    if any(uren.instellingen for uren in persoon.uren.values()):
        faults.append("Er staan al cursusuren bij het aanbod. Het PIP kan niet meer weg.")
    return faults
