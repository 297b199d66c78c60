"""Second reading of Besluit, article 4.3:1 and Regeling, article 4.1."""

from datetime import date, timedelta

from tests.rules.second_reading.calendar import end_after, length, months_later, weeks_later
from tests.rules.second_reading.inburgeringstermijn import NIEUWE_TERMIJN, aanvang, lopend_einde
from tests.rules.second_reading.person import Person

LANGDURIG = "langdurige omstandigheid (onderdeel a of d)"
OVERLIJDEN = "overlijden van partner of bloedverwant (onderdeel b)"
BEVALLING = "bevalling (onderdeel c)"
ALFABETISERING = "alfabetiseringscursus (onderdeel e)"
DAKLOOSHEID = "dakloosheid (onderdeel f)"
GEEN_AANBOD = "geen inburgeringsaanbod (onderdeel g)"
AANBIEDER = "oorzaak bij de aanbieder (onderdeel h)"
BIJZONDER = "bijzondere individuele omstandigheid (onderdeel i)"
SAMENLOOP = "omstandigheden samen (onderdeel j)"

# Ri 4.1:2, onderdelen e, f, h and i: at most so many months
_TEN_HOOGSTE = {ALFABETISERING: 6, DAKLOOSHEID: 24, AANBIEDER: 6, BIJZONDER: 24}


def verlenging_zonder_verwijt(p: Person) -> bool:
    """Besluit, artikel 4.3, eerste lid; Regeling, artikel 4.1, eerste en derde lid."""
    aangetoond = p.omstandigheid_aannemelijk and p.bewijs_overgelegd
    return aangetoond and tijdens_de_termijn(p) and grond_aanwezig(p)


def grond_aanwezig(p: Person) -> bool:
    """Regeling, artikel 4.1, eerste lid, onder a tot en met j."""
    if p.verlengingsgrond in {OVERLIJDEN, BEVALLING}:
        return True
    if p.verlengingsgrond == GEEN_AANBOD:
        return aanbod_te_laat(p)
    if p.verlengingsgrond == ALFABETISERING and p.leerroute == "zelfredzaamheidsroute":
        return False
    return p.omstandigheid_tot >= end_after(p.omstandigheid_van, 3)


def tijdens_de_termijn(p: Person) -> bool:
    """Besluit, artikel 4.3, eerste lid: a part of it in the term is enough."""
    if p.verlengingsgrond == GEEN_AANBOD:
        return True  # it is counted from the plan, so always in the term
    if p.omstandigheid_van >= lopend_einde(p):
        return False
    if p.omstandigheid_van >= _begin_termijn(p):
        return True
    liep_door = _begin_termijn(p) < p.omstandigheid_tot
    return liep_door and p.verlengingsgrond not in {OVERLIJDEN, BEVALLING}


def aanbod_te_laat(p: Person) -> bool:
    """Regeling, artikel 4.1, eerste lid, onder g; Wet, artikel 16: only asielstatushouders."""
    te_laat = _dag_van_aanbod(p) > months_later(p.dagtekening_eerste_pip, 3)
    return p.doelgroep == "asielstatushouder" and (te_laat or start_te_laat(p))


def start_te_laat(p: Person) -> bool:
    """Regeling, artikel 4.1, eerste lid, onder g, slot: six months in the onderwijsroute."""
    start = p.start_taalschakeltraject_op if p.kon_starten else p.today
    te_laat = start > months_later(p.dagtekening_eerste_pip, 6)
    return p.leerroute == "onderwijsroute" and te_laat


def einde_na_verlenging(p: Person) -> date:
    """Regeling, artikel 4.1, tweede lid: without a right to it the end stays what it was."""
    oud = lopend_einde(p)
    if not verlenging_zonder_verwijt(p):
        return oud
    if p.verlengingsgrond == OVERLIJDEN:  # onder b
        return end_after(oud, 3)
    if p.verlengingsgrond == BEVALLING:  # onder c
        return weeks_later(oud, 16)
    if p.verlengingsgrond == GEEN_AANBOD:  # onder g
        return end_after(oud, 6) if start_te_laat(p) else oud + _duur_uitblijven(p)
    nieuw = oud + length(p.omstandigheid_van, p.omstandigheid_tot)
    if p.verlengingsgrond in _TEN_HOOGSTE:
        return min(nieuw, end_after(oud, _TEN_HOOGSTE[p.verlengingsgrond]))
    return nieuw  # onder a, d and j


def _begin_termijn(p: Person) -> date:
    """Wi 24:2: a new term begins after the fine was made known, not with the plan."""
    if p.soort_termijn == NIEUWE_TERMIJN:
        return p.boete_bekend_op + timedelta(days=1)
    return aanvang(p)


def _dag_van_aanbod(p: Person) -> date:
    """Who has no offer yet, gets it today at the earliest."""
    return p.aanbod_gedaan_op if p.aanbod_gedaan else p.today


def _duur_uitblijven(p: Person) -> timedelta:
    """Ri 4.1:2g: an offer one day late is one day; while there is none, as long as until today."""
    return length(months_later(p.dagtekening_eerste_pip, 3), _dag_van_aanbod(p))
