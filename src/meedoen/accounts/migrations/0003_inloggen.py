"""Rights in the database on the tables with which officials log in."""

from typing import ClassVar

from django.db import migrations

from meedoen.accounts.policies import grant, sequences


class Migration(migrations.Migration):
    """Grants on the tables of allauth that are used; the others stay closed."""

    dependencies: ClassVar = [
        ("accounts", "0002_rechten"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("socialaccount", "0006_alter_socialaccount_extra_data"),
    ]

    operations: ClassVar = [
        grant("account_emailaddress", "SELECT, INSERT, UPDATE, DELETE"),
        grant("mfa_authenticator", "SELECT, INSERT, UPDATE, DELETE"),
        grant("socialaccount_socialaccount", "SELECT, INSERT, UPDATE"),
        sequences(),
    ]
