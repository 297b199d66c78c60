"""Everything that writes in the log: a look, in one statement; work of the system; a seal."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import connections

from meedoen.accounts.actor import Actor
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.logboek.guards import LOCKS
from meedoen.logboek.looks import Look, Vorm
from meedoen.logboek.models import PERSOON, Logregel, Zegel
from meedoen.logboek.pseudonym import pseudonym
from meedoen.logboek.sealing import COLUMNS, FIRST, Batch, packed, seal_key
from meedoen.logboek.trace import new_span

MOST_LINES = 50_000  # in one seal: 2 MB of hashes
PATIENCE = "2s"  # of the sealer; who writes a line waits behind it, so no longer

_INSERT = """
    INSERT INTO logboek_logregel (
        gemeente_id, trace_id, span_id, parent_span_id, status, naam, begin_at, einde_at,
        verwerking, betrokkene, betrokkene_type, medewerker_id, rol, vorm)
    SELECT %s, %s, line.span_id, line.parent_span_id, %s, %s, %s, %s, line.verwerking,
           line.betrokkene, CASE WHEN line.betrokkene IS NULL THEN '' ELSE %s END, %s, %s, line.vorm
    FROM unnest(%s::bytea[], %s::bytea[], %s::text[], %s::bytea[], %s::text[])
         AS line (span_id, parent_span_id, verwerking, betrokkene, vorm)
"""
Line = tuple[bytes, bytes | None, str, bytes | None, str]


def write_look(look: Look, *, using: str = "default") -> None:
    """One line for the look, and one for each person that was shown, below it.

    In the transaction of the scope, as its very last act: from here until it ends the sealer waits.
    Errors: DatabaseError where the lines cannot be written.
    """
    columns: list[Any] = [list(column) for column in zip(*_lines(look), strict=True)]
    values: list[Any] = [look.gemeente, look.trace.trace_id, look.status, look.naam, look.begin_at]
    values += [look.einde_at, PERSOON, look.actor.medewerker_id, look.actor.rol.value]
    with connections[using].cursor() as cursor:
        cursor.execute(_INSERT, [*values, *columns])


def write_work(verwerking: str, naam: str, *, gemeenten: list[int], at: datetime) -> None:
    """A line for work of the system on all dossiers of these municipalities (CBS codes).

    Without persons: nobody sees anything of them.
    """
    for code in gemeenten:
        actor = system(code)
        with as_actor(actor):
            write_look(Look(actor, code, verwerking, naam, at, vorm=Vorm.OPDRACHT))


def seal(gemeente: int, *, at: datetime) -> Zegel | None:
    """Seal the lines of a municipality that are not sealed yet; None where there are none.

    First all writers finish (see guards.py): up to there no line can come any more. Only the worker
    may. Errors: OperationalError where a writer takes too long, IntegrityError where another sealer
    was first: the next minute is soon enough for both.
    """
    with as_actor(system(gemeente)):
        last = Zegel.objects.filter(gemeente=gemeente).order_by("-nummer").first()
        after = last.tot_id if last else 0
        end = _closed(gemeente, after)
    with as_actor(system(gemeente)):
        lines = Logregel.objects.filter(gemeente=gemeente, pk__gt=after, pk__lte=end)
        rows = list(lines.order_by("pk").values_list(*COLUMNS)[:MOST_LINES])
        if not rows:
            return None
        batch = Batch(
            gemeente=gemeente,
            nummer=last.nummer + 1 if last else 1,
            na_id=after,
            tot_id=rows[-1][0],
            gezet_at=at,
            regels=b"".join(packed(rows)),
            vorige_hmac=bytes(last.hmac) if last else FIRST,
        )
        return _made(batch, len(rows))


def system(gemeente: int) -> Actor:
    """Meedoen itself, that looks after the log of a municipality."""
    return Actor(None, "Meedoen", Rol.FG, (gemeente,))


def _closed(gemeente: int, after: int) -> int:
    """The last line after which every line with a lower number is there for good."""
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, true)", [PATIENCE])
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCKS, gemeente])
    lines = Logregel.objects.filter(gemeente=gemeente, pk__gt=after)
    last: int | None = lines.order_by("-pk").values_list("pk", flat=True).first()
    return last or after


def _made(batch: Batch, count: int) -> Zegel:
    return Zegel.objects.create(
        gemeente_id=batch.gemeente,
        nummer=batch.nummer,
        na_id=batch.na_id,
        tot_id=batch.tot_id,
        aantal=count,
        regels=batch.regels,
        gezet_at=batch.gezet_at,
        vorige_hmac=batch.vorige_hmac,
        hmac=batch.hmac(seal_key(batch.gemeente)),
    )


def _lines(look: Look) -> Iterator[Line]:
    """Span, parent, verwerking, pseudonym and form of each line; the look itself first."""
    span = new_span()
    yield span, look.trace.parent, look.verwerking, None, look.vorm.value
    for persoon, how in look.shown.items():
        who = pseudonym(persoon, gemeente=look.gemeente)
        yield new_span(), span, how.verwerking, who, (how.vorm or look.vorm).value
