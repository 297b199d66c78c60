"""Second reading of Wi 33b, Bi 9.7 and R12.01 to R12.09: residence law and nationality."""

from tests.rules.second_reading.calendar import birthday, months_later
from tests.rules.second_reading.person import Person

NATURALISATIE = "Nederlanderschap door naturalisatie"
# AOW age by the year in which somebody asks: years and months; none is fixed from 2032
AOW = {
    **dict.fromkeys([2022], (66, 7)),
    **dict.fromkeys([2023], (66, 10)),
    **dict.fromkeys(range(2024, 2028), (67, 0)),
    **dict.fromkeys(range(2028, 2032), (67, 3)),
}


def mag_ind_weten(p: Person) -> bool:
    """Bi 9.7: onderdeel a en onderdeel b, and nothing else."""
    return p.gevraagd_gegeven in {
        "status van de inburgeringsplicht",
        "datum waarop aan de plicht is voldaan",
    }


def mag_aan_ind_geven(p: Person) -> bool:
    """Wi 33b: Onze Minister verstrekt, in practice DUO; the college never does."""
    return p.verstrekker == "DUO" and mag_ind_weten(p)


def voldoet_aan_inburgeringsvereiste(p: Person) -> bool | None:
    """R12.02: for four residence rights alike, and for the nationality."""
    if p.sterker_recht != NATURALISATIE:
        if document_genoeg_voor_verblijf(p):
            return True
        return vrijgesteld_voor_verblijf(p)
    if p.vrijgesteld_van_naturalisatietoets:
        return True
    return document_genoeg_voor_naturalisatie(p)


def document_genoeg_voor_verblijf(p: Person) -> bool:
    """R12.02, R12.04: the diploma, and the certificate of the Z-route."""
    return p.inburgeringsdocument != "geen van beide"


def vrijgesteld_voor_verblijf(p: Person) -> bool | None:
    """R12.05: younger than 18, AOW age, eight years here in school age, or as the IND says."""
    op = p.sterker_recht_gevraagd_op
    if op < birthday(p.geboren_op, 18) or p.leerplichtige_jaren >= 8 or p.vrijgesteld_volgens_ind:
        return True
    if op.year not in AOW:
        return None
    years, months = AOW[op.year]
    return op >= months_later(p.geboren_op, 12 * years + months)


def document_genoeg_voor_naturalisatie(p: Person) -> bool | None:
    """R12.06; R12.09: of the certificate nobody says."""
    if p.inburgeringsdocument == "inburgeringsdiploma":
        return taalniveau_genoeg_voor_naturalisatie(p)
    return False if p.inburgeringsdocument == "geen van beide" else None


def taalniveau_genoeg_voor_naturalisatie(p: Person) -> bool:
    """R12.06: at least A2 now."""
    return p.examenniveau != "A1"


def sterker_recht_gesloten(p: Person) -> bool:
    """R12.01: culpably not having met the duty."""
    return p.niet_voldoen_verwijtbaar and not p.plicht_voldaan
