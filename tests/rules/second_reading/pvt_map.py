"""Second reading of Wi 6, third to sixth paragraph, and 8:3; Bi 3.1, 3.2 and 12.1a:6; Ri 3.1."""

from datetime import date

from tests.rules.second_reading.person import Person

_ONA_VERVALT_SINDS = date(2025, 9, 1)


def college_biedt_pvt_aan(p: Person) -> bool:
    """Wet, artikel 6, derde lid: to whoever has the duty, of both groups."""
    return True


def college_biedt_map_aan(p: Person) -> bool:
    """Wet, artikel 6, derde lid: but not who is free of it."""
    return not map_hoeft_niet(p)


def pvt_urennorm(p: Person) -> int:
    """Besluit, artikel 3.1, derde en vijfde lid."""
    return max(12 - p.aftrek_pvt, 0)


def pvt_uren_gehaald(p: Person) -> bool:
    """Besluit, artikel 3.1, derde lid."""
    return p.pvt_uren >= pvt_urennorm(p)


def pvt_uren_over(p: Person) -> int:
    """Besluit, artikel 3.1, derde en vijfde lid."""
    return max(pvt_urennorm(p) - p.pvt_uren, 0)


def pvt_klaar(p: Person) -> bool:
    """Besluit, artikel 3.1, eerste tot en met derde lid."""
    inleiding = p.pvt_activiteiten >= 1 and pvt_uren_gehaald(p)
    return inleiding and p.aanwezig_bij_ondertekening and p.verklaring_daar_getekend


def pvt_geregistreerd(p: Person) -> bool:
    """Besluit, artikel 3.1, vierde lid."""
    return p.aanwezigheid_geregistreerd and p.ondertekening_geregistreerd


def pvt_terecht_afgerond(p: Person) -> bool:
    """Besluit, artikel 3.1: of who has not finished, nothing is said wrongly."""
    return not p.pvt_afgerond or (pvt_klaar(p) and pvt_geregistreerd(p))


def map_hoeft_niet(p: Person) -> bool:
    """Wet, artikel 8, derde lid: who follows or finished it, or whose plan says so (reading)."""
    volgt_of_afgerond = p.taalschakelstand != "gestopt"
    return volgt_of_afgerond or p.leerroute == "onderwijsroute"


def map_urennorm(p: Person) -> int:
    """Regeling, artikel 3.1; Besluit, artikel 3.2, derde lid."""
    return max(40 - p.aftrek_map, 0)


def map_uren_gehaald(p: Person) -> bool:
    """Regeling, artikel 3.1."""
    return p.map_praktijkuren >= map_urennorm(p)


def map_uren_over(p: Person) -> int:
    """Regeling, artikel 3.1; Wet, artikel 8, derde lid."""
    return 0 if map_hoeft_niet(p) else max(map_urennorm(p) - p.map_praktijkuren, 0)


def map_klaar(p: Person) -> bool:
    """Besluit, artikel 3.2, eerste en tweede lid: all of a to h, and the closing talk."""
    return p.map_themas == 8 and map_uren_gehaald(p) and p.map_eindgesprek_gevoerd


def map_terecht_afgerond(p: Person) -> bool:
    """Besluit, artikel 3.2."""
    return map_klaar(p) if p.map_afgerond else True


def vrijgesteld_van_ona(p: Person) -> bool:
    """Besluit, artikel 12.1a, zesde lid: of the old act, for who finished the MAP."""
    sinds = p.vrijstelling_gevraagd_op >= _ONA_VERVALT_SINDS
    return p.viel_onder_wi2013 and p.map_afgerond and sinds
