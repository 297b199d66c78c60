"""The week of somebody: blocks of time that come, change and end; care of a child."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from typing import Any

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import override

from meedoen.dossier.actions.diary import Content, DiaryError, append
from meedoen.dossier.models import Dossier, Gebeurtenis
from meedoen.law.weeknorm import weeknorm
from meedoen.opvang.actions.writing import held, in_dutch, said, writable
from meedoen.persoonlijk_plan.levend.week import minutes_in, rows_in
from meedoen.persoonlijk_plan.levend.week_tables import Bezigheid, Kinderopvang

WEEK, OPVANG = "week_gewijzigd", "kinderopvang_besproken"


@dataclass(frozen=True)
class Blok:
    """A block of time, as it is told: the same names as the columns of Bezigheid."""

    soort: Bezigheid.Soort
    van: time
    tot: time
    aanvang: date
    bron: Bezigheid.Bron
    wat: str = ""
    plaats: str = ""
    reis_minuten: int | None = None
    einde: date | None = None
    reden: str = ""


@dataclass(frozen=True)
class Opvang:
    """Whether a child needs care during lessons, what is arranged, whom to ask."""

    nodig: bool | None
    opvang: str = ""
    toeslag: str = ""
    vraag_aan: str = ""


def add_blocks(
    dossier_id: int, dagen: Sequence[int], blok: Blok, *, on: date, **how: Any
) -> list[Bezigheid]:
    """Put a block in the week, on each of these days (1 to 7). `how`: at, gezien.

    Errors: NotAllowedError; StaleError; DiaryError, also for a full week without a reason.
    """
    at: datetime = how["at"]
    dossier = writable(dossier_id, WEEK, gezien=how.get("gezien"))
    if not dagen:
        raise DiaryError(_("Kies een dag van de week."))
    _refuse_order(blok)
    made = []
    for dag in sorted(set(dagen)):
        told = _told(dossier, dag, blok, on=on, at=at)
        row = Bezigheid(dossier=dossier, gebeurtenis=told, dag=dag, **asdict(blok))
        row.gemeente_id = dossier.gemeente_id
        row.save()
        made.append(row)
    _refuse_full(dossier, blok)
    return made


def change_block(bezigheid: Bezigheid, dag: int, blok: Blok, *, on: date, **how: Any) -> Bezigheid:
    """Say a block anew, or from when on it is no longer there. `how`: at, gezien.

    Errors: DiaryError; StaleError.
    """
    at: datetime = how["at"]
    dossier = writable(bezigheid.dossier_id, WEEK, gezien=how.get("gezien"))
    _refuse_order(blok)
    row: Bezigheid = held(Bezigheid.objects.filter(pk=bezigheid.pk))
    row.dag = dag
    for name, value in asdict(blok).items():
        setattr(row, name, value)
    row.save()
    _told(dossier, dag, blok, on=on, at=at)
    _refuse_full(dossier, blok)
    return row


def tell_care(
    dossier_id: int, nu: Opvang, *, on: date, at: datetime, gezien: int | None = None
) -> Kinderopvang:
    """What is known of care of a child and its allowance. Errors: DiaryError; StaleError."""
    dossier = writable(dossier_id, OPVANG, gezien=gezien)
    details = {
        "nodig": {True: "ja", False: "nee", None: "niet besproken"}[nu.nodig],
        **{name: text for name, text in (("opvang", nu.opvang), ("toeslag", nu.toeslag)) if text},
    }
    texts = {"vraag_aan": nu.vraag_aan} if nu.vraag_aan else {}
    told = append(dossier, OPVANG, Content(teksten=texts, details=details), on=on, at=at)
    row, _made = Kinderopvang.objects.update_or_create(
        dossier=dossier,
        defaults={
            "gemeente_id": dossier.gemeente_id,
            "gebeurtenis": told,
            "op": on,
            **asdict(nu),
        },
    )
    return row


def _refuse_order(blok: Blok) -> None:
    if blok.tot <= blok.van:
        raise DiaryError(_("Dit is klaar voordat het begint. Kijk de tijden na."))
    if blok.einde is not None and blok.einde < blok.aanvang:
        raise DiaryError(_("De laatste dag ligt voor de eerste dag. Kijk de dagen na."))


def _refuse_full(dossier: Dossier, blok: Blok) -> None:
    """Where the week of its first day is fuller than the norm, somebody says why that can be."""
    hours = minutes_in(rows_in(dossier, blok.aanvang)) / 60
    norm = weeknorm().uren_veel
    if hours > norm and not blok.reden:
        text = _("Met dit erbij is de week %(uren)s uur, met reizen. Schrijf op waarom dat kan.")
        raise DiaryError(text % {"uren": round(hours)})


def _told(dossier: Dossier, dag: int, blok: Blok, *, on: date, at: datetime) -> Gebeurtenis:
    with override("nl"):
        details = {"dag": str(WEEKDAYS[dag - 1]), "soort": said(blok.soort)}
    details |= {"van": f"{blok.van:%H:%M}", "tot": f"{blok.tot:%H:%M}"}
    details["vanaf"] = in_dutch(blok.aanvang)
    if blok.einde is not None:
        details["niet_meer_vanaf"] = in_dutch(blok.einde)
    texts = {name: text for name, text in (("wat", blok.wat), ("reden", blok.reden)) if text}
    return append(dossier, WEEK, Content(teksten=texts, details=details), on=on, at=at)
