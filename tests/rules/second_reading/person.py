"""A person as plain Python values: a choice is its Dutch word."""

from datetime import date
from types import SimpleNamespace


class Person(SimpleNamespace):
    """Somebody of whom every fact that a rule uses is known, on the day of the question."""

    today: date

    # who somebody is, and what is done so far
    geboren_op: date
    verblijfsrecht: str
    doelgroep: str
    plicht_begon_op: date
    kennisgeving_op: date
    ingeschreven_op: date
    dagtekening_eerste_pip: date
    leerroute: str
    niveau_in_pip: str
    pvt_afgerond: bool
    map_afgerond: bool
    taalexamens_behaald: int
    knm_behaald: bool
    cursusuren: int
    participatie_uren: int

    # the duty, exemption and dispensation
    verblijfsrecht_vanaf: date
    verblijfsbesluit_bekend_op: date
    verblijfsdoel: str
    tijdelijk_volgens_besluit_ind: bool
    verblijf_bij: str
    geestelijke_bedienaar: bool
    onderdaan_eu_eer_zwitserland: bool
    familielid_van_unieburger: bool
    inburgering_elders_in_eu: bool
    verdrag_sluit_plicht_uit: bool
    viel_onder_wi2013: bool
    procedure_sluit_aan: bool
    onderbreking: str
    onderbreking_van: date
    onderbreking_tot: date
    leerplichtige_jaren: int
    nu_leerplichtig: bool
    diploma: str
    opleiding_leidt_tot: str
    ingeschreven_bij_opleiding: bool
    taalonderdelen_op_b1: bool
    voldoende_voor_nederlands: bool
    nederlands_gevolgd_op_b1: bool
    jaren_ingeschreven: int
    jaren_werk: int
    mondeling_op_b1: bool
    vrijstelling_gevraagd_op: date
    ontheffing_gevraagd_op: date
    verklaring_van_aangewezen_deskundige: bool
    deskundige_is_behandelaar: bool
    jaren_tot_voldoen: int
    deskundige_adviseert_ontheffing: bool
    deskundige_adviseert_aangepast_examen: bool
    ontheven_taalonderdelen: int
    ontheven_knm: bool
    ontheven_participatie: bool
    ontheven_pvt_of_map: bool
    uitzonderlijk_en_onvoorzien: bool
    niet_te_wijten: bool
    zeer_schrijnend: bool
    advies_van_college: bool
    ontheffing_ambtshalve: bool
    beroep_op_inspanning: bool

    # the plan
    wacht_op_derde: bool
    informatie_ontvangen_op: date
    verhuisd: bool
    pip_bij_verhuizing: bool
    ingeschreven_na_verhuizing_op: date
    begeleiding_vastgesteld: bool
    intensiteit_pvt_vastgesteld: bool
    intensiteit_map_vastgesteld: bool
    intensiteit_leerroute_vastgesteld: bool
    leerroute_vastgesteld: bool
    gesprekken_vastgesteld: bool
    kind_voor_vve: bool
    vve_vastgesteld: bool
    bijstandsbesluiten_nodig: bool
    bijstandsbesluiten_bijgevoegd: bool
    activiteit: str
    activiteit_op: date
    gewenste_leerroute: str
    onvoldoende_of_grotere_voortgang: bool
    opleiding_beeindigd_op: date
    bijzonder_geval: bool
    vestiging_in_gemeente_op: date
    dagtekening_te_melden_pip: date
    dagtekening_vorig_pip: date
    eerste_pip_ooit: bool
    te_melden_leerroute: str
    te_melden_niveau: str
    niveau_gemeld: bool
    intensiteit_b1_gemeld: bool
    termijn_vastgesteld: bool
    uren_op_aanbod: bool

    # the term and its extension
    soort_termijn: str
    einde_huidige_termijn: date
    plicht_onderbroken: bool
    verlenging_gevraagd_op: date
    verlengingsgrond: str
    omstandigheid_van: date
    omstandigheid_tot: date
    omstandigheid_aannemelijk: bool
    bewijs_overgelegd: bool
    aanbod_gedaan: bool
    kon_starten: bool
    aanbod_gedaan_op: date
    start_taalschakeltraject_op: date
    examenniveau: str
    alle_lessen_gevolgd: bool
    verlenging_leidt_tot_voldoen: bool
    eerder_verlengd_na_inspanningen: bool
    opleiding: str
    opleiding_van: date
    opleiding_tot: date
    volgt_opleiding_nog: bool
    opleiding_bij_begin_plicht: str
    doorgestroomd_naar_entree: bool
    entree_sluit_aan: bool
    entree_van: date
    entree_tot: date
    verlengingen_voor_opleiding: int
    leerroute_behaald: bool
    boete_bekend_op: date

    # the IND and stronger rights
    gevraagd_gegeven: str
    verstrekker: str
    gegeven_verstrekt_op: date
    sterker_recht: str
    sterker_recht_gevraagd_op: date
    inburgeringsdocument: str
    vrijgesteld_volgens_ind: bool
    vrijgesteld_van_naturalisatietoets: bool
    plicht_voldaan: bool
    niet_voldoen_verwijtbaar: bool

    # how long data are kept
    soort_gegevens: str
    plicht_geeindigd_op: date
    overleden_op: date
    lening_afgedaan_op: date
    zaak_geeindigd_op: date

    # a municipality in a budget year
    uitvoeringsjaar_op: date
    migranten_dit_jaar: int
    asielstatushouders_dit_jaar: int
    asielstatushouders_vorig_jaar: int
    asielstatushouders_twee_jaar_eerder: int
    landelijk_asielstatushouders_dit_jaar: int
    landelijk_asielstatushouders_vorig_jaar: int
    landelijk_asielstatushouders_twee_jaar_eerder: int
    asielstatushouders_onderwijsroute: int
    trajecten_afgerond: int
    trajecten_afgerond_sinds_2022: int
    landelijk_trajecten_afgerond: int
    landelijk_trajecten_afgerond_sinds_2022: int
    migranten_twee_jaar_eerder: int
    voorlopig_asielstatushouders_twee_jaar_eerder: int
    landelijk_voorlopig_asielstatushouders_twee_jaar_eerder: int
    landelijke_prognose: int
    landelijke_taakstelling_halfjaar: int
    prognose_halfjaar_bekend: bool
    prognose_halfjaar: int
    landelijke_taakstelling_vorig_jaar: int
    inwoners_gemeente_vorig_jaar: int
    inwoners_nederland_vorig_jaar: int
    som_voorlopige_grondslagen: int
    indeling_gewijzigd: bool
    cijfers_naar_nieuwe_indeling: bool

    # what the Rijk fixed, paid and may claim back
    vastgestelde_uitkering: int
    definitieve_uitkering: int
    besteed_bedrag: int
    fout_of_onzeker_besteed: int
    gereserveerd_bedrag: int
    betaalmaand_op: date
    kostensoort: str
    totaalbedrag_herzien_op: date
    verantwoording_ontvangen: bool
    verantwoording_ontvangen_op: date
    terugvordering_onbillijk: bool
    lagere_terugvordering: int
    gegevens_bekend_op: date
    gegevens_op_verzoek: bool
    uitkering_onderwijsroute_op: date
    uitkering_onderwijsroute_verantwoord: bool
    doelgroep_bij_huisvesting: str
    voldaan_voor_peilmoment: bool
    overleden: bool
    inwoners_gemeente: int
    inwoners_nederland: int
