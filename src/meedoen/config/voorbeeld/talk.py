"""The talk of the brede intake in a story: answers by question, and the start position."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from meedoen.dossier.models import Dossier
from meedoen.intake.actions.gesprek import Hoe, close_intake, save_section
from meedoen.intake.gesprek import compleet, delen, kader_for
from meedoen.intake.gesprek_tables import Bron, Stand
from meedoen.intake.said import Gezegd

UNSEEN = 1_000_000  # whoever tells a story has seen all of the diary
WHY = "De toets volgt nog. Met de les kan het nu al beginnen."


def talk(pk: int, told: Mapping[str, Any], *, on: date, at: datetime) -> None:
    """What somebody answered, by question; what he would not say; which sections are enough.

    Errors: KeyError for a question that is not there; those of the action.
    """
    dossier = Dossier.objects.get(pk=pk)
    kader = kader_for(dossier, on)
    left = {name: Gezegd.antwoord(text) for name, text in told["antwoorden"].items()}
    left |= {name: Gezegd(Stand.WIL_NIET) for name in told.get("wil_niet", ())}
    left |= {f"genoeg_{name}": Gezegd.antwoord("ja") for name in told.get("genoeg", ())}
    hoe = Hoe(kader, Bron(told.get("bron", Bron.INBURGERAAR)), UNSEEN)
    for section in kader.onderdelen:
        mine = {v.naam: left.pop(v.naam) for v in section.alle if v.naam in left}
        if mine:
            save_section(pk, section, mine, hoe=hoe, on=on, at=at)
    if left:
        raise KeyError(f"geen vragen: {', '.join(left)}")


def fix_start(pk: int, told: Mapping[str, Any], *, on: date, at: datetime) -> None:
    """The intake is done: the start position, with the reason where something is missing."""
    dossier = Dossier.objects.get(pk=pk)
    kader = kader_for(dossier, on)
    found = compleet(dossier, delen(dossier, kader, special=False), on=on)
    reden = "" if found.whole else told.get("reden", WHY)
    close_intake(pk, found.gaten, reden, kader=kader, on=on, at=at)
