"""The limit of a page: the SQL of our own request, written down once and replayed by psycopg.

`record` asks each page once as each official and keeps what went to the database; `application`
is a WSGI server that sends the same again, in one transaction, and answers with the rows as JSON.
"""

import os
import pickle
import tempfile
import threading
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any, Protocol

import orjson
import psycopg
from tests.bench.web_officials import CSRF, Official

VARIABLE = "BENCH_SCRIPT"
Statement = tuple[str, Any]
_own = threading.local()


class Asked(Protocol):
    """A page: its address, and what is typed."""

    @property
    def address(self) -> str: ...
    @property
    def typed(self) -> str: ...


def record(who: Sequence[Official], pages: Iterable[Asked]) -> None:
    """Keep the statements of each page for each official, in a file that the servers read."""
    from django.conf import settings
    from django.test import Client

    found: dict[tuple[str, str], list[Statement]] = {}
    for official in who:
        client = Client()
        client.cookies[settings.SESSION_COOKIE_NAME] = official.session
        client.cookies[settings.CSRF_COOKIE_NAME] = CSRF
        for page in pages:
            asked = _statements(client, page)
            found[official.session, page.address.partition("?")[0]] = asked
    file = Path(tempfile.mkdtemp(prefix="meedoen-bench-")) / "script"
    file.write_bytes(pickle.dumps(found))
    os.environ[VARIABLE] = str(file)


def _statements(client: Any, page: Asked) -> list[Statement]:
    from django.db import connection

    kept: list[Statement] = []

    def keep(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        kept.append((sql, _plain(params)))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(keep):
        typed = {"q": page.typed}
        answer = client.post(page.address, typed) if page.typed else client.get(page.address)
    if answer.status_code != 200:
        raise SystemExit(f"{page.address}: {answer.status_code}")
    return [each for each in kept if "SAVEPOINT" not in each[0]]


def _plain(value: Any) -> Any:
    """Words of ours as text: whoever replays them does not know our classes."""
    if isinstance(value, list | tuple):
        return type(value)(map(_plain, value))
    return str(value) if isinstance(value, str) else value


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """The rows of a page as JSON, after all that our own request asks of the database."""
    cookies = SimpleCookie(environ.get("HTTP_COOKIE", ""))
    statements = _script()[cookies["sessie"].value, environ["PATH_INFO"]]
    rows: list[Any] = []
    connection = _connection()
    with connection.transaction(), connection.cursor() as cursor:
        for sql, params in statements:
            cursor.execute(sql.encode(), params)
            if cursor.description is not None:
                rows.append(cursor.fetchall())
    body = orjson.dumps(rows, default=str)
    start_response("200 OK", [("Content-Type", "application/json")])
    return [body]


def make() -> Any:
    """The application, for the server's factory."""
    _script()
    return application


@cache
def _script() -> dict[tuple[str, str], list[Statement]]:
    written = Path(os.environ[VARIABLE]).read_bytes()  # by `record`, just now
    found: dict[tuple[str, str], list[Statement]] = pickle.loads(written)  # noqa: S301
    return found


def _connection() -> psycopg.Connection[Any]:
    """One for each thread of the server, as Django keeps them."""
    if not hasattr(_own, "connection"):
        _own.connection = psycopg.connect(os.environ["DATABASE_URL"], autocommit=True)
    found: psycopg.Connection[Any] = _own.connection
    return found
