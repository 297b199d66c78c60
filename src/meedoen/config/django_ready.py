"""Django, set up for a command that needs the database."""

import os


def ready() -> None:
    """Set Django up with the settings of the environment; twice does no harm."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "meedoen.config.settings")
    import django

    django.setup()
