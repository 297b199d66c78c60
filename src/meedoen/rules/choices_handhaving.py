"""The words of the chapter handhaving: breaches, culpability, steps and readings."""

from __future__ import annotations

from meedoen.rules.choices import Choice


class Overtreding(Choice):
    """The breaches for which a fine can be imposed (Wi 22 to 25)."""

    NIET_VERSCHENEN = "niet verschenen voor de brede intake (Wi 22)"
    NIET_MEEGEWERKT = "onvoldoende meegewerkt aan de brede intake (Wi 22)"
    BEGELEIDING = "onvoldoende meegewerkt aan ondersteuning en begeleiding (Wi 23)"
    INTENSITEIT_PVT = "minder gedaan dan de intensiteit van het PVT vraagt (Wi 23)"
    INTENSITEIT_MAP = "minder gedaan dan de intensiteit van de MAP vraagt (Wi 23)"
    INTENSITEIT_LEERROUTE = "minder gedaan dan de intensiteit van de leerroute vraagt (Wi 23)"
    PVT_OF_MAP = "PVT of MAP niet op tijd afgerond (Wi 24)"
    LEERROUTE = "leerroute niet op tijd behaald (Wi 25)"


class Verwijtbaarheid(Choice):
    """How far a breach of Wi 23 is to blame on somebody (Bi 7.1:4)."""

    OPZET = "opzet"
    GROVE_SCHULD = "grove schuld"
    GEEN_OPZET_OF_GROVE_SCHULD = "geen opzet of grove schuld"
    VERMINDERD = "verminderde verwijtbaarheid"


class Verhoging(Choice):
    """Readings of Bi 7.1:3: what is added when a breach is repeated."""

    VERDUBBELEN = "de boete verdubbelt"
    OPTELLEN = "er komt steeds hetzelfde bedrag bij"


class Boetebedrag(Choice):
    """Readings of Bi 7.1:3: which amount of the last time is increased."""

    NORM = "het bedrag voordat de verwijtbaarheid meetelde"
    OPGELEGD = "het bedrag dat is opgelegd"


class Volgorde(Choice):
    """Readings of Bi 7.1:3 and 7.1:4: what comes first, increase or culpability."""

    NA_VERHOGING = "eerst verhogen, dan de verwijtbaarheid"
    VOOR_VERHOGING = "eerst de verwijtbaarheid, dan verhogen"


class Examenpogingen(Choice):
    """How often the parts of the exam were taken (Ri bijlage 6a, 6b)."""

    NIET_ALLES = "niet alle onderdelen ten minste een keer"
    ALLES_EEN_KEER = "alle onderdelen ten minste een keer"
    REST_TWEE_KEER = "de niet behaalde onderdelen ten minste twee keer"


class Afronding(Choice):
    """Readings of Ri bijlage 6a and 6b: the whole percentage of the hours."""

    NAAR_BENEDEN = "naar beneden"
    NAAR_BOVEN = "naar boven"


class Participatierij(Choice):
    """The rows of the table for asielstatushouders in the zelfredzaamheidsroute (Ri bijlage 6c)."""

    LAAGSTE = "laagste rij"
    MIDDELSTE = "middelste rij"
    HOOGSTE = "hoogste rij"


class EersteHerhaling(Choice):
    """Readings of Wi 24:4: when the first of the two-yearly fines can follow."""

    NA_TERMIJN = "zodra de tweede nieuwe termijn voorbij is"
    NA_TWEE_JAAR = "twee jaar nadat de tweede nieuwe termijn voorbij is"


class Bijstandsplicht(Choice):
    """Which duty of the Participatiewet was not met (Pw 18)."""

    ARBEID = "plicht die met werk te maken heeft (Pw 18:4)"
    ONTZORGEN = "meewerken aan ontzorgen (Pw 56a)"
    ANDERE = "andere plicht (Pw 18:2)"


class EerdereVerlaging(Choice):
    """Which lowering for a duty of Pw 18:4 came last."""

    GEEN = "geen"
    EERSTE = "eerste verlaging (Pw 18:5)"
    TWEEDE = "tweede verlaging (Pw 18:6)"
    LATERE = "derde of latere verlaging (Pw 18:7, 18:8)"
