"""Rights in the database on the tables that hold no personal data of newcomers."""

from typing import ClassVar

from django.db import migrations

from meedoen.accounts.policies import grant, sequences


class Migration(migrations.Migration):
    """Grants on the tables without personal data of newcomers."""

    dependencies: ClassVar = [
        ("accounts", "0001_wie_werkt_waar"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("sessions", "0001_initial"),
        ("procrastinate", "0041_post_retry_failed_job"),
    ]

    operations: ClassVar = [
        grant("accounts_gemeente", "SELECT"),
        grant("accounts_organisatie", "SELECT, INSERT, UPDATE"),
        grant("accounts_uitvoering", "SELECT, INSERT, UPDATE"),
        grant("accounts_medewerker", "SELECT, INSERT, UPDATE"),
        grant("accounts_rolverlening", "SELECT, INSERT, UPDATE"),
        grant("accounts_besluitmandaat", "SELECT, INSERT, UPDATE"),
        grant("accounts_demodag", "SELECT, UPDATE"),
        grant("django_content_type", "SELECT"),
        grant("django_migrations", "SELECT"),
        grant("django_session", "SELECT, INSERT, UPDATE, DELETE"),
        grant("procrastinate_events", "SELECT, INSERT, UPDATE, DELETE"),
        grant("procrastinate_jobs", "SELECT, INSERT, UPDATE, DELETE"),
        grant("procrastinate_periodic_defers", "SELECT, INSERT, UPDATE, DELETE"),
        grant("procrastinate_workers", "SELECT, INSERT, UPDATE, DELETE"),
        sequences(),
    ]
