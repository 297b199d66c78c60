"""How far a received notice is."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

VERWERKING = "berichten_duo"  # as verwerkingen.toml names it


class Stand(TextChoices):
    """How far a notice is. The first three are looked at again by the worker itself."""

    ONTVANGEN = "ontvangen", _("ontvangen")
    WACHT = "wacht", _("wacht")
    MISLUKT = "mislukt", _("nog niet gelukt")
    AAN_MENS = "aan_mens", _("vraagt een beslissing")
    VERWERKT = "verwerkt", _("verwerkt")
    AFGEHANDELD = "afgehandeld", _("door een medewerker afgehandeld")


OPEN = (Stand.ONTVANGEN, Stand.WACHT, Stand.MISLUKT)
