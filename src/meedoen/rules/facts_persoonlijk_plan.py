"""Facts of the chapter persoonlijk_plan: the clock, the contents and the changes of the PIP."""

from meedoen.rules.choices import Activiteit, Leerroute, Niveau
from meedoen.rules.column import Kind
from meedoen.rules.fact import LONG_AGO, Fact, FactTable, Source


class PersoonlijkPlanFacts(FactTable):
    """What decides when the PIP must be there, what stands in it and how it may change."""

    wacht_op_derde = Fact(
        Kind.ANSWER,
        "het PIP kan niet worden gemaakt zonder informatie van een derde (Bi 5.3:2)",
        Source.AMBTENAAR,
    )
    informatie_ontvangen_op = Fact(
        Kind.DAY, "dag waarop die informatie binnenkwam (Bi 5.3:2)", Source.KLANTMANAGER
    )
    verhuisd = Fact(
        Kind.ANSWER, "kwam uit een andere gemeente, met de plicht al lopend", Source.BRP
    )
    pip_bij_verhuizing = Fact(
        Kind.ANSWER, "had al een PIP van de vorige gemeente (Bi 5.3:3)", Source.DUO
    )
    ingeschreven_na_verhuizing_op = Fact(
        Kind.DAY, "dag van inschrijving in deze gemeente na de verhuizing (Bi 5.3:3)", Source.BRP
    )
    begeleiding_vastgesteld = Fact(
        Kind.ANSWER, "de begeleiding staat in het PIP (Wi 15:1b)", Source.KLANTMANAGER
    )
    intensiteit_pvt_vastgesteld = Fact(
        Kind.ANSWER, "de intensiteit van het PVT staat in het PIP (Wi 15:1c)", Source.KLANTMANAGER
    )
    intensiteit_map_vastgesteld = Fact(
        Kind.ANSWER, "de intensiteit van de MAP staat in het PIP (Wi 15:1c)", Source.KLANTMANAGER
    )
    intensiteit_leerroute_vastgesteld = Fact(
        Kind.ANSWER,
        "de intensiteit van de leerroute staat in het PIP (Wi 15:2)",
        Source.KLANTMANAGER,
    )
    leerroute_vastgesteld = Fact(
        Kind.ANSWER, "de leerroute is gekozen en staat in het PIP (Wi 15:1a)", Source.KLANTMANAGER
    )
    gesprekken_vastgesteld = Fact(
        Kind.ANSWER, "het aantal voortgangsgesprekken staat in het PIP", Source.KLANTMANAGER
    )
    kind_voor_vve = Fact(
        Kind.ANSWER,
        "heeft een kind dat voor- of vroegschoolse educatie kan volgen",
        Source.KLANTMANAGER,
    )
    vve_vastgesteld = Fact(
        Kind.ANSWER, "de afspraken over VVE staan in het PIP (Wi 15:1d)", Source.KLANTMANAGER
    )
    bijstandsbesluiten_nodig = Fact(
        Kind.ANSWER,
        "er zijn besluiten Participatiewet die bij het PIP horen (Wi 15:3)",
        Source.COLLEGE,
    )
    bijstandsbesluiten_bijgevoegd = Fact(
        Kind.ANSWER, "die besluiten zitten bij het PIP (Wi 15:3)", Source.COLLEGE
    )
    pip_bekend_op = Fact(Kind.DAY, "dag waarop het PIP bekend is gemaakt (Awb 6:8)", Source.COLLEGE)
    activiteit = Fact(Activiteit, "soort inspanning (Bi 5.3:5)", Source.KLANTMANAGER)
    activiteit_op = Fact(Kind.DAY, "dag van de inspanning", Source.KLANTMANAGER)
    gewenste_leerroute = Fact(
        Leerroute, "leerroute waarnaar iemand zou overstappen", Source.KLANTMANAGER
    )
    onvoldoende_of_grotere_voortgang = Fact(
        Kind.ANSWER,
        "het college vindt de voortgang te klein of groter dan verwacht (Wi 17:2)",
        Source.AMBTENAAR,
    )
    opleiding_beeindigd_op = Fact(
        Kind.DAY, "dag waarop de niet-vrijstellende opleiding eindigde (Bi 5.4:2)", Source.DUO
    )
    bijzonder_geval = Fact(
        Kind.ANSWER, "dit is een bijzonder geval van deze persoon (Bi 5.4:3)", Source.AMBTENAAR
    )
    vestiging_in_gemeente_op = Fact(
        Kind.DAY, "dag waarop iemand zich in deze gemeente vestigde", Source.BRP, first=LONG_AGO
    )
    dagtekening_te_melden_pip = Fact(Kind.DAY, "datum op het PIP dat naar DUO gaat", Source.COLLEGE)
    dagtekening_vorig_pip = Fact(Kind.DAY, "datum op het PIP dat DUO nu kent", Source.DUO)
    eerste_pip_ooit = Fact(
        Kind.ANSWER, "het is het eerste PIP van deze persoon, in welke gemeente ook", Source.DUO
    )
    te_melden_leerroute = Fact(Leerroute, "leerroute in het PIP dat naar DUO gaat", Source.COLLEGE)
    te_melden_niveau = Fact(Niveau, "niveau in het PIP dat naar DUO gaat", Source.COLLEGE)
    niveau_gemeld = Fact(Kind.ANSWER, "in de melding aan DUO staat een niveau", Source.COLLEGE)
    intensiteit_b1_gemeld = Fact(
        Kind.ANSWER, "in de melding aan DUO staan uren per week voor de B1-route", Source.COLLEGE
    )
    termijn_vastgesteld = Fact(
        Kind.ANSWER, "DUO heeft de inburgeringstermijn vastgesteld", Source.DUO
    )
    uren_op_aanbod = Fact(Kind.ANSWER, "DUO heeft cursusuren op het huidige aanbod", Source.DUO)
    antwoord_onderwijsroute_in_pip = Fact(
        Kind.ANSWER,
        "het PIP zegt of de onderwijsroute past, en waarom (alleen brief L81)",
        Source.KLANTMANAGER,
    )
