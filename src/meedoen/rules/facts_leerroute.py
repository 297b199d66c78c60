"""Facts of the chapters leerroute, afschalen and examen."""

from meedoen.rules.choices import Niveau
from meedoen.rules.choices_leerroute import (
    BehaaldNiveau,
    Examenonderdeel,
    Taalbewijs,
    Taalschakelstand,
)
from meedoen.rules.column import Kind
from meedoen.rules.fact import Fact, FactTable, Privacy, Source


class LeerrouteFacts(FactTable):
    """What officials judged about the leerroute, and what was passed.

    That a part of the exam need not be done is one fact on purpose: whether by vrijstelling or by
    ontheffing would tell of health (docs/decisions/0003).
    """

    wil_opleiding = Fact(
        Kind.ANSWER,
        "gaf in de brede intake aan een opleiding in beroeps- of hoger onderwijs te willen",
        Source.INBURGERAAR,
    )
    grote_kans_op_diploma = Fact(
        Kind.ANSWER,
        "na het taalschakeltraject is er een grote kans op een diploma (Wi 8:1)",
        Source.AMBTENAAR,
    )
    redelijkerwijs_niet_in_staat = Fact(
        Kind.ANSWER,
        "kan examen of taalschakeltraject redelijkerwijs niet halen in drie jaar (Wi 9:1)",
        Source.AMBTENAAR,
        Privacy.GEVOELIG,
    )
    kan_wel_maar_wil_niet = Fact(
        Kind.ANSWER,
        "de reden voor de zelfredzaamheidsroute is dat iemand meer kan, maar niet wil",
        Source.AMBTENAAR,
    )
    tweede_blik_gedaan = Fact(
        Kind.ANSWER, "een tweede ambtenaar keek mee naar de keuze van de leerroute", Source.COLLEGE
    )
    instelling_heeft_diploma_erkenning = Fact(
        Kind.ANSWER, "de instelling heeft diploma-erkenning (Wi 8:2)", Source.SCHOOL
    )
    opleiding_is_taalschakeltraject = Fact(
        Kind.ANSWER,
        "de opleiding is educatie die anderstaligen begeleidt naar verder onderwijs (Wi 8:2)",
        Source.SCHOOL,
    )
    taalschakelstand = Fact(
        Taalschakelstand, "hoe ver iemand is met het taalschakeltraject (Wi 8)", Source.SCHOOL
    )
    cursusuren_taalschakeltraject = Fact(
        Kind.HOURS,
        "cursusuren NT2 en KNM bij een taalschakelinstelling; staan niet in cursusuren (Wi 8:2)",
        Source.SCHOOL,
    )
    cursusuren_nt2 = Fact(
        Kind.HOURS,
        "cursusuren NT2, met alfabetisering, bij keurmerk- of taalschakelinstelling (Bi 5.5:1)",
        Source.SCHOOL,
    )
    aftrek_nt2 = Fact(
        Kind.HOURS,
        "NT2-uren uit de brede intake die het college aftrekt van de 600; 0 als niet (Bi 5.5:2)",
        Source.COLLEGE,
    )
    voldoende_ingespannen = Fact(
        Kind.ANSWER, "spande zich tijdens die taallessen voldoende in (Bi 5.5:1)", Source.AMBTENAAR
    )
    lezen_b1_onhaalbaar = Fact(
        Kind.ANSWER, "haalt lezen niet op B1 binnen de termijn (Wi 17:3)", Source.AMBTENAAR
    )
    luisteren_b1_onhaalbaar = Fact(
        Kind.ANSWER, "haalt luisteren niet op B1 binnen de termijn (Wi 17:3)", Source.AMBTENAAR
    )
    schrijven_b1_onhaalbaar = Fact(
        Kind.ANSWER, "haalt schrijven niet op B1 binnen de termijn (Wi 17:3)", Source.AMBTENAAR
    )
    spreken_b1_onhaalbaar = Fact(
        Kind.ANSWER, "haalt spreken niet op B1 binnen de termijn (Wi 17:3)", Source.AMBTENAAR
    )
    lezen_toets_onder_b1 = Fact(
        Kind.ANSWER, "een objectieve toets: lezen lukt niet op B1 (alleen brief L76)", Source.DUO
    )
    luisteren_toets_onder_b1 = Fact(
        Kind.ANSWER,
        "een objectieve toets: luisteren lukt niet op B1 (alleen brief L76)",
        Source.DUO,
    )
    schrijven_toets_onder_b1 = Fact(
        Kind.ANSWER,
        "een objectieve toets: schrijven lukt niet op B1 (alleen brief L76)",
        Source.DUO,
    )
    spreken_toets_onder_b1 = Fact(
        Kind.ANSWER, "een objectieve toets: spreken lukt niet op B1 (alleen brief L76)", Source.DUO
    )
    eigen_einddoelen_behaald = Fact(
        Kind.ANSWER,
        "haalde de einddoelen die met de persoon in het PIP zijn bepaald (alleen brief L88)",
        Source.COLLEGE,
    )
    lezen_afgeschaald = Fact(
        Kind.ANSWER, "in het PIP staat dat lezen op A2 mag (Wi 17:3; Bi 5.3:6)", Source.COLLEGE
    )
    luisteren_afgeschaald = Fact(
        Kind.ANSWER, "in het PIP staat dat luisteren op A2 mag (Wi 17:3; Bi 5.3:6)", Source.COLLEGE
    )
    schrijven_afgeschaald = Fact(
        Kind.ANSWER, "in het PIP staat dat schrijven op A2 mag (Wi 17:3; Bi 5.3:6)", Source.COLLEGE
    )
    spreken_afgeschaald = Fact(
        Kind.ANSWER, "in het PIP staat dat spreken op A2 mag (Wi 17:3; Bi 5.3:6)", Source.COLLEGE
    )
    lezen_behaald = Fact(BehaaldNiveau, "hoogste resultaat voor lezen (Bi 3.3a)", Source.DUO)
    luisteren_behaald = Fact(
        BehaaldNiveau, "hoogste resultaat voor luisteren (Bi 3.3b)", Source.DUO
    )
    schrijven_behaald = Fact(
        BehaaldNiveau, "hoogste resultaat voor schrijven (Bi 3.3c)", Source.DUO
    )
    spreken_behaald = Fact(BehaaldNiveau, "hoogste resultaat voor spreken (Bi 3.3d)", Source.DUO)
    lezen_hoeft_niet = Fact(
        Kind.ANSWER,
        "DUO besliste dat lezen niet hoeft: vrijstelling of ontheffing (Wi 5, 7:3)",
        Source.DUO,
        Privacy.GEVOELIG,
    )
    luisteren_hoeft_niet = Fact(
        Kind.ANSWER,
        "DUO besliste dat luisteren niet hoeft: vrijstelling of ontheffing (Wi 5, 7:3)",
        Source.DUO,
        Privacy.GEVOELIG,
    )
    schrijven_hoeft_niet = Fact(
        Kind.ANSWER,
        "DUO besliste dat schrijven niet hoeft: vrijstelling of ontheffing (Wi 5, 7:3)",
        Source.DUO,
        Privacy.GEVOELIG,
    )
    spreken_hoeft_niet = Fact(
        Kind.ANSWER,
        "DUO besliste dat spreken niet hoeft: vrijstelling of ontheffing (Wi 5, 7:3)",
        Source.DUO,
        Privacy.GEVOELIG,
    )
    knm_hoeft_niet = Fact(
        Kind.ANSWER,
        "DUO besliste dat KNM niet hoeft: alleen de uitkomst (Wi 5, 7:3)",
        Source.DUO,
        Privacy.GEVOELIG,
    )
    examenonderdeel = Fact(
        Examenonderdeel, "onderdeel van het examen waar het nu om gaat (Bi 3.3, 3.4)", Source.DUO
    )
    niveau_van_examen = Fact(
        Niveau, "niveau van deze examenpoging; niet bij KNM (Bi 3.5)", Source.DUO
    )
    examen_op = Fact(Kind.DAY, "dag van deze examenpoging", Source.DUO)
    kosteloze_pogingen_gedaan = Fact(
        Kind.COUNT,
        "hoe vaak iemand dit onderdeel al kosteloos aflegde (Ri 3.5)",
        Source.DUO,
        most=20,
    )
    taalbewijs = Fact(
        Taalbewijs, "bewijs waarmee iemand vrijstelling van een onderdeel vraagt", Source.DUO
    )
    bewijs_gaat_over_onderdeel = Fact(
        Kind.ANSWER, "het bewijs gaat over dit onderdeel van het examen (Ri 3.12)", Source.DUO
    )
