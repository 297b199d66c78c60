"""What the tests of letters need: every kind filled in, people in many scripts, one moment."""

from datetime import UTC, date, datetime
from typing import Any

from meedoen.dossier.letters import Geadresseerde, Signature, render
from meedoen.law.afzender import sender
from meedoen.law.brief_file import brief_kinds
from meedoen.rules.choices import Leerroute, Niveau

AT = datetime(2026, 9, 14, 9, 30, tzinfo=UTC)
SIGNED = Signature(sender(9999, date(2026, 9, 14)), "A. de Vries", "D-2026-0012-3")
TO = Geadresseerde(("Selam Tesfay",), ("Dorpsstraat 1", "9999 XX Voorbeeldstad"))
MEETING = {
    "dag": date(2026, 9, 21),
    "tijd": "10.00 uur",
    "plaats": "Raadhuisplein 1, kamer 4",
    "tolk": "een tolk Tigrinya",
}
VALUES: dict[str, dict[str, Any]] = {
    "uitnodiging_brede_intake": MEETING,
    "oproep_brede_intake": MEETING | {"oproepen": 1, "laatste_dag": date(2026, 9, 28)},
    "vaststelling_pip": {
        "leerroute": Leerroute.B1_ROUTE,
        "niveau": Niveau.B1,
        "intensiteit": "12 uur les per week",
        "begeleiding": "Uw klantmanager belt u elke maand.\nEen vrijwilliger oefent met u.",
        "pvt": "Drie ochtenden in januari",
        "map": "64 uur, vanaf maart",
        "gesprekken": 4,
        "vve": "Uw dochter gaat naar de voorschool.",
        "bijlagen": "Besluit over uw bijstand van 1 september 2026",
        "motivering": "U was apotheker en spreekt Engels.\nU wilt snel werken.",
    },
}


def letter(
    kind: str = "vaststelling_pip",
    changes: dict[str, Any] | None = None,
    *,
    to: Geadresseerde = TO,
    signed: Signature = SIGNED,
    at: datetime = AT,
) -> bytes:
    """The PDF of a kind of letter, filled in, with changes."""
    values = VALUES[kind] | (changes or {})
    return render(brief_kinds()[kind], values, to, signed=signed, at=at)
