"""The questions of the talk beside a language of the newcomer: on the screen and on paper.

What is kept stays Dutch. Nothing of a person stands on the sheet.
"""

from datetime import datetime
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import get_language

from meedoen.dossier.models import Dossier
from meedoen.dossier.typesetting import typeset
from meedoen.law.brief_file import HOME
from meedoen.law.plan_vertaling import DUTCH
from meedoen.law.vertaling import language_among, language_name
from meedoen.law.vraag import JANEE, Kader, Onderdeel, Vraag
from meedoen.law.vraag_vertaling import Vraagtaal, question_languages

SOURCE = HOME / "vragen_blad.typ"


def language_beside(asked: str) -> Vraagtaal | None:
    """The language of this code, if there is one."""
    return question_languages().get(asked)


def language_choices() -> list[tuple[str, str]]:
    """Every language: its code, and how readers of the screen call it."""
    into = (get_language() or DUTCH).partition("-")[0]
    return [(code, language_name(code, into)) for code in sorted(question_languages())]


def own_language(dossier: Dossier) -> str:
    """The code of the first language that this person speaks; "" where there is none of them."""
    persoon = dossier.persoon
    found = language_among([persoon.tolk_taal, *persoon.talen]) if persoon else None
    return found if found is not None and found in question_languages() else ""


def sheet(kader: Kader, taal: Vraagtaal, *, afzender: str, at: datetime) -> bytes:
    """All questions on paper, Dutch beside the language; of a municipality's own the Dutch only."""
    day = localdate(at)
    content: dict[str, Any] = {
        "taal": taal.code,
        "rtl": taal.rtl,
        "titel_ander": taal.vast["titel"],
        "ongelezen_ander": "" if taal.nagelezen else taal.vast["ongelezen"],
        "afzender": afzender,
        "versie": kader.versie,
        "jaar": day.year,
        "maand": day.month,
        "dag": day.day,
        "delen": [_section(each, taal) for each in kader.onderdelen],
    }
    return typeset(SOURCE, content, at=at)


def _section(onderdeel: Onderdeel, taal: Vraagtaal) -> dict[str, Any]:
    return {
        "kop": onderdeel.label,
        "kop_ander": taal.onderdeel[onderdeel.naam],
        "vragen": [_question(each, taal) for each in onderdeel.vragen],
    }


def _question(vraag: Vraag, taal: Vraagtaal) -> dict[str, Any]:
    chosen = ("ja", "nee") if vraag.soort == JANEE else tuple(o.label for o in vraag.opties)
    return {
        "nl": vraag.label,
        "eigen": vraag.eigen,
        "ander": taal.vast["onvertaald"] if vraag.eigen else taal.vraag[vraag.naam],
        "antwoorden": list(chosen),
        "antwoorden_ander": list(taal.antwoorden(vraag)),
    }
