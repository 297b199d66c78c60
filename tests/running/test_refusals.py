"""A server refuses to start with what is unsafe, and says in two languages how to mend it."""

import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

import pytest
from django.conf import settings
from django.db import connections
from tests.database import ENVIRONMENT

from meedoen.config.database_roles import AUDIT, OWNER, WEB, WORKER
from meedoen.config.deploy_check import SERVER, WITHIN
from meedoen.config.embedded import SUPERUSER, Server
from meedoen.config.refusals import refusals, role_refusals
from meedoen.config.settings import database

TODAY = WITHIN
SAFE = SERVER


class Chosen:
    """Settings as Django has them, made from an environment that is safe but for one thing."""

    DEBUG = False
    DEMO = False
    SECURE = True
    LOCAL_LOGIN = True
    OIDC = settings.OIDC
    OIDC_MORE = ""
    DUO_OIN = "00000001999990000000"
    DUO_PROXIES: ClassVar = ["10.0.0.0/8"]
    DUO_URL = ""
    LOGGING: ClassVar = {"level": "INFO"}

    def __init__(self, **other: Any) -> None:
        every: dict[str, Any] = {
            **SAFE,
            "ALLOWED_HOSTS": [SAFE["ALLOWED_HOSTS"]],
            "SECURITY_EXPIRES": date(2027, 6, 1),
            "DATABASES": {"default": database(SAFE["DATABASE_URL"])},
        }
        self.__dict__.update(every | other)


def test_what_is_safe_may_start() -> None:
    assert refusals(Chosen(), today=TODAY) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", ""),
        ("SECRET_KEY", "kort"),
        ("SECRET_KEY", "a" * 80),
        ("SECRET_KEY", "demo-" + SAFE["SECRET_KEY"]),
        ("BSN_KEYS", ""),
        ("BSN_KEYS", "2026a:kort"),
        ("BSN_KEYS", SAFE["BSN_KEYS"].replace("2026a", "demo-1")),
        ("HASH_KEY", ""),
        ("DEBUG", True),
        ("DEMO", True),
        ("SECURE", False),
        ("ALLOWED_HOSTS", []),
        ("ALLOWED_HOSTS", ["*"]),
        ("LOGGING", {"level": "ERROR"}),
        ("LOCAL_LOGIN", False),
        ("DUO_OIN", "1234"),
        ("DUO_PROXIES", ["proxy"]),
        ("DUO_PROXIES", ["10.0.0.1", "0.0.0.0/0"]),
        ("SECURITY_CONTACT", ""),
        ("SECURITY_CONTACT", "lek@example.org"),
        ("SECURITY_EXPIRES", None),
        ("SECURITY_EXPIRES", TODAY),
    ],
)
def test_one_unsafe_setting_is_one_refusal_that_names_it(name: str, value: Any) -> None:
    (line,) = refusals(Chosen(**{name: value}), today=TODAY)
    assert ("LOG_LEVEL" if name == "LOGGING" else name) in line
    dutch, english = line.split(" / ")
    assert dutch
    assert english


@pytest.mark.parametrize(
    "url", ["postgresql://meedoen_web@db/meedoen", "postgresql://meedoen_web@/x?host=%2Frun%2Fpg"]
)
def test_a_database_without_a_password_is_refused(url: str) -> None:
    (line,) = refusals(Chosen(DATABASES={"default": database(url)}), today=TODAY)
    assert line.startswith("DATABASE_URL: zonder wachtwoord")


@pytest.mark.parametrize(
    ("role", "wrong"),
    [
        (WEB, []),
        (WORKER, []),
        (AUDIT, []),
        (OWNER, ["is eigenaar"]),
        (SUPERUSER, ["staat boven", "is eigenaar"]),
    ],
)
def test_a_role_that_row_level_security_does_not_hold_is_refused(
    role: str, wrong: list[str], pg: Server, committed_db: str
) -> None:
    found = _refused(pg.url(role, committed_db))
    assert [word for word, line in zip(wrong, found, strict=True) if word in line] == wrong


