"""What DUO answers about duty, term, plan and fine, as what it makes true in a dossier.

A pure function of the answers and of what is known: whichever notice made us ask, and in whichever
order they came, the same answers lead to the same dossier. Days in the future are no facts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from meedoen.berichten.vertaling_besluiten import (
    exempt_no_more,
    ontheffingen,
    verlengingen,
    vrijstellingen,
)
from meedoen.berichten.vertaling_toets import examen, examennummer, toets
from meedoen.berichten.zaak import ONE_DAY, Zaak
from meedoen.dossier.actions.received import Uitspraak
from meedoen.ports.duo_answers import (
    BoeteAnswer,
    DoelgroepAnswer,
    PipAnswer,
    PlichtAnswer,
    TermijnAnswer,
)
from meedoen.ports.duo_words import RedenGeenPlicht
from meedoen.rules.choices import Termijn

ENDED = ("plicht_geeindigd_op", "plicht_voldaan", "niet_meer_plichtig")
# Facts of which the translation asks whether they are known, and how.
KNOWN = (
    *ENDED,
    "boete_bekend_op",
    "termijn_vastgesteld",
    "tijdelijk_vrijgesteld_van",
    "verlenging_gevraagd_op",
)


def uitspraken(zaak: Zaak) -> list[Uitspraak]:
    """Everything that the answers say, in an order in which it can be true."""
    told = [
        each
        for name, translate in TRANSLATE.items()
        if name in zaak.answers
        for each in translate(zaak)
    ]
    return [*told, *zaak.strange()]


def plicht(zaak: Zaak) -> Iterator[Uitspraak]:
    """The duty: since when, or why not any more (Wi 3, 4, 5, 6)."""
    answer: PlichtAnswer | None = zaak.answers["plicht"]
    if answer is None:
        return
    yield from _begin(answer, zaak.on)
    yield from exempt_no_more(answer, zaak)
    if answer.plichtig:
        if any(name in zaak.known for name in ENDED):
            yield Uitspraak("plicht_hervat", answer.gewijzigd_op or zaak.on)
    else:
        yield from _end(answer, zaak)


def _begin(answer: PlichtAnswer, on: date) -> Iterator[Uitspraak]:
    van, kennisgeving = answer.period.van, answer.kennisgeving_op
    since = {} if van is None or van > on else {"plicht_begon_op": van}
    if kennisgeving is not None and kennisgeving <= on:
        told = {"kennisgeving_op": kennisgeving, **since}
        yield Uitspraak("kennisgeving_ontvangen", kennisgeving, told)
    elif since:
        yield Uitspraak("plicht_beoordeeld", since["plicht_begon_op"], since)


def _end(answer: PlichtAnswer, zaak: Zaak) -> Iterator[Uitspraak]:
    """DUO counts the last day along; that day is the day on which the duty ended."""
    reden = zaak.word("Reden geen plicht", answer.reden_geen_plicht)
    tot = answer.period.tot
    day = None if tot is None or tot - ONE_DAY > zaak.on else tot - ONE_DAY
    since = day or answer.gewijzigd_op or zaak.on
    if reden is RedenGeenPlicht.TIJDELIJKE_VRIJSTELLING or reden is None:
        return
    if reden is RedenGeenPlicht.OVERLIJDEN:
        yield Uitspraak("overlijden_gemeld", since)
    if reden in {RedenGeenPlicht.VRIJSTELLING, RedenGeenPlicht.ONTHEFFING}:
        yield Uitspraak("vrijstelling_of_ontheffing_verleend", since, {"niet_meer_plichtig": True})
    if day is None:
        return
    if reden is RedenGeenPlicht.VOLDAAN:
        yield Uitspraak("voldaan", day, {"plicht_geeindigd_op": day})
    else:
        told = {"plicht_geeindigd_op": day, "plicht_voldaan": False}
        yield Uitspraak("plicht_geeindigd", day, told)


def doelgroep(zaak: Zaak) -> Iterator[Uitspraak]:
    """The group (Bi 1.1); DUO's decision, whatever the permit seems to say."""
    answer: DoelgroepAnswer | None = zaak.answers["doelgroep"]
    found = None if answer is None else zaak.word("Doelgroep", answer.doelgroep)
    if answer is not None and found is not None:
        yield Uitspraak("doelgroep_vastgesteld", answer.period.van or zaak.on, {"doelgroep": found})


def boetes(zaak: Zaak) -> Iterator[Uitspraak]:
    """The last fine of DUO: the one that the new term follows (Wi 24)."""
    answer: tuple[BoeteAnswer, ...] = zaak.answers["boete"] or ()
    last = max((each.besluit_op for each in answer), default=zaak.on)
    for each in sorted(answer, key=lambda boete: boete.bedrag_cents):
        if each.besluit_op == last and last <= zaak.on:
            told = {"boete_bekend_op": last, "niet_voldoen_verwijtbaar": True}
            yield Uitspraak("boete_duo_opgelegd", last, told, f"{last} {each.bedrag_cents}")


def termijn(zaak: Zaak) -> Iterator[Uitspraak]:
    """The term that runs now: DUO's dates stand (Wi 11, 12, 24). The ground is never kept."""
    answer: TermijnAnswer | None = zaak.answers["termijn"]
    if answer is None:
        if zaak.known.get("termijn_vastgesteld") is True:
            yield Uitspraak("termijn_vervallen", zaak.on)
        return
    if answer.period.tot is not None:
        told = {
            "soort_termijn": _soort_termijn(answer, zaak),
            "einde_huidige_termijn": answer.period.tot,
        }
        day = answer.gewijzigd_op or answer.period.van or zaak.on
        yield Uitspraak("termijn_vastgesteld", day, told)


def _soort_termijn(answer: TermijnAnswer, zaak: Zaak) -> Termijn:
    """DUO does not name it: new where a fine came before the last change, else by the ground."""
    fined = _last_fine(zaak)
    changed = answer.gewijzigd_op
    if fined is not None and (changed is None or changed >= fined):
        return Termijn.NIEUWE
    return Termijn.VERLENGDE if answer.grondcode else Termijn.EERSTE


def _last_fine(zaak: Zaak) -> date | None:
    known = zaak.known.get("boete_bekend_op")
    days = [boete.besluit_op for boete in zaak.answers.get("boete") or ()]
    return max([*days, *([known] if isinstance(known, date) else [])], default=None)


def pip(zaak: Zaak) -> Iterator[Uitspraak]:
    """The plan that DUO knows; of another municipality: somebody came from there with a plan."""
    answer: PipAnswer | None = zaak.answers["pip"]
    if answer is None or answer.dagtekening > zaak.on:
        return
    told: dict[str, object] = {"dagtekening_vorig_pip": answer.dagtekening}
    if answer.gemeente != zaak.gemeente:
        told["pip_bij_verhuizing"] = True
    yield Uitspraak("plan_bekend_bij_duo", answer.dagtekening, told)


TRANSLATE: Mapping[str, Callable[[Zaak], Iterator[Uitspraak]]] = {
    "plicht": plicht,
    "doelgroep": doelgroep,
    "vrijstelling": vrijstellingen,
    "ontheffing": ontheffingen,
    "examennummer": examennummer,
    "toets": toets,
    "pip": pip,
    "boete": boetes,
    "verlenging": verlengingen,
    "termijn": termijn,
    "examen": examen,
}
