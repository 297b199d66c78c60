"""Every signal of the rules, chapter by chapter; a new signal is a new row in its chapter."""

from meedoen.werkplek.signaal import Regelsignaal
from meedoen.werkplek.signalen import duo, einde, geld, handhaving, intake, opvang, plan, voortgang

SIGNALEN: tuple[Regelsignaal, ...] = (
    *opvang.SIGNALEN,
    *intake.SIGNALEN,
    *plan.SIGNALEN,
    *voortgang.SIGNALEN,
    *handhaving.SIGNALEN,
    *geld.SIGNALEN,
    *einde.SIGNALEN,
    *duo.SIGNALEN,
)
