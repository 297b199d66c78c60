"""What every page shows around its content: who works, for whom, on which day, and where to go."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from meedoen.accounts.forms import demo_banner
from meedoen.accounts.roles import Recht


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context of layout.html; no query of its own. `actor` is None before the gate."""
    actor = getattr(request, "actor", None)
    demo_today = getattr(request, "demo_today", None)
    sees_cases = actor is not None and actor.may(Recht.DOSSIERS_ZIEN)
    return {
        "actor": actor,
        "gemeente": getattr(request, "gemeente", None),
        "today": getattr(request, "today", None),
        "demo_today": demo_today,
        "demodag": demo_banner(demo_today) if demo_today else None,
        "navigatie": _navigation(request) if actor is not None else [],
        "zoek_url": reverse("dossier:zoek") if sees_cases else "",
    }


def _navigation(request: Any) -> list[tuple[str, str, bool]]:
    """Label, address and whether it is here, for what this role can reach."""
    places = []
    if request.actor.may(Recht.DOSSIERS_ZIEN):
        places += [(_("Werklijst"), reverse("werkplek:werklijst"))]
        places += [(_("Dossiers"), reverse("dossier:lijst"))]
    if request.actor.may(Recht.DOSSIER_OPENEN):
        places += [(_("Nieuw dossier"), reverse("dossier:nieuw"))]
        places += [(_("Bericht van DUO"), reverse("dossier:bericht"))]
    if request.actor.may(Recht.VERNIETIGING_GOEDKEUREN) or request.actor.may(
        Recht.VERNIETIGING_VOORSTELLEN
    ):
        places += [(_("Vernietigingen"), reverse("dossier:vernietigingen"))]
    return [(label, url, request.path == url) for label, url in places]
