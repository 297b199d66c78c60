"""/taal/: in which language somebody reads the screens; works without a login too."""

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.locale import LocaleMiddleware
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import activate, get_language
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from meedoen.accounts.gate import StaffRequest, open_to_all, recognise
from meedoen.config.languages import PSEUDO

HOME = "/"


class ReadingLanguage(LocaleMiddleware):
    """Middleware: the language that was chosen, else the browser's; one of tests only if chosen."""

    def process_request(self, request: HttpRequest) -> None:
        """Give the request its language."""
        super().process_request(request)
        found = get_language()
        tests = {each.code for each in PSEUDO}
        if found in tests and request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME) != found:
            activate(settings.LANGUAGE_CODE)  # to a browser in Arabic, ar-xb seems the nearest


class LanguageForm(forms.Form):
    """The language, and the page to go back to."""

    use_required_attribute = False  # our own words, not the browser's

    taal = forms.ChoiceField(
        label=lazy("In welke taal leest u de schermen?"),
        choices=settings.LANGUAGES,
        widget=forms.RadioSelect,
        error_messages={
            "required": lazy("Kies een taal."),
            "invalid_choice": lazy("Kies een taal."),
        },
    )
    terug = forms.CharField(required=False, widget=forms.HiddenInput)


@open_to_all
@never_cache
@require_http_methods(["GET", "POST"])
def choose(request: StaffRequest) -> HttpResponse:
    """Choose a language; the browser keeps it for a year, whoever logs in there."""
    recognise(request)
    form = LanguageForm(request.POST or None, initial=_initial(request))
    if request.method == "POST" and form.is_valid():
        response = redirect(_safe(request, form.cleaned_data["terug"]))
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            form.cleaned_data["taal"],
            max_age=settings.LANGUAGE_COOKIE_AGE,
            secure=settings.LANGUAGE_COOKIE_SECURE,
            httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
            samesite="Lax",
        )
        return response
    status = 400 if form.errors else 200
    return render(request, "config/taal.html", {"form": form}, status=status)


def _initial(request: HttpRequest) -> dict[str, str]:
    return {
        "taal": get_language() or settings.LANGUAGE_CODE,
        "terug": _safe(request, request.GET.get("terug", "")),
    }


def _safe(request: HttpRequest, path: str) -> str:
    """A page of this product, else the first one: nobody is sent elsewhere."""
    ours = path.startswith("/") and url_has_allowed_host_and_scheme(
        path, {request.get_host()}, require_https=request.is_secure()
    )
    return path if ours else HOME
