"""The bounds of facts, typed over once more: a value outside them is a typing error in a file."""

from datetime import date

import pytest

from meedoen.rules.fact import Fact
from meedoen.rules.facts import Facts

USUAL_MOST, USUAL_FIRST, LAST = 10_000, date(2022, 1, 1), date(2099, 12, 31)

MOST = {
    # four language parts
    4: """
        ontheven_taalonderdelen taalexamens_behaald
    """,
    # eight themes of a MAP
    8: """
        map_themas
    """,
    # years of schooling
    18: """
        leerplichtige_jaren
    """,
    # how often something happened to one person
    20: """
        kosteloze_pogingen_gedaan oproepen_met_goede_reden oproepen_verstuurd
        verlengingen_voor_opleiding
    """,
    # months of a new term
    24: """
        duur_nieuwe_termijn
    """,
    # years of schooling in Dutch; people in one house
    30: """
        jaren_nederlandstalig_onderwijs kostendelende_medebewoners
    """,
    # fines in a lifetime
    50: """
        eerdere_boetes_duo
    """,
    # percent; activities
    100: """
        afgestemde_verlaging pvt_activiteiten
    """,
    # years of a life; months to pay back
    120: """
        duur_terugbetaling jaren_ingeschreven jaren_tot_voldoen jaren_werk
    """,
    # points of a tender
    99_999: """
        behaalde_score benodigde_score
    """,
    # people in one municipality
    100_000: """
        asielstatushouders_dit_jaar asielstatushouders_onderwijsroute
        asielstatushouders_twee_jaar_eerder asielstatushouders_vorig_jaar migranten_dit_jaar
        migranten_twee_jaar_eerder trajecten_afgerond trajecten_afgerond_sinds_2022
        voorlopig_asielstatushouders_twee_jaar_eerder
    """,
    # people in the country; cents of a fine: ten thousand euro
    1_000_000: """
        boetes_intake_in_termijn boetes_intake_voor_termijn boetes_traject_in_termijn
        eerdere_boete_opgelegd eerdere_boete_voor_verwijtbaarheid
        landelijk_asielstatushouders_dit_jaar landelijk_asielstatushouders_twee_jaar_eerder
        landelijk_asielstatushouders_vorig_jaar landelijk_trajecten_afgerond
        landelijk_trajecten_afgerond_sinds_2022
        landelijk_voorlopig_asielstatushouders_twee_jaar_eerder landelijke_prognose
        landelijke_taakstelling_halfjaar landelijke_taakstelling_vorig_jaar passende_boete
        prognose_halfjaar
    """,
    # no municipality has more
    2_000_000: """
        inwoners_gemeente inwoners_gemeente_vorig_jaar
    """,
    # cents in a month: a hundred thousand euro
    10_000_000: """
        bedrag_in_besluit gas_en_stroom huur inkomen_in_maand water zorgverzekering
    """,
    # the country
    30_000_000: """
        inwoners_nederland inwoners_nederland_vorig_jaar
    """,
    # cents of a year or a loan: a million euro
    100_000_000: """
        achterstand achterstand_van_zes_maanden belastbaar_minimumloon
        eerdere_facturen_in_kwartaal factuurbedrag restschuld schuld_met_rente
        toetsingsinkomen toetsingsinkomen_ander_jaar toetsingsinkomen_partner
        toetsingsinkomen_partner_ander_jaar
    """,
    # cents of a municipality: ten billion euro
    1_000_000_000_000: """
        besteed_bedrag definitieve_uitkering fout_of_onzeker_besteed gereserveerd_bedrag
        lagere_terugvordering som_voorlopige_grondslagen vastgestelde_uitkering
    """,
}
FIRST = {
    # a life before the law
    date(1900, 1, 1): """
        begonnen_met_taal_op diploma_behaald_op geboren_op in_nederland_sinds
        ingeschreven_op vestiging_in_gemeente_op
    """,
    # the demand of Pw 18b began
    date(2016, 1, 1): """
        bijstand_aangevraagd_op kennisgeving_taaleis_op uitkomst_taaltoets_op
    """,
}
MOST_OF = {name: most for most, names in MOST.items() for name in names.split()}
FIRST_OF = {name: first for first, names in FIRST.items() for name in names.split()}


@pytest.mark.parametrize("fact", Facts.all(), ids=lambda fact: fact.name)
def test_a_fact_has_these_bounds(fact: Fact) -> None:
    assert fact.most == MOST_OF.get(fact.name, USUAL_MOST)
    assert (fact.first, fact.last) == (FIRST_OF.get(fact.name, USUAL_FIRST), LAST)


def test_every_name_with_a_bound_is_a_fact() -> None:
    assert not {*MOST_OF, *FIRST_OF} - {fact.name for fact in Facts.all()}
