"""Per code of DUO: what DUO answers, and what a dossier then says besides what it knew."""

from datetime import date
from typing import Any

from tests.berichten import fake_duo as say
from tests.dossier.makers import ELDERS, HIER

from meedoen.ports.duo_words import Omvang, Oordeel, RedenGeenPlicht
from meedoen.ports.period import Period
from meedoen.rules.choices import Doelgroep, Termijn
from meedoen.rules.choices_leerroute import BehaaldNiveau

MIGRANT = Doelgroep.GEZINS_OF_OVERIGE_MIGRANT
ASIEL = Doelgroep.ASIELSTATUSHOUDER
DAY = date(2026, 8, 3)
PERIOD = Period(date(2026, 8, 1), date(2027, 8, 1))

# Per code: what DUO answers, and what the dossier then says besides what it knew.
CASES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "SS101": (
        {"plicht": say.plicht(), "doelgroep": say.doelgroep(ASIEL)},
        {"kennisgeving_op": date(2026, 3, 2), "plicht_begon_op": date(2026, 2, 2)}
        | {"doelgroep": ASIEL},
    ),
    "SS128": (
        {"plicht": say.plicht(notice=None), "doelgroep": say.doelgroep(MIGRANT)},
        {"plicht_begon_op": date(2026, 2, 2), "doelgroep": MIGRANT},
    ),
    "SS139": (
        {"plicht": say.plicht(), "doelgroep": say.doelgroep(ASIEL)},
        {"kennisgeving_op": date(2026, 3, 2), "plicht_begon_op": date(2026, 2, 2)}
        | {"doelgroep": ASIEL},
    ),
    "SS129": (
        {"plicht": say.plicht(notice=None), "vrijstelling": ()},
        {"plicht_begon_op": date(2026, 2, 2)},
    ),
    "SS120": ({"plicht": say.plicht(notice=None)}, {"plicht_begon_op": date(2026, 2, 2)}),
    "SS121": (
        {"plicht": say.plicht(notice=None), "pip": say.pip(ELDERS, DAY)}
        | {"termijn": say.termijn(date(2029, 5, 2))},
        {"verhuisd": True, "pip_bij_verhuizing": True, "dagtekening_vorig_pip": DAY}
        | {"plicht_begon_op": date(2026, 2, 2), "termijn_vastgesteld": True}
        | {"soort_termijn": Termijn.EERSTE, "einde_huidige_termijn": date(2029, 5, 2)},
    ),
    "SS124": (
        {"plicht": say.plicht(notice=None), "doelgroep": say.doelgroep(MIGRANT, DAY)},
        {"plicht_begon_op": date(2026, 2, 2), "doelgroep": MIGRANT},
    ),
    "SS125": (
        {"plicht": say.plicht(notice=None), "doelgroep": say.doelgroep(ASIEL, DAY)},
        {"plicht_begon_op": date(2026, 2, 2), "doelgroep": ASIEL},
    ),
    "SS109": (
        {"plicht": say.ended(RedenGeenPlicht.TIJDELIJKE_VRIJSTELLING, date(2026, 7, 31))}
        | {"vrijstelling": (
            say.vrijstelling(Omvang.TIJDELIJK, Oordeel.TOEGEKEND, DAY, period=PERIOD),
        )},
        {"kennisgeving_op": date(2026, 3, 2), "plicht_begon_op": date(2026, 2, 2)}
        | {"tijdelijk_vrijgesteld_van": PERIOD.van, "tijdelijk_vrijgesteld_tot": PERIOD.tot},
    ),
    "SS110": (
        {"plicht": say.ended(RedenGeenPlicht.VERTREK, DAY)},
        {"kennisgeving_op": date(2026, 3, 2), "plicht_begon_op": date(2026, 2, 2)}
        | {"plicht_geeindigd_op": DAY, "plicht_voldaan": False},
    ),
    "SS111": (
        {"plicht": say.ended(RedenGeenPlicht.OVERLIJDEN, DAY)},
        {"kennisgeving_op": date(2026, 3, 2), "plicht_begon_op": date(2026, 2, 2)}
        | {"overleden": True, "plicht_geeindigd_op": DAY, "plicht_voldaan": False},
    ),
    "SS106": (
        {"plicht": say.ended(RedenGeenPlicht.VOLDAAN, DAY)},
        {"kennisgeving_op": date(2026, 3, 2), "plicht_begon_op": date(2026, 2, 2)}
        | {"plicht_geeindigd_op": DAY, "plicht_voldaan": True},
    ),
    "SS107": (
        {"plicht": say.ended(RedenGeenPlicht.VRIJSTELLING, DAY)}
        | {"vrijstelling": (say.vrijstelling(Omvang.GEHEEL, Oordeel.TOEGEKEND, DAY),)},
        {"kennisgeving_op": date(2026, 3, 2), "plicht_begon_op": date(2026, 2, 2)}
        | {"niet_meer_plichtig": True, "plicht_geeindigd_op": DAY, "plicht_voldaan": False},
    ),
    "SS108": (
        {"plicht": say.ended(RedenGeenPlicht.ONTHEFFING, DAY), "ontheffing": ()},
        {"kennisgeving_op": date(2026, 3, 2), "plicht_begon_op": date(2026, 2, 2)}
        | {"niet_meer_plichtig": True, "plicht_geeindigd_op": DAY, "plicht_voldaan": False},
    ),
    "SS141": (
        {"plicht": say.ended(RedenGeenPlicht.VOLDAAN, DAY)},
        {"kennisgeving_op": date(2026, 3, 2), "plicht_begon_op": date(2026, 2, 2)}
        | {"plicht_geeindigd_op": DAY, "plicht_voldaan": True},
    ),
    "SS137": ({"examennummer": "LBT-0001"}, {}),
    "SS131": (
        {"toets": (say.toets(900, date(2026, 4, 1)), say.toets(1400, date(2026, 5, 1)))},
        {"toets_afgenomen": True, "behaalde_score": 1400, "benodigde_score": 1250},
    ),
    "SS102": (
        {"termijn": say.termijn(date(2029, 5, 2))},
        {"termijn_vastgesteld": True, "soort_termijn": Termijn.EERSTE}
        | {"einde_huidige_termijn": date(2029, 5, 2)},
    ),
    "SS103": (
        {"termijn": say.termijn(date(2029, 11, 2), grond="4B", changed=DAY)},
        {"termijn_vastgesteld": True, "soort_termijn": Termijn.VERLENGDE}
        | {"einde_huidige_termijn": date(2029, 11, 2)},
    ),
    "SS104": (
        {"termijn": say.termijn(date(2029, 11, 2), grond="7", changed=DAY)}
        | {"verlenging": (say.verlenging(date(2026, 6, 1), Oordeel.TOEGEKEND, DAY),)},
        {"termijn_vastgesteld": True, "soort_termijn": Termijn.VERLENGDE}
        | {"einde_huidige_termijn": date(2029, 11, 2)},
    ),
    "SS130": (
        {"plicht": say.plicht(notice=None), "vrijstelling": (), "pip": say.pip(HIER, DAY)}
        | {"termijn": say.termijn(date(2029, 5, 2))},
        {"plicht_begon_op": date(2026, 2, 2), "dagtekening_vorig_pip": DAY}
        | {"termijn_vastgesteld": True, "soort_termijn": Termijn.EERSTE}
        | {"einde_huidige_termijn": date(2029, 5, 2)},
    ),
    "SS199": (
        {"examen": (
            say.examen("lezen", "gezakt", date(2026, 4, 1), "B1"),
            say.examen("lezen", "geslaagd", date(2026, 6, 1), "A2"),
            say.examen("spreken", "gezakt", date(2026, 6, 2), "B1"),
            say.examen("luisteren", "geen uitslag", date(2026, 6, 3), "B1"),
            say.examen("KNM", "geslaagd", date(2026, 6, 4)),
        )},
        {"lezen_behaald": BehaaldNiveau.A2, "spreken_behaald": BehaaldNiveau.NIET}
        | {"taalexamens_behaald": 1, "knm_behaald": True},
    ),
    "SS198": (
        {"boete": (say.boete(date(2026, 7, 1)), say.boete(DAY)),
         "termijn": say.termijn(date(2027, 8, 4), changed=DAY)},
        {"boete_bekend_op": DAY, "niet_voldoen_verwijtbaar": True, "termijn_vastgesteld": True}
        | {"soort_termijn": Termijn.NIEUWE, "einde_huidige_termijn": date(2027, 8, 4)},
    ),
    "SS112": (
        {"verlenging": (say.verlenging(DAY, Oordeel.IN_BEHANDELING),)},
        {"verlenging_gevraagd_op": DAY},
    ),
    "SS113": ({"verlenging": (say.verlenging(date(2026, 6, 1), Oordeel.AFGEWEZEN, DAY),)}, {}),
    "SS114": (
        {"plicht": say.plicht(notice=None)}
        | {"vrijstelling": (say.vrijstelling(Omvang.GEHEEL, Oordeel.AFGEWEZEN, DAY),)},
        {"plicht_begon_op": date(2026, 2, 2)},
    ),
    "SS115": (
        {"plicht": say.plicht(notice=None)}
        | {"vrijstelling": (say.vrijstelling(Omvang.TIJDELIJK, Oordeel.AFGEWEZEN, DAY),)},
        {"plicht_begon_op": date(2026, 2, 2)},
    ),
    "SS116": (
        {"plicht": say.plicht(notice=None)}
        | {"vrijstelling": (
            say.vrijstelling(Omvang.GEDEELTELIJK, Oordeel.AFGEWEZEN, DAY, onderdeel="lezen"),
        )},
        {"plicht_begon_op": date(2026, 2, 2)},
    ),
    "SS117": (
        {"plicht": say.plicht(notice=None)}
        | {"vrijstelling": (
            say.vrijstelling(Omvang.GEDEELTELIJK, Oordeel.TOEGEKEND, DAY, onderdeel="lezen"),
        )},
        {"plicht_begon_op": date(2026, 2, 2), "lezen_hoeft_niet": True},
    ),
    "SS118": ({"ontheffing": (say.ontheffing(Oordeel.AFGEWEZEN, DAY),)}, {}),
    "SS119": (
        {"ontheffing": (
            say.ontheffing(Oordeel.TOEGEKEND, DAY, onderdeel="KNM"),
            say.ontheffing(Oordeel.TOEGEKEND, DAY, uren=0),
        )},
        {"knm_hoeft_niet": True, "ontheffing_participatie": True}
        | {"participatie_uren_hoogstens": 0},
    ),
}  # fmt: skip

# Lines that hold no fact of the rules.
LINES = {
    "SS120": "vestiging_gemeld", "SS139": "vestiging_gemeld", "SS137": "aangemeld_voor_toets",
    "SS141": "certificaat_klaar", "SS113": "verlenging_beslist", "SS114": "aanvraag_afgewezen",
    "SS118": "aanvraag_afgewezen", "SS199": "examenuitslag_ontvangen",
}  # fmt: skip

# What the duty itself brings along, whichever code made us ask.
ALSO = {"kennisgeving_ontvangen", "plicht_beoordeeld", "examenuitslag_ontvangen", "examen_behaald"}
