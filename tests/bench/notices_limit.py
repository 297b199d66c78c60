"""The limit of `bench notices`: the same server, and an end point that does one insert and no more.

No Django, no checks, no seal: the body as it came, in a table with the number as its key, each
commit on disk before the answer.
"""

import os
import threading
from collections.abc import Iterable
from typing import Any

import psycopg

TABLE = """
    CREATE TABLE grens (bericht_id uuid PRIMARY KEY, inhoud bytea NOT NULL);
    GRANT INSERT ON grens TO meedoen_web;
"""
_local = threading.local()


def make() -> Any:
    """The application."""
    return application


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Keep the body, and say 201."""
    if not hasattr(_local, "connection"):
        _local.connection = psycopg.connect(os.environ["DATABASE_URL"], autocommit=True)
    length = int(environ.get("CONTENT_LENGTH") or 0)
    values = [environ["HTTP_BERICHTID"], environ["wsgi.input"].read(length)]
    _local.connection.execute("INSERT INTO grens VALUES (%s, %s)", values)
    start_response("201 Created", [("API-Version", "1.8.0")])
    return [b""]
