"""Making appointments and telling how they went."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import current_actor
from meedoen.dossier.actions.diary import Content, DiaryError, append, lock
from meedoen.dossier.actions.people import StaleError
from meedoen.dossier.models import Afspraak


def make_appointment(
    dossier_id: int, gegevens: Mapping[str, Any], *, on: date, at: datetime
) -> Afspraak:
    """Plan a talk: onderwerp, begint_at, eindigt_at, plaats, tolk and its language.

    Errors: DiaryError for a moment in the past or an interpreter without a language.
    """
    actor = current_actor()
    actor.must(Recht.VASTLEGGEN)
    if gegevens["eindigt_at"] <= gegevens["begint_at"]:
        raise DiaryError(_("De afspraak eindigt voordat hij begint. Kijk de tijden na."))
    if gegevens["tolk"] != Afspraak.Tolk.GEEN and not gegevens.get("tolk_taal"):
        raise DiaryError(_("Vul in welke taal de tolk spreekt."))
    dossier = lock(dossier_id)
    made = Afspraak.objects.create(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        medewerker_id=actor.official,
        **gegevens,
    )
    append(dossier, "afspraak_gemaakt", Content(details={"afspraak": made.pk}), on=on, at=at)
    return made


def end_appointment(
    afspraak_id: int, uitkomst: Afspraak.Uitkomst, *, versie: int, on: date, at: datetime
) -> Afspraak:
    """Tell how an appointment went. Errors: StaleError when somebody else told it meanwhile."""
    current_actor().must(Recht.VASTLEGGEN)
    found = Afspraak.objects.filter(pk=afspraak_id).first()
    if found is None:
        raise DiaryError(_("Deze afspraak is er niet, of u mag hem niet zien."))
    dossier = lock(found.dossier_id)
    afspraak = Afspraak.objects.select_for_update().get(pk=afspraak_id)
    if afspraak.versie != versie:
        raise StaleError({"uitkomst": (afspraak.get_uitkomst_display(), str(uitkomst.label))})
    afspraak.uitkomst, afspraak.versie = uitkomst, versie + 1
    afspraak.save(update_fields=["uitkomst", "versie"])
    details = {"afspraak": afspraak.pk, "uitkomst": uitkomst.value}
    append(dossier, "afspraak_afgelopen", Content(details=details), on=on, at=at)
    return afspraak
