"""Conditions of the aanbod (AAN-1 to AAN-7) and of hours at a school (UREN-6 to UREN-9)."""

from collections.abc import Iterator
from datetime import date

from meedoen.adapters.pretend_duo.bodies import AanbodBody, InstellingUrenBody
from meedoen.adapters.pretend_duo.persoon import Persoon, Wire

END = "verwachteEinddatumOpleiding"


def faults_of_aanbod(
    aanbod: AanbodBody, persoon: Persoon, school: tuple[str, list[Wire]]
) -> list[str]:
    """Every condition that this aanbod at this school does not meet; none is good."""
    faults = []
    if not persoon.is_asiel:
        faults.append("Alleen voor een asielstatushouder kunt u een aanbod melden.")
    if not persoon.pips:
        return [*faults, "Er is nog geen PIP. Meld eerst het PIP."]
    faults += faults_of_school(persoon, school)
    return [*faults, *_days(aanbod, persoon), *_opleiding(aanbod, persoon, school[0])]


def faults_of_school(persoon: Persoon, school: tuple[str, list[Wire]]) -> list[str]:
    """A school needs a keurmerk: for courses, or for the taalschakeltraject (AAN-3, UREN-6)."""
    nummer, instellingen = school
    found = next((row for row in instellingen if row["instellingsnummer"] == nummer), None)
    if found is None:
        return ["Deze instelling is bij DUO niet bekend."]
    onderwijsroute = bool(persoon.pips) and persoon.pips[-1].leerroute == "O"
    tst = onderwijsroute and found.get("indicatieTstKeurmerk", False)
    if not found.get("indicatieBowKeurmerk", False) and not tst:
        return ["Deze instelling heeft geen keurmerk dat bij de leerroute past."]
    return []


def _days(aanbod: AanbodBody, persoon: Persoon) -> Iterator[str]:
    """AAN-4."""
    dagtekening = persoon.pips[-1].dagtekening
    for name, day in (
        ("De datum van het aanbod", aanbod.datum_inburgeringsaanbod),
        ("De start van de opleiding", aanbod.verwachte_startdatum_opleiding),
        ("Het einde van de opleiding", aanbod.verwachte_einddatum_opleiding),
    ):
        if day is not None and day < dagtekening:
            yield f"{name} ligt voor de dagtekening van het huidige PIP."


def _opleiding(aanbod: AanbodBody, persoon: Persoon, nummer: str) -> Iterator[str]:
    """AAN-5 and AAN-6; the end of an earlier course is read from the aanbod at other schools.

    DUO's own words speak of a course and an opleiding in one message, with one pair of dates: the
    reading is ours.
    """
    start, end = aanbod.verwachte_startdatum_opleiding, aanbod.verwachte_einddatum_opleiding
    datum = aanbod.datum_inburgeringsaanbod
    others = [rows[-1] for key, rows in persoon.aanbod.items() if key != nummer and rows]
    before = [row[END] for row in others if END in row]
    if start and datum and start < datum:
        yield "De opleiding begint voor de datum van het aanbod."
    if start and persoon.pips[-1].leerroute == "O" and any(start.isoformat() < d for d in before):
        yield "Het taalschakeltraject begint voordat de cursus klaar is."
    if start and end and end <= start:
        yield "De opleiding eindigt voordat zij begint."
    if persoon.termijn:
        first, after = persoon.termijn[0].start, persoon.termijn[-1].einde
        if start and not first <= start < after:
            yield "De start van de opleiding ligt buiten de inburgeringstermijn."
        if end and not first < end <= after:
            yield "Het einde van de opleiding ligt buiten de inburgeringstermijn."


def faults_of_hours(
    body: InstellingUrenBody, persoon: Persoon, *, nummer: str, day: date
) -> list[str]:
    """Conditions of the day until which hours at a school are known (UREN-7 to UREN-9)."""
    faults = []
    if body.bekend_tot > day:
        faults.append("De dag tot wanneer de uren bekend zijn, ligt in de toekomst.")
    if persoon.termijn and body.bekend_tot < persoon.termijn[0].start:
        faults.append("De uren liggen voor het begin van de inburgeringstermijn.")
    starts = [
        row["datumInburgeringsaanbod"]
        for row in persoon.aanbod.get(nummer, [])
        if "datumInburgeringsaanbod" in row
    ]
    if not starts:
        faults.append("Er is geen aanbod met een startdatum bij deze instelling.")
    elif body.bekend_tot.isoformat() < starts[0]:
        faults.append("De uren liggen voor het eerste aanbod bij deze instelling.")
    told = [u.instellingen[nummer] for u in persoon.uren.values() if nummer in u.instellingen]
    if any(body.bekend_tot.isoformat() < row["bekendTot"] for row in told):
        faults.append("Er zijn al uren bekend tot een latere dag.")
    return faults
