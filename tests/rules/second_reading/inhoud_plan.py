"""Second reading of Wet, article 15 and Besluit, article 5.3, fourth and fifth paragraph."""

from datetime import date

from tests.rules.second_reading.calendar import months_later
from tests.rules.second_reading.person import Person

# efforts that count although made before the plan, in the brede intake or maatschappelijke
# begeleiding: Bi 3.1:5, 3.2:3, 3.14:6 and 5.5:2
_TELT_MEE = {
    "activiteit voor het PVT tijdens de brede intake",
    "activiteit voor de MAP tijdens de brede intake",
    "cursusuren NT2 tijdens de brede intake",
    "cursusuren KNM tijdens de brede intake",
    "activiteit Participatiewet tijdens de brede intake",
    "activiteit maatschappelijke begeleiding",
}


def plan_compleet(p: Person) -> bool:
    """Wet, artikel 15, eerste tot en met derde lid; Besluit, artikel 5.3, vierde lid."""
    altijd = (
        p.leerroute_vastgesteld  # Wi 15:1a
        and p.begeleiding_vastgesteld  # Wi 15:1b
        and p.intensiteit_pvt_vastgesteld  # Wi 15:1c
        and p.gesprekken_vastgesteld  # Bi 5.3:4
    )
    kind = p.vve_vastgesteld or not p.kind_voor_vve  # Wi 15:1d
    bijstand = p.bijstandsbesluiten_bijgevoegd or not p.bijstandsbesluiten_nodig  # Wi 15:3
    intensiteit = intensiteit_map_klopt(p) and intensiteit_leerroute_klopt(p)
    return altijd and kind and bijstand and intensiteit


def intensiteit_map_klopt(p: Person) -> bool:
    """Wet, artikel 15, eerste lid, onder c en 8, derde lid: not due in the onderwijsroute."""
    return p.intensiteit_map_vastgesteld or p.leerroute == "onderwijsroute"


def intensiteit_leerroute_klopt(p: Person) -> bool:
    """Wet, artikel 15, tweede lid: a duty for asielstatushouders, no power for others."""
    return p.intensiteit_leerroute_vastgesteld == (p.doelgroep == "asielstatushouder")


def onderwijsroute_beantwoord(p: Person) -> bool:
    """Wet, artikel 8: no age is given, so nobody's plan misses an answer for his age."""
    return True


def inspanning_telt_mee(p: Person) -> bool:
    """Besluit, artikel 5.3, vijfde lid: on or after the day of the plan everything counts."""
    if p.activiteit_op >= p.dagtekening_eerste_pip or p.activiteit in _TELT_MEE:
        return True
    # Bi 3.14:9 and 10: education in the two years before a plan of 1 September 2025 or later
    return (
        p.activiteit == "Nederlands en KNM op vso, praktijkonderwijs of entree"
        and p.dagtekening_eerste_pip >= date(2025, 9, 1)
        and p.activiteit_op >= months_later(p.dagtekening_eerste_pip, -24)
    )
