"""Second reading of Wi 14 and 22: the ladder of summonses, the warning and the two fines."""

from tests.rules.second_reading.oproep_termijn import (
    kwam_en_werkte_mee,
    opgeroepen,
    oproepen_die_tellen,
    schoot_tekort,
    termijn_voorbij,
)
from tests.rules.second_reading.opvang import alleen_uitnodiging
from tests.rules.second_reading.person import Person


def waarschuwing_nodig(p: Person) -> bool:
    """Wet, artikel 14, eerste lid: after the first summons, with the repeated one."""
    return schoot_tekort(p) and oproepen_die_tellen(p) == 1


def boete_mogelijk(p: Person) -> bool:
    """Wet, artikel 22; not with lower assistance (Wi 27) and not without blame (Awb 5:41)."""
    if not schoot_tekort(p) or not p.verwijtbaar or p.bijstand_verlaagd_om_gedraging:
        return False
    return eerste_boete_past(p) or tweede_boete_past(p)


def eerste_boete_past(p: Person) -> bool:
    """Wet, artikel 22, eerste lid: the term of the repeated summons, after its warning."""
    if p.eerste_boete_intake_opgelegd or not p.schriftelijk_gewaarschuwd:
        return False
    return oproepen_die_tellen(p) == 2


def tweede_boete_past(p: Person) -> bool:
    """Wet, artikel 22, derde lid: the term that stood in the first fine, once."""
    if not p.eerste_boete_intake_opgelegd or p.tweede_boete_intake_opgelegd:
        return False
    return p.oproep_in_boetebesluit


def voltooien_in_afwezigheid(p: Person) -> bool:
    """Wet, artikel 14, tweede lid: "na drie oproepen"; fines do not matter."""
    return schoot_tekort(p) and oproepen_die_tellen(p) >= 3


def volgende_stap(p: Person) -> str:
    """Wet, artikel 14 en 22: the first of these steps that fits."""
    if p.intake_voltooid:
        return "geen: de brede intake is voltooid"
    if alleen_uitnodiging(p):
        return "alleen uitnodigen: nog niet gehuisvest"
    if not opgeroepen(p):
        return "oproepen"
    return _na_oproep(p)


def _na_oproep(p: Person) -> str:
    """What follows on a summons: who came and cooperates, need not wait for the end of a term."""
    if kwam_en_werkte_mee(p):
        return "de brede intake afnemen"
    if not termijn_voorbij(p):
        return "wachten: de termijn van de oproep loopt nog"
    if p.goede_reden:
        return "opnieuw oproepen: deze oproep telt niet mee"
    return _na_gemiste_oproep(p)


def _na_gemiste_oproep(p: Person) -> str:
    """What follows on a summons that counts and that was missed."""
    fine = boete_mogelijk(p)
    counted = oproepen_die_tellen(p)
    if counted == 1:
        second = "waarschuwen en voor de tweede keer oproepen"
        return f"boete, {second}" if fine else second
    if counted == 2:
        third = "voor de derde keer oproepen"
        return f"boete en {third}" if fine else f"{third}, zonder boete"
    end = "de brede intake voltooien in afwezigheid"
    return f"boete en {end}" if fine else f"{end}, zonder boete"
