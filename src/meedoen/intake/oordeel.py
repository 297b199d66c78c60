"""What came of a summons, and the facts that follow from telling it (Wi 14:1, 22:1)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as lazy

from meedoen.intake.ladder import Stand, term_over

COUNT, EXCUSE = "oproepen_met_goede_reden", "goede_reden"


class Uitkomst(models.TextChoices):
    """What came of a summons. Of a good reason only that it was one is kept, never which."""

    MEEGEWERKT = "meegewerkt", lazy("Kwam, en werkte genoeg mee")
    ONVOLDOENDE = "onvoldoende", lazy("Kwam, maar werkte niet genoeg mee, zonder goede reden")
    KON_NIET = "kon_niet", lazy("Kwam, maar kon niet meewerken, met een goede reden")
    GOEDE_REDEN = "goede_reden", lazy("Kwam niet, met een goede reden")
    NIET = "niet", lazy("Kwam niet, zonder goede reden")
    NIET_BEKEND = "niet_bekend", lazy("Kwam niet. De reden weten wij nog niet")


CAME = {Uitkomst.MEEGEWERKT, Uitkomst.ONVOLDOENDE, Uitkomst.KON_NIET}
EXCUSED = {Uitkomst.GOEDE_REDEN, Uitkomst.KON_NIET}


@dataclass(frozen=True)
class Oordeel:
    """What an official tells of the last summons; `reden` goes with not cooperating enough."""

    uitkomst: Uitkomst
    reden: str = ""


def told_by(oordeel: Oordeel, stand: Stand) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every soort of the diary with what it tells.

    While the term runs, who did not come can still come: nothing is told of that yet.
    """
    uitkomst, over = oordeel.uitkomst, term_over(stand)
    came, excused = uitkomst in CAME, uitkomst in EXCUSED
    if came or over:
        yield "oproep_afgelopen", {"kwam_op_oproep": came}
    if uitkomst is Uitkomst.NIET_BEKEND or not (came or over or excused):
        return
    known = stand.fact(EXCUSE)
    judged: dict[str, Any] = {COUNT: (stand.fact(COUNT) or 0) - bool(known) + excused}
    if known is not None or uitkomst is not Uitkomst.MEEGEWERKT:
        judged[EXCUSE] = excused
    if came:
        judged["werkte_voldoende_mee"] = uitkomst is Uitkomst.MEEGEWERKT
    if oordeel.reden:
        judged["reden"] = oordeel.reden
    yield "medewerking_beoordeeld", judged
