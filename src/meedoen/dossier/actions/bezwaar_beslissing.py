"""The letter that decides on an objection: who may sign it, and what sending it does."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from meedoen.accounts.actor import NotAllowedError
from meedoen.dossier.actions.diary import Content, DiaryError, append
from meedoen.dossier.bezwaar import KIND
from meedoen.dossier.models import Besluit, Bezwaar, Dossier


def settle(letter: Besluit, dossier: Dossier, *, on: date, at: datetime) -> None:
    """What a decision on an objection does when it is sent: gegrond takes the besluit away.

    In part gegrond: the decision says what takes its place, and the rest stays (Awb 7:11:2).
    Called by whoever sends; a letter of another kind does nothing here.
    """
    if letter.soort != KIND:
        return
    row = Bezwaar.objects.select_related("besluit").filter(beslissing=letter).first()
    if row is None or row.uitkomst != Bezwaar.Uitkomst.GEGROND:
        return
    if row.besluit.ingetrokken_op is None:
        row.besluit.ingetrokken_op = on
        row.besluit.save(update_fields=["ingetrokken_op"])
        details = {"besluit": row.besluit_id, "soort": row.besluit.soort}
        reden = "het bezwaar is gegrond"
        content = Content(details=details, teksten={"reden": reden})
        append(dossier, "besluit_ingetrokken", content, on=on, at=at)


def refuse_own(letter: Besluit, medewerker: int) -> None:
    """Errors: NotAllowedError for who took the besluit and would decide on the objection to it.

    No mandate reaches that far (Awb 10:3:3). A decision that is not joined to its objection yet
    cannot be judged: that is a DiaryError.
    """
    if letter.soort != KIND:
        return
    row = Bezwaar.objects.select_related("besluit").filter(beslissing=letter).first()
    if row is None:
        raise DiaryError(_("Leg eerst bij het bezwaar vast wat de uitkomst is."))
    if row.besluit.ondertekend_door_id == medewerker:
        raise NotAllowedError(
            _("U ondertekende het besluit zelf. Een ander moet nu beslissen (Awb 10:3).")
        )
