"""Writes what a municipality says in its letters: proposed by one, put in force by another."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from meedoen.accounts.actor import Actor, NotAllowedError
from meedoen.accounts.logo import LogoError, check_logo
from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import current_actor
from meedoen.dossier.letter_faults import LetterTextError, refuse_sender, refuse_text
from meedoen.dossier.letter_versions import SENDER, logo_of
from meedoen.dossier.models import Afzenderversie, Tekstversie
from meedoen.dossier.typesetting import prints_logo
from meedoen.law.blok import Blok

Versie = Tekstversie | Afzenderversie
REPLACED = "vervangen door een nieuw voorstel"  # kept: Dutch whatever language its writer reads


class VersionError(Exception):
    """A version that cannot be proposed or decided; the text says why."""


def propose_text(
    brief: str, blok: Blok, tekst: str | None, *, van: date, on: date, at: datetime
) -> Tekstversie:
    """Propose what a text block says from a day; None: the text of the product again.

    `brief` is the kind of letter, or "" for every letter. An open proposal for the same block makes
    way. Errors: NotAllowedError; LetterTextError; VersionError for a fixed block or a day past.
    """
    actor = _proposer(van, on=on)
    if blok.fixed:
        raise VersionError(_("Deze tekst is vast: de wet vraagt hem zo."))
    if tekst is not None:
        refuse_text(brief, blok, tekst)
    same = Tekstversie.objects.filter(gemeente_id=actor.gemeenten[0], brief=brief, blok=blok.name)
    _make_way(same, actor, at=at)
    return Tekstversie.objects.create(
        gemeente_id=actor.gemeenten[0],
        brief=brief,
        blok=blok.name,
        tekst=tekst or "",
        standaard=tekst is None,
        van=van,
        voorgesteld_door_id=actor.official,
        voorgesteld_at=at,
    )


def propose_sender(
    values: Mapping[str, Any], *, van: date, on: date, at: datetime
) -> Afzenderversie:
    """Propose who the municipality is on its letters from a day.

    `values`: the texts of `SENDER`, and `logo_naam`, `logo` (its bytes) and `logo_alt`.
    Errors: NotAllowedError; LetterTextError for a text that is missing or cannot be printed, or a
    logo that is none; VersionError for a day past.
    """
    actor = _proposer(van, on=on)
    made = Afzenderversie(
        gemeente_id=actor.gemeenten[0],
        van=van,
        voorgesteld_door_id=actor.official,
        voorgesteld_at=at,
        **{name: str(values[name]).strip() for name in SENDER},
        **{name: values[name] for name in ("logo_naam", "logo", "logo_alt")},
    )
    refuse_sender(made)
    _refuse_logo(made)
    _make_way(Afzenderversie.objects.filter(gemeente_id=actor.gemeenten[0]), actor, at=at)
    made.save(force_insert=True)
    return made


def decide(versie: Versie, *, yes: bool, antwoord: str = "", on: date, at: datetime) -> Versie:
    """Put a version in force, or not; whoever proposed it may only take it back.

    One whose day has come already begins today: what went out before said what it said.
    Errors: NotAllowedError; VersionError where it was decided already.
    """
    actor = current_actor()
    if yes and actor.medewerker_id == versie.voorgesteld_door_id:
        raise NotAllowedError(_("Een ander moet dit vaststellen dan wie het voorstelde."))
    if not _own(versie, actor):
        actor.must(Recht.TEKSTEN_VASTSTELLEN)
    held = type(versie).objects.select_for_update().filter(pk=versie.pk, besloten_at=None).first()
    if held is None:
        raise VersionError(_("Hierover is al besloten."))
    held.besloten_door_id, held.besloten_at = actor.official, at
    held.goedgekeurd, held.antwoord, held.van = yes, antwoord, max(held.van, on)
    held.save(update_fields=["besloten_door", "besloten_at", "goedgekeurd", "antwoord", "van"])
    return held


def _proposer(van: date, *, on: date) -> Actor:
    actor = current_actor()
    actor.must(Recht.TEKSTEN_BEHEREN)
    if not transaction.get_connection().in_atomic_block:
        raise VersionError("Dit kan alleen binnen een transactie.")
    if van < on:
        raise VersionError(_("Kies vandaag of een latere dag."))
    return actor


def _own(versie: Versie, actor: Actor) -> bool:
    return actor.medewerker_id == versie.voorgesteld_door_id


def _make_way(same: Any, actor: Actor, *, at: datetime) -> None:
    """An open proposal is taken back by whoever proposes another in its place."""
    for each in same.filter(besloten_at=None):
        if not _own(each, actor):
            raise VersionError(
                _("Een collega stelde al iets voor. Wacht tot daarover is besloten.")
            )
        each.besloten_door_id, each.besloten_at = actor.official, at
        each.goedgekeurd, each.antwoord = False, REPLACED
        each.save(update_fields=["besloten_door", "besloten_at", "goedgekeurd", "antwoord"])


def _refuse_logo(made: Afzenderversie) -> None:
    """Errors: LetterTextError for a file that is no logo, or that Typst cannot set."""
    if not made.logo_naam:
        return
    try:
        check_logo(made.logo_naam, bytes(made.logo))
    except LogoError as error:
        raise LetterTextError({"logo_naam": str(error)}) from error
    logo = logo_of(made)
    if logo is None or not prints_logo(logo.inhoud):
        raise LetterTextError({"logo_naam": _("Dit logo kan niet in een brief. Kies een ander.")})
