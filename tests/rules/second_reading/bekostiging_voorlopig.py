"""Second reading of Bi 10.1, 10.3:1 and 10.4: the provisional grant, with exact fractions."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from math import ceil, floor

from tests.rules.second_reading.bekostiging import RI
from tests.rules.second_reading.bekostiging import afgeronde_trajecten as aia_keer_d
from tests.rules.second_reading.person import Person

# Ri 10.1: in jaar t en in jaar t-1
PA = Fraction(70, 100)


def uitkering(p: Person) -> int | None:
    """Bi 10.1:1: U = BGO + BA + ABO; after new borders only with the estimate of 10.3:1."""
    if not cijfers_passen_bij_indeling(p):
        return None
    return _som((deel_migranten(p), deel_asielstatushouders(p), aanvullend_budget(p)))


def cijfers_passen_bij_indeling(p: Person) -> bool:
    """Bi 10.3:1."""
    return not p.indeling_gewijzigd or p.cijfers_naar_nieuwe_indeling


def deel_migranten(p: Person) -> int | None:
    """Bi 10.1:2: BGO = AGO (cohort t-2) * a."""
    return _bedrag(p.migranten_twee_jaar_eerder, _ri(p, 0))


def deel_asielstatushouders(p: Person) -> int | None:
    """Bi 10.1:3: BA = GG / SOM GG * TBA."""
    gg, tba, som = gemeentelijke_grondslag(p), landelijk_budget(p), p.som_voorlopige_grondslagen
    if gg is None or tba is None or som == 0 or gg > som:
        return None
    return _cent(Fraction(gg * tba, som))


def gemeentelijke_grondslag(p: Person) -> int | None:
    """Bi 10.1:4: GPAS (before 2024 GHT) * PA * a + GHT (t-1) * PA * b + VAA * c + AIA * d."""
    return _som(
        (
            _bedrag(gemeentelijk_aantal(p), _ri(p, 2, 0), PA),
            _bedrag(gemeentelijke_taakstelling_vorig_jaar(p), _ri(p, 2, 1), PA),
            _bedrag(p.voorlopig_asielstatushouders_twee_jaar_eerder, _ri(p, 2, 2)),
            aia_keer_d(p),
        )
    )


def landelijk_budget(p: Person) -> int | None:
    """Bi 10.1:5: LPAS (before 2024 LHT) * PA * a + LHT (t-1) * PA * b + LVAA * c."""
    return _som(
        (
            _bedrag(landelijk_aantal(p), _ri(p, 1, 0), PA),
            _bedrag(landelijke_taakstelling_t_1(p), _ri(p, 1, 1), PA),
            _bedrag(p.landelijk_voorlopig_asielstatushouders_twee_jaar_eerder, _ri(p, 1, 2)),
        )
    )


def landelijk_aantal(p: Person) -> int:
    """Bi 10.4, under c (states 1-1-2022 and 26-9-2022) and d (state 1-1-2024)."""
    if p.uitvoeringsjaar_op.year >= 2024:
        return p.landelijke_prognose
    if p.uitvoeringsjaar_op.year == 2023:
        return 21_800
    eerste = p.landelijke_taakstelling_halfjaar
    tweede = p.prognose_halfjaar if p.prognose_halfjaar_bekend else eerste
    return eerste + tweede


def gemeentelijk_aantal(p: Person) -> int | None:
    """Bi 10.1:4 and 10.4, under e: shared as in Hw 29:1, rounded up."""
    return _naar_inwoners(landelijk_aantal(p), p.inwoners_gemeente, p.inwoners_nederland)


def landelijke_taakstelling_t_1(p: Person) -> int:
    """Bi 10.4, under c: for 2023 the decree itself gave the number of 2022."""
    vast = p.uitvoeringsjaar_op.year == 2023
    return 17_028 if vast else p.landelijke_taakstelling_vorig_jaar


def gemeentelijke_taakstelling_vorig_jaar(p: Person) -> int | None:
    """Bi 10.1:4c: on the basis of the national number, by inhabitants."""
    return _naar_inwoners(
        landelijke_taakstelling_t_1(p),
        p.inwoners_gemeente_vorig_jaar,
        p.inwoners_nederland_vorig_jaar,
    )


def aanvullend_budget(p: Person) -> int | None:
    """Bi 10.1:6, since 20-11-2025: GPAS * PA * PO * [a]; no text fixes PO and [a]."""
    if date(p.uitvoeringsjaar_op.year, 1, 1) < date(2025, 11, 20):
        return 0
    return 0 if gemeentelijk_aantal(p) == 0 else None


def peildag_woongemeente(p: Person) -> date:
    """Bi 10.4, under a: ultimo jaar t-2."""
    return date(p.uitvoeringsjaar_op.year - 2, 12, 31)


def _ri(p: Person, *places: int) -> int | None:
    found: object = RI.get(p.uitvoeringsjaar_op.year)
    for place in places:
        found = found[place] if isinstance(found, tuple) else None
    return found if isinstance(found, int) else None


def _bedrag(aantal: int | None, bedrag: int | None, deel: Fraction = Fraction(1)) -> int | None:
    if 0 in (aantal, bedrag):
        return 0
    if aantal is None or bedrag is None:
        return None
    return _cent(aantal * bedrag * deel)


def _cent(bedrag: Fraction) -> int:
    # half a cent goes up
    return floor(bedrag + Fraction(1, 2))


def _naar_inwoners(aantal: int, gemeente: int, nederland: int) -> int | None:
    if nederland == 0 or gemeente > nederland:
        return None
    return ceil(Fraction(aantal * gemeente, nederland))


def _som(delen: Iterable[int | None]) -> int | None:
    totaal = 0
    for deel in delen:
        if deel is None:
            return None
        totaal += deel
    return totaal
