"""Second reading of Wet, article 19, and Besluit, articles 6.1, 6.2 and 6.2a."""

from tests.rules.second_reading.doelgroep import MIGRANT
from tests.rules.second_reading.inburgeringsplicht import heeft_de_leeftijd, uitgezonderd
from tests.rules.second_reading.person import Person
from tests.rules.second_reading.vrijstelling import (
    heeft_vrijstellend_diploma,
    volgt_vrijstellende_opleiding,
)

EU_RECHT = "unierecht"


def doelgroep_lening(p: Person) -> bool | None:
    """Wet, artikel 19; Besluit, artikel 6.1."""
    return eu_groep_voldoet(p) if p.verblijfsrecht == EU_RECHT else p.doelgroep == MIGRANT


def eu_groep_voldoet(p: Person) -> bool | None:
    """Besluit, artikel 6.1: no duty (Wi 3:2), residence under e, and onderdelen a to e."""
    if p.verblijfsrecht != EU_RECHT or not uitgezonderd(p):
        return False
    # onderdelen b to e, each the absence of a ground for exemption
    if (
        p.leerplichtige_jaren >= 8
        or heeft_vrijstellend_diploma(p)
        or volgt_vrijstellende_opleiding(p)
        or p.nu_leerplichtig
        or p.voldoende_ingeburgerd
    ):
        return False
    return heeft_de_leeftijd(p)


def doel_toegestaan(p: Person) -> bool:
    """Besluit, artikel 6.2, eerste, derde en vierde lid; 6.2a, tweede lid, for the EU group."""
    eu = p.verblijfsrecht == EU_RECHT
    match p.leendoel:
        case "onderdeel van het inburgeringsexamen":
            return True
        case "examen Oriëntatie op de Nederlandse arbeidsmarkt":
            return eu
        case "cursus inburgering of Nederlands":
            return p.instelling_heeft_keurmerk and (eu or p.cursus_past_bij_leerroute)
        case "alfabetisering":
            return p.instelling_heeft_keurmerk and (eu or p.alfabetisering_in_pip)
        case "taalschakeltraject":
            return not eu and p.leerroute == "onderwijsroute" and _erkend(p)
        case _:
            return False


def _erkend(p: Person) -> bool:
    """Wet, artikel 8, tweede lid."""
    return p.opleiding_is_taalschakeltraject and p.instelling_heeft_diploma_erkenning
