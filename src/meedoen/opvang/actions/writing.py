"""What every action of opvang begins with, and how it notes days in the diary."""

from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import current_actor
from meedoen.dossier.actions.diary import DiaryError, lock
from meedoen.dossier.actions.people import StaleError
from meedoen.dossier.models import Dossier, Gebeurtenis


def writable(dossier_id: int, *soorten: str, gezien: int | None) -> Dossier:
    """The dossier, held, if nothing of these soorten was written since `gezien`.

    Errors: NotAllowedError; DiaryError; StaleError.
    """
    current_actor().must(Recht.VASTLEGGEN)
    dossier = lock(dossier_id)
    if gezien is not None:
        newer = Gebeurtenis.objects.filter(dossier=dossier, soort__in=soorten, nummer__gt=gezien)
        if newer.exists():
            raise StaleError({})
    return dossier


def held(rows: Any) -> Any:
    """The one row of these, held. Errors: DiaryError."""
    found = rows.select_for_update().first()
    if found is None:
        raise DiaryError(_("Dit is er niet meer."))
    return found


def not_ahead(day: date | None, *, on: date) -> None:
    """Refuse a day that is still to come. Errors: DiaryError."""
    if day is not None and day > on:
        raise DiaryError(_("Deze dag moet nog komen. Kies vandaag of een dag daarvoor."))


def in_dutch(day: date) -> str:
    """A day as the diary keeps it: in Dutch, whatever language the writer reads."""
    with override("nl"):
        return str(date_format(day, "j F Y"))


def said(choice: Any) -> str:
    """The label of a choice as the diary keeps it."""
    with override("nl"):
        return str(choice.label)
