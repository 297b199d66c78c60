"""These tests import models: Django first. The village is filled once per worker."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from tests import database
from tests.database import set_up

from meedoen.config import embedded

set_up()

from tests.voorbeeld.memory import Memory, memory_of  # noqa: E402 - Django must be ready

from meedoen.config.voorbeeld.happenings import Archive  # noqa: E402 - Django must be ready


@pytest.fixture(scope="session")
def _filled(pg: embedded.Server) -> Iterator[tuple[str, Archive, Memory]]:
    """A database with all stories and a handful of the crowd, what became of them, and a memory."""
    from meedoen.config.voorbeeld.accounts import BRIEFDORP, VOORBEELDSTAD
    from meedoen.config.voorbeeld.build import live
    from meedoen.config.voorbeeld.crowd import crowd
    from meedoen.config.voorbeeld.numbers import Numbers
    from meedoen.config.voorbeeld.story_file import read_stories

    name = f"dorp_{os.environ.get('PYTEST_XDIST_WORKER', 'enig')}"
    database._clone(pg, name)
    database._ready(pg, name)
    numbers = Numbers()
    lives = list(read_stories(numbers))
    lives += crowd(numbers, VOORBEELDSTAD, 12) + crowd(numbers, BRIEFDORP, 4)
    heard: list[tuple[int, int, str]] = []
    memory = memory_of(lives)

    def hear(*told: Any) -> None:
        heard.append(told)
        memory.heard(*told)

    archive = live(lives, hear)
    assert heard[-1][0] == heard[-1][1] == sum(len(life.happenings) for life in lives)
    yield name, archive, memory
    database._close()
    with database._superuser(pg, "postgres") as admin:
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def village(pg: embedded.Server, _filled: tuple[str, Archive, Memory]) -> Archive:
    """The dossiers of the stories by key, with the officials; Django looks at their database."""
    name, archive, _memory = _filled
    database._ready(pg, name)
    return archive


@pytest.fixture
def remembered(village: Archive, _filled: tuple[str, Archive, Memory]) -> Memory:
    """What was known and said on forty days while the village was filled."""
    return _filled[2]
