"""Second reading of Wi 7 and 17:3; Bi 3.3, 3.4; Ri 3.12 to 3.14: the parts of the exam."""

from datetime import date

from tests.rules.second_reading.calendar import weeks_later
from tests.rules.second_reading.person import Person

# Ri 3.12, a up to and including d; Ri 3.13, a and b
_BEWIJS_B1 = {
    "certificaat of diploma staatsexamen NT2",
    "cijferlijst of certificaat voortgezet onderwijs",
    "CNaVT Maatschappelijk Formeel (B1)",
    "CNaVT Zakelijk Professioneel (B2)",
    "CNaVT Educatief Startbekwaam (B2)",
    "CNaVT Educatief Professioneel (C1)",
    "erkend buitenlands bewijs van Nederlands op ten minste B1",
}
_BEWIJS_A2 = {
    "bewijs van DUO: onderdeel behaald op A2",
    "certificaat Nederlands als vreemde taal op A2 van de Taalunie",
}


def lezen_klaar(p: Person) -> bool:
    """Besluit, artikel 3.3, onder a."""
    return _klaar(p, p.lezen_behaald, p.lezen_afgeschaald, p.lezen_hoeft_niet)


def luisteren_klaar(p: Person) -> bool:
    """Besluit, artikel 3.3, onder b."""
    return _klaar(p, p.luisteren_behaald, p.luisteren_afgeschaald, p.luisteren_hoeft_niet)


def schrijven_klaar(p: Person) -> bool:
    """Besluit, artikel 3.3, onder c."""
    return _klaar(p, p.schrijven_behaald, p.schrijven_afgeschaald, p.schrijven_hoeft_niet)


def spreken_klaar(p: Person) -> bool:
    """Besluit, artikel 3.3, onder d."""
    return _klaar(p, p.spreken_behaald, p.spreken_afgeschaald, p.spreken_hoeft_niet)


def knm_klaar(p: Person) -> bool:
    """Wet, artikel 7, eerste lid, onder b; Besluit, artikel 2.7, derde lid."""
    return p.knm_behaald or p.knm_hoeft_niet


def examen_behaald(p: Person) -> bool:
    """Wet, artikel 7, eerste lid: a and b."""
    return behaalde_taalonderdelen(p) == 4 and knm_klaar(p)


def behaalde_taalonderdelen(p: Person) -> int:
    """Besluit, artikel 3.3."""
    return [lezen_klaar(p), luisteren_klaar(p), schrijven_klaar(p), spreken_klaar(p)].count(True)


def examenonderdelen_over(p: Person) -> int:
    """Wet, artikel 7:1 en 8:4; Besluit, artikel 3.14, tweede lid, names no exam."""
    if p.leerroute == "zelfredzaamheidsroute":
        return 0
    return 4 - behaalde_taalonderdelen(p) + (0 if knm_klaar(p) else 1)


def onderdeel_op_a2(p: Person) -> bool:
    """Wet, artikel 17, derde lid: of language only, for who follows the route of Wi 7."""
    in_plan = {
        "lezen": p.lezen_afgeschaald,
        "luisteren": p.luisteren_afgeschaald,
        "schrijven": p.schrijven_afgeschaald,
        "spreken": p.spreken_afgeschaald,
    }
    return p.leerroute == "B1-route" and in_plan.get(p.examenonderdeel, False)


def vrijgesteld_van_onderdeel(p: Person) -> bool:
    """Regeling, artikel 3.12 en 3.13: both only of language; A2 only where A2 is enough."""
    if p.examenonderdeel == "KNM" or not p.bewijs_gaat_over_onderdeel:
        return False
    genoeg = _BEWIJS_B1 | _BEWIJS_A2 if onderdeel_op_a2(p) else _BEWIJS_B1
    return p.voldoende_voor_nederlands and p.taalbewijs in genoeg


def uiterste_dag_beslissing_onderdeel(p: Person) -> date:
    """Regeling, artikel 3.14, tweede lid: a Regeling is no AMvB, so no Atw."""
    return weeks_later(p.vrijstelling_gevraagd_op, 8)


def _klaar(p: Person, behaald: str, afgeschaald: bool, hoeft_niet: bool) -> bool:
    op_a2 = behaald == "A2" and afgeschaald and p.leerroute == "B1-route"
    return hoeft_niet or op_a2 or behaald in {"B1", "B2"}
