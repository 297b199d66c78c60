"""Conditions of MAP and PVT (RES-1 to RES-12); MAP and PVT have the same."""

from collections.abc import Iterator
from datetime import date

from meedoen.adapters.pretend_duo.bodies import MapBody, PvtBody
from meedoen.adapters.pretend_duo.persoon import Persoon
from meedoen.adapters.pretend_duo.term import months_before

SOON = 2  # months before the end of the term in which "Nee" may come along


def faults_of_resultaat(
    body: MapBody | PvtBody, persoon: Persoon, *, soort: str, gemeente: int, day: date
) -> list[str]:
    """Every condition that this day of MAP or PVT does not meet; none is good."""
    told = persoon.resultaten.get(soort)
    faults = []
    if told is not None and told.gemeente != gemeente:
        faults.append("De eerste datum is door een andere gemeente gemeld.")
    if not persoon.pips or persoon.pips[-1].gemeente != gemeente:
        faults.append("Uw gemeente heeft geen huidig PIP voor deze persoon.")
    if persoon.afronding_zroute is not None and not persoon.is_plichtig:
        faults.append("De persoon heeft al voldaan met de zelfredzaamheidsroute.")
    return [*faults, *_datum(body.datum, persoon, day), *_verwijtbaar(body, persoon, day)]


def _datum(datum: date | None, persoon: Persoon, day: date) -> Iterator[str]:
    """RES-4 to RES-7."""
    klaar = persoon.afronding_zroute
    if datum is None:
        if klaar is not None:
            yield "De datum kan niet weg: de zelfredzaamheidsroute is al afgerond."
        return
    if not persoon.termijn or datum < persoon.termijn[0].start:
        yield "De datum ligt voor het begin van de inburgeringstermijn."
    if klaar is not None and datum > klaar:
        yield "De datum ligt na de afronding van de zelfredzaamheidsroute."
    if datum > day:
        yield "De datum ligt in de toekomst."


def _verwijtbaar(body: MapBody | PvtBody, persoon: Persoon, day: date) -> Iterator[str]:
    """RES-8 to RES-11, in the later reading (22 June 2026)."""
    if not persoon.termijn:
        if body.verwijtbaar:
            yield "Er is nog geen termijn: laat verwijtbaar weg."
        return
    einde = persoon.termijn[-1].einde
    exceeded, soon = day >= einde, day >= months_before(einde, SOON)
    if body.datum is not None and body.datum < einde:
        if body.verwijtbaar:
            yield "De datum ligt binnen de termijn: laat verwijtbaar weg."
    elif exceeded and body.verwijtbaar is None:
        yield "De termijn is voorbij: zeg of dat verwijtbaar is."
    elif body.verwijtbaar == "Ja" and not exceeded:
        yield "Verwijtbaar kan pas als de termijn voorbij is."
    elif body.verwijtbaar == "Nee" and not soon:
        yield "Niet verwijtbaar kan pas in de laatste twee maanden van de termijn."
