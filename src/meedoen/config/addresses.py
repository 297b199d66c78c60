"""Addresses of pages by their names, kept: every page asks for dozens, and the same ones."""

from functools import lru_cache

from django.urls import get_script_prefix, reverse

KEPT = 4096  # the menu, and the pages of the people whom somebody works for


def url(name: str, **values: object) -> str:
    """The address of a page by its name. Errors: NoReverseMatch."""
    return _address(get_script_prefix(), name, tuple(values.items()))


@lru_cache(maxsize=KEPT)
def _address(_prefix: str, name: str, values: tuple[tuple[str, object], ...]) -> str:
    return reverse(name, kwargs=dict(values))
