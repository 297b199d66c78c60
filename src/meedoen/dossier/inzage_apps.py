"""What apps above add to the copy of AVG 15.

An app with data about a person has a module `inzage` with `part(dossier, at)`, which gives a Part.
Found like Django finds its own modules, because `dossier` imports nothing that stands above it.
"""

from datetime import datetime
from importlib import import_module
from typing import TypedDict

from django.apps import apps
from django.utils.module_loading import module_has_submodule

from meedoen.dossier.models import Dossier

OWN = "dossier"


class Told(TypedDict):
    """One thing as the copy tells it; `grond` is the article where it is about health or belief."""

    wat: str
    waarde: str
    grond: str


class Part(TypedDict):
    """What one app knows of a person: a heading, and rows of things told."""

    naam: str
    kop: str
    regels: list[list[Told]]


def parts_of(dossier: Dossier, at: datetime) -> list[Part]:
    """What every app above knew of the person at this moment, in the order of the house."""
    return [
        import_module(f"{app.name}.inzage").part(dossier, at)
        for app in apps.get_app_configs()
        if app.label != OWN and module_has_submodule(app.module, "inzage")
    ]
