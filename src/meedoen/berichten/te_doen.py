"""What notices of DUO ask of people, and which of it is still to be done.

A notice asks what its code asks (law/duo_gebeurtenissen.toml). Of several with one code about one
person the last one counts: it asks the same. What the signals of the rules carry alone is not here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import (
    DateTimeField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
)
from django.db.models.functions import Cast, Least, TruncDate

from meedoen.berichten.inbox import Stand
from meedoen.berichten.models import Bericht, Gedaan
from meedoen.dossier.models import Dossier, Gebeurtenis, Intrekking
from meedoen.dossier.models import Stand as Known
from meedoen.law.duo_events import DuoEvent, duo_events


@dataclass(frozen=True)
class TeDoen:
    """How it stands with what one notice asks: still open, and who said last that it was done.

    `laatste` may also say that it was put back. Neither open nor done by somebody: the dossier
    shows that it was done, a later notice asks the same, or the rules carry it.
    """

    event: DuoEvent
    open: bool
    laatste: Gedaan | None

    @property
    def gedaan(self) -> Gedaan | None:
        """The mark of who did it, unless it was put back."""
        return self.laatste if self.laatste is not None and self.laatste.gedaan else None


def te_doen_of(bericht: Bericht) -> TeDoen | None:
    """How it stands with one notice; None while it asks nothing: of nobody, or not processed."""
    event = duo_events().get(bericht.gebeurtenis)
    if event is None or bericht.dossier_id is None or bericht.stand != Stand.VERWERKT:
        return None
    open_ = to_be_done(Dossier.objects.filter(pk=bericht.dossier_id)).filter(pk=bericht.pk)
    marks = Gedaan.objects.filter(bericht=bericht).select_related("medewerker")
    return TeDoen(event, open_.exists(), marks.order_by("-pk").first())


def to_be_done(dossiers: QuerySet[Dossier]) -> QuerySet[Any]:
    """The notices about these dossiers of which somebody must still do what they ask.

    Each with `sinds`: the day on which DUO registered it, or on which it came in.
    """
    codes = [each.code for each in duo_events().values() if not each.carried]
    rows = Bericht.objects.filter(
        dossier__in=_running(dossiers), stand=Stand.VERWERKT, gebeurtenis__in=codes
    )
    rows = rows.annotate(
        sinds=TruncDate(Least("geregistreerd_at", "ontvangen_at", output_field=DateTimeField())),
        merk=Subquery(_of_this(Gedaan).order_by("-pk").values("gedaan")[:1]),
    )
    undone = Q(merk__isnull=True) | Q(merk=False)
    return rows.filter(undone, ~Exists(_later()), ~Exists(_shown()), ~Exists(_withdrawn()))


def _running(dossiers: QuerySet[Dossier]) -> QuerySet[Any]:
    """Whose case runs: of who left, died or is finished, signals of the rules say what is left."""
    over = Q(zaak_geeindigd_op__isnull=False) | Q(overleden=True) | Q(ingezetene=False)
    return dossiers.exclude(pk__in=Known.objects.filter(over).values("pk"))


def _of_this(table: Any) -> QuerySet[Any]:
    rows: QuerySet[Any] = table.objects.filter(bericht=OuterRef("pk"))
    return rows


def _later() -> QuerySet[Bericht]:
    """A later notice that asks the same."""
    return Bericht.objects.filter(
        dossier=OuterRef("dossier"),
        gebeurtenis=OuterRef("gebeurtenis"),
        stand=Stand.VERWERKT,
        pk__gt=OuterRef("pk"),
    )


def _shown() -> QuerySet[Any]:
    """What the diary says since, that shows that it was done; what was put right does not count."""
    by_code = [
        Q(code=each.code, soort__in=each.klaar) for each in duo_events().values() if each.klaar
    ]
    mended = Gebeurtenis.objects.filter(dossier=OuterRef("dossier"), herstelt=OuterRef("nummer"))
    code = ExpressionWrapper(OuterRef("gebeurtenis"), TextField())
    lines: QuerySet[Any] = Gebeurtenis.objects.alias(code=code).filter(
        reduce(or_, by_code),
        ~Exists(mended),
        dossier=OuterRef("dossier"),
        gebeurd_op__gte=OuterRef("sinds"),
        vastgelegd_at__gte=OuterRef("ontvangen_at"),
    )
    return lines


def _withdrawn() -> QuerySet[Any]:
    """What came here by mistake and was withdrawn asks nothing."""
    number = Cast(OuterRef("bericht_id"), TextField())
    rows: QuerySet[Any] = Intrekking.objects.alias(number=number).filter(
        dossier=OuterRef("dossier"), goedgekeurd=True, berichten__contains=[F("number")]
    )
    return rows
