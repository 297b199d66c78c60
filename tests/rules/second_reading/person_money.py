"""The facts about money of a person, as plain Python values: bijstand, ontzorgen and the loan."""

from datetime import date
from types import SimpleNamespace


class MoneyOfPerson(SimpleNamespace):
    """What somebody has, pays and owes; amounts in cents."""

    # bijstand and ontzorgen
    recht_op_bijstand_vanaf: date
    bijstand_beeindigd: bool
    bijstand_tot: date
    maatwerk_ontzorgen: bool
    maatwerk_ontzorgen_tot: date
    besteedt_niet_verantwoord: bool
    machtiging_ontzorgen: str
    bijstandsmaand: date
    huishouden: str
    kostendelende_medebewoners: int
    partner_zonder_recht: bool
    inkomen_in_maand: int
    besluit_noemt_bedrag: bool
    bedrag_in_besluit: int
    huur: int
    gas_en_stroom: int
    water: int
    zorgverzekering: int

    # the loan and paying it back
    lening_gevraagd_op: date
    leendoel: str
    cursus_past_bij_leerroute: bool
    alfabetisering_in_pip: bool
    voldoende_ingeburgerd: bool
    oude_lening_open: bool
    einde_termijn_voor_boete: date
    ingezetene: bool
    factuurbedrag: int
    eerdere_facturen_in_kwartaal: int
    verklaring_cursusuren_op: date
    toetsingsinkomen: int
    heeft_partner: bool
    toetsingsinkomen_partner: int
    alleenstaande_ouderenkorting: bool
    belastbaar_minimumloon: int
    ander_jaar_gevraagd: bool
    toetsingsinkomen_ander_jaar: int
    toetsingsinkomen_partner_ander_jaar: int
    terugval_is_gewoon: bool
    lening_verstrekt_op: date
    inburgeringsexamen_behaald: bool
    inburgeringsexamen_behaald_op: date
    eerder_terugbetalen_gevraagd: bool
    terugbetalen_op_verzoek_vanaf: date
    duur_terugbetaling: int
    schuld_met_rente: int
    draagkracht_gevraagd: bool
    draagkracht_gevraagd_op: date
    partner_is_debiteur: bool
    vervaldag_termijnbedrag: date
    termijnbedrag_ontvangen: bool
    dwangbevel_uitgevaardigd: bool
    achterstand: int
    achterstand_van_zes_maanden: int
    restschuld: int
    termijnbedrag_verlaagd: bool
