"""Restricting what is done with the data of somebody (AVG 18): imposing, telling, lifting.

While a restriction stands `lock` refuses every writer but these, and what AVG 18:2 leaves: keeping
the data, the rights of the person himself, and work that is opened for a named reason.
"""

from datetime import date, datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import current_actor
from meedoen.dossier.actions.diary import Content, DiaryError, append, lock
from meedoen.dossier.models import Beperking, Dossier


def restrict(
    dossier_id: int, grond: Beperking.Grond, reden: str, *, on: date, at: datetime
) -> Beperking:
    """From this day the data are only kept (AVG 18:1).

    Errors: DiaryError where they are already; NotAllowedError.
    """
    current_actor().must(Recht.BEPERKEN)
    dossier = lock(dossier_id, also_restricted=True)
    if _standing(dossier).exists():
        raise DiaryError(_("Het gebruik van deze gegevens is al beperkt."))
    made = Beperking.objects.create(
        gemeente_id=dossier.gemeente_id, dossier=dossier, grond=grond, reden=reden, van=on
    )
    content = Content(teksten={"reden": reden}, details={"artikel": f"AVG 18:1{grond.value}"})
    append(dossier, "verwerking_beperkt", content, on=on, at=at)
    return made


def open_up(
    dossier_id: int, voor: Beperking.Openstelling, reden: str, *, on: date, at: datetime
) -> None:
    """Let work go on although the data are restricted, until it is closed again (AVG 18:2)."""
    dossier, standing = _restricted(dossier_id)
    standing.update(open_voor=voor)
    content = Content(teksten={"reden": reden}, details={"voor": str(voor.label)})
    append(dossier, "beperking_opengesteld", content, on=on, at=at)


def close_again(dossier_id: int, *, on: date, at: datetime) -> None:
    """What was opened is restricted again."""
    dossier, standing = _restricted(dossier_id)
    if standing.exclude(open_voor="").update(open_voor=""):
        append(dossier, "beperking_gesloten", Content(), on=on, at=at)


def announce_lifting(dossier_id: int, hoe: str, *, on: date, at: datetime) -> None:
    """The person was told on this day that the restriction will be lifted (AVG 18:3)."""
    dossier, standing = _restricted(dossier_id)
    append(dossier, "opheffing_verteld", Content(teksten={"hoe": hoe}), on=on, at=at)
    standing.update(gemeld_op=on)


def lift(dossier_id: int, uitkomst: str, *, on: date, at: datetime) -> None:
    """The data may be used again. Errors: DiaryError before the person was told (AVG 18:3)."""
    dossier, standing = _restricted(dossier_id)
    if not standing.filter(gemeld_op__lte=on).exists():
        raise DiaryError(_("Vertel eerst aan de persoon dat de beperking stopt (AVG 18:3)."))
    standing.filter(van__gte=on).delete()  # the diary keeps that it stood
    standing.update(tot=on)
    append(dossier, "beperking_opgeheven", Content(teksten={"uitkomst": uitkomst}), on=on, at=at)


def _restricted(dossier_id: int) -> tuple[Dossier, QuerySet[Beperking]]:
    """The dossier, held, and the restriction on it. Errors: DiaryError without; NotAllowedError."""
    current_actor().must(Recht.BEPERKEN)
    dossier = lock(dossier_id, also_restricted=True)
    standing = _standing(dossier)
    if not standing.exists():
        raise DiaryError(_("Het gebruik van deze gegevens is niet beperkt."))
    return dossier, standing


def _standing(dossier: Dossier) -> QuerySet[Beperking]:
    return Beperking.objects.filter(dossier=dossier, tot__isnull=True)
