"""Second reading of Wet, article 4; Besluit, article 2.3; Regeling, articles 2.1 to 2.3."""

from datetime import date

from tests.rules.second_reading.calendar import weeks_later
from tests.rules.second_reading.person import Person

_WI2013 = "inburgeringsdiploma Wet inburgering (2013)"
_BUITEN_NEDERLAND = "Nederlandstalig diploma Aruba, Curaçao, Sint Maarten, Suriname of België"
_INTERNATIONAAL = "diploma internationale of Europese school"

# Ri 2.1, onderdelen a, c and e: the document alone is enough
_ZONDER_MEER = {
    "inburgeringsdiploma Wet inburgering 2021",
    "Nederlandstalig diploma wo, hbo, vwo, havo, vmbo of mbo-2 tot en met mbo-4",
    "diploma Bonaire, Sint Eustatius of Saba",
}


def vrijstelling(p: Person) -> bool:
    """Wet, artikel 4, eerste lid: one of the grounds a tot en met e."""
    return (
        lang_leerplichtig_geweest(p)
        or heeft_vrijstellend_diploma(p)
        or p.nu_leerplichtig
        or volgt_vrijstellende_opleiding(p)
        or al_voldoende_ingeburgerd(p)
    )


def tijdelijk_vrijgesteld(p: Person) -> bool:
    """Wet, artikel 4: today is one of the days that DUO gave, the day after the last is not."""
    return p.tijdelijk_vrijgesteld_van <= p.today < p.tijdelijk_vrijgesteld_tot


def lang_leerplichtig_geweest(p: Person) -> bool:
    """Wet, artikel 4, eerste lid, onder a."""
    return p.leerplichtige_jaren >= 8


def heeft_vrijstellend_diploma(p: Person) -> bool:
    """Wet, artikel 4, eerste lid, onder b; Regeling, artikel 2.1."""
    if p.diploma == _WI2013:  # Ri 2.1b
        return p.taalonderdelen_op_b1
    if p.diploma == _BUITEN_NEDERLAND:  # Ri 2.1d
        return p.voldoende_voor_nederlands
    if p.diploma == _INTERNATIONAAL:  # Ri 2.1f
        return p.nederlands_gevolgd_op_b1 and p.voldoende_voor_nederlands
    return p.diploma in _ZONDER_MEER


def volgt_vrijstellende_opleiding(p: Person) -> bool:
    """Wet, artikel 4, eerste lid, onder d; Regeling, artikel 2.2."""
    # read without the two inburgeringsdiploma's: no course gives those, meeting the duty does
    scholen = {_BUITEN_NEDERLAND, _INTERNATIONAAL}
    documenten = (_ZONDER_MEER - {"inburgeringsdiploma Wet inburgering 2021"}) | scholen
    return p.ingeschreven_bij_opleiding and p.opleiding_leidt_tot in documenten


def al_voldoende_ingeburgerd(p: Person) -> bool:
    """Besluit, artikel 2.3, onder a, b en c."""
    return p.jaren_ingeschreven >= 10 and p.jaren_werk >= 5 and p.mondeling_op_b1


def uiterste_dag_beslissing_vrijstelling(p: Person) -> date:
    """Regeling, artikel 2.3, tweede lid: a Regeling is no AMvB, so no Atw."""
    return weeks_later(p.vrijstelling_gevraagd_op, 8)


def kosten_aanvraag_vrijstelling(p: Person) -> int:
    """Regeling, artikel 2.3, derde lid: 90 euro, in cents."""
    return 90_00
