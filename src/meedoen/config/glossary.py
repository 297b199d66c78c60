"""The glossary on screen: the page with all terms, and words in a text that explain themselves."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from markupsafe import Markup, escape

from meedoen.accounts.gate import StaffRequest, open_to_all, recognise
from meedoen.config.languages import SOURCE
from meedoen.law.begrippen import Begrip, begrippen, explained, meaning_of


@open_to_all
@require_safe
def page(request: StaffRequest) -> HttpResponse:
    """/begrippen/: every term with its meaning; works without a login too."""
    recognise(request)
    return render(request, "config/begrippen.html", {"begrippen": begrippen()})


def begrip(word: str, term: str = "") -> Markup:
    """A word with its meaning, which opens by mouse, touch or keyboard, without a script.

    `term` is how the glossary calls it, where that is another word. Errors: KeyError.
    """
    return _with_meaning(word, meaning_of(term or word))


def met_uitleg(text: str, seen: set[str]) -> Markup:
    """A text of the law in which the first use of a difficult word on a page has its meaning.

    `seen` holds what the page explained already; it grows.
    """
    pieces = (
        escape(piece) if found is None else _with_meaning(piece, found)
        for piece, found in explained(text, seen)
    )
    whole = Markup("").join(pieces)
    if get_language() == SOURCE:
        return whole
    return Markup('<span lang="nl" dir="ltr">{}</span>').format(whole)


def words_in(*texts: str) -> list[Begrip]:
    """The difficult words of some texts, in the order of the alphabet."""
    seen: set[str] = set()
    found = [each for text in texts for _piece, each in explained(text, seen) if each is not None]
    return sorted(found, key=lambda each: each.term.casefold())


def _with_meaning(word: str, found: Begrip) -> Markup:
    """A button and what it opens; the id is the term's, so one of a term on a page."""
    language = Markup("") if get_language() == SOURCE else Markup(' lang="nl" dir="ltr"')
    return Markup(
        '<button class="begrip" type="button" popovertarget="begrip-{anchor}"><dfn{language}>{word}'
        '</dfn></button><span class="begrip-uitleg" id="begrip-{anchor}" popover{language}>'
        "{meaning}</span>"
    ).format(anchor=found.anchor, word=word, meaning=found.meaning, language=language)
