"""Second reading of Wet, article 12:1b and Besluit, article 4.4."""

from datetime import date

from tests.rules.second_reading.calendar import end_after
from tests.rules.second_reading.inburgeringstermijn import NIEUWE_TERMIJN, lopend_einde
from tests.rules.second_reading.person import Person

_RANG = ["A1", "A2", "B1", "B2"]


def verlenging_na_inspanningen(p: Person) -> bool:
    """Wet, artikel 12, eerste lid, onder b; Besluit, artikel 4.4, eerste lid: once."""
    kan = p.soort_termijn != NIEUWE_TERMIJN and not p.eerder_verlengd_na_inspanningen
    return kan and aanzienlijke_inspanningen(p) and p.verlenging_leidt_tot_voldoen


def aanzienlijke_inspanningen(p: Person) -> bool:
    """Besluit, artikel 4.4, tweede lid, onder a tot en met d."""
    niveau = _RANG.index(p.examenniveau) >= max(_RANG.index(p.niveau_in_pip), _RANG.index("A2"))
    examen = niveau and p.taalexamens_behaald >= 2 and p.knm_behaald
    trajecten = p.pvt_afgerond and p.map_afgerond
    return p.leerroute == "B1-route" and examen and volgde_de_lessen(p) and trajecten


def volgde_de_lessen(p: Person) -> bool:
    """Besluit, artikel 4.4, tweede lid, onder b; derde lid: 450 hours for migrants."""
    if p.doelgroep == "asielstatushouder":
        return p.alle_lessen_gevolgd
    return p.cursusuren >= 450


def einde_na_inspanningen(p: Person) -> date:
    """Besluit, artikel 4.4, eerste lid: six months, or the end as it was."""
    return end_after(lopend_einde(p), 6 if verlenging_na_inspanningen(p) else 0)
