"""Facts of the chapter bewaartermijn: from which day the years count."""

from meedoen.rules.choices_gegevens import SoortGegevens
from meedoen.rules.column import Kind
from meedoen.rules.fact import Fact, FactTable, Privacy, Source


class BewaartermijnFacts(FactTable):
    """What kind of data it is, and the day on which duty, life, loan or case ended."""

    soort_gegevens = Fact(
        SoortGegevens, "soort gegevens (Bi 9.9; selectielijst gemeenten)", Source.COLLEGE
    )
    plicht_geeindigd_op = Fact(
        Kind.DAY, "dag waarop de inburgeringsplicht eindigde (Bi 9.9:1a)", Source.DUO
    )
    overleden_op = Fact(Kind.DAY, "dag van overlijden (Bi 9.9:1b)", Source.BRP, Privacy.GEVOELIG)
    lening_afgedaan_op = Fact(
        Kind.DAY,
        "dag waarop de lening is voldaan, kwijtgescholden of tenietgegaan (Bi 9.9:3)",
        Source.DUO,
    )
    zaak_geeindigd_op = Fact(
        Kind.DAY,
        "dag waarop het traject, de boete of de zaak ophield te bestaan (selectielijst)",
        Source.COLLEGE,
    )
