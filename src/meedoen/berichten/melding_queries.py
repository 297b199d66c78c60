"""What DUO was told of one dossier, or still must be, and how each message went."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from meedoen.accounts.huisstijl import in_own_words
from meedoen.berichten.melding_hand_actions import AGAIN, LET_GO, RETYPE
from meedoen.berichten.melding_inhoud import fields, opened
from meedoen.berichten.melding_plan import plan_of
from meedoen.berichten.melding_step_actions import WITHDRAWAL
from meedoen.berichten.melding_tables import Melding, Meldingstap
from meedoen.dossier.models import Dossier
from meedoen.law.duo_meldingen import duo_meldingen
from meedoen.law.presentation import first_up
from meedoen.ports.duo_telling import PipMelding
from meedoen.rules.facts import Facts

MOST = 50
MISSING = "ontbreekt"


@dataclass(frozen=True)
class Regel:
    """One message as the screens show it."""

    melding: Melding

    @property
    def label(self) -> str:
        """What it says, in Dutch words."""
        return duo_meldingen().label(self.melding.soort)

    @property
    def missing(self) -> list[tuple[str, str]]:
        """Of what waits: each fact that is missing, and who can tell it."""
        if self.melding.waarom != MISSING:
            return []
        named = [Facts.named(name) for name in self.melding.redenen]
        return [(first_up(f.meaning), in_own_words(f.source.value)) for f in named if f is not None]

    @property
    def redenen(self) -> list[str]:
        """Why it was refused, in DUO's words or those of its conditions."""
        return [] if self.melding.waarom == MISSING else list(self.melding.redenen)

    @cached_property
    def pip(self) -> PipMelding | None:
        """What was sent, or will be; None of a withdrawal and where the leerroute is unknown."""
        if self.melding.soort == WITHDRAWAL:
            return None
        sent = opened(self.melding)
        return plan_of(self.melding) if sent is None else sent.pip

    def fields(self) -> Iterator[tuple[str, str, str]]:
        """Name, label and words of each field, in DUO's order."""
        if self.pip is not None:
            yield from fields(self.pip)

    @property
    def may(self) -> set[str]:
        """What an official can do with it now."""
        can = {"opnieuw": AGAIN, "vervallen": LET_GO, "portal": RETYPE}
        return {name for name, stands in can.items() if self.melding.stand in stands}


def meldingen_of(dossier: Dossier) -> list[Regel]:
    """The messages of a dossier, the newest first."""
    rows = Melding.objects.filter(dossier=dossier).select_related("gebeurtenis")
    return [Regel(row) for row in rows.order_by("-pk")[:MOST]]


def melding_of(dossier: Dossier, pk: int) -> Regel | None:
    """One message of a dossier."""
    rows = Melding.objects.filter(dossier=dossier, pk=pk)
    row = rows.select_related("gebeurtenis", "gemeld").first()
    return None if row is None else Regel(row)


def steps_of(regel: Regel) -> list[Meldingstap]:
    """How it went, the newest first."""
    rows = Meldingstap.objects.filter(melding=regel.melding).select_related("medewerker")
    return list(rows.order_by("-pk")[:MOST])
