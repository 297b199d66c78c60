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
from meedoen.law.blok import Blok
from meedoen.law.brief_file import Brief, brief_kinds, shared_blokken

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


@dataclass(frozen=True)
class BlokState:
    """Where a text block of a kind ("" is every letter) stands for a municipality on a day."""

    brief: str
    blok: Blok
    now: Tekstversie | None  # None: the text of the product
    planned: tuple[Tekstversie, ...]
    open: Tekstversie | None

    @property
    def text(self) -> str:
        """What letters say today."""
        own = self.now is not None and not self.now.standaard and not self.blok.fixed
        return self.now.tekst if own and self.now is not None else self.blok.text

    @property
    def is_own(self) -> bool:
        """Whether the municipality says it in words of its own."""
        return self.now is not None and not self.now.standaard and not self.blok.fixed


def blok_states(gemeente: int, *, on: date) -> dict[tuple[str, str], BlokState]:
    """Every text block of every kind, in order, in one query."""
    rows = Tekstversie.objects.filter(gemeente_id=gemeente).exclude(goedgekeurd=False)
    made = list(rows.select_related("voorgesteld_door").order_by(*NEWEST))
    return {
        (brief, blok.name): _state(brief, blok, made, on=on)
        for brief, blokken in (
            ("", shared_blokken()),
            *((kind.name, kind.blokken) for kind in brief_kinds().values()),
        )
        for blok in blokken
    }


def _state(brief: str, blok: Blok, made: list[Tekstversie], *, on: date) -> BlokState:
    mine = [each for each in made if (each.brief, each.blok) == (brief, blok.name)]
    decided = [each for each in mine if each.goedgekeurd]
    return BlokState(
        brief,
        blok,
        next((each for each in decided if each.van <= on), None),
        tuple(each for each in reversed(decided) if each.van > on),
        next((each for each in mine if each.besloten_at is None), None),
    )


def text_versions(gemeente: int, brief: str, blok: str) -> QuerySet[Tekstversie]:
    """Every version of a text, the newest first, with who proposed and decided."""
    rows = Tekstversie.objects.filter(gemeente_id=gemeente, brief=brief, blok=blok)
    return rows.select_related("voorgesteld_door", "besloten_door").order_by(*NEWEST)


def sender_versions(gemeente: int) -> QuerySet[Afzenderversie]:
    """Every version of the sender, the newest first, without the bytes of its logo."""
    rows = Afzenderversie.objects.filter(gemeente_id=gemeente).defer("logo")
    return rows.select_related("voorgesteld_door", "besloten_door").order_by(*NEWEST)


def text_before(versie: Tekstversie, blok: Blok) -> str:
    """What letters say just before a version begins."""
    rows = text_versions(versie.gemeente_id, versie.brief, versie.blok)
    begun = rows.filter(goedgekeurd=True, van__lte=versie.van).exclude(pk=versie.pk)
    if versie.besloten_at is not None:
        begun = begun.filter(besloten_at__lte=versie.besloten_at)
    last = begun.first()
    return blok.text if last is None or last.standaard else last.tekst


def sender_before(versie: Afzenderversie) -> Sender | None:
    """Who a municipality was just before a version begins; None where nobody knows."""
    rows = Afzenderversie.objects.filter(gemeente_id=versie.gemeente_id, goedgekeurd=True)
    begun = rows.filter(van__lte=versie.van).exclude(pk=versie.pk).order_by(*NEWEST)
    if versie.besloten_at is not None:
        begun = begun.filter(besloten_at__lte=versie.besloten_at)
    last = begun.first()
    if last is not None:
        return sender_of(last)
    try:
        return Sender(sender_of_file(versie.gemeente_id, versie.van))
    except AfzenderError:
        return None


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
