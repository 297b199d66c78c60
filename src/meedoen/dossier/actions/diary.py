"""Writing in the diary: `append` for what actions do, `record` for what people tell."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from meedoen.accounts.actor import Actor, NotAllowedError
from meedoen.accounts.huisstijl import rolnaam
from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import current_actor
from meedoen.dossier.chain import Envelope, canonical, salted
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.merge_words import goes_on_in
from meedoen.dossier.models import (
    Beperking,
    Bijzonder,
    Dossier,
    Feit,
    Gebeurtenis,
    Inhoud,
    Stand,
)
from meedoen.law.register import checked, from_plain_json, register, to_plain_json
from meedoen.law.soort import BIJZONDER, Soort
from meedoen.rules.column import Plain
from meedoen.rules.facts import Facts
from meedoen.rules.tegenspraak import facts_to_compare

SALT_BYTES = 16
# A writer that waited for another is stamped after it; a clock that is further behind is refused.
PATIENCE = timedelta(minutes=1)

_WINNERS = """
    SELECT DISTINCT ON (f.naam) f.naam, f.waarde FROM dossier_feit f
    WHERE f.dossier_id = %(dossier)s AND f.naam = ANY (%(names)s)
      AND NOT EXISTS (SELECT FROM dossier_gebeurtenis g
                      WHERE g.dossier_id = f.dossier_id AND g.herstelt = f.nummer)
    ORDER BY f.naam, f.geldt_van DESC, f.nummer DESC
