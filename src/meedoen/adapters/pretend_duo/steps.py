"""What each step of a life does to what DUO knows, and which events it gives.

A step is a function of a person and a Step; it returns the codes of the events, mostly one.
"""

from collections.abc import Callable
from datetime import timedelta

from meedoen.adapters.pretend_duo import steps_besluit as besluit
from meedoen.adapters.pretend_duo.persoon import (
    ASIEL,
    MIGRANT,
    Doelgroep,
    Persoon,
    Pip,
    Plicht,
    Step,
    Termijn,
    Verblijf,
)
from meedoen.adapters.pretend_duo.term import first_term

Effect = Callable[[Persoon, Step], list[str]]

DAY = timedelta(days=1)
# What a municipality tells may have changed the course of a story: then these do not happen.
NEEDS_DUTY = {"voldaan", "plicht_vervallen", "boete", "verlenging", "verlenging_gevraagd"}
NEEDS_TERM = {"boete", "verlenging", "verlenging_besloten"}
NIEUWE_PLICHT = {"gewoon": "SS101", "aow": "SS128", "tien_weken": "SS139"}


def perform(persoon: Persoon, step: Step) -> list[str]:
    """Let it happen; returns the codes of the events. Errors: KeyError for an unknown step."""
    effect = effects()[step.wat]
    if step.wat in NEEDS_DUTY and not persoon.is_plichtig:
        return []
    if step.wat in NEEDS_TERM and not persoon.termijn:
        return []
    return effect(persoon, step)


def effects() -> dict[str, Effect]:
    """All steps that a life can have, by the name that population.toml uses."""
    return {
        "koppeling": _koppeling,
        "vestiging": _vestiging,
        "bsn": _bsn,
        "plicht": _plicht,
        "plicht_vervallen": _vervallen,
        "overlijden": _overlijden,
        "voldaan": _voldaan,
        "doelgroep": _doelgroep,
        "lbt_aanmelding": _lbt_aanmelding,
        "lbt_resultaat": _lbt_resultaat,
        "pip": _pip,
        "termijn": _termijn,
        "afronding_zroute": _afronding_zroute,
        "certificaat": _certificaat,
        "verlenging": besluit.verlenging,
        "verlenging_gevraagd": besluit.verlenging_gevraagd,
        "verlenging_besloten": besluit.verlenging_besloten,
        "vrijstelling": besluit.vrijstelling,
        "vrijstelling_ingetrokken": besluit.vrijstelling_ingetrokken,
        "ontheffing": besluit.ontheffing,
        "examen": besluit.examen,
        "boete": besluit.boete,
    }


def _koppeling(persoon: Persoon, step: Step) -> list[str]:
    """COA couples; DUO hears it from COA and tells nobody."""
    persoon.verblijf.append(Verblijf(_which(persoon, step), step.op, coa=True))
    return []


def _vestiging(persoon: Persoon, step: Step) -> list[str]:
    before = persoon.verblijf[-1] if persoon.verblijf else None
    home = Verblijf(_which(persoon, step), step.op)
    persoon.verblijf.append(home)
    if not persoon.is_plichtig:
        return []
    if before and before.coa and before.gemeente == home.gemeente:
        return ["SS139"]
    return ["SS121" if persoon.pips else "SS120"]


def _which(persoon: Persoon, step: Step) -> int:
    return persoon.gemeenten[step.velden.get("gemeente", 1) - 1]


def _bsn(persoon: Persoon, _step: Step) -> list[str]:
    persoon.bsn_bekend = True
    return []


def _plicht(persoon: Persoon, step: Step) -> list[str]:
    velden = step.velden
    gedetailleerd = velden.get("gedetailleerd", ASIEL)
    indeling = ASIEL if gedetailleerd == ASIEL else MIGRANT
    begin = velden.get("begin", step.op)
    persoon.plicht.append(Plicht(True, begin, step.op, kennisgeving=step.op))
    persoon.doelgroep.append(Doelgroep(indeling, gedetailleerd, begin))
    return [NIEUWE_PLICHT[velden.get("soort", "gewoon")]]


