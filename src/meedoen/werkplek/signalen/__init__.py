"""Every signal of the rules, chapter by chapter; a new signal is a new row in its chapter."""

from meedoen.werkplek.signaal import Regelsignaal, Signaal
from meedoen.werkplek.signalen import intake, plan

SIGNALEN: tuple[Regelsignaal, ...] = (*intake.SIGNALEN, *plan.SIGNALEN)
# Also what no rule tells: promises, appointments, letters.
ALLE_SIGNALEN: tuple[Signaal, ...] = SIGNALEN
