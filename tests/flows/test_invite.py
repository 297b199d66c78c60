"""`./meedoen uitnodigen`: the first beheerder, and one who lost everything."""

import os
import re
import subprocess
import sys

from tests.database import ENVIRONMENT, set_up

from meedoen.config.database_roles import WEB
from meedoen.config.embedded import Server

set_up()
EMAIL = "i.kuiper@voorbeeldstad.example"


def _run(pg: Server, database: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", "-m", "meedoen", "uitnodigen", *words],
        env=os.environ | ENVIRONMENT | {"DATABASE_URL": pg.url(WEB, database)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_first_beheerder_comes_in_and_can_begin_anew(pg: Server, committed_db: str) -> None:
    from django.test import Client

    from meedoen.accounts.models import Medewerker, Rolverlening

    done = _run(pg, committed_db, EMAIL, "--gemeente", "9999", "--naam", "I. Kuiper")
    link = re.search(r"https://testserver(/uitnodiging/[\w-]{43}/)", done.stdout)
    assert link is not None, done.stderr
    client = Client()
    client.get(link[1])
    client.post("/uitnodiging/", {"wachtwoord": "vier losse woorden samen"})
    given = Rolverlening.objects.get(medewerker__email=EMAIL)
    assert (given.rol, given.gemeente_id, given.verleend_door_id) == ("beheerder", 9999, None)
    again = _run(pg, committed_db, EMAIL, "--gemeente", "9999")
    assert "/uitnodiging/" in again.stdout, again.stderr
    assert not Medewerker.objects.get(email=EMAIL).has_usable_password()
    assert Rolverlening.objects.count() == 1


def test_what_is_missing_is_one_clear_line(pg: Server, committed_db: str) -> None:
    done = _run(pg, committed_db, EMAIL, "--gemeente", "9999")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
    assert "--naam" in done.stderr
    done = _run(pg, committed_db, EMAIL, "--gemeente", "1", "--naam", "I. Kuiper")
    assert "gemeente" in done.stderr
    assert done.returncode == 2
