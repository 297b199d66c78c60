"""Second reading of Participatiewet, articles 56a and 57, and Wet, article 15:3."""

from datetime import date

from tests.rules.second_reading.bijstand import uit_te_betalen_bijstand
from tests.rules.second_reading.calendar import end_after
from tests.rules.second_reading.inburgeringsplicht import inburgeringsplichtig
from tests.rules.second_reading.person import Person

# the Participatiewet in balans; its text was not read
_IN_BALANS = date(2027, 1, 1)


def valt_onder_ontzorgen(p: Person) -> bool | None:
    """Participatiewet, artikel 56a, eerste lid: asylum, fixed term, with a duty and bijstand."""
    if p.niet_meer_plichtig or p.verblijfsrecht != "asiel bepaalde tijd" or not bijstand_loopt(p):
        return False
    return inburgeringsplichtig(p)


def bijstand_loopt(p: Person) -> bool:
    """Participatiewet, artikel 56a, eerste lid: between the first and the last day of the right."""
    if p.bijstand_beeindigd and p.today >= p.bijstand_tot:
        return False
    return p.recht_op_bijstand_vanaf <= p.today


def begin_ontzorgen(p: Person) -> date:
    """Participatiewet, artikel 56a, tweede lid."""
    return p.recht_op_bijstand_vanaf


def wettelijk_einde(p: Person) -> date | None:
    """Participatiewet, artikel 56a, tweede lid: six months from the day the right arises."""
    begin = begin_ontzorgen(p)
    return end_after(begin, 6) if begin < _IN_BALANS else None


def einde_ontzorgen(p: Person) -> date | None:
    """Participatiewet, artikel 56a, tweede lid: no tailoring within the six months."""
    einde = wettelijk_einde(p)
    if einde is None:
        return None
    return min(einde, p.bijstand_tot) if p.bijstand_beeindigd else einde


def ontzorgen_loopt(p: Person) -> bool | None:
    """Participatiewet, artikel 56a: in the target group, and the six months are not over."""
    valt_eronder, einde = valt_onder_ontzorgen(p), einde_ontzorgen(p)
    if valt_eronder is False or (einde is not None and p.today >= einde):
        return False
    return None if einde is None else valt_eronder


def ontzorgen_in_pip(p: Person) -> bool | None:
    """Wet, artikel 15, derde lid: the decision is added, where there is one."""
    if p.bijstandsbesluiten_bijgevoegd:
        return True
    valt_eronder = valt_onder_ontzorgen(p)
    return None if valt_eronder is None else not valt_eronder


def college_betaalt_vaste_lasten(p: Person) -> bool | None:
    """Participatiewet, artikel 56a, eerste lid: paying in his name needs his leave."""
    return ontzorgen_loopt(p) if p.machtiging_ontzorgen == "gegeven" else False


def weigert_ontzorgen(p: Person) -> bool | None:
    """Participatiewet, artikel 56a, eerste lid: who refuses does not meet a duty."""
    return ontzorgen_loopt(p) if p.machtiging_ontzorgen == "geweigerd" else False


def langer_betalen_mogelijk(p: Person) -> bool:
    """Participatiewet, artikel 57: well-founded reasons, for who has bijstand."""
    return p.besteedt_niet_verantwoord and bijstand_loopt(p)


def vaste_lasten(p: Person) -> int:
    """Participatiewet, artikel 56a, eerste lid: the five payments."""
    return p.huur + p.gas_en_stroom + p.water + p.zorgverzekering


def vaste_lasten_passen(p: Person) -> bool | None:
    """Participatiewet, artikel 56a: no shortage."""
    over = _over(p)
    return None if over is None else over >= 0


def tekort(p: Person) -> int | None:
    """Participatiewet, artikel 56a: what is short; nothing where enough is left."""
    over = _over(p)
    return None if over is None else max(0, -over)


def rest(p: Person) -> int | None:
    """Participatiewet, artikel 56a: no rule says what the person gets when it is short."""
    over = _over(p)
    return over if over is not None and over >= 0 else None


def _over(p: Person) -> int | None:
    """What the payments leave; below nothing where they are too high."""
    bijstand = uit_te_betalen_bijstand(p)
    return None if bijstand is None else bijstand - vaste_lasten(p)
