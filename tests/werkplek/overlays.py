"""What is laid over random people, so that signals with many conditions are met too."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from meedoen.rules.choices import Doelgroep, Leerroute, Verblijfsrecht
from meedoen.rules.choices_gegevens import SoortGegevens
from meedoen.rules.choices_geld import Machtiging
from meedoen.rules.choices_leerroute import Gespreksvoerder

Overlay = dict[str, Any]  # None: not known
PARTS = ("lezen", "luisteren", "schrijven", "spreken")
HERE: Overlay = {
    "ingezetene": True,
    "overleden": False,
    "zaak_geeindigd_op": None,
    "niet_meer_plichtig": False,
    "plicht_voldaan": False,
    "plicht_geeindigd_op": None,
}


def _ago(day: date, days: int) -> date:
    return day - timedelta(days=days)


def _with_plan(day: date, days: int) -> Overlay:
    return HERE | {
        "dagtekening_eerste_pip": _ago(day, days),
        "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
    }


def _bijstand(day: date) -> Overlay:
    """Somebody who must integrate, with bijstand, of whom the college pays the fixed costs."""
    return HERE | {
        "geboren_op": date(1990, 5, 1),
        "verblijfsrecht": Verblijfsrecht.ASIEL,
        "verblijfsrecht_vanaf": _ago(day, 400),
        "onderdaan_eu_eer_zwitserland": False,
        "familielid_van_unieburger": False,
        "inburgering_elders_in_eu": False,
        "verdrag_sluit_plicht_uit": False,
        "viel_onder_wi2013": False,
        "recht_op_bijstand_vanaf": _ago(day, 150),
        "bijstand_beeindigd": False,
        "maatwerk_ontzorgen": False,
        "machtiging_ontzorgen": Machtiging.NIET_GEVRAAGD,
    }


def _ended_by_duo(day: date) -> Overlay:
    """Somebody who must integrate, of whom DUO says that the duty is over."""
    return _bijstand(day) | {"plicht_geeindigd_op": _ago(day, 10)}


def _no_dutch(day: date) -> Overlay:
    return HERE | {
        "bijstand_aangevraagd_op": _ago(day, 40),
        "jaren_nederlandstalig_onderwijs": 2,
        "inburgeringsdiploma_overgelegd": False,
        "taaldocument_overgelegd": False,
        "uitkomst_taaltoets_op": None,
        "kennisgeving_taaleis_op": None,
    }


OVERLAYS: tuple[Callable[[date], Overlay], ...] = (
    lambda day: (
        _with_plan(day, 100)
        | {
            "leerroute": Leerroute.ONDERWIJSROUTE,
            "aanbod_gedaan": True,
            "kon_starten": False,
        }
    ),
    lambda day: _with_plan(day, 520) | {"onvoldoende_of_grotere_voortgang": None},
    lambda day: (
        _with_plan(day, 300)
        | {
            "leerroute": Leerroute.B1_ROUTE,
            "cursusuren_nt2": 800,
            "aftrek_nt2": 0,
            "voldoende_ingespannen": True,
            "lezen_b1_onhaalbaar": True,
            **dict.fromkeys((f"{part}_afgeschaald" for part in PARTS), False),
        }
    ),
    lambda _day: HERE | {"ingezetene": False},
    _bijstand,
    lambda day: (
        _bijstand(day) | {"machtiging_ontzorgen": Machtiging.GEGEVEN, "bijstandsmaand": day}
    ),
    _ended_by_duo,
    _no_dutch,
    lambda day: (
        _no_dutch(day) | {"taaltoets_onvoldoende": True, "uitkomst_taaltoets_op": _ago(day, 9)}
    ),
    lambda day: {
        "zaak_geeindigd_op": _ago(day, 30),
        "plicht_geeindigd_op": _ago(day, 1800),
        "overleden": False,
        "overleden_op": None,
        "lening_afgedaan_op": None,
        "soort_gegevens": SoortGegevens.TRAJECTDOSSIER,
    },
    lambda day: (
        HERE
        | {
            "dagtekening_eerste_pip": None,
            "intake_voltooid": False,
            "oproepen_verstuurd": 1,
            "oproepen_met_goede_reden": 0,
            "termijn_oproep_tot": _ago(day, 3),
            "kwam_op_oproep": False,
            "goede_reden": False,
            "gehuisvest": True,
        }
    ),
    lambda day: (
        _with_plan(day, 900)
        | {
            "leerroute": Leerroute.ZELFREDZAAMHEIDSROUTE,
            "eindgesprek_gevoerd": True,
            "eindgesprek_door": Gespreksvoerder.COLLEGE,
            "cursusuren": 900,
            "participatie_uren": 900,
            "pvt_afgerond": True,
            "map_afgerond": True,
            "certificaat_persoonlijk_overhandigd": False,
        }
    ),
    lambda day: (
        HERE
        | {
            "dagtekening_eerste_pip": None,
            "gekoppeld_op": day,
            "gehuisvest": False,
            "verblijfsrecht": Verblijfsrecht.ASIEL,
            "intake_voltooid": False,
        }
    ),
)
