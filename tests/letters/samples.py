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
SUMMONS = MEETING | {"laatste_dag": date(2026, 9, 28)}
PLAN: dict[str, Any] = {
    "leerroute": Leerroute.B1_ROUTE,
    "niveau": Niveau.B1,
    "intensiteit": "12 uur les per week",
    "begeleiding": "Uw klantmanager belt u elke maand.\nEen vrijwilliger oefent met u.",
    "pvt": "Drie ochtenden in januari",
    "map": "64 uur, vanaf maart",
    "gesprekken": 4,
    "vve": "Uw dochter gaat naar de voorschool.",
    "bijlagen": "Besluit over uw bijstand van 1 september 2026",
    "feiten": "Begin van de inburgeringsplicht: 1 juli 2026. Dat hoorden wij van DUO.",
    "motivering": "U was apotheker en spreekt Engels.\nU wilt snel werken.",
    "alfabetisering": True,
    "ontzorgen": "Huur, stroom en zorgverzekering, tot 1 maart 2027",
}
VALUES: dict[str, dict[str, Any]] = {
    "uitnodiging_brede_intake": MEETING,
    "oproep_brede_intake": SUMMONS | {"oproepen": 1},
    "waarschuwing_tweede_oproep": SUMMONS
    | {
        "oproepen": 2,
        "gedraging": "U kwam niet naar het gesprek op 31 augustus 2026.",
        "feiten": "Kwam binnen de termijn van de laatste oproep: nee. Dat stelden wij vast.",
        "motivering": "U zei dat u de brief niet had gelezen.\nDat is geen goede reden.",
    },
    "derde_oproep": SUMMONS
    | {"oproepen": 3, "gedraging": "U kwam niet naar het gesprek op 7 september 2026."},
    "uitnodiging_gesprek": MEETING
    | {"onderwerp": "hoe het gaat met uw lessen", "meenemen": "uw rooster\nuw boek"},
    "ontvangst_bezwaar": {
        "ontvangen_op": date(2026, 9, 10),
        "besluit": "het besluit over uw plan van 24 augustus 2026, kenmerk 9999-00012-3",
        "beslissen_uiterlijk": date(2026, 11, 16),
        "ontbreekt": "uw handtekening\nwaarom u het niet eens bent met het besluit",
        "aanvullen_uiterlijk": date(2026, 9, 28),
    },
    "ontvangst_aanvraag": {
        "ontvangen_op": date(2026, 9, 10),
        "aanvraag": "een andere leerroute",
        "beslissen_uiterlijk": date(2026, 11, 5),
        "ontbreekt": None,
        "aanvullen_uiterlijk": None,
    },
    "ontvangst_stuk": {
        "ontvangen_op": date(2026, 9, 10),
        "stuk": "uw zienswijze",
        "omschrijving": "het gesprek van 7 september 2026",
        "vervolg": "Wij lezen uw zienswijze.\nDaarna beslissen wij. U krijgt dan een brief.",
    },
    "besluit_algemeen": {
        "onderwerp": "uw leerroute",
        "beslissing": "Wij wijzen uw aanvraag voor een andere leerroute af.",
        "gevolg": "U blijft in de B1-route. Uw lessen gaan gewoon door.",
        "doen": "Ga naar uw lessen.\nKom op 1 oktober 2026 naar het gesprek.",
        "feiten": "U haalde spreken op niveau A2. Dat hoorden wij van DUO op 1 september 2026.",
        "motivering": "U leert snel. Wij denken dat u B1 haalt.",
        "artikel": "Wi 17:2\nBi 5.4:1",
    },
    "beslissing_op_bezwaar": {
        "besluit_van": date(2026, 6, 1),
        "ontvangen_op": date(2026, 6, 29),
        "beslissing": "Wij geven u gelijk. Het besluit van 1 juni 2026 geldt niet meer.",
        "gevolg": "U krijgt een nieuw plan. Uw lessen gaan gewoon door.",
        "doen": "Kom op 1 oktober 2026 naar het gesprek over uw nieuwe plan.",
        "horen": "U vertelde op 3 augustus 2026 waarom u het niet eens bent.",
        "advies": "De commissie adviseert om u gelijk te geven.",
        "feiten": "U haalde spreken op niveau B1. Dat hoorden wij van DUO op 1 juli 2026.",
        "motivering": "U leert sneller dan wij dachten.",
    },
    "brief_algemeen": {
        "onderwerp": "uw nieuwe klantmanager",
        "tekst": "Uw klantmanager gaat weg.\nVanaf 1 oktober helpt M. Bakker u.",
        "doen": "Bel ons als u vragen hebt.",
    },
    "vaststelling_pip": PLAN,
    "vaststelling_pip_na_verhuizing": PLAN,
    "wijziging_pip": PLAN
    | {"wijziging": "Leerroute: dit was onderwijsroute, dit wordt B1-route", "spreken_a2": True},
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
