"""Second reading of Wet, articles 4, 5, 6 and 8:4; Bi 3.15, 3.16; Ri 3.18: the duty is met."""

from tests.rules.second_reading.examen import examen_behaald, knm_klaar
from tests.rules.second_reading.person import Person
from tests.rules.second_reading.pvt_map import map_hoeft_niet
from tests.rules.second_reading.zelfredzaamheidsroute import zelfredzaamheidsroute_behaald


def voldaan(p: Person) -> bool:
    """Wet, artikel 6, eerste lid: a, b and c."""
    return p.pvt_afgerond and klaar_met_map(p) and heeft_leerroute_behaald(p)


def klaar_met_map(p: Person) -> bool:
    """Wet, artikel 6, eerste lid, onder b; 8, derde lid."""
    return p.map_afgerond or map_hoeft_niet(p)


def heeft_leerroute_behaald(p: Person) -> bool:
    """Wet, artikel 6, eerste lid, onder c: of the three, the one that the plan names."""
    if p.leerroute == "B1-route":
        return examen_behaald(p)
    if p.leerroute == "onderwijsroute":
        return onderwijsroute_behaald(p) or terugval_onderwijsroute(p)
    return zelfredzaamheidsroute_behaald(p)


def onderwijsroute_behaald(p: Person) -> bool:
    """Wet, artikel 6:1c: the taalschakeltraject, and KNM (a reading)."""
    return p.taalschakelstand == "afgerond en behaald" and knm_klaar(p)


def terugval_onderwijsroute(p: Person) -> bool:
    """Wet, artikel 8:4: whatever became of the traject, also still busy (a reading); never A2."""
    parts = (
        (p.lezen_behaald, p.lezen_hoeft_niet),
        (p.luisteren_behaald, p.luisteren_hoeft_niet),
        (p.schrijven_behaald, p.schrijven_hoeft_niet),
        (p.spreken_behaald, p.spreken_hoeft_niet),
    )
    return all(niet or niveau in {"B1", "B2"} for niveau, niet in parts) and knm_klaar(p)


def plicht_voorbij(p: Person) -> bool:
    """Wet, artikel 4, 5 en 6."""
    return p.niet_meer_plichtig or voldaan(p)


def document(p: Person) -> str:
    """Wet, artikel 6, tweede lid: the exam or the onderwijsroute against the Z-route."""
    if not voldaan(p):
        return "geen"
    z_route = p.leerroute == "zelfredzaamheidsroute"
    return "inburgeringscertificaat" if z_route else "inburgeringsdiploma"


def certificaat_goed_uitgereikt(p: Person) -> bool:
    """Regeling, artikel 3.18, tweede lid: of the certificate alone."""
    return p.certificaat_persoonlijk_overhandigd or document(p) != "inburgeringscertificaat"


def duo_ziet_het_ook(p: Person) -> bool:
    """Wet, artikel 6, eerste lid, onder c."""
    return heeft_leerroute_behaald(p) is p.leerroute_behaald
