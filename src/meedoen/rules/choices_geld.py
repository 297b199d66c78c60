"""The words of the chapters on money: bijstand, ontzorgen and the loan; and of their readings."""

from __future__ import annotations

from meedoen.rules.choices import Choice


class Huishouden(Choice):
    """For which household the bijstandsnorm is, as the decision says (Pw 20 to 23).

    A lone parent has the norm of who is alone; AOW means the pensioengerechtigde leeftijd.
    """

    ALLEENSTAANDE_JONG = "alleenstaande (ouder), 18 tot 21 jaar"
    GEHUWDEN_JONG = "gehuwden zonder kind, beiden 18 tot 21 jaar"
    GEHUWDEN_EEN_JONG = "gehuwden zonder kind, een van beiden 18 tot 21 jaar"
    GEHUWDEN_JONG_MET_KIND = "gehuwden met kind, beiden 18 tot 21 jaar"
    GEHUWDEN_EEN_JONG_MET_KIND = "gehuwden met kind, een van beiden 18 tot 21 jaar"
    ALLEENSTAANDE = "alleenstaande (ouder), 21 jaar tot AOW-leeftijd"
    GEHUWDEN = "gehuwden, beiden 21 jaar tot AOW-leeftijd"
    ALLEENSTAANDE_AOW = "alleenstaande (ouder) met AOW-leeftijd"
    GEHUWDEN_AOW = "gehuwden met AOW-leeftijd"
    ALLEENSTAANDE_INRICHTING = "alleenstaande (ouder) in een inrichting"
    GEHUWDEN_INRICHTING = "gehuwden in een inrichting"


class Machtiging(Choice):
    """Whether somebody lets the college pay in his name (Pw 56a:1)."""

    NIET_GEVRAAGD = "nog niet gevraagd"
    GEGEVEN = "gegeven"
    GEWEIGERD = "geweigerd"


class Leendoel(Choice):
    """What borrowed money is for (Bi 6.2:1, 6.2a:2)."""

    CURSUS = "cursus inburgering of Nederlands"
    TAALSCHAKELTRAJECT = "taalschakeltraject"
    ALFABETISERING = "alfabetisering"
    EXAMEN = "onderdeel van het inburgeringsexamen"
    EXAMEN_ONA = "examen Oriëntatie op de Nederlandse arbeidsmarkt"
    ANDER = "iets anders"


class EisenEuGroep(Choice):
    """Readings of Bi 6.1: the five onderdelen end with the word «of»."""

    ALLE = "alle vijf de eisen"
    EEN = "een van de vijf eisen is genoeg"


class Peilmaand(Choice):
    """The month whose yield gives the interest of the next year (Bi 6.6:1)."""

    SEPTEMBER = "september"
    OKTOBER = "oktober"