def end_duty(persoon: Persoon, step: Step, reden: str) -> None:
    """From now on there is no duty, for this reason; the last day of the old one is yesterday."""
    last = persoon.plicht[-1]
    last.einde = step.op - DAY
    persoon.plicht.append(
        Plicht(False, step.op, step.op, kennisgeving=last.kennisgeving, reden=reden)
    )


def _vervallen(persoon: Persoon, step: Step) -> list[str]:
    end_duty(persoon, step, step.velden.get("reden", "Overig"))
    return ["SS110"]


def _overlijden(persoon: Persoon, step: Step) -> list[str]:
    end_duty(persoon, step, "Overlijden")
    persoon.steps = []
    return ["SS111"]


def _voldaan(persoon: Persoon, step: Step) -> list[str]:
    end_duty(persoon, step, "Inburgeringsplicht voldaan")
    return ["SS106"]


def _doelgroep(persoon: Persoon, step: Step) -> list[str]:
    """Into or out of the group of asylum; out of it only because the person asked."""
    now = persoon.doelgroep[-1]
    now.einde = step.op - DAY
    naar_asiel = now.indeling != ASIEL
    rechten = (
        "Asielrechten toegekend"
        if naar_asiel
        else "Op verzoek rechten van gezins- en overige migrant toegekend"
    )
    indeling, nader = (ASIEL, ASIEL) if naar_asiel else (MIGRANT, "Overig")
    persoon.doelgroep.append(Doelgroep(indeling, nader, step.op, asielrechten=rechten))
    return ["SS125" if naar_asiel else "SS124"]


def _lbt_aanmelding(persoon: Persoon, _step: Step) -> list[str]:
    persoon.examennummer = f"{persoon.vnummer % 10**9:09d}"
    return ["SS137"]


def _lbt_resultaat(persoon: Persoon, step: Step) -> list[str]:
    """A registration that lapsed has no result."""
    if persoon.examennummer is None:
        return []
    persoon.besluiten.lbt_resultaten.append(
        {
            "resultaat": step.velden["resultaat"],
            "behaaldeScore": step.velden["behaald"],
            "benodigdeScore": step.velden["benodigd"],
            "datumAfname": step.op.isoformat(),
        }
    )
    return ["SS131"]


def _pip(persoon: Persoon, step: Step) -> list[str]:
    """The municipality of residence tells a PIP, unless it did so itself."""
    gemeente = persoon.gemeente or persoon.gemeenten[0]
    if not persoon.pips or persoon.pips[-1].gemeente != gemeente:
        record_pip(persoon, gemeente, step)
    return []


def record_pip(persoon: Persoon, gemeente: int, step: Step) -> None:
    """A PIP is told; the first one of all starts the term, on the day after."""
    velden = {name: value for name, value in step.velden.items() if name != "dagtekening"}
    pip = Pip(gemeente, step.velden.get("dagtekening", step.op), velden)
    if not persoon.pips:
        persoon.plan(Step(step.op + DAY, "termijn"))
    persoon.pips.append(pip)


def _termijn(persoon: Persoon, step: Step) -> list[str]:
    """Not when the PIP was withdrawn, or when the term runs already."""
    if not persoon.pips or persoon.termijn or not persoon.is_plichtig:
        return []
    start, einde = first_term(persoon.pips[0].dagtekening)
    persoon.termijn.append(Termijn(start, einde, step.op))
    return ["SS102"]


def _afronding_zroute(persoon: Persoon, step: Step) -> list[str]:
    """The municipality tells the end of the Z-route; the certificate follows."""
    if persoon.afronding_zroute is None:
        persoon.afronding_zroute = step.op
        persoon.plan(Step(step.op + DAY, "certificaat"))
    return []


def _certificaat(persoon: Persoon, step: Step) -> list[str]:
    if persoon.afronding_zroute is None or not persoon.is_plichtig:
        return []
    end_duty(persoon, step, "Inburgeringsplicht voldaan")
    return ["SS141"]
