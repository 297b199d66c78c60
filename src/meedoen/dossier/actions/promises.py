"""Promises that the municipality makes itself, and putting off work."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import current_actor
from meedoen.dossier.actions.diary import Content, DiaryError, append, lock
from meedoen.dossier.actions.people import StaleError
from meedoen.dossier.models import Toezegging, Uitstel

# Late work hurts somebody every day: a week is enough to find out what stands in the way.
LATE_AT_MOST = timedelta(days=7)
# Work without a last day is forgotten when it is away for long: four weeks, then look again.
UNDATED_AT_MOST = timedelta(days=28)


@dataclass(frozen=True)
class Belofte:
    """What is promised: to whom, what, and until which day."""

    soort: Toezegging.Soort
    aan: str
    wat: str
    uiterlijk_op: date


@dataclass(frozen=True)
class Werk:
    """Work of a dossier: its signal, which of that signal, its last day, and how it is called."""

    signaal: str
    sleutel: str
    dag: date | None
    naam: str


def promise(dossier_id: int, belofte: Belofte, *, on: date, at: datetime) -> Toezegging:
    """Keep a promise, so that somebody keeps it. Errors: DiaryError for a day that is past."""
    actor = current_actor()
    actor.must(Recht.VASTLEGGEN)
    if belofte.uiterlijk_op < on:
        raise DiaryError(_("Deze dag is al voorbij. Kies vandaag of later."))
    dossier = lock(dossier_id)
    made = Toezegging.objects.create(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        medewerker_id=actor.official,
        gemaakt_at=at,
        soort=belofte.soort,
        aan=belofte.aan,
        wat=belofte.wat,
        uiterlijk_op=belofte.uiterlijk_op,
    )
    told = {"aan": belofte.aan, "uiterlijk": _in_dutch(belofte.uiterlijk_op)}
    content = Content(teksten={"wat": belofte.wat}, details={"toezegging": made.pk, **told})
    append(dossier, "toezegging_gedaan", content, on=on, at=at)
    return made


def end_promise(
    toezegging_id: int,
    stand: Toezegging.Stand,
    toelichting: str,
    *,
    versie: int,
    on: date,
    at: datetime,
) -> Toezegging:
    """A promise was kept, or is withdrawn, with a note. Errors: StaleError; DiaryError."""
    actor = current_actor()
    actor.must(Recht.VASTLEGGEN)
    found = Toezegging.objects.filter(pk=toezegging_id).first()
    if found is None or stand is Toezegging.Stand.OPEN:
        raise DiaryError(_("Deze belofte is er niet, of u mag haar niet zien."))
    dossier = lock(found.dossier_id)
    row = Toezegging.objects.select_for_update().get(pk=toezegging_id)
    if row.versie != versie or row.stand != Toezegging.Stand.OPEN:
        raise StaleError({"stand": (row.get_stand_display(), str(stand.label))})
    row.stand, row.toelichting, row.versie = stand, toelichting, versie + 1
    row.afgehandeld_at, row.afgehandeld_door_id = at, actor.official
    row.save()
    details = {"toezegging": row.pk, "uitkomst": stand.value}
    content = Content(teksten={"toelichting": toelichting}, details=details)
    append(dossier, "toezegging_afgehandeld", content, on=on, at=at)
    return row


def put_off_until(dag: date | None, *, on: date) -> date:
    """The last day to which work with this last day may be put off; on that day it is back."""
    if dag is None:
        return on + UNDATED_AT_MOST
    return dag if dag > on else on + LATE_AT_MOST


def put_off(
    dossier_id: int, werk: Werk, tot: date, *, reden: str, on: date, at: datetime
) -> Uitstel:
    """Put work off until a day, on which it is back. Errors: DiaryError, with the reason."""
    actor = current_actor()
    actor.must(Recht.VASTLEGGEN)
    refuse_too_long(werk.dag, tot, on=on)
    dossier = lock(dossier_id)
    row, _made = Uitstel.objects.update_or_create(
        dossier=dossier,
        signaal=werk.signaal,
        sleutel=werk.sleutel,
        defaults={
            "gemeente_id": dossier.gemeente_id,
            "dag": werk.dag,
            "tot": tot,
            "reden": reden,
            "medewerker_id": actor.official,
            "gemaakt_at": at,
        },
    )
    told = {"werk": werk.naam, "uitgesteld_tot": _in_dutch(tot)}
    content = Content(teksten={"reden": reden}, details=told)
    append(dossier, "werk_uitgesteld", content, on=on, at=at)
    return row


def refuse_too_long(dag: date | None, tot: date, *, on: date) -> None:
    """Refuse a day that is no later day, or too late for this work. Errors: DiaryError."""
    last = put_off_until(dag, on=on)
    if tot <= on:
        raise DiaryError(_("Kies een dag na vandaag."))
    if tot <= last:
        return
    words = {"dag": date_format(last, "j F Y")}
    if dag is None:
        text = _("Werk zonder laatste dag stelt u hoogstens vier weken uit: tot %(dag)s.")
    elif dag <= on:
        text = _("Dit is al te laat of vandaag aan de beurt. U stelt het uit tot %(dag)s.")
    else:
        text = _("De laatste dag voor dit werk is %(dag)s. Verder uitstellen kan niet.")
    raise DiaryError(text % words)


def bring_back(dossier_id: int, werk: Werk, *, on: date, at: datetime) -> None:
    """What was put off is work again from now on; nothing happens where it is already."""
    current_actor().must(Recht.VASTLEGGEN)
    dossier = lock(dossier_id)
    rows = Uitstel.objects.filter(dossier=dossier, signaal=werk.signaal, sleutel=werk.sleutel)
    if rows.delete()[0]:
        append(dossier, "werk_teruggehaald", Content(details={"werk": werk.naam}), on=on, at=at)


def _in_dutch(day: date) -> str:
    """A day as the diary keeps it: in Dutch, whatever language the writer reads."""
    with override("nl"):
        return str(date_format(day, "j F Y"))
