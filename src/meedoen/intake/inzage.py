"""What the talk adds to the copy of AVG 15: every answer, by what source and on which day."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import connection
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from meedoen.dossier.inzage import GROUND
from meedoen.dossier.inzage_apps import Part, Told
from meedoen.dossier.models import Dossier
from meedoen.intake.gesprek_tables import Antwoord, Bron, Stand
from meedoen.law.antwoord import spoken_answer
from meedoen.law.kader import kader_of
from meedoen.law.presentation import in_words
from meedoen.law.vraag import Vraag
from meedoen.rules.column import Kind

_SPECIAL = "SELECT nummer, vraag, stand, waarde, bron, op FROM intake_bijzonder_voor_inzage(%s)"
COLUMNS = ("nummer", "vraag", "stand", "waarde", "bron", "op")


def part(dossier: Dossier, at: datetime) -> Part:
    """Every answer that was written until this moment, the oldest first."""
    rows = Antwoord.objects.filter(dossier=dossier, gebeurtenis__vastgelegd_at__lte=at)
    told = list(rows.order_by("nummer", "pk").values_list(*COLUMNS))
    special = _special(dossier)
    questions = _questions(dossier, at)
    found = [(row, "") for row in told] + [(row, GROUND) for row in special]
    found.sort(key=lambda each: each[0][0])
    return {
        "naam": "intake",
        "kop": _("Het gesprek voor de brede intake"),
        "regels": [_line(row, questions, grond) for row, grond in found],
    }


def _questions(dossier: Dossier, at: datetime) -> dict[str, Vraag]:
    kader = kader_of(dossier.gemeente_id, localdate(at))
    return {vraag.naam: vraag for each in kader.onderdelen for vraag in each.alle}


def _special(dossier: Dossier) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(_SPECIAL, [dossier.pk])
        return list(cursor.fetchall())


def _line(row: tuple[Any, ...], questions: dict[str, Vraag], grond: str) -> list[Told]:
    return [{"wat": wat, "waarde": waarde, "grond": grond} for wat, waarde in _told(row, questions)]


def _told(row: tuple[Any, ...], questions: dict[str, Vraag]) -> Iterator[tuple[str, str]]:
    _nummer, naam, stand, waarde, bron, op = row
    vraag = questions.get(naam)
    said = spoken_answer(vraag, waarde) if vraag and waarde else waarde
    yield vraag.label if vraag else naam, said or str(Stand(stand).label)
    yield _("Van"), str(Bron(bron).label)
    yield _("Dag"), in_words(op, Kind.DAY)
