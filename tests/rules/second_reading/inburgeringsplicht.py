"""Second reading of Wet, article 3 and Besluit, articles 2.1 and 2.2."""

from datetime import date

from tests.rules.second_reading.calendar import birthday, end_after
from tests.rules.second_reading.person import Person

ASIEL = "asiel bepaalde tijd"
REGULIER = "regulier bepaalde tijd"

# Bi 2.2:1, onderdelen a to q, with the day from which and the day until which a word stood there
_ALTIJD = (date.min, date.max)
_TIJDELIJK = {
    "familie of gezin bij iemand met een tijdelijk doel": _ALTIJD,
    "arbeid als zelfstandige": _ALTIJD,
    "arbeid als kennismigrant": _ALTIJD,
    "Europese blauwe kaart (Richtlijn 2009/50/EG)": (date.min, date(2024, 6, 12)),
    "Europese blauwe kaart (Richtlijn (EU) 2021/1883)": (date(2024, 6, 12), date.max),
    "seizoenarbeid": _ALTIJD,
    "overplaatsing binnen een onderneming": _ALTIJD,
    "arbeid in loondienst": _ALTIJD,
    "grensoverschrijdende dienstverlening": _ALTIJD,
    "onderzoek (Richtlijn (EU) 2016/801)": _ALTIJD,
    "lerend werken": _ALTIJD,
    "arbeid als niet-geprivilegieerd militair of burgerpersoneel": _ALTIJD,
    "studie": _ALTIJD,
    "zoeken en verrichten van arbeid": _ALTIJD,
    "uitwisseling": _ALTIJD,
    "tijdelijke gronden van onderdeel o of p": _ALTIJD,
    "afwachten verzoek artikel 17 Rijkswet op het Nederlanderschap": _ALTIJD,
    "verblijf als vermogende vreemdeling": (date.min, date(2024, 4, 17)),
}

# AOW 7a:1, in months, by the year in which somebody reaches the age; from 2032 on not yet fixed
_AOW = {
    2021: 66 * 12 + 4,
    2022: 66 * 12 + 7,
    2023: 66 * 12 + 10,
    **dict.fromkeys(range(2024, 2028), 67 * 12),
    **dict.fromkeys(range(2028, 2032), 67 * 12 + 3),
}


def inburgeringsplichtig(p: Person) -> bool | None:
    """Wet, artikel 3 en 54, eerste lid: unknown only for want of an AOW age."""
    if p.viel_onder_wi2013 or uitgezonderd(p):
        return False
    if not (verblijft_met_plicht(p) or plicht_loopt_door_in_procedure(p)):
        return False
    return heeft_de_leeftijd(p)


def verblijft_met_plicht(p: Person) -> bool:
    """Wet, artikel 3, eerste lid: a permit that has begun; not temporary, or a bedienaar."""
    vergunning = p.verblijfsrecht in {ASIEL, REGULIER} and p.verblijfsrecht_vanaf <= p.today
    return vergunning and (not verblijft_tijdelijk(p) or p.geestelijke_bedienaar)


def verblijft_tijdelijk(p: Person) -> bool:
    """Besluit, artikel 2.2: only a regular permit can be temporary."""
    if p.verblijfsrecht != REGULIER:
        return False
    van, tot = _TIJDELIJK.get(p.verblijfsdoel, (date.max, date.max))
    return van <= p.verblijfsrecht_vanaf < tot or p.tijdelijk_volgens_besluit_ind


def heeft_de_leeftijd(p: Person) -> bool | None:
    """Wet, artikel 3, eerste lid: 16 or older, and the AOW age not yet reached."""
    if p.today < birthday(p.geboren_op, 16):
        return False
    bereikt = bereikte_aow_leeftijd(p)
    return None if bereikt is None else not bereikt


def bereikte_aow_leeftijd(p: Person) -> bool | None:
    """AOW 7a: the age of this year or of a year before; unknown where it is not yet fixed."""
    if any(_bereikte_aow(p, year) for year in _AOW if year <= p.today.year):
        return True
    return False if p.today.year in _AOW else None


def _bereikte_aow(p: Person, year: int) -> bool:
    """Who reached the age that held in an earlier year, does not lose it when the age rises."""
    return end_after(p.geboren_op, _AOW[year]) <= min(p.today, date(year, 12, 31))


def uitgezonderd(p: Person) -> bool:
    """Wet, artikel 3, tweede lid, onder a tot en met d."""
    return (
        p.onderdaan_eu_eer_zwitserland
        or p.familielid_van_unieburger
        or p.inburgering_elders_in_eu
        or p.verdrag_sluit_plicht_uit
    )


def begin_plicht(p: Person) -> date:
    """Wet, artikel 3, eerste en derde lid: not before permit, its notice and 16th birthday."""
    return max(p.verblijfsrecht_vanaf, p.verblijfsbesluit_bekend_op, birthday(p.geboren_op, 16))


def plicht_loopt_door_in_procedure(p: Person) -> bool:
    """Besluit, artikel 2.1, eerste lid."""
    return p.verblijfsrecht == "in procedure" and p.procedure_sluit_aan


def onderbreking_telt_niet(p: Person) -> bool:
    """Besluit, artikel 2.1, tweede lid: one of three reasons, and at most a year."""
    reden = p.onderbreking in {
        "was geen ingezetene",
        "verbleef voor een tijdelijk doel",
        "onderbrak het werk als geestelijke bedienaar",
    }
    return reden and p.onderbreking_tot <= end_after(p.onderbreking_van, 12)
