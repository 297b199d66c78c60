"""The pages that stand in the footer of every page: help, and how accessible Meedoen is."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meedoen.accounts.gate import StaffRequest, open_to_all, recognise


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
    recognise(request)
    return render(request, template)
