"""The tabs of a dossier: every app with a page about one dossier has its row here.

They stand in `config` because a template links to its own app and lower ones only.
"""

from django.urls import reverse
from django.utils.translation import gettext_lazy as lazy

DOSSIER = (
    ("nu", lazy("Nu"), "werkplek:dossier"),
    ("persoon", lazy("Persoon"), "dossier:persoon"),
    ("tijdlijn", lazy("Tijdlijn"), "dossier:tijdlijn"),
    ("vastleggen", lazy("Leg vast"), "dossier:vastleggen"),
    ("brieven", lazy("Brieven"), "dossier:brieven"),
    ("afspraken", lazy("Afspraken"), "dossier:afspraken"),
    ("documenten", lazy("Documenten"), "dossier:documenten"),
)


def dossier_tabs(pk: int, current: str) -> list[tuple[str, str, bool]]:
    """Label, address and whether it is here, of every page about one dossier."""
    return [
        (str(label), reverse(page, kwargs={"pk": pk}), name == current)
        for name, label, page in DOSSIER
    ]
