"""Facts of the chapter brede_intake: the summonses, the contents and the leerbaarheidstoets."""

from meedoen.rules.column import Kind
from meedoen.rules.fact import Fact, FactTable, Privacy, Source

MOST_SCORE = 99_999


class BredeIntakeFacts(FactTable):
    """What was asked of somebody and what was looked into; never what was found.

    Of health and of reasons to stay away only the outcome stands here (docs/decisions/0003). The
    warning, the end of the latest term and the fines stand in facts_handhaving.
    """

    oproepen_verstuurd = Fact(
        Kind.COUNT,
        "hoeveel oproepen met een termijn zijn verstuurd; een uitnodiging telt niet (Wi 14:1)",
        Source.COLLEGE,
        most=20,
    )
    oproepen_met_goede_reden = Fact(
        Kind.COUNT,
        "hoeveel van de eerdere oproepen niet tellen, omdat iemand een goede reden had",
        Source.COLLEGE,
        most=20,
    )
    laatste_oproep_op = Fact(
        Kind.DAY, "dag waarop de laatste oproep is verstuurd (Wi 14:1)", Source.COLLEGE
    )
    kwam_op_oproep = Fact(
        Kind.ANSWER, "kwam binnen de termijn van de laatste oproep (Wi 14:1)", Source.KLANTMANAGER
    )
    werkte_voldoende_mee = Fact(
        Kind.ANSWER,
        "werkte voldoende mee aan de brede intake en de toets (Wi 14:1, 22:1)",
        Source.AMBTENAAR,
    )
    goede_reden = Fact(
        Kind.ANSWER,
        "had een goede reden om na de laatste oproep niet te komen of niet mee te werken",
        Source.AMBTENAAR,
        Privacy.GEVOELIG,
    )
    oproep_in_boetebesluit = Fact(
        Kind.ANSWER,
        "de termijn van de laatste oproep is de nieuwe termijn van een boetebesluit (Wi 22:2)",
        Source.COLLEGE,
    )
    intake_voltooid = Fact(
        Kind.ANSWER, "het college heeft de brede intake voltooid (Wi 14)", Source.COLLEGE
    )
    intake_in_afwezigheid = Fact(
        Kind.ANSWER, "het college voltooit de brede intake in afwezigheid (Wi 14:2)", Source.COLLEGE
    )
    toets_afgenomen = Fact(Kind.ANSWER, "heeft de leerbaarheidstoets gedaan (Wi 14:3a)", Source.DUO)
    toets_op = Fact(Kind.DAY, "dag van de leerbaarheidstoets (Wi 14:3a)", Source.DUO)
    behaalde_score = Fact(
        Kind.COUNT,
        "score op de leerbaarheidstoets, in honderdsten (behaaldeScore van DUO)",
        Source.DUO,
        Privacy.GEVOELIG,
        most=MOST_SCORE,
    )
    benodigde_score = Fact(
        Kind.COUNT,
        "score vanaf waar B1 haalbaar lijkt, in honderdsten (benodigdeScore van DUO)",
        Source.DUO,
        most=MOST_SCORE,
    )
    grond_ontheffing_toets = Fact(
        Kind.ANSWER,
        "er is een grond voor ontheffing van de toets: alleen de uitkomst (Wi 14:6)",
        Source.AMBTENAAR,
        Privacy.GEVOELIG,
    )
    ontheffing_toets_beoordeeld_op = Fact(
        Kind.DAY,
        "dag waarop het college de ontheffing van de toets beoordeelde (Wi 14:6)",
        Source.COLLEGE,
        Privacy.GEVOELIG,
    )
    afwijking_gemotiveerd = Fact(
        Kind.ANSWER,
        "in het plan staat waarom het college van het advies van DUO afwijkt",
        Source.COLLEGE,
    )
    onderwijs_en_werk_onderzocht = Fact(
        Kind.ANSWER,
        "onderwijs en werk in het land van herkomst zijn onderzocht (Wi 14:3b)",
        Source.KLANTMANAGER,
    )
    omstandigheden_verkend = Fact(
        Kind.ANSWER,
        "de persoonlijke omstandigheden zijn verkend; de inhoud blijft hierbuiten (Wi 14:3c)",
        Source.KLANTMANAGER,
    )
    vve_verkend = Fact(
        Kind.ANSWER, "de mogelijkheden van VVE zijn verkend (Wi 14:3d)", Source.KLANTMANAGER
    )
    taalniveau_in_kaart = Fact(
        Kind.ANSWER, "het taalniveau is in kaart (Bi 5.2:1a)", Source.KLANTMANAGER
    )
    arbeidsparticipatie_in_kaart = Fact(
        Kind.ANSWER,
        "de mogelijkheden voor werk zijn in kaart (Bi 5.2:1b)",
        Source.KLANTMANAGER,
    )
    zelfredzaamheid_in_kaart = Fact(
        Kind.ANSWER, "de zelfredzaamheid is in kaart (Bi 5.2:1c)", Source.KLANTMANAGER
    )
    gewezen_op_gesprek_alleen = Fact(
        Kind.ANSWER, "het college wees op het recht op een gesprek alleen", Source.KLANTMANAGER
    )
    wil_gesprek_alleen = Fact(
        Kind.ANSWER, "wil de gesprekken alleen voeren (Bi 5.2:2)", Source.INBURGERAAR
    )
    ander_komt_voor_zijn_beroep = Fact(
        Kind.ANSWER, "de ander bij het gesprek is er voor zijn beroep", Source.KLANTMANAGER
    )
    intake_op_schrift = Fact(
        Kind.ANSWER, "de relevante informatie is op schrift gezet (Bi 5.2:3)", Source.KLANTMANAGER
    )
    alfabetisering_in_kaart = Fact(
        Kind.ANSWER, "in kaart is of iemand kan lezen en schrijven (brief)", Source.KLANTMANAGER
    )
    praktische_vaardigheden_in_kaart = Fact(
        Kind.ANSWER, "de praktische vaardigheden zijn in kaart (brief)", Source.KLANTMANAGER
    )
    werknemersvaardigheden_in_kaart = Fact(
        Kind.ANSWER, "de vaardigheden als werknemer zijn in kaart (brief)", Source.KLANTMANAGER
    )
    motivatie_in_kaart = Fact(
        Kind.ANSWER, "motivatie en interesses zijn in kaart (brief)", Source.KLANTMANAGER
    )
    gezinssituatie_in_kaart = Fact(
        Kind.ANSWER, "de gezinssituatie is in kaart (brief)", Source.KLANTMANAGER
    )
    netwerk_in_kaart = Fact(
        Kind.ANSWER, "het sociale netwerk is in kaart (brief)", Source.KLANTMANAGER
    )
    diploma_of_opleiding_elders = Fact(
        Kind.ANSWER, "volgde onderwijs of haalde een diploma in het buitenland", Source.INBURGERAAR
    )
    waardering_gevraagd_op = Fact(
        Kind.DAY, "dag waarop iemand vroeg zijn diploma te waarderen (Bi 3.19)", Source.INBURGERAAR
    )
