"""The pages that stand in the footer of every page: help, and how accessible Meedoen is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meedoen.accounts.gate import StaffRequest, actor_of, open_to_all, stand_on_day


@open_to_all
@require_safe
def help_page(request: StaffRequest) -> HttpResponse:
    """Whom to ask, the keys, and what to do when something goes wrong."""
    return _page(request, "accounts/hulp.html")


@open_to_all
@require_safe
def accessibility(request: StaffRequest) -> HttpResponse:
    """The place of the municipality's own statement, and what is known of the product."""
    return _page(request, "accounts/toegankelijkheid.html")


def _page(request: StaffRequest, template: str) -> HttpResponse:
    """Also for who is not logged in; whoever is, keeps menu and huisstijl."""
    if _logged_in(request):
        stand_on_day(request)
        actor = actor_of(request)
        if actor is not None:
            request.actor = actor
    return render(request, template)


def _logged_in(request: HttpRequest) -> bool:
    return bool(request.user.is_authenticated)
