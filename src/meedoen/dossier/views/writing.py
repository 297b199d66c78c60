"""What screens that write have in common: the answer to a form, and what was typed once more."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.actions.people import StaleError
from meedoen.dossier.models import Dossier
from meedoen.logboek.gate import CaseRequest

_OURS = ("csrfmiddlewaretoken",)


@dataclass(frozen=True)
class Screen:
    """A screen with one form about a dossier: its template, and the word when it is done.

    `more`: what else the template shows. `there`: whether what was typed stands there already.
    `after`: the address to go to when it is done; "" is the person.
    """

    template: str
    dossier: Dossier
    form: forms.Form
    done: Any = ""
    more: dict[str, Any] = field(default_factory=dict)
    there: Callable[[], bool] = lambda: False
    after: str = ""


def answer(request: CaseRequest, screen: Screen, write: Callable[[], object]) -> HttpResponse:
    """Show the form, or write and go to the person.

    Everything or nothing is written. When somebody else was first, the form comes back with what
    was typed, beside what is there now (409); a form that was sent twice writes once.
    """
    if request.method != "POST":
        return again(request, screen)
    if not screen.form.is_valid():
        return again(request, screen, status=400)
    try:
        with transaction.atomic():
            write()
    except StaleError:
        if not screen.there():
            return again(request, screen, status=409)
    except DiaryError as error:
        screen.form.add_error(None, str(error))
        return again(request, screen, status=400)
    messages.success(request, screen.done or _("Het is vastgelegd."))
    if screen.after:
        return redirect(screen.after)
    return redirect("dossier:persoon", pk=screen.dossier.pk)


def again(request: CaseRequest, screen: Screen, *, status: int = 200) -> HttpResponse:
    """The screen with what was typed. After a 409 it was made anew: sending again is a choice."""
    seen = gezien_of(request) if status == 400 else screen.dossier.laatste_nummer
    context = {
        "dossier": screen.dossier,
        "form": screen.form,
        "gezien": seen,
        "intussen": status == 409,
        **screen.more,
    }
    return render(request, screen.template, context, status=status)


def gezien_of(request: CaseRequest) -> int:
    """The last number of the diary when the form was made; 0, so too old, where it is not told."""
    typed = request.POST.get("gezien", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0


def typed_of(request: CaseRequest, *, without: Iterable[str] = ()) -> list[tuple[str, str]]:
    """What somebody typed, for hidden fields of a page that asks something first."""
    left_out = {*_OURS, *without}
    return [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in left_out and not name.startswith("keuze_")
    ]
