"""The tabs of a dossier: every app with a page about one dossier has its row here.

They stand in `config` because a template links to its own app and lower ones only.
"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.config.addresses import url

DOSSIER = (
    ("nu", lazy("Nu"), "werkplek:dossier"),
    ("persoon", lazy("Persoon"), "dossier:persoon"),
    ("opvang", lazy("Opvang"), "opvang:dossier"),
    ("tijdlijn", lazy("Tijdlijn"), "dossier:tijdlijn"),
    ("plan", lazy("Plan"), "plan:leerroute"),
    ("vastleggen", lazy("Leg vast"), "dossier:vastleggen"),
    ("intake", lazy("Intake"), "intake:ladder"),
    ("brieven", lazy("Brieven"), "dossier:brieven"),
    ("afspraken", lazy("Afspraken"), "dossier:afspraken"),
    ("documenten", lazy("Documenten"), "dossier:documenten"),
)
# Where a letter is made that nobody fills by hand: by its `screen` (law/brief_file.py).
LETTER_SCREENS = {"plan": ("plan", "plan:besluit")}
# The pages that show another day too; the others show today, and say so. Nothing is written there.
TRAVELS = frozenset({"nu", "tijdlijn", "brieven"})
WRITES = frozenset({"vastleggen"})


def dossier_tabs(pk: int, current: str, query: str = "") -> list[tuple[str, str, bool]]:
    """Label, address and whether it is here, of every page about one dossier.

    `query`: the day that is looked at (`AsOf.query`), which goes along; "" for today.
    """
    return [
        (
            _label(name, label, query),
            url(page, pk=pk) + (query if name in TRAVELS else ""),
            name == current,
        )
        for name, label, page in DOSSIER
        if not (query and name in WRITES)
    ]


def letter_screen(pk: int, screen: str) -> tuple[str, str]:
    """The label of the tab on which such a letter is made, and the address of its screen."""
    tab, page = LETTER_SCREENS[screen]
    label = next(label for name, label, _page in DOSSIER if name == tab)
    return str(label), url(page, pk=pk)


def _label(name: str, label: object, query: str) -> str:
    if not query or name in TRAVELS:
        return str(label)
    return _("%(tabblad)s (vandaag)") % {"tabblad": label}
