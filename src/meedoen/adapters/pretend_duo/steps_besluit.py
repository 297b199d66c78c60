"""Steps in which DUO decides or registers: extension, exemption, exams, fines."""

from datetime import timedelta

from meedoen.adapters.pretend_duo.persoon import Persoon, Plicht, Step, Termijn, Wire
from meedoen.adapters.pretend_duo.term import months_later

DAY = timedelta(days=1)
# granted, refused
VRIJSTELLING = {
    "Gehele": ("SS107", "SS114"),
    "Tijdelijke": ("SS109", "SS115"),
    "Gedeeltelijke": ("SS117", "SS116"),
}
ONTHEFFING = {"Gehele": ("SS108", "SS118"), "Gedeeltelijke": ("SS119", "SS118")}


def verlenging(persoon: Persoon, step: Step) -> list[str]:
    """DUO extends the term without being asked."""
    _longer(persoon, step)
    return ["SS103"]


def verlenging_gevraagd(persoon: Persoon, step: Step) -> list[str]:
    """Somebody asks for more time."""
    persoon.besluiten.verlengingen.append(
        {"ontvangstdatum": step.op.isoformat(), "beoordelingAanvraag": "InBehandeling"}
    )
    return ["SS112"]


def verlenging_besloten(persoon: Persoon, step: Step) -> list[str]:
    """The answer to the last request; with months it is a yes."""
    granted = "maanden" in step.velden
    persoon.besluiten.verlengingen[-1] |= {
        "beoordelingAanvraag": "Toegekend" if granted else "Afgewezen",
        "datumBeoordeling": step.op.isoformat(),
    }
    if granted:
        _longer(persoon, step)
    return ["SS104" if granted else "SS113"]


def _longer(persoon: Persoon, step: Step) -> None:
    last = persoon.termijn[-1]
    einde = months_later(last.einde, step.velden["maanden"])
    persoon.termijn.append(Termijn(last.start, einde, step.op, step.velden.get("grond", "A")))


def vrijstelling(persoon: Persoon, step: Step) -> list[str]:
    """Whole, for a time, or of a part: granted or refused."""
    soort, granted = step.velden["soort"], step.velden["oordeel"] == "Toekenning"
    wire = _oordeel(step, "reden")
    if soort == "Tijdelijke" and granted:
        until = step.op + timedelta(days=step.velden["dagen"])
        wire |= {"startdatum": step.op.isoformat(), "einddatum": until.isoformat()}
    persoon.besluiten.vrijstellingen.append({f"{soort}Vrijstelling": wire})
    if granted and soort != "Gedeeltelijke":
        _no_duty(persoon, step, "Volledige" if soort == "Gehele" else "Tijdelijke")
    return [VRIJSTELLING[soort][0 if granted else 1]]


def _no_duty(persoon: Persoon, step: Step, kind: str) -> None:
    last = persoon.plicht[-1]
    last.einde = step.op - DAY
    reden = f"{kind} vrijstelling"
    persoon.plicht.append(Plicht(False, step.op, step.op, None, last.kennisgeving, reden))


def vrijstelling_ingetrokken(persoon: Persoon, step: Step) -> list[str]:
    """The exemption for a time is withdrawn: the duty is there again."""
    last = persoon.plicht[-1]
    last.einde = step.op - DAY
    persoon.plicht.append(Plicht(True, step.op, step.op, kennisgeving=last.kennisgeving))
    for row in persoon.besluiten.vrijstellingen:
        if "TijdelijkeVrijstelling" in row and "einddatum" in row["TijdelijkeVrijstelling"]:
            row["TijdelijkeVrijstelling"]["einddatum"] = last.einde.isoformat()
    return ["SS130" if persoon.pips else "SS129"]


def ontheffing(persoon: Persoon, step: Step) -> list[str]:
    """Whole or of a part: granted or refused."""
    soort, granted = step.velden["soort"], step.velden["oordeel"] == "Toekenning"
    wire = _oordeel(step, "grond")
    persoon.besluiten.ontheffingen.append({f"{soort}Ontheffing": wire})
    if granted and soort == "Gehele":
        last = persoon.plicht[-1]
        last.einde = step.op - DAY
        reden = "Volledige ontheffing"
        persoon.plicht.append(Plicht(False, step.op, step.op, None, last.kennisgeving, reden))
    return [ONTHEFFING[soort][0 if granted else 1]]


def _oordeel(step: Step, why: str) -> Wire:
    parts = ("examenonderdeel", "examenniveau", "urenBelastbaarheidParticipatieactiviteit")
    wire = {"oordeel": step.velden["oordeel"], "datumOordeel": step.op.isoformat()}
    return (
        wire
        | {why: step.velden[why]}
        | {part: step.velden[part] for part in parts if part in step.velden}
    )


def examen(persoon: Persoon, step: Step) -> list[str]:
    """A result is known; the exam itself was two weeks ago."""
    taken = step.op - timedelta(days=14)
    persoon.besluiten.examens.append({"examendatum": taken.isoformat(), **step.velden})
    return ["SS199"]


def boete(persoon: Persoon, step: Step) -> list[str]:
    """The term was exceeded: a fine, and a new term."""
    velden = step.velden
    persoon.besluiten.boetes.append({"bedrag": velden["bedrag"], "datum": step.op.isoformat()})
    einde = months_later(step.op, velden["nieuwe_termijn"])
    persoon.termijn.append(Termijn(step.op, einde, step.op))
    return ["SS198"]
