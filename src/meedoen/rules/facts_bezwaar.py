"""Facts of the chapter bezwaar: one besluit, one objection to it, and what was done with it."""

from meedoen.rules.column import Kind
from meedoen.rules.fact import Fact, FactTable, Source


class BezwaarFacts(FactTable):
    """When the besluit was made known, when the objection came, and what moved the last day."""

    besluit_bekend_op = Fact(
        Kind.DAY, "dag waarop het besluit bekend is gemaakt (Awb 3:41, 6:8)", Source.COLLEGE
    )
    bezwaar_ontvangen_op = Fact(
        Kind.DAY, "dag waarop wij het bezwaar ontvingen (Awb 6:9:1)", Source.COLLEGE
    )
    bezwaar_per_post = Fact(Kind.ANSWER, "het bezwaar kwam met de post (Awb 6:9:2)", Source.COLLEGE)
    bezwaar_op_de_post_op = Fact(
        Kind.DAY, "dag waarop het bezwaar op de post is gedaan (Awb 6:9:2)", Source.COLLEGE
    )
    te_laat_verschoonbaar = Fact(
        Kind.ANSWER,
        "het is niet te verwijten dat het bezwaar te laat kwam (Awb 6:11)",
        Source.AMBTENAAR,
    )
    bezwaarcommissie = Fact(
        Kind.ANSWER, "een commissie adviseert over het bezwaar (Awb 7:13)", Source.COLLEGE
    )
    herstel_gevraagd = Fact(
        Kind.ANSWER, "gevraagd om het bezwaar compleet te maken (Awb 6:6)", Source.COLLEGE
    )
    herstel_gevraagd_op = Fact(Kind.DAY, "dag waarop dat is gevraagd (Awb 7:10:2)", Source.COLLEGE)
    herstel_voorbij_op = Fact(
        Kind.DAY,
        "dag waarop het bezwaar compleet was of de tijd daarvoor voorbij was (Awb 7:10:2)",
        Source.COLLEGE,
    )
    bezwaar_verdaagd = Fact(
        Kind.ANSWER, "de beslissing op het bezwaar is verdaagd (Awb 7:10:3)", Source.COLLEGE
    )
    bezwaar_uitgesteld = Fact(
        Kind.ANSWER, "de beslissing is verder uitgesteld (Awb 7:10:4)", Source.COLLEGE
    )
    bezwaar_uitgesteld_tot = Fact(
        Kind.DAY, "eerste dag na dat uitstel (Awb 7:10:4)", Source.COLLEGE
    )
