"""Second reading of Besluit, article 3.14, 2.7:3c and 5.4:4c; Regeling, article 3.16."""

from datetime import date

from tests.rules.second_reading.person import Person

KNM_SINDS = date(2023, 1, 1)
_ONDERWIJS_AFTREKBAAR_SINDS = date(2025, 9, 1)


def cursusuren_die_tellen(p: Person) -> int:
    """Besluit, artikel 3.14:2a; after a switch also hours of Wi 8:2 (Bi 5.4:4c)."""
    return p.cursusuren + p.cursusuren_taalschakeltraject


def cursusuur_telt(p: Person) -> bool:
    """Besluit, artikel 3.14, tweede lid, onder a: only i asks for the teacher."""
    return p.instelling_heeft_keurmerk and (p.les_is_knm or p.begeleid_door_nt2_docent)


def cursus_urennorm(p: Person) -> int:
    """Besluit, artikel 3.14:2a, 6, 8 en 9: a norm that is "lager" never exceeds the 800."""
    norm = min(p.vastgestelde_urennorm, 800) if p.lagere_urennorm else 800
    return max(norm - p.aftrek_cursusuren - aftrek_voor_onderwijs(p), 0)


def aftrek_voor_onderwijs(p: Person) -> int:
    """Besluit, artikel 3.14, negende lid: not in the text of before 1 September 2025."""
    return p.aftrek_onderwijs if p.aftrek_onderwijs_op >= _ONDERWIJS_AFTREKBAAR_SINDS else 0


def cursusuren_gehaald(p: Person) -> bool:
    """Besluit, artikel 3.14, tweede lid, onder a."""
    return cursusuren_over(p) == 0


def cursusuren_over(p: Person) -> int:
    """Besluit, artikel 3.14, tweede lid, onder a."""
    return max(cursus_urennorm(p) - cursusuren_die_tellen(p), 0)


def activiteit_telt(p: Person) -> bool:
    """Besluit, artikel 3.14, tweede lid, onder b: i and ii."""
    return p.nederlandstalige_omgeving and p.niet_in_isolement


def participatie_nodig(p: Person) -> bool:
    """Besluit, artikel 3.14, derde lid: only a and c for the others."""
    return p.doelgroep == "asielstatushouder"


def participatie_urennorm(p: Person) -> int:
    """Besluit, artikel 3.14:2b, 5 en 6; 2.7:3c."""
    norm = min(p.participatie_uren_hoogstens, 800) if p.ontheffing_participatie else 800
    return max(norm - p.pvt_uren - p.map_uren - p.participatie_uren_voor_pip, 0)


def participatie_gehaald(p: Person) -> bool:
    """Besluit, artikel 3.14, tweede lid, onder b, en derde lid."""
    return participatie_over(p) == 0


def participatie_over(p: Person) -> int:
    """Besluit, artikel 3.14, tweede lid, onder b, en derde lid."""
    if not participatie_nodig(p):
        return 0
    return max(participatie_urennorm(p) - p.participatie_uren, 0)


def eindgesprek_geldig(p: Person) -> bool:
    """Besluit, artikel 3.14, tweede lid, onder c, en vierde lid."""
    return p.eindgesprek_gevoerd and p.eindgesprek_door != "een derde, zoals de taalschool"


def zelfredzaamheidsroute_behaald(p: Person) -> bool:
    """Besluit, artikel 3.14, tweede en derde lid."""
    return cursusuren_gehaald(p) and participatie_gehaald(p) and eindgesprek_geldig(p)


def examen_mag(p: Person) -> bool:
    """Besluit, artikel 3.14, zevende lid: KNM not in the text of 2022."""
    kan_bestaan = p.examenonderdeel != "KNM" or p.dagtekening_te_melden_pip >= KNM_SINDS
    return kan_bestaan and p.wil_examen and p.in_staat_tot_examen and p.examen_in_pip


def streefniveau(p: Person) -> str | None:
    """Not in the law: rijksoverheid.nl gives A1, and only for this route."""
    return "A1" if p.leerroute == "zelfredzaamheidsroute" else None
