"""These tests read pages: Django first. Every test begins and ends in Dutch."""

from collections.abc import Iterator

import pytest
from tests.database import set_up

set_up()


@pytest.fixture(autouse=True)
def dutch() -> Iterator[None]:
    from django.utils.translation import activate

    activate("nl")
    yield
    activate("nl")
