"""Makes what the tests of the log need: looks by officials, without a screen."""

from datetime import UTC, datetime

from meedoen.accounts.actor import Actor
from meedoen.accounts.scope import as_actor
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
