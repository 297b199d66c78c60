"""The people of the demo's stories as the pretend DUO knows them.

Read from the same files, without a database: the pretend DUO runs in a process of its own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from meedoen.accounts.roles import Rol
from meedoen.adapters.pretend_duo.persoon import ASIEL, Persoon, Step
from meedoen.adapters.pretend_duo.world import Contactpersoon
from meedoen.config.voorbeeld.accounts import NOT_COUPLED, REACHABLE
from meedoen.config.voorbeeld.numbers import Numbers, work_telephone

STORIES = Path(__file__).with_name("stories")
HERE, THERE = 9999, 9998
ROUTES = {"B1-route": "B", "onderwijsroute": "O", "zelfredzaamheidsroute": "Z"}
LEVELS = {"A2", "B1"}  # DUO knows no other in a PIP
PARTS = {
    "lezen_behaald": "LE",
    "luisteren_behaald": "LU",
    "schrijven_behaald": "SC",
    "spreken_behaald": "SP",
}
SOON = timedelta(days=10)  # after the day of the demo: somebody takes an exam

Told = Mapping[str, Any]


def duo_people(day: date) -> list[Persoon]:
    """Who in the stories has a BSN and was told of the duty; with an exam to come for some."""
    numbers, people = Numbers(), []
    for path in sorted(STORIES.glob("*.toml")):
        for told in tomllib.loads(path.read_text("utf-8"))["persoon"]:
            bsn = numbers.bsn() if told.get("bsn", True) else ""
            vnummer = numbers.vnummer() if told.get("vnummer", True) else "0"
            steps = sorted(_steps(told["gebeurt"]), key=lambda step: step.op)
            if bsn and any(step.wat == "plicht" for step in steps):
                people.append(_persoon(told, (bsn, int(vnummer)), steps, day=day))
    return people


def duo_contacten() -> dict[int, Contactpersoon]:
    """The officials whom DUO was told of, by the number that it gave them."""
    return {
        nummer: Contactpersoon(
            each.gemeente,
            {"naam": each.naam, "email": each.email, "telefoonnummer": work_telephone(nummer)},
        )
        for nummer, each in REACHABLE.items()
        if each.rol is Rol.KLANTMANAGER
    }


def _persoon(told: Told, numbers: tuple[str, int], steps: list[Step], *, day: date) -> Persoon:
    names = (told.get("voornamen", ""), told.get("voorvoegsel", ""), told.get("achternaam", ""))
    if any(step.wat == "pip" and step.velden["leerroute"] == "B" for step in steps):
        steps.append(Step(day + SOON, "examen", {"onderdeel": "KNM", "resultaat": "Geslaagd"}))
    return Persoon(
        bsn=numbers[0],
        vnummer=numbers[1],
        naam=" ".join(filter(None, names)),
        geboren=date(int(told["geboren"][:4]), 1, 1),
        gemeenten=(HERE, THERE),
        verhaal=f"demo: {told['sleutel']}",
        contactpersoon=_contact_of(told),
        steps=steps,
    )


def _contact_of(told: Told) -> int | None:
    """The number of the klantmanager; not where DUO was told nothing, or did not take it."""
    kept = any(each["wat"] == "beperking" for each in told["gebeurt"])
    numbers = {each.key: nummer for nummer, each in REACHABLE.items()}
    return None if kept or told["sleutel"] == NOT_COUPLED else numbers.get(told["klantmanager"])


def _steps(happened: Iterable[Told]) -> Iterator[Step]:
    """What DUO heard of, or did itself; a result that was another's is left out."""
    every = list(happened)
    moved = any(told["wat"] == "verhuisd" for told in every)
    wrong = {told["van"] for told in every if told["wat"] == "intrekking_voorstel"}
    last = {told["wat"]: number for number, told in enumerate(every)}
    for number, told in enumerate(every):
        if told["wat"] in wrong and last[told["wat"]] == number:
            continue
        if told["wat"] == "ingeschreven":
            yield Step(told["dag"], "vestiging", {"gemeente": 2 if moved else 1})
        else:
            yield from _step(told)


def _step(told: Told) -> Iterator[Step]:
    day, what = told["dag"], told["wat"]
    if what == "gekoppeld":
        yield Step(day, "koppeling")
    elif what == "verhuisd":
        yield Step(day, "vestiging")
    elif what == "kennisgeving_ontvangen":
        asiel = told["doelgroep"] == "asielstatushouder"
        group = ASIEL if asiel else "Gezinshereniger"
        yield Step(day, "plicht", {"gedetailleerd": group, "begin": told["plicht_begon_op"]})
    elif what == "leerbaarheidstoets_afgenomen":
        yield from _toets(told)
    elif what == "eerste_pip_vastgesteld":
        yield _pip(day, told["leerroute"], told.get("niveau_in_pip", ""))
    elif what == "melden" and "fouttekst" not in told:
        day = told["dagtekening_te_melden_pip"]
        yield _pip(day, told["te_melden_leerroute"], told.get("te_melden_niveau", ""))
    elif what == "examen_behaald":
        yield from _examens(told)


def _toets(told: Told) -> Iterator[Step]:
    reached, needed = told["behaalde_score"], told["benodigde_score"]
    found = "B1-route haalbaar" if reached >= needed else "B1-route niet haalbaar"
    scores = {"behaald": _score(reached), "benodigd": _score(needed)}
    yield Step(told["dag"], "lbt_aanmelding")
    yield Step(told.get("genoteerd", told["dag"]), "lbt_resultaat", {"resultaat": found} | scores)


def _score(hundredths: int) -> str:
    """As DUO writes it: with a comma."""
    return f"{hundredths // 100},{hundredths % 100:02d}"


def _pip(day: date, leerroute: str, niveau: str) -> Step:
    velden = {"leerroute": ROUTES[leerroute]}
    return Step(day, "pip", velden | ({"niveau": niveau} if niveau in LEVELS else {}))


def _examens(told: Told) -> Iterator[Step]:
    known = told.get("genoteerd", told["dag"])
    found = [(part, told[name]) for name, part in PARTS.items() if name in told]
    if told.get("knm_behaald"):
        found.append(("KNM", ""))
    for part, niveau in found:
        velden = {"examendatum": told["dag"].isoformat(), "onderdeel": part}
        velden |= {"resultaat": "Geslaagd"} | ({"niveau": niveau} if niveau else {})
        yield Step(known, "examen", velden)
