"""Facts of the chapters pvt_map, zelfredzaamheidsroute and voldaan."""

from meedoen.rules.choices_leerroute import Gespreksvoerder
from meedoen.rules.column import Kind
from meedoen.rules.fact import Fact, FactTable, Privacy, Source


class TrajectFacts(FactTable):
    """What was done in the traject: hours, activities, talks, and what the college deducted.

    A lower norm of hours is kept without its cause (docs/decisions/0003). The hours of PVT and
    MAP are not in `participatie_uren`: Bi 3.14:5 takes them off the norm.
    """

    pvt_uren = Fact(Kind.HOURS, "gevolgde uren PVT, na het PIP (Bi 3.1:3)", Source.COLLEGE)
    aftrek_pvt = Fact(
        Kind.HOURS,
        "uren uit de brede intake die het college aftrekt van het PVT; 0 als niet (Bi 3.1:5)",
        Source.COLLEGE,
    )
    pvt_activiteiten = Fact(
        Kind.COUNT,
        "activiteiten of excursies die een kernwaarde praktisch maken (Bi 3.1:2)",
        Source.COLLEGE,
        most=100,
    )
    aanwezig_bij_ondertekening = Fact(
        Kind.ANSWER, "was bij de ondertekeningsbijeenkomst (Bi 3.1:1)", Source.COLLEGE
    )
    verklaring_daar_getekend = Fact(
        Kind.ANSWER, "tekende daar de participatieverklaring (Bi 3.1:1)", Source.COLLEGE
    )
    aanwezigheid_geregistreerd = Fact(
        Kind.ANSWER,
        "de aanwezigheid bij de inleiding op de kernwaarden is geregistreerd (Bi 3.1:4)",
        Source.COLLEGE,
    )
    ondertekening_geregistreerd = Fact(
        Kind.ANSWER, "de ondertekening is geregistreerd (Bi 3.1:4)", Source.COLLEGE
    )
    map_uren = Fact(
        Kind.HOURS, "alle uren MAP, na het PIP, met de praktijkuren (Bi 3.14:5)", Source.COLLEGE
    )
    map_praktijkuren = Fact(
        Kind.HOURS, "uren MAP gericht op praktische inzet op het werk (Ri 3.1)", Source.COLLEGE
    )
    aftrek_map = Fact(
        Kind.HOURS,
        "praktijkuren uit de brede intake die het college aftrekt; 0 als niet (Bi 3.2:3)",
        Source.COLLEGE,
    )
    map_themas = Fact(
        Kind.COUNT, "aan hoeveel van de acht thema's is gewerkt (Bi 3.2:1)", Source.COLLEGE, most=8
    )
    map_eindgesprek_gevoerd = Fact(
        Kind.ANSWER, "het eindgesprek MAP met het college is gevoerd (Bi 3.2:2)", Source.COLLEGE
    )
    aftrek_cursusuren = Fact(
        Kind.HOURS,
        "uren NT2 en KNM uit de brede intake die het college aftrekt; 0 als niet (Bi 3.14:6)",
        Source.COLLEGE,
    )
    aftrek_onderwijs = Fact(
        Kind.HOURS,
        "uren op vso, praktijkonderwijs of entree, tot twee jaar voor het PIP, die het college "
        "aftrekt; 0 als niet (Bi 3.14:9)",
        Source.COLLEGE,
    )
    aftrek_onderwijs_op = Fact(
        Kind.DAY, "dag waarop het college besloot die uren af te trekken", Source.COLLEGE
    )
    lagere_urennorm = Fact(
        Kind.ANSWER,
        "het college stelde een lagere urennorm vast: alleen de uitkomst (Bi 3.14:8; Ri 3.16:2)",
        Source.COLLEGE,
        Privacy.GEVOELIG,
    )
    vastgestelde_urennorm = Fact(
        Kind.HOURS,
        "die lagere norm voor de cursusuren (Ri 3.16:2)",
        Source.COLLEGE,
        Privacy.GEVOELIG,
    )
    ontheffing_participatie = Fact(
        Kind.ANSWER,
        "DUO verleende ontheffing van het participatiegedeelte: alleen de uitkomst (Bi 2.7:3c)",
        Source.DUO,
        Privacy.GEVOELIG,
    )
    participatie_uren_hoogstens = Fact(
        Kind.HOURS,
        "uren participatie die volgens die ontheffing hoogstens kunnen; 0 is geen enkel uur",
        Source.DUO,
        Privacy.GEVOELIG,
    )
    nederlandstalige_omgeving = Fact(
        Kind.ANSWER, "de activiteit is in een Nederlandstalige omgeving", Source.KLANTMANAGER
    )
    niet_in_isolement = Fact(
        Kind.ANSWER, "de activiteit is niet in isolement (Bi 3.14:2b)", Source.KLANTMANAGER
    )
    instelling_heeft_keurmerk = Fact(
        Kind.ANSWER, "de cursusinstelling heeft het keurmerk (Wi 32)", Source.SCHOOL
    )
    begeleid_door_nt2_docent = Fact(
        Kind.ANSWER,
        "de les is onder persoonlijke begeleiding van een NT2-docent (Bi 3.14:2a)",
        Source.SCHOOL,
    )
    les_is_knm = Fact(
        Kind.ANSWER, "de les is KNM, geen NT2 of alfabetisering (Bi 3.14:2a)", Source.SCHOOL
    )
    eindgesprek_gevoerd = Fact(
        Kind.ANSWER, "het eindgesprek zelfredzaamheidsroute is gevoerd", Source.COLLEGE
    )
    eindgesprek_door = Fact(Gespreksvoerder, "wie dat eindgesprek voerde", Source.COLLEGE)
    wil_examen = Fact(
        Kind.ANSWER,
        "wil in de zelfredzaamheidsroute dit onderdeel van het examen doen (Bi 3.14:7)",
        Source.INBURGERAAR,
    )
    in_staat_tot_examen = Fact(
        Kind.ANSWER, "het college acht iemand daartoe in staat (Bi 3.14:7)", Source.AMBTENAAR
    )
    examen_in_pip = Fact(Kind.ANSWER, "dat examen staat in het PIP (Bi 3.14:7)", Source.COLLEGE)
    niet_meer_plichtig = Fact(
        Kind.ANSWER,
        "DUO besliste: geheel vrijgesteld of geheel ontheven; welke blijft hierbuiten (Wi 4, 5)",
        Source.DUO,
        Privacy.GEVOELIG,
    )
    certificaat_persoonlijk_overhandigd = Fact(
        Kind.ANSWER, "het college overhandigde het certificaat persoonlijk", Source.COLLEGE
    )
