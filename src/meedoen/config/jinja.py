"""The templates: one environment for pages and forms, with our filters and Django's texts."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.contrib.messages import get_messages
from django.forms.renderers import TemplatesSetting
from django.templatetags.static import static
from django.utils.translation import get_language, get_language_bidi, gettext, ngettext
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined

from meedoen.accounts import huisstijl
from meedoen.config import controls, formats, glossary, keys, regelboek_page
from meedoen.config.addresses import url
from meedoen.config.regelboek_parts import FILTERS
from meedoen.config.tabs import dossier_tabs, letter_screen

# What a page without a request or without an actor does not have: the error pages, the login.
NOTHING: dict[str, Any] = {
    "request": None,
    "csrf_input": "",
    "actor": None,
    "gemeente": None,
    "vervangt": (),
    "today": None,
    "demo_today": None,
    "demodag": None,
    "demo_duo": "",
    "navigatie": (),
    "beveiliging_url": "",
    "sessie": None,
    "zoek_url": "",
}
OURS = {"django/forms/widgets/multiwidget.html": "components/boxes.html"}


class HuisRenderer(TemplatesSetting):
    """Renders every form with the macros of components/fields.html, its widgets with Django's."""

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"

    def get_template(self, template_name: str) -> Any:
        """Ours where we have one: boxes side by side get a label each."""
        return super().get_template(OURS.get(template_name, template_name))


def environment(**options: Any) -> Environment:
    """The environment of Jinja2 for pages; a name that a page does not have is an error."""
    widgets = FileSystemLoader(Path(django.__file__).parent / "forms" / "jinja2")
    options |= {
        "loader": ChoiceLoader([options["loader"], widgets]),
        "autoescape": True,
        "undefined": StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "extensions": ["jinja2.ext.i18n"],
    }

    env = Environment(**options)  # noqa: S701  # nosec B701
    env.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    env.filters |= formats.FILTERS | controls.FILTERS | FILTERS | {"nested": nested}
    env.globals |= NOTHING | {
        "url": url,
        "dossier_tabs": dossier_tabs,
        "letter_screen": letter_screen,
        "in_regelboek": regelboek_page.plek,
        "regel_in_regelboek": regelboek_page.rule_address,
        "static": static,
        "language": get_language,
        "huisstijl": huisstijl.worn,
        "rolnaam": huisstijl.rolnaam,
        "toetsen": keys.KEYS,
        "toets_ga": keys.GO,
        "begrip": glossary.begrip,
        "met_uitleg": glossary.met_uitleg,
        "words_in": glossary.words_in,
        "new_set": set,
        "wetregels": formats.wetregels,
        "own_name": lambda: dict(settings.LANGUAGES).get(get_language() or "", ""),
        "right_to_left": get_language_bidi,
        "messages_of": lambda request: get_messages(request) if request else (),
    }
    return env


def nested(lines: Iterable[Any]) -> list[tuple[Any, list[Any]]]:
    """Lines with a depth as a tree: pairs of a line and the pairs beneath it."""
    root: list[tuple[Any, list[Any]]] = []
    path = [(-1, root)]
    for line in lines:
        while path[-1][0] >= line.depth:
            path.pop()
        children: list[Any] = []
        path[-1][1].append((line, children))
        path.append((line.depth, children))
    return root
