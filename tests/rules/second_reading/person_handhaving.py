"""The breach under judgement, the fines, and the lowering of bijstand."""

from datetime import date
from types import SimpleNamespace


class PersonHandhaving(SimpleNamespace):
    """The breach under judgement, the fines, and the lowering of bijstand."""

    # the breach, the fines and lower assistance
    afgestemde_verlaging: int
    al_beboet: bool
    begonnen_met_taal: bool
    begonnen_met_taal_op: date
    bereid_taal_te_leren: bool
    bericht_geen_boete: bool
    besluit_noemt_latere_betaaldag: bool
    betaaldag_in_besluit: date
    bezwaar_of_beroep: bool
    bezwaar_of_beroep_tot: date
    bezwaar_of_beroep_van: date
    bijstand_aangevraagd_op: date
    bijstandsplicht_geschonden_op: date
    bijzondere_omstandigheden_aannemelijk: bool
    bijzondere_omstandigheden_bekend: bool
    boete_betaald: bool
    boete_onherroepelijk: bool
    boete_voor_dezelfde_gedraging: bool
    boetes_intake_in_termijn: int
    boetes_intake_voor_termijn: int
    boetes_traject_in_termijn: int
    cursusuren_in_intake: int
    dagtekening_rapport: date
    dringende_redenen: bool
    duur_nieuwe_termijn: int
    eerdere_boete_onherroepelijk: bool
    eerdere_boete_opgelegd: int
    eerdere_boete_voor_verwijtbaarheid: int
    eerdere_boetes_duo: int
    eerdere_overtreding: bool
    eerdere_overtreding_geconstateerd_op: date
    eerdere_verlaging_arbeidsplicht: str
    eerdere_verlaging_op: date
    examenpogingen: str
    geschonden_bijstandsplicht: str
    herziening_gevraagd: bool
    inburgeringsdiploma_overgelegd: bool
    jaren_nederlandstalig_onderwijs: int
    kennisgeving_taaleis_op: date
    komt_plicht_nu_na: bool
    lessen_aanwezig: int
    lessen_gegeven: int
    mate_van_verwijtbaarheid: str
    overtreding: str
    overtreding_geconstateerd_op: date
    overtreding_op: date
    participatie_uren_voor_pip: int
    passende_boete: int
    rapport_opgemaakt: bool
    schending_verwijtbaar: bool
    taal_verwijtbaar: bool
    taaldocument_overgelegd: bool
    taaltoets_onvoldoende: bool
    taalvoortgang_naar_verwachting: bool
    uitkomst_taaltoets_op: date
    uren_in_pip: int
    vergunning_ingetrokken: bool
    verlenging_vergunning_geweigerd: bool
    volgende_taaltoets_onvoldoende: bool
    zienswijze_gevraagd: bool
