"""What apps above add to the work list.

An app with work of its own has a module `werk` with `BRONNEN`, a tuple of Bron (bron.py). Found as
Django finds its own modules, because `werkplek` imports nothing that stands above it.
"""

from importlib import import_module

from django.apps import apps
from django.utils.module_loading import module_has_submodule

from meedoen.werkplek.bron import Bron


def sources_above() -> tuple[Bron, ...]:
    """The sources of every app that has some, in the order of the house."""
    return tuple(
        bron
        for app in apps.get_app_configs()
        if module_has_submodule(app.module, "werk")
        for bron in import_module(f"{app.name}.werk").BRONNEN
    )
