"""Without a scope a query fails, whichever policy the planner asks first."""

from typing import ClassVar

from django.db import migrations

from meedoen.accounts.policies import role_by_function


class Migration(migrations.Migration):
    """Every policy asks the function for the role."""

    dependencies: ClassVar = [
        ("dossier", "0003_rechten_betrokkene"),
        ("logboek", "0002_bescherming"),
    ]

    operations: ClassVar = [role_by_function()]
