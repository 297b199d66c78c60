"""Two dossiers of one person become one: one official proposes, another confirms.

The diary of the one is told anew in the other, line by line with its own day; then the database
moves the rest, and nothing can be added to the one that closed. What was signed stays there.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from meedoen.accounts.actor import NotAllowedError
from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import current_actor
from meedoen.dossier.actions.diary import Content, DiaryError, append, lock
from meedoen.dossier.actions.doubles import lock_two
from meedoen.dossier.actions.people import change_person
from meedoen.dossier.actions.retelling import tell_anew
from meedoen.dossier.merging import GROEPEN, changes_for, in_both, refusals
from meedoen.dossier.models import Dossier, Persoon, Samenvoeging


class ChangedError(DiaryError):
    """Something was added to one of the dossiers since the page was made: look again."""

    def __init__(self) -> None:
        super().__init__(_("Een van de dossiers is intussen veranderd. Kijk nog eens."))


@dataclass(frozen=True)
class Voorstel:
    """Which dossier (id) closes, which goes on, why, and what is taken over of what differs."""

    dossier: int
    blijft: int
    reden: str
    keuzes: Collection[str] = ()


def propose_merge(
    voorstel: Voorstel, *, gezien: tuple[int, int], on: date, at: datetime
) -> Samenvoeging:
    """The first of two officials: these are one person, and this dossier goes on.

    `gezien`: the last line of each diary that was on the screen. Errors: ChangedError; DiaryError
    for what is in the way; NotAllowedError.
    """
    actor = current_actor()
    actor.must(Recht.SAMENVOEGEN_VOORSTELLEN)
    if voorstel.dossier == voorstel.blijft or not set(voorstel.keuzes) <= set(GROEPEN):
        raise DiaryError(_("Kies twee dossiers."))
    closing, remaining = lock_two(voorstel.dossier, voorstel.blijft)
    _refuse(closing, remaining, gezien, on=on)
    if _open(closing, remaining):
        raise DiaryError(_("Iemand stelde dit al voor. Een tweede collega kijkt ernaar."))
    for each, ander in ((closing, remaining), (remaining, closing)):
        _note(each, ander, "samenvoeging_voorgesteld", reden=voorstel.reden, on=on, at=at)
    return Samenvoeging.objects.create(
        gemeente_id=closing.gemeente_id,
        dossier=closing,
        blijft=remaining,
        reden=voorstel.reden,
        keuzes=sorted(voorstel.keuzes),
        gezien=closing.laatste_nummer,
        gezien_blijft=remaining.laatste_nummer,
        voorgesteld_door_id=actor.official,
        voorgesteld_at=at,
    )


def merge(samenvoeging_id: int, *, gezien: tuple[int, int], on: date, at: datetime) -> Samenvoeging:
    """The second official confirms, and from now on there is one dossier.

    Errors: NotAllowedError for the one who proposed it; ChangedError; DiaryError.
    """
    current_actor().must(Recht.SAMENVOEGEN_BEVESTIGEN)
    found, closing, remaining = _undecided(samenvoeging_id)
    if found.voorgesteld_door_id == current_actor().medewerker_id:
        raise NotAllowedError(_("Een ander moet dit bevestigen dan wie het voorstelde."))
    _refuse(closing, remaining, gezien, on=on)
    _decide(found, True, at=at)
    _change_person(closing, remaining, found, on=on, at=at)
    remaining = lock(remaining.pk)
    _note(remaining, closing, "dossier_samengevoegd", reden=found.reden, on=on, at=at)
    tell_anew(closing, remaining, at=at)
    _note(closing, remaining, "dossier_opgegaan", reden=found.reden, on=on, at=at)
    _move(found)
    return found


def refuse_merge(samenvoeging_id: int, antwoord: str, *, on: date, at: datetime) -> Samenvoeging:
    """Both dossiers stay, and why: by a second official, or by who proposed it."""
    found, closing, remaining = _undecided(samenvoeging_id)
    actor = current_actor()
    if found.voorgesteld_door_id != actor.medewerker_id:
        actor.must(Recht.SAMENVOEGEN_BEVESTIGEN)
    found.antwoord = antwoord
    _decide(found, False, at=at)
    for each, ander in ((closing, remaining), (remaining, closing)):
        _note(each, ander, "samenvoeging_afgewezen", reden=antwoord, on=on, at=at)
    return found


def _undecided(samenvoeging_id: int) -> tuple[Samenvoeging, Dossier, Dossier]:
    """The proposal and both dossiers, held. Errors: DiaryError where it is gone or decided."""
    found = Samenvoeging.objects.filter(pk=samenvoeging_id).first()
    if found is None or found.goedgekeurd is not None:
        raise DiaryError(_("Dit voorstel is er niet, of daarover is al beslist."))
    closing, remaining = lock_two(found.dossier_id, found.blijft_id)
    found = Samenvoeging.objects.get(pk=samenvoeging_id)
    if found.goedgekeurd is not None:  # decided while we waited
        raise DiaryError(_("Dit voorstel is er niet, of daarover is al beslist."))
    return found, closing, remaining


def _open(closing: Dossier, remaining: Dossier) -> bool:
    two = [closing.pk, remaining.pk]
    rows = Samenvoeging.objects.filter(goedgekeurd__isnull=True)
    return rows.filter(dossier__in=two).exists() or rows.filter(blijft__in=two).exists()


def _refuse(closing: Dossier, remaining: Dossier, gezien: tuple[int, int], *, on: date) -> None:
    if gezien != (closing.laatste_nummer, remaining.laatste_nummer):
        raise ChangedError
    for why in refusals(closing, remaining, on=on):
        raise DiaryError(why)


def _decide(found: Samenvoeging, goedgekeurd: bool, *, at: datetime) -> None:
    found.goedgekeurd, found.besloten_at = goedgekeurd, at
    found.besloten_door_id = current_actor().official
    found.save(update_fields=["goedgekeurd", "besloten_at", "besloten_door", "antwoord"])


def _note(
    dossier: Dossier, ander: Dossier, soort: str, *, reden: str, on: date, at: datetime
) -> None:
    content = Content(teksten={"reden": reden}, details={"dossier": ander.nummer})
    append(dossier, soort, content, on=on, at=at)


def _change_person(
    closing: Dossier, remaining: Dossier, found: Samenvoeging, *, on: date, at: datetime
) -> None:
    """The numbers go from the one to the other, and with them what was chosen or not known."""
    one = Persoon.objects.select_for_update().get(dossier=closing)
    ander = Persoon.objects.select_for_update().get(dossier=remaining)
    changes = changes_for(one, ander, found.keuzes)
    one.bsn_sleutel, one.bsn_verzegeld, one.bsn_hash, one.vnummer = "", None, None, None
    one.save(update_fields=["bsn_sleutel", "bsn_verzegeld", "bsn_hash", "vnummer"])
    if changes:
        change_person(remaining.pk, changes, versie=ander.versie, on=on, at=at)


def _move(found: Samenvoeging) -> None:
    """All that is no diary, by the database. Errors: DiaryError where both have one of a kind."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT dossier_voeg_samen(%s)", [found.pk])
    except IntegrityError as error:
        raise DiaryError(in_both(error)) from error
    found.refresh_from_db()
