"""The one way to reach personal data: a transaction in which the database knows who acts.

Row-level security reads `meedoen.gemeenten`, `meedoen.medewerker` and `meedoen.rol`. Without a
scope they are not set, and every query on a table with personal data is an error (see policies.py).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connections, transaction

from meedoen.accounts.actor import Actor

_acting: ContextVar[Actor | None] = ContextVar("acting", default=None)

_SET = (
    "SELECT set_config('meedoen.gemeenten', %s, true), set_config('meedoen.medewerker', %s, true),"
    " set_config('meedoen.rol', %s, true)"
)
_NOBODY = ("", "", "")  # no array, no number: a policy that reads this fails loudly


class NoScopeError(RuntimeError):
    """Something wanted to know who acts, outside `as_actor`."""


@contextmanager
def as_actor(actor: Actor, *, using: str = "default") -> Iterator[Actor]:
    """A transaction (or savepoint) in which the database serves this actor; restored on leaving.

    An exception rolls back, and with it the scope. Scopes may be nested: the inner one counts.
    """
    outer = _acting.get()
    ends = not connections[using].in_atomic_block  # the settings end with the transaction
    token = _acting.set(actor)
    try:
        with transaction.atomic(using=using):
            _tell(using, _settings(actor))
            yield actor
            if not ends and not connections[using].needs_rollback:
                _tell(using, _settings(outer))
    finally:
        _acting.reset(token)


def current_actor() -> Actor:
    """Who acts now. Errors: NoScopeError outside `as_actor`."""
    actor = _acting.get()
    if actor is None:
        raise NoScopeError("no scope: use accounts.scope.as_actor")
    return actor


def _settings(actor: Actor | None) -> tuple[str, str, str]:
    if actor is None:
        return _NOBODY
    gemeenten = ",".join(str(code) for code in actor.gemeenten)
    return f"{{{gemeenten}}}", str(actor.medewerker_id or 0), actor.rol.value


def _tell(using: str, settings: tuple[str, str, str]) -> None:
    with connections[using].cursor() as cursor:
        cursor.execute(_SET, settings)
