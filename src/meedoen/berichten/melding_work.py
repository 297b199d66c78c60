"""What there is to tell DUO: lines that nobody told it of, and whose turn it is.

Found by what is missing and never by a place in a list, so that a line which became visible late is
found too. Runs in the scope of the worker.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from meedoen.berichten.melding_tables import IS_OPEN, Melding, Meldingstand
from meedoen.dossier.models import Besluit, Gebeurtenis, Inhoud, Stand, Verzending
from meedoen.law.duo_meldingen import Aanleiding, duo_meldingen

MOST = 200  # lines that one round takes up
SENT, WITHDRAWN, TOLD_BY_HAND = "besluit_verzonden", "besluit_ingetrokken", "pip_gemeld"
GONE = "gegevens_ingetrokken"  # because they never were of this person
WENT = (Meldingstand.VERZONDEN, Meldingstand.BEVESTIGD)


@dataclass(frozen=True)
class Reden:
    """A line that DUO must hear of, as which message; `over`: the line that it takes back."""

    line: Gebeurtenis
    melding: str
    over: int | None = None


def untold(gemeente: int) -> Iterator[Reden]:
    """The lines of a municipality (CBS code) that there is no message of yet, in order."""
    table = duo_meldingen()
    letter = Verzending.objects.filter(dossier=OuterRef("dossier"), regel=OuterRef("nummer"))
    rows = (
        _without_message(gemeente)
        .filter(_soorten(), ~mended(), ~told_by_hand())
        .annotate(brief=Subquery(letter.values("besluit__soort")[:1]))
    )
    for line in rows.order_by("dossier", "nummer")[:MOST]:
        found, over = _letter_of(line) if line.soort == WITHDRAWN else (line.brief or "", None)
        reason: Aanleiding | None = table.of(line.soort, found)
        if reason is not None:
            yield Reden(line, reason.melding, over)
    yield from _taken_back(gemeente)


def _without_message(gemeente: int) -> QuerySet[Gebeurtenis]:
    """Lines whose content is still there: what was withdrawn as not ours is told to nobody."""
    rows: QuerySet[Gebeurtenis] = Gebeurtenis.objects.filter(
        ~Exists(Melding.objects.filter(gebeurtenis=OuterRef("pk"))),
        Exists(Inhoud.objects.filter(gebeurtenis=OuterRef("pk"))),
        gemeente=gemeente,
        dossier__persoon__isnull=False,
    )
    return rows


def _soorten() -> Q:
    """Lines that tell it themselves, and of letters those of the kinds in the table.

    Not a first plan whose term DUO has told already: DUO decides on no term before it has the plan
    (Wi 11:2), so it was told before there was an outbox, or elsewhere.
    """
    table = duo_meldingen()
    gone = Besluit.objects.filter(
        dossier=OuterRef("dossier"),
        ingetrokken_op=OuterRef("gebeurd_op"),
        soort__in=table.brieven(WITHDRAWN),
    )
    heard = Stand.objects.filter(
        Q(termijn_vastgesteld=True) | Q(einde_huidige_termijn__isnull=False),
        dossier_id=OuterRef("dossier"),
    )
    every = telling(table.soorten(), table.brieven(SENT))
    first = telling(table.soorten("pip"), table.brieven(SENT, "pip"))
    return (every & ~(first & Q(Exists(heard)))) | Q(Exists(gone), soort=WITHDRAWN)


def telling(soorten: tuple[str, ...], brieven: tuple[str, ...]) -> Q:
    """Lines of these kinds, and those that say that a letter of these kinds was sent."""
    letters = Verzending.objects.filter(
        dossier=OuterRef("dossier"), regel=OuterRef("nummer"), besluit__soort__in=brieven
    )
    return Q(soort__in=soorten) | Q(Exists(letters), soort=SENT)


def mended() -> Exists:
    """A later line put this one right: that one is told, if it is to be told."""
    return Exists(
        Gebeurtenis.objects.filter(dossier=OuterRef("dossier"), herstelt=OuterRef("nummer"))
    )


def told_by_hand() -> Exists:
    """After this line an official wrote that DUO was told, outside the outbox."""
    ours = Melding.objects.filter(gemeld=OuterRef("pk"))
    return Exists(
        Gebeurtenis.objects.filter(
            ~mended(),
            ~Exists(ours),
            dossier=OuterRef("dossier"),
            nummer__gt=OuterRef("nummer"),
            soort=TOLD_BY_HAND,
        )
    )


def _letter_of(line: Gebeurtenis) -> tuple[str, int | None]:
    """Kind of the letter that this line takes back, and the number of the line of its sending."""
    held = Inhoud.objects.filter(gebeurtenis=line).first()
    details: dict[str, Any] = json.loads(bytes(held.bytes))["details"] if held else {}
    sent = Verzending.objects.filter(besluit=details.get("besluit"), regel__isnull=False)
    over = sent.order_by("-pk").values_list("regel", flat=True).first()
    return details.get("soort", ""), over


def _taken_back(gemeente: int) -> Iterator[Reden]:
    """Lines that take back what DUO was told, and put nothing in its place: a returned letter."""
    table = duo_meldingen()
    went = Melding.objects.filter(
        dossier=OuterRef("dossier"),
        gebeurtenis__nummer=OuterRef("herstelt"),
        stand__in=[each.value for each in WENT],
    )
    rows = _without_message(gemeente).filter(Exists(went), herstelt__isnull=False)
    earlier = Gebeurtenis.objects.filter(
        dossier=OuterRef("dossier"), nummer=OuterRef("herstelt"), soort="pip_gewijzigd"
    )
    rows = rows.exclude(soort__in=table.soorten()).annotate(wijziging=Exists(earlier))
    for line in rows.order_by("dossier", "nummer")[:MOST]:
        yield Reden(line, "pip_hersteld" if line.wijziging else "pip_ingetrokken", line.herstelt)


def no_longer(gemeente: int) -> QuerySet[Melding]:
    """Messages that did not go, of lines that were put right since."""
    return Melding.objects.annotate(
        hersteld=Exists(
            Gebeurtenis.objects.filter(
                dossier=OuterRef("dossier"), herstelt=OuterRef("gebeurtenis__nummer")
            )
        )
    ).filter(hersteld=True, gemeente=gemeente, stand__in=("klaar", "wacht", "afgewezen", "vooraf"))


def wake_waiting(gemeente: int) -> QuerySet[Melding]:
    """Messages that wait, of dossiers in which something was written since they were looked at."""
    return Melding.objects.filter(
        gemeente=gemeente,
        stand=Meldingstand.WACHT,
        dossier__laatste_nummer__gt=F("gezien"),
    )


def next_to_tell(gemeente: int, *, at: datetime, most: int) -> list[Melding]:
    """What is due, the longest waiting first; of one dossier only the first that is not done."""
    earlier = Melding.objects.filter(IS_OPEN, dossier=OuterRef("dossier"), pk__lt=OuterRef("pk"))
    due = Melding.objects.filter(IS_OPEN, ~Exists(earlier), gemeente=gemeente, volgende_at__lte=at)
    rows = due.select_related("dossier__persoon", "dossier__gemeente", "gebeurtenis")
    return list(rows.order_by("volgende_at", "pk")[:most])
