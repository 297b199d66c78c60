"""Destroying a dossier: one official proposes, another approves, a verklaring stays behind."""

from datetime import date, datetime

from django.db import connection
from django.utils.translation import gettext as _

from meedoen.accounts.actor import NotAllowedError
from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import current_actor
from meedoen.dossier.actions.diary import Content, DiaryError, append, lock
from meedoen.dossier.models import Bewaarblokkade, Vernietiging
from meedoen.dossier.retention import objection_runs
from meedoen.law.presentation import in_words
from meedoen.rules.column import Kind


def hold(dossier_id: int, reden: str, *, on: date, at: datetime) -> Bewaarblokkade:
    """From this day nothing of the dossier may be destroyed (an objection, a court case)."""
    current_actor().must(Recht.VASTLEGGEN)
    dossier = lock(dossier_id, also_restricted=True)
    made = Bewaarblokkade.objects.create(
        gemeente_id=dossier.gemeente_id, dossier=dossier, reden=reden, van=on
    )
    append(dossier, "bewaren_opgelegd", Content(teksten={"reden": reden}), on=on, at=at)
    return made


def release(dossier_id: int, *, on: date, at: datetime) -> None:
    """The legal hold ends."""
    current_actor().must(Recht.VASTLEGGEN)
    dossier = lock(dossier_id, also_restricted=True)
    standing = Bewaarblokkade.objects.filter(dossier=dossier, tot__isnull=True)
    standing.filter(van__lt=on).update(tot=on)
    standing.filter(van__gte=on).delete()
    append(dossier, "bewaren_opgeheven", Content(), on=on, at=at)


def propose_destruction(dossier_id: int, grond: str, *, on: date, at: datetime) -> Vernietiging:
    """The first of two officials: draws up what is to be destroyed and why.

    Errors: DiaryError under a legal hold or an objection, or when it was proposed already;
    NotAllowedError.
    """
    actor = current_actor()
    actor.must(Recht.VERNIETIGING_VOORSTELLEN)
    dossier = lock(dossier_id)
    refuse_hold(dossier.pk)
    if Vernietiging.objects.filter(dossier=dossier).exists():
        raise DiaryError(_("Voor dit dossier is al een vernietiging voorgesteld."))
    made = Vernietiging.objects.create(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        grond=grond,
        voorgesteld_door_id=actor.official,
        voorgesteld_at=at,
    )
    append(dossier, "vernietiging_voorgesteld", Content(), on=on, at=at)
    return made


def destroy(vernietiging_id: int, *, on: date, at: datetime) -> Vernietiging:
    """The second official approves, and the content is gone; envelopes and verklaring stay.

    Errors: NotAllowedError for the one who proposed it; DiaryError under a legal hold.
    """
    actor = current_actor()
    actor.must(Recht.VERNIETIGING_GOEDKEUREN)
    found = Vernietiging.objects.filter(pk=vernietiging_id).first()
    if found is None or found.goedgekeurd_at is not None:
        raise DiaryError(_("Dit voorstel is er niet, of is al uitgevoerd."))
    if found.voorgesteld_door_id == actor.medewerker_id:
        raise NotAllowedError(_("Een ander moet dit goedkeuren dan wie het voorstelde."))
    dossier = lock(found.dossier_id)
    refuse_hold(dossier.pk)
    append(dossier, "dossier_vernietigd", Content(), on=on, at=at)
    found.goedgekeurd_door_id, found.goedgekeurd_at = actor.official, at
    found.verklaring = _declaration(dossier.nummer, found.grond, on)
    found.save(update_fields=["goedgekeurd_door", "goedgekeurd_at", "verklaring"])
    with connection.cursor() as cursor:
        cursor.execute("SELECT dossier_vernietig(%s)", [found.pk])
    return found


def _declaration(nummer: str, grond: str, on: date) -> str:
    """The verklaring van vernietiging: what, why, when; nothing about the person."""
    return (
        f"Dossier {nummer} is op {in_words(on, Kind.DAY)} vernietigd. Grond: {grond}. "
        "De inhoud, de feiten, de brieven, de documenten en de persoon zijn verwijderd. "
        "De nummers en dagen van de gebeurtenissen zijn gebleven."
    )


def refuse_hold(dossier_id: int) -> None:
    """Refuse what takes content away under a legal hold or an objection. Errors: DiaryError."""
    if Bewaarblokkade.objects.filter(dossier_id=dossier_id, tot__isnull=True).exists():
        raise DiaryError(_("Dit dossier moet bewaard blijven. Hef eerst de blokkade op."))
    if objection_runs(dossier_id):
        raise DiaryError(_("Er loopt een bezwaar of beroep. Tot daarop is beslist, blijft alles."))
