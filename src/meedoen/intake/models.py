"""The tables of this app, gathered from the files that hold them."""

from meedoen.intake.gesprek_tables import (
    Aanwezig,
    Antwoord,
    BijzonderAntwoord,
    Spreidingsbeeld,
    Startpositie,
)

__all__ = ["Aanwezig", "Antwoord", "BijzonderAntwoord", "Spreidingsbeeld", "Startpositie"]
