"""Facts of the chapter ontzorgen: the right to bijstand, and what is paid from it in a month."""

from meedoen.rules.choices_geld import Huishouden, Machtiging
from meedoen.rules.column import Kind
from meedoen.rules.fact import Fact, FactTable, Privacy, Source

# more than any household gets, owes or earns in a month, in cents
MOST = 10_000_000


class OntzorgenFacts(FactTable):
    """What decides how long the college pays the fixed costs, and what is left.

    Toeslagen are no fact: they go to the person and are no means (Pw 31:2d).
    """

    recht_op_bijstand_vanaf = Fact(
        Kind.DAY, "dag waarop het recht op bijstand ontstond (Pw 56a:2)", Source.COLLEGE
    )
    bijstand_beeindigd = Fact(
        Kind.ANSWER, "het recht op bijstand is geëindigd of heeft een einddag", Source.COLLEGE
    )
    bijstand_tot = Fact(Kind.DAY, "eerste dag zonder recht op bijstand", Source.COLLEGE)
    maatwerk_ontzorgen = Fact(
        Kind.ANSWER,
        "een ambtenaar stemt het ontzorgen met een reden af op de persoon (Pw 18:1)",
        Source.AMBTENAAR,
        Privacy.GEVOELIG,
    )
    maatwerk_ontzorgen_tot = Fact(
        Kind.DAY, "eerste dag zonder ontzorgen door dat maatwerk (Pw 18:1)", Source.AMBTENAAR
    )
    ontzorgen_volgens_plan_tot = Fact(
        Kind.DAY, "eerste dag zonder ontzorgen volgens het PIP (alleen brief L116)", Source.COLLEGE
    )
    zelfredzaam_door_inzet = Fact(
        Kind.ANSWER,
        "een ambtenaar vindt iemand door goede inzet eerder zelfredzaam (alleen brief L119)",
        Source.AMBTENAAR,
        Privacy.GEVOELIG,
    )
    zelfredzaam_door_inzet_vanaf = Fact(
        Kind.DAY, "dag vanaf wanneer dat zo is (alleen brief L119)", Source.AMBTENAAR
    )
    besteedt_niet_verantwoord = Fact(
        Kind.ANSWER,
        "er zijn gegronde redenen: besteedt geld zonder hulp niet verantwoord (Pw 57)",
        Source.AMBTENAAR,
        Privacy.GEVOELIG,
    )
    machtiging_ontzorgen = Fact(
        Machtiging, "machtiging om in naam van de persoon te betalen (Pw 56a:1)", Source.COLLEGE
    )
    bijstandsmaand = Fact(Kind.DAY, "een dag in de maand waarover de bijstand gaat", Source.COLLEGE)
    huishouden = Fact(
        Huishouden,
        "huishouden waarvoor de norm geldt (Pw 20 tot en met 23)",
        Source.COLLEGE,
        Privacy.GEVOELIG,
    )
    kostendelende_medebewoners = Fact(
        Kind.COUNT,
        "hoeveel anderen in de woning kosten delen: 27 of ouder, geen partner, student of huurder "
        "met een zakelijk contract (Pw 19a)",
        Source.COLLEGE,
        most=30,
    )
    partner_zonder_recht = Fact(
        Kind.ANSWER, "de partner heeft geen recht op bijstand (Pw 24)", Source.COLLEGE
    )
    inkomen_in_maand = Fact(
        Kind.CENTS,
        "inkomen in die maand dat meetelt, met vakantietoeslag, zonder toeslagen (Pw 19:2)",
        Source.COLLEGE,
        Privacy.GEVOELIG,
        most=MOST,
    )
    besluit_noemt_bedrag = Fact(
        Kind.ANSWER, "er is een besluit met het bedrag dat in die maand is betaald", Source.COLLEGE
    )
    bedrag_in_besluit = Fact(
        Kind.CENTS,
        "bijstand die in die maand volgens het besluit is betaald, zonder gespaarde toeslag",
        Source.COLLEGE,
        Privacy.GEVOELIG,
        most=MOST,
    )
    huur = Fact(Kind.CENTS, "huur in die maand (Pw 56a:1)", Source.COLLEGE, most=MOST)
    gas_en_stroom = Fact(
        Kind.CENTS, "gas en stroom in die maand (Pw 56a:1)", Source.COLLEGE, most=MOST
    )
    water = Fact(Kind.CENTS, "water in die maand (Pw 56a:1)", Source.COLLEGE, most=MOST)
    zorgverzekering = Fact(
        Kind.CENTS, "verplichte zorgverzekering in die maand (Pw 56a:1)", Source.COLLEGE, most=MOST
    )
