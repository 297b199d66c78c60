"""Facts of the chapter handhaving on bijstand: the taaleis and other lowerings (Pw 18, 18b)."""

from datetime import date

from meedoen.rules.choices_handhaving import Bijstandsplicht, EerdereVerlaging
from meedoen.rules.column import Kind
from meedoen.rules.fact import LONG_AGO, Fact, FactTable, Privacy, Source

TAALEIS_BEGAN = date(2016, 1, 1)


class VerlagingFacts(FactTable):
    """What decides whether bijstand is lowered. Why somebody is not to blame is never kept."""

    bijstand_aangevraagd_op = Fact(
        Kind.DAY,
        "dag waarop de gemeente de aanvraag om bijstand kreeg (Pw 18b:2)",
        Source.COLLEGE,
        first=TAALEIS_BEGAN,
    )
    jaren_nederlandstalig_onderwijs = Fact(
        Kind.YEARS,
        "hele jaren onderwijs in het Nederlands (Pw 18b:2a)",
        Source.INBURGERAAR,
        most=30,
    )
    inburgeringsdiploma_overgelegd = Fact(
        Kind.ANSWER, "liet een inburgeringsdiploma zien (Pw 18b:2b)", Source.INBURGERAAR
    )
    taaldocument_overgelegd = Fact(
        Kind.ANSWER,
        "liet een ander papier zien waaruit kennis van het Nederlands blijkt (Pw 18b:2c)",
        Source.INBURGERAAR,
    )
    uitkomst_taaltoets_op = Fact(
        Kind.DAY,
        "dag waarop de uitkomst van de eerste taaltoets bekend was (Pw 18b:4)",
        Source.COLLEGE,
        first=TAALEIS_BEGAN,
    )
    taaltoets_onvoldoende = Fact(
        Kind.ANSWER,
        "uit de eerste taaltoets blijkt: te weinig Nederlands, onder 1F (Pw 18b:3, 18b:8)",
        Source.COLLEGE,
    )
    kennisgeving_taaleis_op = Fact(
        Kind.DAY,
        "dag van de brief over het redelijk vermoeden (Pw 18b:4)",
        Source.COLLEGE,
        first=TAALEIS_BEGAN,
    )
    bereid_taal_te_leren = Fact(
        Kind.ANSWER,
        "verklaart binnen een maand te beginnen met Nederlands leren (Pw 18b:6a)",
        Source.INBURGERAAR,
    )
    begonnen_met_taal = Fact(
        Kind.ANSWER, "is begonnen met Nederlands leren (Pw 18b:6a)", Source.SCHOOL
    )
    begonnen_met_taal_op = Fact(
        Kind.DAY,
        "dag waarop iemand begon met Nederlands leren (Pw 18b:6a)",
        Source.SCHOOL,
        first=LONG_AGO,
    )
    taalvoortgang_naar_verwachting = Fact(
        Kind.ANSWER,
        "maakt de voortgang die van iemand verwacht mag worden (Pw 18b:6a, 10b, 11b)",
        Source.AMBTENAAR,
    )
    taal_verwijtbaar = Fact(
        Kind.ANSWER,
        "te weinig Nederlands is te verwijten (Pw 18b:6b)",
        Source.AMBTENAAR,
        Privacy.GEVOELIG,
    )
    volgende_taaltoets_onvoldoende = Fact(
        Kind.ANSWER,
        "uit de toets voor de stap van nu blijkt: beheerst de taal niet (Pw 18b:10a, 11a, 13)",
        Source.COLLEGE,
    )
    geschonden_bijstandsplicht = Fact(
        Bijstandsplicht, "plicht van de Participatiewet die niet is nagekomen", Source.COLLEGE
    )
    bijstandsplicht_geschonden_op = Fact(
        Kind.DAY, "dag waarop die plicht niet is nagekomen (Pw 18)", Source.COLLEGE
    )
    schending_verwijtbaar = Fact(
        Kind.ANSWER,
        "dat die plicht niet is nagekomen, is te verwijten (Pw 18:9)",
        Source.AMBTENAAR,
        Privacy.GEVOELIG,
    )
    boete_voor_dezelfde_gedraging = Fact(
        Kind.ANSWER, "kreeg voor dezelfde gedraging al een boete (Wi 27)", Source.COLLEGE
    )
    dringende_redenen = Fact(
        Kind.ANSWER,
        "er zijn dringende redenen voor een lagere verlaging (Pw 18:10, 18b:7)",
        Source.AMBTENAAR,
        Privacy.GEVOELIG,
    )
    afgestemde_verlaging = Fact(
        Kind.PERCENT,
        "verlaging die bij de dringende redenen past (Pw 18:10, 18b:7)",
        Source.AMBTENAAR,
        Privacy.GEVOELIG,
        most=100,
    )
    eerdere_verlaging_arbeidsplicht = Fact(
        EerdereVerlaging, "laatste verlaging om een plicht van Pw 18:4", Source.COLLEGE
    )
    eerdere_verlaging_op = Fact(
        Kind.DAY, "dag van die laatste verlaging (Pw 18:6 tot en met 18:8)", Source.COLLEGE
    )
    herziening_gevraagd = Fact(
        Kind.ANSWER, "vroeg om de verlaging te herzien (Pw 18:11)", Source.COLLEGE
    )
    komt_plicht_nu_na = Fact(
        Kind.ANSWER,
        "uit houding en gedrag blijkt zonder twijfel: komt de plicht na (Pw 18:11)",
        Source.AMBTENAAR,
    )
