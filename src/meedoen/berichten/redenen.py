"""Why a notice waits, failed or was refused, and what was strange about it, in words for a screen.

The tables hold the key; a key that this version does not know is shown as it is.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REDENEN: dict[str, "str | Promise"] = {
    "zelfde_nummer": _(
        "DUO stuurde twee verschillende berichten met hetzelfde nummer. Kijk welk bericht klopt."
    ),
    "elfproef": _("Het BSN in dit bericht bestaat niet."),
    "geen_persoon": _("In dit bericht staat geen BSN en geen V-nummer."),
    "toekomst": _("De datum van dit bericht ligt in de toekomst."),
    "vreemde_datum": _("De datum van dit bericht kan niet kloppen."),
    "meer_velden": _("In dit bericht staan gegevens die wij niet kennen."),
    "met_de_hand_gekoppeld": _("Een medewerker koos bij welk dossier dit hoort."),
    "niets_te_doen": _("Een medewerker zag dat er niets te doen is."),
    # why a message is refused: DUO reads these too, so no more than 200 characters
    "geen_certificaat": _("De afzender is niet bekend: er is geen geldig certificaat."),
    "andere_afzender": _("Dit certificaat hoort niet bij DUO."),
    "bron_anders": _("De bron is een andere organisatie dan die van het certificaat."),
    "doel_onbekend": _("Voor dit doel ontvangen wij geen berichten."),
    "kop_bron": _("De kop bron moet een OIN van 20 cijfers zijn."),
    "kop_doel": _("De kop doel moet een OIN van 20 cijfers zijn."),
    "kop_bericht_id": _("De kop berichtId moet een UUID zijn."),
    "te_groot": _("Het bericht is groter dan 64 kB."),
    "afgebroken": _("Het bericht kwam niet helemaal aan."),
    "geen_utf8": _("Het bericht is geen UTF-8."),
    "geen_json": _("Het bericht is geen JSON met één object."),
    "dubbel_veld": _("Een veld staat twee keer in het bericht."),
    "veld_moment": _("registratieDatumTijd moet een datum met tijd en tijdzone zijn."),
    "veld_gebeurtenis": _("gebeurtenisId moet 1 tot 6 cijfers of hoofdletters hebben."),
    "veld_bsn": _("bsn moet tekst zijn van 9 cijfers."),
    "veld_vnummer": _("vNummer moet een geheel getal zijn van 0 tot en met 9999999999."),
    "duo_onbereikbaar": _("DUO gaf geen antwoord. Meedoen probeert het later opnieuw."),
    "onbekende_gebeurtenis": _(
        "Meedoen kent de code van dit bericht niet. Kijk bij DUO wat er is gebeurd."
    ),
    "wacht_op_bsn": _(
        "Dit bericht noemt alleen een V-nummer. Zonder BSN kunnen wij DUO niets vragen."
    ),
    "twee_dossiers": _("Het BSN en het V-nummer horen bij twee personen. Kijk na wie dit is."),
    "ander_nummer": _("Deze persoon heeft bij ons een ander V-nummer of BSN. Kijk na wie dit is."),
    "duo_kent_niet": _("DUO kent deze persoon niet. Vraag DUO hoe dat kan."),
    "geen_toegang": _(
        "Wij mogen DUO nu niets over deze persoon vragen. Woont de persoon wel in onze gemeente?"
    ),
    "contact_onzeker": _(
        "Het is niet zeker of DUO deze contactpersoon heeft. Meedoen stuurt dit niet zelf opnieuw:"
        " dan staat iemand er misschien twee keer. Vraag het DUO."
    ),
    "contact_onbekende_uitkomst": _(
        "Het is niet zeker of DUO dit ontving. Meedoen stuurt het nog een keer: dat kan geen kwaad."
    ),
    "contact_anders": _("Dit hoeft niet meer: er is intussen iets veranderd."),
    "contact_weg_bij_duo": _("DUO kent deze contactpersoon niet meer. Meedoen meldt hem opnieuw."),
    "contact_zonder_nummer": _(
        "Wij kennen het nummer van deze contactpersoon bij DUO niet. Typ dit over in de Portal."
    ),
    "contact_koppel_onbekend": _(
        "DUO kent deze persoon niet, of de contactpersoon niet. Meedoen probeert het elke dag."
    ),
    "duo_weigert": _("DUO wil onze vraag niet beantwoorden. Vraag de functioneel beheerder."),
    "antwoord_onleesbaar": _(
        "Wij begrijpen het antwoord van DUO niet. Vraag de functioneel beheerder."
    ),
    "onbekend_woord": _("DUO gebruikte een woord dat Meedoen niet kent. Het staat op de Tijdlijn."),
    "persoon_onbekend": _(
        "Wij kennen deze persoon niet. Volgens DUO hoeft deze persoon niet in te burgeren."
    ),
    "past_niet": _("Wat DUO zegt, past niet bij wat in het dossier staat. Kijk beide na."),
    "leeft_volgens_duo": _(
        "DUO meldde een overlijden, maar kent de plicht nog. Kijk in de BRP. Brieven wachten."
    ),
    "mag_niet": _("In dit dossier kunnen wij nu niets vastleggen. Kijk in het dossier waarom."),
    "ingetrokken": _("Dit bericht is eerder ingetrokken: het hoorde niet bij uw gemeente."),
    # of what we tell DUO
    "hersteld": _("Deze regel van de Tijdlijn is hersteld voordat DUO hem kreeg."),
    "besluit_weg": _("Het besluit is ingetrokken voordat DUO ervan hoorde."),
    "later_plan": _("Een later plan geldt al. DUO kent dat plan, of hoort ervan."),
    "nooit_verteld": _("DUO wist niet van dit plan. Er is dus niets in te trekken."),
    "met_de_hand_gemeld": _("Een medewerker legde vast dat dit aan DUO is gemeld."),
    "in_portal": _("Een medewerker typte dit over in de Portal Inburgering."),
    "ontbreekt": _("Voor deze melding ontbreken gegevens."),
    "zonder_bsn": _("Wij kennen het BSN niet. Zonder BSN kunnen wij DUO niets melden."),
    "vooraf": _("Aan een voorwaarde van DUO is niet voldaan. De melding is niet verstuurd."),
    "ander_pip": _(
        "DUO kent nu een ander PIP dan het plan dat is ingetrokken. Kijk na welk plan geldt."
    ),
    "afgewezen": _("DUO wijst de melding af."),
    "fout_verzoek": _("DUO kan onze melding niet lezen. Vraag de functioneel beheerder om hulp."),
    "onbekende_uitkomst": _("Wij weten niet of DUO dit kreeg. Meedoen vraagt eerst wat DUO weet."),
    "opnieuw": _("Een medewerker stuurt de melding opnieuw."),
    "niet_nodig": _("Een medewerker vindt deze melding niet meer nodig."),
    "fout": _("Bij het verwerken ging iets mis. Meedoen probeert het later opnieuw."),
    "fout_blijft": _("Het verwerken mislukt steeds. Vraag de functioneel beheerder om hulp."),
}


def in_words(key: str) -> str:
    """The sentence for a key."""
    return str(REDENEN.get(key, key))
