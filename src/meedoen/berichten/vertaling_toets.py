"""What DUO answers about the leerbaarheidstoets and the exam, as what it makes true."""

from __future__ import annotations

from collections.abc import Iterator

from meedoen.berichten.zaak import Zaak
from meedoen.dossier.actions.received import Uitspraak
from meedoen.ports.duo_answers import ExamenAnswer, ToetsAnswer
from meedoen.ports.duo_words import Examenonderdeel, Examenuitslag, RedenGeenUitslag
from meedoen.rules.choices_leerroute import BehaaldNiveau

TAAL = {
    Examenonderdeel.LEZEN: "lezen_behaald",
    Examenonderdeel.LUISTEREN: "luisteren_behaald",
    Examenonderdeel.SCHRIJVEN: "schrijven_behaald",
    Examenonderdeel.SPREKEN: "spreken_behaald",
}


def examennummer(zaak: Zaak) -> Iterator[Uitspraak]:
    """The number under which somebody does the test: noted once."""
    number: str | None = zaak.answers["examennummer"]
    if number:
        told = {"examennummer": number}
        yield Uitspraak("aangemeld_voor_toets", zaak.on, told, kenmerk=number)


def toets(zaak: Zaak) -> Iterator[Uitspraak]:
    """The last result. DUO tells when it was registered, never the day of the test."""
    answer: tuple[ToetsAnswer, ...] = zaak.answers["toets"] or ()
    for each in answer:
        zaak.word("Uitslag van de toets", each.uitslag)
    if answer:
        last = max(answer, key=lambda each: (each.geregistreerd_op, each.score_honderdsten))
        told = {
            "behaalde_score": last.score_honderdsten,
            "benodigde_score": last.grens_honderdsten,
        }
        yield Uitspraak("toetsuitslag_ontvangen", last.geregistreerd_op, told)


def examen(zaak: Zaak) -> Iterator[Uitspraak]:
    """Every attempt once, and the best result per part so far (Bi 3.3, 3.4)."""
    answer: tuple[ExamenAnswer, ...] = zaak.answers["examen"] or ()
    done = sorted(
        (each for each in answer if each.examen_op <= zaak.on),
        key=lambda each: (each.examen_op, each.onderdeel.raw, each.uitslag.raw),
    )
    for each in done:
        text = _in_words(each, zaak)
        kenmerk = f"{each.examen_op} {text}"
        yield Uitspraak("examenuitslag_ontvangen", each.examen_op, {"uitslag": text}, kenmerk)
    best = _best(done)
    if best:
        yield Uitspraak("examen_behaald", done[-1].examen_op, best)


def _in_words(each: ExamenAnswer, zaak: Zaak) -> str:
    """One attempt as the diary keeps it: part, level and result, in Dutch whoever reads it."""
    onderdeel = zaak.word("Onderdeel van het examen", each.onderdeel)
    uitslag = zaak.word("Uitslag van het examen", each.uitslag)
    niveau = zaak.word("Niveau van het examen", each.niveau)
    reden = zaak.word("Reden geen uitslag", each.reden_geen_uitslag)
    parts = [
        onderdeel.value if onderdeel else each.onderdeel.raw,
        str(niveau.value) if niveau else "",
        uitslag.value if uitslag else each.uitslag.raw,
        # why somebody could not help it may tell of health: only what can be held against one
        reden.value if reden is RedenGeenUitslag.VERWIJTBAAR else "",
    ]
    return ", ".join(part for part in parts if part)


def _best(done: list[ExamenAnswer]) -> dict[str, object]:
    found: dict[str, object] = {}
    for onderdeel, name in TAAL.items():
        taken = [each for each in done if each.onderdeel.choice is onderdeel]
        judged = [level for level in map(_level, taken) if level is not None]
        if judged:
            found[name] = max(judged, key=lambda level: level.code)
    if found:
        met = [level for level in found.values() if level is not BehaaldNiveau.NIET]
        found["taalexamens_behaald"] = len(met)
    knm = [each.uitslag.choice for each in done if each.onderdeel.choice is Examenonderdeel.KNM]
    if Examenuitslag.GESLAAGD in knm or Examenuitslag.GEZAKT in knm:
        found["knm_behaald"] = Examenuitslag.GESLAAGD in knm
    return found


def _level(each: ExamenAnswer) -> BehaaldNiveau | None:
    """What somebody reached; None: nothing that can be known."""
    if each.uitslag.choice is Examenuitslag.GEZAKT:
        return BehaaldNiveau.NIET
    niveau = each.niveau.choice if each.niveau is not None else None
    if each.uitslag.choice is not Examenuitslag.GESLAAGD or niveau is None:
        return None
    return next((level for level in BehaaldNiveau if level.value == niveau.value), None)
