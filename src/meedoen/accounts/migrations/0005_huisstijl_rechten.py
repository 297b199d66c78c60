"""Rights in the database on the huisstijl of municipalities: read it, add a version."""

from typing import ClassVar

from django.db import migrations

from meedoen.accounts.policies import grant, sequences


class Migration(migrations.Migration):
    """A version is added and never changed."""

    dependencies: ClassVar = [("accounts", "0004_huisstijl")]

    operations: ClassVar = [grant("accounts_huisstijl", "SELECT, INSERT"), sequences()]
