"""The screen on which a municipality chooses how Meedoen looks and what it calls its roles."""

from pathlib import Path
from typing import Any

from django.contrib import messages
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from meedoen.accounts.actions import AccountError, choose_huisstijl
from meedoen.accounts.contrast import Faint, too_faint
from meedoen.accounts.gate import StaffRequest, office
from meedoen.accounts.huisstijl import versions, wear
from meedoen.accounts.huisstijl_form import HuisstijlForm, initial
from meedoen.accounts.models import Huisstijl
from meedoen.accounts.roles import Recht
from meedoen.accounts.themes import ThemeError, read_sheet

OURS = ("huis/nlds/tokens.css", "huis/thema.css")
SHOWN = 10  # versions


@office(Recht.HUISSTIJL_KIEZEN, doel="kiezen hoe Meedoen er voor de gemeente uitziet")
@require_http_methods(["GET", "POST"])
def huisstijl(request: StaffRequest) -> HttpResponse:
    """Show, try out on this very page, or add a version."""
    known = list(versions(request.gemeente).select_related("vastgelegd_door")[:SHOWN])
    newest = known[0] if known else Huisstijl()
    if request.method != "POST":
        form = HuisstijlForm(initial={"van": request.today, **initial(newest)})
        return _page(request, form, known, sheet=newest.stijlblad)
    form = HuisstijlForm(request.POST)
    if not form.is_valid():
        return _page(request, form, known, sheet=newest.stijlblad, status=400)
    values = form.values()
    if "voorbeeld" in request.POST:
        wear(values)
        return _page(request, form, known, sheet=values["stijlblad"], preview=True)
    try:
        choose_huisstijl(
            request.actor, values, van=form.cleaned_data["van"], on=request.today, at=request.now
        )
    except AccountError as error:
        form.add_error("van", str(error))
        return _page(request, form, known, sheet=newest.stijlblad, status=400)
    messages.success(request, _("De huisstijl is vastgelegd."))
    return redirect("accounts:huisstijl")


def _page(
    request: StaffRequest, form: HuisstijlForm, known: list[Huisstijl], *, sheet: str, **more: Any
) -> HttpResponse:
    status = more.pop("status", 200)
    context = {
        "form": form,
        "versies": known,
        "flauw": _faint(sheet),
        "blad": sheet,
        "preview": more.get("preview", False),
    }
    return render(request, "accounts/huisstijl.html", context, status=status)


def _faint(sheet: str) -> list[Faint]:
    """What cannot be read well in the theme of this sheet; a file that is gone tells nothing."""
    found = [finders.find(name) for name in OURS]
    texts = [Path(str(each)).read_text("utf-8") for each in found]
    try:
        return too_faint(*texts, *([read_sheet(sheet)] if sheet else []))
    except ThemeError:
        return []
