"""Goals and what is done for them: set, changed, ordered, ended; each a line of the diary."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Max
from django.utils.translation import gettext as _

from meedoen.dossier.actions.diary import Content, DiaryError, append
from meedoen.dossier.models import Dossier, Gebeurtenis
from meedoen.opvang.actions.writing import held, in_dutch, not_ahead, said, writable
from meedoen.persoonlijk_plan.levend.doel_tables import Doel, Planactiviteit

GESTELD, GEWIJZIGD = "doel_gesteld", "doel_gewijzigd"
AFGESPROKEN, ANDERS = "activiteit_afgesproken", "activiteit_gewijzigd"
DOELEN, ACTIVITEITEN = (GESTELD, GEWIJZIGD), (AFGESPROKEN, ANDERS)


@dataclass(frozen=True)
class NieuwDoel:
    """A goal: the sentence, its name in the list ("" for own words), whether it is an end goal."""

    ik: str
    keuze: str = ""
    einddoel: bool = False


@dataclass(frozen=True)
class DoelNu:
    """How a goal is now: the sentence, from when, and what became of it, when and why."""

    ik: str
    van: date
    einddoel: bool = False
    stand: Doel.Stand = Doel.Stand.LOOPT
    einde_op: date | None = None
    reden: str = ""


@dataclass(frozen=True)
class Onderneming:
    """What is done: for which goal (id), what kind, what, who arranges it, from when until when."""

    soort: Planactiviteit.Soort
    wat: str
    regelt: Planactiviteit.Regelt
    doel: int | None = None
    van: date | None = None
    tot: date | None = None


def set_goals(
    dossier_id: int, doelen: Sequence[NieuwDoel], *, van: date, on: date, **how: Any
) -> list[Doel]:
    """Add goals to the plan, after those that are there. `how`: at, gezien.

    Errors: NotAllowedError; DiaryError where there is none, or it runs already; StaleError.
    """
    at: datetime = how["at"]
    dossier = writable(dossier_id, *DOELEN, gezien=how.get("gezien"))
    if not doelen:
        raise DiaryError(_("Kies een doel, of schrijf er zelf een op."))
    running = Doel.objects.filter(dossier=dossier, stand=Doel.Stand.LOOPT)
    if running.filter(ik__in=[each.ik for each in doelen]).exists():
        raise DiaryError(_("Dit doel staat al in het plan. Kies een ander doel."))
    last = Doel.objects.filter(dossier=dossier).aggregate(last=Max("volgorde"))["last"] or 0
    made = []
    for place, each in enumerate(doelen, last + 1):
        told = _told_goal(dossier, GESTELD, each.ik, details={"van": in_dutch(van)}, on=on, at=at)
        row = Doel(dossier=dossier, gebeurtenis=told, volgorde=place, van=van, **asdict(each))
        row.gemeente_id = dossier.gemeente_id
        row.save()
        made.append(row)
    return made


def change_goal(doel: Doel, nu: DoelNu, *, on: date, at: datetime, gezien: int | None) -> Doel:
    """Say a goal anew, or tell that it was reached or stopped. Errors: DiaryError; StaleError."""
    dossier = writable(doel.dossier_id, *DOELEN, gezien=gezien)
    row: Doel = held(Doel.objects.filter(pk=doel.pk))
    if nu.stand != Doel.Stand.LOOPT and nu.einde_op is None:
        raise DiaryError(_("Vul in op welke dag dit was."))
    if nu.stand == Doel.Stand.GESTOPT and not nu.reden:
        raise DiaryError(_("Schrijf op waarom dit doel stopt."))
    not_ahead(nu.einde_op, on=on)
    running = nu.stand == Doel.Stand.LOOPT
    row.ik, row.van, row.einddoel, row.stand = nu.ik, nu.van, nu.einddoel, nu.stand
    row.einde_op, row.reden = (None, "") if running else (nu.einde_op, nu.reden)
    row.save()
    details = {"doel": row.pk, "stand": said(nu.stand)}
    if row.einde_op is not None:
        details["op"] = in_dutch(row.einde_op)
    _told_goal(dossier, GEWIJZIGD, row.ik, details=details, reden=row.reden, on=on, at=at)
    return row


def move_up(doel: Doel, *, on: date, at: datetime, gezien: int | None) -> None:
    """Put a goal one place higher among those that run; the first stays. Errors: StaleError."""
    dossier = writable(doel.dossier_id, *DOELEN, gezien=gezien)
    rows = list(
        Doel.objects.select_for_update()
        .filter(dossier=dossier, stand=Doel.Stand.LOOPT)
        .order_by("volgorde")
    )
    place = [row.pk for row in rows].index(doel.pk) if doel.stand == Doel.Stand.LOOPT else 0
    if not place:
        return
    before, this = rows[place - 1], rows[place]
    before.volgorde, this.volgorde = this.volgorde, before.volgorde
    Doel.objects.bulk_update([before, this], ["volgorde"])
    details = {"doel": this.pk, "plaats": place}
    _told_goal(dossier, GEWIJZIGD, this.ik, details=details, on=on, at=at)


def agree_activity(
    dossier_id: int, nieuw: Onderneming, *, on: date, at: datetime, gezien: int | None = None
) -> Planactiviteit:
    """Add what somebody does for a goal. Errors: DiaryError; StaleError."""
    dossier = writable(dossier_id, *ACTIVITEITEN, gezien=gezien)
    _refuse(dossier, nieuw)
    told = _told_activity(dossier, AFGESPROKEN, nieuw, on=on, at=at)
    row = Planactiviteit(dossier=dossier, gebeurtenis=told, gemeente_id=dossier.gemeente_id)
    return _saved(row, nieuw)


def change_activity(
    activiteit: Planactiviteit, nu: Onderneming, *, on: date, at: datetime, gezien: int | None
) -> Planactiviteit:
    """Say anew what somebody does, or until when. Errors: DiaryError; StaleError."""
    dossier = writable(activiteit.dossier_id, *ACTIVITEITEN, gezien=gezien)
    _refuse(dossier, nu)
    row = held(Planactiviteit.objects.filter(pk=activiteit.pk))
    _told_activity(dossier, ANDERS, nu, on=on, at=at)
    return _saved(row, nu)


def _refuse(dossier: Dossier, each: Onderneming) -> None:
    """Refuse days in the wrong order, and a goal that is not of this plan. Errors: DiaryError."""
    if each.van and each.tot and each.tot < each.van:
        raise DiaryError(_("De laatste dag ligt voor de eerste dag. Kijk de dagen na."))
    if each.doel and not Doel.objects.filter(pk=each.doel, dossier=dossier).exists():
        raise DiaryError(_("Dit doel is er niet meer. Kies een ander doel."))


def _saved(row: Planactiviteit, each: Onderneming) -> Planactiviteit:
    row.doel_id, row.soort, row.wat, row.regelt = each.doel, each.soort, each.wat, each.regelt
    row.van, row.tot = each.van, each.tot
    row.save()
    return row


def _told_goal(
    dossier: Dossier, soort: str, ik: str, *, details: dict[str, Any], **when: Any
) -> Gebeurtenis:
    texts = {"doel": ik} | ({"reden": when["reden"]} if when.get("reden") else {})
    content = Content(teksten=texts, details=details)
    return append(dossier, soort, content, on=when["on"], at=when["at"])


def _told_activity(
    dossier: Dossier, soort: str, each: Onderneming, *, on: date, at: datetime
) -> Gebeurtenis:
    details = {"soort": said(each.soort), "regelt": said(each.regelt)}
    details |= {name: in_dutch(day) for name, day in (("van", each.van), ("tot", each.tot)) if day}
    content = Content(teksten={"activiteit": each.wat}, details=details)
    return append(dossier, soort, content, on=on, at=at)
