"""Second reading of Wet, article 17, third paragraph; Besluit, articles 5.4:1 and 5.5."""

from tests.rules.second_reading.person import Person


def urennorm_na_aftrek(p: Person) -> int:
    """Besluit, artikel 5.5, eerste en tweede lid."""
    return max(600 - p.aftrek_nt2, 0)


def genoeg_uren_nt2(p: Person) -> bool:
    """Besluit, artikel 5.5, eerste lid."""
    return p.cursusuren_nt2 >= urennorm_na_aftrek(p)


def uren_nt2_over(p: Person) -> int:
    """Besluit, artikel 5.5, eerste lid."""
    return max(urennorm_na_aftrek(p) - p.cursusuren_nt2, 0)


def aanzienlijke_inspanningen_afschalen(p: Person) -> bool:
    """Besluit, artikel 5.5, eerste lid: hours "en voorts" effort."""
    return genoeg_uren_nt2(p) and p.voldoende_ingespannen


def mag_afschalen(p: Person) -> bool:
    """Wet, artikel 17, derde lid: "geheel of gedeeltelijk"."""
    schriftelijk = mag_lezen_afschalen(p) or mag_schrijven_afschalen(p)
    return schriftelijk or mag_luisteren_afschalen(p) or mag_spreken_afschalen(p)


def mag_lezen_afschalen(p: Person) -> bool:
    """Wet, artikel 17, derde lid."""
    return p.lezen_b1_onhaalbaar and _kan(p)


def mag_luisteren_afschalen(p: Person) -> bool:
    """Wet, artikel 17, derde lid."""
    return p.luisteren_b1_onhaalbaar and _kan(p)


def mag_schrijven_afschalen(p: Person) -> bool:
    """Wet, artikel 17, derde lid."""
    return p.schrijven_b1_onhaalbaar and _kan(p)


def mag_spreken_afschalen(p: Person) -> bool:
    """Wet, artikel 17, derde lid."""
    return p.spreken_b1_onhaalbaar and _kan(p)


def eerst_overstappen(p: Person) -> bool:
    """Besluit, artikel 5.4, eerste lid: Wi 17:3 is only for the route of Wi 7."""
    return p.leerroute == "onderwijsroute"


def _kan(p: Person) -> bool:
    return p.leerroute == "B1-route" and aanzienlijke_inspanningen_afschalen(p)
