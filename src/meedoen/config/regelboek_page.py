"""The rule book in Meedoen: of the stelsel and the choices of one's own municipality."""

import unicodedata
from functools import cache
from typing import Any

from django import forms
from django.http import Http404, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_safe

from meedoen.accounts.actor import Actor
from meedoen.accounts.fields import DayField
from meedoen.accounts.gate import StaffRequest, enter, open_to_all
from meedoen.config.regelboek import Chapter, Entry, chapters, rule_names, stelsels
from meedoen.config.regelboek_parts import parts
from meedoen.law.loader import law_for, load_law
from meedoen.law.presentation import first_up
from meedoen.rules.parameters import Law

PAGES = ("getallen", "feiten", "lezingen")
MOST = 50  # found rules on a page


class OpDagForm(forms.Form):
    """The day on which the numbers must hold."""

    use_required_attribute = False

    op = DayField(label=lazy("Welke getallen gelden op deze dag?"))


@open_to_all  # nothing of a dossier stands in it; a login it does ask for
@require_safe
def page(request: StaffRequest, deel: str = "") -> HttpResponseBase:
    """/regelboek/: all rules; a chapter; the numbers (on a day), the facts, the open readings."""
    actor = enter(request)
    if not isinstance(actor, Actor):
        return actor
    request.actor = actor
    laws, book = book_of(request.gemeente.stelsel, request.gemeente.code)
    chapter = next((each for each in book if each.name == deel), None)
    if chapter is None and deel not in ("", *PAGES):
        raise Http404
    context = parts(book, laws) | {"frame": "regelboek/in_meedoen.html", "plek": plek}
    context |= {"in_meedoen": True, "chapter": chapter, "status": 200}
    if not deel:
        context["gezocht"] = _search(book, request.GET.get("q", ""))
    if deel == "getallen":
        context |= _on_day(request)
    name = "hoofdstuk" if chapter is not None else deel or "index"
    return render(request, f"regelboek/{name}.html", context, status=context["status"])


def plek(page: str, anchor: str = "") -> str:
    """The address of a page of the book."""
    where = reverse("regelboek") if page == "index" else reverse("regelboek_deel", args=[page])
    return where + (f"#{anchor}" if anchor else "")


def rule_address(gemeente: Any, line: Any) -> str:
    """Where the book tells the rule that concludes a line of reasons; "" where none does."""
    name = _names(gemeente.stelsel, gemeente.code).get((line.text, line.basis), "")
    chapter, _, function = name.partition(".")
    return plek(chapter, function) if name else ""


@cache
def book_of(stelsel: str, gemeente: int) -> tuple[list[tuple[str, Law]], tuple[Chapter, ...]]:
    """The laws, that of the municipality first, and the chapters; made once per process.

    Without the worked cases: to compute them all takes too long for a page. `./meedoen regelboek`
    has them.
    """
    named = stelsels(stelsel)
    laws = [(named[0][1], law_for(stelsel, gemeente))]
    laws += [(title, load_law(name)) for name, title in named[1:]]
    return laws, chapters(laws)


@cache
def _names(stelsel: str, gemeente: int) -> dict[tuple[str, str], str]:
    """As `rule_names`, with the texts as a screen begins them."""
    names = rule_names(law_for(stelsel, gemeente))
    return {(first_up(text), basis): name for (text, basis), name in names.items()}


def _search(book: tuple[Chapter, ...], text: str) -> dict[str, Any] | None:
    """The rules that hold every word, in any case and without accents; None for no word."""
    words = _plain(text).split()
    if not words:
        return None
    found = [
        (chapter, entry)
        for chapter in book
        for entry in chapter.entries
        if all(word in _said(chapter, entry) for word in words)
    ]
    return {"tekst": text, "aantal": len(found), "regels": found[:MOST]}


def _said(chapter: Chapter, entry: Entry) -> str:
    return _plain(f"{entry.title} {chapter.title} {entry.summary} {' '.join(entry.articles)}")


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _on_day(request: StaffRequest) -> dict[str, Any]:
    """The form for a day, and the day itself where it is one."""
    asked = any(name.startswith("op_") for name in request.GET)
    form = OpDagForm(request.GET if asked else None)
    day = form.cleaned_data["op"] if form.is_valid() else None
    return {"form": form, "op_dag": day, "status": 400 if form.errors else 200}
