"""Second reading of Wet, article 21; Besluit, articles 6.6, 6.7 and 6.14; Regeling, article 6.4."""

from datetime import date

from tests.rules.second_reading.calendar import end_after, months_later
from tests.rules.second_reading.lening import aanspraak_vervalt_op
from tests.rules.second_reading.lening_voorwaarden import EU_RECHT
from tests.rules.second_reading.person import Person


def begin_aanloopfase(p: Person) -> date:
    """Wet, artikel 21, derde lid; Besluit, artikel 6.7, vierde lid."""
    if p.verblijfsrecht == EU_RECHT:
        drie_jaar = end_after(p.lening_verstrekt_op, 36)
        if p.inburgeringsexamen_behaald:
            return min(drie_jaar, p.inburgeringsexamen_behaald_op)
        return drie_jaar
    if p.plicht_voldaan or p.niet_meer_plichtig:
        return min(p.plicht_geeindigd_op, aanspraak_vervalt_op(p))
    return aanspraak_vervalt_op(p)


def begin_terugbetaling(p: Person) -> date:
    """Besluit, artikel 6.7, tweede en vierde lid."""
    if p.verblijfsrecht == EU_RECHT:
        begin = end_after(begin_aanloopfase(p), 6)
    else:
        # somewhere in this month the six months are over; then the 1st of the next
        maand = months_later(begin_aanloopfase(p), 6)
        begin = months_later(maand.replace(day=1), 1)
    if p.eerder_terugbetalen_gevraagd:
        return min(begin, p.terugbetalen_op_verzoek_vanaf)
    return begin


def einde_terugbetaling(p: Person) -> date:
    """Besluit, artikel 6.7, eerste lid: at most ten years."""
    return end_after(begin_terugbetaling(p), min(120, p.duur_terugbetaling))


def peilmaand_rente(p: Person) -> str:
    """Besluit, artikel 6.6; Regeling, artikel 6.4: October for the rate of 2022, then September."""
    begin = min(begin_aanloopfase(p), begin_terugbetaling(p))
    return "oktober" if begin.year <= 2022 else "september"


def rente_vast_tot(p: Person) -> date:
    """Regeling, artikel 6.4: the first five years."""
    return end_after(begin_terugbetaling(p), 60)


def schuld_die_tenietgaat(p: Person) -> int:
    """Besluit, artikel 6.14, eerste en tweede lid."""
    if p.overleden:
        return p.restschuld
    if not p.termijnbedrag_verlaagd or p.today < einde_terugbetaling(p):
        return 0
    return max(0, p.restschuld - p.achterstand)
