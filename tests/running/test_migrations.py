"""What the migrations make is what the models say; and they stay cheap."""

from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.db.migrations.writer import MigrationWriter
from django.utils import translation

from meedoen.dossier.models import Stand


def test_no_model_waits_for_its_migration() -> None:
    loader = MigrationLoader(None)
    with translation.override(None):  # what models are called is no column
        found = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps))
        changes = found.changes(graph=loader.graph)
    lacking = [MigrationWriter(each).as_string() for app in changes.values() for each in app]
    assert not lacking, "no migration makes this yet:\n" + "\n".join(lacking)


def test_the_migrations_of_an_app_end_in_one() -> None:
    """Two that were made beside each other: a new database would not be built."""
    assert not MigrationLoader(None).detect_conflicts()


def test_no_table_leads_to_the_hundreds_of_columns_of_stand() -> None:
    """A relation would have every migration of every app build them anew (dossier/stand.py)."""
    assert not [field for field in Stand._meta.get_fields() if field.is_relation]
