"""Second reading of Participatiewet, articles 19a to 24, with the table of the norms in euros."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from tests.rules.second_reading.money import whole_cents
from tests.rules.second_reading.person import Person

_BEGIN = [
    date(2024, 1, 1),
    date(2024, 7, 1),
    date(2025, 1, 1),
    date(2025, 7, 1),
    date(2026, 1, 1),
]
# the last norms that are known hold up to this day
_ONBEKEND_VANAF = date(2026, 7, 1)

_PAAR, _PAAR_AOW = "gehuwden, beiden 21 jaar tot AOW-leeftijd", "gehuwden met AOW-leeftijd"
_ALLEEN = "alleenstaande (ouder), 21 jaar tot AOW-leeftijd"
_ALLEEN_AOW = "alleenstaande (ouder) met AOW-leeftijd"
_EEN_JONG = {
    "gehuwden zonder kind, een van beiden 18 tot 21 jaar",
    "gehuwden met kind, een van beiden 18 tot 21 jaar",
}
# per household the norm of each half-year, and in an institution with what is added (Pw 23)
_NORMEN = {
    "alleenstaande (ouder), 18 tot 21 jaar": "- - 332.17 337.98 345.99",
    "gehuwden zonder kind, beiden 18 tot 21 jaar": "- - 664.34 675.96 691.98",
    "gehuwden zonder kind, een van beiden 18 tot 21 jaar": "- - 1293.21 1315.88 1347.06",
    "gehuwden met kind, beiden 18 tot 21 jaar": "- - 1048.75 1067.12 1092.41",
    "gehuwden met kind, een van beiden 18 tot 21 jaar": "- - 1677.62 1707.04 1747.49",
    _ALLEEN: "1283.70 1308.45 1345.45 1369.06 1401.50",
    _PAAR: "1833.86 1869.21 1922.07 1955.80 2002.13",
    _ALLEEN_AOW: "- - 1501.07 1530.21 1564.69",
    _PAAR_AOW: "- - 2053.48 2094.98 2144.16",
    "alleenstaande (ouder) in een inrichting": "- - - 433.49+45 443.76+47",
    "gehuwden in een inrichting": "- - - 674.29+101 690.27+106",
}


def bijstandsnorm(p: Person) -> int | None:
    """Participatiewet, artikel 20 tot en met 23: the amount of the half-year, in cents."""
    return _norm(p.huishouden, p.bijstandsmaand)


def deelt_kosten(p: Person) -> bool:
    """Participatiewet, artikel 22a: for who is 21 or older, or whose partner is; at home."""
    kan_delen = {_ALLEEN, _ALLEEN_AOW, _PAAR, _PAAR_AOW} | _EEN_JONG
    return p.huishouden in kan_delen and p.kostendelende_medebewoners > 0


def kostendelersnorm(p: Person) -> int | None:
    """Participatiewet, artikel 22a: (40% + A x 30%) / A of the norm of a couple, per person."""
    paar = {_ALLEEN: _PAAR, _PAAR: _PAAR, _ALLEEN_AOW: _PAAR_AOW, _PAAR_AOW: _PAAR_AOW}
    norm = _norm(paar.get(p.huishouden, ""), p.bijstandsmaand)
    if norm is None:
        return None
    eigen = 2 if p.huishouden in (_PAAR, _PAAR_AOW) else 1
    a = p.kostendelende_medebewoners + eigen
    return whole_cents(Fraction(40 + 30 * a, 100 * a) * norm)


def norm_partner_zonder_recht(p: Person) -> int | None:
    """Participatiewet, artikel 24: half of the norm of a couple, but not for who shares costs."""
    if p.kostendelende_medebewoners:
        return kostendelersnorm(p)
    norm = bijstandsnorm(p) if p.huishouden in (_PAAR, _PAAR_AOW) else None
    return None if norm is None else whole_cents(Fraction(norm, 2))


def toepasselijke_norm(p: Person) -> int | None:
    """Participatiewet, artikel 20 tot en met 24."""
    paar = p.huishouden.startswith("gehuwden")
    if paar and p.partner_zonder_recht:
        return norm_partner_zonder_recht(p)
    if not deelt_kosten(p):
        return bijstandsnorm(p)
    ieder = kostendelersnorm(p)
    return ieder * 2 if paar and ieder is not None else ieder


def _norm(huishouden: str, maand: date) -> int | None:
    verstreken = [begin for begin in _BEGIN if begin <= maand]
    if not verstreken or maand >= _ONBEKEND_VANAF or huishouden not in _NORMEN:
        return None
    bedrag = _NORMEN[huishouden].split()[len(verstreken) - 1]
    if bedrag == "-":
        return None
    return int(100 * sum(Decimal(deel) for deel in bedrag.split("+")))