"""


class DiaryError(Exception):
    """The diary cannot take this; the text says why, in words for the screen."""


class RestrictedError(DiaryError):
    """The data of a dossier (id) are only kept now (AVG 18); the text says what may be done."""

    def __init__(self, beperking: Beperking) -> None:
        super().__init__(
            f"Het gebruik van deze gegevens is beperkt (AVG 18:1{beperking.grond}). "
            "Wij bewaren ze alleen. U kunt nu niets vastleggen, versturen of afspreken. "
            "Wil de persoon het zelf, of is het nodig voor een rechtszaak? Dan kan de jurist of "
            "de kwaliteitsmedewerker het dossier openstellen (AVG 18:2)."
        )
        self.dossier = beperking.dossier_id


@dataclass(frozen=True)
class Content:
    """What a gebeurtenis says: facts for the rules, texts, details, and special texts apart."""

    feiten: Mapping[str, Plain] = field(default_factory=dict)
    teksten: Mapping[str, str] = field(default_factory=dict)
    details: Mapping[str, Any] = field(default_factory=dict)
    bijzonder: Mapping[str, str] = field(default_factory=dict)
    verzegeld: Mapping[str, str] = field(default_factory=dict)  # of special texts, hashed before


def record(
    dossier_id: int,
    soort: str,
    gegevens: Mapping[str, Any],
    *,
    on: date,
    at: datetime,
    herstelt: int | None = None,
) -> Gebeurtenis:
    """Write down what happened to somebody on a day: a gebeurtenis, its facts, and `stand`.

    `gegevens` are facts and texts by name, as the register allows for this soort. `herstelt` is the
    number of an earlier gebeurtenis whose content no longer counts. All in one transaction.
    Errors: RegisterError per field; NotAllowedError; DiaryError.
    """
    actor = current_actor()
    actor.must(Recht.VASTLEGGEN)
    kind = _kind_for(soort, actor)
    dossier = lock(dossier_id)
    mended = _facts_to_mend(dossier, herstelt)
    # all facts of somebody would take ten times longer
    beside = sorted(facts_to_compare(kind.names) - mended)
    known = facts_of([dossier_id], on=on, names=beside).facts.row()
    told = checked(kind, gegevens, on, known=known)
    special = {text.name for text in kind.texts if text.privacy == BIJZONDER}
    if special & set(told.teksten):
        actor.must(Recht.BIJZONDER)
    content = Content(
        feiten=told.feiten,
        teksten={name: text for name, text in told.teksten.items() if name not in special},
        bijzonder={name: text for name, text in told.teksten.items() if name in special},
    )
    return append(dossier, soort, content, on=on, at=at, herstelt=herstelt)


def _kind_for(soort: str, actor: Actor) -> Soort:
    """The soort of this name, if this actor may record it. Errors: DiaryError; NotAllowedError."""
    kind = register().get(soort)
    if kind is None:
        raise DiaryError(_("Deze soort gebeurtenis is er niet: %(soort)s.") % {"soort": soort})
    if kind.system:
        raise DiaryError(_("«%(soort)s» legt Meedoen zelf vast.") % {"soort": kind.label})
    if actor.rol.value not in kind.roles:
        text = _("Met de rol «%(rol)s» mag u dit niet vastleggen.")
        raise NotAllowedError(text % {"rol": rolnaam(actor.rol)})
    return kind


def _facts_to_mend(dossier: Dossier, herstelt: int | None) -> set[str]:
    """The facts of the line that is put right. Errors: DiaryError where that cannot be."""
    if herstelt is None:
        return set()
    line = Gebeurtenis.objects.filter(dossier=dossier, nummer=herstelt).first()
    kind = register().get(line.soort) if line is not None else None
    if kind is None:
        raise DiaryError(_("Wat u wilt herstellen, staat niet in dit dossier."))
    if kind.system:
        text = _("«%(soort)s» legt Meedoen zelf vast. Dat kunt u niet herstellen.")
        raise DiaryError(text % {"soort": kind.label})
    return set(Feit.objects.filter(dossier=dossier, nummer=herstelt).values_list("naam", flat=True))


def lock(dossier_id: int, *, also_restricted: bool = False) -> Dossier:
    """The dossier, held for this transaction; several are locked in the order of their ids.

    Every writer begins here, so here a restriction holds (AVG 18:2). `also_restricted`: what the
    writer does is keeping, or a right of the person himself.
    Errors: DiaryError where it does not exist, is out of sight or is destroyed; RestrictedError.
    """
    dossier = Dossier.objects.select_for_update().filter(pk=dossier_id).first()
    if dossier is None:
        raise DiaryError(_("Dit dossier is er niet, of u mag het niet zien."))
    if dossier.vernietigd_op is not None:
        raise DiaryError(_("Dit dossier is vernietigd."))
    if dossier.samengevoegd_met is not None:
        raise DiaryError(goes_on_in(dossier.samengevoegd_met))
    # asked once the dossier is held: whoever restricts it holds it too
    standing = Beperking.objects.filter(dossier=dossier, tot__isnull=True, open_voor="")
    for beperking in () if also_restricted else standing:
        raise RestrictedError(beperking)
    return dossier


def append(
    dossier: Dossier,
    soort: str,
    content: Content,
    *,
    on: date,
    at: datetime,
    herstelt: int | None = None,
) -> Gebeurtenis:
    """Add an envelope and its content to a dossier that is locked, and bring `stand` up to date.

    The database checks number, chain and order once more (migration 0002).
    """
    actor = current_actor()
    actor.must_work_for(dossier.gemeente_id)
    refuse_line(dossier, soort, on=on, at=at, herstelt=herstelt)
    salts = {name: os.urandom(SALT_BYTES) for name in content.bijzonder}
    salt, written = os.urandom(SALT_BYTES), content_bytes(content, salts)
    envelope = Envelope(
        gemeente=dossier.gemeente_id,
        dossier=dossier.pk,
        nummer=dossier.laatste_nummer + 1,
        soort=soort,
        on=on,
        at=max(at, dossier.laatste_at or at),
        medewerker=actor.medewerker_id,
        herstelt=herstelt,
        vorige_hash=bytes(dossier.laatste_hash),
        inhoud_hash=salted(salt, written),
    )
    added = envelope_row(envelope)
    added.save(force_insert=True)
    _add_content(added, content, written, salt=salt, salts=salts)
    dossier.laatste_nummer, dossier.laatste_hash = envelope.nummer, envelope.hash
    dossier.laatste_at = envelope.at
    return added


def refuse_line(
    dossier: Dossier, soort: str, *, on: date, at: datetime, herstelt: int | None = None
) -> None:
    """Refuse a line that the diary cannot take. Errors: DiaryError."""
    if soort not in register():
        raise DiaryError(f"onbekende soort gebeurtenis: {soort}")
    if on > localdate(at):
        raise DiaryError(_("Een gebeurtenis kan niet in de toekomst liggen."))
    if dossier.laatste_at is not None and at < dossier.laatste_at - PATIENCE:
        raise DiaryError(_("De klok loopt achter op het dossier. Vraag uw beheerder om hulp."))
    if herstelt is not None and not 0 < herstelt <= dossier.laatste_nummer:
        raise DiaryError(_("Wat u wilt herstellen, staat niet in dit dossier."))


def content_bytes(content: Content, salts: Mapping[str, bytes]) -> bytes:
    """The canonical content; of special texts only a salted hash: they can go by themselves."""
    hashes = {
        name: salted(salts[name], text.encode()).hex() for name, text in content.bijzonder.items()
    }
    parts = {
        "feiten": {name: to_plain_json(value) for name, value in content.feiten.items()},
        "teksten": dict(content.teksten),
        "details": dict(content.details),
        "bijzonder": {**content.verzegeld, **hashes},
    }
    return canonical({name: part for name, part in parts.items() if part})


def _add_content(
    added: Gebeurtenis,
    content: Content,
    written: bytes,
    *,
    salt: bytes,
    salts: Mapping[str, bytes],
) -> None:
    """The content beside its envelope, special texts apart, and the facts."""
    where = {"gemeente_id": added.gemeente_id, "dossier_id": added.dossier_id}
    Inhoud.objects.create(gebeurtenis=added, bytes=written, zout=salt, **where)
    Bijzonder.objects.bulk_create(
        Bijzonder(gebeurtenis=added, naam=name, tekst=text, zout=salts[name], **where)
        for name, text in content.bijzonder.items()
    )
    _add_facts(added, content.feiten)


def envelope_row(envelope: Envelope) -> Gebeurtenis:
    """The row of an envelope; the caller saves it."""
    return Gebeurtenis(
        gemeente_id=envelope.gemeente,
        dossier_id=envelope.dossier,
        nummer=envelope.nummer,
        soort=envelope.soort,
        gebeurd_op=envelope.on,
        vastgelegd_at=envelope.at,
        medewerker_id=envelope.medewerker,
        herstelt=envelope.herstelt,
        vorige_hash=envelope.vorige_hash,
        inhoud_hash=envelope.inhoud_hash,
        hash=envelope.hash,
    )


def fact_rows(added: Gebeurtenis, feiten: Mapping[str, Plain]) -> Iterator[Feit]:
    """A row per fact that a gebeurtenis tells; the caller saves them."""
    for name, value in feiten.items():
        yield Feit(
            gebeurtenis=added,
            gemeente_id=added.gemeente_id,
            dossier_id=added.dossier_id,
            nummer=added.nummer,
            naam=name,
            waarde=to_plain_json(value),
            geldt_van=added.gebeurd_op,
            vastgelegd_at=added.vastgelegd_at,
        )


def _add_facts(added: Gebeurtenis, feiten: Mapping[str, Plain]) -> None:
    Feit.objects.bulk_create(fact_rows(added, feiten))
    names = set(feiten)
    if added.herstelt is not None:
        mended = Feit.objects.filter(dossier_id=added.dossier_id, nummer=added.herstelt)
        names |= set(mended.values_list("naam", flat=True))
    changed = stand_of(added.dossier_id, sorted(names)) if names else {}
    Stand.objects.filter(dossier_id=added.dossier_id).update(bijgewerkt_tot=added.nummer, **changed)


def stand_of(dossier_id: int, names: list[str]) -> dict[str, Any]:
    """What the diary says of these facts today, as `stand` holds it; None: unknown."""
    with connection.cursor() as cursor:
        cursor.execute(_WINNERS, {"dossier": dossier_id, "names": names})
        found = dict(cursor.fetchall())
    return {name: column_value(name, found.get(name)) for name in names}


def column_value(name: str, raw: str | None) -> Any:
    """What `stand` holds for what the diary says of a fact; None: unknown."""
    fact = Facts.named(name)
    if raw is None or fact is None:
        return None
    value = from_plain_json(fact.kind, raw)
    return getattr(value, "value", value)  # of a choice, the word
