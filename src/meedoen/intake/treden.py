"""How somebody was asked for the brede intake and what came of it: read from the diary, in order.

A summons that was missed for a good reason is no oproep (Wi 14:1): the next one stands on the same
rung again.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Any

from django.db.models import Exists, OuterRef

from meedoen.dossier.models import Afspraak, Dossier, Gebeurtenis

UITNODIGING, OPROEP = "uitnodiging_brede_intake", "oproep_brede_intake"
WAARSCHUWING, DERDE = "waarschuwing_tweede_oproep", "derde_oproep"
OPROEPEN = (OPROEP, WAARSCHUWING, DERDE)
KINDS = (UITNODIGING, *OPROEPEN)
PLANNED = "intake_gepland"
TOLD = ("uitnodiging_verzonden", "oproep_verzonden", "oproep_afgelopen", "medewerking_beoordeeld")
SOORTEN = (
    *(PLANNED, "besluit_verzonden", "boete_intake_opgelegd", "brede_intake_afgerond"),
    *TOLD,
)


class Trede(Enum):
    """A rung of the ladder, in the order of Wi 14 and 22."""

    UITNODIGING = "uitnodiging"
    EERSTE = "eerste"
    TWEEDE = "tweede"
    DERDE = "derde"
    AFWEZIG = "afwezig"


TREDEN = tuple(Trede)


@dataclass
class Gevraagd:
    """One time that somebody was asked to come: when, until when, with which talk, and the outcome.

    `kwam`, `werkte_mee`, `goede_reden`: None is not known. `wie` judged it; `waarom` is his reason.
    """

    trede: Trede
    on: date
    besluit: int | None = None
    laatste_dag: date | None = None
    afspraak: Afspraak | None = None
    kwam: bool | None = None
    werkte_mee: bool | None = None
    goede_reden: bool | None = None
    wie: str = ""
    waarom: str = ""

    @property
    def is_oproep(self) -> bool:
        """Whether it counts as a summons; an invitation never does (R02.15)."""
        return self.trede is not Trede.UITNODIGING


@dataclass
class Verloop:
    """Everything that was asked, the first one first; fines, and the day the intake was closed."""

    gevraagd: list[Gevraagd]
    boetes: list[date]
    klaar_op: date | None = None
    afwezig: bool = False

    @property
    def laatste(self) -> Gevraagd | None:
        """The last time that somebody was asked."""
        return self.gevraagd[-1] if self.gevraagd else None

    @property
    def oproepen(self) -> list[Gevraagd]:
        """The summonses, also those that do not count."""
        return [each for each in self.gevraagd if each.is_oproep]

    def on(self, trede: Trede) -> list[Gevraagd]:
        """What was asked on one rung."""
        return [each for each in self.gevraagd if each.trede is trede]


def verloop_of(dossier: Dossier, talks: Iterable[Afspraak]) -> Verloop:
    """The course of asking, in one question; what was put right later no longer counts."""
    mended = Gebeurtenis.objects.filter(dossier=dossier, herstelt=OuterRef("nummer"))
    rows = Gebeurtenis.objects.filter(~Exists(mended), dossier=dossier, soort__in=SOORTEN)
    rows = rows.filter(inhoud__isnull=False).select_related("inhoud", "medewerker")
    found, planned = Verloop([], []), _Planned({each.pk: each for each in talks}, {})
    for row in rows.order_by("nummer"):
        content = json.loads(bytes(row.inhoud.bytes))
        _add(found, row, content, planned=planned)
    return found


@dataclass(frozen=True)
class _Planned:
    """The talks of a dossier, and per letter (id) the one that it announces."""

    talks: Mapping[int, Afspraak]
    of_letter: dict[int, Afspraak]


def _add(
    found: Verloop, row: Gebeurtenis, content: Mapping[str, Any], *, planned: _Planned
) -> None:
    facts, details = content.get("feiten", {}), content.get("details", {})
    kind = details.get("soort", "")
    if row.soort == PLANNED:
        if talk := planned.talks.get(details["afspraak"]):
            planned.of_letter[details["besluit"]] = talk
    elif row.soort == "boete_intake_opgelegd":
        found.boetes.append(row.gebeurd_op)
    elif row.soort == "brede_intake_afgerond":
        found.klaar_op = row.gebeurd_op
        found.afwezig = facts.get("intake_in_afwezigheid") == "ja"
    elif row.soort == "uitnodiging_verzonden" or kind == UITNODIGING:
        found.gevraagd.append(_asked(Trede.UITNODIGING, row, content, planned=planned))
    elif row.soort == "oproep_verzonden" or kind in OPROEPEN:
        counting = sum(not each.goede_reden for each in found.oproepen)
        trede = TREDEN[min(counting + 1, 3)]
        found.gevraagd.append(_asked(trede, row, content, planned=planned))
    elif row.soort in TOLD and found.oproepen:
        _judge(found.oproepen[-1], row, content)


def _asked(
    trede: Trede, row: Gebeurtenis, content: Mapping[str, Any], *, planned: _Planned
) -> Gevraagd:
    besluit = content.get("details", {}).get("besluit")
    after = content.get("feiten", {}).get("termijn_oproep_tot")
    return Gevraagd(
        trede,
        row.gebeurd_op,
        besluit=besluit,
        laatste_dag=date.fromisoformat(after) - timedelta(days=1) if after else None,
        afspraak=planned.of_letter.get(besluit) if besluit else None,
    )


def _judge(asked: Gevraagd, row: Gebeurtenis, content: Mapping[str, Any]) -> None:
    """What was told of the last summons; a later judgement stands in the place of an earlier."""
    facts = content.get("feiten", {})
    asked.kwam = _answer(facts, "kwam_op_oproep", asked.kwam)
    asked.werkte_mee = _answer(facts, "werkte_voldoende_mee", asked.werkte_mee)
    asked.goede_reden = _answer(facts, "goede_reden", asked.goede_reden)
    asked.wie = row.medewerker.naam if row.medewerker is not None else ""
    asked.waarom = content.get("teksten", {}).get("reden", "")


def _answer(facts: Mapping[str, Any], name: str, before: bool | None) -> bool | None:
    if name not in facts:
        return before
    return {"ja": True, "nee": False}.get(facts[name] or "")
