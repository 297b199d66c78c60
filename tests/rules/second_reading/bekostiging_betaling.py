"""Second reading of Wi 40, 40a, 41 and Bi 10.8: announcing and paying the grant."""

from datetime import date
from fractions import Fraction
from math import floor

from tests.rules.second_reading.calendar import weeks_later, working_day
from tests.rules.second_reading.person import Person


def telt_als_besteding(p: Person) -> bool:
    """Wi 40:1: voorzieningen, niet zijnde uitvoeringskosten."""
    return p.kostensoort != "uitvoering van de wet"


def uiterste_bekendmaking_voorlopig(p: Person) -> date:
    """Wi 40:3: ten minste drie maanden voorafgaand aan het kalenderjaar."""
    return date(p.uitvoeringsjaar_op.year - 1, 10, 1)


def uiterste_bekendmaking_herziening(p: Person) -> date | None:
    """Wi 40a:2, in force on 21-10-2025: binnen vier weken na de herziening."""
    if p.totaalbedrag_herzien_op < date(2025, 10, 21):
        return None
    return working_day(weeks_later(p.totaalbedrag_herzien_op, 4))


def uiterste_bekendmaking_definitief(p: Person) -> date:
    """Wi 41:4: uiterlijk zes maanden na afloop van het uitvoeringsjaar."""
    return date(p.uitvoeringsjaar_op.year + 1, 6, 30)


def maandbedrag(p: Person) -> int:
    """Bi 10.8:1: een twaalfde deel, half a cent up."""
    return floor(Fraction(p.vastgestelde_uitkering, 12) + Fraction(1, 2))


def betaaldag(p: Person) -> date:
    """Bi 10.8:1: op of omstreeks de vijftiende dag van die maand."""
    return p.betaalmaand_op.replace(day=15)


def nabetaling(p: Person) -> int:
    """Bi 10.8:2: indien hoger vastgesteld."""
    return max(0, p.definitieve_uitkering - p.vastgestelde_uitkering)


def terugbetaling(p: Person) -> int:
    """Bi 10.8:2: indien lager vastgesteld."""
    return max(0, p.vastgestelde_uitkering - p.definitieve_uitkering)
