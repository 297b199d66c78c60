"""The limit of a page: the SQL of our own request, written down once and replayed by psycopg.

`record` asks each page once as each official and keeps what went to the database; `application`
is a WSGI server that sends the same again, in one transaction, and answers with the rows as JSON.
What a page writes is taken back, so that it can be written again, and one row is committed instead.
"""

import os
import pickle
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any, Protocol

import orjson
import psycopg
from tests.bench.web_load import DONE
from tests.bench.web_officials import CSRF, Official

VARIABLE = "BENCH_SCRIPT"
Statement = tuple[str, Any]
Script = dict[tuple[str, str], tuple[bool, list[Statement]]]
_own = threading.local()


GRENS = """
    CREATE TABLE grens (n bigint GENERATED ALWAYS AS IDENTITY);
    GRANT INSERT ON grens TO meedoen_web;
"""


class Asked(Protocol):
    """A page: its address, and what is sent by POST; `writes`: something is kept of it."""

    @property
    def address(self) -> str: ...
    @property
    def body(self) -> str: ...
    @property
    def writes(self) -> bool: ...


def record(asks: Iterable[tuple[Official, Asked]]) -> None:
    """Keep the statements of each page for its official, in a file that the servers read."""
    found: dict[tuple[str, str], tuple[bool, list[Statement]]] = {}
    for official, page in asks:
        asked = _statements(official, page)
        found[official.session, page.address.partition("?")[0]] = page.writes, asked
    file = Path(tempfile.mkdtemp(prefix="meedoen-bench-")) / "script"
    file.write_bytes(pickle.dumps(found))
    os.environ[VARIABLE] = str(file)


def _statements(official: Official, page: Asked) -> list[Statement]:
    from django.conf import settings
    from django.db import connection, transaction
    from django.test import Client

    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = official.session
    client.cookies[settings.CSRF_COOKIE_NAME] = CSRF
    kept: list[Statement] = []

    def keep(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        kept.append((sql, _plain(params)))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(keep), transaction.atomic():
        if page.body:
            form = "application/x-www-form-urlencoded"
            answer = client.post(page.address, page.body, content_type=form)
        else:
            answer = client.get(page.address)
        transaction.set_rollback(page.writes)
    if answer.status_code not in DONE:
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
    writes, statements = _script()[cookies["sessie"].value, environ["PATH_INFO"]]
    connection = _connection()
    with connection.transaction(), connection.cursor() as cursor:
        with connection.transaction(force_rollback=writes):
            rows = list(_rows(cursor, statements))
        if writes:
            cursor.execute(b"INSERT INTO grens DEFAULT VALUES")
    body = orjson.dumps(rows, default=str)
    start_response("200 OK", [("Content-Type", "application/json")])
    return [body]


def _rows(cursor: psycopg.Cursor[Any], statements: Iterable[Statement]) -> Iterator[list[Any]]:
    for sql, params in statements:
        cursor.execute(sql.encode(), params)
        if cursor.description is not None:
            yield cursor.fetchall()


def make() -> Any:
    """The application, for the server's factory."""
    _script()
    return application


@cache
def _script() -> Script:
    written = Path(os.environ[VARIABLE]).read_bytes()  # by `record`, just now
    found: Script = pickle.loads(written)  # noqa: S301
    return found


def _connection() -> psycopg.Connection[Any]:
    """One for each thread of the server, as Django keeps them."""
    if not hasattr(_own, "connection"):
        _own.connection = psycopg.connect(os.environ["DATABASE_URL"], autocommit=True)
    found: psycopg.Connection[Any] = _own.connection
    return found
