"""Two dossiers that look like one person: an official says that they are two people."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import current_actor
from meedoen.dossier.actions.diary import Content, DiaryError, append, lock
from meedoen.dossier.models import Dossier, Onderscheid


def tell_apart(
    dossier_id: int, ander_id: int, reden: str, *, on: date, at: datetime
) -> list[Onderscheid]:
    """These are two people: nobody is asked again, and both diaries say why (AVG 5:1d).

    Two rows, one in each dossier. Errors: DiaryError for one and the same dossier, or when
    somebody said so before; NotAllowedError.
    """
    actor = current_actor()
    actor.must(Recht.VASTLEGGEN)
    if dossier_id == ander_id:
        raise DiaryError(_("Dit is één dossier. Kies een ander dossier."))
    one, ander = lock_two(dossier_id, ander_id)
    if Onderscheid.objects.filter(dossier=one, ander=ander).exists():
        raise DiaryError(_("Iemand legde dit al vast."))
    return [
        _apart(each, other, reden, on=on, at=at) for each, other in ((one, ander), (ander, one))
    ]


def lock_two(dossier_id: int, ander_id: int) -> tuple[Dossier, Dossier]:
    """Both dossiers, held in the order of their ids, given as they were asked for.

    Errors: as `lock`.
    """
    held = {pk: lock(pk) for pk in sorted((dossier_id, ander_id))}
    return held[dossier_id], held[ander_id]


def _apart(dossier: Dossier, ander: Dossier, reden: str, *, on: date, at: datetime) -> Onderscheid:
    made = Onderscheid.objects.create(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        ander=ander,
        medewerker_id=current_actor().official,
        vastgelegd_at=at,
    )
    content = Content(teksten={"reden": reden}, details={"dossier": ander.nummer})
    append(dossier, "ander_persoon_gebleken", content, on=on, at=at)
    return made
