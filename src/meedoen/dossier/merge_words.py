"""What is said of a dossier that was merged into another."""

from django.utils.translation import gettext as _

from meedoen.dossier.models import Dossier


def goes_on_in(remaining: Dossier) -> str:
    """Why nothing can be written here, and where it can."""
    text = _("Dit dossier is samengevoegd met dossier %(nummer)s. Werk daar verder.")
    return text % {"nummer": remaining.nummer}


def came_from(merged: Dossier) -> str:
    """Why somebody who asked for one dossier sees another."""
    return _("Dossier %(nummer)s is samengevoegd met dit dossier.") % {"nummer": merged.nummer}
