"""The facts of the leerroute, the exam and the traject, as plain Python values."""

from datetime import date
from types import SimpleNamespace


class PersonOnderweg(SimpleNamespace):
    """What somebody did, passed and need not do; a base of Person, that would grow too long."""

    # PVT and MAP
    pvt_uren: int
    aftrek_pvt: int
    pvt_activiteiten: int
    aanwezig_bij_ondertekening: bool
    verklaring_daar_getekend: bool
    aanwezigheid_geregistreerd: bool
    ondertekening_geregistreerd: bool
    map_uren: int
    map_praktijkuren: int
    aftrek_map: int
    map_themas: int
    map_eindgesprek_gevoerd: bool

    # the choice of the leerroute
    wil_opleiding: bool
    grote_kans_op_diploma: bool
    redelijkerwijs_niet_in_staat: bool
    kan_wel_maar_wil_niet: bool
    tweede_blik_gedaan: bool
    instelling_heeft_diploma_erkenning: bool
    opleiding_is_taalschakeltraject: bool
    taalschakelstand: str

    # the parts of the exam
    lezen_behaald: str
    luisteren_behaald: str
    schrijven_behaald: str
    spreken_behaald: str
    lezen_hoeft_niet: bool
    luisteren_hoeft_niet: bool
    schrijven_hoeft_niet: bool
    spreken_hoeft_niet: bool
    knm_hoeft_niet: bool
    lezen_afgeschaald: bool
    luisteren_afgeschaald: bool
    schrijven_afgeschaald: bool
    spreken_afgeschaald: bool
    lezen_b1_onhaalbaar: bool
    luisteren_b1_onhaalbaar: bool
    schrijven_b1_onhaalbaar: bool
    spreken_b1_onhaalbaar: bool
    cursusuren_nt2: int
    aftrek_nt2: int
    voldoende_ingespannen: bool
    examenonderdeel: str
    niveau_van_examen: str
    examen_op: date
    kosteloze_pogingen_gedaan: int
    taalbewijs: str
    bewijs_gaat_over_onderdeel: bool

    # the zelfredzaamheidsroute
    instelling_heeft_keurmerk: bool
    begeleid_door_nt2_docent: bool
    les_is_knm: bool
    cursusuren_taalschakeltraject: int
    aftrek_cursusuren: int
    aftrek_onderwijs: int
    aftrek_onderwijs_op: date
    lagere_urennorm: bool
    vastgestelde_urennorm: int
    nederlandstalige_omgeving: bool
    niet_in_isolement: bool
    participatie_uren_voor_pip: int
    ontheffing_participatie: bool
    participatie_uren_hoogstens: int
    eindgesprek_gevoerd: bool
    eindgesprek_door: str
    wil_examen: bool
    in_staat_tot_examen: bool
    examen_in_pip: bool

    # the end
    niet_meer_plichtig: bool
    certificaat_persoonlijk_overhandigd: bool
