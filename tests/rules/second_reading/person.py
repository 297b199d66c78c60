"""A person as plain Python values: a choice is its Dutch word."""

from datetime import date

from tests.rules.second_reading.person_bezwaar import PersonBezwaar
from tests.rules.second_reading.person_geldstroom import PersonGeldstroom
from tests.rules.second_reading.person_handhaving import PersonHandhaving
from tests.rules.second_reading.person_leerroute import PersonOnderweg
from tests.rules.second_reading.person_money import MoneyOfPerson


class Person(PersonOnderweg, MoneyOfPerson, PersonGeldstroom, PersonHandhaving, PersonBezwaar):
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
    tijdelijk_vrijgesteld_van: date
    tijdelijk_vrijgesteld_tot: date
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
    pip_bekend_op: date
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

    # the reception, the summonses and the intake
    gehuisvest: bool
    gekoppeld_op: date
    plaatsingsgrond: str
    voorbereiding_aangeboden_op: date
    volgt_voorbereiding: bool
    voorbereiding_vertraagt: bool
    taakstelling_op: date
    oproepen_verstuurd: int
    oproepen_met_goede_reden: int
    laatste_oproep_op: date
    termijn_oproep_tot: date
    oproep_in_boetebesluit: bool
    boetebesluit_bekend_op: date
    kwam_op_oproep: bool
    werkte_voldoende_mee: bool
    goede_reden: bool
    verwijtbaar: bool
    schriftelijk_gewaarschuwd: bool
    eerste_boete_intake_opgelegd: bool
    tweede_boete_intake_opgelegd: bool
    bijstand_verlaagd_om_gedraging: bool
    intake_voltooid: bool
    intake_in_afwezigheid: bool
    intake_op_schrift: bool
    gewezen_op_gesprek_alleen: bool
    wil_gesprek_alleen: bool
    ander_komt_voor_zijn_beroep: bool
    onderwijs_en_werk_onderzocht: bool
    omstandigheden_verkend: bool
    vve_verkend: bool
    taalniveau_in_kaart: bool
    arbeidsparticipatie_in_kaart: bool
    zelfredzaamheid_in_kaart: bool
    alfabetisering_in_kaart: bool
    praktische_vaardigheden_in_kaart: bool
    werknemersvaardigheden_in_kaart: bool
    motivatie_in_kaart: bool
    gezinssituatie_in_kaart: bool
    netwerk_in_kaart: bool
    diploma_of_opleiding_elders: bool
    waardering_gevraagd_op: date
    toets_afgenomen: bool
    toets_op: date
    behaalde_score: int
    benodigde_score: int
    grond_ontheffing_toets: bool
    ontheffing_toets_beoordeeld_op: date
    afwijking_gemotiveerd: bool
