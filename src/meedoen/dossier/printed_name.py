"""A name in a letter: as in the BRP, with the person's own script beside it where we can print it.

A name is never refused and never a row of empty boxes: a script that our fonts do not have is left
out, and the official is told.
"""

from anyascii import anyascii

from meedoen.dossier.names import Naam
from meedoen.dossier.typesetting import unprintable


def in_letters(text: str) -> str:
    """A name that can be printed: as it is, else in Latin letters."""
    return anyascii(text).strip() or "?" if unprintable(text) else text


def greeting(naam: Naam) -> str:
    """How a letter addresses somebody: Selam Tesfay (ሰላም ተስፋይ)."""
    name, own = in_letters(naam.volledig), naam.eigen_schrift
    return f"{name} ({own})" if own and own != name and not unprintable(own) else name


def left_out(naam: Naam) -> str:
    """What of a name does not come in a letter, because no font of ours has its script; or ""."""
    return next(
        (each for each in (naam.eigen_schrift, naam.volledig) if each and unprintable(each)), ""
    )
