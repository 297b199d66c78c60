"""Inzage (AVG 15): somebody asks for a copy of the own data, it is made, and handed over."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from meedoen.accounts.actor import NotAllowedError
from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import current_actor
from meedoen.dossier.actions.diary import Content, DiaryError, append, lock
from meedoen.dossier.inzage import copy_of, hash_of
from meedoen.dossier.models import Dossier, Inzageverzoek
from meedoen.dossier.person import safe_contact_of


def ask_inzage(dossier_id: int, hoe: str, *, on: date, at: datetime) -> Inzageverzoek:
    """Somebody asked for a copy on this day. Errors: DiaryError where a request is open."""
    current_actor().must(Recht.INZAGE_GEVEN)
    dossier = lock(dossier_id, also_restricted=True)
    if _open(dossier).exists():
        raise DiaryError(_("Er is al een vraag om inzage. Geef eerst daarop antwoord."))
    made = Inzageverzoek.objects.create(
        gemeente_id=dossier.gemeente_id, dossier=dossier, gevraagd_op=on
    )
    append(dossier, "inzage_gevraagd", Content(teksten={"hoe": hoe}), on=on, at=at)
    return made


def look_over(dossier_id: int, hoe: str, *, on: date, at: datetime) -> None:
    """A second official says how the copy can be handed over without danger."""
    actor = current_actor()
    actor.must(Recht.INZAGE_NAKIJKEN)
    dossier, found = _asked(dossier_id)
    found.nagekeken_door_id, found.nagekeken_at = actor.official, at
    found.save(update_fields=["nagekeken_door", "nagekeken_at"])
    append(dossier, "inzage_nagekeken", Content(teksten={"hoe": hoe}), on=on, at=at)


def make_copy(
    dossier_id: int, weggelaten: Iterable[int], *, on: date, at: datetime
) -> Inzageverzoek:
    """Make the copy of now, without these lines of the diary: they are about others (AVG 15:4).

    Errors: DiaryError under safe contact, before a colleague looked it over; NotAllowedError.
    """
    current_actor().must(Recht.INZAGE_GEVEN)
    dossier, found = _asked(dossier_id)
    _refuse_unsafe(dossier, found, on)
    found.weggelaten = sorted(set(weggelaten))
    if any(nummer > dossier.laatste_nummer for nummer in found.weggelaten):
        raise DiaryError(_("Een van deze nummers staat niet in de Tijdlijn. Kijk ze na."))
    found.gemaakt_at = at
    found.save(update_fields=["weggelaten", "gemaakt_at"])
    return found


def give_inzage(dossier_id: int, hoe: str, *, on: date, at: datetime) -> Inzageverzoek:
    """The copy was handed over; its hash is kept. Errors: DiaryError before it was made."""
    actor = current_actor()
    actor.must(Recht.INZAGE_GEVEN)
    dossier, found = _asked(dossier_id)
    _refuse_unsafe(dossier, found, on)
    if found.gemaakt_at is None:
        raise DiaryError(_("Maak eerst de kopie."))
    found.sha256 = hash_of(copy_of(dossier, found))
    content = Content(teksten={"hoe": hoe}, details={"sha256": found.sha256.hex()})
    append(dossier, "inzage_gegeven", content, on=on, at=at)
    found.gegeven_op, found.gegeven_door_id = on, actor.official
    found.save(update_fields=["gegeven_op", "gegeven_door", "sha256"])
    return found


def _asked(dossier_id: int) -> tuple[Dossier, Inzageverzoek]:
    """The dossier, held, and the open request. Errors: DiaryError without one."""
    dossier = lock(dossier_id, also_restricted=True)
    found = _open(dossier).first()
    if found is None:
        raise DiaryError(_("Er is nu geen vraag om inzage."))
    return dossier, found


def _open(dossier: Dossier) -> QuerySet[Inzageverzoek]:
    return Inzageverzoek.objects.filter(dossier=dossier, gegeven_op__isnull=True)


def _refuse_unsafe(dossier: Dossier, found: Inzageverzoek, on: date) -> None:
    """Under safe contact a copy in the wrong hands is a danger: two people look. Errors."""
    persoon = dossier.persoon
    if persoon is None or safe_contact_of(persoon, on=on) is None:
        return
    if found.nagekeken_door_id is None:
        raise DiaryError(
            _(
                "Voor deze persoon geldt veilig contact. Laat eerst een collega nakijken hoe u de "
                "kopie veilig geeft."
            )
        )
    if found.nagekeken_door_id == current_actor().medewerker_id:
        raise NotAllowedError(_("Een ander moet de kopie geven dan wie het nakeek."))
