"""Facts of the chapter handhaving: one breach, the fine for it, and what came before."""

from meedoen.rules.choices_handhaving import Examenpogingen, Overtreding, Verwijtbaarheid
from meedoen.rules.column import Kind
from meedoen.rules.fact import Fact, FactTable, Privacy, Source

ALL_MONEY = 1_000_000


class HandhavingFacts(FactTable):
    """The breach that is judged now. An excuse is kept as an outcome, never with its cause.

    The facts on results (hours, exams, PVT, MAP) are those on the day after the term.
    """

    overtreding = Fact(
        Overtreding, "overtreding die nu wordt beoordeeld (Wi 22 tot en met 25)", Source.COLLEGE
    )
    overtreding_op = Fact(
        Kind.DAY,
        "dag van de overtreding (Awb 5:45); bij een termijn: de eerste dag erna",
        Source.COLLEGE,
    )
    overtreding_geconstateerd_op = Fact(
        Kind.DAY, "dag waarop de overtreding is geconstateerd (Bi 7.1:3)", Source.COLLEGE
    )
    verwijtbaar = Fact(
        Kind.ANSWER, "de overtreding is te verwijten (Awb 5:41)", Source.AMBTENAAR, Privacy.GEVOELIG
    )
    mate_van_verwijtbaarheid = Fact(
        Verwijtbaarheid,
        "hoezeer de overtreding is te verwijten (Bi 7.1:4)",
        Source.AMBTENAAR,
        Privacy.GEVOELIG,
    )
    bijzondere_omstandigheden_aannemelijk = Fact(
        Kind.ANSWER,
        "maakt aannemelijk dat de boete om bijzondere omstandigheden te hoog is (Awb 5:46:3)",
        Source.AMBTENAAR,
        Privacy.GEVOELIG,
    )
    bijzondere_omstandigheden_bekend = Fact(
        Kind.ANSWER,
        "wie de boete oplegt, weet van bijzondere omstandigheden (Bi 7.1:6, 7.2:3)",
        Source.AMBTENAAR,
        Privacy.GEVOELIG,
    )
    passende_boete = Fact(
        Kind.CENTS,
        "boete die bij de bijzondere omstandigheden past (Awb 5:46:3)",
        Source.AMBTENAAR,
        Privacy.GEVOELIG,
        most=ALL_MONEY,
    )
    schriftelijk_gewaarschuwd = Fact(
        Kind.ANSWER,
        "kreeg een schriftelijke waarschuwing en een herhaalde oproep (Wi 14:1)",
        Source.COLLEGE,
    )
    termijn_oproep_tot = Fact(
        Kind.DAY, "eerste dag na de termijn van de laatste oproep (Wi 14:1, 22:2)", Source.COLLEGE
    )
    eerste_boete_intake_opgelegd = Fact(
        Kind.ANSWER, "kreeg voor deze brede intake al een boete (Wi 22:1)", Source.COLLEGE
    )
    tweede_boete_intake_opgelegd = Fact(
        Kind.ANSWER, "kreeg voor deze brede intake al een tweede boete (Wi 22:3)", Source.COLLEGE
    )
    eerdere_overtreding = Fact(
        Kind.ANSWER, "er is eerder een overtreding van Wi 23 geconstateerd", Source.COLLEGE
    )
    eerdere_overtreding_geconstateerd_op = Fact(
        Kind.DAY,
        "dag van constatering van de vorige overtreding van Wi 23 (met onherroepelijke boete)",
        Source.COLLEGE,
    )
    eerdere_boete_onherroepelijk = Fact(
        Kind.ANSWER, "de boete voor die vorige overtreding is onherroepelijk", Source.COLLEGE
    )
    eerdere_boete_voor_verwijtbaarheid = Fact(
        Kind.CENTS,
        "vorige boete Wi 23, voordat de verwijtbaarheid meetelde",
        Source.COLLEGE,
        most=ALL_MONEY,
    )
    eerdere_boete_opgelegd = Fact(
        Kind.CENTS, "vorige boete Wi 23, zoals opgelegd", Source.COLLEGE, most=ALL_MONEY
    )
    boetes_traject_in_termijn = Fact(
        Kind.CENTS, "boetes Wi 23 in de termijn die nu loopt, samen", Source.COLLEGE, most=ALL_MONEY
    )
    boetes_intake_in_termijn = Fact(
        Kind.CENTS, "boetes Wi 22 in de termijn die nu loopt, samen", Source.COLLEGE, most=ALL_MONEY
    )
    boetes_intake_voor_termijn = Fact(
        Kind.CENTS, "boetes Wi 22 voordat de termijn begon, samen", Source.COLLEGE, most=ALL_MONEY
    )
    duur_nieuwe_termijn = Fact(
        Kind.MONTHS, "lengte van de nieuwe termijn volgens DUO (Wi 24:2)", Source.DUO, most=24
    )
    bijstand_verlaagd_om_gedraging = Fact(
        Kind.ANSWER,
        "voor dezelfde gedraging is de bijstand al verlaagd (Wi 27; Pw 18, 18b)",
        Source.COLLEGE,
    )
    al_beboet = Fact(
        Kind.ANSWER, "kreeg voor dezelfde overtreding al een boete (Awb 5:43)", Source.COLLEGE
    )
    bericht_geen_boete = Fact(
        Kind.ANSWER, "kreeg bericht dat er geen boete komt (Awb 5:43, 5:50:2a)", Source.COLLEGE
    )
    overleden = Fact(Kind.ANSWER, "is overleden (Awb 5:42)", Source.BRP, Privacy.GEVOELIG)
    bezwaar_of_beroep = Fact(
        Kind.ANSWER,
        "maakte tegen de boete bezwaar of stelde beroep in (Awb 5:45:3)",
        Source.COLLEGE,
    )
    bezwaar_of_beroep_van = Fact(Kind.DAY, "dag van het bezwaar of beroep", Source.COLLEGE)
    bezwaar_of_beroep_tot = Fact(
        Kind.DAY, "dag waarop onherroepelijk is beslist op bezwaar en beroep", Source.COLLEGE
    )
    rapport_opgemaakt = Fact(
        Kind.ANSWER, "van de overtreding is een rapport gemaakt (Awb 5:48)", Source.COLLEGE
    )
    dagtekening_rapport = Fact(Kind.DAY, "datum op het rapport (Awb 5:48:2)", Source.COLLEGE)
    zienswijze_gevraagd = Fact(
        Kind.ANSWER, "kon een zienswijze geven op de boete (Awb 5:50, 5:53:3)", Source.COLLEGE
    )
    boetebesluit_bekend_op = Fact(
        Kind.DAY, "dag waarop het boetebesluit bekend is gemaakt (Awb 4:87)", Source.COLLEGE
    )
    besluit_noemt_latere_betaaldag = Fact(
        Kind.ANSWER, "het boetebesluit noemt een latere betaaldag (Awb 4:87:1)", Source.COLLEGE
    )
    betaaldag_in_besluit = Fact(
        Kind.DAY, "laatste dag om te betalen die in het boetebesluit staat", Source.COLLEGE
    )
    boete_onherroepelijk = Fact(
        Kind.ANSWER, "de boete is onherroepelijk (Awb 5:42:2)", Source.COLLEGE
    )
    boete_betaald = Fact(Kind.ANSWER, "de boete is helemaal betaald (Awb 5:42:2)", Source.COLLEGE)
    eerdere_boetes_duo = Fact(
        Kind.COUNT,
        "hoe vaak DUO voor dit onderdeel al een boete oplegde (Wi 24, 25)",
        Source.DUO,
        most=50,
    )
    verlenging_vergunning_geweigerd = Fact(
        Kind.ANSWER, "de vergunning is niet verlengd (Wi 25:3; Vw 18)", Source.IND, Privacy.GEVOELIG
    )
    vergunning_ingetrokken = Fact(
        Kind.ANSWER, "de vergunning is ingetrokken (Wi 25:3; Vw 19)", Source.IND, Privacy.GEVOELIG
    )
    uren_in_pip = Fact(
        Kind.HOURS, "alle cursusuren NT2 en KNM die in het PIP staan (Ri bijlage 6a)", Source.DUO
    )
    cursusuren_in_intake = Fact(
        Kind.HOURS,
        "cursusuren NT2 en KNM tijdens de brede intake (Ri bijlage 6c, noot 1)",
        Source.COLLEGE,
    )
    participatie_uren_voor_pip = Fact(
        Kind.HOURS,
        "participatie-uren voor het PIP die meetellen (Ri bijlage 6c, noot 2)",
        Source.COLLEGE,
    )
    lessen_gegeven = Fact(
        Kind.COUNT, "hoeveel lessen het taalschakeltraject had (Ri 7.2:1a)", Source.SCHOOL
    )
    lessen_aanwezig = Fact(
        Kind.COUNT, "bij hoeveel van die lessen iemand aanwezig was (Ri 7.2:1a)", Source.SCHOOL
    )
    examenpogingen = Fact(
        Examenpogingen, "hoe vaak de onderdelen van het examen zijn afgelegd", Source.DUO
    )
