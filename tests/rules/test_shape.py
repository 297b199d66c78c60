"""Annotations of the rules can be read, and what holds their data does not change."""

import pytest
from tests.rules.shape import MODULES, changeable, unreadable


@pytest.mark.parametrize("name", MODULES)
def test_annotations_can_be_read(name: str) -> None:
    assert not list(unreadable(name))


@pytest.mark.parametrize("name", MODULES)
def test_data_does_not_change(name: str) -> None:
    assert not list(changeable(name))
