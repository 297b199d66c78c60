"""Everything that writes in the log: a look, in one statement."""

from collections.abc import Iterator
from typing import Any

from django.db import connections

from meedoen.logboek.looks import Look
from meedoen.logboek.models import PERSOON
from meedoen.logboek.pseudonym import pseudonym
from meedoen.logboek.trace import new_span

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


def _lines(look: Look) -> Iterator[Line]:
    """Span, parent, verwerking, pseudonym and form of each line; the look itself first."""
    span = new_span()
    yield span, look.trace.parent, look.verwerking, None, look.vorm.value
    for persoon, how in look.shown.items():
        who = pseudonym(persoon, gemeente=look.gemeente)
        yield new_span(), span, how.verwerking, who, (how.vorm or look.vorm).value
