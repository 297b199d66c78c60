"""Second reading of Wet, article 5; Besluit, articles 2.7 and 2.8; Regeling, article 2.7."""

from datetime import date

from tests.rules.second_reading.calendar import weeks_later, working_day
from tests.rules.second_reading.person import Person


def ontheffing_blijvend_niet_in_staat(p: Person) -> bool:
    """Besluit, artikel 2.7, eerste en tweede lid: not within five years, says another doctor."""
    verklaring = p.verklaring_van_aangewezen_deskundige and not p.deskundige_is_behandelaar
    # after five whole years at the earliest is not within five years
    return verklaring and p.jaren_tot_voldoen >= 5


def gedeeltelijke_ontheffing_mogelijk(p: Person) -> bool:
    """Besluit, artikel 2.7, derde lid: something is asked, and nothing else than is listed."""
    if p.ontheven_pvt_of_map:
        return False
    taal, knm = p.ontheven_taalonderdelen, p.ontheven_knm
    if p.leerroute == "zelfredzaamheidsroute":  # onder c
        return p.ontheven_participatie and not knm and taal == 0
    # onder a and b: language parts or KNM, read as the one or the other
    return not p.ontheven_participatie and (taal == 0 if knm else 1 <= taal <= 3)


def ontheffing_bijzondere_omstandigheden(p: Person) -> bool:
    """Besluit, artikel 2.8, eerste, tweede en vierde lid: with advice, or ex officio."""
    advies = p.advies_van_college or p.ontheffing_ambtshalve
    return p.uitzonderlijk_en_onvoorzien and p.niet_te_wijten and p.zeer_schrijnend and advies


def ontheffing_bijzonder_telt_voor_naturalisatie(p: Person) -> bool | None:
    """R01.18, no article of the wet: never enough; no answer for who does not have it."""
    return False if ontheffing_bijzondere_omstandigheden(p) else None


def ontheffing_na_inspanning(p: Person) -> bool:
    """Wet, artikel 5: efforts are no ground; the article names two others."""
    return False


def uiterste_dag_beslissing_ontheffing(p: Person) -> date:
    """Besluit, artikel 2.7, vijfde lid en 2.8, derde lid; Atw 1 en 5."""
    return working_day(weeks_later(p.ontheffing_gevraagd_op, 8))


def kosten_deskundige(p: Person) -> int:
    """Regeling, artikel 2.7: 225 euro in cents, nothing after one of two outcomes."""
    terug = p.deskundige_adviseert_ontheffing or p.deskundige_adviseert_aangepast_examen
    return 0 if terug else 225_00
