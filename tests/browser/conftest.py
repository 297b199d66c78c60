"""One town with every kind of page, for the tests that walk through all of them."""

from collections.abc import Iterator

import pytest
from tests.browser.every_page import Town, build
from tests.browser.served import served


@pytest.fixture
def town(committed_db: str) -> Iterator[Town]:
    """One town, one server, for all ways of looking."""
    from django.test import override_settings

    sessions, places = build()
    with override_settings(MEDEWERKERLOGBOEK=True), served() as address:
        yield Town(address, sessions, places)
