"""Second reading of Bi 10.2 to 10.4: the definitive grant, with exact fractions of cents."""

from datetime import date
from fractions import Fraction
from math import floor

from tests.rules.second_reading.person import Person

# Ri 10.2 to 10.4 per budget year, in cents: GOM, then a, b, c, then the weights a, b, c, d.
# The text of 2024 and of 2027 and later is not known.
RI = {
    2022: (610_98, (8057_10, 4079_67, 1019_92), (8057_10, 4079_67, 1019_92, 0)),
    2023: (635_32, (8378_03, 4242_17, 1060_54), (8378_03, 4242_17, 1060_54, 0)),
    2025: (694_23, (9154_91, 4635_54, 1158_89), (9154_91, 4635_54, 1158_89, 0)),
    2026: (706_72, (6087_34, 4718_96, 1179_74), (5820_70, 4247_06, 1061_77, 856_51)),
}


def uitkering(p: Person) -> int | None:
    """Bi 10.2 with 10.1:1: U = BGO + BA + ABO."""
    delen = (deel_migranten(p), deel_asielstatushouders(p), aanvullend_budget(p))
    bekend = [deel for deel in delen if deel is not None]
    return sum(bekend) if len(bekend) == len(delen) else None


def deel_migranten(p: Person) -> int | None:
    """Bi 10.2:1: BGO = AGO (cohort t) * a."""
    if p.migranten_dit_jaar == 0:
        return 0
    ri = RI.get(p.uitvoeringsjaar_op.year)
    return ri and p.migranten_dit_jaar * ri[0]


def deel_asielstatushouders(p: Person) -> int | None:
    """Bi 10.1:3: BA = GG / SOM GG * TBA.

    With weights a, b, c that are the amounts and d nothing, SOM GG and TBA are the same sum.
    """
    gg, som, tba = gemeentelijke_grondslag(p), som_van_grondslagen(p), landelijk_budget(p)
    gelijk = gewichten_zijn_bedragen(p)
    if gelijk:
        return gg
    if gg is None or tba is None or not som or gg > som:
        return None
    # half a cent goes up
    return floor(Fraction(gg, som) * tba + Fraction(1, 2))


def gewichten_zijn_bedragen(p: Person) -> bool | None:
    """Ri 10.3 beside 10.4."""
    ri = RI.get(p.uitvoeringsjaar_op.year)
    return ri and ri[2] == (*ri[1], 0)


def gemeentelijke_grondslag(p: Person) -> int | None:
    """Bi 10.2:3: GG = AA(t)*[a] + AA(t-1)*[b] + AA(t-2)*[c] + AIA(t-2)*[d]."""
    return _grondslag(
        p,
        (
            p.asielstatushouders_dit_jaar,
            p.asielstatushouders_vorig_jaar,
            p.asielstatushouders_twee_jaar_eerder,
            _aia(p, p.trajecten_afgerond, p.trajecten_afgerond_sinds_2022),
        ),
    )


def som_van_grondslagen(p: Person) -> int | None:
    """Bi 10.1:3b: the same formula over all municipalities together."""
    return _grondslag(
        p,
        (
            p.landelijk_asielstatushouders_dit_jaar,
            p.landelijk_asielstatushouders_vorig_jaar,
            p.landelijk_asielstatushouders_twee_jaar_eerder,
            _aia(p, p.landelijk_trajecten_afgerond, p.landelijk_trajecten_afgerond_sinds_2022),
        ),
    )


def afgeronde_trajecten(p: Person) -> int | None:
    """Bi 10.3:5: AIA (t-2) * [d]; the first year with a weight counts all since 2022."""
    aantal = _aia(p, p.trajecten_afgerond, p.trajecten_afgerond_sinds_2022)
    if aantal == 0:
        return 0
    ri = RI.get(p.uitvoeringsjaar_op.year)
    return ri and aantal * ri[2][3]


def landelijk_budget(p: Person) -> int | None:
    """Bi 10.2:2: TBA = LAA(t)*[a] + LAA(t-1)*[b] + LAA(t-2)*[c]."""
    aantallen = (
        p.landelijk_asielstatushouders_dit_jaar,
        p.landelijk_asielstatushouders_vorig_jaar,
        p.landelijk_asielstatushouders_twee_jaar_eerder,
    )
    if not any(aantallen):
        return 0
    ri = RI.get(p.uitvoeringsjaar_op.year)
    return ri and sum(n * bedrag for n, bedrag in zip(aantallen, ri[1], strict=True))


def aanvullend_budget(p: Person) -> int | None:
    """Bi 10.2:4, since 20-11-2025: AAO * [a]; no text fixes [a]."""
    if date(p.uitvoeringsjaar_op.year, 1, 1) < date(2025, 11, 20):
        return 0
    return None if p.asielstatushouders_onderwijsroute else 0


def peildag_woongemeente(p: Person) -> date:
    """Bi 10.4, under b and g: ultimo jaar t."""
    return date(p.uitvoeringsjaar_op.year, 12, 31)


def telt_als_asielstatushouder(p: Person) -> bool:
    """Bi 10.3:6."""
    return _telt_als(p, "asielstatushouder")


def telt_als_migrant(p: Person) -> bool:
    """Bi 10.3:6."""
    return _telt_als(p, "gezins- of overige migrant")


def _telt_als(p: Person, groep: str) -> bool:
    mede = p.doelgroep_bij_huisvesting == groep and p.voldaan_voor_peilmoment
    return p.doelgroep == groep or mede


def _aia(p: Person, in_jaar: int, sinds_de_wet: int) -> int:
    # 2026 is the first year with a weight d above nought
    return sinds_de_wet if p.uitvoeringsjaar_op.year == 2026 else in_jaar


def _grondslag(p: Person, aantallen: tuple[int, int, int, int]) -> int | None:
    if not any(aantallen):
        return 0
    ri = RI.get(p.uitvoeringsjaar_op.year)
    return ri and sum(n * gewicht for n, gewicht in zip(aantallen, ri[2], strict=True))
