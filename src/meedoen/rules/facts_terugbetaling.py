"""Facts of the chapter terugbetaling: the debt, its terms, and what is in arrears."""

from meedoen.rules.column import Kind
from meedoen.rules.fact import Fact, FactTable, Source
from meedoen.rules.facts_lening import MOST


class TerugbetalingFacts(FactTable):
    """What decides when and how much of a loan is paid back, and what is never paid back."""

    lening_verstrekt_op = Fact(
        Kind.DAY, "dag waarop DUO de lening verstrekte (Bi 6.7:4)", Source.DUO
    )
    inburgeringsexamen_behaald = Fact(
        Kind.ANSWER, "haalde het inburgeringsexamen (Bi 6.7:4)", Source.DUO
    )
    inburgeringsexamen_behaald_op = Fact(
        Kind.DAY, "dag waarop het inburgeringsexamen is behaald (Bi 6.7:4)", Source.DUO
    )
    eerder_terugbetalen_gevraagd = Fact(
        Kind.ANSWER,
        "vroeg schriftelijk om eerder te beginnen met terugbetalen (Bi 6.7:2)",
        Source.DUO,
    )
    terugbetalen_op_verzoek_vanaf = Fact(
        Kind.DAY, "dag waarop de terugbetaling op dat verzoek begint (Bi 6.7:2)", Source.DUO
    )
    duur_terugbetaling = Fact(
        Kind.MONTHS,
        "hoeveel maanden de terugbetaling duurt volgens de beschikking (Bi 6.9:1)",
        Source.DUO,
        most=120,
    )
    schuld_met_rente = Fact(
        Kind.CENTS,
        "schuld met de rente over de hele terugbetaling, volgens DUO (Ri 6.5:1)",
        Source.DUO,
        most=MOST,
    )
    draagkracht_gevraagd = Fact(
        Kind.ANSWER, "vroeg DUO om de draagkracht vast te stellen (Bi 6.10)", Source.DUO
    )
    draagkracht_gevraagd_op = Fact(
        Kind.DAY, "dag waarop DUO die aanvraag kreeg (Bi 6.10)", Source.DUO
    )
    partner_is_debiteur = Fact(
        Kind.ANSWER, "de partner betaalt ook een lening terug (Ri 6.10)", Source.DUO
    )
    vervaldag_termijnbedrag = Fact(
        Kind.DAY, "dag waarop een termijnbedrag betaald moest zijn (Ri 6.11)", Source.DUO
    )
    termijnbedrag_ontvangen = Fact(
        Kind.ANSWER, "DUO heeft dat termijnbedrag ontvangen (Ri 6.11)", Source.DUO
    )
    dwangbevel_uitgevaardigd = Fact(
        Kind.ANSWER, "DUO vaardigde een dwangbevel uit (Wi 21:4)", Source.DUO
    )
    achterstand = Fact(
        Kind.CENTS, "achterstallige termijnbedragen samen (Ri 6.12a)", Source.DUO, most=MOST
    )
    achterstand_van_zes_maanden = Fact(
        Kind.CENTS,
        "deel van de achterstand dat zes maanden of langer openstaat (Ri 6.12b)",
        Source.DUO,
        most=MOST,
    )
    restschuld = Fact(
        Kind.CENTS,
        "schuld die nu nog openstaat, met achterstand (Bi 6.14)",
        Source.DUO,
        most=MOST,
    )
    termijnbedrag_verlaagd = Fact(
        Kind.ANSWER,
        "DUO stelde het termijnbedrag opnieuw vast naar draagkracht (Bi 6.12:2)",
        Source.DUO,
    )
