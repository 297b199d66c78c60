"""Saying that what a notice of DUO asks was done; and putting it back."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import current_actor
from meedoen.berichten.models import Bericht, Gedaan
from meedoen.berichten.te_doen import te_doen_of
from meedoen.dossier.actions.diary import Content, DiaryError, append, lock


def mark_done(bericht: Bericht, toelichting: str, *, on: date, at: datetime) -> Gedaan:
    """Somebody did what a notice asks; it goes off the work list. `toelichting` may be "".

    Errors: DiaryError where there is nothing to do, or a colleague did it; NotAllowedError.
    """
    return _mark(bericht, toelichting, gedaan=True, on=on, at=at)


def put_back(bericht: Bericht, toelichting: str, *, on: date, at: datetime) -> Gedaan:
    """It was not done after all: it is work again. Errors: as `mark_done`."""
    return _mark(bericht, toelichting, gedaan=False, on=on, at=at)


def _mark(bericht: Bericht, toelichting: str, *, gedaan: bool, on: date, at: datetime) -> Gedaan:
    actor = current_actor()
    actor.must(Recht.BERICHTEN_ZIEN)
    actor.must(Recht.VASTLEGGEN)
    if bericht.dossier_id is None:
        raise DiaryError(_("Dit bericht staat in geen dossier."))
    dossier = lock(bericht.dossier_id)  # so that of two at once one comes too late
    now = te_doen_of(bericht)
    if now is None or not (now.open if gedaan else now.gedaan):
        raise DiaryError(_("Dit is al veranderd. Kijk hoe het nu staat."))
    made = Gedaan.objects.create(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        bericht=bericht,
        gedaan=gedaan,
        toelichting=toelichting,
        medewerker_id=actor.official,
        vastgelegd_at=at,
    )
    content = Content(
        teksten={"toelichting": toelichting} if toelichting else {},
        details={"werk": now.event.todo},
    )
    soort = "duo_werk_gedaan" if gedaan else "duo_werk_teruggezet"
    append(dossier, soort, content, on=on, at=at)
    return made
