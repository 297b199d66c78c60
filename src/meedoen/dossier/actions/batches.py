"""The mailroom: signed letters that go by post, printed together and posted the same day.

1. A letter is laid ready (`sending.ready_for_mailroom`).
2. `make_batch` prints what waits, dated on that day; nothing is sent yet. A letter that cannot be
   made is named and left out; the others go on.
3. `posted` says that they were posted that day: only then they are sent, each with its proof. Were
   they not, `not_posted` puts them back: the next batch dates them anew.

Each step is one transaction. Killed halfway, nothing of that step was done, and it is done again.
"""

from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextvars import copy_context
from datetime import date, datetime

from django.db import connection, transaction
from django.utils.translation import gettext as _

from meedoen.accounts.actor import Actor
from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import current_actor
from meedoen.dossier.actions.diary import Content, DiaryError, append, lock
from meedoen.dossier.actions.sending import went_out
from meedoen.dossier.addressee import POST
from meedoen.dossier.letters import LetterError
from meedoen.dossier.models import Dossier, Partij, Verzending
from meedoen.dossier.sending import Bewijs, address_for, letter_for, refuse

MOST = 200  # letters in a batch: a stack that one person prints and posts, and a few seconds' work
PRESSES = 2  # letters set in type at once, while the database is asked about the next


def make_batch(gemeente: int, *, on: date, at: datetime) -> Partij:
    """Print what waits, at most `MOST` letters: they are kept as printed, and not yet sent.

    Two people at once get different letters. Errors: DiaryError where nothing can go, or where
    nobody said yet whether an earlier batch was posted.
    """
    actor = _mailroom(gemeente)
    if Partij.objects.filter(gemeente_id=gemeente, dag__lt=on, **_OPEN).exists():
        raise DiaryError(_("Zeg eerst of de vorige partij op de post is gegaan."))
    _one_at_a_time(gemeente)
    rows = Verzending.objects.filter(gemeente_id=gemeente, **_WAITS).order_by("dossier", "pk")
    waiting = list(rows.values_list("pk", "dossier")[:MOST])
    partij = Partij.objects.create(
        gemeente_id=gemeente, dag=on, gemaakt_at=at, gemaakt_door_id=actor.official
    )
    with ThreadPoolExecutor(PRESSES) as presses:
        drafts = [_draft(row, dossier, partij, at=at, presses=presses) for row, dossier in waiting]
        printed = [_print(*each, partij) for each in drafts if each is not None]
    if not any(printed):
        partij.vervallen_at = at
        partij.save(update_fields=["vervallen_at"])
    return partij


_OPEN = {"gepost_at__isnull": True, "vervallen_at__isnull": True}
_WAITS = {"verzonden_at__isnull": True, "vervallen_at__isnull": True, "partij__isnull": True}
_LOCK = 7401  # any number, as long as nobody else uses it


def _one_at_a_time(gemeente: int) -> None:
    """Whoever makes a batch at the same moment waits, and then finds what is left."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_LOCK, gemeente])


def _mailroom(gemeente: int) -> Actor:
    actor = current_actor()
    actor.must(Recht.POST_VERWERKEN)
    actor.must_work_for(gemeente)
    return actor


def _draft(
    pk: int, dossier_id: int, partij: Partij, *, at: datetime, presses: Executor
) -> tuple[Verzending, Future[bytes]] | None:
    """The sending, and its letter that is being set in type; if it cannot go, why is kept."""
    try:
        with transaction.atomic():
            # the dossier first, as every writer does: then nobody else touches its sendings
            dossier = lock(dossier_id)
            row = _fresh(pk)
            if row is None:
                return None
            refuse(row.besluit, dossier, on=partij.dag)
            bewijs = Bewijs(adres_nagekeken=row.adres_nagekeken)
            to = address_for(dossier, POST, bewijs, on=partij.dag)
            letter, row.geadresseerde = letter_for(row.besluit, to, on=partij.dag, at=at)
    except (DiaryError, LetterError) as error:
        _keep_why(pk, error)
        return None
    # with the language of whoever asks: an error is told in it
    return row, presses.submit(copy_context().run, letter.pdf)


def _print(row: Verzending, made: Future[bytes], partij: Partij) -> bool:
    """Whether the letter could be made; if not, why stands with it."""
    try:
        row.pdf = made.result()
    except LetterError as error:
        _keep_why(row.pk, error)
        return False
    row.fout, row.partij = "", partij
    row.save(update_fields=["fout", "partij", "pdf", "geadresseerde"])
    return True


def _keep_why(pk: int, error: Exception) -> None:
    Verzending.objects.filter(pk=pk).update(fout=str(error))


def _fresh(pk: int) -> Verzending | None:
    """The sending, unless somebody took it back meanwhile."""
    rows = Verzending.objects.select_related("besluit__ondertekend_door", "besluit__dossier")
    return rows.filter(pk=pk, **_WAITS).first()


def posted(partij_id: int, *, at: datetime) -> Partij:
    """The batch was posted on the day that stands on its letters: now they are sent.

    Also for a batch of yesterday that was posted then: its letters say so. Errors: DiaryError.
    """
    partij, actor = _open(partij_id)
    for row in _letters(partij):
        _sent(row, partij, at=at)
    partij.gepost_at, partij.gepost_door_id = at, actor.official
    partij.save(update_fields=["gepost_at", "gepost_door"])
    return partij


def _sent(row: Verzending, partij: Partij, *, at: datetime) -> None:
    # It is in the post: that is kept also where the dossier was restricted meanwhile.
    dossier = lock(row.dossier_id, also_restricted=True)
    went_out(row, bytes(row.pdf), dossier, on=partij.dag, at=at)


def not_posted(partij_id: int, *, on: date, at: datetime) -> Partij:
    """The batch was not posted that day: its letters wait again, to be dated anew (AWB-05)."""
    partij, _actor = _open(partij_id)
    for row in _letters(partij):
        dossier = lock(row.dossier_id, also_restricted=True)
        row.partij, row.pdf, row.geadresseerde = None, b"", b""
        row.save(update_fields=["partij", "pdf", "geadresseerde"])
        _note(dossier, row, on=on, at=at)
    partij.vervallen_at = at
    partij.save(update_fields=["vervallen_at"])
    return partij


def _note(dossier: Dossier, row: Verzending, *, on: date, at: datetime) -> None:
    details = {"besluit": row.besluit_id, "soort": row.besluit.soort}
    append(dossier, "brief_niet_gepost", Content(details=details), on=on, at=at)


def _open(partij_id: int) -> tuple[Partij, Actor]:
    found = Partij.objects.select_for_update().filter(pk=partij_id).first()
    if found is None:
        raise DiaryError(_("Deze partij is er niet."))
    actor = _mailroom(found.gemeente_id)
    if found.gepost_at is not None:
        raise DiaryError(_("Deze partij is al op de post gegaan."))
    if found.vervallen_at is not None:
        raise DiaryError(_("Deze partij is vervallen. De brieven liggen weer klaar."))
    return found, actor


def _letters(partij: Partij) -> list[Verzending]:
    """In the order of their dossiers, so that two writers never wait for each other."""
    rows = Verzending.objects.filter(partij=partij).select_related("besluit")
    return list(rows.order_by("dossier", "pk"))
