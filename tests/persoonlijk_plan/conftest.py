"""These tests import models: Django first."""

from tests.database import set_up

set_up()
