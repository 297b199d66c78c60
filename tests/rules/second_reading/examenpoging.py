"""Second reading of Besluit, articles 3.5 and 3.7; Regeling, articles 3.2, 3.4 and 3.5."""

from datetime import date

from tests.rules.second_reading.examen import onderdeel_op_a2
from tests.rules.second_reading.person import Person
from tests.rules.second_reading.zelfredzaamheidsroute import KNM_SINDS, examen_mag


def soort_examen(p: Person) -> str | None:
    """Besluit, artikel 3.5, eerste en tweede lid: B1 or more; KNM and A2; no other exam."""
    if p.examenonderdeel != "KNM" and p.niveau_van_examen in {"B1", "B2"}:
        return "staatsexamen NT2"
    return "examen van DUO" if _van_duo(p) else None


def niveau_hoog_genoeg(p: Person) -> bool:
    """Regeling, artikel 3.5, eerste lid: "ten minste"; KNM has no level."""
    if p.examenonderdeel == "KNM":
        return True
    genoeg = {"A2", "B1", "B2"} if onderdeel_op_a2(p) else {"B1", "B2"}
    return p.niveau_van_examen in genoeg


def recht_op_kosteloze_pogingen(p: Person) -> bool:
    """Regeling, artikel 3.5, eerste tot en met derde lid."""
    if p.doelgroep != "asielstatushouder":
        return False
    if p.leerroute == "B1-route":
        return niveau_hoog_genoeg(p)
    if p.leerroute == "onderwijsroute":
        return p.examenonderdeel == "KNM"
    # before 2023 there was no KNM in this route, whatever the plan says
    knm_of_a2 = p.examen_op >= KNM_SINDS if p.examenonderdeel == "KNM" else _van_duo(p)
    return knm_of_a2 and examen_mag(p)


def kosteloze_pogingen_over(p: Person) -> int:
    """Regeling, artikel 3.5: twice."""
    return max(2 - p.kosteloze_pogingen_gedaan, 0) if recht_op_kosteloze_pogingen(p) else 0


def examen_is_kosteloos(p: Person) -> bool:
    """Regeling, artikel 3.5."""
    return kosteloze_pogingen_over(p) > 0


def examengeld(p: Person) -> int | None:
    """Regeling, artikel 3.4: only of KNM and A2; the fee of the state exam is not known."""
    if examen_is_kosteloos(p):
        return 0
    return 50_00 if _van_duo(p) else None


def eindtermen_knm(p: Person) -> str:
    """Regeling, artikel 3.2: annex 2 was replaced."""
    nieuw = p.examen_op >= date(2025, 7, 1)
    return "eindtermen van 1 juli 2025" if nieuw else "eindtermen van 2022"


def _van_duo(p: Person) -> bool:
    return p.examenonderdeel == "KNM" or p.niveau_van_examen == "A2"
