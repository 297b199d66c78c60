"""Second reading of Wet, article 27 and Awb, articles 5:41 to 5:46."""

from datetime import date

from tests.rules.second_reading.boete_procedure import zware_procedure
from tests.rules.second_reading.calendar import length, months_later
from tests.rules.second_reading.person import Person


def bevoegdheid_vervalt_op(p: Person) -> date:
    """Awb, artikel 5:45, eerste en tweede lid: five years where 5:53 holds, else three."""
    return months_later(p.overtreding_op, 60 if zware_procedure(p) else 36)


def bevoegdheid_vervalt_na_bezwaar_op(p: Person) -> date:
    """Awb, artikel 5:45, derde lid: suspended until an irrevocable decision."""
    einde = bevoegdheid_vervalt_op(p)
    if not p.bezwaar_of_beroep or p.bezwaar_of_beroep_van >= einde:
        return einde
    return einde + length(p.bezwaar_of_beroep_van, p.bezwaar_of_beroep_tot)


def boete_kan_nog(p: Person) -> bool:
    """Awb, artikel 5:45."""
    return p.today < bevoegdheid_vervalt_na_bezwaar_op(p)


def boete_uitgesloten(p: Person) -> bool:
    """Wet, artikel 27; Awb, artikel 5:41, 5:42, eerste lid, 5:43 en 5:45."""
    return (
        p.bijstand_verlaagd_om_gedraging
        or not p.verwijtbaar
        or p.overleden
        or p.al_beboet
        or p.bericht_geen_boete
        or not boete_kan_nog(p)
    )


def boete_te_hoog(p: Person) -> bool:
    """Awb, artikel 5:46, derde lid; Besluit, artikel 7.1, zesde lid en 7.2, derde lid."""
    telt_vanzelf = p.overtreding.endswith(("(Wi 22)", "(Wi 24)"))
    return p.bijzondere_omstandigheden_aannemelijk or (
        telt_vanzelf and p.bijzondere_omstandigheden_bekend
    )
