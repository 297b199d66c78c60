"""Second reading of Regeling, annexes 6a, 6b and 6c."""

from tests.rules.second_reading.person import Person

# tables 1, 2 and 3, in euros: the three rows are the same in each
_PER_POGING = {
    "niet alle onderdelen ten minste een keer": (1000, 800, 400),
    "alle onderdelen ten minste een keer": (800, 640, 320),
    "de niet behaalde onderdelen ten minste twee keer": (600, 450, 225),
}
# table 4: rows by hours of participation; table 5 is its first row
_PER_PARTICIPATIE = ((1000, 800, 400), (800, 640, 320), (600, 450, 225))


def urenpercentage(p: Person) -> int | None:
    """Regeling, bijlage 6a, tabel 1: rounded down (read)."""
    return _percentage(p.cursusuren, p.uren_in_pip)


def aanwezigheidspercentage(p: Person) -> int | None:
    """Regeling, bijlage 6b, tabel 3: rounded down (read)."""
    return _percentage(p.lessen_aanwezig, p.lessen_gegeven)


def boete_b1_route(p: Person) -> int | None:
    """Regeling, bijlage 6a, tabel 1 en 2."""
    if p.doelgroep != "asielstatushouder":
        return 100 * _PER_POGING[p.examenpogingen][_kolom(p.cursusuren, 250, 400)]
    procent = urenpercentage(p)
    return None if procent is None else _naar_procent(p, procent)


def boete_onderwijsroute(p: Person) -> int | None:
    """Regeling, bijlage 6b, tabel 3."""
    procent = aanwezigheidspercentage(p)
    return None if procent is None else _naar_procent(p, procent)


def boete_zelfredzaamheidsroute(p: Person) -> int:
    """Regeling, bijlage 6c, tabel 4 en 5, met noot 1 en 2."""
    rij = 0
    if p.doelgroep == "asielstatushouder":
        rij = _kolom(p.participatie_uren + p.participatie_uren_voor_pip, 300, 600)
    kolom = _kolom(p.cursusuren + p.cursusuren_in_intake, 300, 600)
    return 100 * _PER_PARTICIPATIE[rij][kolom]


def behaalde_onderdelen(p: Person) -> int:
    """Regeling, bijlage 6a en 6b: the parts on language, and KNM."""
    return p.taalexamens_behaald + p.knm_behaald


def boete_volgens_tabel(p: Person) -> int | None:
    """Regeling, artikel 7.1, 7.2 en 7.3: 20 procent less for each part, up to four."""
    if p.leerroute == "zelfredzaamheidsroute":
        return boete_zelfredzaamheidsroute(p)
    bedrag = boete_b1_route(p) if p.leerroute == "B1-route" else boete_onderwijsroute(p)
    if bedrag is None or behaalde_onderdelen(p) > 4:
        return None
    return bedrag * (100 - 20 * behaalde_onderdelen(p)) // 100


def _percentage(deel: int, geheel: int) -> int | None:
    """Of nothing there is no percentage."""
    return 100 * deel // geheel if geheel else None


def _naar_procent(p: Person, procent: int) -> int:
    """Tables 1 and 3: 0 to 59, 60 to 89, 90 and more."""
    return 100 * _PER_POGING[p.examenpogingen][_kolom(procent, 60, 90)]


def _kolom(aantal: int, tweede: int, derde: int) -> int:
    """The first, second or third column."""
    return (aantal >= tweede) + (aantal >= derde)
