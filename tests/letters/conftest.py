"""Letters are made by code that asks Django for the time zone: Django first."""

from tests.database import set_up

set_up()
