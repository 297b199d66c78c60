"""What was asked of DUO and what it told, of one dossier; and who is unknown to one of us."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Coalesce

from meedoen.accounts.actor import Actor
from meedoen.accounts.keys import keys_in_use
from meedoen.accounts.models import Medewerker
from meedoen.berichten.inbox import Stand
from meedoen.berichten.models import Bericht, Vraag, Vraagantwoord
from meedoen.berichten.queries import Row, rows_of
from meedoen.berichten.sealing import of_question, unseal_body
from meedoen.berichten.te_doen import to_be_done
from meedoen.dossier.finding import for_screen
from meedoen.dossier.models import Dossier
from meedoen.dossier.queries import dossiers_visible_to

MOST = 50
# What the last answer about a dossier was, where DUO does not know the person or may not tell.
UNKNOWN_AT_DUO = ("duo_kent_niet", "geen_toegang")
# Why a notice is in no dossier: we do not know who it is about.
UNKNOWN_HERE = ("persoon_onbekend", "wacht_op_bsn")


@dataclass(frozen=True)
class Gevraagd:
    """That DUO was asked, by whom (None: by Meedoen, because of a notice), and what came of it.

    `tekst`: the question (id) of which an answer is kept that we did not understand.
    """

    gevraagd_at: datetime
    medewerker: Medewerker | None
    antwoord_at: datetime | None
    uitkomst: str
    nieuw: int = 0
    tekst: int | None = None


@dataclass(frozen=True)
class Gesprek:
    """Of one dossier: the questions and the notices, the newest first.

    `te_doen`: the notices (ids) of which somebody must still do what they ask.
    """

    vragen: list[Any]
    berichten: list[Row]
    te_doen: frozenset[int] = frozenset()

    @property
    def gevraagd(self) -> list[Gevraagd]:
        """When DUO was asked, the newest first: because somebody wanted it, or by a notice."""
        asked = [
            Gevraagd(
                each.gevraagd_at,
                each.medewerker,
                each.antwoord_at,
                each.uitkomst,
                each.nieuw,
                each.pk if each.onbegrepen else None,
            )
            for each in self.vragen
        ]
        asked += [
            Gevraagd(row.bericht.gevraagd_at, None, _answered(row.bericht), _outcome(row.bericht))
            for row in self.berichten
            if row.bericht.gevraagd_at is not None
        ]
        return sorted(asked, key=lambda each: each.gevraagd_at, reverse=True)

    @property
    def open(self) -> Any:
        """The question that DUO has not answered yet."""
        return next((each for each in self.vragen if each.antwoord_at is None), None)


def _answered(bericht: Bericht) -> datetime | None:
    return None if bericht.waarom == "duo_onbereikbaar" else bericht.gevraagd_at


def _outcome(bericht: Bericht) -> str:
    """What came of it; what an official decided since is no answer of DUO."""
    return "" if bericht.stand == Stand.AFGEHANDELD else bericht.waarom


def gesprek_of(dossier: Dossier, actor: Actor, *, on: date) -> Gesprek:
    """What was asked and told; in four questions.

    Of each question `onbegrepen`: an answer is kept that we did not understand, and this actor may
    read it.
    """
    kept = Exists(Vraagantwoord.objects.filter(vraag=OuterRef("pk")))
    asked = Vraag.objects.filter(dossier=dossier).select_related("medewerker")
    asked = asked.annotate(onbegrepen=kept)
    told = Bericht.objects.filter(dossier=dossier)
    return Gesprek(
        list(asked.order_by("-pk")[:MOST]),
        list(rows_of(actor, told.order_by("-pk")[:MOST], on=on)),
        frozenset(to_be_done(Dossier.objects.filter(pk=dossier.pk)).values_list("pk", flat=True)),
    )


def answer_text(dossier: Dossier, vraag: int) -> str | None:
    """What DUO answered to a question (id) and we did not understand, word for word.

    None where nothing is kept. Errors: UnsealError.
    """
    row = Vraagantwoord.objects.filter(dossier=dossier, vraag=vraag).first()
    if row is None:
        return None
    keys, of = keys_in_use(), of_question(vraag)
    body = unseal_body(row.verzegeld, keys, gemeente=row.gemeente_id, of=of)
    return body.decode("utf-8", "replace")


def unknown_at_duo(actor: Actor, *, on: date) -> list[Any]:
    """Dossiers in sight whose person DUO does not know, or may not tell us of, by its last answer.

    Each with `waarom`, a key of redenen.py.
    """
    mine = {"dossier": OuterRef("pk")}
    asked = Vraag.objects.filter(**mine, antwoord_at__isnull=False).order_by("-antwoord_at")
    told = Bericht.objects.filter(**mine, verwerkt_at__isnull=False).order_by("-verwerkt_at")
    rows: QuerySet[Any] = dossiers_visible_to(actor, on=on).filter(
        Exists(Vraag.objects.filter(**mine, uitkomst__in=UNKNOWN_AT_DUO))
        | Exists(Bericht.objects.filter(**mine, waarom__in=UNKNOWN_AT_DUO))
    )
    found = rows.annotate(
        gevraagd=Subquery(asked.values("antwoord_at")[:1]),
        verteld=Subquery(told.values("verwerkt_at")[:1]),
        na_vraag=_text(asked.values("uitkomst")[:1]),
        na_bericht=_text(told.values("waarom")[:1]),
    )
    listed = for_screen(found, on=on).order_by("persoon__sorteernaam", "pk")[: 2 * MOST]
    return [each for each in listed if _last(each) in UNKNOWN_AT_DUO][:MOST]


def _text(rows: Any) -> Any:
    return Coalesce(Subquery(rows), Value("", TextField()))


def _last(row: Any) -> str:
    """The last answer, which a question or a notice brought; kept on the row for the screen."""
    by_notice = row.verteld is not None and (row.gevraagd is None or row.verteld > row.gevraagd)
    row.waarom = row.na_bericht if by_notice else row.na_vraag
    return str(row.waarom)


def unknown_here(actor: Actor, *, on: date) -> list[Row]:
    """Notices about people of whom there is no dossier here, the newest first."""
    rows = Bericht.objects.filter(
        gemeente__in=actor.gemeenten, dossier__isnull=True, waarom__in=UNKNOWN_HERE
    )
    return list(rows_of(actor, rows.order_by(F("pk").desc())[:MOST], on=on))
