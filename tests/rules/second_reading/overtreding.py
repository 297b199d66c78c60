"""Second reading of Wet, articles 22 and 23: the breaches that the college punishes."""

from datetime import date

from tests.rules.second_reading.calendar import months_later
from tests.rules.second_reading.person import Person

INTAKE = {
    "niet verschenen voor de brede intake (Wi 22)",
    "onvoldoende meegewerkt aan de brede intake (Wi 22)",
}


def waarschuwing_vereist(p: Person) -> bool:
    """Wet, artikel 14, eerste lid: for both breaches of article 22, in the favourable reading."""
    return p.overtreding in INTAKE


def overtreding_intake(p: Person) -> bool:
    """Wet, artikel 22, eerste en derde lid: once after a warning, once after the first fine."""
    if p.overtreding not in INTAKE or p.overtreding_geconstateerd_op < p.termijn_oproep_tot:
        return False
    if p.eerste_boete_intake_opgelegd:
        return not p.tweede_boete_intake_opgelegd
    return p.schriftelijk_gewaarschuwd


def nieuwe_termijn_intake_uiterlijk(p: Person) -> date:
    """Wet, artikel 22, tweede lid: two months at most."""
    return months_later(p.boetebesluit_bekend_op, 2)


def overtreding_traject(p: Person) -> bool:
    """Wet, artikel 23, eerste lid, met artikel 15, eerste lid, onder b en c, en tweede lid."""
    asiel = p.doelgroep == "asielstatushouder"
    minder = "minder gedaan dan de intensiteit van"
    vastgesteld = {
        "onvoldoende meegewerkt aan ondersteuning en begeleiding (Wi 23)": (
            p.begeleiding_vastgesteld
        ),
        f"{minder} het PVT vraagt (Wi 23)": p.intensiteit_pvt_vastgesteld,
        f"{minder} de MAP vraagt (Wi 23)": p.intensiteit_map_vastgesteld,
        f"{minder} de leerroute vraagt (Wi 23)": asiel and p.intensiteit_leerroute_vastgesteld,
    }
    return vastgesteld.get(p.overtreding, False)


def eigen_bijdrage_mogelijk(_: Person) -> bool:
    """Wet, artikel 23, eerste lid: a fine, and no other sanction."""
    return False
