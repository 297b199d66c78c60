"""Makes what the tests of the log need: looks by officials, without a screen."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from django.db import connection

from meedoen.accounts.actor import Actor
from meedoen.accounts.scope import as_actor
from meedoen.config.database_roles import WORKER
from meedoen.config.embedded import Server
from meedoen.config.settings import database
from meedoen.logboek.actions import write_look
from meedoen.logboek.looks import Look

AT = datetime(2026, 9, 14, 9, 30, tzinfo=UTC)


def look(actor: Actor, *personen: int, at: datetime = AT, naam: str = "dossiers vinden") -> Look:
    """A look of this actor at these persons, written."""
    made = Look(actor, actor.gemeenten[0], "zoeken", naam, at)
    made.show(*personen)
    with as_actor(actor):
        write_look(made)
    return made


@contextmanager
def as_worker(pg: Server, name: str) -> Iterator[None]:
    """The connection of this thread as the worker has it, in this database."""
    before = dict(connection.settings_dict)
    connection.close()
    connection.settings_dict.update(database(pg.url(WORKER, name)))
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(before)
