"""Facts of the chapter doorwerking: what the IND may know, and what inburgering opens."""

from meedoen.rules.choices_gegevens import Gegeven, Inburgeringsdocument, SterkerRecht, Verstrekker
from meedoen.rules.column import Kind
from meedoen.rules.fact import Fact, FactTable, Privacy, Source


class DoorwerkingFacts(FactTable):
    """What decides on stronger rights. Why somebody is exempt there, is never kept."""

    gevraagd_gegeven = Fact(Gegeven, "gegeven dat naar de IND zou gaan (Bi 9.7)", Source.COLLEGE)
    verstrekker = Fact(Verstrekker, "wie het gegeven zou geven (Wi 33)", Source.COLLEGE)
    gegeven_verstrekt_op = Fact(
        Kind.DAY, "dag waarop het gegeven naar de IND zou gaan (Wi 33b)", Source.COLLEGE
    )
    sterker_recht = Fact(
        SterkerRecht, "het sterkere recht dat iemand vraagt (Wi 33b)", Source.INBURGERAAR
    )
    sterker_recht_gevraagd_op = Fact(
        Kind.DAY, "dag waarop iemand het sterkere recht vraagt", Source.INBURGERAAR
    )
    inburgeringsdocument = Fact(
        Inburgeringsdocument, "document waarmee iemand de inburgering laat zien", Source.INBURGERAAR
    )
    vrijgesteld_volgens_ind = Fact(
        Kind.ANSWER,
        "de IND stelt vrij om nationaliteit of een aangewezen document: alleen de uitkomst",
        Source.IND,
        Privacy.GEVOELIG,
    )
    vrijgesteld_van_naturalisatietoets = Fact(
        Kind.ANSWER,
        "de IND stelt vrij of ontheft van de naturalisatietoets: alleen de uitkomst",
        Source.IND,
        Privacy.GEVOELIG,
    )
    plicht_voldaan = Fact(
        Kind.ANSWER, "heeft aan de inburgeringsplicht voldaan (Wi 6:2; Bi 9.7a)", Source.DUO
    )
    niet_voldoen_verwijtbaar = Fact(
        Kind.ANSWER,
        "dat iemand niet voldeed, is te verwijten volgens DUO (Wi 24, 25)",
        Source.DUO,
        Privacy.GEVOELIG,
    )
