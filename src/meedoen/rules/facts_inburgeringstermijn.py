"""Facts of the chapter inburgeringstermijn: the term, its extension and a new term."""

from meedoen.rules.choices import Niveau, Opleiding, Termijn, Verlengingsgrond
from meedoen.rules.column import Kind
from meedoen.rules.fact import Fact, FactTable, Privacy, Source


class InburgeringstermijnFacts(FactTable):
    """What lengthens the term. A circumstance is kept without its cause in health or home."""

    soort_termijn = Fact(Termijn, "welke termijn nu loopt (Bi 4.1)", Source.DUO)
    einde_huidige_termijn = Fact(
        Kind.DAY, "eerste dag na de termijn die nu loopt, volgens DUO", Source.DUO
    )
    plicht_onderbroken = Fact(
        Kind.ANSWER, "de plicht gold tijdens de termijn een tijd niet (Bi 2.1:2)", Source.DUO
    )
    verlenging_gevraagd_op = Fact(
        Kind.DAY, "dag waarop DUO de aanvraag om verlenging kreeg (Bi 4.5:1)", Source.DUO
    )
    verlengingsgrond = Fact(
        Verlengingsgrond, "grond van de aanvraag (Ri 4.1:1)", Source.DUO, Privacy.GEVOELIG
    )
    omstandigheid_van = Fact(
        Kind.DAY, "eerste dag van de omstandigheid (Ri 4.1)", Source.DUO, Privacy.GEVOELIG
    )
    omstandigheid_tot = Fact(
        Kind.DAY, "eerste dag na de omstandigheid (Ri 4.1)", Source.DUO, Privacy.GEVOELIG
    )
    omstandigheid_aannemelijk = Fact(
        Kind.ANSWER,
        "de omstandigheid is aannemelijk en niet te verwijten (Bi 4.3:1)",
        Source.AMBTENAAR,
        Privacy.GEVOELIG,
    )
    bewijs_overgelegd = Fact(
        Kind.ANSWER, "het bewijsstuk dat bij de grond hoort is er (Ri 4.1:3)", Source.DUO
    )
    aanbod_gedaan = Fact(
        Kind.ANSWER, "het college deed een inburgeringsaanbod (Wi 16)", Source.COLLEGE
    )
    kon_starten = Fact(
        Kind.ANSWER, "kon met het taalschakeltraject starten (Ri 4.1:1g)", Source.SCHOOL
    )
    aanbod_gedaan_op = Fact(
        Kind.DAY, "dag waarop het college het inburgeringsaanbod deed (Wi 16)", Source.COLLEGE
    )
    start_taalschakeltraject_op = Fact(
        Kind.DAY, "dag waarop iemand met het taalschakeltraject kon starten", Source.SCHOOL
    )
    examenniveau = Fact(
        Niveau, "niveau waarop de taalonderdelen zijn geëxamineerd (Bi 4.4:2a)", Source.DUO
    )
    alle_lessen_gevolgd = Fact(
        Kind.ANSWER,
        "volgde alle lessen taal en KNM, geoorloofd verzuim telt niet mee (Bi 4.4:2b)",
        Source.SCHOOL,
    )
    verlenging_leidt_tot_voldoen = Fact(
        Kind.ANSWER, "verlenging leidt tot het halen van de leerroute (Wi 12:1b)", Source.AMBTENAAR
    )
    eerder_verlengd_na_inspanningen = Fact(
        Kind.ANSWER, "de termijn is al eerder verlengd na inspanningen (Bi 4.4)", Source.DUO
    )
    opleiding = Fact(
        Opleiding, "niet-vrijstellende opleiding (Ri 4.2:1), bij doorstroom de eerste", Source.DUO
    )
    opleiding_van = Fact(Kind.DAY, "dag van inschrijving bij die opleiding (Ri 4.2:3)", Source.DUO)
    opleiding_tot = Fact(Kind.DAY, "dag van uitschrijving bij die opleiding (Ri 4.2:3)", Source.DUO)
    volgt_opleiding_nog = Fact(
        Kind.ANSWER,
        "volgt de (laatste) opleiding nog op de dag van de aanvraag (Ri 4.2:4)",
        Source.DUO,
    )
    opleiding_bij_begin_plicht = Fact(
        Opleiding, "opleiding die iemand volgde toen de plicht begon (Ri 4.2:5)", Source.DUO
    )
    doorgestroomd_naar_entree = Fact(
        Kind.ANSWER, "stroomde door naar de entreeopleiding (Ri 4.2:5)", Source.DUO
    )
    entree_sluit_aan = Fact(
        Kind.ANSWER, "de entreeopleiding sloot direct aan (Ri 4.2:5)", Source.DUO
    )
    entree_van = Fact(Kind.DAY, "dag van inschrijving bij de entreeopleiding", Source.DUO)
    entree_tot = Fact(Kind.DAY, "dag van uitschrijving bij de entreeopleiding", Source.DUO)
    verlengingen_voor_opleiding = Fact(
        Kind.COUNT,
        "hoe vaak de termijn al is verlengd voor de (laatste) opleiding",
        Source.DUO,
        most=20,
    )
    leerroute_behaald = Fact(Kind.ANSWER, "heeft de leerroute behaald (Wi 6:1c)", Source.DUO)
    boete_bekend_op = Fact(
        Kind.DAY, "dag waarop de boete van DUO bekend is gemaakt (Wi 24:2)", Source.DUO
    )
