"""Facts of the chapters on the loan: asking for it, what somebody can pay, and paying it back."""

from meedoen.rules.choices_geld import Leendoel
from meedoen.rules.column import Kind
from meedoen.rules.fact import Fact, FactTable, Privacy, Source

# more than any income of a year or debt in these chapters, in cents
MOST = 100_000_000


class LeningFacts(FactTable):
    """What DUO needs to know for a loan. Incomes are those of the year that the rule names."""

    lening_gevraagd_op = Fact(
        Kind.DAY, "dag waarop DUO de aanvraag om de lening kreeg (Bi 6.5)", Source.DUO
    )
    leendoel = Fact(
        Leendoel, "waarvoor het geleende geld is (Bi 6.2:1, 6.2a:2)", Source.INBURGERAAR
    )
    cursus_past_bij_leerroute = Fact(
        Kind.ANSWER, "de cursus is voor de leerroute in het PIP (Bi 6.2:1a)", Source.COLLEGE
    )
    alfabetisering_in_pip = Fact(
        Kind.ANSWER, "in het PIP staat dat alfabetisering moet (Bi 6.2:1c)", Source.COLLEGE
    )
    voldoende_ingeburgerd = Fact(
        Kind.ANSWER, "toonde aan al voldoende ingeburgerd te zijn (Bi 6.1e)", Source.DUO
    )
    oude_lening_open = Fact(
        Kind.ANSWER,
        "een lening van het oude stelsel is nog niet geheel terugbetaald of kwijtgescholden "
        "(Bi 6.2:5, 6.2:6)",
        Source.DUO,
    )
    einde_termijn_voor_boete = Fact(
        Kind.DAY,
        "eerste dag na de termijn met verlengingen, zonder nieuwe termijn na een boete (Wi 20:2a)",
        Source.DUO,
    )
    ingezetene = Fact(
        Kind.ANSWER, "is nu ingezetene volgens de Wet basisregistratie personen", Source.BRP
    )
    factuurbedrag = Fact(
        Kind.CENTS,
        "bedrag van deze factuur voor contracturen (Ri 6.2:4)",
        Source.DUO,
        most=MOST,
    )
    eerdere_facturen_in_kwartaal = Fact(
        Kind.CENTS,
        "facturen voor contracturen die DUO in dit kwartaal al betaalde, samen (Ri 6.2:4)",
        Source.DUO,
        most=MOST,
    )
    verklaring_cursusuren_op = Fact(
        Kind.DAY, "dag waarop DUO de verklaring over de cursusuren kreeg (Ri 6.2:3)", Source.DUO
    )
    toetsingsinkomen = Fact(
        Kind.CENTS,
        "toetsingsinkomen in het tweede jaar voor het jaar van de draagkracht (Ri 6.8:2)",
        Source.DUO,
        Privacy.GEVOELIG,
        most=MOST,
    )
    heeft_partner = Fact(Kind.ANSWER, "heeft een partner (Awir 3)", Source.DUO)
    toetsingsinkomen_partner = Fact(
        Kind.CENTS,
        "toetsingsinkomen van de partner in dat tweede jaar (Ri 6.8:2)",
        Source.DUO,
        Privacy.GEVOELIG,
        most=MOST,
    )
    alleenstaande_ouderenkorting = Fact(
        Kind.ANSWER, "heeft recht op de alleenstaande ouderenkorting (Ri 6.8:3b)", Source.DUO
    )
    belastbaar_minimumloon = Fact(
        Kind.CENTS,
        "belastbaar minimumloon van een jaar, zoals DUO het toepast (Ri 6.8:3)",
        Source.DUO,
        most=MOST,
    )
    ander_jaar_gevraagd = Fact(
        Kind.ANSWER,
        "vroeg om met het inkomen van een later jaar te rekenen (Ri 6.9:1)",
        Source.DUO,
    )
    toetsingsinkomen_ander_jaar = Fact(
        Kind.CENTS,
        "toetsingsinkomen in dat latere jaar (Ri 6.9:1)",
        Source.DUO,
        Privacy.GEVOELIG,
        most=MOST,
    )
    toetsingsinkomen_partner_ander_jaar = Fact(
        Kind.CENTS,
        "toetsingsinkomen van de partner in dat latere jaar (Ri 6.9:1)",
        Source.DUO,
        Privacy.GEVOELIG,
        most=MOST,
    )
    terugval_is_gewoon = Fact(
        Kind.ANSWER,
        "de daling hoort bij gewone schommelingen in dat soort inkomen (Ri 6.9:2)",
        Source.DUO,
    )
