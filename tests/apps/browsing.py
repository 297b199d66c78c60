"""What a browser does with a form: three boxes for a day, and the number that was seen."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

# A real request has no savepoint around it, and its scope ends with its transaction.
OF_THE_TEST = ("SAVEPOINT", "set_config('meedoen.gemeenten', ''")
BUDGET = 12


def day(name: str, on: date) -> dict[str, str]:
    """A day in the three boxes of a field."""
    return {
        f"{name}_dag": str(on.day),
        f"{name}_maand": str(on.month),
        f"{name}_jaar": str(on.year),
    }


def get(client: Client, address: str, *, status: int = 200) -> str:
    """The text of a page."""
    answer = client.get(address)
    assert answer.status_code == status, answer.content.decode()[:3000]
    return str(answer.content.decode())


def post(client: Client, address: str, *, status: Any = 302, **typed: Any) -> str:
    """The text that comes back after sending a form; after a redirect nothing."""
    answer = client.post(address, typed)
    assert answer.status_code == status, answer.content.decode()[:3000]
    return str(answer.content.decode())


def hidden(text: str, name: str) -> str:
    """The value of a hidden field on a page."""
    found = re.search(rf'<input type="hidden" name="{name}" value="([^"]*)"', text)
    assert found is not None, name
    return found[1]


@contextmanager
def few_queries() -> Iterator[None]:
    """At most `BUDGET` questions to the database; what the transaction of the test adds is none."""
    with CaptureQueriesContext(connection) as asked:
        yield
    words = [each["sql"] for each in asked if not any(sign in each["sql"] for sign in OF_THE_TEST)]
    assert len(words) <= BUDGET, words
