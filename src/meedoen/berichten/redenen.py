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
    "duo_onbereikbaar": _("DUO gaf geen antwoord. Meedoen probeert het later opnieuw."),
    "fout": _("Bij het verwerken ging iets mis. Meedoen probeert het later opnieuw."),
    "fout_blijft": _("Het verwerken mislukt steeds. Vraag de functioneel beheerder om hulp."),
}


def in_words(key: str) -> str:
    """The sentence for a key."""
    return str(REDENEN.get(key, key))