def test_a_role_with_bypassrls_or_in_the_owner_is_refused(
    pg: Server, committed_db: str, superuser: Any
) -> None:
    superuser.execute("CREATE ROLE kan_alles_lezen LOGIN BYPASSRLS")
    superuser.execute("CREATE ROLE ook_eigenaar LOGIN IN ROLE meedoen_owner")
    superuser.commit()
    try:
        assert "staat boven" in "".join(_refused(pg.url("kan_alles_lezen", committed_db)))
        assert "is eigenaar" in "".join(_refused(pg.url("ook_eigenaar", committed_db)))
    finally:
        superuser.execute("DROP ROLE kan_alles_lezen, ook_eigenaar")
        superuser.commit()


def test_the_server_and_the_worker_refuse_before_they_do_anything() -> None:
    for command in ("serve", "worker"):
        done = _run(command, {"DEBUG": "true", "SECURITY_EXPIRES": "2020-01-01"})
        assert done.returncode == 2, done.stderr
        assert [line.partition(":")[0] for line in done.stderr.splitlines()] == [
            "DEBUG",
            "SECURITY_EXPIRES",
        ]


def test_a_database_that_does_not_answer_is_one_clear_line() -> None:
    lost = {"DATABASE_URL": "postgresql://meedoen_web:geheim@127.0.0.1:1/meedoen"}
    done = _run("serve", lost)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
    assert done.stderr.startswith("DATABASE_URL: de database antwoordt niet")
    assert "geheim" not in done.stderr
    done = _run("migrate", {"OWNER_DATABASE_URL": lost["DATABASE_URL"]})
    assert (done.returncode, done.stderr.partition(":")[0]) == (2, "OWNER_DATABASE_URL")


def test_a_setting_that_cannot_be_read_is_named() -> None:
    done = _run("serve", {"SECURITY_EXPIRES": "morgen"})
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
    assert "SECURITY_EXPIRES" in done.stderr


def test_a_secret_may_stand_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "geheim"
    file.write_text("kort\n")
    done = _run("serve", {"SECRET_KEY": None, "SECRET_KEY_FILE": str(file)})
    assert done.stderr.startswith("SECRET_KEY: geef een eigen geheim")
    file.write_text(SAFE["SECRET_KEY"] + "\n")
    assert "SECRET_KEY" not in _run("serve", {"SECRET_KEY_FILE": str(file)}).stderr


@pytest.mark.parametrize(
    ("change", "word"), [("", "no issues"), ("SECURE=false", "security.W"), ("DEBUG=true", "DEBUG")]
)
def test_check_deploy_passes_the_settings_of_a_server_and_no_weaker_ones(
    change: str, word: str
) -> None:
    weaker = f"d.SERVER.update([{change.split('=')}])\n" if change else ""
    check = f"import meedoen.config.deploy_check as d\n{weaker}d.main()"
    done = subprocess.run(
        [sys.executable, "-c", check],
        env=_environment({"DEMO": "true"}),  # of whoever runs it: it must not count
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode == 0) == (not change), done.stderr
    assert word in done.stdout + done.stderr


def _refused(url: str) -> list[str]:
    """What `role_refusals` says of the role in a URL."""
    connection = connections.create_connection("default")
    connection.settings_dict.update(database(url))
    try:
        return role_refusals(connection)
    finally:
        connection.close()


def _environment(other: Mapping[str, str | None]) -> dict[str, str]:
    ours = {*ENVIRONMENT, "DEMO", "DEBUG", "OWNER_DATABASE_URL", "AUDIT_DATABASE_URL"}
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    return {k: v for k, v in {**kept, **SAFE, **other}.items() if v is not None}


def _run(command: str, other: Mapping[str, str | None]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "meedoen", command],
        env=_environment({"SECURITY_EXPIRES": "2099-01-01", **other}),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
