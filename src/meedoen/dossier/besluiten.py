"""What is read to make a besluit: the receipt of a dossier, the mandate, the sender, the values."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from meedoen.accounts.actor import Actor, NotAllowedError
from meedoen.accounts.huisstijl import rolnaam
from meedoen.accounts.mandaten.table import Besluitmandaat
from meedoen.accounts.roles import Recht, Rol
from meedoen.dossier.facts_table import facts_of, told_by
from meedoen.dossier.gronden import Basis
from meedoen.dossier.letter_versions import sender_on, texts_of
from meedoen.dossier.letters import Signature
from meedoen.dossier.models import Besluit, Dossier, Gebeurtenis
from meedoen.dossier.receipt import Difference, Receipt, compare, day_of, moment_of, receipt
from meedoen.law.brief_file import Brief, brief_kinds
from meedoen.law.brief_variable import VERTALING, plain_to_values
from meedoen.law.loader import law_for
from meedoen.law.presentation import first_up, in_words
from meedoen.law.vertaling import language_name
from meedoen.rules.catalogue import rule_named
from meedoen.rules.column import Kind


def receipt_of(
    dossier: Dossier, rules: Iterable[str], *, on: date, at: datetime, using: str = "default"
) -> Receipt:
    """What the rules say of one dossier on a day, with what was known at a moment."""
    caseload = facts_of([dossier.pk], on=on, known_at=at, using=using)
    told = told_by(dossier.pk, on=on, known_at=at, using=using)
    law = law_for(dossier.gemeente.stelsel, dossier.gemeente_id)
    return receipt(caseload.facts, law, rules, told_by=told, at=at)


def redo(besluit: Besluit, *, using: str = "default") -> list[Difference]:
    """Compute a decision again: what was known then, the rules of today; empty: the same."""
    made: Receipt = json.loads(bytes(besluit.bon))
    rules = brief_kinds()[besluit.soort].rules
    again = receipt_of(besluit.dossier, rules, on=day_of(made), at=moment_of(made), using=using)
    return compare(made, again)


def mandate_for(actor: Actor, besluit: Besluit, *, on: date) -> Besluitmandaat:
    """The mandate by which this actor may sign (Awb 10:3). Errors: NotAllowedError without one."""
    found = _mandates(besluit, on=on).filter(rol=actor.rol).order_by("-van").first()
    if found is None:
        raise NotAllowedError(
            _(
                "Uw rol heeft op deze dag geen mandaat om dit te ondertekenen. "
                "Vraag het aan iemand met mandaat."
            )
        )
    return found


def _mandates(besluit: Besluit, *, on: date) -> QuerySet[Besluitmandaat]:
    return mandates_for(besluit.gemeente_id, besluit.soort, on=on)


def mandates_for(gemeente: int, soort: str, *, on: date) -> QuerySet[Besluitmandaat]:
    """Every mandate to sign this kind, on a day. No kind of letter has an amount yet."""
    return Besluitmandaat.objects.filter(
        Q(tot__isnull=True) | Q(tot__gt=on), gemeente_id=gemeente, soort=soort, van__lte=on
    )


def no_mandate(gemeente: int, kind: Brief, *, on: date) -> str:
    """Why nobody of a municipality may sign this kind (Awb 10:3); "" where somebody may."""
    if mandates_for(gemeente, kind.name, on=on).exists():
        return ""
    text = _(
        "Niemand heeft nu mandaat om dit te ondertekenen: %(soort)s. "
        "Vraag het de %(rol)s: die legt het mandaat vast bij Rechten, Mandaten. "
        "Daarna kunt u de brief voorstellen."
    )
    # isolated: the name of a letter is Dutch, whatever the words around it
    return text % {"soort": f"\u2068{kind.label}\u2069", "rol": rolnaam(Rol.BEHEERDER)}


def signature_of(besluit: Besluit, *, on: date) -> Signature:
    """Who sends the letter and signs it, as on that day. Errors: LetterError."""
    who, sender = besluit.ondertekend_door, sender_on(besluit.gemeente_id, on=on)
    return Signature(
        sender.afzender,
        who.naam if who is not None else "(nog niet ondertekend)",
        f"{besluit.dossier.nummer}-{besluit.pk}",
        besluit.afwijking,
        functie=besluit.functie,
        logo=sender.logo,
    )


def own_texts_of(besluit: Besluit) -> dict[str, str]:
    """What the text blocks of a letter said when it was proposed."""
    return texts_of(json.loads(bytes(besluit.bon)))


def unsigned(dossier: Dossier, reden: str, *, on: date) -> Signature:
    """The sender of a letter that is not proposed yet. Errors: LetterError."""
    sender = sender_on(dossier.gemeente_id, on=on)
    name = "(nog niet ondertekend)"
    kenmerk = dossier.nummer
    return Signature(sender.afzender, name, kenmerk, reden, logo=sender.logo, voorbeeld=True)


def values_of(kind: Brief, besluit: Besluit) -> dict[str, Any]:
    """The variables of a letter as they were frozen."""
    return plain_to_values(kind.variables, json.loads(bytes(besluit.waarden)))


def refusal_to_sign(actor: Actor, besluit: Besluit, *, on: date) -> str:
    """Why this actor may not sign this, and who may, in words for the screen; "" where he may."""
    if (
        brief_kinds()[besluit.soort].four_eyes
        and actor.medewerker_id == besluit.voorgesteld_door_id
    ):
        return _("U stelde dit zelf voor. Een collega met mandaat moet het ondertekenen.")
    roles = sorted(set(_mandates(besluit, on=on).values_list("rol", flat=True)))
    if actor.rol in roles and actor.may(Recht.ONDERTEKENEN):
        return ""
    if not roles:
        text = _(
            "Niemand heeft nu mandaat om dit te ondertekenen. "
            "Vraag het de %(rol)s: die legt het vast bij Rechten, Mandaten."
        )
        return text % {"rol": rolnaam(Rol.BEHEERDER)}
    named = _(" of ").join(rolnaam(rol) for rol in roles)
    text = _("Uw rol heeft geen mandaat om dit te ondertekenen. Vraag het een %(rollen)s.")
    return text % {"rollen": named}


@dataclass(frozen=True)
class Finding:
    """What one rule says of a dossier today, in words; `asks`: it does not know yet."""

    rule: str
    text: str
    answer: str
    asks: bool


def findings_of(basis: Basis) -> list[Finding]:
    """What the rules of a letter say today; a rule without an answer says why."""
    said = [
        Finding(
            rule,
            first_up(found.text),
            in_words(found.value.plain(), found.value.kind),
            asks=found.value.plain() is None,
        )
        for rule, found in basis.findings.items()
    ]
    refused = basis.refused.items()
    return [
        *said,
        *(Finding(rule, rule_named(rule).summary, why, asks=True) for rule, why in refused),
    ]


def proposed_since(made: Besluit, *, seen: int) -> Besluit | None:
    """The same letter that the same official proposed after the form was made: it was sent twice.

    `seen` is the last number of the diary when the form was made.
    """
    told = Gebeurtenis.objects.filter(
        dossier=made.dossier_id,
        soort="besluit_voorgesteld",
        medewerker=made.voorgesteld_door_id,
        nummer__gt=seen,
        inhoud__isnull=False,
    )
    contents = (json.loads(bytes(each)) for each in told.values_list("inhoud__bytes", flat=True))
    proposed = [content["details"]["besluit"] for content in contents]
    same = Besluit.objects.filter(
        pk__in=proposed,
        pk__lt=made.pk,
        soort=made.soort,
        waarden=made.waarden,
        afwijking=made.afwijking,
    )
    return same.order_by("pk").first()


def shown_values(kind: Brief, besluit: Besluit) -> list[tuple[str, str]]:
    """What a letter says in its blanks: label and value in words."""
    values = values_of(kind, besluit)
    shown = []
    for each in kind.variables:
        value = values.get(each.name)
        text = value if each.kind is None or value is None else in_words(value, each.kind)
        if each.name == VERTALING and text:
            text = language_name(str(text))
        shown.append((each.label, str(text) if text else "–"))
    return shown


@dataclass(frozen=True)
class Reason:
    """One line of a receipt, as it was computed then."""

    depth: int
    text: str
    value: str
    basis: str
    made_from: tuple[str, ...] = ()  # a receipt keeps facts and numbers beside the tree
    facts: tuple[str, ...] = ()


def shown_receipt(besluit: Besluit) -> list[Reason]:
    """The findings on which a besluit rests, from its receipt: not computed again."""
    made: Receipt = json.loads(bytes(besluit.bon))
    return [line for tree in made["regels"].values() for line in _lines(tree, 0)]


def _lines(tree: dict[str, Any], depth: int) -> Iterator[Reason]:
    value = tree["waarde"]
    shown = "onbekend" if value is None else _readable(value)
    yield Reason(depth, first_up(tree["tekst"]), shown, tree["grond"])
    for part in tree.get("delen", ()):
        yield from _lines(part, depth + 1)


def _readable(value: str) -> str:
    """A day of a receipt as people read it; other values as they are."""
    try:
        return in_words(date.fromisoformat(value), Kind.DAY)
    except ValueError:
        return value


def shown_deviation(besluit: Besluit) -> list[tuple[str, str]]:
    """The findings from which the official deviates, as they were then: text and answer."""
    made: Receipt = json.loads(bytes(besluit.bon))
    trees = [made["regels"][rule] for rule in made.get("afwijking", {}).get("regels", ())]
    return [
        (
            first_up(tree["tekst"]),
            "onbekend" if tree["waarde"] is None else _readable(tree["waarde"]),
        )
        for tree in trees
    ]
