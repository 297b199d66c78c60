"""Second reading of Wet, articles 19 and 20; Besluit, articles 6.3, 6.5 and 6.15; Ri 6.2."""

from datetime import date

from tests.rules.second_reading.calendar import end_after, length, weeks_later, working_day
from tests.rules.second_reading.inburgeringsplicht import (
    inburgeringsplichtig,
    onderbreking_telt_niet,
)
from tests.rules.second_reading.inburgeringstermijn import (
    EERSTE_TERMIJN,
    NIEUWE_TERMIJN,
    aanvang,
    einde_na_onderbreking,
)
from tests.rules.second_reading.lening_voorwaarden import (
    EU_RECHT,
    doel_toegestaan,
    doelgroep_lening,
)
from tests.rules.second_reading.person import Person


def lening_mogelijk(p: Person) -> bool | None:
    """Wet, artikel 20, eerste lid; Besluit, artikel 6.2, vijfde en zesde lid."""
    if p.oude_lening_open or not doel_toegestaan(p):
        return False
    return _both(doelgroep_lening(p), heeft_aanspraak(p))


def heeft_aanspraak(p: Person) -> bool | None:
    """Besluit, artikel 6.3, eerste lid, and 6.7:2: who asked to pay back earlier has none."""
    begin = p.verblijfsrecht_vanaf if p.verblijfsrecht == EU_RECHT else aanvang(p)
    if p.eerder_terugbetalen_gevraagd or not begin <= p.today < einde_aanspraak(p):
        return False
    return aanspraak_niet_vervallen(p)


def einde_aanspraak(p: Person) -> date:
    """Besluit, artikel 6.3, eerste lid, en 6.15."""
    if p.verblijfsrecht == EU_RECHT:
        drie_jaar = end_after(p.verblijfsrecht_vanaf, 36)
        if p.plicht_onderbroken and onderbreking_telt_niet(p):
            return drie_jaar + length(p.onderbreking_van, p.onderbreking_tot)
        return drie_jaar
    return _einde_termijn(p, p.einde_huidige_termijn)


def aanspraak_vervalt_op(p: Person) -> date:
    """Wet, artikel 20, tweede lid, onder a: six years after the term of Wi 11 or 12."""
    nieuwe = p.soort_termijn == NIEUWE_TERMIJN
    einde = p.einde_termijn_voor_boete if nieuwe else p.einde_huidige_termijn
    return end_after(_einde_termijn(p, einde), 72)


def nog_inburgeringsplichtig(p: Person) -> bool | None:
    """Wet, artikel 20, tweede lid, onder b, en artikel 21, derde lid, onder a."""
    if p.plicht_voldaan or p.niet_meer_plichtig:
        return False
    return inburgeringsplichtig(p)


def aanspraak_niet_vervallen(p: Person) -> bool | None:
    """Wet, artikel 20, tweede lid: only for who is or was inburgeringsplichtig."""
    if p.verblijfsrecht == EU_RECHT:
        return True
    if p.today >= aanspraak_vervalt_op(p):
        return False
    return nog_inburgeringsplichtig(p)


def uitbetalen_mogelijk(p: Person) -> bool | None:
    """Besluit, artikel 6.3, tweede lid: not to who left, has no right to stay, or no claim."""
    in_procedure = p.verblijfsrecht == "in procedure" and p.procedure_sluit_aan
    vergunning = p.verblijfsrecht in {"regulier bepaalde tijd", "asiel bepaalde tijd", EU_RECHT}
    if not p.ingezetene or not (vergunning or in_procedure):
        return False
    return aanspraak_niet_vervallen(p)


def factuur_betaalbaar(p: Person) -> bool:
    """Regeling, artikel 6.2, vierde lid: at most 2,000 euro in a quarter."""
    return p.eerdere_facturen_in_kwartaal + p.factuurbedrag <= 2_000_00


def uiterste_dag_betaling_factuur(p: Person) -> date:
    """Regeling, artikel 6.2, derde lid: four weeks; a Regeling is no AMvB, so no Atw."""
    return weeks_later(p.verklaring_cursusuren_op, 4)


def uiterste_dag_beslissing_lening(p: Person) -> date:
    """Besluit, artikel 6.5: eight weeks; Atw 1 en 5."""
    return working_day(weeks_later(p.lening_gevraagd_op, 8))


def _einde_termijn(p: Person, volgens_duo: date) -> date:
    return einde_na_onderbreking(p) if p.soort_termijn == EERSTE_TERMIJN else volgens_duo


def _both(*answers: bool | None) -> bool | None:
    return False if False in answers else None if None in answers else True
