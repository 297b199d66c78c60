"""What there is to translate of one person: the answers of DUO, and what the dossier knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from meedoen.dossier.actions.received import Uitspraak
from meedoen.ports.duo_words import ChoiceT, Word
from meedoen.rules.column import Plain

ONE_DAY = timedelta(days=1)


@dataclass
class Zaak:
    """The answers by question; None: DUO has nothing of this kind. `known`: facts by name.

    `vreemd` gathers the words that we do not know, with where they stood: kept, never passed over.
    """

    gemeente: int
    on: date
    answers: Mapping[str, Any]
    known: Mapping[str, Plain]
    vreemd: list[tuple[str, str]] = field(default_factory=list)

    def word(self, where: str, word: Word[ChoiceT] | None) -> ChoiceT | None:
        """Our word for what DUO wrote; one that we do not know is kept."""
        if word is not None and word.choice is None:
            self.vreemd.append((where, word.raw))
        return None if word is None else word.choice

    def strange(self) -> Iterator[Uitspraak]:
        """The words that we did not know, for somebody to look at: each once."""
        for where, raw in dict.fromkeys(self.vreemd):
            text = f"{where}: {_plain(raw)}"
            yield Uitspraak("antwoord_niet_begrepen", self.on, {"woord": text}, kenmerk=text)


def _plain(raw: str) -> str:
    """What DUO wrote, short and without signs that do not show."""
    return "".join(sign for sign in raw if sign.isprintable())[:200] or "(leeg)"
