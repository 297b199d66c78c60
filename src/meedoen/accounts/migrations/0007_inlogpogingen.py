"""The table in which tries to log in are counted, over all processes of the web."""

from typing import ClassVar

from django.db import migrations

# As Django's createcachetable makes it.
TABLE = """
    CREATE TABLE accounts_teller (
        cache_key varchar(255) NOT NULL PRIMARY KEY,
        value text NOT NULL,
        expires timestamp with time zone NOT NULL
    );
    CREATE INDEX accounts_teller_expires ON accounts_teller (expires);
    GRANT SELECT, INSERT, UPDATE, DELETE ON accounts_teller TO meedoen_web;
"""


class Migration(migrations.Migration):
    """Only the web may see it: what it holds is read back as objects of Python."""

    dependencies: ClassVar = [("accounts", "0006_rechten_nagezien")]

    operations: ClassVar = [migrations.RunSQL(TABLE, "DROP TABLE accounts_teller")]
