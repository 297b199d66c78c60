"""The words of the chapters opvang and brede_intake."""

from __future__ import annotations

from meedoen.rules.choices import Choice


class Plaatsingsgrond(Choice):
    """Why the COA may look for a municipality outside the region.

    Work and the fourth ground of the COA are one word on purpose: that one alone would tell of
    health, and the outcome is the same.
    """

    FAMILIE = "partner of familie in de eerste graad"
    STUDIE = "studie"
    WERK_OF_ANDERE_GROND = "werk, of de andere grond van het COA"
    GEEN = "geen van deze gronden"


class IntakeVoorHuisvesting(Choice):
    """Readings of Wi 1: what a college may do before an asylum permit holder is housed."""

    VRIJWILLIG = "vrijwillig: alleen een uitnodiging"
    OPROEP = "oproepen mag vanaf de koppeling"


class VolgendeStap(Choice):
    """What the college does next to get the brede intake done (Wi 14, 22)."""

    UITNODIGEN = "alleen uitnodigen: nog niet gehuisvest"
    OPROEPEN = "oproepen"
    TERMIJN_LOOPT = "wachten: de termijn van de oproep loopt nog"
    AFNEMEN = "de brede intake afnemen"
    OPNIEUW_OPROEPEN = "opnieuw oproepen: deze oproep telt niet mee"
    WAARSCHUWEN_EN_TWEEDE_OPROEP = "waarschuwen en voor de tweede keer oproepen"
    BOETE_EN_TWEEDE_OPROEP = "boete, waarschuwen en voor de tweede keer oproepen"
    BOETE_EN_DERDE_OPROEP = "boete en voor de derde keer oproepen"
    DERDE_OPROEP = "voor de derde keer oproepen, zonder boete"
    BOETE_EN_VOLTOOIEN = "boete en de brede intake voltooien in afwezigheid"
    VOLTOOIEN = "de brede intake voltooien in afwezigheid, zonder boete"
    KLAAR = "geen: de brede intake is voltooid"
