"""What a municipality says in its letters on a day: its own texts, and who it is as sender.

Of the versions that were put in force the newest that has begun counts; of two that begin on one
day the one that was decided last.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from meedoen.dossier.letters import LetterError, Logo
from meedoen.dossier.models import Afzenderversie, Tekstversie
from meedoen.law.afzender import Afzender, AfzenderError
from meedoen.law.afzender import sender as sender_of_file
from meedoen.law.brief_file import Brief, shared_blokken

NEWEST = ("-van", "-besloten_at", "-pk")
SENDER = tuple(each.name for each in fields(Afzender))


@dataclass(frozen=True)
class Sender:
    """Who a municipality is on its letters, with the logo on top; `version`: None for the file."""

    afzender: Afzender
    logo: Logo | None = None
    version: int | None = None


def own_texts(gemeente: int, kinds: tuple[str, ...], *, on: date) -> dict[tuple[str, str], Any]:
    """The version in force of every block of these kinds ("" is every letter), in one query."""
    rows = in_force(Tekstversie.objects, gemeente, on=on).filter(brief__in=kinds)
    newest = rows.order_by("brief", "blok", *NEWEST).distinct("brief", "blok")
    return {(each.brief, each.blok): each for each in newest}


def frozen_texts(gemeente: int, kind: Brief, *, on: date) -> dict[str, dict[str, Any]]:
    """Every text of a letter as it is proposed on a day, for its receipt: plain JSON.

    `versie` and `van` are those of the municipality; the product's own text has none.
    """
    own = own_texts(gemeente, ("", kind.name), on=on)
    found = {}
    for brief, blokken in (("", shared_blokken()), (kind.name, kind.blokken)):
        for blok in blokken:
            version = None if blok.fixed else own.get((brief, blok.name))
            if version is None or version.standaard:
                found[blok.name] = {"tekst": blok.text, "versie": None, "van": None}
            else:
                van = version.van.isoformat()
                found[blok.name] = {"tekst": version.tekst, "versie": version.pk, "van": van}
    return found


def texts_of(bon: Mapping[str, Any]) -> dict[str, str]:
    """The texts that a receipt froze; a letter of before there were text blocks has none."""
    return {name: str(each["tekst"]) for name, each in bon.get("teksten", {}).items()}


def sender_on(gemeente: int, *, on: date) -> Sender:
    """The sender in force on a day; the file of the product until a municipality says who it is.

    Errors: LetterError where nobody knows.
    """
    version = in_force(Afzenderversie.objects, gemeente, on=on).order_by(*NEWEST).first()
    if version is not None:
        return sender_of(version)
    try:
        return Sender(sender_of_file(gemeente, on))
    except AfzenderError as error:
        text = _("Uw gemeente heeft nog geen gegevens voor brieven. Vraag het de beheerder.")
        raise LetterError(text) from error


def sender_of(version: Afzenderversie) -> Sender:
    """What a version says, whether it is in force or not."""
    texts = {name: str(getattr(version, name)) for name in SENDER}
    return Sender(Afzender(**texts), logo_of(version), version.pk)


def logo_of(version: Afzenderversie) -> Logo | None:
    """The logo of a version as a letter sets it."""
    content = bytes(version.logo)
    if not content:
        return None
    svg = not version.logo_naam.lower().endswith(".png")
    return Logo(content.decode() if svg else list(content), version.logo_alt)


def in_force(rows: Any, gemeente: int, *, on: date) -> QuerySet[Any]:
    """The versions of a municipality that were put in force and have begun on a day."""
    found: QuerySet[Any] = rows.filter(gemeente_id=gemeente, goedgekeurd=True, van__lte=on)
    return found
