"""Words for the money of the Rijk that a municipality gets for inburgering."""

from __future__ import annotations

from meedoen.rules.choices import Choice


class Kostensoort(Choice):
    """What a municipality spent money on (Wi 40:1)."""

    VOORZIENING = "voorziening voor inburgering"
    UITVOERING = "uitvoering van de wet"
