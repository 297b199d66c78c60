"""Second reading of Wet, article 17:2 and Besluit, article 5.4, first to third paragraph."""

from datetime import date

from tests.rules.second_reading.calendar import end_after
from tests.rules.second_reading.inburgeringstermijn import aanvang
from tests.rules.second_reading.person import Person


def leerroute_wijzigen_tot(p: Person) -> date:
    """Besluit, artikel 5.4, eerste lid: a year and a half from the start of the term."""
    return end_after(aanvang(p), 18)


def mag_leerroute_wijzigen(p: Person) -> bool:
    """Wet, artikel 17:2: progress is always asked; Besluit, artikel 5.4 lifts only the term."""
    anders = p.gewenste_leerroute != p.leerroute and p.onvoldoende_of_grotere_voortgang
    return anders and (
        p.today < leerroute_wijzigen_tot(p)
        or van_onderwijsroute_naar_b1(p)
        or na_niet_vrijstellende_opleiding(p)
        or p.bijzonder_geval
    )


def van_onderwijsroute_naar_b1(p: Person) -> bool:
    """Besluit, artikel 5.4, eerste lid, slot."""
    return p.leerroute == "onderwijsroute" and p.gewenste_leerroute == "B1-route"


def na_niet_vrijstellende_opleiding(p: Person) -> bool:
    """Besluit, artikel 5.4, tweede lid: it ended after the term of the first paragraph."""
    return leerroute_wijzigen_tot(p) <= p.opleiding_beeindigd_op <= p.today
