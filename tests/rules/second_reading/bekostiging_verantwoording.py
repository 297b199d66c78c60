"""Second reading of Wi 42 and 42a and Bi 10.5 to 10.7: account, reserve and claiming back."""

from datetime import date

from tests.rules.second_reading.calendar import months_later, working_day
from tests.rules.second_reading.person import Person


def niet_besteed(p: Person) -> int:
    """Wi 42:2: het niet bestede deel."""
    return max(0, p.definitieve_uitkering - p.besteed_bedrag)


def doorgeschoven_lasten(p: Person) -> int:
    """Bi 10.6: netto lasten die de uitkering overstijgen."""
    return max(0, p.besteed_bedrag - p.definitieve_uitkering)


def te_reserveren_hoogstens(p: Person) -> int | None:
    """Bi 10.5: of year t up to the whole grant; the formula of 2-4-2026 is not in the sources."""
    over = niet_besteed(p)
    if date(p.uitvoeringsjaar_op.year, 12, 31) < date(2026, 4, 2):
        return min(over, p.definitieve_uitkering)
    return None if over else 0


def aanlevering_verantwoording(p: Person) -> date:
    """R11.16: SiSa on 15 July of t+1 (from memory)."""
    return date(p.uitvoeringsjaar_op.year + 1, 7, 15)


def uiterste_ontvangst_verantwoording(p: Person) -> date:
    """Wi 42:3: binnen achttien maanden na het kalenderjaar."""
    return date(p.uitvoeringsjaar_op.year + 2, 6, 30)


def verantwoording_te_laat(p: Person) -> bool:
    """Wi 42:3: niet volledig ontvangen binnen die maanden."""
    op = p.verantwoording_ontvangen_op if p.verantwoording_ontvangen else p.today
    return op > uiterste_ontvangst_verantwoording(p)


def terugvordering(p: Person) -> int | None:
    """Wi 42:2 (part) and 42:3 (all, or less where that is unfair)."""
    if verantwoording_te_laat(p):
        heel = p.definitieve_uitkering
        return p.lagere_terugvordering if p.terugvordering_onbillijk else heel
    ruimte = te_reserveren_hoogstens(p)
    if ruimte is None:
        return None
    blijft = min(p.gereserveerd_bedrag, ruimte)
    return niet_besteed(p) - blijft + p.fout_of_onzeker_besteed


def uiterste_mededeling_terugvordering(p: Person) -> date:
    """Wi 42:2: within a year of receipt; 42:3: within three months after the eighteen."""
    if verantwoording_te_laat(p):
        # a term of three months still moves to a working day (Atw 4)
        return working_day(date(p.uitvoeringsjaar_op.year + 2, 9, 30))
    return months_later(p.verantwoording_ontvangen_op, 12)


def gegevens_tellen_mee(p: Person) -> bool:
    """Bi 10.7:1: 30 september van het jaar volgend op het verantwoordingsjaar."""
    peildag = date(p.uitvoeringsjaar_op.year + 1, 9, 30)
    return p.gegevens_bekend_op <= peildag or p.gegevens_op_verzoek


def terugvordering_onderwijsroute_mogelijk(p: Person) -> bool:
    """Wi 42a:3, in force on 21-10-2025."""
    in_de_wet = p.uitkering_onderwijsroute_op >= date(2025, 10, 21)
    return in_de_wet and not p.uitkering_onderwijsroute_verantwoord
