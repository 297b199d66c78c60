"""docs/settings.md tells of every setting, and of no other."""

from pathlib import Path

from meedoen.config.settings_page import TOLD, page, settings

ROOT = Path(__file__).parents[2]


def test_every_setting_is_told_once_and_none_more() -> None:
    assert sorted(setting.name for setting in settings()) == sorted(TOLD)


def test_the_page_is_as_it_must_be() -> None:
    """If not: ./meedoen instellingen > docs/settings.md."""
    assert (ROOT / "docs" / "settings.md").read_text("utf-8") == page()
