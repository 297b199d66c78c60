"""Giving many dossiers of one klantmanager to colleagues: all of them, or none."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from meedoen.accounts.actor import Actor, NotAllowedError
from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import current_actor
from meedoen.accounts.vervanging.queries import klantmanagers
from meedoen.dossier.actions.diary import DiaryError, lock
from meedoen.dossier.actions.people import hand_on
from meedoen.dossier.caseload import MOST
from meedoen.dossier.models import Dossier


class MovedError(DiaryError):
    """Meanwhile somebody else gave some of these dossiers (numbers) away; nothing was written."""

    def __init__(self, numbers: list[str]) -> None:
        words = _("Intussen heeft een ander deze dossiers al: %(nummers)s. Er is niets veranderd.")
        super().__init__(words % {"nummers": ", ".join(numbers)})
        self.numbers = numbers


@transaction.atomic
def hand_over_caseload(
    owner: int, to: Mapping[int, int], *, note: str, on: date, at: datetime
) -> None:
    """Give dossiers (ids) of an owner each to a klantmanager, with a line in every diary.

    `note` stands in each of them. Errors: NotAllowedError; MovedError where one is no longer of
    this owner; DiaryError, also where the data of one are only kept (AVG 18).
    """
    actor = current_actor()
    _must_give(actor, owner)
    _check(actor, owner, to, on=on)
    # in the order of their ids: two who give at once wait for each other, and never for ever
    held = [lock(pk) for pk in sorted(to)]
    moved = [each for each in held if each.klantmanager_id != owner]
    if moved:
        raise MovedError(sorted(each.nummer for each in moved))
    for dossier in held:
        hand_on(dossier, to[dossier.pk], on=on, at=at, note=note)


def _must_give(actor: Actor, owner: int) -> None:
    if not actor.may(Recht.VERDELEN):
        actor.must(Recht.EIGEN_OVERDRAGEN)
        if owner != actor.medewerker_id:
            raise NotAllowedError(_("U geeft alleen uw eigen dossiers aan een collega."))


def _check(actor: Actor, owner: int, to: Mapping[int, int], *, on: date) -> None:
    if not to:
        raise DiaryError(_("Kies ten minste één dossier."))
    if len(to) > MOST:
        raise DiaryError(_("Kies ten hoogste %(aantal)s dossiers tegelijk.") % {"aantal": MOST})
    if owner in to.values():
        raise DiaryError(_("Deze collega heeft de dossiers al. Kies een ander."))
    working = klantmanagers(actor.gemeenten, on=on).values_list("pk", flat=True)
    if not set(to.values()) <= set(working):
        raise DiaryError(_("Kies een collega die dezelfde rol heeft."))
    if Dossier.objects.filter(pk__in=to).count() < len(to):
        raise DiaryError(_("Een van deze dossiers is er niet, of u mag het niet zien."))
