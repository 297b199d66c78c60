"""Facts of the chapter bekostiging_verantwoording: what the Rijk fixed, paid and may claim back."""

from meedoen.rules.choices import Doelgroep
from meedoen.rules.choices_bekostiging import Kostensoort
from meedoen.rules.column import Kind
from meedoen.rules.fact import Fact, FactTable, Source
from meedoen.rules.facts_bekostiging import BEDRAG


class VerantwoordingFacts(FactTable):
    """One municipality in one budget year: decisions of the Minister, spending and its account."""

    vastgestelde_uitkering = Fact(
        Kind.CENTS,
        "uitkering voor het jaar zoals die vooraf is bekendgemaakt (Wi 40:3)",
        Source.COLLEGE,
        most=BEDRAG,
    )
    definitieve_uitkering = Fact(
        Kind.CENTS,
        "uitkering over het jaar zoals die na afloop is vastgesteld (Wi 41)",
        Source.COLLEGE,
        most=BEDRAG,
    )
    besteed_bedrag = Fact(
        Kind.CENTS,
        "netto besteed aan voorzieningen voor inburgering in het jaar (Bi 10.5, 10.6)",
        Source.COLLEGE,
        most=BEDRAG,
    )
    fout_of_onzeker_besteed = Fact(
        Kind.CENTS,
        "deel dat volgens de accountant fout of onzeker is besteed (Wi 42:2)",
        Source.COLLEGE,
        most=BEDRAG,
    )
    gereserveerd_bedrag = Fact(
        Kind.CENTS,
        "wat het college reserveert voor het volgende jaar (Bi 10.5)",
        Source.COLLEGE,
        most=BEDRAG,
    )
    betaalmaand_op = Fact(
        Kind.DAY, "een dag in de maand van de betaling (Bi 10.8:1)", Source.COLLEGE
    )
    kostensoort = Fact(Kostensoort, "waaraan het geld is uitgegeven (Wi 40:1)", Source.COLLEGE)
    totaalbedrag_herzien_op = Fact(
        Kind.DAY,
        "dag waarop het landelijke bedrag in het jaar zelf is herzien (Wi 40a:1)",
        Source.COLLEGE,
    )
    verantwoording_ontvangen = Fact(
        Kind.ANSWER,
        "de minister van BZK kreeg de volledige verantwoording (Wi 42:3)",
        Source.COLLEGE,
    )
    verantwoording_ontvangen_op = Fact(
        Kind.DAY,
        "dag waarop de minister van BZK de volledige verantwoording kreeg (Wi 42:3)",
        Source.COLLEGE,
    )
    terugvordering_onbillijk = Fact(
        Kind.ANSWER,
        "alles terugvorderen is volgens de minister zeer onbillijk (Wi 42:3)",
        Source.AMBTENAAR,
    )
    lagere_terugvordering = Fact(
        Kind.CENTS,
        "het lagere bedrag dat de minister dan terugvordert (Wi 42:3)",
        Source.AMBTENAAR,
        most=BEDRAG,
    )
    gegevens_bekend_op = Fact(
        Kind.DAY, "dag waarop de minister de gegevens kende (Bi 10.7:1)", Source.COLLEGE
    )
    gegevens_op_verzoek = Fact(
        Kind.ANSWER, "de minister vroeg zelf om deze gegevens (Bi 10.7:1)", Source.COLLEGE
    )
    uitkering_onderwijsroute_op = Fact(
        Kind.DAY,
        "dag waarop de aparte uitkering voor de onderwijsroute is verstrekt (Wi 42a:1)",
        Source.COLLEGE,
    )
    uitkering_onderwijsroute_verantwoord = Fact(
        Kind.ANSWER,
        "uit de verantwoording blijkt dat die uitkering goed is besteed (Wi 42a:3)",
        Source.COLLEGE,
    )
    doelgroep_bij_huisvesting = Fact(
        Doelgroep, "doelgroep in het jaar van huisvesting (Bi 10.3:6)", Source.DUO
    )
    voldaan_voor_peilmoment = Fact(
        Kind.ANSWER,
        "voldeed op het peilmoment al aan de inburgeringsplicht (Bi 10.3:6)",
        Source.DUO,
    )
