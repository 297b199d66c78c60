"""Facts of the chapter opvang: koppeling, housing, voorbereiding and the municipality's share."""

from meedoen.rules.choices_intake import Plaatsingsgrond
from meedoen.rules.column import Kind
from meedoen.rules.fact import Fact, FactTable, Privacy, Source


class OpvangFacts(FactTable):
    """What decides on the time between the permit and the first day in the municipality."""

    gekoppeld_op = Fact(Kind.DAY, "dag waarop het COA iemand aan een gemeente koppelde", Source.COA)
    gehuisvest = Fact(
        Kind.ANSWER,
        "staat ingeschreven in de gemeente waar hij gaat wonen (Wi 10; Hw 28)",
        Source.BRP,
    )
    plaatsingsgrond = Fact(
        Plaatsingsgrond,
        "grond om iemand buiten de regio te plaatsen",
        Source.COA,
        Privacy.GEVOELIG,
    )
    voorbereiding_aangeboden_op = Fact(
        Kind.DAY, "dag waarop het COA de voorbereiding aanbood (Bi 3.17:1)", Source.COA
    )
    volgt_voorbereiding = Fact(
        Kind.ANSWER, "volgt nu de voorbereiding op de inburgering (Bi 3.17)", Source.COA
    )
    voorbereiding_vertraagt = Fact(
        Kind.ANSWER,
        "de voorbereiding houdt een stap van de inburgering op (Bi 3.17:4)",
        Source.KLANTMANAGER,
    )
    taakstelling_op = Fact(
        Kind.DAY, "een dag in het halfjaar waarvoor de taakstelling geldt", Source.COLLEGE
    )
    inwoners_gemeente = Fact(
        Kind.COUNT,
        "inwoners van de gemeente op de peildag (CBS; Hw 29:1b)",
        Source.COLLEGE,
        most=2_000_000,
    )
    inwoners_nederland = Fact(
        Kind.COUNT,
        "inwoners van Nederland op de peildag (CBS; Hw 29:1c)",
        Source.COLLEGE,
        most=30_000_000,
    )
