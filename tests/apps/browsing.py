"""What a browser does with a form: three boxes for a day, and the number that was seen."""

import re
from datetime import date
from typing import Any

from django.test import Client
from tests.apps.visitor import few_queries

__all__ = ["day", "few_queries", "get", "hidden", "post"]


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
