"""Facts of the chapters bekostiging: a person is here a municipality in year t."""

from meedoen.rules.column import Kind
from meedoen.rules.fact import Fact, FactTable, Source

# more people and more cents than a municipality, or the country, can have in a year
GEMEENTE, LAND, BEDRAG = 100_000, 1_000_000, 10**12


class BekostigingFacts(FactTable):
    """Numbers of people, by the year (cohort) in which they were housed; never who they are."""

    uitvoeringsjaar_op = Fact(
        Kind.DAY, "een dag in het uitvoeringsjaar t, zoals 1 januari (Bi 10.1:1)", Source.COLLEGE
    )
    # the definitive grant
    migranten_dit_jaar = Fact(
        Kind.COUNT,
        "gezins- en overige migranten van cohort t in de gemeente (Bi 10.2:1)",
        Source.DUO,
        most=GEMEENTE,
    )
    asielstatushouders_dit_jaar = Fact(
        Kind.COUNT,
        "asielstatushouders van cohort t in de gemeente (Bi 10.2:3)",
        Source.DUO,
        most=GEMEENTE,
    )
    asielstatushouders_vorig_jaar = Fact(
        Kind.COUNT,
        "asielstatushouders van cohort t-1 in de gemeente (Bi 10.2:3)",
        Source.DUO,
        most=GEMEENTE,
    )
    asielstatushouders_twee_jaar_eerder = Fact(
        Kind.COUNT,
        "asielstatushouders van cohort t-2 in de gemeente (Bi 10.2:3)",
        Source.DUO,
        most=GEMEENTE,
    )
    landelijk_asielstatushouders_dit_jaar = Fact(
        Kind.COUNT,
        "asielstatushouders van cohort t in Nederland (Bi 10.2:2)",
        Source.DUO,
        most=LAND,
    )
    landelijk_asielstatushouders_vorig_jaar = Fact(
        Kind.COUNT,
        "asielstatushouders van cohort t-1 in Nederland (Bi 10.2:2)",
        Source.DUO,
        most=LAND,
    )
    landelijk_asielstatushouders_twee_jaar_eerder = Fact(
        Kind.COUNT,
        "asielstatushouders van cohort t-2 in Nederland (Bi 10.2:2)",
        Source.DUO,
        most=LAND,
    )
    asielstatushouders_onderwijsroute = Fact(
        Kind.COUNT,
        "in jaar t gehuisvest, onderwijsroute in het PIP, niet eerder extra betaald (Bi 10.2:4a)",
        Source.DUO,
        most=GEMEENTE,
    )
    # finished trajectories
    trajecten_afgerond = Fact(
        Kind.COUNT,
        "met diploma of certificaat afgeronde trajecten in jaar t-2, gemeente (Bi 10.2:3c)",
        Source.DUO,
        most=GEMEENTE,
    )
    trajecten_afgerond_sinds_2022 = Fact(
        Kind.COUNT,
        "zulke trajecten van 2022 tot en met jaar t-2, gemeente (Bi 10.3:5)",
        Source.DUO,
        most=GEMEENTE,
    )
    landelijk_trajecten_afgerond = Fact(
        Kind.COUNT,
        "met diploma of certificaat afgeronde trajecten in jaar t-2, Nederland (Bi 10.1:3b)",
        Source.DUO,
        most=LAND,
    )
    landelijk_trajecten_afgerond_sinds_2022 = Fact(
        Kind.COUNT,
        "zulke trajecten van 2022 tot en met jaar t-2, Nederland (Bi 10.3:5)",
        Source.DUO,
        most=LAND,
    )
    # the provisional grant
    migranten_twee_jaar_eerder = Fact(
        Kind.COUNT,
        "gezins- en overige migranten van cohort t-2 in de gemeente (Bi 10.1:2)",
        Source.DUO,
        most=GEMEENTE,
    )
    voorlopig_asielstatushouders_twee_jaar_eerder = Fact(
        Kind.COUNT,
        "voorlopig aantal asielstatushouders van cohort t-2 in de gemeente (Bi 10.1:4d)",
        Source.DUO,
        most=GEMEENTE,
    )
    landelijk_voorlopig_asielstatushouders_twee_jaar_eerder = Fact(
        Kind.COUNT,
        "voorlopig aantal asielstatushouders van cohort t-2 in Nederland (Bi 10.1:5d)",
        Source.DUO,
        most=LAND,
    )
    landelijke_prognose = Fact(
        Kind.COUNT,
        "landelijke prognose van asielstatushouders in jaar t, uit de begroting (Bi 10.4d)",
        Source.COLLEGE,
        most=LAND,
    )
    landelijke_taakstelling_halfjaar = Fact(
        Kind.COUNT,
        "landelijke taakstelling van het eerste halfjaar van jaar t (Bi 10.4c)",
        Source.COLLEGE,
        most=LAND,
    )
    prognose_halfjaar_bekend = Fact(
        Kind.ANSWER,
        "voor het tweede halfjaar van jaar t is een prognose bekend (Bi 10.4c)",
        Source.COLLEGE,
    )
    prognose_halfjaar = Fact(
        Kind.COUNT,
        "prognose van de taakstelling van het tweede halfjaar van jaar t (Bi 10.4c)",
        Source.COLLEGE,
        most=LAND,
    )
    landelijke_taakstelling_vorig_jaar = Fact(
        Kind.COUNT,
        "landelijke taakstelling van jaar t-1, beide halfjaren samen (Bi 10.1:5c)",
        Source.COLLEGE,
        most=LAND,
    )
    inwoners_gemeente_vorig_jaar = Fact(
        Kind.COUNT,
        "inwoners van de gemeente op de peildag van jaar t-1 (Hw 29:1b)",
        Source.COLLEGE,
        most=2_000_000,
    )
    inwoners_nederland_vorig_jaar = Fact(
        Kind.COUNT,
        "inwoners van Nederland op de peildag van jaar t-1 (Hw 29:1c)",
        Source.COLLEGE,
        most=30_000_000,
    )
    som_voorlopige_grondslagen = Fact(
        Kind.CENTS,
        "landelijk totaal van de voorlopige gemeentelijke grondslagen (Bi 10.1:3b)",
        Source.COLLEGE,
        most=BEDRAG,
    )
    indeling_gewijzigd = Fact(
        Kind.ANSWER,
        "de gemeentelijke indeling is of wordt gewijzigd (Bi 10.3:1)",
        Source.COLLEGE,
    )
    cijfers_naar_nieuwe_indeling = Fact(
        Kind.ANSWER,
        "de cijfers zijn redelijk geschat alsof de nieuwe indeling al gold (Bi 10.3:1)",
        Source.COLLEGE,
    )
