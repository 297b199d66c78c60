"""Facts of the chapter inburgeringsplicht: residence, exemption and dispensation."""

from meedoen.rules.choices import Diploma, Onderbreking, Referent, Verblijfsdoel
from meedoen.rules.column import Kind
from meedoen.rules.fact import LONG_AGO, Fact, FactTable, Privacy, Source


class InburgeringsplichtFacts(FactTable):
    """What decides whether somebody must inburgeren.

    Religion and health never stand here: of those the rules see only the outcome that an
    authorised official recorded (docs/decisions/0003).
    """

    verblijfsrecht_vanaf = Fact(Kind.DAY, "ingangsdatum van het verblijfsrecht", Source.IND)
    verblijfsbesluit_bekend_op = Fact(
        Kind.DAY, "dag waarop het besluit over het verblijf bekend werd", Source.IND
    )
    verblijfsdoel = Fact(
        Verblijfsdoel,
        "beperking van de reguliere vergunning (Bi 2.2)",
        Source.IND,
        Privacy.GEVOELIG,
    )
    tijdelijk_volgens_besluit_ind = Fact(
        Kind.ANSWER, "in het besluit staat dat het verblijf tijdelijk is (Vb 3.5:4)", Source.IND
    )
    verblijf_bij = Fact(
        Referent, "recht van de persoon bij wie een gezinslid verblijft (Wi 13:1b)", Source.IND
    )
    geestelijke_bedienaar = Fact(
        Kind.ANSWER,
        "is geestelijke bedienaar: alleen de uitkomst (Wi 1, 37:1; Ri 1.2)",
        Source.DUO,
        Privacy.GEVOELIG,
    )
    onderdaan_eu_eer_zwitserland = Fact(
        Kind.ANSWER, "is onderdaan van een land van de EU of de EER, of van Zwitserland", Source.BRP
    )
    familielid_van_unieburger = Fact(
        Kind.ANSWER, "mag hier zijn als familielid van een EU-burger (2004/38/EG)", Source.IND
    )
    inburgering_elders_in_eu = Fact(
        Kind.ANSWER,
        "voldeed in een ander EU- of EER-land aan een eis van inburgering (2003/109/EG)",
        Source.IND,
    )
    verdrag_sluit_plicht_uit = Fact(
        Kind.ANSWER, "een verdrag verbiedt de plicht voor deze persoon", Source.DUO
    )
    viel_onder_wi2013 = Fact(
        Kind.ANSWER, "viel op 31 december 2021 onder de oude Wet inburgering (Wi 54)", Source.DUO
    )
    procedure_sluit_aan = Fact(
        Kind.ANSWER,
        "de procedure sluit direct aan op verblijf met plicht of de termijn van Vb 3.82",
        Source.IND,
    )
    onderbreking = Fact(
        Onderbreking, "waarom de plicht even niet gold (Bi 2.1:2)", Source.DUO, Privacy.GEVOELIG
    )
    onderbreking_van = Fact(Kind.DAY, "eerste dag van de onderbreking", Source.DUO)
    onderbreking_tot = Fact(Kind.DAY, "eerste dag na de onderbreking", Source.DUO)
    leerplichtige_jaren = Fact(
        Kind.YEARS,
        "hele jaren leerplicht of kwalificatieplicht in Nederland volgens de BRP",
        Source.BRP,
        most=18,
    )
    nu_leerplichtig = Fact(
        Kind.ANSWER, "is nu leerplichtig of kwalificatieplichtig (Leerplichtwet)", Source.DUO
    )
    tijdelijk_vrijgesteld_van = Fact(
        Kind.DAY, "eerste dag waarop iemand volgens DUO een tijd niet hoeft (Wi 4)", Source.DUO
    )
    tijdelijk_vrijgesteld_tot = Fact(
        Kind.DAY, "eerste dag waarop iemand volgens DUO weer moet inburgeren (Wi 4)", Source.DUO
    )
    diploma = Fact(Diploma, "document waarop iemand vrijstelling vraagt (Ri 2.1)", Source.DUO)
    diploma_behaald_op = Fact(
        Kind.DAY,
        "dag waarop het inburgeringsdiploma of Nederlandse diploma is behaald",
        Source.DUO,
        first=LONG_AGO,
    )
    opleiding_leidt_tot = Fact(
        Diploma, "diploma waartoe de opleiding leidt die iemand volgt (Ri 2.2)", Source.DUO
    )
    ingeschreven_bij_opleiding = Fact(
        Kind.ANSWER, "staat nu ingeschreven bij die opleiding (Ri 2.2)", Source.DUO
    )
    taalonderdelen_op_b1 = Fact(
        Kind.ANSWER, "alle vier taalonderdelen zijn op ten minste B1 geëxamineerd", Source.DUO
    )
    voldoende_voor_nederlands = Fact(
        Kind.ANSWER, "haalde een voldoende voor het vak Nederlands", Source.DUO
    )
    nederlands_gevolgd_op_b1 = Fact(
        Kind.ANSWER, "volgde het vak Nederlands op ten minste niveau B1", Source.DUO
    )
    jaren_ingeschreven = Fact(
        Kind.YEARS, "hele jaren zonder onderbreking in de BRP (Bi 2.3a)", Source.BRP, most=120
    )
    jaren_werk = Fact(
        Kind.YEARS,
        "hele jaren betaald werk of vrijwilligerswerk in Nederland",
        Source.DUO,
        most=120,
    )
    mondeling_op_b1 = Fact(
        Kind.ANSWER, "spreekt en verstaat Nederlands op B1: uitkomst van het gesprek", Source.DUO
    )
    vrijstelling_gevraagd_op = Fact(
        Kind.DAY, "dag waarop DUO de aanvraag om vrijstelling kreeg", Source.DUO
    )
    ontheffing_gevraagd_op = Fact(
        Kind.DAY, "dag waarop DUO de aanvraag om ontheffing kreeg", Source.DUO, Privacy.GEVOELIG
    )
    verklaring_van_aangewezen_deskundige = Fact(
        Kind.ANSWER,
        "er is een verklaring van een deskundige die DUO aanwees",
        Source.DUO,
        Privacy.GEVOELIG,
    )
    deskundige_is_behandelaar = Fact(
        Kind.ANSWER, "die deskundige behandelt deze persoon zelf", Source.DUO, Privacy.GEVOELIG
    )
    jaren_tot_voldoen = Fact(
        Kind.YEARS,
        "na hoeveel hele jaren voldoen op zijn vroegst lukt, volgens de deskundige",
        Source.DUO,
        Privacy.GEVOELIG,
        most=120,
    )
    deskundige_adviseert_ontheffing = Fact(
        Kind.ANSWER,
        "het advies is: ontheffen, geheel of voor een deel",
        Source.DUO,
        Privacy.GEVOELIG,
    )
    deskundige_adviseert_aangepast_examen = Fact(
        Kind.ANSWER, "het advies is: een aangepast examen", Source.DUO, Privacy.GEVOELIG
    )
    ontheven_taalonderdelen = Fact(
        Kind.COUNT,
        "van hoeveel taalonderdelen ontheffing is gevraagd",
        Source.DUO,
        Privacy.GEVOELIG,
        most=4,
    )
    ontheven_knm = Fact(
        Kind.ANSWER, "voor KNM is ontheffing gevraagd", Source.DUO, Privacy.GEVOELIG
    )
    ontheven_participatie = Fact(
        Kind.ANSWER,
        "voor de participatie-uren is ontheffing gevraagd",
        Source.DUO,
        Privacy.GEVOELIG,
    )
    ontheven_pvt_of_map = Fact(
        Kind.ANSWER, "voor PVT of MAP is ontheffing gevraagd", Source.DUO, Privacy.GEVOELIG
    )
    uitzonderlijk_en_onvoorzien = Fact(
        Kind.ANSWER,
        "de omstandigheden zijn zeer uitzonderlijk en onvoorzien (Bi 2.8:1)",
        Source.AMBTENAAR,
        Privacy.GEVOELIG,
    )
    niet_te_wijten = Fact(
        Kind.ANSWER,
        "de omstandigheden zijn niet aan de persoon te wijten (Bi 2.8:1)",
        Source.AMBTENAAR,
        Privacy.GEVOELIG,
    )
    zeer_schrijnend = Fact(
        Kind.ANSWER,
        "vasthouden aan de plicht geeft een zeer schrijnende situatie (Bi 2.8:1)",
        Source.AMBTENAAR,
        Privacy.GEVOELIG,
    )
    advies_van_college = Fact(
        Kind.ANSWER, "het advies van het college zit erbij (Bi 2.8:2)", Source.COLLEGE
    )
    ontheffing_ambtshalve = Fact(
        Kind.ANSWER, "DUO beslist uit zichzelf, zonder aanvraag (Bi 2.8:4)", Source.DUO
    )
    beroep_op_inspanning = Fact(
        Kind.ANSWER, "vraagt ontheffing omdat veel moeite is gedaan", Source.INBURGERAAR
    )
