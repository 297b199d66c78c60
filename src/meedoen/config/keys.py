"""The keys of the screens, in one list: the explanation shows it and huis.js obeys what it shows.

A single character works outside boxes only, and can be switched off (WCAG 2.1.4).
"""

from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _


class Press(NamedTuple):
    """One key, and the word in huis.js for what it does; without a word the browser does it."""

    key: str
    does: str = ""


class Keys(NamedTuple):
    """Keys that belong together, and what they are for."""

    presses: tuple[Press, ...]
    text: Any


GO = Press("g", "ga")
KEYS = (
    Keys((Press("/", "zoek"),), _("zoek een persoon")),
    Keys((Press("j", "volgende"), Press("k", "vorige")), _("volgende en vorige rij van een lijst")),
    Keys((Press("Enter"),), _("open de rij")),
    Keys(
        (Press("[", "tabblad-terug"), Press("]", "tabblad-verder")),
        _("vorig en volgend tabblad"),
    ),
    Keys((Press("Escape", "sluit"),), _("sluit wat openstaat")),
    Keys((Press("?", "uitleg"),), _("deze uitleg")),
)
