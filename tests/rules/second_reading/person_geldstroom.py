"""What the Rijk, the IND and the archive ask, of a person or a municipality."""

from datetime import date
from types import SimpleNamespace


class PersonGeldstroom(SimpleNamespace):
    """What the Rijk, the IND and the archive ask, of a person or a municipality."""

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
