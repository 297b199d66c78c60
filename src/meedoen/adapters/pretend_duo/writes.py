"""What a municipality tells the pretend DUO: checked against the conditions, then kept.

Each function gets a Telling and returns the body of the answer, mostly none.
"""

from collections.abc import Callable
from typing import Any

from meedoen.adapters.pretend_duo import writes_uren as uren
from meedoen.adapters.pretend_duo.bodies import (
    AanbodBody,
    ContactBody,
    MapBody,
    PipBody,
    PvtBody,
    ZrouteBody,
    as_wire,
    read,
)
from meedoen.adapters.pretend_duo.check_aanbod import faults_of_aanbod
from meedoen.adapters.pretend_duo.check_contactpersoon import faults_of_contactpersoon
from meedoen.adapters.pretend_duo.check_pip import faults_of_pip, faults_of_withdrawal
from meedoen.adapters.pretend_duo.check_resultaat import faults_of_resultaat
from meedoen.adapters.pretend_duo.persoon import Resultaat, Step
from meedoen.adapters.pretend_duo.refusal import Refusal
from meedoen.adapters.pretend_duo.steps import DAY, record_pip
from meedoen.adapters.pretend_duo.telling import Telling, refuse
from meedoen.adapters.pretend_duo.world import Contactpersoon

Write = Callable[[Telling], Any]


def write(name: str, telling: Telling) -> Any:
    """Check and keep. Errors: Refusal 400, 403 with reasons, or 404."""
    if name in uren.NAMES:
        return uren.soort(name, telling)
    return _writes()[name](telling)


def _writes() -> dict[str, Write]:
    return {
        "geen_lbt": _geen_lbt,
        "nieuw_pip": _nieuw_pip,
        "geen_pip": _geen_pip,
        "nieuwe_contactpersoon": _nieuwe_contactpersoon,
        "andere_contactpersoon": _andere_contactpersoon,
        "geen_contactpersoon": _geen_contactpersoon,
        "koppel_contactpersoon": _koppel,
        "ontkoppel_contactpersoon": _ontkoppel,
        "nieuw_aanbod": _nieuw_aanbod,
        "geen_aanbod": _geen_aanbod,
        "zet_map": _zet_map,
        "zet_pvt": _zet_pvt,
        "zet_zroute": _zet_zroute,
        "uren_instelling": uren.instelling,
    }


def _geen_lbt(telling: Telling) -> None:
    if telling.persoon.examennummer is None:
        raise Refusal(404, why="niet aangemeld voor de leerbaarheidstoets")
    telling.persoon.examennummer = None


def _nieuw_pip(telling: Telling) -> None:
    body = read(PipBody, telling.raw)
    persoon = telling.persoon
    refuse(faults_of_pip(body, persoon, telling.gemeente))
    velden = as_wire(body)
    del velden["dagtekeningPip"]
    if body.leerroute != "Z":
        velden.setdefault("niveau", "B1")  # PIP-8
    step = Step(telling.world.day, "pip", {"dagtekening": body.dagtekening_pip, **velden})
    record_pip(persoon, telling.gemeente, step)


def _geen_pip(telling: Telling) -> None:
    persoon = telling.persoon
    if not persoon.pips or persoon.pips[-1].gemeente != telling.gemeente:
        raise Refusal(404, why="uw gemeente heeft geen huidig PIP voor deze persoon")
    refuse(faults_of_withdrawal(persoon))
    persoon.pips.pop()
    persoon.aanbod.clear()


def _nieuwe_contactpersoon(telling: Telling) -> Any:
    velden = _contact(telling)
    world = telling.world
    nummer = world.contactnummer = world.contactnummer + 1
    world.contactpersonen[nummer] = Contactpersoon(telling.gemeente, velden)
    return {"id": nummer, "contactpersoongegevens": velden}


def _andere_contactpersoon(telling: Telling) -> None:
    _known(telling).velden = _contact(telling)


def _contact(telling: Telling) -> dict[str, Any]:
    body = read(ContactBody, telling.raw)
    refuse(faults_of_contactpersoon(body))
    return as_wire(body)


def _known(telling: Telling) -> Contactpersoon:
    """Of this municipality: that of another is not there."""
    found = telling.world.contactpersonen.get(int(telling.nummer))
    if found is None or found.gemeente != telling.gemeente:
        raise Refusal(404, why="deze contactpersoon is niet bekend")
    return found


def _geen_contactpersoon(telling: Telling) -> None:
    """CON-2: the couplings go too."""
    _known(telling)
    del telling.world.contactpersonen[int(telling.nummer)]
    for persoon in telling.world.people:
        if persoon.contactpersoon == int(telling.nummer):
            persoon.contactpersoon = None


def _koppel(telling: Telling) -> None:
    """CON-1: over an earlier one."""
    _known(telling)
    telling.persoon.contactpersoon = int(telling.nummer)


def _ontkoppel(telling: Telling) -> None:
    _known(telling)
    if telling.persoon.contactpersoon != int(telling.nummer):
        raise Refusal(404, why="deze contactpersoon hoort niet bij deze persoon")
    telling.persoon.contactpersoon = None


def _nieuw_aanbod(telling: Telling) -> None:
    """AAN-7: over what was told of this school; the first start date stays known."""
    body = read(AanbodBody, telling.raw)
    school = (telling.nummer, telling.world.setting.instellingen)
    refuse(faults_of_aanbod(body, telling.persoon, school))
    telling.persoon.aanbod.setdefault(telling.nummer, []).append(as_wire(body))


def _geen_aanbod(telling: Telling) -> None:
    if telling.nummer not in telling.persoon.aanbod:
        raise Refusal(404, why="er is geen aanbod bij deze instelling")
    del telling.persoon.aanbod[telling.nummer]


def _zet_map(telling: Telling) -> None:
    _resultaat("map", read(MapBody, telling.raw), telling)


def _zet_pvt(telling: Telling) -> None:
    _resultaat("pvt", read(PvtBody, telling.raw), telling)


def _resultaat(soort: str, body: MapBody | PvtBody, telling: Telling) -> None:
    persoon, gemeente = telling.persoon, telling.gemeente
    day = telling.world.day
    refuse(faults_of_resultaat(body, persoon, soort=soort, gemeente=gemeente, day=day))
    if body.datum is None:
        persoon.resultaten.pop(soort, None)
    else:
        persoon.resultaten[soort] = Resultaat(gemeente, body.datum)


def _zet_zroute(telling: Telling) -> None:
    """The certificate follows on the next day."""
    body = read(ZrouteBody, telling.raw)
    telling.persoon.afronding_zroute = body.datum_afronding_zroute
    if body.datum_afronding_zroute is not None:
        telling.persoon.plan(Step(telling.world.day + DAY, "certificaat"))
