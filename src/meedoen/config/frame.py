"""What every page shows around its content: who works, for whom, on which day, and where to go."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from meedoen.accounts.forms import demo_banner
from meedoen.accounts.roles import Recht
from meedoen.config.addresses import url
from meedoen.config.navigation import menu
from meedoen.config.session import for_page


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context of layout.html; no query of its own. `actor` is None before the gate."""
    actor = getattr(request, "actor", None)
    demo_today = getattr(request, "demo_today", None)
    sees_cases = actor is not None and actor.may(Recht.DOSSIERS_ZIEN)
    return {
        "actor": actor,
        "gemeente": getattr(request, "gemeente", None),
        "vervangt": getattr(request, "replaces", ()) if actor is not None else (),
        "today": getattr(request, "today", None),
        "demo_today": demo_today,
        "demo_duo": settings.DEMO_DUO,
        "demodag": demo_banner(demo_today) if demo_today else None,
        "sessie": for_page(request),
        "beveiliging_url": url("mfa_index") if settings.LOCAL_LOGIN else "",
        "navigatie": menu(request) if actor is not None else [],
        "zoek_url": url("dossier:zoek") if sees_cases else "",
    }
