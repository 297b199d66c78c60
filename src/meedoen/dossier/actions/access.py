"""Opening the dossier of a colleague: allowed for a day, with a reason, and always to be seen."""

from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import current_actor
from meedoen.dossier.actions.diary import Content, DiaryError, append, lock
from meedoen.dossier.models import Betrokkenheid

LEAST_REASON = 10  # characters: a reason that nobody can read back is none


def break_glass(dossier_id: int, reden: str, *, on: date, at: datetime) -> Betrokkenheid:
    """Open a dossier that is not in one's own caseload, today, for a reason that is kept.

    Errors: DiaryError for no real reason; NotAllowedError.
    """
    actor = current_actor()
    actor.must(Recht.INZAGE_VERANTWOORDEN)
    if len(reden.strip()) < LEAST_REASON:
        raise DiaryError(
            _("Schrijf op waarom u dit dossier nodig hebt, in ten minste een paar woorden.")
        )
    dossier = lock(dossier_id, also_restricted=True)
    made = Betrokkenheid.objects.create(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        medewerker_id=actor.official,
        rol=actor.rol,
        reden=reden.strip(),
        van=on,
        tot=on + timedelta(days=1),
    )
    content = Content(teksten={"reden": reden.strip()}, details={"rol": actor.rol.value})
    append(dossier, "toegang_verantwoord", content, on=on, at=at)
    return made


def involve(dossier_id: int, medewerker: int, rol: str, *, on: date, at: datetime) -> Betrokkenheid:
    """From this day an official or partner takes part in a dossier, in this role."""
    current_actor().must(Recht.VOORSTELLEN)
    dossier = lock(dossier_id)
    made = Betrokkenheid.objects.create(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        medewerker_id=medewerker,
        rol=rol,
        van=on,
    )
    details = {"medewerker": medewerker, "rol": rol}
    append(dossier, "betrokkene_toegevoegd", Content(details=details), on=on, at=at)
    return made
